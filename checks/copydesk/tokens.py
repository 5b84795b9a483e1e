"""A document as a page of tokens: one scan over the whole text, whose result every reader of facts shares.

Tokens are words (with their apostrophe: "Ukraine's"), dotted abbreviations ("p.m.", "U.S."), digit groups ("1,200", "3.4", "10.50") and single other
characters. Letters that touch digits are tokens of their own ("1.2m" is "1.2" and "m"); `joined` tells that nothing stands between.
"""

from bisect import bisect_right
from itertools import accumulate, compress
from operator import add

from copydesk.late import late
from copydesk.model import Document, Span

# A token with the space behind it, or white space alone: together the pieces are the whole text, so their lengths
# add up to offsets.
PIECE = late(
    r"[A-Za-z]++(?: |\n+|(?=[,;:)\"”?!-]))|[,\"-] ?"  # most words and marks: the quick way
    r"|(?:\d+(?:[.,]\d+)*"  # 1,200.50
    r"|(?:[A-Za-z]\.){2,}"  # p.m., U.S.
    r"|[^\W\d_]+(?:['’][^\W\d_]+)?[\u0300-\u036f]*"  # words, also decomposed ones
    r"|\S)[ \n]*"
    r"|\s+"
)
# One class first, without "+": the engine then skips to it.
SENTENCE_END = late(r"[.!?…][.!?…\"'”’)\]]*()\s+(?=[\"'“‘(\[—–-]*\s?[A-Z0-9À-Þ$£€])")
AFTER_STOP = late(r"[\"'“‘(]*([A-Za-z]+)")
# A full stop after these ends no sentence; neither does one after a single capital letter ("J. Smith").
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col lt capt cmdr sgt maj adm gov sen rep reps sens rev hon pres st mt ft no nos vs etc inc corp co ltd bros jr sr"
    " dept est approx jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ave blvd rd fig al eg ie cf"
    " u.s u.k u.n a.m p.m e.g i.e ala ariz ark calif colo conn fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn"
    " tex va vt wash wis wyo".split()
)
# These end a sentence when a capital follows, since they also stand at its end ("at 6 p.m. The fire …", "in the U.S.
# The …").
CLOCK_HALVES = frozenset({"a.m", "p.m"})
# What goes on behind them in the same sentence: a zone, a day, a feast.
CLOCK_GOES_ON = late(
    r"(?:[A-Z]{1,4}T|GMT|UTC|BST|MSK|Eastern|Central|Mountain|Pacific|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\b|[A-Z][a-z]+(?:ary|ber)|March|April|August|(?:[A-Z]\w+[ -]){1,3}[Tt]ime"
    r"|[A-Z][a-z]+ (?:Day|Eve)|New Year['’]s|Easter (?:Sun|Mon)day|Good Friday)\b"
)
MAY_END = frozenset("u.s u.k u.n etc inc corp co ltd bros jr sr".split())
STARTERS = frozenset(
    "the a an it he she they we i this that these those there in on at but and as when while after before his her their its police officials"
    " according however meanwhile".split()
)


class Page:
    """The tokens of a document, as parallel lists.

    words    as written            lower   in lower case
    starts   offset of each        ends    offset behind each
    sentences   spans, in order; every token stands in one
    vocabulary  the words in lower case, each once

    Where the words that will be asked for are known beforehand (`noted`, in lower case), only their places and those of figures are gone
    over again.
    """

    __slots__ = (
        "_noted", "_sentence_starts", "document", "ends", "lower", "sentences", "starts", "text", "vocabulary", "words"
    )  # fmt: skip

    def __init__(self, document: Document, noted: frozenset[str] = frozenset()) -> None:
        self.document = document
        self.text = text = document.text
        pieces = PIECE.findall(text)
        words = list(map(str.rstrip, pieces))
        starts = list(accumulate(map(len, pieces), initial=0))
        starts.pop()
        ends = list(map(add, starts, map(len, words)))
        if "" in words:  # white space alone
            starts, ends = list(compress(starts, words)), list(compress(ends, words))
            words = list(filter(None, words))
        self.words: list[str] = words
        self.starts: list[int] = starts
        self.ends: list[int] = ends
        self.lower = lower = list(map(str.lower, words))
        self.vocabulary = frozenset(lower)
        # Most words are letters: one comparison tells that they are no figures.
        told = [i for i, word in enumerate(lower) if word in noted or word < ":" and word >= "0"] if noted else None
        self._noted = range(len(lower)) if told is None else told
        self.sentences = [span for block in document.blocks for span in sentences(text, block.start, block.end)]
        self._sentence_starts = [span.start for span in self.sentences]

    def __len__(self) -> int:
        return len(self.words)

    def places(self, wanted: frozenset[str]) -> list[int]:
        """The tokens that are one of these words, in order; of a page made with `noted`, words of those."""
        lower = self.lower
        return [i for i in self._noted if lower[i] in wanted]

    def places_with_figures(self, wanted: frozenset[str]) -> list[int]:
        """The tokens that are one of these words or begin with a digit, in order."""
        lower = self.lower
        return [i for i in self._noted if (word := lower[i]) in wanted or "0" <= word < ":"]

    def joined(self, i: int) -> bool:
        """Does token i touch the one after it?"""
        return i + 1 < len(self.starts) and self.ends[i] == self.starts[i + 1]

    def index_at(self, offset: int) -> int:
        """The token that stands at an offset, or the last one before it."""
        return (bisect_right(self.starts, offset) or 1) - 1

    def sentence_index(self, offset: int) -> int:
        """Which of `sentences` an offset stands in; 0 on an empty page."""
        return (bisect_right(self._sentence_starts, offset) or 1) - 1

    def sentence_at(self, offset: int) -> Span:
        """The sentence around an offset."""
        return self.sentences[self.sentence_index(offset)] if self.sentences else Span(0, len(self.text))

    def span(self, first: int, last: int) -> Span:
        """The span from token `first` through token `last`."""
        return Span(self.starts[first], self.ends[last])


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of a block, without the white space around them."""
    spans: list[Span] = []
    begin = start
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    for found in SENTENCE_END.finditer(text, begin, end):
        stop, following = found.span()
        if text[stop] == "." and not _stop_ends(text, begin, stop, following):
            continue
        spans.append(Span(begin, found.start(1)))
        begin = following
    if begin < end:
        spans.append(Span(begin, end))
    return spans


def _stop_ends(text: str, begin: int, stop: int, following: int) -> bool:
    """Does the full stop at `stop` end its sentence, or only an abbreviation?"""
    word = text[text.rfind(" ", begin, stop) + 1 or begin : stop]
    if len(word) > 1 and word.isalpha() and word.islower() and word not in ABBREVIATIONS:
        return True
    chunk = text[max(begin, stop - 24) : stop].split()
    word = chunk[-1].replace("/", "-").rpartition("-")[2].lstrip('"“‘([—–$').lower() if chunk else ""
    if word in CLOCK_HALVES:
        after = AFTER_STOP.match(text, following)
        return after is not None and after[1][0].isupper() and CLOCK_GOES_ON.match(text, after.start(1)) is None
    if word in MAY_END:
        after = AFTER_STOP.match(text[following : following + 24])
        return bool(after and after[1].lower() in STARTERS and after[1][0].isupper())
    single_letter = len(word) == 1 and word.isalpha()
    return not (word in ABBREVIATIONS or single_letter)
