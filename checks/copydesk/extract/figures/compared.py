"""Figures that leave out what they are of, since the figure that they are compared with has said it: "12 cases, up from
9", "rose 64 points to 4,577", "about 8 or $9"."""

from copydesk.amounts import Amount
from copydesk.extract.figures.mention import Mention
from copydesk.tokens import Page

# What a figure is compared with stands behind these, and so many words may stand between them and it.
WITH = frozenset("from versus vs against compared".split())
BETWEEN = frozenset("with to about some just only a an the average of record total nearly almost".split())
BETWEEN_AT_MOST = 5
# "From 20 in May to 30 cases": the new figure stands so near the old one.
NEAR = 8
LIKE = frozenset({"count", "quantity", "money", "percent"})
# So far back a figure is what another is compared with.
REACH = 25


def completed(page: Page, mentions: list[Mention]) -> list[Mention]:
    """The mentions of a page in text order, the bare ones with what the figure that they are compared with is of."""
    out: list[Mention] = []
    for i, mention in enumerate(mentions):
        if mention.kind == "number" and page.lower[mention.first] != "one":
            whole = _compared(page, out, mention) if out else None
            if whole is None and i + 1 < len(mentions):
                whole = _grown(page, mention, mentions[i + 1])
            mention = _like(whole, mention, _behind_fillers(page, mention)[1]) if whole is not None else mention
        out.append(mention)
    return out


def _like(whole: Mention, bare: Mention, word: str) -> Mention:
    said = bare.amount
    amount = Amount(said.low, said.high, said.bound, said.core, said.wide, whole.amount.unit)
    return bare._replace(kind=whole.kind, of=whole.of, amount=amount, other=word in WITH)


def _compared(page: Page, before: list[Mention], bare: Mention) -> Mention | None:
    """The figure before a bare one that this is compared with; None where it is with none."""
    if _risen(page, before[-1], bare):
        return before[-1]
    at, word = _behind_fillers(page, bare)
    if word == "by" and page.lower[before[-1].first - 1] == "by" and bare.first - before[-1].last <= NEAR:
        return before[-1] if before[-1].kind in LIKE else None  # one rose by 2 percent, the other fell by 1
    if word not in WITH:
        return None
    start = page.sentence_at(page.starts[bare.first]).start
    for mention in reversed(before):
        if mention.kind not in LIKE:
            continue
        if page.starts[mention.first] < start or at - mention.last > REACH:
            return None
        if (mention.kind == "percent" and not _is_level(page, mention, word)) or _bracketed(page, start, mention):
            continue
        return mention
    return None


def _bracketed(page: Page, start: int, mention: Mention) -> bool:
    """Does it stand in brackets, as the conversion of another figure?"""
    before = page.text[start : page.starts[mention.first]]
    return before.count("(") > before.count(")")


def _risen(page: Page, by: Mention, to: Mention) -> bool:
    """ "Rose 64 points to 4,577"."""
    gap = page.lower[by.last + 1 : to.first]
    whole = by.kind in ("quantity", "money") or (by.kind == "count" and len(by.of) > 0)
    return whole and gap[-1:] == ["to"] and len(gap) - 1 == (len(by.of) if by.kind == "count" else 0)


def _grown(page: Page, old: Mention, new: Mention) -> Mention | None:
    """ "From 20 in May to 30 cases in June": the figure behind a bare one, if they are the old and the new."""
    near = new.kind in LIKE and new.first - old.last <= NEAR and page.lower[new.first - 1] == "to"
    return new if near and page.lower[old.first - 1] == "from" else None


def _behind_fillers(page: Page, bare: Mention) -> tuple[int, str]:
    """The token before a figure and the small words before that, and the word there."""
    at = bare.first - 1
    while at > 0 and bare.first - at <= BETWEEN_AT_MOST and page.lower[at] in BETWEEN:
        at -= 1
    return at, page.lower[at] if at >= 0 else ""


def _is_level(page: Page, percent: Mention, word: str) -> bool:
    """A rate may be compared with another one ("to 5 percent from 4"); a rise is by so many percent from a figure."""
    return word == "compared" or page.lower[percent.first - 1] in ("to", "at", "was", "is", "of")
