"""Slips of the pen in short passages, in our own words: how many the built-in packs catch, and whether they leave the right text alone.

benchmarks/slips.txt has one passage a line: its kind (K1 to K21, as in ../shared/bench/consistency), then the text with {right|wrong}
words; ` | ` parts paragraphs, TITLE begins a headline, ` || ` the source that the passage sums up (K22). A passage of the kind OK has no
slip, but looks as if it might. The passages were written before the packs were tried on them: they tell how far the packs reach beyond
what they were built on. The first line of a batch says how many were caught then; what it says now is no hold-out any more, since its
misses have been read.

    python benchmarks/slips.py [FILE …]        all benchmarks/slips*.txt without one
"""

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

CHOICE = re.compile(r"\{([^|}]*)\|([^}]*)\}")


def article(name: str, text: str, group: int) -> dict[str, object]:
    """The passage with all its right (1) or wrong (2) words, as an article of the JSON Lines contract."""
    text = CHOICE.sub(lambda found: found[group], text)
    text, _, source = text.partition(" || ")
    title, _, body = text.removeprefix("TITLE ").partition(" | ") if text.startswith("TITLE ") else ("", "", text)
    record: dict[str, str] = {"id": name, "date": "2024-05-06", "text": body.replace(" | ", "\n\n")}
    against = {"source": {"date": record["date"], "text": source.replace(" | ", "\n\n")}} if source else {}
    return record | ({"title": title} if title else {}) | against


def check(articles: list[dict[str, object]]) -> list[list[str]]:
    """The rules that fail on each article, at warning or above."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "slips.jsonl"
        path.write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
        command = [sys.executable, "-m", "copydesk", "check", str(path), "--format", "jsonl"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return [
        [each["rule"] for each in answer["results"] if each["outcome"] == "fail" and each["level"] != "note"]
        for answer in answers
    ]


def batch(path: Path) -> list[tuple[str, str]]:
    """The kind and the text of each passage in a file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(kind, text) for line in lines if line and line[0] != "#" for kind, _, text in [line.partition(" | ")]]


def measure(path: Path) -> None:
    """Print what is missed and what is accused wrongly, then how many of each kind are caught."""
    passages = batch(path)
    slips = [each for each in passages if each[0] != "OK"]
    wrong = check([article(str(n), text, 2) for n, (_, text) in enumerate(slips)])
    right = check([article(str(n), text, 1) for n, (_, text) in enumerate(passages)])
    for (kind, text), false in zip(passages, right, strict=True):
        if false:
            print(f"false alarm   {kind:4} {text}   {', '.join(false)}")
    caught: Counter[str] = Counter()
    for (kind, text), alarms in zip(slips, wrong, strict=True):
        caught[kind] += bool(alarms)
        if not alarms:
            print(f"missed        {kind:4} {text}")
    total = Counter(kind for kind, _ in slips)
    print(" ".join(f"{kind} {caught[kind]}/{total[kind]}" for kind in sorted(total, key=lambda kind: int(kind[1:]))))
    print(f"{path.name}: caught {caught.total()}/{len(slips)}, false alarms {sum(map(bool, right))}/{len(passages)}")


def main() -> None:
    here = Path(__file__).parent
    for path in map(Path, sys.argv[1:]) if len(sys.argv) > 1 else sorted(here.glob("slips*.txt")):
        measure(path)


if __name__ == "__main__":
    main()
