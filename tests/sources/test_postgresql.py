"""A real PostgreSQL, started on loopback in a folder of its own: it is read, and can't be written to."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from copydesk.errors import BrokenRules
from sources.toll import READS, TABLE, judged


def program(name: str) -> str | None:
    """A program of PostgreSQL: on the path, or where Debian keeps them."""
    return shutil.which(name) or next((str(p) for p in sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))), None)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server that lives as long as these tests."""
    pytest.importorskip("sqlalchemy", reason="SQLAlchemy is not installed")
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    initdb, control, psql = (program(name) for name in ("initdb", "pg_ctl", "psql"))
    if not (initdb and control and psql):
        pytest.skip("PostgreSQL is not installed")
    root = hasattr(os, "geteuid") and os.geteuid() == 0  # the server refuses to run as root
    who = {"user": "postgres"} if root else {}
    with TemporaryDirectory(prefix="copydesk-pg-") as folder:
        if root:
            shutil.chown(folder, "postgres")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]

        def run(*words: str) -> None:
            subprocess.run(words, check=True, capture_output=True, cwd=folder, timeout=60, **who)  # type: ignore[call-overload]

        try:
            run(initdb, "-D", f"{folder}/data", "-A", "trust", "-U", "desk", "--no-sync")
            options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c fsync=off"
            run(control, "-D", f"{folder}/data", "-l", f"{folder}/log", "-o", options, "-w", "start")
        except (OSError, subprocess.SubprocessError, LookupError) as error:
            pytest.skip(f"PostgreSQL does not start here: {error}")
        try:
            run(psql, "-h", "127.0.0.1", "-p", str(port), "-U", "desk", "-d", "postgres", "-c", TABLE)
            yield f"postgresql+psycopg://desk@127.0.0.1:{port}/postgres"
        finally:
            run(control, "-D", f"{folder}/data", "-m", "immediate", "stop")


@pytest.mark.xdist_group("postgresql")
def test_postgresql(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOLL_DB", server)
    assert judged(tmp_path, READS, date(2025, 6, 1)).outcome == "pass"
    assert judged(tmp_path, READS, date(2025, 6, 2)).outcome == "skip"
    with pytest.raises(BrokenRules, match="gives two rows"):
        judged(tmp_path, READS, date(2025, 6, 3))


@pytest.mark.xdist_group("postgresql")
def test_postgresql_is_never_written_to(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOLL_DB", server)
    writes = "with gone as (delete from toll where day = :day returning killed) select killed from gone"
    with pytest.raises(BrokenRules, match="read-only transaction"):
        judged(tmp_path, writes, date(2025, 6, 1))
    assert judged(tmp_path, READS, date(2025, 6, 1)).outcome == "pass"


@pytest.mark.xdist_group("postgresql")
def test_what_the_database_says_is_told_with_the_place(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOLL_DB", server)
    with pytest.raises(BrokenRules, match=r'toll\.facts\.yml:3:3: The database says: .*"tolls" does not exist'):
        judged(tmp_path, READS.replace("toll ", "tolls "), date(2025, 6, 1))
    monkeypatch.setenv("TOLL_DB", server.replace("desk@", "desk:secretword@").replace("/postgres", "/nowhere"))
    with pytest.raises(BrokenRules) as broken:
        judged(tmp_path, READS, date(2025, 6, 1))
    assert "secretword" not in str(broken.value)
