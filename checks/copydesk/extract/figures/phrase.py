"""One figure with its unit from a short text, as rules write it: "about 4 hours", "$3 million", "250 km", "within
2%", "40,000"."""

from copydesk import numerals
from copydesk.amounts import Amount, Bound, Unit, written
from copydesk.cardinals import hedges
from copydesk.extract.figures import money, nounphrase, percent, quantity
from copydesk.extract.figures.mention import unit_behind
from copydesk.lexicon.nouns import lemma
from copydesk.lexicon.unitwords import spellings, unit_at
from copydesk.model import Block, Document, Segment
from copydesk.numerals import Numeral
from copydesk.tokens import Page

# Words that a rule may put around a figure and that say nothing more about it.
IGNORED = frozenset("within by is of the than a an for later earlier before after".split())


def read_phrase(text: str) -> Amount | None:
    """The amount that a short text states; None where it states none, several, or has words that are neither number
    nor unit.
    `problem` says which."""
    amount, _ = _read(text)
    return amount


def problem(text: str) -> str:
    """What keeps a text from being one figure with its unit, in a sentence for the writer of a rule; empty where
    nothing does."""
    return _read(text)[1]


def page_of(text: str) -> Page:
    """A page of a text that is no article."""
    blocks = (Block("paragraph", 0, len(text)),)
    return Page(Document("-", text, blocks, (Segment(0, len(text), "text", 0),), {"text": text}))


def _read(text: str) -> tuple[Amount | None, str]:
    page = page_of(text)
    found = [numeral for numeral in numerals.read(page) if not numeral.ordinal]
    if not found:
        named = _one_of(page)
        return (named, "") if named is not None else (None, f"I see no figure in '{text}'.")
    if len(found) > 1:
        joint = _compound(page, found)
        return (joint, "") if joint is not None else (None, f"'{text}' has {len(found)} figures; one is wanted.")
    numeral = found[0]
    after = unit_behind(page, numeral)
    mention = money.read(page, numeral, after) or percent.read(numeral, after) or quantity.read(page, numeral, after)
    first, last = (mention.first, mention.last) if mention else (numeral.outer_first, numeral.outer_last)
    amount = mention.amount if mention else numeral.amount()
    if mention is None:
        of, head = nounphrase.counted(page, numeral)
        if of and head == len(page) - 1 and len(of) == 1 and _is_plain_noun(page, head):
            last = head
    extra = [page.words[i] for i in range(len(page)) if not first <= i <= last and page.lower[i] not in IGNORED]
    if not extra:
        return amount, ""
    words = " ".join(extra)
    return None, f"I don't know the unit '{words}'." if page.lower.index(
        extra[0].lower()
    ) > last else f"I can't read '{words}' as part of a figure."


def _is_plain_noun(page: Page, head: int) -> bool:
    """ "388 passengers": a plural that is no mistyped unit."""
    from difflib import get_close_matches  # only for rules, and only for words that are no unit

    word = page.lower[head]
    return lemma(word) != word and not get_close_matches(word, spellings(), n=1, cutoff=0.75)


def _one_of(page: Page) -> Amount | None:
    """ "an hour", "a mile": one of the unit."""
    hedged = _behind_article(page)
    if hedged is None:
        return None
    at, bound = hedged
    found = unit_at(page, at, joined=False)
    if found is None or found[1] != len(page) - 1:
        return None
    return written(1, bound=bound, unit=found[0])


def _behind_article(page: Page) -> tuple[int, Bound] | None:
    """Where the unit of "about an hour" begins, and the bound before it."""
    lower = page.lower
    for at, word in enumerate(lower[:-1]):
        if word in ("a", "an"):
            before = hedges.before(page, at, 0)
            if before[2] == 0 or all(w in IGNORED for w in lower[: before[2]]):
                return at + 1, before[0]
    return None


def _compound(page: Page, found: list[Numeral]) -> Amount | None:
    """ "3 hours 20 minutes", "6 feet 2 inches", "1 day and 4 hours": each part in a smaller unit of the same
    dimension. The sum is in the smallest, where it is exact."""
    total: Amount | None = None
    end = -1
    for numeral in found:
        between = page.lower[end + 1 : numeral.outer_first] if end >= 0 else []
        after = unit_behind(page, numeral)
        mention = quantity.read(page, numeral, after) or money.read(page, numeral, after)
        if mention is None or any(word not in ("and", ",") for word in between):
            return None
        part: Unit = mention.amount.unit
        if total is not None and (not part.fits(total.unit) or part.factor >= total.unit.factor):
            return None
        total = mention.amount if total is None else total.to(part) + mention.amount
        end = mention.last
    return total if end == len(page) - 1 else None
