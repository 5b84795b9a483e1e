"""A project that has other plugins, and files that look like ours, runs the same with copydesk installed as without it."""

import re
from collections.abc import Sequence

import pytest

FILES = {
    "story.md": "We had invited 120 guests.\n\nIn the end 150 guests came on Monday, June 3, 2025.\n",
    "docs/page.html": "<p>10 miles (20 kilometers)</p>",
    "data/rows.csv": "text\nSeven died.\n",
    "broken.facts.yml": "rules: [",
    "test_api.tavern.yaml": "test_name: seven\nstages:\n  - name: ask\n    request: {url: 'http://localhost'}\n",
    "test_facts.yml": "version: 1\nrules: []\n",
    # As tavern and others do it: each document of a YAML file is a test.
    "conftest.py": """
import pytest

class Stage(pytest.Item):
    def runtest(self):
        assert "seven" in self.parent.path.read_text()

class File(pytest.File):
    def collect(self):
        yield Stage.from_parent(self, name="seven")

def pytest_collect_file(file_path, parent):
    if file_path.name.endswith(".tavern.yaml"):
        return File.from_parent(parent, path=file_path)
""",
    "own.py": "def double(n):\n    return 2 * n\n",
    "test_own.py": """
import warnings
import pytest
from own import double

@pytest.fixture
def facts():
    return "mine"

@pytest.mark.parametrize("n", [1, 2, 3])
def test_double(n, facts):
    assert double(n) == 2 * n and facts == "mine"

@pytest.mark.xfail
def test_wrong():
    assert double(1) == 3

def test_warns():
    warnings.warn("old", DeprecationWarning)

def test_fails():
    assert double(2) == 5

def test_skips():
    pytest.skip("not today")
""",
}
# Times, places in memory, the order in which workers end, and the list of plugins, which names copydesk and should.
VARY = re.compile(
    r"in \d+\.\d+s|\d+\.\d+s (?:call|setup|teardown)|0x[0-9a-f]+|^plugins: .*$|\[gw\d\]|^[.Fsx]+ +\[ *\d+%\]$|^=+|=+$",
    re.MULTILINE,
)


def said(result: pytest.RunResult) -> list[str]:
    """What a run prints; the order in which workers are heard is left out."""
    return sorted(VARY.sub("", line).strip() for line in result.outlines)


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["-v", "--strict-markers", "--strict-config"],
        ["--collect-only", "-q"],
        ["--markers"],
        ["-n", "2"],
        ["--cov", "own", "--cov-report", "term"],
        ["-n", "2", "--cov", "own", "--cov-report", "term"],
        ["-W", "error::UserWarning", "-rA"],
    ],
    ids=" ".join,
)
def test_the_same_with_copydesk_and_without(pytester: pytest.Pytester, options: Sequence[str]) -> None:
    if "--cov" in options:
        pytest.importorskip("pytest_cov", reason="needs pytest-cov")
    if "-n" in options:
        pytest.importorskip("xdist", reason="needs pytest-xdist")
    for name, text in FILES.items():
        path = pytester.path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    quiet = ["-p", "no:cacheprovider", "-p", "no:hypothesispytest", *options]
    present, absent = (
        pytester.runpytest_subprocess(*quiet),
        pytester.runpytest_subprocess("-p", "no:copydesk", *quiet),
    )
    assert said(present) == said(absent)
    assert present.ret == absent.ret
    if not {"--markers", "--collect-only"} & set(options):
        present.assert_outcomes(passed=5, failed=1, skipped=1, xfailed=1, warnings=1)
    assert not [path.name for path in pytester.path.iterdir() if "copydesk" in path.name]
