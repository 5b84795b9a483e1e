"""XML text and attributes of whatever stands in an article."""

import re

from copydesk.late import late

# What XML 1.0 can't hold, not even escaped.
NOT_XML = late("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def text(words: str) -> str:
    return re.sub("[&<>\r]", lambda found: ESCAPES[found.group()], NOT_XML.sub("\ufffd", words))


def escaped(words: str) -> str:
    """For an attribute."""
    return re.sub('[&<>"\n\r\t]', lambda found: ESCAPES[found.group()], NOT_XML.sub("\ufffd", words))
