"""Slips in whole stories, in our own words: how many the built-in packs catch when one word of a sound story is wrong.

tests/relate/stories/*.md are stories dense with figures, as agencies and local papers write them, with {right|wrong} words. Each wrong word
is tried by itself; what the sound story is accused of does not count. Where a sentence alone is easy, a whole story has figures that
explain a wrong one by chance: this measure is lower than that of single passages, and nearer to use.

At first try, each before its misses were read, 61 of 143 were caught in the first 24 stories (43 %), 25 of 71 in twelve written to be hard
(35 %), and 22 of 49 in eight written later (45 %). 84 more, by authors who knew no rules and were told to be as hard as papers
are, were the hardest: 9 and 13 of 42 (21 and 31 %), one and one accused. Three sets of 42 by authors who wrote them as hard as a published
set gave 21, 24 and 20 (52 %), nine accused. All have been read since: no hold-out any more. Stories without wrong words only have to be left
alone.

    python benchmarks/stories.py [FILE …]       all of tests/relate/stories without one
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

STORIES = Path(__file__).parents[1] / "tests/relate/stories"
CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")


def versions(story: str) -> Iterator[str]:
    """The story as it is right, then with one of its wrong words after the other."""
    choices = list(CHOICE.finditer(story))
    for slip in (None, *choices):
        yield CHOICE.sub(lambda found, slip=slip: found[2] if slip and found.span() == slip.span() else found[1], story)


def failures(texts: list[str]) -> list[set[str]]:
    """What fails of each text, at warning or above, by rule and message."""
    with tempfile.TemporaryDirectory() as folder:
        for n, text in enumerate(texts):
            (Path(folder) / f"{n:04}.md").write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "copydesk", "check", folder, "--format", "jsonl"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return [
        {
            each["rule"] + each["message"]
            for each in answer["results"]
            if each["outcome"] == "fail" and each["level"] != "note"
        }
        for answer in answers
    ]


def main() -> None:
    files = [Path(name) for name in sys.argv[1:]] or sorted(STORIES.glob("*.md"))
    caught = slips = alarms = 0
    for file in files:
        story = file.read_text(encoding="utf-8")
        sound, *wrong = failures(list(versions(story)))
        alarms += len(sound)
        for found, choice in zip(wrong, CHOICE.finditer(story), strict=True):
            slips += 1
            caught += bool(found - sound)
            if not found - sound:
                start = max(0, choice.start() - 60)
                print(f"missed   {file.stem:10} {' '.join(story[start : choice.end() + 40].split())}")
        for each in sorted(sound):
            print(f"false alarm   {file.stem:10} {each}")
    print(
        f"\n{caught} of {slips} slips in {len(files)} stories caught ({100 * caught / max(1, slips):.0f} %), {alarms} false alarms"
    )


if __name__ == "__main__":
    main()
