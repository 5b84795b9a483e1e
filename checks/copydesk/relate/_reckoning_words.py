"""What is reckoned in words: "£400 plus £80 tax, making £480". Data only.

In a construction `$name` is a sum of money, `%name` a percentage or fraction, `#name` any other figure, `&name` a figure that is no share, and
`*name` a list of such; `~` is a few words of one clause, `¬` such without a comma, `…` words that may run into the next sentence. No other figure stands in between.
"""

from collections.abc import Callable
from decimal import Decimal

from copydesk.named import NamedTuple


class Reckoning(NamedTuple):
    """One equation that words state.

    result    the figure that it works out from the others
    alike     the figures that are in one unit
    words     it can't do without one of these
    ways      its constructions
    rounded   may the result be a rounding: of a share, a quotient?
    near      are its figures of one thing, so that a result far off is one of something else?
    local     are its figures tied so closely that others may stand beside them?
    """

    result: str
    alike: str
    equation: Callable[..., Decimal]
    words: str
    ways: tuple[str, ...]
    rounded: bool = False
    near: bool = False
    local: bool = False


COMES_TO = r"(?:makes?|making|made|comes?\s+to|came\s+to|total(?:l?ed|l?ing|s)?|adds?\s+up\s+to|added\s+up\s+to|adding\s+up\s+to|amount(?:s|ed)\s+to|br(?:ings?|inging|ought)\s+(?:the|her|his|its|their)\s+(?:bill|cost|price|outlay|charge|fee|sum)\s+to)"
IN_ALL = r"(?:in\s+all|altogether|in\s+total|all\s+told|between\s+them)"
IS = r"(?:is|are|was|were|be|works\s+out\s+at|worked\s+out\s+at|stands\s+at|stood\s+at|equals)"
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
AIM = r"(?:targets?|goals?|budgets?|budgeted|estimates?|estimated|quota|aim(?:ed)?|hop(?:ed|ing)|expect(?:ed|ing)|planned|forecasts?|limit|allowance|needed|needs|asking|guide|reserve)"
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
# Shared out.
EQUALLY = r"(?:equally|evenly|in\s+equal\s+(?:parts|shares)|equal\s+(?:parts|shares))"
SHARED = r"(?:shar(?:ed?|es|ing)|split|splits|divided?|divides|dividing)"
AMONG = r"(?:among|amongst|between|by|into|to)"
GETS = r"(?:got|gets?|getting|receiv(?:es?|ed|ing)|pa(?:ys?|id|ying)|takes?|took|taking|giving|gives|gave|has|had|have|making|makes|,|:|—|or|leaving|so|with)"
EACH = r"(?:each|apiece|per\s+\w+|a\s+head)\b"
OVER = r"(?:in|over|from|across|for|by|to|among|between|on)"
AVERAGE = r"(?:average|mean)"
AVERAGING = r"(?:averaged?\s+out\s+at|averag(?:es|ed|ing)|(?:average|mean)(?:\s+\w+)?\s+(?:of|is|was))"
# One currency for another.
COIN = r"(?:pounds?|euros?|dollars?|francs?|yen|rupees?|crowns?|pesos?|rand|yuan|zlotys?|krona|kronor|kroner|krone|lira|shillings?)"
A_COIN = rf"(?:to|for|per) (?:the|a|an|one) {COIN}"
BUYS = r"(?:at|is\s+worth|was\s+worth|worth|stood\s+at|buys|bought|trading\s+at|equal\s+to|is|was|fetche[sd])"
EQUALS = r"(?:is|are|was|were|be|worth|equals|comes?\s+to|came\s+to|costs?|or|makes|made|becomes|became|gets?|got|buys?|bought|fetch(?:es|ed)?|equivalent|received|gives|gave|into|for)"
# A part, its whole and its share.
OR = r"(?:,|\(|—|–|:)\s*(?:(?:or|that\s+is|i\.e\.|which\s+(?:is|was|makes|made|comes\s+to|came\s+to)|making|equal\s+to|equivalent\s+to|namely),?\s+)?(?:(?:about|some|just)\s+)?"
THAT_IS = r"(?:that\s+is|i\.e\.|exactly|which\s+is|which\s+was|or|just|precisely)"
FORM = r"(?:ma[dk]e\s+up|makes\s+up|form(?:ed)?|account(?:ed)?\s+for|represent(?:ed)?|comprised?|are|were)"
CLOSED = r"\s*(?:[.,;)—–]|$)"
GROUPS = r"(?:of|with|holding|seating|each\s+with|each\s+of|each\s+holding|each\s+seating|containing)"


def _sum(a: Decimal, b: Decimal, c: Decimal = Decimal(0)) -> Decimal:
    return a + b + c


def _apart(a: Decimal, b: Decimal) -> Decimal:
    return abs(a - b)


def _part(whole: Decimal, share: Decimal, years: Decimal = Decimal(1)) -> Decimal:
    return whole * share * years


def _product(number: Decimal, each: Decimal) -> Decimal:
    return number * each


def _quotient(amount: Decimal, number: Decimal) -> Decimal:
    return amount / number


def _mean(several: tuple[Decimal, ...], over: Decimal = Decimal(1)) -> Decimal:
    return sum(several, Decimal(0)) / len(several)


# At so much to the pound, so many pounds are so much; and the other way.
EXCHANGED = (
    rf"$rate {A_COIN} … $amount … {EQUALS} ~ $part",
    rf"(?:the|a|one|each|every) {COIN} {BUYS} $rate … $amount … {EQUALS} ~ $part",
    rf"$one {BUYS} $rate … $amount … {EQUALS} ~ $part",
    rf"$amount ~ (?:at|for) ~ $rate {A_COIN} ~ {EQUALS} ~ $part",
    rf"$amount ~ (?:{EQUALS}|,|\() ~ $part ~ at ~ $rate {A_COIN}",
)
RECKONINGS = (
    Reckoning(
        "total",
        "a b c total",
        _sum,
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
        _part,
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
        _apart,
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
        _part,
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
        _product,
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
        _apart,
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
        _apart,
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
        _apart,
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
        _apart,
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
        _apart,
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
    Reckoning(
        "each",
        "amount each",
        _quotient,
        "equal evenly share split divide each apiece",
        (
            rf"&amount ~ {EQUALLY} ~ {AMONG} ~ #number ~ {GETS} ~ &each",
            rf"&amount ~ {AMONG} ~ #number ~ {EQUALLY} … {GETS} ~ &each",
            rf"#number ~ {SHARED} ~ &amount ~ {EQUALLY} … {GETS} ~ &each",
            rf"{SHARED} ~ &amount ~ {EQUALLY} … &each (?:to|for) each of ~ #number",
            rf"&amount ~ {EQUALLY} … &each (?:to|for|went\s+to) each of ~ #number",
            rf"&amount ~ {EQUALLY} … (?:each|every\s+one) of ~ #number ~ {GETS} ~ &each",
            rf"&amount ~ {SHARED} ~ {AMONG} ~ #number ~ {GETS} ~ &each {EACH}",
            rf"&amount ~ {SHARED} ~ {AMONG} ~ #number ~ each (?:\w+\s+)?{GETS} ~ &each",
            r"&amount ~ into #number equal ~ of &each",
            r"#number ~ equal ~ (?:share|part)s? of ~ &amount,? ~ &each",
            rf"$amount, ~ so ~ #number ~ {GETS} ~ $each {EACH}",
        ),
        rounded=True,
    ),
    Reckoning(
        "each",
        "several each",
        _mean,
        "average averag mean",
        (
            rf"{AVERAGE} of ~ #over [a-z]+ ~ , *several, ~ (?:is|was) ~ &each",
            rf"{AVERAGE} ~ *several,? ~ (?:is|was|:|,) ~ &each",
            rf"*several ~ {AVERAGING} &each",
            r"*several ~ &each ~ on\s+average",
            rf"*several ~ {OVER} ~ #over ~ {AVERAGING} &each",
            rf"*several ~ {OVER} ~ #over ~ &each ~ on\s+average",
        ),
        rounded=True,
        near=True,
    ),
    Reckoning(
        "each",
        "amount each",
        _quotient,
        "average averag mean",
        (
            rf"&amount ~ {OVER} ~ #number ~ {AVERAGING} &each",
            rf"&amount ~ {OVER} ~ #number ~ &each ~ (?:on\s+average|average)",
            rf"#number ~ &amount ~ (?:or|,|making|giving|so|at) ~ {AVERAGE} of &each",
            r"#number ~ &amount ~ (?:or|,|making|giving|so) ~ &each ~ on\s+average",
        ),
        rounded=True,
        near=True,
    ),
    Reckoning(
        "each",
        "",
        _quotient,
        "density",
        (r"#amount ~ #number ~ density of #each", r"#number ~ #amount ~ density of #each"),
        rounded=True,
    ),
    Reckoning(
        "part",
        "rate part",
        lambda amount, rate, one=Decimal(1): amount * rate / one,
        "pound euro dollar franc yen rupee crown peso rand yuan zloty kron lira shilling worth buys",
        EXCHANGED,
        rounded=True,
    ),
    Reckoning(
        "part",
        "rate amount",
        lambda amount, rate, one=Decimal(1): amount / rate * one,
        "pound euro dollar franc yen rupee crown peso rand yuan zloty kron lira shilling worth buys",
        EXCHANGED,
        rounded=True,
    ),
    Reckoning(
        "part",
        "whole part",
        _part,
        "of",
        (
            rf"%share of ¬ &whole ~ {OR}&part",
            r"%share of ¬ &whole ~ (?:is|was|makes|comes\s+to|came\s+to|equals|amounts\s+to|means|meant) ~ &part",
            r"(?:turnout|rate|share|proportion|percentage) ~ %share ~ (?:,|:|—|–|\() ~ &part ~ (?:of|out\s+of) ~ &whole",
            rf"of ~ &whole ~ &part ~ , {THAT_IS},? %share{CLOSED}",
            r"&part of ~ &whole ~ , (?:a|an) (?:\w+\s+)?(?:loss|share|rate|proportion|turnout) of %share",
            r"&part of ~ &whole ~ , %share of (?:the )?(?:total|month|week|year|whole|them|those|all|lot|stock|squad|field)",
            r"out of ~ &whole ~ &part, ~ %share of ~ (?:total|sum|budget|money|it|whole)",
            rf"&part ~ (?:of|out\s+of) ~ &whole,? ~ {THAT_IS},? %share{CLOSED}",
            rf"&part ~ {FORM} %share of ¬ &whole",
            rf"with ~ &part of ~ &whole,? ~ (?:took|won|had|has|got|polled|secured|takes|wins) ~ %share{CLOSED}",
            r"$part,(?: (?:or|that\s+is|which\s+is|exactly))? %share of ¬ $whole",
            r"%share full, (?:with|holding) ~ &part of ~ &whole",
        ),
        rounded=True,
        local=True,
    ),
    Reckoning(
        "part",
        "whole part",
        _part,
        "those these ,",
        (
            r"%share of ¬ &whole … (?:those|these) &part",
            rf"&whole ~ \. %share(?:\s+of\s+(?:them|these|those))?, (?:or )?&part{CLOSED}",
        ),
        rounded=True,
        near=True,
        local=True,
    ),
    Reckoning(
        "part",
        "whole part",
        lambda whole, share: whole * (1 - share),
        "leaving leaves",
        (
            r"%share of ¬ &whole,? ~ (?:leaving|leaves) ~ &part",
            r"&part of ~ &whole,? ~ (?:leaving|leaves) ~ %share",
        ),
        rounded=True,
        local=True,
    ),
    Reckoning(
        "total",
        "each total",
        _product,
        "sold bought booked hired",
        (
            r"(?:costs?|at|are|were|priced\s+at|was|is) $each,? ~ #number (?:\w+\s+)?(?:were|was|are|have\s+been)?\s*(?:sold|bought|hired|booked) ~ (?:bringing|so|for|takings|raising|making|which|earning) ~ $total",
        ),
    ),
    Reckoning(
        "total",
        "each total",
        _product,
        "of with each holding seating containing",
        (
            rf"#number [\w-]+ {GROUPS} #each ~ (?:{COMES_TO}|so|or|for|giving|gives|total|which|holds?|seats?|room) ~ #total",
            rf"#number [\w-]+ {GROUPS} #each ~ #total ~ {IN_ALL}",
        ),
    ),
)
