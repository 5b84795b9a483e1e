"""What a terminal is shown fits into it; a file or a pipe gets the same whatever the terminal is."""

import os
import struct
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

fcntl = pytest.importorskip("fcntl", reason="needs the terminals of POSIX")
STORY = (
    "Officials of the port said late on Sunday, after the last of the boats had come back with its nets, "
    "that the old ferry had drifted 10 miles (20 kilometers) before anybody on the shore so much as looked up from supper."
)


def shown(folder: Path, columns: int) -> list[str]:
    """The lines that a terminal of this width gets."""
    import termios

    master, slave = os.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    words = [sys.executable, "-m", "copydesk", "check", "story.md", "--no-config"]
    env = {**os.environ, "TERM": "xterm", "NO_COLOR": "1"} | dict.fromkeys(("COLUMNS", "LINES"), "")
    process = subprocess.Popen(words, cwd=folder, env=env, stdin=slave, stdout=slave, stderr=slave)
    os.close(slave)
    written = b""
    try:
        while piece := os.read(master, 65536):
            written += piece
    except OSError:
        pass
    os.close(master)
    assert process.wait(60) == 1
    return written.decode().splitlines()


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "story.md").write_text(STORY, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_statements_fit_and_are_underlined_where_they_stand(story: Path, columns: int) -> None:
    lines = [line for line in shown(story, columns) if line[6:7] == "|"]
    assert len(lines) >= 3
    assert all(len(line) <= columns for line in lines)
    for above, line in pairwise(lines):
        if "^" in line and "^" not in above:
            assert above[line.index("^") :].startswith(("10 miles", "20 kilometers"))


def test_a_pipe_gets_the_same_whatever_the_terminal_is(story: Path) -> None:
    words = [sys.executable, "-m", "copydesk", "check", "story.md", "--no-config"]
    wide, narrow = (
        subprocess.run(words, cwd=story, env={**os.environ, "COLUMNS": width}, capture_output=True, check=False).stdout
        for width in ("200", "40")
    )
    assert wide == narrow
