"""The words that tie a length to a stretch of time."""

import re

from copydesk.late import late, pattern

# Words that say of a length near a stretch that it is the length of that stretch.
LASTED = late(
    r"\b(?:last(?:s|ed|ing)?|took|takes|went on|continued|serv(?:ed|es|ing)|totall?ing|spanning|covering|away|absent|gone|causing|taking|meaning|an? [a-z]+ of|rul(?:ed|es|ing)|reign(?:ed|ing)|goes on|ran|runs|for|in|after|spen[dt]s?|spending|over|during|throughout|an? (?:total|reign|journey|trip|flight|term|tenure|run|ride|drive|stay|wait|break)"
    r" of|altogether|(?:break|shut|lock)down|(?:closure|outage|blackout|siege|strike|standoff|flight|trip|journey|crossing|talks|hearing|trial|search|wait|shutdown|stay|voyage|blaze|session)(?: of)?|curfew|delay)\s+(?:(?:about|around|nearly|almost|some|just|only|exactly|the|those|these|its|his|her|their|all|a full|over|under)\s+)*$",
    re.I,
)
EXACTLY = r"(?:(?:just|only|exactly|some|all|a full)\s+)*"
# In a sentence of its own: "It lasted …", "He served …", "The closure lasted …", "The closure of …", "Its … years in the air".
IT_LASTED = late(
    rf"\W*(?:(?:It|This|That|They)\s+(?:\w+\s+)?(?:last(?:s|ed)|took|takes|went\s+on|goes\s+on|continued|ran|runs|held|(?:is|was)(?=\s+for\b))|(?:He|She|They)\s+(?:served|ruled|reigned|led|governed))\s+(?:it\s+)?(?:on\s+)?(?:for\s+)?{EXACTLY}$"
)
THE_LASTED = late(
    rf"\W*(?:The|This|That|His|Her|Its|Their)\s+(?:(?!first|second|next|last)\w+\s+)??(\w+)\s+(?:of|last(?:s|ed)|took|takes|went\s+on|goes\s+on|continued|ran|runs|held)\s+(?:for\s+)?{EXACTLY}$"
)
FRONTED = late(r"\W*(?:In|After|Within|At)\s+(?:the\s+)?$")
GOES_ON = late(
    r"(?:\s+of\s+\w+)?(?:\s+in\s+between)?,?\s+(?:it|they|he|she|we|both|nobody|the|two|three|four|\d+)\b", re.I
)
OWNED = late(r"\b(?:(in|during|over|throughout)\s+)?(?:his|her|their|its|those|these)\s+$", re.I)
# "In the three hours …", "during the two weeks …".
THE_LENGTH = late(r"the\s+(?!next|last|past|first|previous|following|final|coming)", re.I)
DURING = late(r"\b(?:in|during|over|throughout|for|after)\s+$", re.I)
THOSE = late(r"(?:those|these|all)\s+(?!(?:next|last|past|first|previous|following|final|coming)\b)", re.I)
IN_OFFICE = late(r"\s+(?:in|at|as|on)\b", re.I)
# "For …", "We were on our feet for …": told by somebody who was there.
WERE_FOR = late(
    rf"\W*(?:For\s+$|(?:We|They|It)\s+(?:was|were|had\s+been|had\s+to|sat|stayed|waited|stood)\b[^.;]{{0,40}}\bfor\s+{EXACTLY}$)"
)
# "For four days the islanders could not …"
CUT_OFF = late(
    r"\s+(?:nobody|no one|(?:the\s+|its\s+|thousands\s+of\s+)?[a-z]+(?:\s+[a-z]+)?)\s+(?:could|had\s+no\b|had\s+to|(?:was|were|went)\s+(?:without|cut)|did\s+without)"
)
# "Drivers had to go round by the coast for …": those whom it befell.
AFFECTED = late(
    rf"\W*(?:Some\s+\d[\d,]*\s+)?([A-Za-z]+|No one)\b(?!.*\b(?:had (?!to\b)|have|has|will|would|usually)\b)[^.;:]*\bfor\s+{EXACTLY}$"
)
ENDS = late(r"\s*(?:[.;]|,\s+(?!until|till|before|when|while|as)|$)")
# Of another thing than the one told: behind a conjunction, or by its word.
NEW_SUBJECT = late(
    r"^,\s+(?:then\s+)?(?:served|spent)\s+(?!for\b)|\b(?:while|whereas|when|where|who|whose)\b|\b(?:and|but)\s+(?:[A-Z][a-z]+|an?\s|one\s|some\s|many\s|most\s|his\s|her\s|their\s)[^,;]*$"
)
# A stretch with a break in it, whose length may or may not be counted.
BROKEN_OFF = pattern(
    r"\bwith\s+(?:an?|two|three|several|[\w-]+\s+(?:days?|hours?|weeks?)\s+(?:off|of\s+rest))\b[^.;,]{0,20}?\b(?:break|pause|rest|stop|off|interruption)s?\b|\bbroke\s+off\b|\binterrupt\w+|\bdays?\s+off\b",
    words="broke break pause rest stop off interrupt",
)
ANOTHER = late(
    r"\b(?:another|shorter|longer|previous|similar|earlier|other|usual|average|normal|second|next|first|every|each)\b",
    re.I,
)
# "during the two-week closure", "ended a 12-year reign": a length told with its noun.
NOUN = late(
    r"\b(?:the|this|that|his|her|its|their|whose|(?:end(?:s|ed|ing)|after|for|during|following|capping|clos(?:es|ed|ing)|it was) an?)\s+(?:full\s+|entire\s+|whole\s+)?$",
    re.I,
)
THING = late(r"\s+([a-z]+)(?:\s+([a-z]+))?\b", re.I)
# "ended on 31 October, three weeks after it started"
AFTER_START = late(
    r"\s+after\s+(?:it|they|he|she)\s+(?:had\s+)?(?:first\s+)?(?:beg[au]n|started|opened|left|set (?:out|off)|took (?:over|off|office)|departed|closed|arrived)\b",
    re.I,
)
IN_ALL = late(r"\s+(?:in all|altogether|in total)\b", re.I)
OWN_START = late(r",?\s+(?:from|beginning|starting|since|until)\b", re.I)
AT_ONCE = late(r"\s*,?\s*(?:\(|,|—|–|-|an? [a-z]+ of|for|lasting|or|which is|that is|in all|some)?\s*(?:a\s+)?$", re.I)
AGE = late(
    r"\s*-?\s*(?:late|early|longer|shorter|faster|slower|quicker|less|more|behind|ahead|overdue|too|old|of age|ago|earlier|later|before|after|notice|each|in advance|a week|per)\b",
    re.I,
)
# Nouns for any stretch, and those that are named for what was done.
GENERIC = frozenset(
    "event ordeal period interval episode stretch wait spell stint run effort delay stoppage break pause gap".split()
)
CALLED = {
    "closure shutdown lockdown closing halt": "clos shut seal stopp suspend halt",
    "strike walkout stoppage action dispute": "strike struck walk stopp",
    "outage blackout cut failure": "power electric light stopp suspend fail service off out",
    "siege standoff stand-off blockade barricade": "siege surround hostage barricad block held gun",
    "curfew ban embargo boycott suspension restriction": "curfew ban impos suspend boycott forb",
    "flight": "took off left land flew plane jet flight depart", "crossing voyage passage": "sail left dock cross ferr ship boat",
    "journey trip ride drive tour expedition trek march hike climb": "left set out reach arriv return travel train bus tour",
    "spacewalk walk": "hatch station airlock", "operation surgery procedure": "operat surg theatre doctor",
    "trial hearing inquest inquiry case": "trial court hear inquest inquiry jury", "talk meeting summit debate session negotiations marathon speech speeche argument bargaining talking wrangling haggling": "talk met meet session debat negotiat parliament sit",
    "captivity detention imprisonment abduction kidnapping sentence": "held kidnap abduct seize captur jail prison detain arrest taken hostage",
    "absence disappearance search hunt": "missing vanish disappear search hunt", "reign rule dictatorship era": "king queen throne rule ruling power reign seize crown",
    "tenure term leadership presidency premiership career mayor": "elected appoint office became president mayor minister led chief head chair join director coach took over",
    "marriage": "marri wed", "exhibition show fair festival concert performance set": "open gate festival exhibition fair show concert stage begin began",
    "renovation restoration reconstruction refit refurbishment overhaul makeover upgrade repair": "clos shut scaffold", "battle blaze fire firefight": "fire blaze flame broke out", "war conflict occupation fighting": "war invad occup fight",
}  # fmt: skip
STEPS_DOWN = late(
    r"\b(?:step(?:s|ping)? down|retir\w+|resign\w+|leav\w+|quit\w*|depart\w*|stand(?:s|ing)? down|bow(?:s|ing)? out)\b",
    re.I,
)
TOOK_OVER = late(
    r"\b(?:took over|became|joined|appointed|elected|hired|started|arrived|founded|named)\b[^.;]{0,50}\bin\s+$", re.I
)
