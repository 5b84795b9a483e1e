"""What neighbouring figures take from one another: feet and inches make one length, a bare number the unit of its
neighbour, a conversion in
brackets the hedge of what it converts."""

from copydesk.amounts import Amount, written
from copydesk.extract.figures.mention import Mention
from copydesk.lexicon.numbers import SMALL
from copydesk.tokens import Page

MEASURED = frozenset({"quantity", "money", "percent", "duration"})
LINKS: tuple[list[str], ...] = ([], ["and"])
YEARS_AND = (["and"], [","], ["years", "and"], ["years", ","])
# "from 5 to 7 percent", "45 and 50 mg", "2, 3 and 5 km"
CHOICES = (["or"], ["to"], ["-"], ["–"])
# "5 metres, 40 centimetres above the old record" are two lengths.
COMPARED = [
    [word] for word in "above below more less higher lower wider longer shorter taller behind ahead from off".split()
]
SHARING = (["and"], ["or"], ["to"], [","], ["-"], ["–"], ["and", "/", "or"], [",", "and"], [",", "or"], ["up", "to"])


def joined(page: Page, mentions: list[Mention]) -> list[Mention]:
    """The mentions of a page, in text order, with what their neighbours tell of them."""
    if len(mentions) < 2:
        return mentions
    return _hedged(page, _shared(page, _compounds(page, mentions)))


def _compounds(page: Page, mentions: list[Mention]) -> list[Mention]:
    """ "6 feet 2 inches", "13 dollars and 45 cents", "13 dollars 45", "3 years and 4 months old"."""
    out = [mentions[0]]
    for mention in mentions[1:]:
        before = out[-1]
        if mention.kind == "age" and _is_one_age(page, before, mention):
            whole = before.amount.to(mention.amount.unit) + mention.amount
            out[-1] = mention._replace(first=before.first, amount=whole)
            continue
        if before.kind in ("quantity", "money"):
            if mention.kind == before.kind and _completes(page, before, mention):
                out[-1] = before._replace(last=mention.last, amount=_sum(before, mention))
                continue
            if before.kind == "money" and _are_cents(page, before, mention):
                cents = written(mention.amount.low / 100, unit=before.amount.unit)
                out[-1] = before._replace(last=mention.last, amount=before.amount + cents)
                continue
        out.append(mention)
    return out


def _is_one_age(page: Page, a: Mention, b: Mention) -> bool:
    """ "3 years and 4 months old", "a 3-year, 4-month-old girl"."""
    if page.lower[a.last + 1 : b.first] not in YEARS_AND or b.amount.low != b.amount.high or b.amount.low >= 12:
        return False
    return a.kind in ("duration", "age") and (a.amount.unit.name, b.amount.unit.name) == ("year", "month")


def _completes(page: Page, a: Mention, b: Mention) -> bool:
    first, second = a.amount.unit, b.amount.unit
    gap = page.lower[a.last + 1 : b.first]
    if (gap not in LINKS and not (gap == [","] and a.kind == "quantity")) or second.factor >= first.factor:
        return False
    if gap == [","] and (a.amount.low != int(a.amount.low) or page.lower[b.last + 1 : b.last + 2] in COMPARED):
        return False
    if not second.fits(first) or not first.dimension or first.offset != 0 or " per " in first.name:
        return False
    plain = a.amount.low == a.amount.high and b.amount.low == b.amount.high and b.amount.bound == "="
    return plain and b.amount.low > 0 and (gap == [] or b.amount.low * second.factor < first.factor)


def _are_cents(page: Page, a: Mention, b: Mention) -> bool:
    """ "Thirteen dollars forty-five", "15 dollars and 50": two figures of small coin behind the name of a currency; "3 euros
    4 cents"."""
    gap = page.lower[a.last + 1 : b.first]
    coins = b.amount.unit.name == "cent" if b.kind == "money" else b.kind == "number" and b.amount.low > 9
    if gap not in LINKS or not coins or not page.words[a.last].isalpha():
        return False
    if not 0 < b.amount.low < 100 or b.amount.bound != "=" or " per " in a.amount.unit.name:
        return False
    return b.amount.low == b.amount.high == int(b.amount.low) and a.amount.low == int(a.amount.low) < 10**6


def _sum(a: Mention, b: Mention) -> Amount:
    """In the smaller unit, where it is exact; money in the larger."""
    return a.amount + b.amount if a.kind == "money" else a.amount.to(b.amount.unit) + b.amount


def _shared(page: Page, mentions: list[Mention]) -> list[Mention]:
    """A bare number linked to a measured one has its unit; from right to left, so that lists work."""
    out = [mentions[-1]]
    chained = False
    for mention in reversed(mentions[:-1]):
        after = out[-1]
        chained = mention.kind == "number" and _is_measured(page, after) and _shares(page, mention, after, chained)
        if chained:
            unit = after.amount.unit
            amount = mention.amount
            mention = mention._replace(
                kind=after.kind, amount=Amount(amount.low, amount.high, amount.bound, amount.core, amount.wide, unit)
            )
        out.append(mention)
    return out[::-1]


def _is_measured(page: Page, mention: Mention) -> bool:
    """Does it name a unit, or years of age ("16- and 17-year-olds")?"""
    return mention.kind in MEASURED or (mention.kind == "age" and page.words[mention.last].isalpha())


def _shares(page: Page, a: Mention, b: Mention, chained: bool) -> bool:
    gap = page.lower[a.last + 1 : b.first]
    if gap == ["to"] and a.amount.low < 1 <= b.amount.low and page.words[a.last].isalpha():
        return False  # "cut by a third to 8 cents"
    gap = gap[1:] if gap[:1] == ["-"] and len(gap) == 2 else gap
    if gap not in SHARING or (page.words[b.first][0] in "$£€¥₹" and gap not in CHOICES):
        return False
    if b.kind == "percent" and a.amount.low > 20 * b.amount.high:  # "31,000 or 19 percent of them"
        return False
    if len(gap) == 2 and gap[0] == "," and not _in_list(page, a):
        return False  # "of 48,000, 31,000, or 65 percent"
    return gap != [","] or chained


def _in_list(page: Page, mention: Mention) -> bool:
    """Does a number and a comma stand before it?"""
    before = page.lower[max(0, mention.first - 2) : mention.first]
    return before[-1:] == [","] and (before[0].isdecimal() or before[0] in SMALL)


def _hedged(page: Page, mentions: list[Mention]) -> list[Mention]:
    """ "More than 5 miles (8 km)" is more than 8 km."""
    out = [mentions[0]]
    for mention in mentions[1:]:
        before = out[-1]
        opened = page.words[mention.first - 1] == "(" and before.last == mention.first - 2
        if (
            opened
            and before.amount.bound != "="
            and mention.amount.bound == "="
            and {before.kind, mention.kind} <= MEASURED
        ):
            amount = mention.amount
            amount = written(amount.low, amount.high, bound=before.amount.bound, unit=amount.unit)
            mention = mention._replace(amount=amount)
        out.append(mention)
    return out
