"""Rules as they were at a revision of git: their files in a folder of their own, for as long as they are asked."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from copydesk.cli import _git
from copydesk.cli.examples import SUFFIXES, here
from copydesk.errors import BrokenRules, UsageError
from copydesk.model import Rule
from copydesk.named import NamedTuple

OPTION = "--against"
# Keys of a source that name a file.
FILES = ("csv", "json", "parquet", "article", "db")


class Past(NamedTuple):
    """The rules of a revision, and the folder that stands for the repository's."""

    rev: str
    rules: tuple[Rule, ...]
    home: Path

    def named(self, path: str) -> str:
        """A file of the past as people name it: main~3:rules/house.facts.yml."""
        return f"{self.rev}:{Path(path).relative_to(self.home)}" if Path(path).is_relative_to(self.home) else path


@contextmanager
def rules_at(rev: str, paths: Sequence[str]) -> Iterator[Past]:
    """The rules that these files and folders held at a revision (or those that `here` would have found), their Python functions
    included. Data that sources name is that of today, so that only the rules differ; what is gone is that of the revision.

    Raises UsageError where git can't tell, BrokenRules where they can't be read by this program.
    """
    root, commit = _git.root(OPTION), _git.commit(rev, OPTION)
    with TemporaryDirectory(prefix="copydesk-") as folder:
        home = Path(folder).resolve() / "then"
        tree = names(commit)
        rule_files = [name for name in tree if name.endswith(SUFFIXES)]
        folders = {name.rpartition("/")[0] for name in rule_files}
        beside = [name for name in tree if name.endswith(".py") and name.rpartition("/")[0] in folders]
        write(commit, [*rule_files, *beside], home)
        bring(commit, sorted(data(home, rule_files)), root, home, frozenset(tree))
        past = Past(rev, (), home)
        try:
            yield past._replace(rules=read(then(paths, root, home)))
        except BrokenRules as error:
            raise BrokenRules([each._replace(path=past.named(each.path)) for each in error.mistakes]) from error


def then(paths: Sequence[str], root: Path, home: Path) -> list[str]:
    """Where the files and folders of the command line stood at the revision; those that were not there are left out."""
    if not paths:
        return here(home / within(Path(), root))
    places = [home / within(Path(path), root) for path in paths]
    return [str(place) for place in places if place.exists()]


def within(path: Path, root: Path) -> Path:
    whole = path.resolve()
    if not whole.is_relative_to(root):
        raise UsageError(f"{OPTION}: {path} lies outside the repository {root}.")
    return whole.relative_to(root)


def read(paths: list[str]) -> tuple[Rule, ...]:
    from copydesk.rulebook import load

    return tuple(rule for rule in load(paths, keep=False) if not rule.off) if paths else ()


# ---------------------------------------------------------------- files of a commit


def names(commit: str) -> list[str]:
    """Every file of a commit, from the folder of the repository."""
    listed = _git.text("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit, option=OPTION)
    return [name for name in listed.split("\0") if name and "\n" not in name]


def write(commit: str, wanted: Iterable[str], home: Path) -> None:
    """Put files of a commit into a folder."""
    asked = list(wanted)
    home.mkdir(parents=True, exist_ok=True)
    request = "".join(f"{commit}:{name}\n" for name in asked).encode("utf-8", "surrogateescape")
    answer, at = _git.git("cat-file", "--batch", option=OPTION, given=request), 0
    for name in asked:
        end = answer.index(b"\n", at)
        size = int(answer[at:end].rsplit(b" ", 1)[1])
        target = home / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(answer[end + 1 : end + 1 + size])
        at = end + size + 2


def data(home: Path, rule_files: Iterable[str]) -> set[str]:
    """The files that sources of these rule files name, from the folder of the repository."""
    import yaml

    found: set[str] = set()
    for name in rule_files:
        try:
            whole = yaml.load((home / name).read_bytes(), Loader=yaml.BaseLoader)
            entries = [*whole["sources"].values()]
        except (yaml.YAMLError, UnicodeDecodeError, TypeError, KeyError, AttributeError, ValueError, RecursionError):
            continue  # no sources, or a broken file: the loader says what is wrong with it
        for entry in entries:
            files = [entry[key] for key in FILES if key in entry] if isinstance(entry, dict) else []
            places = [(home / name).parent / file for file in files if isinstance(file, str) and "\0" not in file]
            found.update(str(place.resolve().relative_to(home)) for place in places if place.resolve().is_relative_to(home))  # fmt: skip
    return found


def bring(commit: str, files: Sequence[str], root: Path, home: Path, tree: frozenset[str]) -> None:
    """Lay data beside the rules of the past: today's where it is still there, else the revision's."""
    write(commit, [name for name in files if name in tree and not (root / name).is_file()], home)
    for name in files:
        if (root / name).is_file():
            (home / name).parent.mkdir(parents=True, exist_ok=True)
            (home / name).symlink_to(root / name)


def same(rule: Rule, other: Rule) -> bool:
    """Do two rules say the same, wherever they stand and whatever their examples?"""

    def bare(rule: Rule) -> Rule:
        sources = tuple(s._replace(at="" if s.kind != "sql" else s.at, mistake=s.mistake._replace(path="", line=0, column=0, excerpt="")) for s in rule.sources)  # fmt: skip
        return rule._replace(path="", line=0, examples=(), sources=sources)

    return bare(rule) == bare(other)
