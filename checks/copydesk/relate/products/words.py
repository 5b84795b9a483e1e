"""What makes a sum the price of one, and a figure what so many of them come to. Data only; @ is a figure."""

from copydesk.late import pattern

# In seconds.
PER_TIME = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "night": 86400, "week": 604800}
TIMES = ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "night")
EACH = pattern(
    r"\s*(?:[\w-]+\s+){0,2}?(?:apiece|(?<!for\s)each|a\s+head|per\s+head|a\s+piece|every\s+one|per\s+person)\b",
    words="apiece each every head person piece",
)
A_UNIT = pattern(r"\s*(?:[\w-]+\s+)?(?:a|an|per|every|for\s+each|for\s+every)\s+(?:single\s+)?(?P<unit>[a-z]{2,})\b")
A_TIME = pattern(
    rf"\s*(?:[\w-]+\s+){{0,4}}?(?:a|an|per|every|each)\s+(?P<unit>{'|'.join(TIMES)})\b",
    words="day hour minute month night quarter second week year",
)
ANYBODY = ("head", "person", "piece", "guest", "visitor")
# Units by the names that prices are told for.
SHORT = {"kilo": "kilogram", "ton": "tonne", "liter": "litre", "meter": "metre"}
# In front of the price; "each of the @" is in front of the number.
EACH_BEFORE = pattern(
    r"\b(?:each|every)\b(?!\s+of\b)[^,.;@]{0,50}$|\beach\s+of\b[^,.;@]{0,60}$|\beach\s+of\s+[^@.;,]{0,40}@[^@.;,]{0,60}$",
    words="each every",
)
# "480 tickets at 15 euros".
AT = pattern(r"@(?:\s+[a-z-]+){1,3}\s+at\s+[$£€]?$", words="at")
A_AT = pattern(r"\b(?:an?|one)\s+[a-z]+\s+at\s+[$£€]?$", words="at")
# "The bus holds 55 people, so six buses …".
HOLDS = pattern(
    r"\b(?:the|a|an|each|one)\s+(?P<unit>[a-z]+)\s+(?:holds?|seats?|carries|takes|can\s+(?:hold|carry|take|seat))\s+$",
    words="hold seat carr take",
)
EACH_OF = pattern(r"\beach\s+of\s+(?:the\s+|its\s+|their\s+|his\s+|her\s+)?(?:\w+\s+)?$", words="each")
# What opens the sentence of a total.
ALTOGETHER = (
    r"^\W?(?:in\s+(?:all|total)|altogether|together|between\s+them|all\s+told|combined),?\s+(?:[\w’'-]+\s+){0,4}[$£€]?$"
)
# What ties the total: in front of it, or behind.
TOTAL = pattern(
    rf"(?:[,—–(:;]|\band\s+(?:[\w’'-]+\s+))\s*(?:or|so|thus|and|for|a|in|which|that|to|it|he|she|they|the\s+\w+)?\s*(?:(?:a|the)\s+)?(?:[\w’'-]+\s+){{0,5}}$|{ALTOGETHER}|\b(?:each|apiece|(?:a|per)\s+\w+)\s+for\s+(?:a\s+total\s+of\s+)?[$£€]?$|\b(?:total|worth|cost|(?:comes?|came|adds?(?:\s+up)?|added\s+up|amounts?|amounted)\s+to|took|takes|raised|made|raising|making|raise|raises|(?:brings?|brought)\s+(?:in|it|them|him|her|(?:the|its)\s+\w+)|yields?|fetch(?:ed)?|earns?|earned|costs?|makes?|collected|grossed|spent|paid|pays?|holds?|seats?|carry|carries|gives?|sharing|shared|covered|covers?|drove|travel\w+|takings|takes|lasts?|fills?|fitted|fits|sums?\s+to)\b[^.;]{{0,30}}$"
)
# In another sentence than the price's.
EARNED = pattern(
    rf"{ALTOGETHER}|\b(?:total|worth|(?:comes?|came|adds?(?:\s+up)?|added\s+up|amounts?|amounted)\s+to|took|takes|raised|made|earned|earns|raises|makes|(?:brought|brings?)\s+(?:in|the|them|it|him|her)|collected|grossed|fetched|cost|costs|spent|bill\s+of|bill\s+(?:for\s+[^.;@]{{1,25}}\s)?(?:was|is))\b[^.;@]{{0,30}}$"
)
# What a total comes to for one: "worth 4.6 million euros, an average of 20,000 each".
APPOSED = pattern(
    r"[^@.;:\d]{0,50}(?:,\s+|\s\(|\s[—–-]\s)(?:(?:or|that\s+is|making\s+it|which\s+is|on\s+average)\s+)?(?:about\s+|some\s+|roughly\s+)?(?:an\s+average\s+of\s+)?(?:about\s+|some\s+)?[$£€]?"
)
AVERAGE = pattern(r"\ban\s+average\s+(?:of\s+)?$", words="average")
KNOWN = pattern(r"\b(?:the|all)\s+$")
IN_ALL = pattern(r"[^@.;]{0,30}?\b(?:in\s+all|altogether|in\s+total|all\s+told|overall|combined)\b")
# The sum is not all that there is.
PARTLY = pattern(
    r"\b(?:plus|including|before|after\s+\w+|part\s+of|deposit|instal\w+|(?<!adds\s)(?<!add\s)(?<!added\s)up\s+to|at\s+least|minimum|profit|loss|tax(?:es)?|fees?|discount|extra|more\s+than|less|compared|rose|fell|from|last\s+year|another|other|except|only|average|fine|interest|tips|overtime|with\s+(?:the\s+)?bonus\w*)\b"
)
GROUPS = pattern(
    r"(?P<number>@)(?:\s+[\w-]+){1,3}\s+(?:of|with|each\s+with|each\s+of)\s+(?P<each>@)(?:\s+[\w’'-]+){1,4}?(?:\s+each)?,\s+(?:or\s+|making\s+|for\s+)?(?:a\s+total\s+of\s+)?(?P<total>@)(?:\s+[\w’'-]+){0,2}\s+(?:in\s+all|altogether|in\s+total|all\s+told)\b",
    words="all altogether total",
)
# How many of the one are in the other, as far as everybody counts so.
IN_A = {
    ("second", "minute"): (60,),
    ("minute", "hour"): (60,),
    ("month", "quarter"): (3,),
    ("night", "week"): (7,),
    ("month", "year"): (12,),
    ("quarter", "year"): (4,),
    ("week", "year"): (52,),
    ("day", "week"): (5, 6, 7),
    ("hour", "day"): (24, 8),
    ("day", "year"): (365,),
}
COMES_TO = pattern(
    r"\b(?:\w+ing|or|worth|total|to|of|raise|cost|made|earned|yield|(?:brings?|earns?|brought)\s+(?:him|her|them|it|in))\s+(?:about\s+)?[$£€]?$"
)
A_COSTS = pattern(
    r"\b(?P<with>with\s+)?(?:an?|one|each|every)\s+(?P<unit>[a-z]+)\s+(?:(?:in|at|on|with|of|by)\s+(?:[\w’-]+\s+){1,3}?)?(?:(?(with)(?:at|costing|priced\s+at)|(?!))|costs?|comes\s+to|came\s+to|sold\s+for|sells\s+for|fetch\w+|(?:is|was)\s+worth|goes\s+for|went\s+for)\s+(?:about\s+)?[$£€]?$",
    words="with came comes cost fetch goes sells sold went worth",
)
OR_RATE = pattern(
    rf"[^@.;]{{0,20}}?,?\s+(?:so|which\s+means(?:\s+that)?|and)\s+(?:a|an|each|every)\s+(?:{'|'.join(TIMES)})\s+(?:comes\s+to|costs|would\s+cost|makes)\s+|"
    r"[^@.;]{0,40}?(?:,\s+|\s+\(|\s+(?=or\b))(?:or|equal\s+to|equivalent\s+to|that\s+is|making)?\s*(?:about\s+|some\s+|nearly\s+)?"
)
COST = pattern(r"\b(?:costs?|comes?\s+to|worth)\s+(?:about\s+|some\s+)?$")
