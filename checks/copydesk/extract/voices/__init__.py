"""Whose words a fact stands in: its speaker, in the article's words, and whether it is inside quotation marks."""

from copydesk.extract.voices.attributing import attribute
from copydesk.extract.voices.quoting import quotations

__all__ = ["attribute", "quotations"]
