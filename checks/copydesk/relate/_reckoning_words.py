"""What is reckoned in words: "£400 plus £80 tax, making £480". Data only.

In a construction `$name` is a sum of money, `%name` a percentage or fraction, `#name` any other figure, `&name` a figure that is no share, and
`*name` a list of such; `~` is a few words of one clause, `…` words that may run into the next sentence.
"""

from collections.abc import Callable
from decimal import Decimal

from copydesk.named import NamedTuple

Equation = Callable[..., Decimal]


class Reckoning(NamedTuple):
    """One equation that words state.

    result    the figure that it works out from the others
    alike     the figures that are in one unit
    words     it can't do without one of these
    ways      its constructions
    rounded   may the result be a rounding: of a share, a quotient?
    near      is a result far from it one of something else?
    local     are its figures tied so closely that others may stand beside them?
    """

    result: str
    alike: str
    equation: Equation
    words: str
    ways: tuple[str, ...]
    rounded: bool = False
    near: bool = False
    local: bool = False


COMES_TO = r"(?:making|makes?|made|comes?\s+to|came\s+to|total(?:l?ed|l?ing|s)?|adds?\s+up\s+to|added\s+up\s+to|adding\s+up\s+to|amount(?:s|ed)\s+to)"
IN_ALL = r"(?:in\s+all|altogether|in\s+total|all\s+told|total|between\s+them)"
# What a price is, or was sold for.
COSTS = r"(?:costs?|paid|pays?|for|to|is|was|were|at|sold|sells|leaving|makes|making|goes)"
OFF = r"(?:discount|off|reduction|less|rebate)"
LEFT = r"(?:left|remain(?:s|ed|ing)?|leaving|leaves|over|unspent|balance|still\s+has|still\s+had|has|had)"
LENT = r"(?:borrow(?:ed|s)|owed|owes|loans?|debts?|lent|mortgage|advance)"
REPAID = r"(?:repaid|repays|paid|pays|returned|cleared|settled)"
OWED = r"(?:leaving|leaves|left|still|outstanding|remain(?:s|ing)?|remainder|unpaid|to\s+pay|owes|owing|owed|balance|to\s+be\s+(?:re)?paid|to\s+go)"
SPENT = r"(?:spent|spending|spends|withdrew|withdrawn|took\s+out|paid|used|gave|lost|paying)"
AIM = r"(?:targets?|goals?|budgets?|estimates?|quota|aim(?:ed)?|hop(?:ed|ing)|expect(?:ed|ing)|planned|forecasts?|limit|allowance|needed|asking|guide|reserve|record)"
BEAT = r"(?:beat(?:s|en|ing)?|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|top(?:s|ped|ping)|pass(?:es|ed|ing)|overs(?:hot|hoot\w*)|unders(?:hot|hoot\w*)|miss(?:es|ed|ing)|over(?:ran|running|spent)|smash(?:ed|ing)|fell\s+short|falling\s+short)"
APART = r"(?:short|above|over|below|under|beyond|more|less|fewer|in\s+excess|shy|better|ahead|behind|too\s+(?:much|little|many|few))"
IN = r"(?:sales|revenues?|income|takings|turnover|receipts|proceeds|earnings|earned|earning|took|taking|takes|received|receives|raised|collected|brought\s+in|bringing\s+in|brings\s+in|grossed)"
OUT = r"(?:costs?|spent|spending|spends|spend|expenses|expenditure|outlays?|outgoings|paid\s+out|paying\s+out|bills?|overheads)"
BALANCE = r"(?:profit|surplus|deficit|loss|shortfall|gain|gap)"
OWN = r"(?:profit|loss|gain)"
SHARED = r"(?:equally|evenly|in\s+equal\s+(?:parts|shares)|equal\s+(?:parts|shares))"
COIN = r"(?:pounds?|euros?|dollars?|francs?|yen|rupees?|crowns?|pesos?|rand|yuan|zlotys?|krona|kronor|kroner|krone|lira|shillings?)"
EQUALS = r"(?:is|are|was|were|be|worth|equals|comes?\s+to|came\s+to|costs?|or|makes|made|becomes|became|gets?|got|buys?|bought|fetch(?:es|ed)?|equivalent|received|gives|gave|into|for)"
FEE = r"(?:tip|tax|vat|duty|commission|fee|discount|deposit|levy|surcharge|interest|charge|service|premium|bonus|royalty|share|cut|off|rise|reduction|mark-up|markup)"
OR = r"(?:,|\(|—|–|:)\s*(?:(?:or|that\s+is|i\.e\.|which\s+(?:is|was|makes|made|comes\s+to|came\s+to)|making|equal\s+to|equivalent\s+to|namely),?\s+)?(?:(?:about|some|just)\s+)?"
EACH = r"(?:each|apiece|a\s+head|per\s+head|every\s+one)"
GROUPS = r"(?:of|with|holding|seating|each\s+with|each\s+of|each\s+holding|each\s+seating|containing)"


def _sum(a: Decimal, b: Decimal, c: Decimal = Decimal(0)) -> Decimal:
    return a + b + c


def _apart(a: Decimal, b: Decimal) -> Decimal:
    return abs(a - b)


def _part(whole: Decimal, share: Decimal) -> Decimal:
    return whole * share


# At so much to the pound, so many pounds are so much; and the other way.
EXCHANGED = (
    rf"$rate (?:to|for|per) (?:the|a|an|one) {COIN} … $sum … {EQUALS} ~ $part",
    rf"(?:the|a|one|each|every) {COIN} (?:at|is\s+worth|was\s+worth|worth|stood\s+at|buys|bought|trading\s+at|equal\s+to|is|was|fetche[sd]) $rate … $sum … {EQUALS} ~ $part",
    rf"$sum ~ {EQUALS} ~ $part ~ at ~ $rate (?:to|for|per) (?:the|a|an|one) {COIN}",
    rf"$sum ~ (?:,|\() ~ $part ~ at ~ $rate (?:to|for|per) (?:the|a|an|one) {COIN}",
)
RECKONINGS = (
    Reckoning(
        "total",
        "a b c total",
        _sum,
        "plus and with",
        (
            rf"$a ~ (?:plus|and|with|,) ~ $b ~ (?:plus|and|with) ~ $c ~ {COMES_TO} ~ $total",
            rf"$a ~ (?:plus|and|with) ~ $b ~ {COMES_TO} ~ $total",
            rf"$a ~ (?:plus|and|with) ~ $b ~ (?:for|in|or|so|,) ~ $total ~ {IN_ALL}",
            rf"$a ~ (?:plus|and|with) ~ $b ~ total ~ $total",
            rf"$a … (?:and|plus|another|later|then|rest|remaining) ~ $b ~ (?:in\s+all|altogether|total) ~ $total",
        ),
    ),
    Reckoning(
        "total",
        "price total",
        lambda price, tax: price * (1 + tax),
        "tax vat tip service surcharge levy duty charge",
        (
            rf"$price ~ (?:plus|and|with) ~ %tax ~ (?:tax|vat|tip|service|surcharge|levy|duty|charge) ~ (?:{COMES_TO}|for|total|cost|costs|pays|paid|is|was) ~ $total",
            rf"%tax ~ (?:tax|vat|tip|service|surcharge|levy|duty|charge) ~ (?:added\s+to|on\s+top\s+of) ~ $price ~ (?:{COMES_TO}|brings|brought|takes|took) ~ $total",
        ),
        rounded=True,
    ),
    Reckoning(
        "paid",
        "price paid",
        lambda price, off: price * (1 - off),
        "discount off reduction less rebate",
        (
            rf"%off ~ {OFF} ~ $price ~ {COSTS} ~ $paid",
            rf"%off ~ {OFF} ~ {COSTS} ~ $paid ~ (?:instead\s+of|rather\s+than|not) ~ $price",
            rf"$price ~ %off ~ {OFF} ~ {COSTS} ~ $paid",
            rf"$price … {OFF} ~ %off ~ {COSTS} ~ $paid",
        ),
        rounded=True,
    ),
    Reckoning(
        "paid",
        "price off paid",
        lambda price, off: price - off,
        "discount reduction rebate voucher coupon off",
        (
            rf"$price ~ (?:discount|reduction|rebate|voucher|coupon) ~ (?:of|for|worth) $off ~ {COSTS} ~ $paid",
            rf"$price ~ $off (?:discount|reduction|rebate|voucher|coupon|off) ~ {COSTS} ~ $paid",
            rf"$off (?:discount|reduction|rebate|voucher|coupon|off) ~ $price ~ {COSTS} ~ $paid",
            rf"$price ~ $paid ~ (?:discount|reduction|rebate|voucher|coupon) of $off",
            rf"$price ~ $paid ~ $off (?:discount|reduction|rebate|voucher|coupon)",
        ),
    ),
    Reckoning(
        "part",
        "whole part",
        _part,
        "tip tax vat duty commission fee discount deposit levy surcharge interest charge service premium bonus royalty share cut off rise reduction mark",
        (
            rf"%share ~ {FEE} ~ (?:on|of|from) ~ $whole ~ (?:is|was|be|or|{COMES_TO}|meant|means|gives|gave|brings|cost|costs|saves?|saved|earns|earned) ~ $part",
            rf"{FEE} of %share ~ (?:on|of) ~ $whole ~ (?:is|was|be|or|{COMES_TO}|meant|means|gives|gave|brings|cost|costs|saves?|saved|earns|earned) ~ $part",
        ),
        rounded=True,
    ),
    Reckoning(
        "change",
        "a b change",
        _apart,
        "change back",
        (
            r"(?:with|over|handed|gave|hands|gives|from|note|bill) ~ $a … $b … $change ~ (?:change|back)",
            r"(?:with|over|handed|gave|hands|gives|from|note|bill) ~ $a … $b … change ~ $change",
            r"$a … (?:with|over|handed|gave|hands|gives|from) ~ $b … $change ~ (?:change|back)",
            r"$a … (?:with|over|handed|gave|hands|gives|from) ~ $b … change ~ $change",
            r"$change ~ (?:change|back) ~ (?:from|out of) ~ $a … $b",
        ),
    ),
    Reckoning(
        "total",
        "sum total",
        lambda sum, rate: sum * (1 + rate),
        "interest",
        (
            r"$sum … %rate ~ interest ~ (?:year|annual\w*|twelve\s+months|12\s+months)\b … (?:repaid|repay|repays|owed|owes?|pay(?:s)?\s+back|paid\s+back|worth|grew|grows|became|becomes|total|came\s+to) ~ $total",
            r"$sum … %rate ~ (?:year|annual) ~ interest ~ (?:repaid|repay|repays|owed|owes?|pay(?:s)?\s+back|paid\s+back|worth|grew|grows|became|becomes|total) ~ $total",
        ),
        rounded=True,
    ),
    Reckoning(
        "part",
        "whole part",
        _part,
        "interest",
        (
            r"$whole … %share … (?:earn(?:s|ed|ing)?|yield(?:s|ed|ing)?|pa(?:ys|id)|brings?|brought|cost(?:s|ing)?|gives?|gave) ~ $part ~ (?:a\s+year|interest|per\s+year|after\s+a\s+year|one\s+year)",
            r"$whole … %share ~ interest … (?:earn(?:s|ed|ing)?|yield(?:s|ed|ing)?|brings?|brought|cost(?:s|ing)?|interest\s+of) ~ $part ~ (?:a\s+year|interest|per\s+year|after\s+a\s+year|one\s+year)",
        ),
        rounded=True,
    ),
    Reckoning(
        "total",
        "each total",
        lambda number, each: number * each,
        "instalment installment payment repayment",
        (
            rf"#number ~ (?:instal?lments|payments|repayments) of $each ~ (?:{COMES_TO}|total|or|,) ~ $total",
            rf"#number ~ (?:instal?lments|payments|repayments) of $each ~ $total {IN_ALL}",
            r"$total ~ #number equal ~ (?:instal?lments|payments|repayments) of $each",
        ),
    ),
    Reckoning(
        "rest",
        "a b rest",
        _apart,
        "repaid repays paid pays returned cleared settled",
        (
            rf"{LENT} ~ $a … {REPAID} ~ $b … {OWED} ~ $rest",
            rf"{LENT} ~ $a … {REPAID} ~ $b … $rest ~ {OWED}",
            rf"$a ~ {LENT} … $b ~ {REPAID} … {OWED} ~ $rest",
            rf"$a ~ {LENT} … {REPAID} ~ $b … {OWED} ~ $rest",
            rf"$a ~ {LENT} … $b ~ {REPAID} … $rest ~ {OWED}",
            rf"$a ~ {LENT} … {REPAID} ~ $b … $rest ~ {OWED}",
            rf"{REPAID} ~ $a of ~ $b ~ {OWED} ~ $rest",
            rf"{REPAID} ~ $a of ~ $b ~ $rest ~ {OWED}",
        ),
    ),
    Reckoning(
        "rest",
        "a b rest",
        _apart,
        "spen withdr took paid used gave lost paying",
        (
            rf"(?:had|with|held|holds|from|of|budget|has|saved|set\s+aside) ~ $a … {SPENT} ~ $b … {LEFT} ~ $rest",
            rf"(?:had|with|held|holds|from|of|budget|has|saved|set\s+aside) ~ $a … {SPENT} ~ $b … $rest ~ (?:left|remain|remained|remains|over|unspent)\b",
            rf"{SPENT} ~ $b of ~ $a … {LEFT} ~ $rest",
            rf"{SPENT} ~ $b of ~ $a … $rest ~ (?:left|remain|remained|remains|over|unspent)\b",
        ),
    ),
    Reckoning(
        "by",
        "a b by",
        _apart,
        "target goal budget estimate quota aim hop expect planned forecast limit allowance needed asking guide reserve record",
        (
            rf"(?=.{{0,250}}\b{AIM}\b)&a … {BEAT} ~ &b ~ by &by",
            rf"(?=.{{0,250}}\b{AIM}\b)&a … &by {APART} ~ &b",
            rf"{AIM} ~ &a … &b, ~ &by {APART}\b",
            rf"&a … {AIM} ~ &b, ~ &by {APART}\b",
            rf"{AIM} ~ &a … (?:{BEAT}|short) by &by ~ &b",
            rf"{AIM} ~ &a … fell &by short ~ &b",
            rf"&a {AIM} ~ (?:{BEAT}|short) ~ by &by ~ &b",
            rf"&a ~ {AIM} ~ &b ~ (?:,|—|–|\() ~ &by {APART}\b",
            rf"&a ~ &b, ~ &by {APART} ~ {AIM}",
            rf"&a, ~ &by {APART} ~ &b ~ {AIM}",
            rf"{AIM} ~ &a … {BEAT} ~ by &by,? ~ &b",
        ),
    ),
    Reckoning(
        "by",
        "a b by",
        _apart,
        "profit surplus deficit loss shortfall gain gap",
        (
            *(
                rf"{one} … {other} ~ (?:,|for|leaving|leaves|left|making|makes|made|giving|gave|with|and|so|means|meant|ended|ran|running|recorded|yielding|gap) ~ {by}"
                for one, other in (
                    (rf"{IN} ~ $a", rf"{OUT} ~ $b"),
                    (rf"{OUT} ~ $b", rf"{IN} ~ $a"),
                    (rf"$a ~ {IN}", rf"$b ~ {OUT}"),
                    (rf"$b ~ {OUT}", rf"$a ~ {IN}"),
                )
                for by in (rf"{BALANCE} ~ $by", rf"$by {BALANCE}")
            ),
            rf"(?:bought|buying|purchased|paid) ~ $a … (?:sold|resold|sells|sale|selling) ~ $b ~ (?:,|for|at|making|makes|made|with|and|so|taking|turning) ~ {OWN} of $by",
            rf"(?:bought|buying|purchased|paid) ~ $a … (?:sold|resold|sells|sale|selling) ~ $b ~ (?:,|for|at|making|makes|made|with|and|so|taking|turning) ~ $by {OWN}",
            rf"(?:sold|resold|sells|selling) ~ $b … (?:bought|paid|purchased|cost) ~ $a ~ (?:,|for|at|making|makes|made|with|and|so|taking|turning) ~ {OWN} of $by",
            rf"(?:sold|resold|sells|selling) ~ $b … (?:bought|paid|purchased|cost) ~ $a ~ (?:,|for|at|making|makes|made|with|and|so|taking|turning) ~ $by {OWN}",
            rf"{OWN} of $by ~ (?:sold|selling) ~ $a … (?:bought|paid|cost) ~ $b",
        ),
    ),
    Reckoning(
        "each",
        "sum each",
        lambda sum, number: sum / number,
        "equal evenly",
        (
            rf"&sum ~ {SHARED} ~ (?:among|amongst|between|by|into|to) ~ #number ~ (?:got|gets?|receiv(?:es?|ed|ing)|pa(?:ys?|id|ying)|takes?|took|giving|gives|gave|has|had|have|making|makes|,|or|leaving|so) ~ &each",
            rf"&sum ~ (?:among|amongst|between|by) ~ #number ~ {SHARED} … (?:got|gets?|receiv(?:es?|ed|ing)|pa(?:ys?|id|ying)|takes?|took|giving|gives|gave|has|had|have|,|or|leaving|so) ~ &each",
            rf"#number ~ (?:shar(?:ed?|es|ing)|split|divided?|divides) ~ &sum ~ {SHARED} … (?:got|gets?|receiv(?:es?|ed|ing)|pa(?:ys?|id|ying)|takes?|took|giving|gives|gave|has|had|have|,|or|so) ~ &each",
            rf"(?:shar(?:ed?|es|ing)|split|divided?|divides) ~ &sum ~ {SHARED} … &each (?:to|for) each of ~ #number",
            rf"&sum ~ {SHARED} … &each (?:to|for|went\s+to) each of ~ #number",
            rf"&sum ~ {SHARED} … (?:each|every\s+one) of ~ #number ~ (?:got|gets?|receiv(?:es?|ed|ing)|pa(?:ys?|id|ying)|takes?|took|has|had|have) ~ &each",
        ),
        rounded=True,
    ),
    Reckoning(
        "each",
        "several each",
        lambda several, over=None: sum(several) / len(several),
        "average averag mean",
        (
            r"average of ~ *several ~ (?:is|was|:|,) ~ &each",
            r"*several ~ (?:an\s+)?average of &each",
            r"*several ~ averag(?:es|ed|ing) &each",
            r"*several ~ (?:in|over|from|for|across|on) ~ #over ~ (?:averag(?:es|ed|ing)|average of) &each",
            r"*several ~ (?:that\s+is|making|which\s+is|so|the) ~ average (?:of|is|was) &each",
            r"*several ~ &each ~ on\s+average",
        ),
        rounded=True,
        near=True,
    ),
    Reckoning(
        "each",
        "sum each",
        lambda sum, number: sum / number,
        "average averag",
        (
            r"&sum ~ (?:in|over|from|across|for|by|to|among|between) ~ #number ~ (?:an\s+|the\s+)?average ~ (?:of|is|was) &each",
            r"&sum ~ (?:in|over|from|across|for|by|to|among|between) ~ #number ~ &each ~ (?:on\s+average|average)",
            r"&sum ~ (?:in|over|from|across|for|by|to|among|between) ~ #number ~ averag(?:es|ed|ing) &each",
            r"#number ~ &sum ~ (?:or|,|making|giving|so) ~ (?:an\s+)?average of &each",
            r"#number ~ &sum ~ (?:or|,|making|giving|so) ~ &each ~ on\s+average",
        ),
        rounded=True,
        near=True,
    ),
    Reckoning(
        "part",
        "rate part",
        lambda sum, rate: sum * rate,
        "pound euro dollar franc yen rupee crown peso rand yuan zloty kron lira shilling",
        EXCHANGED,
        rounded=True,
    ),
    Reckoning(
        "part",
        "rate sum",
        lambda sum, rate: sum / rate,
        "pound euro dollar franc yen rupee crown peso rand yuan zloty kron lira shilling",
        EXCHANGED,
        rounded=True,
    ),
    Reckoning(
        "part",
        "whole part",
        _part,
        "of",
        (
            rf"%share of ~ &whole ~ {OR}&part",
            rf"%share of ~ &whole ~ (?:is|was|makes|comes\s+to|came\s+to|equals|amounts\s+to|means|meant) ~ &part",
            r"(?:turnout|rate|share|proportion|percentage) ~ %share ~ (?:,|:|—|–|\() ~ &part ~ (?:of|out\s+of) ~ &whole",
            r"(?:of|out\s+of) ~ &whole ~ &part, (?:that\s+is|or|i\.e\.|exactly|which\s+is),? %share",
            r"out of ~ &whole ~ &part, ~ %share of ~ (?:total|sum|budget|money|it|whole)",
            r"&part ~ (?:of|out\s+of) ~ &whole,? ~ (?:that\s+is|which\s+is|i\.e\.|exactly),? %share",
            r"&part ~ (?:make|makes|made)\s+up %share of ~ of &whole",
            r"%share of ~ class of &whole ~ &part",
        ),
        rounded=True,
        local=True,
    ),
    Reckoning(
        "total",
        "each total",
        lambda number, each: number * each,
        "of with each holding seating containing",
        (
            rf"#number [\w-]+ {GROUPS} #each ~ (?:{COMES_TO}|so|or|for|giving|gives|total|which|holds?|seats?|room) ~ #total",
            rf"#number [\w-]+ {GROUPS} #each ~ #total ~ {IN_ALL}",
        ),
    ),
)
