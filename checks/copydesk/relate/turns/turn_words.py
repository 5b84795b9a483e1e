"""Words for what rises and falls, and what stands in front of a figure before, one after, and the change. Data only; @ is a figure."""

from copydesk.late import late, pattern, stems

RISE = (
    r"(?:rose|risen|rises?|rising|raised?|grew|grown|growth|grows|growing|increas\w+|up|jump\w*|climb\w*|gain\w*|soar\w*|surg\w+|advanc\w+|higher|leap\w*|more|widen\w+|add\w*"
    r"|lift\w*|expand\w+|swell\w*|swelled|improv\w+|(?:put|pushed)\s+up)"
)
FALL = (
    r"(?:fell|fallen|falls?|falling|drop\w*|decreas\w+|declin\w+|down|slip\w*|slid|slump\w*|plung\w+|tumbl\w+|shrank|shrunk|shrink\w*|contract\w+|lower\w*|less|fewer|cut|cuts"
    r"|cutting|narrow\w+|reduc\w+|eas\w+|sank|dip\w*|lost|los\w+|shed|shav\w+|slash\w+|trimm\w+)"
)
# What says that something turned, as gates.
TURNS = stems(RISE, FALL)
COMPARED = r"(?:long|tall|wid|deep|larg|high|big|old|young|short|small|heavi|light|fast|slow|warm|cold|cool|hott|mild|dear|cheap|costl|pric|narrow|thick|strong)[a-z]*er"
# The words right before each of the three.
FROM = pattern(
    r"\b(?:from|instead\s+of|compared\s+(?:with|to)|against|versus|(?:up|down)\s+on|(?:of|@)[^@.;]{0,12}\s+on(?=\s+the)|(?:below|above|under|over)(?=\s+the)|when(?:\s+(?:there\s+(?:were|was)|it\s+(?:was|had|stood\s+at)))?|than\s+(?:the|its|an?)\s+[\w\s’'-]{1,25},\s+(?:which|who)\s+[a-z]+|than|than\s+the|than\s+last\s+year’?'?s)\s+(?:the\s+|a\s+|an\s+|just\s+|only\s+|about\s+|its\s+|revised\s+|record\s+|previous\s+|original\s+|current\s+|(?:last\s+)?[a-z]+(?:’s|'s)\s+)*$",
    words="from instead compared against versus on below above under over when than",
)
RESULT_ON_SALES = late(r"^\s+on\s+(?:[a-z]+\s+){0,2}(?:of\s+)?$", words="on")
# "Earnings of 2.47 billion, down 1.6 percent": what they came to, not what they fell from.
LEVEL_AND_WAY = late(
    r"^\s*(?:,|\(|[–—-])\s*(?:which\s+(?:is|was)\s+)?(?:down|up|off|lower|higher)\s+(?:by\s+)?(?:[a-z]+\s+)?$"
)
BY = pattern(
    rf"\b(?:by|{RISE}|{FALL})\b(?:\s+(?:by|another|a|an|further|about|nearly|some|just|only|full|more\s+than|the|his|its|their|or))*\s*$",
    words=f"by {TURNS}",
)
BY_NOUN = pattern(
    rf"(?:\b(?:or|an?|the)\s+(?:[\w-]+\s+){{0,3}}?)?\b(?:{RISE}|{FALL}|rise|fall|drop|change|loss|jump|cut)\s+of\s+(?:about\s+|nearly\s+|some\s+|just\s+)?$|,\s+(?:or\s+)?an?\s+$|\bor\s+$",
    words="of , or",
)
# A difference in their unit; a loss or gain of so much is seldom one.
A_DIFFERENCE = pattern(
    r"\b(?:rise|increase|jump|hike|fall|drop|decline|cut|decrease|reduction|growth|change|difference)\s+of\s+(?:about\s+|nearly\s+|some\s+|just\s+)?$|,\s+or\s+$|,\s+up\s+$|,\s+down\s+$",
    words="of or up down",
)
AS_MUCH = late(r"\s+as\s+(?:much|many|long|large|big|high|far)\b", words="as")
BY_BEHIND = pattern(
    rf"\s*(?:[\w-]+\s+)?(?:{RISE}|{FALL}|increase|decrease|rise|fall|drop|decline|jump|cut|gain)\b|\s*(?:[\w-]+\s+)?{COMPARED}\s+than\b|\s*points?\s+(?:below|above|under|over)\s+the\b",
    words=f"{TURNS} increase decrease rise fall drop decline jump cut gain than point",
)
# Another footing than that of the two figures.
FOOTING = pattern(
    r"\b(?:constant\s+currenc\w+|(?:after|for|of|excluding|above|below)\s+inflation|inflation-|adjusted|excluding|stripping|like-for-like|per\s+share|a\s+share|annuali[sz]ed|rate\s+of|annual\s+rate|real\s+terms|(?:year|month|quarter)-(?:on|over)-(?:year|month|quarter)|organic|on\s+average|same-store|about\s+the\s+same|comparable(?!\s+(?:period|month|quarter|time|week)))\b",
    words="currenc inflation adjusted excluding stripping like-for-like share annuali rate terms -on- -over- organic average same comparable",
)
CLAUSE = late(r"[,;]\s(?!or\b)|\s(?:and|but|while)\s")
AGO = pattern(
    r"\b(?:against|compared|versus)\b[^.;]*\b(?:year|month|week)s?\s+(?:ago|earlier|before)\b",
    words="ago earlier before",
)
CLAIM = pattern(
    rf"\b(?:by|{RISE}|{FALL}|{COMPARED}\s+than|(?:below|above)\s+the)\b", words=f"by {TURNS} than below above"
)
# "Fell 166 points, or 1.4 percent, to 11,824".
INDEX = pattern(
    rf"(?P<verb>{RISE}|{FALL})\s+(?:by\s+|about\s+|a\s+further\s+|another\s+)?(?P<by>@)(?:\s+\w+)?\s*(?:,\s+or\s+|\s+\(|,\s+)(?P<percent>@)\)?\s*,?\s+(?:to|at|closing\s+at|ending\s+at)\s+(?:[a-z]+\s+){{0,3}}(?P<after>@)",
    words=TURNS,
)
# "Goes up by 60 pounds to 1,560 pounds, a rise of 4 percent".
LEVEL = pattern(
    rf"(?P<verb>{RISE}|{FALL})\s+by\s+(?P<by>@)(?:\s+\w+){{0,2}}?\s+to\s+(?P<after>@)[^@.;]{{0,30}}?,\s+(?:or\s+)?(?:up\s+|down\s+|(?:an?|the)\s+(?:[\w-]+\s+)?(?:rise|increase|jump|hike|fall|drop|decline|cut|decrease|reduction|gain)\s+of\s+)?(?P<percent>@)",
    words=TURNS,
)
# "Fell to 5.4 percent from 5.6, while youth unemployment rose two points": the change of something else.
# "Carried more people, up 6 percent, and made 210 million, down from 240 million": two changes.
OWN_WAY, ON = pattern(r"\b(?:up|down)\s+from\s"), pattern(r";|\b(?:and|but|while)\b")
ANOTHERS = pattern(
    rf"\b(?:while|whereas|but|although|though|even\s+as)\b[^.;]*\b(?:{RISE}|{FALL})\b",
    words="while whereas but although though even",
)
BUT = late(r"\b(?:but|while|although|though)\b", words="but while though")
# "A year ago, when the median was $1,776": of then. "Stood at 5.5% in January and has now come down": it has gone on since.
WHEN_IT_WAS = pattern(
    r"\bwhen\s+(?:[\w’'-]+\s+){1,3}?(?:was|were|stood\s+at|had\s+been)\s+(?:only\s+|just\s+)?[$£€]?$", words="when"
)
SINCE_GONE_ON = pattern(
    r"\band\s+(?:has|have|had|is|are)\s+(?:now|since|already|then)\b", words="now since already then"
)
CLOSE = late(r"[^@.;]{0,30}(?:,|\b(?:is|was|means))\s+(?:[\w-]+\s+){0,4}")
BELOW = pattern(rf"\b(?:(?:below|above|under|over)\s+the|{COMPARED}\s+than)\b", words="below above under over than")
RISES, FALLS = pattern(rf"\b{RISE}\b", words=stems(RISE)), pattern(rf"\b{FALL}\b", words=stems(FALL))


# "Down 15% from the same time last year": the figure before is told by its time alone.
SINCE_THEN = pattern(
    r"\s*(?:from|compared\s+(?:with|to)|against|on|over|year|in)\b[^.;]{0,30}?\b(?:year|quarter|month|week|time|period|annual\w*|season|spring|summer|autumn|winter)\b",
    words="year quarter month week time period annual season spring summer autumn winter",
)
# "10 percent more for adults": no change in time.
FOR_OTHERS = pattern(
    r"\s*(?:more|less|fewer|higher|lower|dearer|cheaper)\s+(?:for|in|if|at|with|when)\b",
    words="more less fewer higher lower dearer cheaper",
)
# One of many: "the Lyon shop", "a room in Leeds", "its capital".
INSTANCE = late(
    r"\b(?:[Tt]he|[Ii]ts|[Oo]ne|[Aa]n?)\s+[\w-]+(?:\s+[\w-]+)?\s+(?:in|at|near|from|called)\s+(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))[A-Z]"
    r"|\bThe\s+[A-Z][a-z]+\s+[a-z]+\s|^\W?Its\s+(?:capital|largest|biggest|oldest|smallest|main|flagship|best)\b"
)
# What is told of all of them, or of an average, and of one of them.
FOR_ALL = pattern(
    r"\b(?:across\s+the|nationwide|nationally|national|worldwide|global(?:ly)?|overall|in\s+general|on\s+average|everywhere|elsewhere|rivals?|neighbou?r\w*|other)\b",
    words="across nation worldwide global overall general average where rival neighbo other",
)
# "By 2p three years running", "12 a month"; and, last in its sentence, "five more than had been hoped".
EACH_TIME = pattern(
    r"\s*(?:(?!in\b|over\b|within\b|after\b|for\b|on\b)[\w-]+\s+)?(?:(?:an?|per|each|every)\s+(?:day|week|month|year|hour|minute|season|decade|mile|head)\b|(?:[\w-]+\s+){0,3}(?:running|in\s+a\s+row|in\s+succession|apiece|twice)\b)",
    words="twice day week month year hour minute season decade mile head running row succession apiece",
)
# What tells of something else between the three: "cut 300 jobs in Ashby, where staff fell from …", "to 60, having been cut by 20 in May".
OF_A_CLAUSE = pattern(r"\b(?:where|whose|having\s+(?:\w+\s+)?been)\b", words="where whose having")
THAN_ELSE = pattern(
    rf"\s*(?:[\w-]+\s+){{0,2}}?(?:more|less|fewer|{COMPARED})\s+than\b(?!\s+(?:before|the\s+@|@))", words="than"
)
THE_CHANGE = pattern(
    r"(?:^\W?(?:that|this|it)(?:\s+(?:is|was|means|marks|represents)|[’']s)\s+an?|\b(?:the|this|that))\s+(?:[\w-]+\s+){0,2}?(?:rise|increase|jump|hike|fall|drop|decline|cut|decrease|reduction|growth|gain),?\s+(?:of|by)\s+(?:about\s+|nearly\s+|some\s+)?$",
    words="rise increase jump hike fall drop decline cut decrease reduction growth gain",
)
# Between a change and a figure that it is not the change from.
AWAY = pattern(
    r";|\b(?:expect\w*|forecast\w*|analysts?|estimate\w*|predict\w*|planned|target\w*|hoped|but|while|although)\b"
)
SO = pattern(r"\b(?:so|thus|therefore|which\s+means|meaning|that\s+means)\b", words="so thus therefore mean")
FROM_TO = pattern(r"from\s+(.+?)\s+to\s+(.+)", words="from")
# What a figure is only held against: "still above the 815 pence of May", "the best since 1951, when it was 21,340", "short of the record".
HELD_AGAINST = pattern(
    r"(?:\b(?:(?:still|remain\w*|stay\w*)\s+(?:\w+\s+)?(?:above|below|beyond|past|near|under|over)|(?:short|shy|ahead|clear)\s+of)\s+(?:the\s+|its\s+|their\s+)?(?:\w+\s+){0,2}?"
    r"|\b(?:best|worst|highest|lowest|most|fewest|largest|smallest|record|since)\b[^.;@]{0,60}\bwhen\b[^.;@]{0,20})[$£€]?$",
    words="still remain stay of when",
)
