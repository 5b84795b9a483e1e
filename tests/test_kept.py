"""What is kept for the next run is what was worked out, of this program, in a folder of the user's own; else nothing is."""

import marshal
from pathlib import Path

import pytest

from copydesk import kept


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "copydesk"


VALUE = {"miles": ("mile", 1), "seconds": {"light", "leap"}, "program": b"\0\1"}


def test_it_comes_back(folder: Path) -> None:
    assert kept.fetch("units", 3) is None
    kept.keep("units", 3, VALUE)
    assert kept.fetch("units", 3) == VALUE
    assert [entry.name for entry in folder.iterdir()] == ["units"]


def test_with_another_stamp_it_is_none() -> None:
    kept.keep("units", 3, VALUE)
    assert kept.fetch("units", 4) is None


def test_of_another_program_it_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    kept.keep("units", 3, VALUE)
    monkeypatch.setattr(kept, "_program", lambda: "a release later")
    assert kept.fetch("units", 3) is None


@pytest.mark.parametrize(
    "spoiled", [b"", b"rubbish", marshal.dumps(7), marshal.dumps(("", 3)), marshal.dumps(VALUE)[:9]]
)
def test_spoiled_it_is_none(folder: Path, spoiled: bytes) -> None:
    kept.keep("units", 3, VALUE)
    (folder / "units").write_bytes(spoiled)
    assert kept.fetch("units", 3) is None


PIECES = {"one": (("a.py", 1), b"first"), 2: (None, b""), "three": ("c.py", b"third")}


def test_pieces_come_back_one_by_one(folder: Path) -> None:
    kept.Pieces("modules", 3).keep(PIECES)
    kept.Pieces("modules", 3).keep({2: ("b.py", b"second"), "four": (4, b"fourth")})
    found = kept.Pieces("modules", 3)
    assert found.of == {"one": ("a.py", 1), 2: "b.py", "three": "c.py", "four": 4}
    assert [found[key] for key in found.of] == [b"first", b"second", b"third", b"fourth"]
    assert [entry.name for entry in folder.iterdir()] == ["modules"]
    found.close()
    assert kept.Pieces("modules", 4).of == {}


@pytest.mark.parametrize("spoiled", [b"", b"rubbish", b"\xff" * 99, bytes(99), marshal.dumps(VALUE)])
def test_spoiled_there_are_no_pieces(folder: Path, spoiled: bytes) -> None:
    kept.Pieces("modules", 3).keep(PIECES)
    whole = (folder / "modules").read_bytes()
    for data in (spoiled, spoiled + whole[:-1], whole[1:], whole[:40]):
        (folder / "modules").write_bytes(data)
        assert kept.Pieces("modules", 3).of == {}
    kept.Pieces("modules", 3).keep(PIECES)
    assert kept.Pieces("modules", 3)["one"] == b"first"


def test_it_is_worked_out_once() -> None:
    asked: list[str] = []

    def work_out() -> list[str]:
        asked.append("so")
        return ["value"]

    assert [kept.once("units", 3, work_out) for _ in range(3)] == [["value"]] * 3
    assert asked == ["so"]


def test_where_others_may_write_nothing_is_kept(folder: Path) -> None:
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    kept.keep("units", 3, VALUE)
    assert not list(folder.iterdir())
    assert kept.once("units", 3, lambda: 7) == 7


def test_the_oldest_of_a_kind_go(folder: Path) -> None:
    for name in ("rules-a", "rules-b", "rules-c", "units"):
        kept.keep(name, 1, 1)
    kept.prune("rules-", 2)
    assert len(list(folder.glob("rules-*"))) == 2
    assert kept.fetch("units", 1) == 1
