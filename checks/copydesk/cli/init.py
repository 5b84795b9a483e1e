"""`copydesk init`: a folder to begin with: settings, a story, its rules, and a job for CI. Nothing that is there is touched."""

import argparse
from pathlib import Path

from copydesk.cli._config import OWN, SHARED
from copydesk.cli._run import to_stdout
from copydesk.errors import UsageError
from copydesk.named import NamedTuple

TEMPLATES = Path(__file__).parent / "_project"
STORY, RULES = "articles/ferry.md", "rules/ferry.facts.yml"


class Piece(NamedTuple):
    """One file of a project: where it goes, which template it is, and what it is for."""

    path: str
    template: str
    about: str


PROJECT = (
    Piece(OWN, "copydesk.toml", "settings: where articles and rules lie, what fails a run"),
    Piece(STORY, "ferry.md", "a story to try it on"),
    Piece(RULES, "ferry.facts.yml", "rules for that story, with examples"),
)
CI = {
    "github": Piece(".github/workflows/copydesk.yml", "github.yml", "checks every push and pull request"),
    "gitlab": Piece(".gitlab-ci.yml", "gitlab.yml", "checks every push"),
}
PYTEST = Piece("pytest.ini", "pytest.ini", "each rule a test of each article")


def init(args: argparse.Namespace) -> int:
    folder = Path(args.folder)
    pieces = [*PROJECT, *([CI[args.ci]] if args.ci in CI else []), *([PYTEST] if args.pytest else [])]
    width = max(len((folder / piece.path).as_posix()) for piece in pieces)
    for piece in pieces:
        done = piece.about if put(folder, piece) else "is there already, and stays as it is"
        to_stdout(f"{(folder / piece.path).as_posix():{width}}  {done}\n")
    to_stdout(following(folder, args.pytest))
    return 0


def put(folder: Path, piece: Piece) -> bool:
    """Write a file, if there is none, nor settings elsewhere in the folder that it would overrule. Raises UsageError where that can't be done."""
    target = folder / piece.path
    try:
        if piece.path == OWN and has_settings(folder / SHARED):
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write((TEMPLATES / piece.template).read_text(encoding="utf-8"))
    except FileExistsError as error:
        if not target.parent.is_dir():
            raise UsageError(f"I can't make {target}: {target.parent} is no folder.") from error
        return False
    except OSError as error:
        raise UsageError(f"I can't make {target}: {error.strerror or error}.") from error
    return True


def has_settings(shared: Path) -> bool:
    return shared.is_file() and b"[tool.copydesk" in shared.read_bytes()


def following(folder: Path, with_pytest: bool) -> str:
    there = [f"cd {folder.as_posix()}"] if folder.resolve() != Path.cwd() else []
    steps = {
        "copydesk check": "the story holds up",
        "copydesk test": "so do the examples in the rules",
        **({"pytest": "the same, as tests"} if with_pytest else {}),
        f"copydesk facts {STORY}": "what is read in a story",
        f"copydesk new {STORY}": "rules proposed for a story",
        f"copydesk mutate {STORY}": "which of its facts no rule guards",
        "copydesk schema -o rules/copydesk.schema.json": "completion in editors",
    }
    width = max(map(len, steps))
    lines = [*there, *(f"{step:{width}}  # {about}" for step, about in steps.items())]
    told = "".join(f"    {line}\n" for line in lines)
    return f"\nNext:\n{told}Then change a figure in {STORY}, and check again.\n"
