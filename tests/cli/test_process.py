"""The command as others run it: a process with pipes, without a network, twice the same."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

STORY = "On Tuesday, seven people were killed and 12 injured when a bridge of 1.5 miles fell.\n"
RULES = Path(__file__).parents[1] / "report" / "golden" / "many" / "house.facts.yml"
NO_NETWORK = """
import socket, sys
def closed(*_, **__):
    raise AssertionError("a socket was opened")
socket.socket.connect = socket.socket.bind = socket.create_connection = socket.getaddrinfo = closed
from copydesk.cli import main
sys.exit(main(sys.argv[1:]))
"""


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "copydesk", *words]


def run(*words: str, given: str = "", **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        command(*words), input=given.encode(), capture_output=True, env=os.environ | more, check=False, timeout=60
    )


def archive(folder: Path, articles: int) -> Path:
    path = folder / "archive.jsonl"
    path.write_text('{"text": "Seven people were killed on Tuesday."}\n' * articles, encoding="utf-8")
    return path


def test_version() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout.split()[0]) == (0, b"copydesk")


def test_an_article_through_a_pipe() -> None:
    done = run("facts", "-", given=STORY)
    assert done.returncode == 0
    assert b"seven" in done.stdout
    assert done.stdout.decode().splitlines()[-1].startswith("Read 1 article: ")


def test_what_takes_long_to_load_is_not_loaded_for_one_article(tmp_path: Path) -> None:
    """Half the time of a short run is loading. These were each a hundredth of it or more, and can be done without."""
    story = tmp_path / "story.md"
    story.write_text(STORY, encoding="utf-8")
    ask = "import sys; from copydesk.cli import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    check = [sys.executable, "-S", "-c", ask, "check", str(story)]
    loaded: list[str] = []
    for _ in range(2):  # the first run reads the rules
        done = subprocess.run(
            check,
            capture_output=True,
            check=True,
            timeout=60,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        )
        loaded = done.stderr.decode().splitlines()[-1].split()
    assert "copydesk.relate" in loaded
    assert not set(loaded) & {
        "typing",
        "pathlib",
        "urllib",
        "pickle",
        "json",
        "dataclasses",
        "inspect",
        "hashlib",
        "calendar",
        "glob",
        "threading",
    }


def test_what_others_leave_for_the_end_of_the_process_is_done(tmp_path: Path) -> None:
    ask = "import atexit, sys; from copydesk.cli import console; atexit.register(print, 'the end', file=sys.stderr); console()"
    done = subprocess.run(
        [sys.executable, "-c", ask, "facts", "-"], input=STORY.encode(), capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"the end\n")


def test_without_a_command_it_says_how() -> None:
    done = run()
    assert done.returncode == 2
    assert b"usage: copydesk" in done.stderr


def test_no_socket_is_ever_opened(tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    story.write_text(f"# A *bridge*\n\n{STORY}", encoding="utf-8")
    for words in (["check", str(story), "--rules", str(RULES)], ["facts", str(story)]):
        done = subprocess.run([sys.executable, "-c", NO_NETWORK, *words], capture_output=True, check=False, timeout=60)
        assert done.returncode in (0, 1, 5), done.stderr.decode()
        assert done.stdout


def test_the_same_input_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    story.write_text(STORY, encoding="utf-8")
    words = ("facts", str(story), "--format", "json")
    assert run(*words, PYTHONHASHSEED="1").stdout == run(*words, PYTHONHASHSEED="2").stdout


def test_output_is_utf_8_whatever_the_locale() -> None:
    given = "“Seven” 𝒞afés burnt; 12 more \u200bwere hurt."
    done = run("facts", "-", given=given, LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert "𝒞afés" in done.stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_accident(tmp_path: Path) -> None:
    path = archive(tmp_path, 3000)
    process = subprocess.Popen(
        command("facts", str(path), "--format", "jsonl"), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    errors = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait(60) == 141
    assert "Traceback" not in errors
    assert "Exception" not in errors


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize("words", [["facts", "-"], ["facts", "-", "--output", "/dev/full"]])
def test_a_full_disk_is_told(words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command(*words), input=STORY.encode(), stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert done.returncode == 2
    assert b"No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not hasattr(signal, "SIGINT") or sys.platform == "win32", reason="needs POSIX signals")
def test_ctrl_c_ends_it_in_one_line(tmp_path: Path) -> None:
    path = archive(tmp_path, 100_000)
    process = subprocess.Popen(
        command("facts", str(path), "--format", "jsonl"), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors.decode().strip() == "Interrupted: the report is not whole. Exit code 130."


def test_its_processes_end_with_it(tmp_path: Path) -> None:
    """They hold its standard output: whoever reads that waits for them."""
    words = ["check", str(archive(tmp_path, 20_000)), "--format", "jsonl", "--jobs", "2"]
    with subprocess.Popen(command(*words), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout
        process.stdout.read(1)
        process.terminate()
        process.stdout.read()  # to the end of the last that holds it
        assert process.wait(20) == -signal.SIGTERM


@pytest.mark.skipif(os.name == "nt", reason="a shell closes it")
def test_a_closed_output_or_input_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(STORY, encoding="utf-8")
    for closed, said in ((f"check {tmp_path}/a.md >&-", "output is closed"), ("check - 2>&1 <&-", "input is closed")):
        words = f"{' '.join(command())} {closed}"
        done = subprocess.run(words, shell=True, capture_output=True, check=False, timeout=60)
        assert done.returncode == 2
        assert said in (told := (done.stdout + done.stderr).decode())
        assert "Traceback" not in told


def test_a_large_archive_takes_no_more_memory_than_a_small_one(tmp_path: Path) -> None:
    measure = (
        "import resource, sys; from copydesk.cli import main; main(sys.argv[1:]);"
        "sys.stderr.write(f'peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}')"
    )
    peaks = []
    for articles in (50, 8000):
        path = archive(tmp_path, articles)
        words = ["facts", str(path), "--format", "jsonl", "--output", os.devnull]
        done = subprocess.run([sys.executable, "-c", measure, *words], capture_output=True, check=True, timeout=60)
        peaks.append(int(done.stderr.split()[-1]))
    assert peaks[1] < 1.25 * peaks[0]
