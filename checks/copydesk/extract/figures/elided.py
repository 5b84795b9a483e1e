"""Figures whose noun or unit an earlier figure of the sentence has said: "won 44 seats, the Conservatives 31", "there were 12
fires; now there were 9", "40 shops and another 15", "five wickets, including two in his last over"."""

from copydesk.amounts import Amount
from copydesk.extract.figures.mention import Mention
from copydesk.lexicon.labels import MODELS
from copydesk.lexicon.nouns import STOPS
from copydesk.lexicon.numbers import CHANGES, SMALL
from copydesk.numerals import Numeral
from copydesk.tokens import Page

# What a list of names and figures may leave out.
LISTED = frozenset({"count", "percent", "money"})
LINKS = frozenset({",", ";", "and", "but", "while"})
ENDS = frozenset({",", ";", ".", "and", "but", "with", "while"})
LEADING = frozenset({"on", "at", "with", "got", "took", "won", "had"})
# The noun and its modifiers between the first figure of a list and the next name.
NOUNS_BETWEEN = 5
# A list goes from the largest down, more or less; "12 jets, Airbus 320" is none.
TIMES_LARGER = 3
ADDED = frozenset({"another", "further", "additional"})
THEM = frozenset({"them", "which", "whom", "these", "those"})
# "The sun the remaining 6", "food another 30".
REST = ADDED | {"remaining", "other"}
WHOLE = 101
ANSWERS = frozenset("against for opposed oppose undecided unsure disapproved disapprove disagreed disagree".split())
PLACING = frozenset("in across at on from to".split())
PLACED = frozenset("in at from for on of under near against with".split())
ELSEWHERE = frozenset("elsewhere abroad overseas".split())
# So many words may stand between two figures of a row, and none of these.
ROW = 14
RESTARTS = frozenset({".", ":", "(", ")", "which", "who", "that", "as", "when", "than"})
AUXILIARY = frozenset({"had", "have", "has"})
REACH = 30


def in_list(page: Page, numeral: Numeral, before: Mention | None) -> Mention | None:
    """ "Labour won 44 seats, the Conservatives 31 and the Greens 12": a name and a bare number, right behind a figure."""
    if before is None or before.kind not in LISTED or not (before.of or before.amount.unit.name):
        return None
    after = page.lower[numeral.outer_last + 1] if numeral.outer_last + 1 < len(page) else "."
    if after not in ENDS or numeral.low > before.amount.high * TIMES_LARGER or page.words[numeral.last] in MODELS:
        return None
    at = _behind_name(page, numeral.outer_first - 1, page.lower[before.first - 1])
    if at < 0 and before.kind == "percent" and numeral.low + before.amount.low < WHOLE:
        at = _behind_noun(page, numeral.outer_first - 1)
    if at <= before.last or page.lower[at] not in LINKS or at - before.last > NOUNS_BETWEEN + len(before.of):
        return None
    if any(page.lower[i] in LINKS for i in range(before.last + 1, at - 1)):
        return None
    if page.sentence_at(page.starts[before.first]) != page.sentence_at(page.starts[numeral.first]):
        return None
    amount = numeral.amount(before.amount.unit)
    return Mention(before.kind, numeral.outer_first, numeral.outer_last, amount, before.of)


def _behind_name(page: Page, at: int, lead: str) -> int:
    """The token before the name that ends at `at`, with "the" and with the word that led to the first figure, too; -1 where
    there is no name. One plural goes for a name: "and independents 12"."""
    if page.lower[at] == lead and lead in LEADING:
        at -= 1
    end = at
    while at >= 0 and page.words[at][0].isupper():
        at -= 1
    if (
        at == end
        and at > 0
        and page.words[at].isalpha()
        and page.words[at].endswith("s")
        and page.lower[at - 1] in LINKS
    ):
        return at - 1
    if at == end or at < 0:
        return -1
    return at - 1 if page.lower[at] == "the" else at


def _behind_noun(page: Page, at: int) -> int:
    """Of shares any noun may stand there: the token before "wind" in "gas 21 per cent, wind 11", "the sun" in "and the sun the remaining 6";
    -1 where there is none."""
    lower = page.lower
    if lower[at] in REST:
        at -= 1 + (lower[at - 1] in ("the", "a"))
    word = lower[at]
    if not word.isalpha() or word in STOPS or word in SMALL or word.endswith(("ing", "ed", "ly")):
        return -1
    return at - 1 - (lower[at - 1] == "the")


def is_bare(page: Page, mention: Mention) -> bool:
    """Does it leave out what it is of: a number by itself, or "three of them"?"""
    included = page.lower[mention.first - 1] == "including"
    if mention.kind == "number":
        return page.lower[mention.first] != "one" or included
    return (
        mention.kind == "count"
        and not mention.of
        and (included or page.lower[mention.last + 1 : mention.last + 2] == ["of"])
    )


def _of_them(page: Page, mention: Mention) -> bool:
    return page.lower[mention.last + 1 : mention.last + 2] == ["of"] and not THEM.isdisjoint(
        page.lower[mention.last + 2 : mention.last + 3]
    )


def like(page: Page, before: list[Mention], bare: Mention) -> Mention | None:
    """The bare figure with the noun or unit of the earlier one that it goes with; None where there is none."""
    start = page.sentence_at(page.starts[bare.first]).start
    said = [m for m in before[-4:] if page.starts[m.first] >= start and bare.first - m.last <= REACH and _says(m)]
    if not said or not bare.first:
        return None
    words = page.lower[bare.first - 1 : bare.last + 1]
    counts = [m for m in said if m.kind == "count"]
    if _of_them(page, bare) or page.lower[bare.first - 2 : bare.first] in (["of", "which"], ["of", "whom"]):
        return _part(page, before, bare, start)
    if words[0] == "including":
        whole = said[-1] if said[-1].kind == "count" and bare.amount.high < said[-1].amount.high else None
        return completed(bare, whole, part=True) if whole is not None else None
    if not ADDED.isdisjoint(words):
        return completed(bare, counts[-1], part=True) if counts else None
    if said[-1].kind == "percent" and _answers(page, said[-1], bare):
        return completed(bare, said[-1])
    if _in_row(page, before[-1], bare):
        return completed(bare, before[-1], part=before[-1].part)
    alike = next((m for m in reversed(said) if _parallel(page, m, bare)), None)
    return completed(bare, alike) if alike is not None else None


def _answers(page: Page, a: Mention, b: Mention) -> bool:
    """ "48 percent in favour and 39 against", "54.2 percent of the vote to 45.8 for Ruiz"."""
    behind, link = page.lower[b.last + 1 : b.last + 2], page.lower[b.first - 1]
    votes = link in ("to", "against") and "vote" in page.lower[a.last + 1 : b.first]
    linked = (link in LINKS and not ANSWERS.isdisjoint(behind)) or (votes and behind in (["for"], ["."], [","]))
    return linked and b.amount.high + a.amount.low <= WHOLE


def _part(page: Page, before: list[Mention], bare: Mention, start: int) -> Mention | None:
    """ "38,000 runners from 91 countries, 14 of them …": of the nearest that are more, told where or not."""
    for whole in reversed(before[-4:]):
        if page.starts[whole.first] < start or whole.kind not in ("count", "number"):
            break
        if whole.amount.high > bare.amount.high and page.lower[whole.first - 1] not in PLACING:
            return completed(bare, whole, part=True) if _says(whole) else None
    return None


def _in_row(page: Page, a: Mention, b: Mention) -> bool:
    """ "1.7 million customers in Ohio, 650,000 in Indiana and 90,000 elsewhere": one word behind each, that says where."""
    if a.kind not in ("count", "quantity") or page.lower[b.first - 1] not in LINKS or not _says(a):
        return False
    behind = page.lower[b.last + 1] if b.last + 1 < len(page) else ""
    between = page.lower[a.last + 1 : b.first]
    alike = behind in ELSEWHERE or (behind in PLACED and behind in between)
    return alike and len(between) <= ROW and RESTARTS.isdisjoint(between)


def _says(mention: Mention) -> bool:
    return (mention.kind == "count" and bool(mention.of) and mention.of != ("other",)) or mention.kind in (
        "money",
        "percent",
        "quantity",
    )


def _parallel(page: Page, a: Mention, b: Mention) -> bool:
    """Does one verb stand before both, or a rise before the one and a fall before the other?"""
    first, second = page.lower[a.first - 1] if a.first else "", page.lower[b.first - 1]
    if first in CHANGES and second in CHANGES and a.kind != "percent":
        return True
    if first != second or not first.isalpha():
        return False
    if first in ("were", "was"):
        return page.lower[a.first - 2] == page.lower[b.first - 2] == "there"
    return first not in STOPS or first in AUXILIARY


def completed(bare: Mention, whole: Mention, part: bool = False, other: bool = False) -> Mention:
    """The bare figure as one of what the whole is of."""
    said = bare.amount
    amount = Amount(said.low, said.high, said.bound, said.core, said.wide, whole.amount.unit)
    return bare._replace(kind=whole.kind, of=whole.of, amount=amount, part=part, other=other)
