"""pytest: articles and rule files as tests. Nothing is collected, registered or imported unless the run asks for it.

Asked for means: `copydesk_articles` or `copydesk_rules` in the ini file, `--copydesk` or `--copydesk-rules` on the command line, or a rule
file named on the command line. The engine is imported when the first file is collected, so that other runs never pay for it.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

if TYPE_CHECKING:
    from copydesk.model import Document, Example, Result, Rule, Unread
    from copydesk.testing import Copydesk
    from copydesk.waivers import Waivers

RULE_SUFFIXES = (".facts.yml", ".facts.yaml")
# These mean something to pytest: a tag of such a name marks nothing.
PYTEST_MARKS = frozenset("skip skipif xfail parametrize usefixtures filterwarnings tryfirst trylast".split())

pytest.register_assert_rewrite("copydesk.testing")


class CopydeskWarning(UserWarning):
    """A rule of level `warning` fails, or one of any level is unsure."""


class Contradicted(AssertionError):
    """A rule does not hold in an article, or an example does not come out as its rule says."""


# ---------------------------------------------------------------- options


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("copydesk", "copydesk: does the story hold up?")
    group.addoption("--copydesk", action="store_true", help="check the articles of this run")
    group.addoption(
        "--copydesk-rules",
        action="append",
        default=[],
        metavar="FILE",
        help="check them with these rules; may be repeated",
    )
    group.addoption("--copydesk-strict", action="store_true", help="fail on warnings and on what is unsure, too")
    parser.addini("copydesk_articles", "globs of the articles to check, from the ini file's folder", type="args")
    parser.addini("copydesk_rules", "globs of the rule files to check them with", type="args")
    parser.addini(
        "copydesk_packs", "check with the built-in packs too, beside rules of your own", type="bool", default=False
    )


def opted_in(config: pytest.Config) -> bool:
    return asked(config) or bool(config.getini("copydesk_articles") or config.getini("copydesk_rules"))


def asked(config: pytest.Config) -> bool:
    """Does the command line ask for the articles that it names?"""
    return bool(config.getoption("--copydesk") or config.getoption("--copydesk-rules"))


def pytest_configure(config: pytest.Config) -> None:
    if opted_in(config):
        _register_marks(config)


def _register_marks(config: pytest.Config, tags: Iterable[str] = ()) -> None:
    about = {
        "copydesk": "a rule against an article, or an example of a rule",
        "error": "rules of level error",
        "warning": "rules of level warning",
        "note": "rules of level note",
    }
    known = {line.partition(":")[0] for line in config.getini("markers")}
    for name, text in {**{tag: f"rules tagged {tag}" for tag in tags}, **about}.items():
        if name not in known:
            config.addinivalue_line("markers", f"{name}: {text}")


def pytest_report_header(config: pytest.Config) -> list[str]:
    """What is checked with what; and, where somebody names an article without opting in, why nothing happens."""
    if opted_in(config):
        rules = [*config.getini("copydesk_rules"), *config.getoption("--copydesk-rules")]
        packs = ["the built-in packs"] if config.getini("copydesk_packs") or not rules else []
        articles = config.getini("copydesk_articles") or ["those named on the command line"]
        return [f"copydesk: articles: {', '.join(articles)}; rules: {', '.join([*rules, *packs])}"]
    named = [arg for arg in config.args if arg.endswith((".md", ".markdown", ".jsonl", ".ndjson"))]
    return [f"copydesk: {', '.join(named)}: not collected; set copydesk_articles or use --copydesk"] if named else []


def pytest_sessionstart(session: pytest.Session) -> None:
    """A run of the whole project that would leave out what `copydesk_articles` means is wrongly set, not green."""
    config, home = session.config, _home(session.config)
    if config.args_source is config.ArgsSource.ARGS or config.invocation_params.dir != home:
        return
    places = [(home / arg).resolve() for arg in config.args]
    for pattern in config.getini("copydesk_articles"):
        found = [file for file in _found(pattern, home) if file.is_file() and _matches(file, pattern, home)]
        if not found:
            raise pytest.UsageError(f"copydesk_articles: there is no article {pattern} in {home}.")
        if not any(file.resolve().is_relative_to(place) for file in found for place in places):
            raise pytest.UsageError(f"copydesk_articles: testpaths leaves out {pattern}: add it there, too.")


def pytest_report_collectionfinish(config: pytest.Config) -> list[str]:
    """How many articles this run has: none is easily taken for all being well."""
    if not (asked(config) or config.getini("copydesk_articles")) or config.get_verbosity() < 0:
        return []
    number = config.stash.get(ARTICLES, 0)
    return [f"copydesk: {number} article{'s' * (number != 1)} collected"]


# ---------------------------------------------------------------- collecting


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    config, named = parent.config, parent.session.isinitpath(file_path)
    if file_path.name.endswith(RULE_SUFFIXES):
        return RuleFile.from_parent(parent, path=file_path) if named or opted_in(config) else None
    if opted_in(config) and _wanted(config, file_path, named):
        return ArticleFile.from_parent(parent, path=file_path)
    return None


def _wanted(config: pytest.Config, path: Path, named: bool) -> bool:
    """Is this an article to check? One that the ini file means; if the command line asks, also one that is named, and, where the ini file
    means none, any that lies in the folders of this run."""
    globs = config.getini("copydesk_articles")
    if any(_matches(path, pattern, _home(config)) for pattern in globs):
        return True
    if not asked(config) or not (named or not globs):
        return False
    from copydesk.read import suffixes

    return path.suffix.lower() in suffixes()


def _home(config: pytest.Config) -> Path:
    """The folder that globs of the ini file start from."""
    return config.inipath.parent if config.inipath else config.rootpath


def _matches(path: Path, pattern: str, home: Path) -> bool:
    """Does a glob mean a path, from this folder?"""
    from copydesk.globs import fits

    return path.is_relative_to(home) and fits(pattern, path.relative_to(home).as_posix())


def _found(pattern: str, folder: Path) -> list[Path]:
    """What a glob, or a path, means from this folder."""
    from copydesk.read import matching

    return sorted(matching(pattern, folder)) if pattern else []


def _rules(config: pytest.Config) -> "tuple[Rule, ...]":
    """All rules of this run, read once. Raises CollectError with the mistakes of all rule files."""
    if RULES not in config.stash:
        config.stash[RULES] = _load(_rule_paths(config), config)
    return config.stash[RULES]


ARTICLES: "pytest.StashKey[int]" = pytest.StashKey()
RULES: "pytest.StashKey[tuple[Rule, ...]]" = pytest.StashKey()
WAIVERS: "pytest.StashKey[Waivers]" = pytest.StashKey()


def _rule_paths(config: pytest.Config) -> list[str]:
    home, start = _home(config), config.invocation_params.dir
    found: list[str] = []
    for folder, globs in ((home, config.getini("copydesk_rules")), (start, config.getoption("--copydesk-rules"))):
        for pattern in globs:
            paths = _found(pattern, folder)
            if not paths:
                raise pytest.Collector.CollectError(f"There is no rule file {pattern or repr(pattern)} in {folder}.")
            found += map(os.path.relpath, paths)
    if not found or config.getini("copydesk_packs"):
        from copydesk.rulebook import packs

        found += packs()
    return found


def _load(paths: Sequence[str], config: pytest.Config) -> "tuple[Rule, ...]":
    from copydesk.errors import CopydeskError
    from copydesk.rulebook import load

    try:
        rules = load(paths)
    except CopydeskError as error:
        raise pytest.Collector.CollectError(str(error)) from error
    _register_marks(config, [tag for rule in rules for tag in _tags(rule)])
    return rules


def _tags(rule: "Rule") -> list[str]:
    return [name for tag in rule.tags if (name := re.sub(r"\W+", "_", tag)) not in PYTEST_MARKS]


def _mark(item: pytest.Item, rule: "Rule") -> None:
    for name in ("copydesk", rule.level, *_tags(rule)):
        item.add_marker(name)
    item.user_properties += [("rule", rule.name), ("level", rule.level), ("say", rule.say)]


def _skip(reason: str) -> NoReturn:
    """Skips, and says so of the place of the test, not of this one; a pytest that does not know the flag says this one."""
    skipped = pytest.skip.Exception(reason)
    skipped._use_item_location = True
    raise skipped


def _waivers(config: pytest.Config, rules: "tuple[Rule, ...]") -> "Waivers":
    """The waivers of the side file in the folder of the configuration. Read once."""
    from copydesk.errors import CopydeskError
    from copydesk.waivers import Waivers

    if WAIVERS not in config.stash:
        from copydesk.waivers.sidefile import NAME, read

        path = _home(config) / NAME
        try:
            side = read(os.path.relpath(path)) if path.is_file() else ()
        except CopydeskError as error:
            raise pytest.Collector.CollectError(str(error)) from error
        known = frozenset(name for rule in _rules(config) for name in (rule.id, rule.name))
        config.stash[WAIVERS] = Waivers(side, None, known)
    return config.stash[WAIVERS]


# ---------------------------------------------------------------- articles


class Article:
    """An article and the rules for it: judged once, when the first of its tests runs."""

    def __init__(self, document: "Document", rules: "tuple[Rule, ...]", waivers: "Waivers") -> None:
        from copydesk.judge import applies

        self.document, self.waivers = document, waivers
        self.rules = tuple(rule for rule in rules if not rule.off and applies(rule, document))
        self._results: dict[str, list[Result]] | None = None

    def results(self, rule: "Rule") -> "list[Result]":
        if self._results is None:
            from copydesk.desk import check

            self._results = {}
            for result in check(self.document, self.rules, self.waivers).results:
                self._results.setdefault(result.rule, []).append(result)
        return self._results.get(rule.name, [])

    def troubles(self) -> "list[Result]":
        """What is wrong with the article's waivers, told once."""
        assert self._results is not None
        names = [name for name in self._results if name.startswith("waivers/")]
        return [result for name in names for result in self._results.pop(name)]

    def tests(self, parent: pytest.Collector) -> "Iterator[pytest.Item]":
        """One test a rule, named by its id, or by its pack, too, where two rules have one id."""
        ids = [rule.id for rule in self.rules]
        for rule in self.rules:
            yield RuleItem.from_parent(
                parent, name=rule.id if ids.count(rule.id) == 1 else rule.name, rule=rule, article=self
            )


class ArticleFile(pytest.File):
    """A file of one article, whose tests are the rules, or of many, which stand between."""

    def collect(self) -> "Iterator[pytest.Item | pytest.Collector]":
        from copydesk.read import open_articles

        rules = _rules(self.config)
        names: dict[str, int] = {}
        for read in open_articles([os.path.relpath(self.path)]):
            if read.id == read.path:
                yield from _article(read, rules, self.config).tests(self)
                continue
            # Neither "::" nor brackets in a name can be selected again on the command line.
            name = re.sub(r"[:\[\]]+", "_", read.id)
            times = names[name] = names.get(name, 0) + 1
            yield ArticleOfMany.from_parent(
                self, name=name if times == 1 else f"{name}_{times}", read=read, rules=rules
            )


class ArticleOfMany(pytest.Collector):
    """One article of many in a file."""

    def __init__(self, *, read: "Document | Unread", rules: "tuple[Rule, ...]", **more: Any) -> None:
        super().__init__(**more)
        self.read, self.rules = read, rules

    def collect(self) -> "Iterator[pytest.Item]":
        yield from _article(self.read, self.rules, self.config).tests(self)


def _article(read: "Document | Unread", rules: "tuple[Rule, ...]", config: pytest.Config) -> Article:
    from copydesk.model import Document

    if not isinstance(read, Document):
        raise pytest.Collector.CollectError(f"{read.path}:{read.line}: {read.error}")
    config.stash[ARTICLES] = config.stash.get(ARTICLES, 0) + 1
    return Article(read, rules, _waivers(config, rules))


class RuleItem(pytest.Item):
    """One rule against one article."""

    def __init__(self, *, rule: "Rule", article: Article, **more: Any) -> None:
        super().__init__(**more)
        self.rule, self.article, self.line = rule, article, article.document.line
        _mark(self, rule)

    def runtest(self) -> None:
        from copydesk.amounts import worst
        from copydesk.report._names import stable
        from copydesk.testing import shown

        found, troubles = self.article.results(self.rule), self.article.troubles()
        results = [result for result in found if not result.waived]
        came = worst([result.outcome for result in results]) if results else "skip"
        telling = [result for result in results if result.outcome == came]
        wrong = [*(telling if came in ("fail", "unsure") else ()), *troubles]
        if telling:
            prints = (("fingerprint", stable(self.article.document, result)) for result in telling)
            self.user_properties += [("outcome", came), *prints]
        places = [place for result in wrong for place in result.places]
        self.line = places[0].document.file_line(places[0].span.start) if places else self.line
        text = "\n".join(map(shown, wrong))
        if any(result.fails("unsure" if self.config.getoption("--copydesk-strict") else "error") for result in wrong):
            raise Contradicted(f"{self._reason(wrong[0])}\n{text}")
        if any(result.fails("unsure") for result in wrong):
            self.warn(CopydeskWarning(f"\n{text}"))
        if came == "skip":
            waived = f"waived: {found[0].waived.because}" if found and found[0].waived else "nothing to judge"
            _skip(self._reason(telling[0]) if telling else waived)

    def _reason(self, result: "Result") -> str:
        """What is the matter, without what the rule says, which stands above it."""
        return result.message.removeprefix(self.rule.say).strip() or result.message

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        return str(excinfo.value) if isinstance(excinfo.value, Contradicted) else super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.line - 1, f"{self.path.name}: {self.rule.say}"

    @property
    def location(self) -> tuple[str, int, str]:  # not cached: the line is known later
        """The line is that of the first clashing statement, once the rule has been judged: JUnit and annotations point there."""
        return self.nodeid.partition("::")[0], self.line - 1, self.reportinfo()[2]


# ---------------------------------------------------------------- rule files


class RuleFile(pytest.File):
    """A rule file: the examples of its rules are its tests."""

    def collect(self) -> "Iterator[pytest.Item]":
        for rule in _load([os.path.relpath(self.path)], self.config):
            if Path(rule.path).resolve() != self.path.resolve():
                continue  # of a file that this one uses
            if not rule.examples:
                yield ExampleItem.from_parent(self, name=rule.id, rule=rule, example=None)
            count: dict[str, int] = {}
            for example in rule.examples:
                number = count[example.outcome] = count.get(example.outcome, 0) + 1
                name = f"{rule.id}[{example.outcome}-{number}]"
                yield ExampleItem.from_parent(self, name=name, rule=rule, example=example)


class ExampleItem(pytest.Item):
    """One example of a rule."""

    def __init__(self, *, rule: "Rule", example: "Example | None", **more: Any) -> None:
        super().__init__(**more)
        self.rule, self.example = rule, example
        _mark(self, rule)

    def runtest(self) -> None:
        if self.example is None:
            _skip("the rule has no examples")
        from copydesk.testing import example_mismatch

        if mismatch := example_mismatch(self.rule, self.example):
            raise Contradicted(mismatch)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        return str(excinfo.value) if isinstance(excinfo.value, Contradicted) else super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        line = self.example.line if self.example and self.example.line else self.rule.line
        return self.path, max(0, line - 1), f"{self.path.name}: {self.name}: {self.rule.say}"


# ---------------------------------------------------------------- for tests in Python


@pytest.fixture(scope="session")
def copydesk() -> "Copydesk":
    """Reads an article, from a file or a text: `copydesk("story.md").check("house.facts.yml")`, `copydesk("Seven died.").killed == 7`."""
    from copydesk.testing import Copydesk

    return Copydesk()
