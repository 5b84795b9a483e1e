"""The words that tie an anniversary to its event."""

import re

from copydesk.late import late

CENTURIES = {
    "centenary": 100, "centennial": 100, "bicentenary": 200, "bicentennial": 200, "sesquicentennial": 150, "tercentenary": 300,
    **{f"{metal} {feast}": years for feast in ("wedding", "jubilee") for metal, years in (("silver", 25), ("ruby", 40), ("golden", 50), ("diamond", 60), ("platinum", 70))},
}  # fmt: skip
ANNIVERSARY = late(
    r"(?:st|nd|rd|th)?[\s-]+(?:wedding\s+|founding\s+)?(?:anniversary|birthday|jubilee|season|year\b(?!\s+(?:of|in|as|at|on)))\b",
    re.I,
    words="anniversary birthday jubilee season year",
)
ITS = late(
    r"\b(?:its|their|the (?:company|firm|club|school|shop|bakery|brewery|paper|newspaper|theatre|theater)['’]s)\s+$",
    re.I,
)
# Founding told of another house: "a rival opened in 1871", or of one of its parts.
ANOTHER = late(
    r"\b(?:another|rival|other|second|neighbou?ring|new|competitor|branch|annex|wing|former)\b|\bhad\s+opened\b", re.I
)
OF_YEAR = late(r"\s+(?:anniversary|birthday)\s+of\s+(?:the|its|their|a)\s+", re.I)
# "of the tunnel, which opened in", "of the crash on"
OF_EVENT = late(
    r"\s+(?:anniversary|birthday)\s+of\s+[^.;:,\d]{3,70}?(?:,\s+(?:which|who|that)\s+\w+\s+(?:\w+\s+){0,3}(?:in|on)|,\s+(?:\w+ed|built|begun)\s+in|\s+(?:of|in|on)|,)\s+",
    re.I,
)
NOW_MARKS = late(r"\b(?:is|are)\s+(?:marking|celebrating|observing)\b|\b(?:marks|celebrates)\b")
# A sentence about the days around publication.
RECENT = late(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:today|yesterday|tomorrow|this (?:week|month|year)))\b", re.I
)
