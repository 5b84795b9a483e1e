"""Speed and memory, against other readers of figures and times, on the same text in the same run.

Each tool runs in a process of its own, reads the text once to get warm, then again and again for a second. Counted is CPU time on one
core per 1000 words, start and loading left out; what a whole short run costs stands at the end, beside Python itself. Shown are the median
and the best of the rounds: what others do on the machine makes a round dearer, never cheaper. What matters are the ratios (of medians):
the milliseconds are this machine's. A tool that is not installed is left out.

    python benchmarks/speed.py [--words 3000] [--json OUT]

The text is seeds/bridges.md, over and over, so that anyone can run it; where the bench of real news is at hand, that too.
"""

import argparse
import contextlib
import json
import logging
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
NEWS = ROOT / "../shared/bench/consistency/real_news.jsonl"
SECONDS = 1.0
COLD_RUNS = 9
Read = Callable[[str], object]


def copydesk_facts() -> Read:
    from copydesk.extract import read_facts

    return lambda text: read_facts(document(text))


def copydesk_check() -> Read:
    from copydesk import desk, rulebook

    rules = rulebook.load([str(path) for path in sorted((ROOT / "rules").glob("*.facts.yml"))])
    return lambda text: desk.check(document(text), rules)


def quantulum3() -> Read:
    from quantulum3 import parser

    return parser.parse


def number_parser() -> Read:
    import number_parser

    return number_parser.parse


def dateparser() -> Read:
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["en"])


TOOLS: dict[str, Callable[[], Read]] = {
    "copydesk facts": copydesk_facts,
    "copydesk check, all packs": copydesk_check,
    "quantulum3": quantulum3,
    "number-parser (number words only)": number_parser,
    "dateparser (dates only)": dateparser,
}


def document(text: str) -> object:
    """An article made of a text alone."""
    from copydesk.model import Block, Document, Segment

    blocks = (Block("paragraph", 0, len(text)),)
    return Document("bench", text, blocks, (Segment(0, len(text), "text", 0),), {"text": text}, date=date(2025, 6, 3))


# ---------------------------------------------------------------- one tool, in its own process


def measure(tool: str, articles: Sequence[str]) -> dict[str, float]:
    """CPU milliseconds: of loading and the first article, and per 1000 words once warm; peak memory in MB."""
    logging.disable(logging.CRITICAL)
    begin = time.process_time()
    with contextlib.redirect_stderr(None):
        read = TOOLS[tool]()
        read(articles[0])
        first = time.process_time() - begin
        for article in articles:
            read(article)
        rounds: list[float] = []
        while sum(rounds) < SECONDS:
            begin = time.process_time()
            for article in articles:
                read(article)
            rounds.append(time.process_time() - begin)
    words = sum(len(article.split()) for article in articles)
    return {
        "first_ms": first * 1000,
        "ms_per_1000_words": statistics.median(rounds) * 1000 / words * 1000,
        "best_ms_per_1000_words": min(rounds) * 1000 / words * 1000,
        "peak_mb": peak_mb(resource.RUSAGE_SELF),
    }


def peak_mb(who: int) -> float:
    """Linux counts in kilobytes, macOS in bytes."""
    return resource.getrusage(who).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


# ---------------------------------------------------------------- all of them


def own_text(words: int) -> list[str]:
    story = (ROOT / "seeds/bridges.md").read_text(encoding="utf-8").split("---\n", 2)[2].strip()
    return [story] * max(1, words // len(story.split()))


def real_news(words: int) -> list[str]:
    """Every 60th article of the bench, until there are enough words."""
    articles: list[str] = []
    with NEWS.open(encoding="utf-8") as lines:
        for i, line in enumerate(lines):
            if i % 60 == 0 and sum(len(a.split()) for a in articles) < words:
                articles.append(json.loads(line)["text"])
    return articles


def run_tool(tool: str, articles: Sequence[str]) -> dict[str, float] | str:
    """The figures, or the last line of what went wrong."""
    child = subprocess.run(
        [sys.executable, __file__, "--tool", tool],
        input=json.dumps(articles),
        capture_output=True,
        text=True,
        check=False,
    )
    if child.returncode:
        return child.stderr.strip().splitlines()[-1][:100]
    figures: dict[str, float] = json.loads(child.stdout)
    return figures


def cold(command: Sequence[str], scratch: str) -> tuple[float, float]:
    """CPU milliseconds of a whole process, from start to exit, median and best. A first run, not counted, leaves compiled modules behind,
    as the first run after an install does; in a folder of their own, so that no setting of this machine prevents it."""
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    surroundings["PYTHONPYCACHEPREFIX"] = scratch
    costs = []
    for _ in range(COLD_RUNS + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, capture_output=True, cwd=ROOT, env=surroundings, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        costs.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return statistics.median(costs[1:]) * 1000, min(costs[1:]) * 1000


def table(title: str, articles: Sequence[str]) -> dict[str, dict[str, float] | str]:
    words = sum(len(article.split()) for article in articles)
    print(f"\n{title}: {len(articles)} articles, {words:,} words\n")
    print(f"{'':36}{'ms CPU per 1000 words':>22}{'best':>9}{'ratio':>9}{'first article, ms':>20}{'peak MB':>10}")
    rows: dict[str, dict[str, float] | str] = {}
    base = 0.0
    for tool in TOOLS:
        row = rows[tool] = run_tool(tool, articles)
        if isinstance(row, str):
            print(f"{tool:36}{'–':>22}   {row}")
            continue
        base = base or row["ms_per_1000_words"]
        print(
            f"{tool:36}{row['ms_per_1000_words']:22.2f}{row['best_ms_per_1000_words']:9.2f}{row['ms_per_1000_words'] / base:9.1f}"
            f"{row['first_ms']:20.0f}{row['peak_mb']:10.0f}"
        )
    return rows


def starts() -> dict[str, tuple[float, float]]:
    python = [sys.executable]
    commands = {
        "python, nothing else": [*python, "-c", "pass"],
        "copydesk check seeds/bridges.md": [
            *python,
            "-m",
            "copydesk",
            "check",
            "seeds/bridges.md",
            "--rules",
            "seeds/bridges.facts.yml",
        ],
        "copydesk facts seeds/bridges.md": [*python, "-m", "copydesk", "facts", "seeds/bridges.md"],
        "quantulum3, one figure": [*python, "-c", "from quantulum3 import parser; parser.parse('7 km')"],
    }
    print(f"\nCold start: CPU of the whole process, of {COLD_RUNS} runs\n")
    print(f"{'':36}{'ms CPU':>22}{'best':>9}{'ratio':>9}")
    with tempfile.TemporaryDirectory() as scratch:
        figures = {name: cold(command, scratch) for name, command in commands.items()}
    bare = figures["python, nothing else"][0]
    for name, (cost, best) in figures.items():
        print(f"{name:36}{cost:22.0f}{best:9.0f}{cost / bare:9.1f}")
    return figures


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--words", type=int, default=3000, help="about how many words of each text (default 3000)")
    arguments.add_argument("--json", metavar="OUT", help="write the figures there too")
    arguments.add_argument("--tool", choices=list(TOOLS), help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.tool:
        print(json.dumps(measure(given.tool, json.load(sys.stdin))))
        return
    figures: dict[str, object] = {"seed story": table("The seed story", own_text(given.words))}
    if NEWS.exists():
        figures["real news"] = table("Real news", real_news(given.words))
    else:
        print("\nReal news: not here, left out.")
    figures["cold start"] = starts()
    if given.json:
        Path(given.json).write_text(json.dumps(figures, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
