"""Slips of the pen in short passages, in our own words: how many the built-in packs catch, and whether they leave the right text alone.

benchmarks/slips.txt has one passage a line: its kind (K1 to K21, as in ../shared/bench/consistency), then the text with {right|wrong}
words; ` | ` parts paragraphs, TITLE begins a headline. The passages were written before the packs were tried on them: they tell how
far the packs reach beyond what they were built on.

    python benchmarks/slips.py [FILE]
"""

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

CHOICE = re.compile(r"\{([^|}]*)\|([^}]*)\}")


def article(name: str, text: str, group: int) -> dict[str, str]:
    """The passage with all its right (1) or wrong (2) words, as an article of the JSON Lines contract."""
    text = CHOICE.sub(lambda found: found[group], text)
    title, _, body = text.removeprefix("TITLE ").partition(" | ") if text.startswith("TITLE ") else ("", "", text)
    record = {"id": name, "date": "2024-05-06", "text": body.replace(" | ", "\n\n")}
    return record | ({"title": title} if title else {})


def check(articles: list[dict[str, str]]) -> list[list[str]]:
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


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("slips.txt")
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    passages = [line.split(" | ", 1) for line in lines]
    wrong = check([article(str(n), text, 2) for n, (_, text) in enumerate(passages)])
    right = check([article(str(n), text, 1) for n, (_, text) in enumerate(passages)])
    caught: Counter[str] = Counter()
    for (kind, text), alarms, false in zip(passages, wrong, right, strict=True):
        caught[kind] += bool(alarms)
        if false:
            print(f"false alarm   {kind:4} {text}   {', '.join(false)}")
        if not alarms:
            print(f"missed        {kind:4} {text}")
    total = Counter(kind for kind, _ in passages)
    print(" ".join(f"{kind} {caught[kind]}/{total[kind]}" for kind in sorted(total, key=lambda kind: int(kind[1:]))))
    print(f"slips: caught {sum(caught.values())}/{len(passages)}, false alarms {sum(map(bool, right))}")


if __name__ == "__main__":
    main()
