"""The words of places in a row, and of what led up to them."""

from copydesk.late import late, pattern

MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
YEAR = r"(?:1[5-9]|20)\d\d"
DAY = rf"(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
SINCE = rf"(?:(?:last|this|the previous)\s+(?:{MONTH}|year|month|week|spring|summer|autumn|winter|{WEEKDAY}))"
NAME = r"(?:the\s+)?[A-Z][\w’'-]+(?:\s+(?:[A-Z][\w’'-]+|de|la|of|v))*"
ENTRY = rf"(?:(?:in|on|against|to|over|by|at|from)\s+)?(?:{DAY}|{YEAR}|{SINCE}|{MONTH}\s+{YEAR}|{NAME})"
# "In 2006 and re-elected in 2010, 2014 and 2018"
JOIN = r"(?:,\s+(?:(?:then|again)\s+)?|,?\s+and\s+(?:again|re-?elected)\s+)"
# The last may be told by what it is: "Arden, Colby and a small side from the coast".
DESCRIBED = r"(?:the|an?)\s+(?:[a-z-]+\s+){1,3}?(?:of|from|at|in)\s+(?:the\s+|an?\s+)?[\w’'-]+(?:\s+(?!and\b)[a-z]+)?"
LIST = late(
    rf"({ENTRY}(?:{JOIN}{ENTRY})*,?\s+and\s+(?:(?:(?:again|then|finally|re-?elected)\s+)?{ENTRY}|(?<=[A-Za-z]\sand\s){DESCRIBED}))(?=\s*[,.;)—–]|\s+(?:earlier|last|this|in|before|too|as\s+well|with|over|when|for|and\s+[a-z]|-)|\s*$)"
)
WON = r"(?:titles?|wins?|victories|triumphs|successes|championships|crowns|medals?|golds?|terms|cups?|appearances)"
# Behind the ordinal: that it is one of a row, and not "the third of five", a quarter or a street.
PLACED = pattern(
    r"\s*(?:(?:[\w-]+\s+){0,4}?(?:in\s+a\s+row|in\s+succession|on\s+the\s+trot|running)|(?:straight|consecutive|successive)\b"
    r"|(?:[\w’'-]+\s+){0,4}?(?:of\s+the|this|of\s+his|of\s+her|of\s+its|of\s+their|in\s+(?:a|as\s+many|\w+)|since|to|so\s+far|there|he|she|it|the|that|on\s+\w+day)\b"
    r"|(?:[\w-]+\s*){0,3}(?=[,.;—–]|$)|(?:[\w-]+\s+){1,3}(?:was|came|lasted|is|has|will|took)\b)"
)
OWN = pattern(r"\b(?:the|a|its|their|his|her|another|[a-z]+[’']s|[A-Z]\w+[’']s?)\s+$")
# A place whose noun is that of the sentence before: "Monday's, its fourth in eight months".
ELLIPTIC = pattern(
    r"\s*(?:(?:time|term)\b(?=[.,;]|\s+(?:on|this|in)\b|$)|[,.;—–]|(?:in|since|this|so\s+far|within|of\s+the\s+(?:year|season))\b|was\b|is\b)"
)
# A subject of its own ("Sunday's earthquake was the fifth").
OWN_NOUN = late(
    r"(?:[’']s|\b[Tt]he|\b[Aa]n?|\b[Tt]his|\b[Tt]hat)\s+(?!(?:week|month|year|season|summer|winter|spring|autumn|time|was|were|has)\b)[a-z]{3,}"
)
# What leads up to those before it: in the sentence, behind and before the place, and in the sentence before.
AFTER = pattern(
    r"[^.;:]{0,90};\s+the\s+others\s+(?:came|were|struck|hit|happened|followed)\s+(?:in|on|at|against|over)\s+$|"
    r"[^.;:]{0,90}?[:—–]\s+(?:it|he|she|they|the\s+\w+)\s+(?:had|also|already)\s+[^.;:]{0,40}?(?:\b(?:in|on|at|to|against|by|over)\s+)?$"
    r"|[^.;:]{0,90}?(?:,\s+|\s+)(?:after|following|adding\s+to|having\s+(?:also\s+)?\w+)\s+(?:(?:it|them|those|ones|his|her|their|its|the|earlier|previous|similar|beating|defeating|losing\s+to|winning)\s+)*"
    r"(?:[a-z-]+\s+){0,3}?(?:(?:in|over|against|at|by|to|on|with|from)\s+)?$"
)
LED = pattern(r"\b(?:after|following|having)\s+(?:[a-z-]+\s+){1,3}$")
BEFORE = pattern(
    r",\s+(?:is|was|are)\s+(?:now\s+|again\s+)?(?:seeking|running\s+for|standing\s+for|bidding\s+for|after|hoping\s+for)\s+(?:an?|his|her|their)\s+$"
    r"|,?\s+(?:earlier\s+)?(?:before|and\s+then|then|and\s+(?:[a-z]+\s+){0,3}?(?:on\s+)?(?:now|today|yesterday|this\s+\w+|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))\b"
)
A_TIME = pattern(
    r"\s+(?:straight\s+|consecutive\s+)?(?:time|term)\b(?=\s*[.,;]|\s+(?:on|this|in)\b|$)", words="time term"
)
SO_MANY_TIMES = pattern(
    r"\b(?:twice|(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s+(?:times|titles|wins|golds|medals|crowns))\b[,:]?\s+(?:[-—–(]\s*)?(?:in|on|against|at)?\s*$"
)
EARLIER = pattern(
    rf"\b(?:earlier|previous|other|first\s+\w+)\s+(?:\w+\s+){{0,2}}?{WON}\s+(?:came|were|was|had\s+come|had\s+been)\s+(?:in\s+)?"
    r"|\b(?:also|previously|already|had)\s+(?:won|triumphed|took|taken|claimed|lifted)\s+(?:(?:it|the|a|her|his|an)\s+)?(?:\w+\s+){0,3}?in\s+"
)
HAPPENED = pattern(
    r"\b(?:was|were|has\s+been|had\s+been|have\s+been|won|lost|struck|hit|held|burned|beat|beaten|victorious|champion|cut|rose|fell|took|broke|sank|shook|swept|ran|met|made|gave|drew|came|sang|swam|flew|wrote|caught|led|set|left|shut|went|(?:did|done)\s+so|\w{3,}ed)\b(?:\s+[\w-]+){0,5}?\s+(?:in|at|to|on|by|over|against|of|from)?\s*$"
)
# In the sentence behind: that its dates are of this row; whether the place is one of times, so that *it* may be what happened.
AGAIN = pattern(
    r"\b(?:also|previously|earlier|already|before|(?:did|done)\s+so)\b",
    words="also previously earlier already before so",
)
# "Previous floods came": of nothing said before, unless it has their name.
OTHERS = pattern(r"\W*(?:earlier|previous|past|prior|other)\s+([a-z]+)", words="earlier previous past prior other")
A_TIME_OF = pattern(r"\s+(?:time|night|day|week|month|season|year|since|this|in)\b")
PRONOUN = pattern(r"^\W*(?:it|they|he|she)\b[^,;]{0,60}$")
AS_WELL = pattern(r"\s*,?\s*(?:too|as\s+well|also|before)\b", words="too well also before")
SOME = pattern(
    r"\b(?:worst|best|biggest|largest|last|latest|but|not|never|neither|only|would|will|could|since|until|second|third|runner)\b|\bfirst\b(?!\s*$)"
)
# "They had earlier beaten Malta, Wales and Cyprus."
BEFORE_THAT = pattern(r"\b(?:earlier|previously|already|before\s+that)\b", words="earlier previously already before")
# Those of a post, and those who had it one after the other.
POST = pattern(r"\s+[a-z]+\b[^.;]{0,60}\b(?:since|in\s+(?:as\s+many|\w+)\s+(?:years|months|seasons))\b")
GONE = late(
    r"\b[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)+(?:,\s+[^,.;]{1,80},|,)?\s+(?:(?:was|were|had\s+been)\s+(?:dismissed|sacked|fired|ousted|removed|replaced|forced\s+out)|resigned|quit|left|stayed|lasted|stepped\s+down|walked\s+out|retired|departed|went)\b"
)
SUCCESSION = pattern(
    r"\b(?:successor|succeeded|(?:replaced|followed)\s+by)\b", words="success succeed replaced followed"
)
MORE = pattern(
    r"\b(?:among\s+(?:others|them)|including|other|others|most\s+recently|last\s+in|between|several|from|and\s+(?:twice|(?:two|three|four|five|many|several)\s+(?:more\s+)?times))\b"
)
IN_A_ROW = pattern(r"\b(?:in\s+a\s+row|in\s+succession|on\s+the\s+trot|running|straight|consecutive|successive)\b")
NEW = pattern(
    r"\b(?:this\s+(?:week|month|year|season|time)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|last\s+(?:night|week|month)|now|seek\w*|will|would|could|might|latest|in\s+a\s+row|straight|this)\b"
)
