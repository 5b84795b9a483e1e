"""The command line. One file here a command; nothing heavy is imported before a command needs it.

Exit codes: 0 nothing fails, 1 findings, 2 a broken rule, a wrong option or an article that can't be read, 5 nothing was checked.
"""

import atexit
import gc
import os
import sys
from collections.abc import Callable, Sequence

from copydesk import packed
from copydesk.errors import BrokenRules, CopydeskError
from copydesk.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

INTERRUPTED, BROKEN_PIPE = 130, 141


def console() -> None:
    """The command of a shell, and the end of its process. Taking apart what the process leaves behind is a twentieth of a short run, so that
    is done only where threads or functions of others may wait for it."""
    code = main()
    waiting = getattr(atexit, "_ncallbacks", lambda: 1)  # not every Python counts them
    if "threading" in sys.modules or waiting():
        sys.exit(code)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, AttributeError):  # None where they were closed from the beginning
        hush()
    os._exit(code)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code. Says what the user can mend on standard error, never with a traceback."""
    gc.disable()  # what is imported from here on stays: looking through it for garbage is a tenth of a short run
    try:
        with packed.in_use():
            return _main(sys.argv[1:] if argv is None else argv)
    finally:
        if argv is not None:  # called from a program that goes on
            gc.enable()
        else:
            gc.freeze()  # nothing need be looked through at the end, which is a twentieth of a short run


def _main(words: Sequence[str]) -> int:
    from copydesk import compiled
    from copydesk.cli._options import parser

    try:
        args = parser(words).parse_args(words)
        if getattr(args, "watch", False):
            from copydesk.cli._watch import watch

            gc.enable()
            return watch(args, lambda: guarded(lambda: run(args)))
    except SystemExit as done:
        return int(done.code or 0)
    except CopydeskError as error:
        tell(f"copydesk: {error}\nNothing was checked. Exit code 2.")
        return 2
    with compiled.in_use():
        return guarded(lambda: run(args))


def guarded(do: Callable[[], int]) -> int:
    """The exit code of a command; what the user can mend is said on standard error."""
    try:
        return do()
    except BrokenRules as error:
        files = {one.path for one in error.mistakes}
        waivers = len(files) == 1 and not any(file.endswith((".facts.yml", ".facts.yaml")) for file in files)
        mistakes = f"{len(error.mistakes)} mistake{'s' if len(error.mistakes) != 1 else ''} in {files.pop() if waivers else 'the rules'}"
        tell(f"{error}\nNothing was checked: {mistakes}. Exit code 2.")
        return 2
    except CopydeskError as error:
        tell(f"copydesk: {error}\nNothing was checked. Exit code 2.")
        return 2
    except BrokenPipeError:
        hush()
        return BROKEN_PIPE
    except OSError as error:
        tell(f"copydesk: I can't write the report: {error.strerror or error}. Exit code 2.")
        hush()
        return 2
    except KeyboardInterrupt:
        tell("\nInterrupted: the report is not whole. Exit code 130.")
        return INTERRUPTED


def run(args: "Namespace") -> int:
    if getattr(args, "output", None) or getattr(args, "report", None):
        from copydesk.cli._spared import spare

        spare(args)
    if args.command == "check":
        from copydesk.cli.check import check

        return check(args)
    if args.command == "facts":
        from copydesk.cli.facts import facts

        return facts(args)
    if args.command == "baseline":
        from copydesk.cli.baseline import baseline

        return baseline(args)
    if args.command == "explain":
        from copydesk.cli.explain import explain

        return explain(args)
    if args.command == "try":
        from copydesk.cli.trying import try_out

        return try_out(args)
    if args.command == "annotate":
        from copydesk.cli.annotate import annotate

        return annotate(args)
    if args.command == "init":
        from copydesk.cli.init import init

        return init(args)
    if args.command == "new":
        from copydesk.cli.new import new

        return new(args)
    if args.command == "mutate":
        from copydesk.cli.mutate import mutation

        return mutation(args)
    if args.command == "timeline":
        from copydesk.cli.timeline import timeline

        return timeline(args)
    if args.command == "schema":
        from copydesk.cli.schema import schema

        return schema(args)
    if args.command == "compare":
        from copydesk.cli.compare import compare

        return compare(args)
    from copydesk.cli.examples import test

    return test(args)


def tell(words: str) -> None:
    sys.stderr.write(words.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")


def hush() -> None:
    """Nobody reads on: let the interpreter's last flush go nowhere instead of complaining."""
    from contextlib import suppress

    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
