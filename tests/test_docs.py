"""The manual cannot lie: every example of README.md and docs/ is run, in order, in an empty folder for each page.

A fenced block whose info line names a file (```yaml house.facts.yml) writes that file. A ```console block runs each line that starts
with `$ ` and compares what is printed, exit codes included where the page says `echo $?`; a line `...` stands for any lines. Times in
the output are not compared. COPYDESK_GOLDEN=write puts in what is printed now (blocks with `...` stay as they are).
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from copydesk.lexicon.roles import ROLE_WORDS
from manual import LISTS, built_in, page_name, rule_page

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(?P<kind>\w+)(?: +(?P<file>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
SECONDS = re.compile(r"\bin \d+\.\d+s\b")
# With the built-in packs, how many rules there are changes with every rule that is added to them.
COUNTS = re.compile(r"""\b\d+(?= (?:rules?|passed|skipped)\b)|(?<="(?:pass|skip)": )\d+""")
PACK_LINE = re.compile(r"(?<=rule )(rules/\w+\.facts\.yml):\d+")
LIST = re.compile(r"<!-- (?P<name>[\w -]+): written by make golden -->\n(?P<body>.*?)<!-- end -->", re.DOTALL)
WRITE = os.environ.get("COPYDESK_GOLDEN") == "write"


class Step(NamedTuple):
    """A command and what the page says it prints."""

    command: str
    printed: str


def steps(body: str) -> Iterator[Step]:
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, printed = part.partition("\n")
        yield Step(command, printed)


def run(command: str, folder: Path, last: int) -> tuple[str, int]:
    """What a command prints, with this project's own files named from its folder, and its exit code. `$?` is that of the one before."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "COPYDESK", "GITHUB", "CI"))
    }
    done = subprocess.run(
        ["sh", "-c", f"(exit {last})\n{command}"],
        cwd=folder,
        env={**kept, "PATH": programs, "NO_COLOR": "1", "COLUMNS": "100"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return SECONDS.sub("in 0.00s", done.stdout).replace(f"{ROOT}{os.sep}", ""), done.returncode


def matches(printed: str, expected: str, packs: bool = False) -> bool:
    """Line by line, trailing white space, times and the number of built-in rules aside; `...` is any lines."""
    shape, found = (
        "\n".join(line.rstrip() for line in SECONDS.sub("in 0.00s", text).strip("\n").split("\n"))
        for text in (expected, printed)
    )
    if packs:
        shape, found = (COUNTS.sub("0", PACK_LINE.sub(r"\1", text)) for text in (shape, found))
    pattern = "".join("(?:.*\n)*?" if line == "..." else re.escape(line) + "\n" for line in shape.split("\n"))
    return re.fullmatch(pattern, found + "\n") is not None


def named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_golden_page(page: Path, tmp_path: Path) -> None:
    text, last, wrong, rewritten = page.read_text(encoding="utf-8"), 0, [], []
    if "\n$ git " in text and not shutil.which("git"):
        pytest.skip("needs git")
    for block in BLOCK.finditer(text):
        if block["file"]:
            target = tmp_path / block["file"]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block["body"], encoding="utf-8")
        if block["kind"] != "console":
            continue
        lines = []
        for step in steps(block["body"]):
            printed, last = run(step.command, tmp_path, last)
            lines.append(
                f"$ {step.command}\n"
                + "".join(f"{line.rstrip()}\n" for line in printed.strip("\n").split("\n") if printed.strip())
            )
            if not matches(
                printed, step.printed, "copydesk check" in step.command and "--no-packs" not in step.command
            ):
                wrong.append(f"{named(page)}: $ {step.command}\n{printed}")
        if "\n...\n" not in block["body"]:
            rewritten.append((block.span("body"), "".join(lines)))
    if WRITE:
        for (start, end), body in reversed(rewritten):
            text = text[:start] + body + text[end:]
        page.write_text(text, encoding="utf-8")
        return
    assert not wrong, "\n".join(wrong)


def test_every_role_is_told() -> None:
    text = (ROOT / "docs/rules.md").read_text(encoding="utf-8")
    assert not [role for role in ROLE_WORDS if f"`{role}`" not in text]


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_golden_lists(page: Path) -> None:
    """The lists of keys, kinds, relations, built-in rules … are those of the code."""
    text = page.read_text(encoding="utf-8")

    def written(block: re.Match[str]) -> str:
        return f"<!-- {block['name']}: written by make golden -->\n{LISTS[block['name']]()}\n<!-- end -->"

    now = LIST.sub(written, text)
    if WRITE:
        page.write_text(now, encoding="utf-8")
    assert WRITE or now == text, "run make golden"


def test_golden_pages_of_rules() -> None:
    """There is a page for each built-in rule, as `copydesk explain` prints it, and no other."""
    folder = ROOT / "docs/packs"
    pages = {page_name(rule): rule_page(rule) for rule in built_in()}
    if WRITE:
        folder.mkdir(exist_ok=True)
        for name in {path.name for path in folder.glob("*.md")} - set(pages):
            (folder / name).unlink()
        for name, text in pages.items():
            (folder / name).write_text(text, encoding="utf-8")
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")} == pages, "run make golden"


def test_every_list_stands_somewhere() -> None:
    found = [block["name"] for page in PAGES for block in LIST.finditer(page.read_text(encoding="utf-8"))]
    assert sorted(found) == sorted(LISTS)


@pytest.mark.parametrize(
    "page",
    [*PAGES, *sorted((ROOT / "docs/packs").glob("*.md")), ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"],
    ids=named,
)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert not [target for target in targets if not (page.parent / target).exists()]


def test_an_example_that_lies_is_noticed() -> None:
    assert matches("a\nb\nc in 0.31s\n", "a\n...\nc in 0.02s\n")
    assert matches("", "")
    assert not matches("a\nb\n", "a\n")
    assert not matches("a\nb\n", "a\nB\n")
    assert matches("12 rules: 3 passed", "9 rules: 1 passed", packs=True)
    assert not matches("12 rules: 3 errors", "9 rules: 1 error", packs=True)
