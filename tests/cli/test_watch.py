"""`--watch` in a real terminal: what stands there is written anew in place when a file changes, and Ctrl-C ends it."""

import os
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="needs the terminals of POSIX")

RULES = """\
version: 1
sources:
  toll: {csv: toll.csv, column: killed}
rules:
  - id: toll
    say: The toll is right.
    find: {killed: {a: count, of: killed}}
    expect: killed = source toll
    examples:
      - pass: {text: Seven people were killed., sources: {toll: 7}}
"""
CLEAR = "\x1b[H\x1b[2J"
SECONDS = 20.0


class Terminal:
    """The command in a terminal, and what it has written there."""

    def __init__(self, folder: Path, *words: str) -> None:
        self.master, slave = pty.openpty()
        env = os.environ | {"TERM": "xterm", "XDG_CACHE_HOME": str(folder / "cache"), "NO_COLOR": "1"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "copydesk", *words],
            cwd=folder,
            env=env,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )
        os.close(slave)
        self.written = ""

    def until(self, shown: str) -> str:
        """Read on until this is shown. Returns what stands on the screen: all since it was last cleared."""
        end = time.monotonic() + SECONDS
        while not re.search(shown, self.screen) and time.monotonic() < end:
            if select.select([self.master], [], [], 0.1)[0]:
                try:
                    self.written += os.read(self.master, 65536).decode()
                except OSError:
                    break
        assert re.search(shown, self.screen), f"{shown!r} is never shown, but:\n{self.screen}"
        return self.screen

    @property
    def screen(self) -> str:
        return self.written.rpartition(CLEAR)[2].replace("\r\n", "\n")

    def end(self) -> int:
        """Ctrl-C, and the exit code."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(SECONDS)
        os.close(self.master)
        return code


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "r.facts.yml").write_text(RULES, encoding="utf-8")
    (tmp_path / "toll.csv").write_text("killed\n7\n", encoding="utf-8")
    (tmp_path / "story.txt").write_text("Nine people were killed.\n", encoding="utf-8")
    return tmp_path


def test_check_in_a_terminal(folder: Path) -> None:
    terminal = Terminal(folder, "check", "story.txt", "--no-packs", "--rules", "r.facts.yml", "--watch")
    assert "1 error" in terminal.until(r"Watching \d+ files\. Ctrl-C ends\.")
    (folder / "story.txt").write_text("Seven people were killed.\n", encoding="utf-8")
    screen = terminal.until(r"0 errors(?s:.*)Ctrl-C ends\.")
    assert screen.count("Checked 1 article") == 1
    (folder / "toll.csv").write_text("killed\n88\n", encoding="utf-8")
    terminal.until(r"Here it is 7, not 88(?s:.*)Ctrl-C ends\.")
    (folder / "r.facts.yml").write_text(RULES.replace("find:", "fnid:"), encoding="utf-8")
    terminal.until(r"A rule has no key 'fnid'(?s:.*)Ctrl-C ends\.")
    (folder / "r.facts.yml").write_text(RULES, encoding="utf-8")
    terminal.until(r"Here it is 7, not 88(?s:.*)Ctrl-C ends\.")
    assert "Traceback" not in terminal.written
    assert terminal.end() == 1


def test_test_in_a_terminal(folder: Path) -> None:
    terminal = Terminal(folder, "test", "--watch")
    terminal.until(r"1 example came out as said(?s:.*)Ctrl-C ends\.")
    (folder / "r.facts.yml").write_text(RULES.replace("pass:", "fail:"), encoding="utf-8")
    terminal.until(r"does not come out as it says(?s:.*)Ctrl-C ends\.")
    assert terminal.end() == 1


def test_try_in_a_terminal(folder: Path) -> None:
    terminal = Terminal(folder, "try", "toll", "Seven people were killed.", "--watch")
    terminal.until(r"1 passed(?s:.*)Ctrl-C ends\.")
    (folder / "toll.csv").write_text("killed\n8\n", encoding="utf-8")
    terminal.until(r"1 error(?s:.*)Ctrl-C ends\.")
    assert terminal.end() == 1


def test_into_a_pipe_nothing_steers_a_terminal(folder: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "copydesk", "check", "story.txt", "--no-packs", "--rules", "r.facts.yml", "--watch"],
        cwd=folder, stdout=subprocess.PIPE, text=True, env=os.environ | {"XDG_CACHE_HOME": str(folder / "cache")},
    )  # fmt: skip
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        lines.append(line)
        if line == "---\n":
            break
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=SECONDS)
    assert "\x1b" not in "".join(lines)
    assert process.returncode == 1


def test_standard_input_cannot_be_watched(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "copydesk", "check", "-", "--watch"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )
    assert done.returncode == 2
    assert "Standard input can't be watched" in done.stderr
