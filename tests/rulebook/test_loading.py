"""Files, folders, `use`, `like`, lists, and the cache."""

import marshal
import pickle
from pathlib import Path

import pytest

from copydesk.errors import BrokenRules
from copydesk.model import EXAMPLE_DATE, Rule
from copydesk.rulebook import cache, load

RULE = """
  - id: {id}
    say: The toll is the same everywhere.
    find: {{killed: {{a: count, of: {of}}}}}
    expect: killed agree
"""


def write(path: Path, *rules: str, head: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"version: 1\n{head}\nrules:{''.join(rules)}\n")
    return path


def rule(name: str = "toll", of: str = "killed", more: str = "") -> str:
    return RULE.format(id=name, of=of) + "".join(f"    {line}\n" for line in more.splitlines())


def names(rules: tuple[Rule, ...]) -> list[str]:
    return [each.name for each in rules]


def test_folders_give_rule_files_only(tmp_path: Path) -> None:
    """Of a folder, both suffixes and nothing else, however deep, sorted."""
    write(tmp_path / "b.facts.yml", rule())
    write(tmp_path / "a" / "c.facts.yaml", rule())
    for name in ("rules.yml", "facts.yml.bak", ".hidden/x.facts.yml"):
        write(tmp_path / name, "not rules")
    assert names(load([tmp_path])) == ["b/toll", "c/toll"]


def test_a_file_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.facts.yml", rule())
    assert names(load([path, tmp_path, str(path)])) == ["a/toll"]


def test_wrong_names_and_lost_files_are_told_together(tmp_path: Path) -> None:
    """A path that is no rule file is never passed over in silence."""
    write(tmp_path / "rules.yml", rule())
    with pytest.raises(BrokenRules) as broken:
        load([tmp_path / "rules.yml", tmp_path / "lost.facts.yml"])
    assert [mistake.what for mistake in broken.value.mistakes] == [
        "This is not a rule file by its name.",
        "I can't read this file: No such file or directory.",
    ]


def test_mistakes_of_all_files_at_once(tmp_path: Path) -> None:
    first = write(tmp_path / "z.facts.yml", rule(more="levle: error"))
    second = write(tmp_path / "a.facts.yml", rule(more="levle: error"))
    with pytest.raises(BrokenRules) as broken:
        load([first, second])
    assert [Path(mistake.path).name for mistake in broken.value.mistakes] == ["z.facts.yml", "a.facts.yml"]


def test_use_brings_lists_and_rules(tmp_path: Path) -> None:
    """Relative to the file that uses; each file once, in whatever shape the uses are."""
    write(tmp_path / "house" / "words.facts.yml", head="lists: {dead: [killed, died]}\nuse: ../house/more.facts.yml")
    (tmp_path / "house" / "words.facts.yml").write_text("version: 1\nlists: {dead: [killed, died]}\n")
    write(tmp_path / "house" / "base.facts.yml", rule("base", "dead"), head="use: words.facts.yml")
    main = write(
        tmp_path / "desk" / "main.facts.yml",
        rule("main", "dead"),
        head="use: [../house/base.facts.yml, ../house/words.facts.yml]",
    )
    rules = load([main])
    assert names(rules) == ["main/main", "base/base"]
    assert all("killed" in each.find[0].of[0][0].roles for each in rules)


def test_like_replaces_whole_keys_and_merges_find(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.facts.yml",
        rule("base", more="level: warning\noff: yes\ntags: [war]\nexamples: [{pass: Seven died.}]"),
        "\n  - id: child\n    like: base\n    say: The child.\n    find: {hurt: {a: count, of: injured}}\n    expect: killed < hurt\n",
        "\n  - id: grandchild\n    like: child\n    find: {hurt: {a: number}}\n",
    )
    base, child, grandchild = load([path])
    assert (child.level, child.tags, child.off, child.examples) == ("warning", ("war",), False, ())
    assert base.off and [selector.name for selector in child.find] == ["killed", "hurt"]
    assert (grandchild.say, grandchild.find[1].kind, grandchild.find[0]) == ("The child.", "number", base.find[0])


def test_one_name_in_two_folders_is_a_mistake(tmp_path: Path) -> None:
    """Results could not tell them apart."""
    write(tmp_path / "a" / "x.facts.yml", rule())
    write(tmp_path / "b" / "x.facts.yml", rule())
    with pytest.raises(BrokenRules, match="another rule 'x/toll'"):
        load([tmp_path])


def test_scalars_stay_texts(tmp_path: Path) -> None:
    """What YAML would take for a number, a date or a boolean is what was written."""
    path = write(tmp_path / "a.facts.yml", rule(of="[no, 10:44, 2025-06-01, 1_000, ~]"))
    phrases = {phrase for (term,) in load([path])[0].find[0].of for phrase in term.phrases}
    assert phrases == {("no",), ("10:44",), ("2025-06-01",), ("1_000",), ("~",)}


def test_examples_have_dates_and_titles(tmp_path: Path) -> None:
    more = "examples:\n  - pass: Seven died.\n  - fail: {text: Eight died., title: Seven die, dated: 2024-02-29}"
    first, second = load([write(tmp_path / "a.facts.yml", rule(more=more))])[0].examples
    assert (first.dated, first.title) == (EXAMPLE_DATE, "")
    assert (second.outcome, second.title, second.dated.isoformat()) == ("fail", "Seven die", "2024-02-29")


def test_kinds_of_relations_are_printed(tmp_path: Path) -> None:
    """An unknown kind gets the list of the real ones."""
    path = tmp_path / "a.facts.yml"
    path.write_text("version: 1\nrules:\n  - {id: a, say: s, find: {x: {a: qqq}}, expect: x agree}\n")
    with pytest.raises(BrokenRules, match=r"The kinds are: count, .*conversion"):
        load([path])


class TestCache:
    """What is kept is what was read, and is never trusted when anything changed."""

    @pytest.fixture(autouse=True)
    def own(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
        self.path = write(tmp_path / "a.facts.yml", rule(), head="use: b.facts.yml")
        self.used = write(tmp_path / "b.facts.yml", rule("used"))
        self.folder = tmp_path / "cache" / "copydesk"

    def kept(self) -> tuple[Rule, ...] | None:
        return cache.fetch([str(self.path)])

    def test_second_time(self) -> None:
        assert self.kept() is None
        rules = load([self.path])
        assert self.kept() == rules == load([self.path])

    def test_private(self) -> None:
        load([self.path])
        assert self.folder.stat().st_mode & 0o777 == 0o700

    @pytest.mark.parametrize("changed", ["path", "used"])
    def test_any_change_counts(self, changed: str) -> None:
        """Of the file itself or of one that it uses."""
        load([self.path])
        file = getattr(self, changed)
        file.write_text(file.read_text().replace("the same", "alike"))
        assert self.kept() is None
        assert any("alike" in each.say for each in load([self.path]))

    @pytest.mark.parametrize(
        "data", [b"", b"no marshal", marshal.dumps(7), marshal.dumps(("", "", 7)), pickle.dumps(7)]
    )
    def test_spoiled(self, data: bytes) -> None:
        """A spoiled entry is read afresh, and mended."""
        rules = load([self.path])
        (entry,) = self.folder.glob("rules-*")
        entry.write_bytes(data)
        assert load([self.path]) == rules == self.kept()

    def test_foreign(self) -> None:
        """Nor is one trusted that is of this program and holds something else than rules."""
        rules = load([self.path])
        (entry,) = self.folder.glob("rules-*")
        program, stamp, (used, _) = marshal.loads(entry.read_bytes())
        entry.write_bytes(marshal.dumps((program, stamp, (used, pickle.dumps(["rule"])))))
        assert self.kept() is None
        assert load([self.path]) == rules == self.kept()

    def test_open_to_others(self) -> None:
        """A folder in which others could write is not read from, nor written to."""
        load([self.path])
        self.folder.chmod(0o777)
        assert self.kept() is None
        assert names(load([self.path])) == ["a/toll", "b/used"]

    def test_link(self, tmp_path: Path) -> None:
        """Nor is a link to somewhere else."""
        self.folder.parent.mkdir()
        (tmp_path / "elsewhere").mkdir(mode=0o700)
        self.folder.symlink_to(tmp_path / "elsewhere")
        load([self.path])
        assert not list((tmp_path / "elsewhere").iterdir())

    def test_unwritable(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "file").write_text("")
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
        assert names(load([self.path])) == ["a/toll", "b/used"]

    def test_bounded(self) -> None:
        for i in range(cache.MOST + 5):
            write(self.path.parent / f"n{i}.facts.yml", rule())
            load([self.path.parent / f"n{i}.facts.yml"])
        assert len(list(self.folder.glob("rules-*"))) == cache.MOST
