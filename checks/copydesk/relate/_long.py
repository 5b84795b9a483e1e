"""A long text, taken part by part: each figure is held against what stands within a book's chapter before it, not against the whole book.

A reading may hold every figure against every other, which in an article takes no time, and over a novel's length hours. No reading
needs to know of it: it is given one part as if that were the article.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from copydesk.model import Block, Document, Fact, Relation, Span
from copydesk.named import NamedTuple
from copydesk.story import SPAN, Made, Story
from copydesk.typed import cast

# A text of no more characters (10,000 words) and facts is one part; of a longer one, each part begins with a quarter of the part before it.
LONGEST, MOST, QUARTER = 60_000, 800, 4


class Part(NamedTuple):
    """A part of an article as a story of its own, and where it begins; what ends before `known` the part before it has told."""

    story: Story
    start: int = 0
    known: int = 0

    def told(self, found: Iterable[Relation], document: Document) -> Iterator[Relation]:
        """Relations found in it as relations of the article, without those of which the part before it had all the figures."""
        if self.story.document is document:
            yield from found
            return
        for each in found:
            if any(fact.span.end + self.start > self.known for fact in each.facts()):
                parts = {name: _moved(part, document, self.start) for name, part in each.parts.items()}
                yield each._replace(parts=parts, sentence=_further(each.sentence, self.start))


def parts(document: Document, facts: tuple[Fact, ...]) -> Iterator[Part]:
    """The article in parts that begin and end with a sentence; one that is not long as it stands."""
    length = len(document.text)
    if length <= LONGEST and len(facts) <= MOST:
        yield Part(Story(document, facts))
        return
    told = sorted(facts, key=SPAN)
    begins = [*(fact.span.start for fact in told), length]
    breaks = sorted({0, length, *(fact.sentence.start for fact in told), *(block.start for block in document.blocks)})
    start = known = first = 0
    while known < length:
        full = begins[min(first + MOST, len(told))]
        end = _break(breaks, min(full, start + LONGEST), beyond=known)
        last = bisect_left(begins, end)
        part = _part(document, start, end)
        yield Part(Story(part, tuple(_shifted(fact, part, -start) for fact in told[first:last])), start, known)
        again = max(begins[max(first, last - MOST // QUARTER)], end - LONGEST // QUARTER)
        start, known = min(end, _break(breaks, again, beyond=start)), end
        first = bisect_left(begins, start)


def _break(breaks: list[int], at: int, beyond: int) -> int:
    """The last of the breaks up to there; where that is no further than `beyond`, the next one behind it."""
    found = bisect_right(breaks, at)
    return breaks[max(found - 1, bisect_right(breaks, beyond))]


def _part(document: Document, start: int, end: int) -> Document:
    first = bisect_right(document.blocks, start, key=lambda block: block.end)
    last = bisect_left(document.blocks, end, key=lambda block: block.start)
    blocks = (Block(kind, max(a, start) - start, min(b, end) - start) for kind, a, b in document.blocks[first:last])
    return document._replace(text=document.text[start:end], blocks=tuple(blocks), segments=(), headings={})


def _further(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _shifted(fact: Fact, document: Document, by: int) -> Fact:
    """The same fact, where it stands in another cut of its text."""
    return fact._replace(document=document, span=_further(fact.span, by), sentence=_further(fact.sentence, by))


def _moved(value: Made, document: Document, by: int) -> Made:
    """What a relation names: a fact, several, or what is computed of them and stands nowhere."""
    if isinstance(value, Fact):
        return cast(Made, _shifted(value, document, by))
    return cast(Made, tuple(_moved(each, document, by) for each in value)) if isinstance(value, tuple) else value
