"""The words that tell somebody's age at a time, or now."""

import re

from copydesk.late import late

# An age told of the one spoken of: "when she was 53", "at 22", "at the age of 22", "aged 22".
THEN = late(
    r"(?:\bwhen\s+(he|she)\s+was\s+(?:only\s+|just\s+)?|(?:(?:^|,\s+|\)\s+)at|\bat\s+the\s+age\s+of|\baged|\bas\s+an?)\s+(?:only\s+|just\s+)?)$",
    re.I,
)
# "It was in June 1962 that Holm, a 32-year-old clerk, …", "Holm, then 32, …".
NAMED_THEN = late(r"\b([A-Z][\w’'-]+),\s+(?:then\s+(?:aged\s+|only\s+|just\s+|an?\s+)?|an?\s+)$")
# "joined the choir at 16 in 1978", "turned 50 in 1990"
WILL_BE = late(r"\b(?:will|would)\s+(?:be|turn)\s+$")
AT_IN = late(r",\s+in\s+\d{4}\b")
AT, TURNED, IN = (late(r"\bat\s+$"), late(r"\b(?:turn(?:ed|s)|making (?:her|him))\s+$"), late(r"\s+in\s+"))
IN_AT = late(r"\b(?:in|on)\s+[^.;,]{0,20}\d{4},?\s+at\s+$")
# "who died in 1999 aged 71": an age of that time, whatever stands behind it.
DATED = late(r"\b(?:in|on|of)\b[^.;]{0,24}\d{4},?\s+(?:aged|at(?:\s+the\s+age\s+of)?)\s+(?:only\s+|just\s+)?$", re.I)
DIED_AT = late(
    r"\b(?:died|dies|passed away|(?:is|was) dead)\b(?:(?!\d{4})[^.;]){0,50}\b(?:at|aged?|at\s+the\s+(?:ripe\s+(?:old\s+)?)?age\s+of)\s+$"
)
TWO_NAMES = late(r"\b(?!(?:In|On|At|By|The|Since|After|Before)\b)[A-Z][a-z]+ [A-Z][a-z]+\b")
RECENT = late(
    r"\s+(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|this (?:week|month|year)|last (?:week|month)|next (?:week|month)|on (?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{1,2})?(?!,? \d)|in (?!(?:19|20)\d\d)(?:january|february|march|april|may|june|july|august|september|october|november|december)(?!,? \d))\b",
    re.I,
)
# "When she was elected in 1995, Lee was 39"
WHEN_THEN, ENDS = late(r"(?:When|At|By|In)\s"), late(r"(?:\s+years\s+old)?\s*(?:[.,;]|$)")
MAIN_WAS = late(r",\s+(?:(?:[A-Z][\w'’-]+\s+){0,2}|he\s+|she\s+|the\s+[a-z]+\s+)was\s+(?:only\s+|just\s+)?$")
DIES = late(r"\b(?:dies|died|dead|passed away)\b[^.;\d]{0,40}\s(?:at|aged)\s+(?:the\s+age\s+of\s+)?$")
AT_ALONE, HE_IS = late(r"At\s+(?:just\s+|only\s+)?$"), late(r",\s+(?:he|she)\s+(?:is|has)\b")
IS_NOW = late(r"[^.;]{0,60}?\b(?:is|and)\s+(?:now\s+|today\s+)(?:aged\s+)?$|,\s+is\s+$")
WHO_BORN = late(r"(?:\s+(?!and\b)[\w'’-]+){0,6},\s+(?:who\s+)?(?:was\s+|is\s+)?born\b")
# "was 42 when she bought it in 1982"
WAS = late(r"\bwas\s+(?:only\s+|just\s+)?$")
WHEN = late(r"(?:\s+years\s+old)?(?:,\s+and\s[^,.;\d]{3,60},)?\s+when\b(?![^.;]*\bborn\b)")
WHEN_DIED = late(r"(?:\s+years\s+old)?\s+when\s+(?:he|she)\s+(?:died|passed away)\b")
# "Born in 1958, the bishop is 75"
BORN_IS = late(r",\s+(?:he|she|(?:the\s+|[A-Z])[\w'’-]+(?:\s+[\w'’-]+)?)\s+is\s+(?:now\s+)?$", words="is")
SPOKEN = late(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")
DIED = late(r"\b(?:died|dies|passed away|death)\b")
I_AM = late(r"\bI(?:['’]m|\s+am)\s+(?:now\s+|only\s+|already\s+)?$")
# Two sentences stand side by side if no more than this many characters lie between them.
NEXT = 4
