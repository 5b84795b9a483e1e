"""Every scorer of the accuracy benches, one after the other, and the last line of each: its summary.

The benches hold other people's texts and are not part of the project. They are looked for in ../shared/bench, or where --bench says.

    python benchmarks/accuracy.py [--bench DIR] [--only score_timex,score_planted]
"""

import argparse
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
COPYDESK = f"{sys.executable} -m copydesk"


def summary(scorer: Path) -> str:
    """The last line that a scorer prints, or why there is none."""
    child = subprocess.run(
        [sys.executable, scorer.name, ".", "--cmd", COPYDESK],
        cwd=scorer.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = (child.stdout if child.returncode == 0 else child.stderr).strip().splitlines()
    return ("" if child.returncode == 0 else f"exit {child.returncode}: ") + (lines[-1] if lines else "nothing printed")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--bench", type=Path, default=ROOT / "../shared/bench")
    arguments.add_argument("--only", default="", help="names of scorers, with commas")
    given = arguments.parse_args()
    wanted = set(filter(None, given.only.split(",")))
    scorers = sorted(path for path in given.bench.glob("*/score_*.py") if not wanted or path.stem in wanted)
    if not scorers:
        print(f"\nAccuracy: no scorers in {given.bench}, left out.")
        return
    print("\nAccuracy: the summary line of each scorer\n")
    for scorer in scorers:
        begin = time.monotonic()
        print(f"{scorer.stem:22} {summary(scorer)}   [{time.monotonic() - begin:.0f} s]", flush=True)


if __name__ == "__main__":
    main()
