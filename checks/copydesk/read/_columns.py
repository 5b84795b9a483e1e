"""From the lines of printed pages to paragraphs: what belongs together by leading, indents, sizes and how lines end. Running heads and
page numbers are left out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from copydesk.late import late
from copydesk.model import BlockKind
from copydesk.named import NamedTuple
from copydesk.read._draft import BULLET, FINAL
from copydesk.read._tree import Words

NUMBERED = late(r"\W*(?:page|p\.?|seite)?\s*\d{1,4}(?:\s*(?:of|/|von)\s*\d{1,4})?\W*", re.IGNORECASE)
# Lines so near the upper or the lower end of a page may be running heads.
AT_THE_ENDS = 2
# In these words a hyphen at the end of a line belongs to the word.
TENS = late(r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|mid|non|ex|\w*\d)$", re.IGNORECASE)
# How much larger a headline is than the text, and smaller a caption.
LARGER, SMALLER = 1.25, 0.93


class Line(NamedTuple):
    """A line of a page, in points; `at` is its place in the page's source."""

    page: int
    text: str
    at: int
    size: float
    bottom: float
    top: float
    left: float
    right: float


class Paragraph(NamedTuple):
    kind: BlockKind
    lines: list[Line]


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """All paragraphs in the order of the file. A paragraph may go on in the next column and on the next page."""
    left_out = running(pages)
    lines = [line for page in pages for line in page if line.text.strip() and (line.page, line.at) not in left_out]
    if not lines:
        return []
    body = mostly(lines)
    if (
        len(lines) > 1 and lines[0].size <= SMALLER * body and lines[1].size >= LARGER * body
    ):  # the running head of a page that has no other beside it
        del lines[0]
    leading, right = leadings(lines), edges(lines)
    groups = [[lines[0]]]
    for above, line in pairwise(lines):
        if goes_on(above, line, leading, right):
            groups[-1].append(line)
        else:
            groups.append([line])
    return list(kinds(groups, body))


def mostly(lines: Sequence[Line]) -> float:
    """The size that most of the text is set in."""
    sizes = Counter[float]()
    for line in lines:
        sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: sizes[size])


def running(pages: Sequence[Sequence[Line]]) -> set[tuple[int, int]]:
    """The places of page numbers, and of lines that stand in the same place on several pages, whatever their figures are."""
    ends: list[Line] = []
    for page in pages:
        ordered = sorted((line for line in page if line.text.strip()), key=lambda line: line.bottom)
        ends += dict.fromkeys((*ordered[:AT_THE_ENDS], *ordered[-AT_THE_ENDS:]))
    often = Counter(map(likeness, ends))
    return {
        (line.page, line.at) for line in ends if often[likeness(line)] > 1 or NUMBERED.fullmatch(line.text) is not None
    }


def likeness(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text.strip().casefold()), round(line.bottom / 4)


def leadings(lines: Sequence[Line]) -> dict[float, float]:
    """By size of type: from line to line, as it is mostly."""
    found: dict[float, list[float]] = {}
    for above, line in pairwise(lines):
        if beneath(above, line) and above.size == line.size:
            found.setdefault(line.size, []).append(above.bottom - line.bottom)
    return {size: median(gaps) for size, gaps in found.items()}


def edges(lines: Sequence[Line]) -> dict[tuple[int, int], float]:
    """How far the lines of each column reach."""
    found: dict[tuple[int, int], float] = {}
    for line in lines:
        found[column(line)] = max(line.right, found.get(column(line), 0.0))
    return found


def column(line: Line) -> tuple[int, int]:
    """Lines that begin within an inch of each other, on one page."""
    return line.page, round(line.left / 72)


def beneath(above: Line, line: Line) -> bool:
    """Does it stand right below, in the same column?"""
    overlap = min(above.right, line.right) - max(above.left, line.left)
    return above.page == line.page and 0 < above.bottom - line.bottom < 3 * line.size and overlap > 0


def goes_on(above: Line, line: Line, leading: dict[float, float], right: dict[tuple[int, int], float]) -> bool:
    """Is it the next line of the same paragraph?"""
    ended = above.text.rstrip().endswith(FINAL)
    if abs(above.size - line.size) > 0.6 or BULLET.match(line.text.lstrip()):
        return False
    if not beneath(above, line):  # the next column, or page
        return not ended or line.text[:1].islower()
    usual = leading.get(line.size, 1.2 * line.size)
    if above.bottom - line.bottom > 1.25 * usual:
        return False
    indented = 0.8 * line.size < line.left - above.left < 4 * line.size
    short = above.right < right[column(above)] - 5 * line.size
    return not (ended and (indented or short))


def kinds(groups: Iterable[list[Line]], body: float) -> Iterator[Paragraph]:
    """The first of the large ones on the first page is the headline."""
    headed = False
    for lines in groups:
        size = max(line.size for line in lines)
        kind: BlockKind = "paragraph"
        if size >= LARGER * body and not headed and lines[0].page == 1:
            kind, headed = "headline", True
        elif size <= SMALLER * body:
            kind = "caption"
        elif BULLET.match(lines[0].text.lstrip()):
            kind = "list item"
        yield Paragraph(kind, lines)


def words(paragraph: Paragraph) -> Iterator[tuple[int, Words]]:
    """The words of a paragraph with the page of each stretch. A word that was divided at the end of a line is one again."""
    for i, line in enumerate(paragraph.lines):
        text = line.text.rstrip()
        following = paragraph.lines[i + 1].text.lstrip() if i + 1 < len(paragraph.lines) else ""
        skip = 0
        if i == 0 and paragraph.kind == "list item" and (bullet := BULLET.match(text)):
            skip = bullet.end()
        divided = text.endswith("-") and following[:1].islower()
        if divided and not TENS.search(text[:-1]):
            text = text[:-1]
        yield line.page, Words(text[skip:], line.at + skip)
        if following and not divided:
            yield line.page, Words(" ", -1)
