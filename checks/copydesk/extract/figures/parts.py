"""Bare figures that go with one told before them and leave out its noun: parts of a whole ("40,000 homes: 22,000 in the north", "of 480
hives, 120 were empty", "half of the 40 shops, 20 in all"), what stays ("the other 25"), what is said in the same breath ("seven were
convicted and four acquitted"), and what is compared ("11 goals, five more than the six of last year", "twice the 42 of May")."""

from collections.abc import Sequence

from copydesk.extract.figures.elided import ELSEWHERE, PLACED, ROW
from copydesk.extract.figures.mention import Mention
from copydesk.lexicon.nouns import PAST, VERBS, singular
from copydesk.lexicon.numbers import SCALES
from copydesk.named import NamedTuple
from copydesk.tokens import Page

LINKS = frozenset({",", ";", "and", "but", "while", "or", "—", "–"})
WHERE = PLACED | ELSEWHERE | {"to"}
# What is said of so many, right behind them: "four were", "four acquitted", "four still in hospital".
SAID = VERBS | PAST | frozenset("did could will would still also later already".split())
LEADING = frozenset("of among".split())
SMALL = frozenset("the its their all some about these those his her".split())
OTHERS, OTHER = frozenset("other remaining".split()), ("other",)
APPOSING = frozenset({",", "—", "–", "("})
TOGETHER = (["in", "all"], ["in", "total"], ["all", "told"], ["altogether"])
MORE = frozenset("more fewer less higher lower".split())
TIMES_OF = ("time",)  # "three times the 120 of last year" counts no times
TIMES = frozenset("twice double triple treble quadruple times half".split())
MEASURED = frozenset({"money", "quantity", "percent"})
# A whole is looked for so many mentions back.
BACK = 4
WHEN, FEW = frozenset("this last next".split()), 5
# So far before a figure stands "the number of".
REACH = 12


class Bare(NamedTuple):
    """A bare figure in its setting.

    lead, behind   the word before it, and the two behind it
    counts         the figures before it in its sentence that say what they count
    measured       the sums, shares and quantities before it in its sentence
    before         the last figures before it, of any sentence
    """

    figure: Mention
    lead: str
    behind: list[str]
    counts: list[Mention]
    measured: list[Mention]
    before: Sequence[Mention]


# The figure that a bare one goes with, and whether it is a part of it.
Found = tuple[Mention, bool] | None


def named(page: Page, before: Sequence[Mention], figure: Mention) -> Mention:
    """A bare figure with the noun or unit of an earlier one that it goes with; itself where there is none."""
    bare = _bare(page, before[-BACK:], figure)
    found = next((found for form in FORMS if (found := form(page, bare)) is not None), None) if before else None
    if found is None or (
        found[0].kind in MEASURED and figure.amount.high < 1
    ):  # "$312 million, a fifth more": of no unit
        of = _numbered(page, figure) if figure.kind == "number" else ()
        return figure._replace(kind="count", of=of) if of else figure
    whole, part = found
    said = figure.amount._replace(unit=whole.amount.unit)
    return figure._replace(kind=whole.kind, of=whole.of, amount=said, part=part)


def _bare(page: Page, before: Sequence[Mention], figure: Mention) -> Bare:
    start = page.sentence_at(page.starts[figure.first]).start
    here = [mention for mention in before if page.starts[mention.first] >= start]
    return Bare(
        figure,
        page.lower[figure.first - 1] if figure.first else "",
        page.lower[figure.last + 1 : figure.last + 3],
        [mention for mention in here if mention.kind == "count" and mention.of and mention.of != TIMES_OF],
        [mention for mention in here if mention.kind in MEASURED],
        before,
    )


# ---------------------------------------------------------------- parts of a whole


def _of_a_sum(page: Page, bare: Bare) -> Found:
    """ "48 million euros, of which the state paid 30 million and the county 18 million", "6 million from the state and 3 million from …"."""
    if not bare.measured or bare.measured[-1].kind != "money" or page.lower[bare.figure.last] not in SCALES:
        return None
    whole = bare.measured[-1]
    between = page.lower[whole.last + 1 : bare.figure.first]
    if ["of", "which"] in (between[:2], between[1:3]) or (
        whole.part and whole.amount.high >= 10**6 and len(between) < ROW
    ):
        return whole, True
    in_row = between == [","] and not WHERE.isdisjoint(bare.behind[:1])
    return (whole, True) if in_row and bare.figure.amount.high < whole.amount.low else None


def _apposed(page: Page, bare: Bare) -> Found:
    """ "64 witnesses, 51 for the prosecution": right behind the whole and its noun."""
    if bare.lead not in APPOSING or not bare.counts or WHERE.isdisjoint(bare.behind[:1]):
        return None
    whole = bare.counts[-1]
    noun_only = bare.figure.first - whole.last <= len(whole.of) + 2
    return (whole, True) if noun_only and whole.amount.high > bare.figure.amount.high else None


def _leaving(page: Page, bare: Bare) -> Found:
    """ "Back in 30,000 homes, leaving 10,000 in the dark", "40,000 homes: 22,000 in the north"."""
    if bare.lead == "leaving" or (bare.lead == ":" and not WHERE.isdisjoint(bare.behind[:1])):
        larger = _larger(bare)
        return (larger[-1], True) if larger else None
    return None


def _of_them(page: Page, bare: Bare) -> Found:
    """ "Based on 12,000 advertisements, 7,000 of them …"."""
    larger = _larger(bare) if bare.behind == ["of", "them"] else []
    return (larger[-1], True) if larger else None


def _together(page: Page, bare: Bare) -> Found:
    """ "Half of the 40 shops, 20 in all"."""
    if bare.lead not in LINKS or not (bare.behind in TOGETHER or bare.behind[:1] in TOGETHER):
        return None
    return (bare.counts[-1], True) if any(count.part for count in bare.counts[-2:]) else None


def _others(page: Page, bare: Bare) -> Found:
    """ "The other 25 are adults", "two others": of the last that were counted, here or in the sentence before."""
    if bare.figure.of == OTHER and bare.counts:
        return bare.counts[-1], False
    if bare.lead not in OTHERS:
        return None
    counts = [mention for mention in bare.before if mention.kind == "count" and mention.of]
    return (counts[-1], True) if counts else None


def _opened(page: Page, bare: Bare) -> Found:
    """ "Of 480 hives that they visited, 120 were empty", "of the 480 hives, 120, or a quarter, …"."""
    next_to = bare.counts[-1:] == list(bare.before[-1:])
    larger = _larger(bare) if bare.lead in LINKS and (next_to or _is_subject(bare.behind)) else []
    return (larger[0], True) if larger and _opens_sentence(page, larger[0]) else None


def _opens_sentence(page: Page, whole: Mention) -> bool:
    at, start = whole.first - 1, page.index_at(page.sentence_at(page.starts[whole.first]).start)
    while at > start and page.lower[at] in SMALL:
        at -= 1
    return at == start and page.lower[at] in LEADING


def _larger(bare: Bare) -> list[Mention]:
    return [count for count in bare.counts if count.amount.high > bare.figure.amount.high]


# ---------------------------------------------------------------- what goes on


def _measured_too(page: Page, bare: Bare) -> Found:
    """ "4.1 percent this year, 2.3 next and 1.9 in 2025", "5,000 euros, plus 1,000 for every child"."""
    if not bare.measured or bare.measured[-1] != bare.before[-1] or bare.figure.first - bare.measured[-1].last > FEW:
        return None
    last = bare.measured[-1]
    if last.kind == "money" and bare.lead == "plus":
        return last, False
    then = bare.behind[:1] and (bare.behind[0] in WHEN or (bare.behind[0] == "in" and bare.behind[-1].isdecimal()))
    return (last, False) if last.kind == "percent" and bare.lead in LINKS and then else None


def _verb_twice(page: Page, bare: Bare) -> Found:
    """ "Six trams were late and two stayed in the depot", "seven were convicted and four acquitted"."""
    if bare.lead not in LINKS or not bare.counts or not _is_subject(bare.behind):
        return None
    return (bare.counts[-1], bare.counts[-1].part) if _is_subject(_behind(page, bare.counts[-1])) else None


def _behind(page: Page, mention: Mention) -> list[str]:
    """The word behind a figure and its noun, or "of them"."""
    at = mention.last + 1
    while at < len(page) and (singular(page.lower[at]) or page.lower[at]) in (*mention.of, "people", "of", "them"):
        at += 1
    return page.lower[at : at + 1]


def _is_subject(behind: list[str]) -> bool:
    """Does a verb stand right behind?"""
    return bool(behind) and (behind[0] in SAID or (behind[0].endswith("ed") and len(behind[0]) > 4))


def _next_sentence(page: Page, bare: Bare) -> Found:
    """ "60 beehives stood there. Forty were empty": the one count of the sentence before that is more."""
    here = page.sentence_index(page.starts[bare.figure.first])
    if not _is_subject(bare.behind) or page.starts[bare.figure.first] != page.sentences[here].start or not here:
        return None
    start = page.sentences[here - 1].start
    there = [m for m in bare.before if page.starts[m.first] >= start and m.kind == "count" and m.of]
    return (there[0], False) if len(there) == 1 and there[0].amount.low >= bare.figure.amount.high else None


# ---------------------------------------------------------------- what is compared


def _compared(page: Page, bare: Bare) -> Found:
    """ "11 goals, five more than the six of last year", "twice the 42 reported in May", "nine in ten of the 60,000 who belong"."""
    measured = [mention for mention in bare.measured if mention.kind != "percent"]
    first, whole = bare.figure.first, bare.counts[-1:] or measured[-1:]
    if not whole:
        return None
    before = page.lower[max(0, first - 2) : first]
    more = bare.behind[:1] and bare.behind[0] in MORE and bare.behind[1:] == ["than"]
    than = before[-1:] == ["than"] or before == ["than", "the"]
    times = before[-1:] == ["the"] and before[0] in TIMES
    return (whole[0], False) if more or than or times else None


def _numbered(page: Page, figure: Mention) -> tuple[str, ...]:
    """ "The number of births fell from 120, that of deaths rose to 90": what is counted stands before the verb."""
    if "number" not in page.vocabulary:
        return ()
    start = max(page.index_at(page.sentence_at(page.starts[figure.first]).start), figure.first - REACH)
    for at in range(figure.first - 3, start, -1):
        if page.lower[at] == "of" and page.lower[at - 1] in ("number", "that"):
            noun = singular(page.lower[at + 1])
            return (noun,) if noun and page.lower[figure.first - 1] in ("to", "from", "at", "was", "by") else ()
    return ()


FORMS = (
    _of_a_sum,
    _apposed,
    _leaving,
    _of_them,
    _together,
    _others,
    _opened,
    _measured_too,
    _verb_twice,
    _compared,
    _next_sentence,
)
