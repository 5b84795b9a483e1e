"""Sums of money that words reckon: "£400 plus £80 tax, making £480"; loans, change, budgets, aims, sales and costs. Data only."""

from copydesk.relate.reckonings.words import COMES_TO, IN_ALL, IS, OR, Reckoning, apart, portion, product, total

# An addend: no sum got for another.
AND = r"(?:plus|and|with|together\s+with|on\s+top\s+of)(?!\s+(?:[\w’'-]+\s+){0,3}?(?:sold|sells?|spen[dt]s?|pa(?:id|ys?)|repa(?:id|ys?)|lost|gave|withdrew|cut|took|raised|earn(?:s|ed)|bought|resold)\b)"
PAYS = r"(?:paid|pays?|paying|spent|spending|spends|costs?|both|together|the\s+two|the\s+pair|bill|total)"
# What is put on a price, or is a share of it.
TAX = r"(?:tax|vat|tip|service|surcharge|levy|duty|charge)"
FEE = r"(?:tip|tax|vat|duty|commission|fee|discount|deposit|levy|surcharge|interest|charge|service|premium|bonus|royalty|share|cut|rise|raise|reduction|mark-?up)"
OFF = r"(?:discount|off|reduction|less|rebate)"
CUT = r"(?:marked\s+down|discounted|knocked\s+down)"
VOUCHER = r"(?:discount|reduction|rebate|voucher|coupon)"
COSTS = r"(?:costs?|costing|paid|pays?|for|to|is|was|were|at|sold|sells|leaving|makes|making|goes)"
MEANS = rf"(?:{IS}|or|{COMES_TO}|meant|means|gives|gave|brings|cost|costs|saves?|saved|earns?|earned)"
YIELDS = r"(?:earn(?:s|ed|ing)?|yield(?:s|ed|ing)?|brings?|bringing|brought|cost(?:s|ing)?|gives?|gave|adds|adding|added|ow(?:es?|ed|ing))"
A_YEAR = r"(?:(?:in|as)\s+interest|interest|(?:a|per|each|every|in\s+a|after\s+a|in\s+the\s+first|over\s+a|after\s+one|in\s+one)\s+year)"
HANDS = r"(?:with|over|handed|hands|gave|gives|tendered|offered|from)"
BACK = r"(?:(?:in|of|as)\s+)?(?:change|back)\b"
# Loans, and money that is spent.
LENT = r"(?:borrow(?:ed|s)|owed|owes|loans?|debts?|lent|mortgage|advance)"
REPAID = (
    r"(?:repaid|repays|paid|pays|returned|cleared|settled|gave\s+back|given\s+back|handed\s+back|got\s+back|recovered)"
)
OWED = r"(?:leaving|leaves|left|still|outstanding|remain(?:s|ing)?|remainder|unpaid|to\s+pay|owes|owing|owed|balance|to\s+be\s+(?:re)?paid|to\s+go|waiting\s+for)"
HELD = r"(?:had|with|held|holds|from|of|budget|has|saved|set\s+aside|started)"
SPENT = r"(?:spent|spending|spends|withdrew|withdrawn|took\s+out|paid|used|gave|lost|paying)"
LEFT = r"(?:left|remain(?:s|ed|ing)?|unspent|leftover|left\s+over|over)\b(?!\s+(?:the|a|@))"
LEAVING = r"(?:leaving|leaves|left\s+with|balance\s+of|still\s+ha[sd]|remaining|(?:came\s+home|ended|ended\s+up|went\s+home)\s+with)"
# Aims, and what they were missed or beaten by.
AIM = r"(?:targets?|(?<!@\s)goals?(?!\s+(?:difference|average|kick|keeper|line)\b)|budgets?|budgeted|estimates?|estimated|quota|aim(?:ed)?|hop(?:ed|ing)|expect(?:ed|ing)|planned|forecasts?|limit|allowance|needed|needs|asking|guide|reserve)"
BEAT = r"(?:beat(?:s|en|ing)?|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|top(?:s|ped|ping)|pass(?:es|ed|ing)|overshot|overshooting|undershot|undershooting|miss(?:es|ed|ing)|overran|overrunning|overspent|smash(?:ed|ing)|fell\s+short|falling\s+short|short)"
APART = r"(?:short|above|over|below|under|beyond|more|less|fewer|in\s+excess|shy|better|ahead|behind|too\s+(?:much|little|many|few))\b"
EXCESS = r"(?:overspend|over-?run|underspend|saving|excess|shortfall|surplus)"
# Money in and out.
IN = r"(?:sales|revenues?|income|takings|turnover|turned\s+over|receipts|proceeds|earnings|earned|earning|earns|took|taking|takes|received|receives|raised|collected|brought\s+in|bringing\s+in|brings\s+in|grossed|exports)"
OUT = r"(?:costs?|spent|spending|spends|spend|expenses|expenditure|outlays?|outgoings|paid\s+out|paying\s+out|bills?|overheads|imports)"
BALANCE = r"(?:profit|surplus|deficit|loss|shortfall|gain|gap)"
OWN = r"(?:profit|loss|gain)"
SO = r"(?:,|for|at|leaving|leaves|left|making|makes|made|giving|gave|with|and|so|means|meant|ended|ran|running|recorded|yielding|taking|turning|a)"
EARNS = r"(?:making|earning|netting|pocketing|gaining|losing|made|lost|earned)"
BOUGHT, SOLD = r"(?:bought|buying|purchased|paid|cost)", r"(?:sold|resold|sells|sale|selling|got|fetched|went)"

SUMS = (
    Reckoning(
        "total",
        "a b c total",
        total,
        "plus and with top added extra takes brings pushes raises lifts",
        (
            rf"$a ~ (?:plus|and|with|,) ~ $b ~ {AND} ~ $c ~ {COMES_TO} ~ $total",
            rf"$a ~ {AND} ~ $b ~ {COMES_TO} ~ $total",
            rf"$a ~ {AND} ~ $b ~ (?:for|in|or|so|,) ~ $total {IN_ALL}",
            rf"$a ~ {AND} ~ $b,? ~ so ~ {PAYS} ~ $total",
            r"$a ~ (?:takes|brings|pushes|raises|lifts) ~ $b ~ to $total",
            r"$a, together\s+with ~ $b ~ (?:gives|gave|giving|means) ~ $total",
            rf"$a ~ {AND} ~ $b ~ total ~ $total",
            rf"$a ~ {AND} ~ $b, (?:and )?(?:paying|paid|spending|spent|handing\s+over) ~ $total",
            rf"$a … $b ~ (?:added|extra|on\s+top),? ~ (?:{PAYS}|{COMES_TO}) ~ $total",
            r"$a … (?:and|plus|later|then) ~ $b,? ~ (?:in\s+all|altogether|total) ~ $total",
        ),
    ),
    Reckoning(
        "total",
        "price total",
        lambda price, tax: price * (1 + tax),
        "tax vat tip service surcharge levy duty charge",
        (
            rf"$price ~ (?:plus|and|with) ~ %tax ~ {TAX} ~ (?:{COMES_TO}|for|total|cost|costs|pays|paid|is|was) ~ $total",
            rf"%tax ~ {TAX} ~ (?:added\s+to|on\s+top\s+of) ~ $price ~ (?:{COMES_TO}|brings|brought|takes|took) ~ $total",
            rf"{TAX} ~ %tax … $price ~ (?:costs?|{COMES_TO}) ~ $total with ~ {TAX}",
        ),
        rounded=True,
    ),
    Reckoning(
        "paid",
        "price paid",
        lambda price, off: price * (1 - off),
        "discount off reduction less rebate marked knocked slashed cut reduced lowered",
        (
            rf"%off ~ {OFF} ~ $price ~ {COSTS} ~ $paid",
            rf"%off ~ {OFF} ~ {COSTS} ~ $paid ~ (?:instead\s+of|rather\s+than|not) ~ $price",
            rf"$price ~ %off ~ {OFF} ~ {COSTS} ~ $paid",
            rf"$price, (?:or|but) ~ $paid with ~ %off ~ {VOUCHER}",
            rf"$price … {OFF} ~ %off ~ {COSTS} ~ $paid",
            rf"(?:slashed|cut|reduced|lowered|{CUT}) by %off, ~ so ~ $price ~ {COSTS} ~ $paid",
            rf"$price ~ {CUT} by %off,? ~ {COSTS} ~ $paid",
        ),
        rounded=True,
    ),
    Reckoning(
        "paid",
        "price off paid",
        lambda price, off: price - off,
        "discount reduction rebate voucher coupon off",
        (
            rf"$price … {VOUCHER} ~ (?:of|for|worth) $off,? ~ {COSTS} ~ $paid",
            rf"$price ~ $off (?:{VOUCHER}|off) ~ {COSTS} ~ $paid",
            rf"$off (?:{VOUCHER}|off) ~ $price ~ {COSTS} ~ $paid",
            rf"$price ~ $paid ~ {VOUCHER} of $off",
            rf"$price ~ $paid ~ $off {VOUCHER}",
        ),
    ),
    Reckoning(
        "part",
        "whole part",
        portion,
        "tip tax vat duty commission fee discount deposit levy surcharge interest charge service premium bonus royalty share cut rise raise reduction mark price",
        (
            rf"%share ~ {FEE} ~ (?:on|of|from) ~ $whole ~ {MEANS} ~ $part",
            rf"%share ~ {FEE} ~ on ~ $whole ~ {OR}$part",
            rf"{FEE} of %share ~ (?:on|of) ~ $whole ~ {MEANS} ~ $part",
            rf"$whole ~ %share (?:the )?price,? ~ {COSTS} ~ $part",
            rf"{FEE} of %share (?:takes|knocks|cuts) ~ $part off ~ $whole",
            rf"{FEE} of %share adds ~ $part to ~ $whole",
            rf"%share ~ {FEE} ~ adds? ~ $part to ~ $whole",
            rf"{FEE} (?:at|of) %share adds ~ $part to ~ $whole",
        ),
        rounded=True,
    ),
    Reckoning(
        "change",
        "a b change",
        apart,
        "change back",
        (
            rf"(?:{HANDS}|note|bill) ~ $a … $b … $change {BACK}",
            rf"(?:{HANDS}|note|bill) ~ $a … $b … change (?:of|was|came\s+to|is) $change",
            rf"$a … {HANDS} ~ $b … $change {BACK}",
            rf"$a … {HANDS} ~ $b … change (?:of|was|came\s+to|is) $change",
            rf"$change {BACK} ~ (?:from|out of) ~ $a … $b",
            rf"$b … $change {BACK} ~ (?:from|out of) ~ $a",
        ),
    ),
    Reckoning(
        "total",
        "amount total",
        lambda amount, rate: amount * (1 + rate),
        "interest year",
        (
            r"$amount … %rate ~ interest ~ (?:year|annual\w*|twelve\s+months|12\s+months) … (?:repaid|repays?|pays?\s+back|paid\s+back|worth|grew|grows|became|becomes|came\s+to) ~ $total",
            r"$amount … %rate ~ (?:year|annual) ~ interest ~ (?:repaid|repays?|pays?\s+back|paid\s+back|worth|grew|grows|became|becomes) ~ $total",
            r"(?:invest(?:ed|s)|deposit(?:ed|s)|saved|lent|borrowed) ~ $amount at %rate ~ (?:had|has|got|gets|owed|repaid|was\s+worth) ~ $total (?:a|one|after\s+a|after\s+one) year",
        ),
        rounded=True,
    ),
    Reckoning(
        "part",
        "whole part",
        portion,
        "interest year",
        (
            rf"$whole ~ at %share ~ {YIELDS} ~ $part ~ {A_YEAR}",
            rf"$whole … %share ~ interest … {YIELDS} ~ $part ~ {A_YEAR}",
            rf"%share ~ (?:on|of) ~ $whole ~ {YIELDS} ~ $part ~ {A_YEAR}",
            rf"(?:pays?|paid|bears?) %share … $whole ~ {YIELDS} ~ $part ~ {A_YEAR}",
            rf"$whole ~ at %share ~ interest ~ (?:year|annual\w*) ~ {IS} ~ $part",
            rf"%share,? so ~ $whole ~ {YIELDS} ~ $part ~ {A_YEAR}",
            rf"%share ~ year ~ $whole ~ {YIELDS} ~ $part ~ {A_YEAR}",
            rf"$whole ~ #years ~ %share ~ interest … (?:{YIELDS}|paid|pays?) ~ $part ~ interest",
            rf"$whole ~ %share ~ interest ~ #years … (?:{YIELDS}|paid|pays?) ~ $part ~ interest",
            rf"$whole ~ %share ~ (?:year|annual)\w* ~ interest ~ {IS} ~ $part",
        ),
        rounded=True,
    ),
    Reckoning(
        "total",
        "each total",
        product,
        "instalment installment payment repayment each",
        (
            r"#number ~ (?:instal?lments|payments|repayments) of $each,? (?:each,? )?(?:or|a\s+total\s+of) ~ $total",
            rf"#number ~ (?:instal?lments|payments|repayments) of $each,? ~ {COMES_TO} ~ $total",
            r"#number ~ (?:instal?lments|payments|repayments) of $each ~ (?:clear|cover|settle|repay|pay\s+off|make\s+up) ~ $total",
            r"#number ~ each ~ $each,? ~ (?:making|giving|raising|a\s+total\s+of|so|for) ~ $total",
            rf"#number ~ (?:instal?lments|payments|repayments) of $each ~ $total {IN_ALL}",
            r"$total ~ #number equal ~ (?:instal?lments|payments|repayments) of $each",
        ),
    ),
    Reckoning(
        "rest",
        "a b rest",
        apart,
        "repaid repay paid pays returned cleared settled back recovered deposit",
        (
            *(
                rf"{lent} … {repaid} … {rest}"
                for lent in (rf"{LENT} ~ $a", rf"$a ~ {LENT}")
                for repaid in (rf"{REPAID} ~ $b", rf"$b ~ {REPAID}")
                for rest in (rf"{OWED} ~ $rest", rf"$rest ~ {OWED}")
            ),
            r"(?:owes|owing|owed|outstanding|left) ~ $rest ~ (?:of|on) ~ $a ~ (?:having|after) ~ (?:repaid|repaying|paid|paying) ~ $b",
            r"deposit of $b on ~ $a ~ (?:leaves|leaving|left|means) ~ $rest",
            rf"{LENT} ~ $a … (?:repay\w*|repaid|pay(?:s|ing)?\s+back|paid\s+back) ~ $b … interest of $rest",
            rf"{REPAID} ~ $b of ~ $a ~ {OWED} ~ $rest",
            rf"{REPAID} ~ $b of ~ $a ~ $rest ~ {OWED}",
        ),
    ),
    Reckoning(
        "rest",
        "a b rest",
        apart,
        "spen withdr took paid used gave lost paying remaining rest other balance",
        (
            rf"{HELD} ~ $a … {SPENT} ~ $b … {LEAVING} ~ $rest",
            rf"{HELD} ~ $a … {SPENT} ~ $b … $rest ~ {LEFT}",
            rf"{SPENT} ~ $b from ~ $a,? ~ {LEAVING} ~ $rest",
            r"$b ~ (?:of|on|towards?) ~ $a ~ (?:remaining|rest|other|balance) ~ $rest",
            rf"{SPENT} ~ $b of ~ $a … {LEAVING} ~ $rest",
            rf"{SPENT} ~ $b of ~ $a … $rest ~ {LEFT}",
        ),
    ),
    Reckoning(
        "by",
        "a b by",
        apart,
        "target goal budget estimate quota aim hoped hoping expect planned forecast limit allowance need asking guide reserve",
        (
            rf"&a(?=.{{0,200}}\b{AIM}\b) … {BEAT} ~ &b ~ by &by",
            rf"&a(?=.{{0,200}}\b{AIM}\b) … &by {APART} ~ &b",
            rf"{AIM} ~ &a … &b,? ~ &by {APART}",
            rf"&a … {AIM} ~ &b,? ~ &by {APART}",
            rf"{AIM} ~ &a … &b … {BEAT} ~ by &by",
            rf"{AIM} ~ &a … {BEAT} ~ by &by ~ &b",
            rf"{AIM} ~ &a … fell &by short ~ &b",
            rf"&a {AIM} ~ {BEAT} ~ by &by ~ &b",
            rf"&a ~ {AIM} ~ &b ~ (?:,|—|–|\() ~ &by {APART}",
            rf"&a(?!\s+to\b) ~ &b, ~ &by {APART} ~ {AIM}",
            rf"&a, ~ &by {APART} ~ &b ~ {AIM}",
            rf"{AIM} ~ &a ~ &b … {EXCESS} of &by",
        ),
    ),
    Reckoning(
        "by",
        "a b by",
        apart,
        "profit surplus deficit loss shortfall gain gap",
        (
            *(
                rf"{one} … {other} ~ {SO} ~ {by}"
                for one, other in (
                    (rf"{IN} ~ $a", rf"{OUT} ~ $b"),
                    (rf"{OUT} ~ $b", rf"{IN} ~ $a"),
                    (rf"$a ~ {IN}", rf"$b ~ {OUT}"),
                    (rf"$b ~ {OUT}", rf"$a ~ {IN}"),
                    (rf"{IN} ~ $a", rf"$b ~ {OUT}"),
                    (rf"{BOUGHT} ~ $a", rf"{SOLD} ~ $b"),
                    (rf"{SOLD} ~ $b", rf"{BOUGHT} ~ $a"),
                )
                for by in (rf"{BALANCE} ~ $by", rf"$by {BALANCE}")
            ),
            rf"{OWN} of $by ~ {SOLD} ~ $a … {BOUGHT} ~ $b",
            rf"{OWN} of $by ~ {BOUGHT} ~ $a … {SOLD} ~ $b",
        ),
    ),
    Reckoning(
        "by",
        "a b by",
        apart,
        "leaving left making earning netting pocketing gaining losing made lost earned exceed outstrip outweigh topped short",
        (
            rf"{BOUGHT} ~ $a … {SOLD} ~ $b ~ , ~ {EARNS} ~ $by",
            rf"{SOLD} ~ $b … {BOUGHT} ~ $a ~ , ~ {EARNS} ~ $by",
            rf"{IN} ~ $a … {OUT} ~ $b ~ , (?:leaving|which\s+left|and\s+left) ~ $by",
            rf"{OUT} ~ $b … {IN} ~ $a ~ , {EARNS} ~ $by",
            rf"{IN} ~ $a … {OUT} ~ $b ~ , {EARNS} ~ $by",
            r"$a ~ (?:exceed(?:s|ed|ing)|outstrip(?:s|ped)|outweigh(?:s|ed)|topped|fell\s+short\s+of) ~ $b ~ by $by",
        ),
    ),
)
