"""What ties parts to their whole, and what keeps them from being all of it. Data only; @ is a figure."""

import re

from copydesk.late import late, pattern

KNOWN = pattern(r"\b(?:the|these|those|its|their|both)\s+$")
# "The fourth costs as much as the other three": those are held against it, and were counted before.
AS_THE_OTHERS = pattern(
    r"\b(?:as|than)\s+(?:all\s+)?(?:the|its|their)\s+(?:other|remaining)\s+$", words="other remaining"
)
SET_OFF = late(r"(?:[,:—–]|\s-)\s*(?:(?!includ)[\w-]+ing\s+)?$")
THEM_OR_REST = pattern(
    r"@\s+of\s+(?:them|those|these|whom)\b|\bthe\s+(?:other|others|remaining|rest)\b|\bof\s+(?:whom|which)\b"
)
# Three figures in a row: what stands between the first two, what makes the first a whole all the same, and what each of them does.
COMMA_BEFORE = late(r"[^@:;—–()]*[^@:;—–(),],(?:\s+(?!with\b|including\b|of\b|some\b|about\b)[a-z]+)?\s+$")
WHOLE_BEFORE = pattern(
    r"\b(?:of\s+(?:the|its|their|these|those|all)|the|all|its|their|these|those|both|total\s+of|there\s+(?:are|were|is|was)|out\s+of)\s+(?:\w+\s+)?$|^\W?Of\s+$"
)
DOES = pattern(
    r"\s+(?:[a-z’'-]+\s+){0,3}?(?:had|have|has|held|carried|came|went|wanted|[a-z]{2,}ed|are|were|was|is|took|got|made|won|lost|drew|voted|said|speak|spoke|like|use|go|live|work)\b"
)
# Others than the whole, if they do something of their own: "and a further 11 waited at anchor".
FURTHER = pattern(r",\s+(?:and|while|but)\s+(?:a\s+further|another)\s+$", words="further another")
OWN_VERB = pattern(
    r"\s+(?:[a-z]+\s+){0,2}?(?:[a-z]{2,}ed|were|was|had|are|is|have|did|came|went|stood|lay|sat|took|ran|fell|left|lost|got|made|met)\b"
)
# Before the last part: with it, nothing is left.
REST = pattern(
    r"\b(?:the\s+|its\s+|his\s+|her\s+|their\s+)(?:other|others|remaining|remainder|rest|balance|final)\b(?:\s+of\s+(?:the\s+)?[\w-]+)?(?:\s*,|\s+of)?\s*(?:some\s+|about\s+)?[$£€]?$"
    r"|\b(?:what(?:ever)?|all\s+that)\s+(?:(?:is|was)\s+left|remain(?:s|ed))\b,?\s*(?:some\s+|about\s+)?[$£€]?$",
    words="balance final other remainder remaining rest left remains remained",
)
OTHERS = pattern(
    r"\b(?:the\s+others?|the\s+rest|the\s+remainder|the\s+balance)\b(?!\s+(?:to|in|from|at|by|for|with|among|between|on|of|into)\b)[^.;@]{0,30}$"
)
ALL = pattern(r"\ball\s+$")
# Between the whole and the first of its parts: these are all of it.
MADE_OF = pattern(
    r"\b(?:made\s+up|compos\w+|consist\w*|compris\w+)(?:\s+(?:of|entirely|only))*\s|\b(?:split|divided|shared)(?:\s+(?:up|out|equally|unevenly))?\s+(?:between|among(?:st)?|into)\b",
    words="made compos consist compris split divided shared",
)
# These may leave some of it unsaid.
PAID_WITH = pattern(
    r"\b(?:paid\s+for|met|funded|financed|covered)\s+(?:with|by|from|out\s+of)\s",
    words="paid met funded financed covered",
)
THEY_ARE = late(r"\s+(?:[\w’'-]+\s+){1,3}(?:are|were)\s+")
# "Led four times … had won none of the other three": without this one.
NONE_OF_THE_OTHERS = pattern(r"\b(?:none|any|each)\s+of\s+the\s+other\s+$", words="other")
OTHERS_BEHIND = late(
    r"\s+(?:\w+\s+)?(?:others|(?:(?:who|that|which)\s+(?:are|were|is)\s+)?left|(?:who|that|which)\s+remain(?:ed)?)\b"
)
LEAVING = pattern(
    r"\bleav(?:ing|es)\s+(?:\w+\s+with\s+)?(?:only\s+|just\s+|some\s+|about\s+)?$", words="leaving leaves"
)
STAYS = pattern(
    r"\s*(?:[.,;]|$|(?:still|in|to|on|at|who|that|which|yet|open|behind|standing|unsold|empty|undecided)\b)"
)
# "19 of the 41 seats".
WITHIN = pattern(r"\s+(?:[\w’'-]+\s+){0,2}?(?:out\s+)?of\s+(?:the|its|their|all)\s+(?:[\w-]+[’']s?\s+)?")
NOT_WON = pattern(
    r"\b(?:hop\w+|expect\w*|need\w*|want\w*|aim\w*|would|could|might|forecast\w*|poll\w*|had\s+(?:\w+ed|held|won|been)|previous\w*|last\s+time|earlier|until|before|more|fewer|from)\b"
)
ELSEWHERE = late(r"\s+(?:abroad|elsewhere|overseas|at\s+home)\b")
AT_TIMES = pattern(
    r"\s+(?:in|on|at|by|from|for)\s+(?:the\s+|his\s+|her\s+|its\s+|their\s+)?(?:\w+\s+)?(?:morning|afternoon|evening|night|day|week|weekend|month|year|season|spring|summer|autumn|fall"
    r"|winter|quarter|half|hour|\w+day|january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d|@|\#)\b"
)
OF_WHICH = pattern(r"\bof\s+(?:(?:them|these|those|this),?\s+|(?:which|whom)\b[^@.;:]{0,40})$")
# Between two coordinated figures.
JOINED = late(r"[^.:()@\n]{0,90}?(?:,|;|\band\b|\bwhile\b|\bplus\b|\bwith\b)[^.:()@\n]{0,50}")
LAST = late(r"(?:\band\b|\bwhile\b|\bplus\b|;|\bwith\b|\bbut\b)")
# Beside the whole.
IN_ALL = pattern(r"^[^@.;:]{0,30}?\s*\b(?:in\s+all|in\s+total|altogether|all\s+told|overall|combined)\b")
TOTAL_OF = pattern(
    r"\b(?:(?:combined|joint|overall|total)\s+(?:tally|haul|count|score|figure|sum|strength|workforce|crew|cast)\s+of|total(?:ling|s|ing)?(?:\s+(?:of|to|is|was))?|total\s+(?:\w+\s+){0,3}to|adds?\s+up\s+to|making|(?:to\s+)?finish(?:ed|ing)?\s+(?:on|with)|in\s+all,?|which\s+makes)\s+(?:a\s+total\s+of\s+)?[$£€]?$"
)
# Before the whole: it is of all that are named with it.
TOGETHER = pattern(r"\b(?:together|between\s+them|jointly|combined)\b", words="together between jointly combined")
# One after the other.
FIRST_AND_SECOND = pattern(
    r"\bthe\s+(?:first|one)\b[^@;.]{0,40}@[^@;.]{0,50}\bthe\s+(?:second|other)\b[^@;.]{0,30}@", words="first one"
)
OF_WHOLE = pattern(
    r"(?:^|[.;]\s+)\W?(?:of|among|out\s+of)\s+(?:the|its|their|those|all|all\s+the)\s+(?:[\w’']+\s+){0,2}$"
)
# "23 men and nine women in the first team".
SOME_OF_SORT = pattern(r"\s+[\w-]+\s+(?:in|at|from|of|who|under|over|aged|with)\b")
EACH = pattern(r"\beach\s+(?:[a-z]+ing|with|gave|gets?|got|paid|put)\b[^.;@]{0,20}@|@[^@.;]{0,30}\b(?:each|apiece)\b")
SUMMED = late(r"[.;]\s+(?:In all|Altogether|In total|All told),?\s+(?:some\s+|the\s+)?$")
INSIDE = pattern(r"\bof\s+(?:the|its|their|his|her|those|these)\s+(?:[\w’']+\s+){0,2}$")
# What is counted behind these is where or how the parts are.
IN = pattern(r"\b(?:in|across|over|at|from|on|by|within|near|around)\s+$")
OF_THAT = pattern(r"\s+of\s+(?:that|it|them|the\s+(?:total|sum|money))\b")
# "Ahead of the 2.19 million": what a total is held against is none of the same parts.
HELD_AGAINST = pattern(
    r"\b(?:(?:ahead|short|shy)\s+of|(?:more|less|fewer|higher|lower|larger|smaller)\s+than|(?:up|down)\s+(?:on|from)|compared\s+(?:with|to)|against)\s+(?:the\s+|last\s+year[’']?s\s+)?$",
    words="ahead short shy than up down compared against",
)
OF_THEM = late(r"\s+of\s+(?:them|those|these|whom|which)\b")
PLACED = late(r"\s+(?:(?!and\b|of\b|more\b)[a-z-]+\s+){0,2}?(in|at|from|to|for|by|on|near|under|over|with)\s+")
# Parts of this sort may overlap, or leave some of the whole out.
PARTIAL = pattern(
    r"\b(?:includ\w+|among\s+(?:them|those|others)|such\s+as|both|between|at\s+least|as\s+well\s+as|more\s+than|aged?|average|mostly|mainly)\b"
)
HEDGED = pattern(
    r"\b(?:between(?=\s+@)|at\s+least|more\s+than|among\s+(?:them|those|others)|such\s+as|aged?|average)\b"
)
UNCOUNTED = pattern(
    r"\banother\b(?!\s+@)|\ba\s+(?:second|third|fourth|fifth)\b|\bseveral\b|\ba\s+(?:few|handful|couple)\b|\bmost\b|\bmany\b"
)
# "Four with seats and a dining car".
AND_ONE = late(r"(?:,|\band|\bplus|\bwith)\s+an?\s+[a-z]")
MORE = late(r"@\s+(?:[\w-]+\s+)?more\b")
# Figures of two times or sides set against each other.
COMPARED = pattern(
    r"\b(?:compared|previous|last\s+(?:year|week|month)|\bago|another|earlier|also|neighbou?rs?|rivals?|wants?|hopes?|up\s+from|down\s+from|from\s+@|against\s+@|(?:rose|fell)(?=\s+(?:by|to|from|@)))\b"
)
EXCLUSIVE = pattern(
    r"\b(?:abstain\w*|absent|undecided|spoil\w*|invalid|neither|unaccounted|unharmed|unhurt|died|surviv\w+|escaped|undamaged|intact|remain\w*)\b"
)
Sorts = tuple["re.Pattern[str]", "re.Pattern[str]"]
OPPOSED: tuple[Sorts, ...] = tuple(
    (pattern(rf"\b(?:{one})\b"), pattern(rf"\b(?:{other})\b"))
    for one, other in (
        (
            "hospital|intensive\\s+care|critical",
            "went\\s+home|gone\\s+home|at\\s+home|sent\\s+home|discharged|released|left\\s+hospital",
        ),
        ("first", "second"),
        ("died|dead|killed|drowned|lost", "survived?|alive|escaped|rescued|saved|unhurt|unharmed"),
        ("voted\\s+for|in\\s+favou?r|for\\s+it|backed|yes", "against|opposed|no"),
        ("passed", "failed"),
        ("let\\s+go|let\\s+off|warned|a\\s+warning|freed|released", "fined|arrested|charged|jailed|detained"),
        ("new", "old|used|second-hand"),
        ("full", "empty|half-empty"),
        ("convicted|guilty|jailed", "acquitted|cleared|freed|not\\s+guilty"),
        ("open", "closed|shut"),
        ("arrived|on\\s+time", "late|delayed|cancelled"),
        ("sold", "unsold"),
        ("north\\w*", "south\\w*"),
        ("east\\w*", "west\\w*"),
    )
)
THE_OTHERS = late(r"[^@.;:]*[.;]\s+[Tt]he\s+")
# Of these two nobody is neither, unless somebody is missing.
EITHER = OPPOSED[2], OPPOSED[4]
NEITHER = pattern(r"\b(?:missing|unaccounted|unknown|another|others?|hurt|injured|absent|ill|remain\w*|still|rest)\b")
# What may befall some of the hurt, the shot or the arrested.
AMONG = {
    "injured": ("hospitalised",),
    "shot": ("killed", "injured", "hospitalised"),
    "stabbed": ("killed", "injured", "hospitalised"),
    "rescued": ("injured", "hospitalised"),
    "arrested": ("charged", "jailed", "released"),
    "charged": ("jailed", "convicted"),
}
# The seats of a house, and those who hold them.
SEATED = frozenset(
    "seat member deputy lawmaker legislator councillor councilor senator delegate representative".split()
)
# Sorts that are all of a whole.
EVERYBODY = tuple(
    frozenset(words.split())
    for words in (
        "man woman child", "man woman boy girl", "parent child", "mother father child", "doctor nurse", "officer soldier", "officer sailor", "son daughter", "boy girl", "adult child", "adult teenager child", "passenger crew crewmember", "civilian soldier", "male female",
        "pupil teacher", "student teacher", "player coach", "bus car", "cat dog", "adult pup", "adult cub", "adult chick", "adult calf", "cow calf", "ewe lamb", "hen chick",
    )
)  # fmt: skip
# What is played, and how all of it can end.
PLAYED = frozenset("match game fight bout test tie".split())
RESULTS = tuple(
    frozenset((won, even, lost))
    for won in ("win", "victory")
    for even in ("draw", "tie")
    for lost in ("defeat", "loss")
)
# One part that names the whole, and votes to two ends.
OF_THE = late(r"\s+of\s+(?:the|its|their)\s+@")
VOTED = pattern(r"\bvoted\s+(?:to|for|against|in\s+favou?r)\b")
# The whole, and right behind it two parts that end the sentence.
IN_APPOSITION = late(
    r"@[^@.;:]{0,40},\s+@(?!\s+of\s+(?:them|whom|which))[^@.;:,]{1,60}\s+and\s+@[^@.;:,]{0,50}[.;]?\s*$"
)
# Of animals these sorts are told beside the grown ones.
YOUNG = frozenset("pup cub chick calf lamb".split())
# "Two counties over", "three doors down", "three behind Coverdale": how far off, and no part.
AWAY = late(
    r"\s+(?:[a-z]+\s+(?:over|away|apart|along|inland|upstream|downstream|up|down)(?=\s*[,.;:)—–]|\s+from\b|$)"
    r"|(?:(?:[a-z]+\s+)?(?:behind|ahead\s+of|clear\s+of|adrift|in\s+front\s+of)|(?:better|worse|more|fewer|less)\s+than)\b)"
)
# "Inferior by 14".
AWAY_BY = pattern(
    r"\b(?:inferior|superior|better|worse|ahead|behind|up|down|adrift|short|beaten|lost|won)\s+by\s+$", words="by"
)
# One of several that are told of one after the other: "Labour had 1,104 votes, the Greens 321".
HAS = late(
    r"[A-Z][\w.'’-]*\s+(?:had|has|have|won|took|polled|got|received|scored|secured|gained|with)\s+(?:about\s+|some\s+)?$"
)
NAME = late(r"[A-Z][\w.'’-]*\s+(?:about\s+|some\s+)?$")
# "Its 2022 total was 89"; "the first 10 per firm".
OF_YEAR = late(r"\b(?:19|20)\d\d\s+[a-z]+\s+(?:was|were|of)\s+$")
PER = late(r"\s+(?:[a-z]+\s+)?per\s")
