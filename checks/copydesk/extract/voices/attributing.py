"""Speakers written onto facts: the attribution that each stands under, in its own sentence or beside it."""

from bisect import bisect_right

from copydesk.extract.voices.quoting import QUOTE_MARKS, quotations
from copydesk.extract.voices.saying import Voice, attribution
from copydesk.lexicon.voices import PRONOUNS, TELLING
from copydesk.model import Fact, Span
from copydesk.tokens import Page

LOOK_BACK = 2  # sentences in which "they" may have its name


class Hearing:
    """The quotations and attributions of a page, those of a sentence read when first asked for."""

    __slots__ = ("_heard", "_quotes", "_starts", "_told", "page")

    def __init__(self, page: Page) -> None:
        self.page = page
        self._quotes = quotations(page)
        self._starts = [quote.start for quote in self._quotes]
        self._told: dict[int, list[int]] = {}
        for i in page.places(TELLING):
            self._told.setdefault(page.sentence_index(page.starts[i]), []).append(i)
        self._heard: dict[int, list[Voice]] = {}

    def quote_at(self, offset: int) -> Span | None:
        """The quotation around an offset."""
        at = bisect_right(self._starts, offset) - 1
        return self._quotes[at] if at >= 0 and offset < self._quotes[at].end else None

    def tells(self, sentence: int) -> bool:
        """Has a sentence a word that may tell who says it?"""
        return sentence in self._told

    def voices(self, sentence: int) -> list[Voice]:
        """The attributions of a sentence, in order, those inside quotations left out."""
        if sentence not in self._told:
            return []
        if sentence not in self._heard:
            page, span = self.page, self.page.sentences[sentence]
            first, last = page.index_at(span.start), page.index_at(span.end - 1)
            outside = (i for i in self._told[sentence] if self.quote_at(page.starts[i]) is None)
            found = (attribution(page, i, first, last) for i in outside)
            self._heard[sentence] = [voice for voice in found if voice is not None]
        return self._heard[sentence]


def attribute(page: Page, facts: list[Fact]) -> list[Fact]:
    """The same facts, with `speaker` and `quoted`."""
    if not facts:
        return facts
    hearing = Hearing(page)
    told = []
    for fact in facts:
        quote, at = hearing.quote_at(fact.span.start), page.sentence_index(fact.span.start)
        speaker = _speaker(hearing, fact.span, at, quote) if quote is not None or hearing.tells(at) else None
        told.append(fact._replace(speaker=speaker, quoted=quote is not None) if speaker or quote else fact)
    return told


def _speaker(hearing: Hearing, span: Span, at: int, quote: Span | None) -> str | None:
    voices = hearing.voices(at)
    voice = _nearest(hearing.page, voices, hearing.page.index_at(span.start)) if voices else None
    if voice is None and quote is not None:
        voice = _beside(hearing, at)
    return _name(hearing, voice, at) if voice is not None else None


def _nearest(page: Page, voices: list[Voice], token: int) -> Voice | None:
    """The attribution that a token is under: the last one before it, unless that one speaks of what came before and another follows."""
    before = [voice for voice in voices if voice.end < token]
    after = [voice for voice in voices if voice.begin > token and voice.behind]
    if before and not (before[-1].behind and after):
        return before[-1]
    if after and ";" in page.lower[token : after[0].begin]:
        return None
    return after[0] if after else None


def _beside(hearing: Hearing, at: int) -> Voice | None:
    """Of a sentence quoted without a word on its speaker: the attribution before it in the paragraph, else the next one;
    for a paragraph that is nothing but a quotation, the one of the paragraph before if that was quoted too."""
    page, sentences = hearing.page, hearing.page.sentences
    for i in range(at - 1, max(-1, at - 4), -1):
        gap = page.text[sentences[i].end : sentences[i + 1].start]
        if "\n" in gap and page.text[sentences[i + 1].start] not in QUOTE_MARKS:
            break
        if voices := hearing.voices(i):
            return voices[-1]
    if at + 1 < len(sentences) and "\n" not in page.text[sentences[at].end : sentences[at + 1].start]:
        voices = hearing.voices(at + 1)
        return voices[0] if voices else None
    return None


def _name(hearing: Hearing, voice: Voice, at: int) -> str:
    """The speaker's words; a pronoun gives the name that stands in one of the sentences before."""
    page = hearing.page
    words = page.span(voice.first, voice.last)
    if voice.first == voice.last and page.lower[voice.first] in PRONOUNS:
        for i in range(at - 1, max(-1, at - 1 - LOOK_BACK), -1):
            for earlier in reversed(hearing.voices(i)):
                if page.lower[earlier.first] not in PRONOUNS:
                    words = page.span(earlier.first, earlier.last)
                    return page.text[words.start : words.end]
    return page.text[words.start : words.end]
