"""What is shared out, averaged, exchanged, or a share of something, as words reckon it: "£600 split equally among four, who got £150 each".
Data only."""

from decimal import Decimal

from copydesk.relate.reckonings.words import COMES_TO, IN_ALL, OR, Reckoning, mean, portion, product, quotient

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
THAT_IS = r"(?:that\s+is|i\.e\.|exactly|which\s+is|which\s+was|or|just|precisely)"
FORM = r"(?:ma[dk]e\s+up|makes\s+up|form(?:ed)?|account(?:ed)?\s+for|represent(?:ed)?|comprised?|are|were)"
CLOSED = r"\s*(?:[.,;)—–]|$)"
GROUPS = r"(?:of|with|holding|seating|each\s+with|each\s+of|each\s+holding|each\s+seating|containing)"
# At so much to the pound, so many pounds are so much; and the other way.
EXCHANGED = (
    rf"$rate {A_COIN} … $amount … {EQUALS} ~ $part",
    rf"(?:the|a|one|each|every) {COIN} {BUYS} $rate … $amount … {EQUALS} ~ $part",
    rf"$one {BUYS} $rate … $amount … {EQUALS} ~ $part",
    rf"$amount ~ (?:at|for) ~ $rate {A_COIN} ~ {EQUALS} ~ $part",
    rf"$amount ~ (?:{EQUALS}|,|\() ~ $part ~ at ~ $rate {A_COIN}",
)
SHARES = (
    Reckoning(
        "each",
        "amount each",
        quotient,
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
        mean,
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
        quotient,
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
        quotient,
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
        portion,
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
        portion,
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
        product,
        "sold bought booked hired",
        (
            r"(?:costs?|at|are|were|priced\s+at|was|is) $each,? ~ #number (?:\w+\s+)?(?:were|was|are|have\s+been)?\s*(?:sold|bought|hired|booked) ~ (?:bringing|so|for|takings|raising|making|which|earning) ~ $total",
        ),
    ),
    Reckoning(
        "total",
        "each total",
        product,
        "of with each holding seating containing",
        (
            rf"#number [\w-]+ {GROUPS} #each ~ (?:{COMES_TO}|so|or|giving|gives|total|which|holds?|seats?|room) ~ #total",
            rf"#number [\w-]+ {GROUPS} #each ~ #total ~ {IN_ALL}",
            rf"#number [\w-]+ {GROUPS} #each ¬ for #total",
        ),
    ),
)
