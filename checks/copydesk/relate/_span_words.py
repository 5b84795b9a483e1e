"""The words that tie a length to a stretch of time."""

import re

from copydesk.late import late

# Words that say of a length near a stretch that it is the length of that stretch.
LASTED = late(
    r"\b(?:last(?:s|ed|ing)?|took|takes|went on|continued|serv(?:ed|es|ing)|totall?ing|spanning|covering|away|absent|gone|causing|taking|meaning|an? [a-z]+ of|rul(?:ed|es|ing)|reign(?:ed|ing)|goes on|ran|runs|for|in|after|spen[dt]s?|spending|over|during|throughout|an? (?:total|reign|journey|trip|flight|term|tenure|run|ride|drive|stay|wait|break)"
    r" of|altogether|(?:break|shut|lock)down|(?:closure|outage|blackout|siege|strike|standoff|flight|trip|journey|crossing|talks|hearing|trial|search|wait|shutdown|stay|voyage|blaze|session)(?: of)?|curfew|delay)\s+(?:(?:about|around|nearly|almost|some|just|only|exactly|the|those|these|its|his|her|their|all|a full|over|under)\s+)*$",
    re.I,
)
# "during the two-week closure", "ended a 12-year reign": a length told with its noun.
NOUN = late(
    r"\b(?:the|this|that|his|her|its|their|whose|(?:end(?:s|ed|ing)|after|for|during|following|capping|clos(?:es|ed|ing)) an?)\s+(?:full\s+|entire\s+|whole\s+)?$",
    re.I,
)
THING = late(
    r"\s+(?:[a-z]+\s+)?(?:closures?|shutdown|lockdown|strike|walkout|stoppage|siege|standoff|stand-off|blockade|outage|blackout|power cut|curfew|delay|search|hunt|trial|hearing|inquest|inquiry|talks|debate|session|meeting"
    r"|summit|reign|rule|run|spell|term|tenure|stint|career|stay|visit|tour|trip|journey|voyage|flight|crossing|drive|ride|climb|mission|spacewalk|war|conflict|battle|occupation|truce|ceasefire|festival|fair|exhibition|show"
    r"|campaign|season|course|break|pause|hiatus|absence|suspension|ban|ordeal|captivity|detention|imprisonment|sentence|marriage|partnership|restoration|renovation|construction|operation|surgery|wait|period|event|project|programme|program|effort|experiment|era|dictatorship|presidency|leadership|boycott|embargo|feud|rivalry|association|occupation)\b",
    re.I,
)
# "ended on 31 October, three weeks after it started"
AFTER_START = late(
    r"\s+after\s+(?:it|they|he|she)\s+(?:had\s+)?(?:first\s+)?(?:beg[au]n|started|opened|left|set (?:out|off)|took (?:over|off|office)|departed|closed|arrived)\b",
    re.I,
)
THE = late(r"(?:^|[.!?”\"]\s+)(?:(?:During|After|In|For|Throughout) (?:the|that|this)|The|That|This|His|Her|Their)\s+$")
STEPS_DOWN = late(
    r"\b(?:step(?:s|ping)? down|retir\w+|resign\w+|leav\w+|quit\w*|depart\w*|stand(?:s|ing)? down|bow(?:s|ing)? out)\b",
    re.I,
)
TOOK_OVER = late(
    r"\b(?:took over|became|joined|appointed|elected|hired|started|arrived|founded|named)\b[^.;]{0,50}\bin\s+$", re.I
)
