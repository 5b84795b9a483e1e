"""The words of a sentence by which an editor would name one of its facts: "Kursk", "the talks", "drone strike"."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from unicodedata import combining, normalize

from copydesk.late import late
from copydesk.lexicon.calendar import MONTHS, PARTS, WEEKDAYS
from copydesk.lexicon.nouns import STOPS
from copydesk.lexicon.numbers import ORDINALS, SCALES, SMALL, TENS
from copydesk.lexicon.people import ADVERBS, BE, HAVE, MODALS, PREPOSITIONS, VERBS
from copydesk.lexicon.things import EMPTY
from copydesk.lexicon.voices import SPEECH
from copydesk.model import Fact, Span
from copydesk.named import NamedTuple
from copydesk.propose._case import Case
from copydesk.rulebook.words import GRAMMAR

WORD = late(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
POSSESSIVE = late(r"['’]s?$")
# Words that name nothing by which a reader would know a fact.
DULL = (
    STOPS | PREPOSITIONS | EMPTY | SPEECH | ADVERBS | BE | HAVE | MODALS | frozenset(MONTHS) | frozenset(WEEKDAYS) | frozenset(PARTS)
    | frozenset(SMALL) | frozenset(TENS) | frozenset(SCALES) | frozenset(ORDINALS) | frozenset(
        "people person multiple several time times day days week weeks month months year years hour hours minute minutes today yesterday tomorrow number part"
        " total least most much many several made make makes went going come came comes took take gave give put got get let seen see"
        " mr mrs ms dr local nearly almost around another still even well back ago later earlier soon once".split()
    )
)  # fmt: skip
SHORTEST = 4
LONGEST_NAME = 3
# An editor names a fact by a thing or a name, not by what is done: such words come last.
DOING = late(r"(?:ing|ed|ly)$")


class Word(NamedTuple):
    """A word or a few, where they stand, and how well they would name a fact: the lower the better."""

    text: str
    span: Span
    weight: float = 0


def landmarks(case: Case, fact: Fact) -> list[str]:
    """Words of the fact's sentence that may stand behind `near`, the likeliest first. Names are better than other words, near ones than
    far ones, rare ones than those that stand everywhere."""
    words = sentence_words(case, fact.sentence)
    found = [_weighed(case, fact, word, words) for word in [*words, *_pairs(case, words)]]
    ranked = sorted(found, key=lambda word: (word.weight, word.span.start))
    return list(dict.fromkeys(word.text for word in ranked))


def sentence_words(case: Case, sentence: Span) -> list[Word]:
    """Its words that name something, names of several words as one; none of those inside facts."""
    taken = [fact.span for fact in case.read if fact.sentence == sentence]
    found: list[Word] = []
    for match in WORD.finditer(case.document.text, *sentence):
        span = Span(*match.span())
        if any(one.start < span.end and span.start < one.end for one in taken):
            continue
        text = POSSESSIVE.sub("", match.group())
        found.append(Word(text, Span(span.start, span.start + len(text))))
    return [word for word in _names(case, found) if _names_something(word.text)]


def _names(case: Case, words: Sequence[Word]) -> Iterator[Word]:
    """With capitalised words that follow one another as one word: "White House"; of a long row ("Russian President Vladimir Putin") the last."""
    row: list[Word] = []
    for word in words:
        joins = row and case.document.text[row[-1].span.end : word.span.start] == " "
        if joins and _is_part_of_name(row[-1]) and _is_part_of_name(word):
            row.append(word)
            continue
        yield from _joined(case, row)
        row = [word]
    yield from _joined(case, row)


def _joined(case: Case, row: Sequence[Word]) -> Iterator[Word]:
    kept = row if len(row) <= LONGEST_NAME else row[-2:]
    if kept:
        span = Span(kept[0].span.start, kept[-1].span.end)
        yield Word(case.document.text[span.start : span.end], span)


def _is_part_of_name(word: Word) -> bool:
    return _is_name(word.text) and not _dull(word.text)


def _pairs(case: Case, words: Sequence[Word]) -> list[Word]:
    """Two plain words side by side: "drone strike"."""
    text = case.document.text
    return [
        Word(text[a.span.start : b.span.end], Span(a.span.start, b.span.end))
        for a, b in pairwise(words)
        if text[a.span.end : b.span.start] == " " and not (_is_name(a.text) or _is_name(b.text))
    ]


def _weighed(case: Case, fact: Fact, word: Word, words: Sequence[Word]) -> Word:
    near, far = sorted((word.span, fact.span))
    weight: float = sum(near.end <= other.span.start < far.start for other in words)
    weight += 1.5 * min(5, _often(case, word.text) - 1)
    if _is_name(word.text) and word.span.start > fact.sentence.start:
        weight -= 5
    if _is_doing(case, word):
        weight += 6
    if fact.speaker and word.text in fact.speaker:
        weight += 8
    return word._replace(weight=weight)


def _is_doing(case: Case, word: Word) -> bool:
    """Does it say what is done ("brought", "was hit"), not what or where?"""
    before = WORD.findall(case.document.text[max(0, word.span.start - 12) : word.span.start])
    helped = bool(before) and before[-1].lower() in BE | HAVE
    return helped or any(each.lower() in VERBS or DOING.search(each) for each in word.text.split())


def _often(case: Case, text: str) -> int:
    return max(1, case.reader.lower.count(text.lower()))


def _is_name(text: str) -> bool:
    return text[:1].isupper()


def _names_something(text: str) -> bool:
    return (len(text) >= SHORTEST or (len(text) > 1 and text.isupper())) and not _dull(text)


def _dull(text: str) -> bool:
    return text.lower() in DULL


def slug(text: str) -> str:
    """A name of these words: small letters, without their accents, and dashes."""
    plain = "".join(char for char in normalize("NFKD", text.lower()) if not combining(char))
    words = re.sub(r"[^\w]+|_", "-", plain).strip("-")
    return re.sub(r"^\d+-*", "", words)


def name(text: str, taken: Container[str], otherwise: str) -> str:
    """A name of `find` for these words: none of the grammar's, none that is taken."""
    stem = slug(text) or otherwise
    stem = f"{stem}-{otherwise}" if stem in GRAMMAR else stem
    return next(each for each in (stem, *(f"{stem}-{n}" for n in range(2, 99))) if each not in taken)
