"""Figures that leave out what they are of, since the figure that they are compared with has said it: "12 cases, up from
9", "rose 64 points to 4,577", "about 8 or $9"."""

from copydesk.extract.figures import elided, parts
from copydesk.extract.figures.mention import Mention
from copydesk.lexicon.units import noun_unit, per_unit, unit
from copydesk.numerals import TIME_UNITS
from copydesk.tokens import Page

# What a figure is compared with stands behind these, and so many words may stand between them and it.
WITH = frozenset("from versus vs against compared".split())
BETWEEN = frozenset(
    "with to about some just only a an the average of record total nearly almost profit loss rate peak high low figure level".split()
)
BETWEEN_AT_MOST = 5
# "From 20 in May to 30 cases": the new figure stands so near the old one.
NEAR = 8
# "Rose 30 points to close at a record 4,577": between a rise and the level that it led to.
LEVEL = frozenset("close closing end finish settle stand a an record all-time new high low of at".split())
# "87 cases in 14 countries, up from 62": the cases.
PLACING = frozenset("in across at among on".split())
# "Two others", "seven new ones".
PRONOUNS = frozenset({"one", "other"})
LIKE = frozenset({"count", "quantity", "money", "percent"})
# So far back a figure is what another is compared with.
REACH = 25


def completed(page: Page, mentions: list[Mention]) -> list[Mention]:
    """The mentions of a page in text order, the bare ones with what the figure that they are compared with is of."""
    out: list[Mention] = []
    for i, mention in enumerate(mentions):
        if elided.is_bare(page, mention):
            whole = _compared(page, out, mention) if out else None
            if whole is None and i + 1 < len(mentions):
                whole = _grown(page, mention, mentions[i + 1])
            if whole is not None:
                mention = elided.completed(mention, whole, other=_behind_fillers(page, mention)[1] in WITH)
            elif out:
                mention = elided.like(page, out, mention) or mention
        elif out and mention.amount.unit.name.startswith("count per "):
            mention = _rated(page, out, mention)
        if mention.kind in ("number", "count") and (not mention.of or mention.of[-1] in PRONOUNS):
            mention = parts.named(page, out, mention)
        out.append(mention)
    return out


def _rated(page: Page, before: list[Mention], rate: Mention) -> Mention:
    """ "22 burglaries, compared with an average of 20 a week"."""
    whole = _compared(page, before, rate)
    if whole is None or whole.kind != "count":
        return rate
    below = unit(rate.amount.unit.name.removeprefix("count per "))
    named = rate.amount._replace(unit=per_unit(noun_unit(" ".join(whole.of)), below))
    return rate._replace(amount=named, of=whole.of, other=True)


def _compared(page: Page, before: list[Mention], bare: Mention) -> Mention | None:
    """The figure before a bare one that this is compared with; None where it is with none."""
    level = _level(page, before, bare)
    if level is not None:
        return level
    if page.lower[bare.last + 1 : bare.last + 2] == ["to"] and not TIME_UNITS.isdisjoint(
        page.lower[bare.last + 2 : bare.last + 4]
    ):
        return None  # from 90 to 60 minutes
    at, word = _behind_fillers(page, bare)
    if word == "by" and page.lower[before[-1].first - 1] == "by" and bare.first - before[-1].last <= NEAR:
        like = before[-1].kind in LIKE and not (before[-1].kind == "percent" and _is_share(page, bare))
        return before[-1] if like else None  # one rose by 2 percent, the other fell by 1
    if word not in WITH:
        return None
    start = page.sentence_at(page.starts[bare.first]).start
    aside: Mention | None = None
    for mention in reversed(before):
        if mention.kind not in LIKE:
            continue
        if page.starts[mention.first] < start or at - mention.last > REACH:
            break
        if mention.kind == "percent" and (not _is_level(page, mention, word) or _is_share(page, bare)):
            continue
        if _bracketed(page, start, mention):
            continue
        if page.lower[mention.first - 1] == "per":  # 4.1 per 1,000 births, from 7.3
            continue
        if mention.kind == "count" and page.lower[mention.first - 1] in PLACING:
            aside = aside or mention
            continue
        return mention
    return aside


def _is_share(page: Page, bare: Mention) -> bool:
    """ "Rose by 9 percent, and fell by a third": no third of a percent."""
    return bare.amount.high < 1 and not page.lower[bare.first][0].isdecimal()


def _bracketed(page: Page, start: int, mention: Mention) -> bool:
    """Does it stand in brackets, as the conversion of another figure?"""
    before = page.text[start : page.starts[mention.first]]
    return before.count("(") > before.count(")")


def _level(page: Page, before: list[Mention], to: Mention) -> Mention | None:
    """What the level is of that a rise led to: "rose 64 points, or 2 percent, to 4,577"; after "closed at 5,410 points", also
    "while the other rose 2 percent to 4,577"."""
    rise, at = before[-1], _before_level(page, to)
    if at < 0:
        return None
    if rise.kind == "percent" and at - 1 <= rise.last + 1 + (page.lower[rise.last + 1] == ","):
        if len(before) > 1 and page.lower[rise.first - 1] == "or" and _is_whole(before[-2]):
            return before[-2] if rise.first - before[-2].last - len(before[-2].of) <= 3 else None
        return next((m for m in reversed(before[-5:-1]) if _is_whole(m) and _is_level_of(page, m, to)), None)
    nouns = len(rise.of) if rise.kind == "count" else 0
    return rise if _is_whole(rise) and at - rise.last in (1, nouns + 1) else None


def _before_level(page: Page, to: Mention) -> int:
    """The token of the "to" or "at" that leads to a level; -1 where there is none."""
    at = to.first - 1
    while at > 0 and page.lower[at] in LEVEL and page.lower[at - 1] in LEVEL | {"to"}:
        at -= 1
    return at if page.lower[at] == "to" else -1


def _is_whole(mention: Mention) -> bool:
    return mention.kind in ("quantity", "money") or (mention.kind == "count" and len(mention.of) > 0)


def _is_level_of(page: Page, level: Mention, to: Mention) -> bool:
    """A level told before, in the same sentence."""
    sentence = page.sentence_at(page.starts[to.first])
    return page.starts[level.first] >= sentence.start and page.lower[level.first - 1] in ("to", "at", "of")


def _grown(page: Page, old: Mention, new: Mention) -> Mention | None:
    """ "From 20 in May to 30 cases in June": the figure behind a bare one, if they are the old and the new."""
    if new.kind not in LIKE or new.first - old.last > NEAR or page.lower[old.first - 1] != "from":
        return None
    at = new.first - 1
    while at > old.last and page.lower[at] in BETWEEN and page.lower[at] != "to":
        at -= 1
    return new if page.lower[at] == "to" else None


def _behind_fillers(page: Page, bare: Mention) -> tuple[int, str]:
    """The token before a figure and the small words before that, and the word there."""
    at = bare.first - 1
    while at > 0 and bare.first - at <= BETWEEN_AT_MOST and page.lower[at] in BETWEEN:
        at -= 1
    return at, page.lower[at] if at >= 0 else ""


def _is_level(page: Page, percent: Mention, word: str) -> bool:
    """A rate may be compared with another one ("to 5 percent from 4"); a rise is by so many percent from a figure."""
    return word == "compared" or page.lower[percent.first - 1] in ("to", "at", "was", "is", "of")
