"""The plugs: each file of `read/` and of `report/` ends in one such value."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from copydesk.errors import Mistake
from copydesk.model.article import Document
from copydesk.model.results import Checked, FailOn, Unread
from copydesk.model.rules import Rule
from copydesk.named import NamedTuple
from copydesk.typed import IO


class Reader(NamedTuple):
    """One input format. `read` gets a file opened for bytes and its path, and yields one item an article, as it goes; it never raises on
    any bytes.

    knows   tells its files, by all their bytes, from those of other formats with the same suffix; None where the suffix says it all
    select  the same as `read`, of those parts only that a CSS selector names
    """

    about: str
    suffixes: tuple[str, ...]
    read: Callable[[IO[bytes], str], Iterator[Document | Unread]]
    knows: Callable[[bytes], bool] | None = None
    select: Callable[[IO[bytes], str, str], Iterator[Document | Unread]] | None = None


class Look(NamedTuple):
    """How a report is to look.

    colour   with the colours of a terminal
    every    passes and skips too, not only what an editor must see
    fail_on  from which result on a run fails
    rules    the rules of the run, for formats that describe them
    inline   the story itself, with what was found beside its words
    width    how many characters of a line of the article are shown
    """

    colour: bool = False
    every: bool = False
    fail_on: FailOn = "error"
    rules: tuple[Rule, ...] = ()
    inline: bool = False
    width: int = 100


class Report(NamedTuple):
    """One output format. Both turn the articles of a run, in order, into pieces of text, as they come; neither prints.

    results  what the rules say of each article; a piece at least, if an empty one, for each
    facts    what each article states; None where the format has no shape for it
    broken   that the rules are broken and nothing was checked; None where the format has no shape for it
    """

    about: str
    results: Callable[[Iterable[Checked | Unread], Look], Iterator[str]]
    facts: Callable[[Iterable[Checked | Unread], Look], Iterator[str]] | None = None
    broken: Callable[[Sequence[Mistake]], Iterator[str]] | None = None
