"""A real MariaDB, started on loopback in a folder of its own: it is read, and can't be written to."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from copydesk.errors import BrokenRules
from sources.toll import READS, TABLE, judged

SQL = f"create database desk; use desk; {TABLE}"


def program(*names: str) -> str | None:
    """A program of MariaDB's, under its new or its old name."""
    return next(filter(None, (shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin") for name in names)), None)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server that lives as long as these tests."""
    pytest.importorskip("sqlalchemy", reason="SQLAlchemy is not installed")
    pymysql = pytest.importorskip("pymysql", reason="PyMySQL is not installed")
    daemon, install = program("mariadbd", "mysqld"), program("mariadb-install-db", "mysql_install_db")
    if not (daemon and install):
        pytest.skip("MariaDB is not installed")
    with TemporaryDirectory(prefix="copydesk-my-") as folder, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        root = hasattr(os, "geteuid") and os.geteuid() == 0  # the server refuses to run as root unless told so
        who = ["--user=root"] if root else []
        made = subprocess.run([install, "--no-defaults", f"--datadir={folder}/data", "--auth-root-authentication-method=normal", "--skip-test-db", *who], capture_output=True, check=False, timeout=120)  # fmt: skip
        if made.returncode:
            pytest.skip("MariaDB does not start here")
        options = ["--no-defaults", f"--datadir={folder}/data", f"--socket={folder}/s", f"--pid-file={folder}/pid", f"--port={port}", "--bind-address=127.0.0.1"]  # fmt: skip
        process = subprocess.Popen([daemon, *options, *who], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            connection = connected(pymysql, port)
            with connection.cursor() as cursor:
                for statement in SQL.split(";")[:-1]:
                    cursor.execute(statement)
            connection.commit()
            connection.close()
            yield f"mysql+pymysql://root@127.0.0.1:{port}/desk"
        finally:
            process.terminate()
            process.wait(60)


def connected(pymysql: Any, port: int) -> Any:
    for _ in range(300):
        try:
            return pymysql.connect(host="127.0.0.1", port=port, user="root")
        except pymysql.err.OperationalError:
            time.sleep(0.2)
    pytest.skip("MariaDB does not answer")


@pytest.mark.xdist_group("mariadb")
def test_mariadb(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOLL_DB", server)
    assert judged(tmp_path, READS, date(2025, 6, 1)).outcome == "pass"
    assert judged(tmp_path, READS, date(2025, 6, 2)).outcome == "skip"
    with pytest.raises(BrokenRules, match="gives two rows"):
        judged(tmp_path, READS, date(2025, 6, 3))


@pytest.mark.xdist_group("mariadb")
def test_mariadb_is_never_written_to(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A function that writes stands in a statement that only selects: no look at its words could tell."""
    monkeypatch.setenv("TOLL_DB", server)
    import sqlalchemy

    engine = sqlalchemy.create_engine(server, poolclass=sqlalchemy.pool.NullPool)
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "create or replace function gone() returns int modifies sql data begin delete from toll; return 7; end"
        )
    with pytest.raises(BrokenRules, match="READ ONLY transaction"):
        judged(tmp_path, "select gone() where :day is not null", date(2025, 6, 1))
    assert judged(tmp_path, READS, date(2025, 6, 1)).outcome == "pass"


@pytest.mark.xdist_group("mariadb")
def test_what_the_database_says_is_told_with_the_place(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOLL_DB", server)
    with pytest.raises(BrokenRules, match=r"toll\.facts\.yml:3:3: The database says: .*tolls' doesn't exist"):
        judged(tmp_path, READS.replace("toll ", "tolls "), date(2025, 6, 1))
    monkeypatch.setenv("TOLL_DB", server.replace("root@", "root:secretword@"))
    with pytest.raises(BrokenRules) as broken:
        judged(tmp_path, READS, date(2025, 6, 1))
    assert "secretword" not in str(broken.value)
