"""Verbs of rise and fall, and where the figures before and after stand beside them. Data only; @ is a figure."""

from copydesk.late import late, pattern

# The same way for a verb and its noun; "gain" and "lose" are said of ground, weight and votes too, and left out.
UP = (
    r"(?:rose|risen|rises?|rising|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|grew|grown|grows?|growing|increas(?:es?|ed|ing)|soar(?:s|ed|ing)?|surg(?:es?|ed|ing)|rais(?:es?|ed|ing)"
    r"|widen(?:s|ed|ing)?|lengthen(?:s|ed|ing)?|prolonged|extended|deepen(?:s|ed|ing)?|expand(?:s|ed|ing)?|swell(?:s|ed|ing)?|swollen|balloon(?:s|ed|ing)?|mushroomed|rocketed|leap(?:s|t|ed|ing)?|hik(?:es?|ed|ing)|boosted|rebound(?:s|ed|ing)?|(?:pick(?:s|ed)?|crept)\s+up|accelerat(?:es?|ed|ing)|quicken(?:s|ed|ing)?|(?:edg(?:es?|ed|ing)|inch(?:es|ed)|crept|tick(?:s|ed)|went|go(?:es)?|gone|mov(?:es?|ed|ing)|shot|pushed|put)\s+(?:back\s+)?(?:up|higher))"
)
DOWN = (
    r"(?:fell|fallen|falls?|falling|drop(?:s|ped|ping)?|declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)|slip(?:s|ped|ping)?|slid|slump(?:s|ed|ing)?|plung(?:es?|ed|ing)|tumbl(?:es?|ed|ing)|shrank|shrunk|shrinks?"
    r"|sank|sunk|shorten(?:s|ed|ing)?|trim(?:s|med|ming)?|slash(?:es|ed|ing)?|plummet(?:s|ed|ing)?|dwindl(?:es?|ed|ing)|contracted|curtailed|nosedived|dip(?:s|ped)?|narrow(?:s|ed|ing)?|slow(?:s|ed|ing)?|cut|lower(?:s|ed|ing)|reduc(?:es?|ed|ing)|eas(?:es?|ed|ing)|(?:edg(?:es?|ed|ing)|inch(?:es|ed)|crept|tick(?:s|ed)|went|go(?:es)?|gone|mov(?:es?|ed|ing)|came|comes?|coming)\s+(?:back\s+)?(?:down|lower))"
)
# @ is a figure. Between the verb and its figures stand a few words ("in value", "the key rate"), but no other verb and no comma.
FEW = rf"(?:(?!\b(?:{UP}|{DOWN})\b)[^@.;:,()]){{0,40}}?"
BEHIND = r"(?:\s+[\w'’-]+){0,4}?,?\s+(?:(?:up|down)\s+)?"
ITS = r"(?:(?:just|only|about|around|a\s+record|the|its|an?\s+(?:average|estimated|initial|peak|high|low|total)(?:\s+of)?)\s+)?"
SHAPES = tuple(
    late(shape)
    for shape in (
        rf"\b(?P<way>{UP}|{DOWN})\b(?P<mid>{FEW}),?\s(?P<told>to\s+{ITS}(?P<after>@){BEHIND}from\s+{ITS}(?P<before>@))",
        rf"\b(?P<way>{UP}|{DOWN})\b(?P<mid>{FEW}),?\s(?P<told>from\s+{ITS}(?P<before>@){BEHIND}to\s+{ITS}(?P<after>@))",
        rf"(?P<told>(?P<after>@)(?:\s+[\w'’-]+){{0,6}},\s+(?P<way>up|down)(?P<mid>)\s+from\s+{ITS}(?P<before>@))",
    )
)
# "18 of the 35 seats, down from 22".
PART_OF = late(r"\d\s+of\s+(?:the|its|their)\s+$")
TO_IT = late(rf"\b(?P<way>{UP}|{DOWN})\b{FEW}\s+to\s+(?:just\s+|only\s+|about\s+|a\s+record\s+)?[$£€]?$")
VERBS = ("rose", "ris", "climb", "jump", "grew", "grow", "increas", "soar", "surg", "rais", "widen", "lengthen", "prolonged", "extended", "deepen", "expand", "swell", "swollen", "balloon", "mushroom", "rocketed", "leap", "hik", "boosted", "rebound", "accelerat", "quicken", "fell", "fall", "drop", "declin", "decreas", "slip", "slid", "slump", "plung", "tumbl", "shr", "sank", "sunk", "shorten", "trim", "slash", "plummet", "dwindl", "contracted", "curtailed", "nosedived", "dip", "narrow", "slow", "cut", "lower", "reduc", "eas", " up", " down", "higher")  # fmt: skip
IS_UP = late(rf"up|{UP}")
# Where less is more: exchange rates told by the dearer currency, figures below nothing; and, of bare numbers, places in a table.
TURNED = pattern(
    r"\b(?:par|odds|minus|negative|below\s+(?:zero|freezing)"
    r"|dollar|euro|pound|sterling|yen|yuan|renminbi|franc|rupee|rouble|ruble|rand|lira|peso|(?:the|brazil\w*)\s+real|(?:the|korea\w*)\s+won|krona|krone|crown|zloty|forint|currency)\b",
    words="below crown currency dollar euro forint franc krona krone lira minus negative odds par peso pound rand real renminbi rouble ruble rupee sterling won yen yuan zloty",
)
RANKED = pattern(
    r"\b(?:rank\w*|place[sd]?|position|seed\w*|number\s+@|no\.\s*@|table|charts?|spot|standings|(?<!waiting\s)list(?!\s+of))\b",
    words="chart list no. number place position rank seed spot standings table",
)
# Of a length of time, the slower the longer.
PACE = late(r"slow\w*|quicken\w*|accelerat\w*")
OPPOSITE = {"rose": "fell", "climbed": "dropped", "increased": "decreased", "grew": "shrank", "up": "down", "raised": "cut", "rise": "fall", "increase": "decrease", "widened": "narrowed", "lengthened": "shortened", "extended": "shortened", "longer": "shorter", "higher": "lower", "bigger": "smaller", "larger": "smaller", "later": "earlier", "slower": "quicker", "faster": "slower", "warmer": "colder", "cheaper": "dearer", "heavier": "lighter"}  # fmt: skip
OPPOSITES = OPPOSITE | {down: up for up, down in OPPOSITE.items()}
