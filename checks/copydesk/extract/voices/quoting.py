"""The stretches of a page that stand inside quotation marks."""

from copydesk.late import late
from copydesk.model import Block, Span
from copydesk.tokens import Page

QUOTE_MARK = late('["“”„«»]')
DOUBLE_MARKS = frozenset('"“”„«»')
SINGLE_MARKS = frozenset("'‘")
QUOTE_MARKS = DOUBLE_MARKS | {"‘", "’"}
# 'A quotation in single marks,' as against boys' and '90s and don't.
SINGLE = late(
    r"[‘'](?<![\w'’.,][‘'])(?!\d0s|(?:em|til|tis|twas|n)\b)(?=[\w£$€])(?P<inside>[^‘\n]{2,600}?[\w.,!?…%])[’'](?!\w)"
)


def quotations(page: Page) -> list[Span]:
    """The stretches inside quotation marks, in order; inside single ones where a paragraph has no others."""
    text = page.text
    double, single = (not marks.isdisjoint(page.vocabulary) for marks in (DOUBLE_MARKS, SINGLE_MARKS))
    found: list[Span] = []
    for block in page.document.blocks if double or single else ():
        stretches = _in_double_marks(text, block) if double else []
        if single and not stretches:
            stretches = [Span(*quote.span("inside")) for quote in SINGLE.finditer(text, block.start, block.end)]
        found += stretches
    return found


def _in_double_marks(text: str, block: Block) -> list[Span]:
    """A mark left open holds to the end of its paragraph, as it does where a quotation runs on and the next paragraph opens
    it anew."""
    found, begin = [], -1
    for mark in QUOTE_MARK.finditer(text, block.start, block.end):
        at = mark.start()
        opens = mark.group() in "“„«" or (mark.group() == '"' and _opens(text, at, block.start))
        closes = mark.group() in "”»" or (mark.group() == '"' and not (opens and begin < 0))
        if begin >= 0 and (closes or opens):
            found.append(Span(begin, at))
            begin = at + 1 if opens and mark.group() != '"' else -1
        elif opens:
            begin = at + 1
    if begin >= 0:
        found.append(Span(begin, block.end))
    return found


def _opens(text: str, at: int, start: int) -> bool:
    """May a straight mark open a quotation? Not where it stands behind a letter or digit: 5'10", 12"."""
    before = text[at - 1] if at > start else " "
    return not before.isalnum() and before not in ".,!?'" and not text[at + 1 : at + 2].isspace()
