"""Whose words a fact stands in: its speaker, in the article's words, and whether it is inside quotation marks."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from copydesk.lexicon.voices import (
    AUXILIARIES,
    CLAUSE_WORDS,
    INVERTED,
    JOINS,
    NOBODY,
    OPENERS,
    PASSIVE,
    PRONOUNS,
    SPEECH,
    STOPPERS,
)
from copydesk.model import Fact, Span
from copydesk.tokens import Page

QUOTE_MARK = re.compile('["“”„«»]')
QUOTE_MARKS = frozenset('"“”„«»‘’')
TELLING = SPEECH | {"according", "put", "puts"}
PUNCTUATION = frozenset(",;:.!?()[]—–-") | QUOTE_MARKS
SUBJECT_AT_MOST = 12  # tokens; a longer one was misread
LOOK_BACK = 2  # sentences in which "they" may have its name


class Voice(NamedTuple):
    """One attribution: the tokens that name the speaker, those of subject and verb together, and whether the sentence is
    said before it ("…, officials said") or only behind it ("officials said …")."""

    first: int
    last: int
    begin: int
    end: int
    behind: bool


def attribute(page: Page, facts: list[Fact]) -> list[Fact]:
    """The same facts, with `speaker` and `quoted`."""
    if not facts:
        return facts
    quotes = quotations(page)
    starts = [quote.start for quote in quotes]
    heard: dict[Span, list[Voice]] = {}
    told = []
    for fact in facts:
        at = bisect_right(starts, fact.span.start) - 1
        quote = quotes[at] if at >= 0 and fact.span.start < quotes[at].end else None
        speaker = _speaker(page, fact.span, quotes, quote, heard)
        told.append(replace(fact, speaker=speaker, quoted=quote is not None) if speaker or quote else fact)
    return told


# ---------------------------------------------------------------- quotation marks


def quotations(page: Page) -> list[Span]:
    """The stretches inside quotation marks, in order. A mark left open holds to the end of its paragraph, as it does where a
    quotation runs on and the next paragraph opens it anew."""
    text, found = page.text, []
    for block in page.document.blocks:
        begin = -1
        for mark in QUOTE_MARK.finditer(text, block.start, block.end):
            at = mark.start()
            opens = mark.group() in "“„«" or (mark.group() == '"' and _opens(text, at, block.start))
            closes = mark.group() in "”»" or (mark.group() == '"' and not (opens and begin < 0))
            if begin >= 0 and (closes or opens):
                found.append(Span(begin, at))
                begin = at + 1 if opens and mark.group() != '"' else -1
            elif opens:
                begin = at + 1
        if begin >= 0:
            found.append(Span(begin, block.end))
    return found


def _opens(text: str, at: int, start: int) -> bool:
    """May a straight mark open a quotation? Not where it stands behind a letter or digit: 5'10", 12"."""
    before = text[at - 1] if at > start else " "
    return not before.isalnum() and before not in ".,!?'" and not text[at + 1 : at + 2].isspace()


# ---------------------------------------------------------------- speakers


def _speaker(
    page: Page, span: Span, quotes: list[Span], quote: Span | None, heard: dict[Span, list[Voice]]
) -> str | None:
    at = page.sentence_index(span.start)
    token = page.index_at(span.start)
    voice = _nearest(_voices(page, at, quotes, heard), token)
    if voice is None and quote is not None:
        voice = _beside(page, at, quotes, heard)
    if voice is None:
        return None
    return _name(page, voice, at, quotes, heard)


def _nearest(voices: list[Voice], token: int) -> Voice | None:
    """The attribution that a token is under: the last one before it, unless that one speaks of what came before and another follows."""
    before = [voice for voice in voices if voice.end < token]
    after = [voice for voice in voices if voice.begin > token and voice.behind]
    if before and not (before[-1].behind and after):
        return before[-1]
    return after[0] if after else None


def _beside(page: Page, at: int, quotes: list[Span], heard: dict[Span, list[Voice]]) -> Voice | None:
    """Of a sentence quoted without a word on its speaker: the attribution before it in the paragraph, else the next one;
    for a paragraph that is nothing but a quotation, the one of the paragraph before if that was quoted too."""
    sentences = page.sentences
    for i in range(at - 1, max(-1, at - 4), -1):
        gap = page.text[sentences[i].end : sentences[i + 1].start]
        if "\n" in gap and page.text[sentences[i + 1].start] not in QUOTE_MARKS:
            break
        if voices := _voices(page, i, quotes, heard):
            return voices[-1]
    if at + 1 < len(sentences) and "\n" not in page.text[sentences[at].end : sentences[at + 1].start]:
        voices = _voices(page, at + 1, quotes, heard)
        return voices[0] if voices else None
    return None


def _name(page: Page, voice: Voice, at: int, quotes: list[Span], heard: dict[Span, list[Voice]]) -> str:
    """The speaker's words; a pronoun gives the name that stands in one of the sentences before."""
    words = page.span(voice.first, voice.last)
    if voice.first == voice.last and page.lower[voice.first] in PRONOUNS:
        for i in range(at - 1, max(-1, at - 1 - LOOK_BACK), -1):
            for earlier in reversed(_voices(page, i, quotes, heard)):
                if page.lower[earlier.first] not in PRONOUNS:
                    words = page.span(earlier.first, earlier.last)
                    return page.text[words.start : words.end]
    return page.text[words.start : words.end]


def _voices(page: Page, at: int, quotes: list[Span], heard: dict[Span, list[Voice]]) -> list[Voice]:
    """The attributions of a sentence, read once."""
    sentence = page.sentences[at] if page.sentences else Span(0, len(page.text))
    if sentence not in heard:
        heard[sentence] = list(_attributions(page, sentence, quotes))
    return heard[sentence]


def _attributions(page: Page, sentence: Span, quotes: list[Span]) -> Iterator[Voice]:
    first, last = page.index_at(sentence.start), page.index_at(sentence.end - 1)
    lower = page.lower
    for i in [i for i, word in enumerate(lower[first : last + 1], first) if word in TELLING]:
        word = lower[i]
        if word == "according":
            end = _phrase_end(page, i + 2, last) if i < last and lower[i + 1] == "to" else i
            if end >= i + 2:
                yield Voice(i + 2, end, i, end, behind=i > first)
        elif (word in SPEECH or "at" in lower[i + 1 : i + 6]) and not _inside(quotes, page.starts[i]):
            if not _claims_lives(lower, i) and (voice := _said(page, i, first, last)):
                yield voice


def _claims_lives(lower: list[str], i: int) -> bool:
    return lower[i].startswith("claim") and not {"life", "lives"}.isdisjoint(lower[i + 1 : i + 8])


def _inside(quotes: list[Span], offset: int) -> bool:
    at = bisect_right(quotes, (offset, len(quotes) and 1 << 60)) - 1
    return at >= 0 and offset < quotes[at].end


def _said(page: Page, verb: int, first: int, last: int) -> Voice | None:
    """The attribution around a verb of speech: "said Ms Okafor" behind a comma or quotation mark, else its subject."""
    lower = page.lower
    if verb > first and lower[verb - 1] in PASSIVE:
        return None
    if verb > first and lower[verb] in INVERTED and lower[verb - 1] in PUNCTUATION and verb < last:
        end = _phrase_end(page, verb + 1, last)
        starts_name = page.words[verb + 1][0].isupper() or lower[verb + 1] in ("the", "a", "an")
        closed = end == last or lower[end + 1] in PUNCTUATION or lower[end + 1] in ("who", "in", "at", "on", "during")
        if end > verb and starts_name and closed and not lower[verb + 1].isdigit():
            return Voice(verb + 1, end, verb, end, behind=True)
    return _subject(page, verb, first)


def _phrase_end(page: Page, begin: int, last: int) -> int:
    """The last token of the noun phrase that begins here."""
    i = begin
    while i <= last and i < begin + SUBJECT_AT_MOST:
        word = page.lower[i]
        if (word in PUNCTUATION and not page.joined(i - 1)) or word in ",;:()!?" or word in STOPPERS or word in SPEECH:
            break
        if word in PUNCTUATION and word != "-" and (word in QUOTE_MARKS or i == last or not page.joined(i)):
            if not (word == "." and i < last and len(page.words[i - 1]) <= 4 and page.words[i - 1][0].isupper()):
                break
        i += 1
    return i - 1


def _subject(page: Page, verb: int, first: int) -> Voice | None:
    lower = page.lower
    end = verb - 1
    while end >= first and (lower[end] in AUXILIARIES or lower[end].endswith("ly")):
        end -= 1
    if end > first and lower[end] == ",":
        end = _before_apposition(page, end, first)
    begin = end + 1
    while begin - 1 >= first and end - begin < SUBJECT_AT_MOST and not _bounds(page, begin - 1):
        begin -= 1
    boundary = lower[begin - 1] if begin > first else ""
    while begin < end and lower[begin] in OPENERS:
        begin += 2 if lower[begin] in ("on", "in", "at") and begin + 2 <= end else 1
    if (
        begin > end
        or lower[end] in NOBODY
        or lower[end] in JOINS
        or page.words[end][0].isdigit()
        or lower[end] in PUNCTUATION
    ):
        return None
    return Voice(begin, end, begin, verb, behind=boundary in PUNCTUATION and boundary not in ("", ":"))


def _before_apposition(page: Page, comma: int, first: int) -> int:
    """The token before "…, the region's governor," for the comma that closes it."""
    for i in range(comma - 1, max(first, comma - 2 * SUBJECT_AT_MOST), -1):
        if page.lower[i] == ",":
            aged = page.words[i - 1].isdigit() and i - 2 > first and page.lower[i - 2] == ","
            return i - 3 if aged else i - 1
    return comma - 1


def _bounds(page: Page, i: int) -> bool:
    """Does a subject to the right of token i begin behind it?"""
    word = page.lower[i]
    if word in CLAUSE_WORDS:
        return True
    if word == "." and page.words[i - 1][:1].isupper() and len(page.words[i - 1]) <= 4:
        return False
    return word in PUNCTUATION and not (word == "-" and page.joined(i))
