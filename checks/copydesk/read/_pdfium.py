"""What stands on the pages of a PDF, said by PDFium in a process of its own: it may end by its limits, or crash, and nobody is hurt.

Run as a program: a PDF comes in, JSON goes out: the number of pages, then a line a page. A page is a list of lines in the order in which the file has them:
[text, size, bottom, top, edges], where edges are the left edges of its characters and the right edge of the last, and all lengths are
points (1/72 inch) from the lower left corner of the page. Instead of a page there may be {"error": …}.
"""

import ctypes
import json
import signal
import sys

from copydesk.typed import Any

# A newspaper has a hundred pages and a novel some hundred; a page of a newspaper has 50,000 characters.
MOST_PAGES, MOST_CHARACTERS = 1000, 200_000
# A page that keeps a core busy for longer is a trap, and so is a file. Seconds; and bytes of memory.
A_PAGE, A_FILE, BYTES = 0.75, 30, 1 << 30
LOCKED = 4
# PDFium's name for a hyphen at the end of a line; the break behind it is not given.
HYPHEN = 2
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def main() -> None:
    limit_all()
    import pypdfium2
    import pypdfium2.raw as api

    data = sys.stdin.buffer.read()
    limit_time()
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        say({"error": "locked" if getattr(error, "err_code", 0) == LOCKED else "broken"})
        return
    if not 0 < count <= MOST_PAGES:
        say({"error": "pages" if count else "broken"})
        return
    say(count)
    for number in range(count):
        limit_time()
        try:
            page = document[number].get_textpage()
        except pypdfium2.PdfiumError:
            say({"error": "page"})
            continue
        say(lines(api, page.raw, page.count_chars()) if page.count_chars() <= MOST_CHARACTERS else {"error": "page"})


def say(found: object) -> None:
    print(json.dumps(found, separators=(",", ":")), flush=True)  # noqa: T201 - this is a program


def limit_all() -> None:
    """Memory, and the time of all pages."""
    try:
        import resource
    except ImportError:  # not on Windows; the caller ends it by the clock
        return
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (A_FILE, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def limit_time() -> None:
    """Of a page, from now on: the signal of a timer that counts the time of the core, not the clock's, ends the program."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, A_PAGE)


# ---------------------------------------------------------------- one page

Character = tuple[
    str, float, float, float, float, float, bool
]  # itself, left, right, bottom, top, size, made up by PDFium


def lines(api: Any, page: Any, count: int) -> list[list[object]]:
    found: list[list[object]] = []
    line: list[Character] = []
    for one in characters(api, page, count):
        if one[0] == "\n":
            found += [told(line)] if line else []
            line = []
        else:
            line.append(one)
    return [*found, told(line)] if line else found


def characters(api: Any, page: Any, count: int) -> list[Character]:
    """All of a page, in the order of the file. A line ends in "\\n"; what can't be shown is left out."""
    found: list[Character] = []
    bounds, raw = api.FS_RECTF(), page
    reference, high = ctypes.byref(bounds), 0
    for i in range(count):
        code = api.FPDFText_GetUnicode(raw, i)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        high = 0
        api.FPDFText_GetLooseCharBox(raw, i, reference)
        size = api.FPDFText_GetFontSize(raw, i)
        box = (bounds.left, bounds.right, bounds.bottom, bounds.top)
        made = api.FPDFText_IsGenerated(raw, i) == 1
        if code == HYPHEN:
            found += [("-", *box, size, made), ("\n", *box, size, True)]
        elif code in (10, 13):
            found.append(("\n", *box, size, True))
        elif (code >= 32 and code < 0xD800) or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000:
            found += ((letter, *box, size, made) for letter in LIGATURES.get(code, chr(code)))
    return found


# Presentation forms that a font without a map of its own leaves in the text.
LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
    0xA0: " ",
    9: " ",
}


def told(line: list[Character]) -> list[object]:
    """A line. Small raised figures are written as such: those of a note behind a figure are no digits of it."""
    real = [one for one in line if not one[6] and not one[0].isspace()] or line
    size = max(one[5] for one in real)
    floor = min((one[3] for one in real if one[5] > 0.8 * size), default=0.0)
    text, edges, right = [], [], real[0][1]
    for letter, left, end, bottom, _, own, made in line:
        raised = letter.isdigit() and own < 0.8 * size and bottom > floor + 0.15 * size
        text.append(letter.translate(RAISED) if raised else letter)
        edges.append(round(right if made else left, 1))
        right = right if made else end
    edges.append(round(right, 1))
    return [
        "".join(text),
        round(size, 1),
        round(min(one[3] for one in real), 1),
        round(max(one[4] for one in real), 1),
        edges,
    ]


if __name__ == "__main__":
    main()
