"""Rules as they are judged: what is looked for in an article, and what is expected of it."""

from datetime import date

from copydesk.amounts import Outcome
from copydesk.errors import Mistake
from copydesk.named import NamedTuple
from copydesk.typed import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # rules alone need these, and they take long to load
    from copydesk.expressions import Sentence
    from copydesk.patterns import Piece

Level = Literal["error", "warning", "note"]

# The publication date of an example that has none: a Wednesday, so that every weekday of that week is near.
EXAMPLE_DATE = date(2025, 6, 4)


class Term(NamedTuple):
    """One thing that `of` may name. `phrases` are noun phrases, lemmatised, head last; `roles` are roles of people."""

    phrases: frozenset[tuple[str, ...]] = frozenset()
    roles: frozenset[str] = frozenset()


class Selector(NamedTuple):
    """One entry of `find`: what a name stands for. The keys are those of RULES.md, words in lower case.

    kind       a kind of fact, or of relation where `relation` says so
    dimension  of a physical quantity ("length", "speed"), else None
    of         any of these; each is one term, or several that a figure must stand for together ("killed or hurt")
    near       all of these, each any of several phrases
    pattern    words and figures in their order; its captures are parts, like those of a relation
    """

    name: str
    kind: str
    relation: bool = False
    dimension: tuple[tuple[str, int], ...] | None = None
    of: tuple[tuple[Term, ...], ...] = ()
    near: tuple[tuple[str, ...], ...] = ()
    not_near: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    not_places: tuple[str, ...] = ()
    said_by: tuple[str, ...] = ()
    together: Literal["", "sentence", "paragraph"] = ""
    at_least: int = 1
    take: Literal["all", "first", "last"] = "all"
    text: str = ""
    pattern: "tuple[Piece, ...]" = ()


class Example(NamedTuple):
    """A short article and what the rule must say of it; `source` is the text that it is checked against, `given` what its sources give."""

    outcome: Outcome
    text: str
    title: str = ""
    dated: date = EXAMPLE_DATE
    line: int = 0
    source: str = ""
    given: tuple[tuple[str, str], ...] = ()


NOWHERE = Mistake("", 1, 1, "")
SourceKind = Literal["csv", "json", "parquet", "sql", "article", "given"]


class DataSource(NamedTuple):
    """A table, a database or another text that gives one figure or day to check against.

    at        the file, whole path; of `sql` the statement; of `article` a file, or "previous"; of what is given in an example, that
    column    the column, or key, whose value is meant
    where     columns and what must stand in them; of `sql` the parameters. `article.date` and the like are the article's own
    inside    of `json`: the keys that lead to the rows
    db        of `sql`: a SQLite file, or `env:NAME` for the variable that holds the address
    unit      what the figure is in, where the table has bare numbers
    selector  of `article`: which figure of it
    mistake   where it is declared: what a mistake in it says is filled in
    """

    name: str
    kind: SourceKind
    at: str
    column: str = ""
    where: tuple[tuple[str, str], ...] = ()
    inside: tuple[str, ...] = ()
    db: str = ""
    unit: str = ""
    selector: Selector | None = None
    mistake: Mistake = NOWHERE


class Expectation(NamedTuple):
    """One sentence of `expect`: as written, and as read.

    needs    names that it can't do without, and "source x" for a source
    chooses  names that stand for one mention at a time
    parts    parts of relations among them: the relation's name, the part, and both
    """

    text: str
    sentence: "Sentence"
    needs: tuple[str, ...] = ()
    chooses: tuple[str, ...] = ()
    parts: tuple[tuple[str, str, str], ...] = ()


class Rule(NamedTuple):
    """One rule, ready to judge.

    pack      the name of its file, without ".facts.yml"
    missing   what a fact that is not found means
    strict    no allowance for the article's hedges and rounding
    only_for   globs of the article paths that it is for; none means all
    only_tags  tags of which an article must have one; none means all
    language   language that an article must be in, if it gives any
    """

    id: str
    pack: str
    say: str
    find: tuple[Selector, ...]
    expect: tuple[Expectation, ...]
    level: Level = "error"
    missing: Literal["skip", "warn", "fail"] = "skip"
    strict: bool = False
    message: str = ""
    why: str = ""
    link: str = ""
    tags: tuple[str, ...] = ()
    only_for: tuple[str, ...] = ()
    only_tags: tuple[str, ...] = ()
    language: str = ""
    off: bool = False
    examples: tuple[Example, ...] = ()
    sources: tuple[DataSource, ...] = ()
    path: str = ""
    line: int = 0

    @property
    def name(self) -> str:
        """`pack/id`, its name in results."""
        return f"{self.pack}/{self.id}"

    @property
    def looks_beside(self) -> bool:
        """Does it look at more than the article: at a source, or through a function of the rule writer's?"""
        return bool(self.sources) or any(each.text.startswith("python ") for each in self.expect)

    @property
    def relations(self) -> frozenset[str]:
        """The kinds of relation that it looks at."""
        return frozenset(selector.kind for selector in self.find if selector.relation and not selector.pattern)
