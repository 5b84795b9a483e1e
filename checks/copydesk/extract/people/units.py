"""What a sentence is made of to the readers of people: units, each with its letter, and phrases for people."""

from copydesk.model import Fact, Span
from copydesk.named import NamedTuple


class People(NamedTuple):
    """A phrase for people. `number` is None where it is not told ("the children"); `fact` its figure, if it holds one."""

    sort: str  # the name of the group of PEOPLE that it fits
    number: int | None
    first: int
    last: int
    fact: Fact | None = None
    noun: str = ""
    name: str = ""
    age: str = ""
    role: str | None = None  # "six murdered priests", "12 deaths": the phrase says its role by itself
    others: bool = False
    word: str = ""  # its last word
    rank: int = 0  # of "a third victim", 3
    whole: "People | None" = None  # of "two of the six dead", the six


class Unit(NamedTuple):
    letter: str
    first: int
    last: int
    word: str = ""
    people: People | None = None
    fact: Fact | None = None


class Line(NamedTuple):
    """A sentence: its units, and their letters as a string of the same length."""

    units: list[Unit]
    letters: str
    sentence: Span
    capitals: bool  # in capitals throughout, so that names can't be told from other words
