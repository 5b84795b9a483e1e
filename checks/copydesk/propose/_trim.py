"""A long sentence cut to the part that holds some facts: an example that is quickly read."""

from collections.abc import Sequence

from copydesk.late import late
from copydesk.lexicon.people import BE, HAVE, MODALS, VERBS
from copydesk.model import Fact, Span
from copydesk.propose._case import Case
from copydesk.propose._words import WORD

# Where a sentence may be cut: after a comma with a blank behind it (not in 1,200), a semicolon, a colon, a dash.
CUT = late(r"(?<=[,;:])\s+|\s[–—]\s|(?<=\w)—(?=\w)")
# Shorter sentences stay whole, and no part is shorter than this.
LONG, SHORT = 110, 45
PAIRS = ("“”", "()", '""', "‘’")


def trimmed(case: Case, sentence: Span, facts: Sequence[Fact], words: Sequence[str]) -> Span:
    """The part of a sentence that holds these facts, and one of the words by which they are found; the whole, where a part would be no
    easier to read."""
    text = case.document.text
    if sentence.end - sentence.start <= LONG:
        return sentence
    pieces = _pieces(case, sentence)
    held = [fact.span for fact in facts if fact.sentence == sentence]
    held += [span for word in words if (span := _nearest(case, sentence, word, held))]
    begin, end = min(span.start for span in held), max(span.end for span in held)
    if not sentence.start <= begin <= end <= sentence.end:
        return sentence  # a time that runs on into the next one
    first = next(i for i, piece in enumerate(pieces) if piece.end > begin)
    last = next(i for i, piece in enumerate(pieces) if piece.end >= end)
    while first and _begins_within(text, pieces[first]):
        first -= 1
    while pieces[last].end - pieces[first].start < SHORT and (first or last + 1 < len(pieces)):
        first, last = (first - 1, last) if first else (first, last + 1)
    part = Span(pieces[first].start, pieces[last].end)
    return part if _is_balanced(text[part.start : part.end]) else sentence


def _begins_within(text: str, piece: Span) -> bool:
    """Does it begin with a verb, whose subject stands before it?"""
    found = WORD.match(text, *piece)
    return found is not None and found.group().lower() in VERBS | BE | HAVE | MODALS


def _pieces(case: Case, sentence: Span) -> list[Span]:
    """The parts between commas and the like, but for those inside a fact."""
    whole = [fact.span for fact in case.read if fact.sentence == sentence]
    pieces, at = [], sentence.start
    for found in CUT.finditer(case.document.text, *sentence):
        if any(span.start < found.start() < span.end for span in whole):
            continue
        pieces.append(Span(at, found.start()))
        at = found.end()
    return [*pieces, Span(at, sentence.end)]


def _nearest(case: Case, sentence: Span, word: str, held: Sequence[Span]) -> Span | None:
    """Where a word stands in the sentence, closest to the facts."""
    places, at = [], case.reader.lower.find(word.lower(), *sentence)
    while at >= 0:
        places.append(Span(at, at + len(word)))
        at = case.reader.lower.find(word.lower(), at + 1, sentence.end)
    return min(places, key=lambda place: min(abs(place.start - span.start) for span in held), default=None)


def _is_balanced(words: str) -> bool:
    return all(
        words.count(pair[0]) == words.count(pair[1]) and words.count(pair[0]) % (1 + (pair[0] == pair[1])) == 0
        for pair in PAIRS
    )
