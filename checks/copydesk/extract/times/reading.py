"""What the finders of times hand to each other: one block of tokens to look round in, and what was read there before it
has a place on the calendar."""

from collections.abc import Mapping
from decimal import Decimal

from copydesk.amounts import Amount
from copydesk.lexicon.calendar import Span
from copydesk.model import FactKind
from copydesk.named import NamedTuple
from copydesk.numerals import Numeral
from copydesk.tokens import Page
from copydesk.typed import Literal

Anchor = Literal["issue", "told", "none"]
# Which of two figures with a stroke between them is written first; "?" where both orders make a date.
Order = Literal["", "day", "month", "?"]
Around = Literal["", "week", "weekend", "month"]
Whole = Literal["", "week", "weekend"]
Pick = Literal["", "last", "next", "this", "same", "before", "behind", "over", "apart", "end"]


class Stamp(NamedTuple):
    """A calendar date as far as it is said: any of year, month, day and weekday. `pick` is the word beside it ("last
    Tuesday")."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    pick: Pick = ""
    shift: int = 0  # years from the one it would get ("July last year")
    nth: int = 0  # the third Tuesday of the month, -1 the last; without a month "three Tuesdays ago", "Tuesday week"
    week: int | None = None  # weeks from this one ("Tuesday of next week")
    order: Order = ""
    whole: Whole = ""  # "the week of March 6"
    months: int | None = None  # so many months from this one ("the first Monday of next month")
    closes: int = 0  # so many months that end with it ("the three months ended June 30")


class Period(NamedTuple):
    """A part of a year (Q3, H1, SU, W05) of a year said, or one `shift` years off, or the one that `pick` and tense
    choose. Q alone is the quarter told, P the period told, which may be a month."""

    code: str
    year: int | None = None
    pick: Pick = ""
    shift: int = 0


class Turn(NamedTuple):
    """A unit of the calendar counted from another: last week (-1 from the issue), the following day (+1 from the time
    told)."""

    span: Span
    by: int = 0
    anchor: Anchor = "issue"
    recent: bool = False  # "the weekend", said on a Monday, is the one just gone; of a year, its end
    compared: bool = False  # "from $3 million last year": of a quarter's results, that quarter of last year


class Offset(NamedTuple):
    """So many units before (`sign` -1) or after an anchor. `number` is None for a vague one ("several years ago")."""

    span: Span
    number: Decimal | None
    sign: int
    anchor: Anchor
    exact: bool = False  # "a year ago today": to the day


class Holiday(NamedTuple):
    """A day that recurs, or what is named after it: Easter week, Labor Day weekend, the month of a Christmas
    campaign."""

    words: tuple[str, ...]
    year: int | None = None
    shift: int = 0
    around: Around = ""
    years: int | None = None  # of the year so many from the issue's: "Christmas last year"


class Fixed(NamedTuple):
    """A value that needs no anchor: a reference, a year, a decade, a length, a set."""

    timex: str
    amount: Amount | None = None


class Apart(NamedTuple):
    """So far from a day that is itself said: two days after Christmas."""

    offset: Offset
    base: "Stamp | Period | Turn | Offset | Holiday | Fixed | Beside"


class Beside(NamedTuple):
    """The weekday next before (`sign` -1) or after a day that is itself said: the Saturday before Easter."""

    weekday: int
    sign: int
    base: Stamp | Holiday


When = Stamp | Period | Turn | Offset | Holiday | Fixed | Apart | Beside


class Clock(NamedTuple):
    """A time of day. `part` is a TIMEX3 part of day; `half` says that morning or evening was said or is plain; `zone`
    hours from UTC."""

    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    part: str = ""
    half: bool = False
    zone: float | None = None
    zone_name: str = ""
    day_long: bool = False  # written on the clock of 24 hours


class Length(NamedTuple):
    """A length stated inside a longer expression: the "four hours" of "four hours later"."""

    first: int
    last: int
    value: Fixed


class Found(NamedTuple):
    """One expression of time: its tokens, and what it says. `when` None: a clock time without its day."""

    first: int
    last: int
    kind: FactKind
    when: When | None
    clock: Clock | None = None
    about: bool = False
    bound: Literal["=", "<", "<=", ">", ">="] = "="
    cut: int = 0  # characters left off its last token: a genitive's 's
    aside: bool = False  # a year named in passing ("the 2008 crisis"), which a narrative does not move to
    compared: bool = False  # what the story's own figures are compared with: "from the second quarter"
    length: Length | None = None
    base: "Found | None" = None  # the day that it is counted from


class Block:
    """The tokens of one block, padded at the end so that a look beyond either end finds an empty word. `base` leads
    back to the page."""

    __slots__ = ("base", "by_first", "by_last", "lower", "page", "size")

    def __init__(
        self, page: Page, base: int, end: int, by_first: Mapping[int, Numeral], by_last: Mapping[int, Numeral]
    ) -> None:
        self.page, self.base, self.size = page, base, end - base
        self.lower = [*page.lower[base:end], "", "", "", "", "", "", "", ""]
        self.by_first, self.by_last = by_first, by_last

    def word(self, i: int) -> str:
        """The word as written; empty beyond the ends."""
        return self.page.words[self.base + i] if 0 <= i < self.size else ""

    def joined(self, i: int) -> bool:
        """Does token i touch the next?"""
        return 0 <= i < self.size - 1 and self.page.ends[self.base + i] == self.page.starts[self.base + i + 1]

    def breaks(self, i: int, j: int) -> bool:
        """Does a line end between the two tokens?"""
        return "\n" in self.page.text[self.page.ends[self.base + i] : self.page.starts[self.base + j]]

    def number_before(self, i: int) -> Numeral | None:
        """The numeral that ends at token i."""
        return self.by_last.get(self.base + i) if i >= 0 else None

    def number_at(self, i: int) -> Numeral | None:
        """The numeral that begins at token i."""
        return self.by_first.get(self.base + i) if i < self.size else None


def bare(word: str) -> str:
    """A word without its genitive's 's."""
    return word[:-2] if word.endswith(("'s", "’s")) else word
