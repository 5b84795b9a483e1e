"""What ties a total and its parts in the shapes that sums are told in. Data only; @ is a figure."""

import re

from copydesk.late import late, pattern

# In one sentence; @ is a figure. "30 guests: 14 men, nine women and seven children".
ITEM = r"@[^@:;.()—–\n]{1,45}?"
OPENING_TOTAL = late(
    rf"(?P<total>@)(?P<what>[^:;.—–()\n]{{2,70}}?)\s*(?::|—|–|\s--|\(|,?\s+made\s+up\s+of|,?\s+consisting\s+of|,?\s+comprising)\s*(?P<parts>{ITEM}(?:,\s+{ITEM})*,?\s+(?:and|plus)\s+@[^@:;.—–()\n]{{1,60}})(?=[.;)—–]|$)",
    re.IGNORECASE,
)
INCLUDES = pattern(
    r"(?P<total>@)[^@:;.]{0,40}?,?\s+includ(?:es?|ed|ing)\s+(?P<parts>@[^@:;.]{1,45}(?:,\s+@[^@:;.]{1,45})*,?\s+and\s+@)"
)
# "8,200 in June and 9,100 in July, or 17,300 in all"; "37 failings, 17 by the police, 11 by the council and nine by the school".
OR_TOTAL = late(
    rf"(?P<parts>{ITEM}(?:,\s+{ITEM})*,?\s+and\s+@[^@:;.—–()\n]{{1,45}}?),\s+or\s+(?P<total>@)\s+(?:in\s+all|in\s+total|altogether|in\s+the|over\s+the|together)\b"
)
TIES = pattern(r"\b(?:by|in|from|for|at|on|to)\s.*\band\b|[:(—–]|\s--|\btotal\s+of\b|\bmade\s+up\b|\bconsist|\bcompris")
NOT_ALL = pattern(r"\b(?:including|among|such\s+as|of\s+whom|of\s+them|both|aged?|between)\b")
# "The other 243": what is left of a total when those just told are taken off.
MORE = pattern(r"\s+(?:\w+\s+)?(?:more|fewer)\b")
THE_OTHER = pattern(r"\b(?:the\s+(?:other|remaining))\s+$", words="other remaining")
PARTLY = pattern(
    r"\b(?:including|among\s+(?:them|those)|such\s+as|of\s+whom|at\s+least|both|last\s+(?:year|month|week)|years?\s+ago|earlier|previous\w*|(?:19|20)\d\d)\b"
)
# Wholes that have parts of their own names, all of which must be told.
MADE_OF = {"medal": ("gold", "silver", "bronze"), "people": ("passenger", "crew"), "person": ("passenger", "crew")}
EVERYBODY = ("man", "woman", "child")
SAME_NAME = {"passenger": ("passenger",), "crew": ("crew", "crewmember")}
# "Killed 25 in three districts": so many parts are to follow.
IN_PLACES = pattern(
    r"\b(?:across|in)\s+(?P<n>two|three|four|five|six)\s+(?:\w+\s+){0,2}(?:districts|towns|villages|cities|provinces|regions|states|countries|places|attacks|incidents|shootings|blasts|explosions|locations|neighbou?rhoods|counties)\b",
    words="attack blast cit count district explosion incident location place province region neighbourhood neighborhood shooting state town village",
)
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
OVERALL = pattern(
    r"\b(?:at\s+first|overall|total|initially|earlier|altogether|in\s+all|last\s+(?:year|month|week)|since|in\s+(?:19|20)\d\d)\b"
)
