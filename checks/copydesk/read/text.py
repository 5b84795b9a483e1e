"""Plain text: paragraphs by blank lines, or one a line; a short first line without a full stop is the headline."""

from collections.abc import Iterator

from copydesk.model import Block, Document, Reader, Unread
from copydesk.read._draft import FINAL, Line, blocks, decode, lines, paragraph_a_line, quiet
from copydesk.typed import IO

# No longer than the longest headline that a page has room for.
HEADLINE_AT_MOST = 140
# A headline may ask, shout or end in a quotation.
ENDS_HEADLINE = tuple("!?”’\"')…")


def read(stream: IO[bytes], path: str) -> Iterator[Document | Unread]:
    text = decode(stream.read(), path)
    if isinstance(text, Unread):
        yield text
        return
    words, segments = quiet(text, "text")
    found = lines(words)
    headline: list[Block] = []
    if has_headline(words, found):
        headline, found = [Block("headline", found[0].start, found[0].end)], found[1:]
    if not found:
        yield Unread(path, path, "There is no article in it, only waivers.")
        return
    body = (*headline, *blocks(words, found))
    yield Document(path, words, body, tuple(segments), {"text": text}, path)


def has_headline(text: str, found: list[Line]) -> bool:
    """Is the first line a headline? With a blank line behind it, when it is short and not a sentence; without one, only when the lines
    are paragraphs and what follows can't be its other half."""
    if len(found) < 2:
        return False
    first, second, rest = found[0], found[1], found[1:]
    words, length = text[first.start : first.end], first.end - first.start
    if (
        length > HEADLINE_AT_MOST
        or (words.endswith(FINAL) and not words.endswith(ENDS_HEADLINE))
        or words[-1] in ",;-–—"
    ):
        return False
    if second.apart:
        return True
    goes_on = text[second.start].islower() or second.end - second.start <= length
    return paragraph_a_line(text, rest) and not goes_on and text[second.start : second.end].endswith(FINAL)


READER = Reader("plain text, one article a file", (".txt", ".text"), read)
