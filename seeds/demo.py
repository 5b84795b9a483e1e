"""What `make demo` runs: the sample stories, checked as a desk would, with the reports that it would keep.

Says beforehand which slips must be found; exits 0 when all are, and nothing sound is accused.

    python seeds/demo.py [FOLDER]     where the reports go (default: reports)
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
RULES = "seeds/bridges.facts.yml"
# The slips that were put into seeds/bridges-planted.md: the rule that must see each, and what is wrong.
PLANTED: Mapping[str, str] = {
    "bridges/bridge-times": "six hours between the bridges, not four",
    "bridges/casualties-agree": "96 injured in the headline, 69 below",
    "bridges/passengers-agree": "388 passengers, then 338",
    "bridges/strike-before-talks": "talks on May 30, before the strike of June 1",
    "bridges/bridges-day": "the bridges fell on June 1, the first of them on May 31",
    "calendar/*": "June 1, 2025, was no Saturday",
    "figures/*": "2,670 miles are not 3,400 kilometers",
}


def copydesk(*arguments: str, quiet: bool = False) -> subprocess.CompletedProcess[str]:
    """Runs a command from the project's folder, as a reader would type it."""
    if not quiet:
        print(f"\n$ copydesk {' '.join(arguments)}", flush=True)
    done = subprocess.run(
        [sys.executable, "-m", "copydesk", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if not quiet:
        print(done.stdout + done.stderr, end="", flush=True)
    return done


def failing(story: str) -> tuple[set[str], set[str]]:
    """The planted slips that were found, and failures that point at no line that was changed."""
    checked = copydesk("check", story, "--rules", RULES, "--format", "jsonl", quiet=True)
    if checked.returncode > 1:
        return set(), {f"{story} could not be checked"}
    text, sound = ((ROOT / path).read_text(encoding="utf-8") for path in (story, "seeds/bridges.md"))
    changed = {i for i, (new, old) in enumerate(zip(text.split("\n"), sound.split("\n"), strict=True)) if new != old}
    found, surprising = set(), set()
    for result in json.loads(checked.stdout)["results"]:
        if result["outcome"] == "fail" and result["level"] != "note":
            name = result["rule"] if result["rule"] in PLANTED else f"{result['rule'].partition('/')[0]}/*"
            found.add(name)
            if not changed & {text.count("\n", 0, place["start"]) for place in result["places"]}:
                surprising.add(result["rule"])
    return found & set(PLANTED), surprising


def heading(text: str) -> None:
    print(f"\n{text}\n{'=' * len(text)}", flush=True)


def main(reports: str = "reports") -> int:
    heading("1. The rules of the story do what their examples say")
    tested = copydesk("test", RULES)

    heading("2. A story that holds up: no failure is expected")
    sound = copydesk("check", "seeds/bridges.md", "--rules", RULES)

    heading(f"3. The same story with {len(PLANTED)} slips planted: failures ARE expected, for each of them")
    for what in PLANTED.values():
        print(f"   - {what}")
    planted = copydesk("check", "seeds/bridges-planted.md", "--rules", RULES)

    heading("4. Reports for people and machines")
    written = {
        "facts.txt": ["facts", "seeds/bridges.md"],
        "timeline.svg": ["timeline", "seeds/bridges-planted.md", "--format", "svg"],
        "planted.json": ["check", "seeds/bridges-planted.md", "--rules", RULES, "--format", "json"],
        "planted.xml": ["check", "seeds/bridges-planted.md", "--rules", RULES, "--format", "junit"],
        "planted.html": ["check", "seeds/bridges-planted.md", "--rules", RULES, "--format", "html"],
    }
    for name, arguments in written.items():
        copydesk(*arguments, "--output", f"{reports}/{name}", quiet=True)
        print(f"   {reports}/{name}")

    found, surprising = failing("seeds/bridges-planted.md")
    missed = sorted(set(PLANTED) - found)
    as_expected = (
        not missed and not surprising and (tested.returncode, sound.returncode, planted.returncode) == (0, 0, 1)
    )

    heading("Summary")
    print(f"   examples in the rules:     {'all as they say' if tested.returncode == 0 else 'NOT as they say'}")
    print(
        f"   seeds/bridges.md:          {'holds up, as expected' if sound.returncode == 0 else 'UNEXPECTED failures'}"
    )
    print(
        f"   seeds/bridges-planted.md:  {len(PLANTED) - len(missed)} of {len(PLANTED)} planted slips found, as expected"
    )
    print(f"   reports in {reports}:        {', '.join(written)}")
    print(f"   to look at in a browser:   {reports}/planted.html")
    for name in missed:
        print(f"   MISSED: {name}: {PLANTED[name]}")
    for name in sorted(surprising):
        print(f"   UNEXPECTED: {name}")
    return 0 if as_expected else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
