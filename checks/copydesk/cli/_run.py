"""What commands share: articles one after another through the desk, the report to where it is to go, and a bar on long runs."""

import argparse
import gc
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from copydesk.errors import CopydeskError, UsageError
from copydesk.model import Checked, Document, Look, Unread
from copydesk.read import Meter, open_articles

Write = Callable[[str], None]
# A run shorter than this needs no bar; a longer one is told of this often. Seconds.
BAR_AFTER, BAR_EVERY = 1.0, 0.2
BAR_WIDTH = 30


def some_named(args: argparse.Namespace) -> None:
    """Raises UsageError where the command line names no article."""
    if not args.paths:
        taken = [path for path in getattr(args, "rules", []) if not path.endswith((".yml", ".yaml"))]
        hint = f" --rules took {taken[-1]} for a rule file: name articles first." if taken else ""
        raise UsageError(f"Which articles? Name files, folders or glob patterns, or - for standard input.{hint}")


def articles(args: argparse.Namespace, do: Callable[[Document], Checked]) -> Iterator[Checked | Unread]:
    """What the desk makes of each article that the command line names, as it is read; in several processes where that is asked for."""
    meter = Meter()
    jobs = getattr(args, "jobs", 1) or os.cpu_count() or 1
    if jobs > 1:
        from functools import partial

        from copydesk.cli._many import side_by_side

        found = side_by_side(args.paths, partial(open_articles, dated=args.dated, select=args.select), do, jobs, meter)
    else:
        found = done(open_articles(args.paths, args.dated, meter, args.select), do)
    to_terminal = args.output is None and is_terminal(sys.stdout)
    return bar(found, meter) if is_terminal(sys.stderr) and not to_terminal else found


def done(items: Iterable[Document | Unread], do: Callable[[Document], Checked]) -> Iterator[Checked | Unread]:
    """An article at which the desk itself breaks keeps its place like one that can't be read: the others are still checked."""
    for number, item in enumerate(items):
        if number == 1:
            gc.freeze()  # all is imported and stays; from the second article on, memory matters
            gc.enable()
        found: Checked | Unread
        try:
            found = do(item) if isinstance(item, Document) else item
        except CopydeskError:
            raise
        except Exception as error:  # whatever it is: one article of a million must not end the run
            found = broken(item, error)
        yield found


def broken(item: Document | Unread, error: Exception) -> Unread:
    """Says what broke and where in the program, for a report of the fault."""
    import traceback

    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{os.path.basename(frame.filename)}:{frame.lineno}"
    said = f"copydesk itself broke at this article: {type(error).__name__}: {error} ({where}). Please report it with the article."
    return Unread(item.id, item.path, said, item.line)


# Columns that the gutter takes, and the dots of a line that is cut.
BESIDE = 12


def look(args: argparse.Namespace) -> Look:
    shown = args.format == "text" and args.output is None
    wide = line_width() if shown else Look().width
    return Look(shown and in_colour(), getattr(args, "all", False), getattr(args, "fail_on", "error"), width=wide)


def line_width() -> int:
    """How much of a line of an article fits into a narrow terminal, with what stands before it; elsewhere always the same."""
    most = Look().width
    if not is_terminal(sys.stdout):
        return most
    from shutil import get_terminal_size

    return max(40, min(most, get_terminal_size((most + BESIDE, 24)).columns - BESIDE))


def in_colour() -> bool:
    """On a terminal, unless NO_COLOR asks for none (no-color.org)."""
    return is_terminal(sys.stdout) and not os.environ.get("NO_COLOR")


def is_terminal(stream: object) -> bool:
    try:
        return bool(stream.isatty()) and os.environ.get("TERM") != "dumb"  # type: ignore[attr-defined]
    except (AttributeError, ValueError):
        return False


# ---------------------------------------------------------------- where the report goes


@contextmanager
def output(path: str | None) -> Iterator[Write]:
    """Where to write: standard output, or a file, which appears when it is whole. Raises UsageError where that can't be."""
    if path is None:
        yield to_stdout
        if sys.stdout is not None:
            sys.stdout.flush()
        return
    from pathlib import Path

    target = Path(path)
    shared = path == os.environ.get("GITHUB_STEP_SUMMARY")  # others of the same step may have written there
    special = shared or (target.exists() and not target.is_file())
    scratch = target if special else target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if target.is_dir():
            raise IsADirectoryError(21, "It is a folder")
        with scratch.open("ab" if shared else "wb") as file:
            yield lambda words: none(file.write(encoded(words)))
        if not special:
            scratch.replace(target)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError(f"I can't write to {path}: {error.strerror or error}.") from error
    finally:
        if not special:
            scratch.unlink(missing_ok=True)


def to_stdout(words: str) -> None:
    """As UTF-8, whatever the surroundings; a terminal gets its own encoding. Raises OSError where it is closed."""
    if sys.stdout is None:
        raise OSError("Standard output is closed")
    raw = getattr(sys.stdout, "buffer", None)
    if raw is None or is_terminal(sys.stdout):
        encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
        sys.stdout.write(words.encode(encoding, "backslashreplace").decode(encoding))
    else:
        sys.stdout.flush()
        raw.write(encoded(words))


def encoded(words: str) -> bytes:
    """UTF-8; a lone surrogate, which it can't write, as the escape that JSON has for it."""
    return words.encode("utf-8", "backslashreplace")


def none(_: object) -> None:
    """For a callable that must return nothing."""


def last_line(words: str, args: argparse.Namespace) -> None:
    """What was checked and why it exits as it does: last on standard output, unless a machine reads that."""
    if args.format != "text" and args.output is None:
        sys.stdout.flush()
        sys.stderr.write(words + "\n")
    else:
        to_stdout(words + "\n")
        sys.stdout.flush()


# ---------------------------------------------------------------- the bar


def bar(items: Iterable[Checked | Unread], meter: Meter) -> Iterator[Checked | Unread]:
    """The same items; how far they have come is drawn on standard error once the run is long."""
    started = shown = time.monotonic()
    count = 0
    try:
        for item in items:
            yield item
            count += 1
            now = time.monotonic()
            if now - started > BAR_AFTER and now - shown > BAR_EVERY:
                shown = now
                sys.stderr.write(f"\r{drawn(meter, count, now - started)}\x1b[K")
                sys.stderr.flush()
    finally:
        if shown > started:
            sys.stderr.write("\r\x1b[K")


def drawn(meter: Meter, count: int, seconds: float) -> str:
    """[######......] 42%  1,234 articles, 310 a second"""
    rate = f"{count:,} articles, {count / seconds:,.0f} a second"
    if not meter.total:
        return rate
    share = min(1.0, meter.done / meter.total)
    full = round(share * BAR_WIDTH)
    return f"[{'#' * full}{'.' * (BAR_WIDTH - full)}] {share:4.0%}  {rate}"
