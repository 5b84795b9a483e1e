"""The options of the commands, and what their values may be."""

import argparse
import os
from collections.abc import Callable, Sequence
from datetime import date, datetime

from copydesk.typed import Any

# argparse looks for a translation of each of its words, in a dozen folders: a thirtieth of a short run. Ours are English too.
vars(argparse)["_"] = str


def width() -> int:
    """Columns for help texts, as argparse would ask shutil, which takes longer to import than a story to check."""
    try:
        return min(120, int(os.environ.get("COLUMNS", "0")) or os.get_terminal_size().columns) - 2
    except (OSError, ValueError):
        return 98


class Help(argparse.HelpFormatter):
    def __init__(self, prog: str, **more: Any) -> None:
        super().__init__(prog, **{"width": width(), **more})


def parser(words: Sequence[str]) -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser(
        prog="copydesk",
        formatter_class=Help,
        description="Does the story hold up? Checks the figures, dates and times of an article against each other and against rules.",
        epilog="Exit codes: 0 nothing fails, 1 findings, 2 broken rule, wrong option or unreadable article, 5 nothing was checked.",
        allow_abbrev=False,
    )
    whole.add_argument("--version", action="version", version=f"copydesk {version()}")
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", required=True)
    first = words[0] if words else ""
    asked = [first] if first in COMMANDS else list(COMMANDS)  # one command is made in a tenth of the time of all
    for name in asked:
        about, options = COMMANDS[name]
        command = commands.add_parser(
            name, help=about, description=f"{about[0].upper()}{about[1:]}.", formatter_class=Help, allow_abbrev=False
        )
        if name in words:
            options(command)
            if name in CONFIGURED:
                from copydesk.cli._config import apply

                apply(command, name, words)
    return whole


def add_check(check: argparse.ArgumentParser) -> None:
    from copydesk.report import names

    add_articles(check)
    check.add_argument(
        "--against", metavar="SOURCE", help="the article that a headline, summary or post was taken from"
    )
    check.add_argument("--rules", nargs="+", action="extend", default=[], metavar="R", help="rule files or folders")
    check.add_argument("--no-packs", action="store_true", help="without the built-in packs")
    check.add_argument("--rule", action="append", default=[], metavar="ID", help="only this rule; may be repeated")
    check.add_argument(
        "--tag", action="append", default=[], metavar="TAG", help="only rules of this tag; may be repeated"
    )
    add_waivers(check)
    add_output(check, names())
    check.add_argument(
        "--report",
        action="append",
        default=[],
        metavar="FORMAT=FILE",
        help="one more report, such as sarif=a.sarif; may be repeated",
    )
    check.add_argument("--inline", action="store_true", help="with --format markdown: the story with footnotes")
    check.add_argument("--all", action="store_true", help="show passes, skips and waived findings too")
    add_fail_on(check)
    check.add_argument(
        "--allow-none", action="store_true", help="exit with 0, not 5, where no rule applied to any article"
    )
    check.add_argument("--changed-since", metavar="REV", help="only articles that changed since this revision of git")
    check.add_argument("--jobs", type=jobs, default=1, metavar="N", help="processes to check with (1); 0: one a core")
    check.add_argument("--cache", action="store_true", help="keep what is found for the next run")
    add_watch(check)
    check.set_defaults(per_path=[])


def add_watch(command: argparse.ArgumentParser) -> None:
    command.add_argument("--watch", action="store_true", help="again after each change of a file, until Ctrl-C")


def add_explain(explain: argparse.ArgumentParser) -> None:
    explain.add_argument("rule", metavar="RULE", help="the id of a rule, or pack/id")
    explain.add_argument("--on", default="", metavar="ARTICLE", help="why it says what it says of this article")
    add_rules(explain)
    explain.add_argument("--dated", type=dated, metavar="DATE", help="publication date of an article that gives none")


def add_try(trying: argparse.ArgumentParser) -> None:
    trying.add_argument("rule", metavar="RULE", help="the id of a rule, or a rule file")
    trying.add_argument("text", metavar="TEXT|FILE", help="a text in quotes, a file, or - for standard input")
    trying.add_argument("--title", default="", metavar="TEXT", help="the headline of the text")
    add_rules(trying)
    trying.add_argument("--dated", type=dated, metavar="DATE", help="publication date of a text that gives none")
    add_watch(trying)


def add_init(init: argparse.ArgumentParser) -> None:
    init.add_argument("folder", nargs="?", default=".", metavar="FOLDER", help="where to begin (here)")
    init.add_argument("--ci", choices=("github", "gitlab", "none"), default="github", help="the job for CI (github)")
    init.add_argument("--pytest", action="store_true", help="a pytest.ini, too")


def add_new(new: argparse.ArgumentParser) -> None:
    new.add_argument(
        "article",
        metavar="ARTICLE[:LINE]",
        help="an article; with a line, only the facts there; a text in quotes; or -",
    )
    new.add_argument("-o", "--output", metavar="FILE", help="write the rules here (NAME.facts.yml)")
    new.add_argument("--force", action="store_true", help="write over a file that is there")
    new.add_argument("--all", action="store_true", help="rules for figures that stand once, too")
    add_reading(new)


def add_mutate(mutate: argparse.ArgumentParser) -> None:
    add_articles(mutate)
    mutate.add_argument("--rules", nargs="+", action="extend", default=[], metavar="R", help="rule files or folders")
    mutate.add_argument("--no-packs", action="store_true", help="without the built-in packs")
    mutate.add_argument("--rule", action="append", default=[], metavar="ID", help="only this rule; may be repeated")
    add_waivers(mutate)
    mutate.add_argument("--unsure", action="store_true", help="a slip that makes a rule unsure counts as noticed")
    mutate.add_argument("--min-score", type=percent, default=0, metavar="N", help="exit with 1 below this percentage")
    mutate.add_argument("--all", action="store_true", help="show facts of which only some slips are noticed, too")
    mutate.add_argument("--format", choices=("text", "json"), default="text", help="form of the report (text)")
    mutate.add_argument("--output", metavar="FILE", help="write the report here")
    mutate.add_argument(
        "--write-rules", metavar="FILE", help="write rules for the unguarded facts here (NAME.facts.yml)"
    )
    mutate.add_argument("--force", action="store_true", help="write over a rule file that is there")


def add_rules(command: argparse.ArgumentParser) -> None:
    about = "where to look for it (rule files here and in rules/, then the packs)"
    command.add_argument("--rules", nargs="+", action="extend", default=[], metavar="R", help=about)


def add_fail_on(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--fail-on",
        choices=("error", "warning", "unsure", "skipped", "never"),
        default="error",
        help="from which result on to exit with 1 (error)",
    )


def add_waivers(command: argparse.ArgumentParser) -> None:
    from copydesk.cli._waived import add_waivers

    add_waivers(command)


def add_baseline(baseline: argparse.ArgumentParser) -> None:
    add_articles(baseline)
    baseline.add_argument("--rules", nargs="+", action="extend", default=[], metavar="R", help="rule files or folders")
    baseline.add_argument("--no-packs", action="store_true", help="without the built-in packs")
    add_waivers(baseline)
    baseline.add_argument("--because", default="", metavar="REASON", help="why they may stand (they stood here before)")
    baseline.add_argument("--by", default="", metavar="NAME", help="who lets them stand")
    baseline.add_argument("--until", default=None, type=dated, metavar="DATE", help="the last day that they may stand")


def add_annotate(annotate: argparse.ArgumentParser) -> None:
    add_articles(annotate)
    annotate.add_argument("--rules", nargs="+", action="extend", default=[], metavar="R", help="rule files or folders")
    annotate.add_argument("--no-packs", action="store_true", help="without the built-in packs")
    add_waivers(annotate)
    annotate.add_argument("--output", metavar="FILE", help="the copy (story.annotated.docx beside story.docx)")
    add_fail_on(annotate)


def add_facts(facts: argparse.ArgumentParser) -> None:
    from copydesk.report import FACTS

    add_articles(facts)
    add_output(facts, FACTS)


def add_timeline(timeline: argparse.ArgumentParser) -> None:
    from copydesk.chart import names

    add_articles(timeline)
    timeline.add_argument("--rules", nargs="+", action="extend", default=[], metavar="R", help="rule files or folders")
    timeline.add_argument("--format", choices=names(), default="text", help="form of the chart (text)")
    timeline.add_argument("--output", metavar="FILE", help="write the chart here")


def add_compare(compare: argparse.ArgumentParser) -> None:
    add_articles(compare)
    compare.add_argument("--all", action="store_true", help="also what they agree on")
    compare.add_argument("--format", choices=("text", "json"), default="text", help="form of the report (text)")
    compare.add_argument("--output", metavar="FILE", help="write the report here")


def add_articles(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "paths", nargs="*", metavar="PATHS", help="articles, folders, glob patterns, or - for standard input"
    )
    add_reading(command)
    settings = command.add_mutually_exclusive_group()
    settings.add_argument("--config", metavar="FILE", help="settings (copydesk.toml, or pyproject.toml, here or above)")
    settings.add_argument("--no-config", action="store_true", help="without settings")


def add_reading(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--select", default="", metavar="CSS", help="of HTML, which elements are the article; or trafilatura"
    )
    command.add_argument("--dated", type=dated, metavar="DATE", help="publication date of articles that give none")


def add_output(command: argparse.ArgumentParser, forms: Sequence[str]) -> None:
    command.add_argument("--format", choices=forms, default="text", help="form of the report (text)")
    command.add_argument("--output", metavar="FILE", help="write the report here")


def add_test(test: argparse.ArgumentParser) -> None:
    test.add_argument(
        "rules", nargs="*", metavar="RULES", help="rule files or folders (those here and in rules/; else the packs)"
    )
    test.add_argument("--corpus", nargs="+", action="extend", default=[], metavar="PATHS", help="articles to try the rules on, instead of their examples: which rules never find anything")  # fmt: skip
    test.add_argument("--against", default="", metavar="REV", help="with --corpus: which findings came and went since the rules of this revision of git")  # fmt: skip
    test.add_argument("--dated", type=dated, metavar="DATE", help="publication date of articles that give none")
    test.add_argument("--select", default="", metavar="CSS", help="of HTML, which elements are the article")
    test.add_argument("--format", choices=("text", "json"), default="text", help="form of what --corpus tells (text)")
    test.add_argument("--output", metavar="FILE", help="write it here")
    test.add_argument("--jobs", type=jobs, default=1, metavar="N", help="processes for --corpus (1); 0: one a core")
    add_watch(test)


def add_schema(schema: argparse.ArgumentParser) -> None:
    schema.add_argument("-o", "--output", metavar="FILE", help="write it here: copydesk.schema.json, say")


def percent(written: str) -> float:
    try:
        found = float(written.rstrip("%"))
    except ValueError:
        found = -1
    if not 0 <= found <= 100:
        raise argparse.ArgumentTypeError(f"{written!r} is no percentage. Write --min-score 60.")
    return found


def jobs(written: str) -> int:
    if not written.isdecimal() or len(written) > 4:
        raise argparse.ArgumentTypeError(f"{written!r} is no number of processes. Write --jobs 4.")
    return int(written)


def dated(written: str) -> date | datetime:
    from copydesk.read import publication_date

    try:
        return publication_date(written)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "init": ("make a folder to begin with: settings, a story, rules", add_init),
    "check": ("check articles", add_check),
    "baseline": ("waive all that is found now, to start with an archive", add_baseline),
    "annotate": ("put the findings into a copy of a Word document, as comments", add_annotate),
    "facts": ("show what articles state", add_facts),
    "timeline": ("show the times of articles in order", add_timeline),
    "compare": ("show where several articles on one event differ, by time and source", add_compare),
    "test": ("try the examples that stand inside rules", add_test),
    "try": ("try a rule on a text", add_try),
    "new": ("propose rules for an article", add_new),
    "mutate": ("tell which facts of a story no rule guards", add_mutate),
    "explain": ("say in plain words what a rule does, and why it does it on an article", add_explain),
    "schema": ("write the JSON Schema of rule files, for completion in editors", add_schema),
}


# Those that take the settings of a project.
CONFIGURED = ("check", "baseline", "annotate", "facts", "timeline", "mutate")


def version() -> str:
    from copydesk import __version__

    return __version__
