"""The database as a file of this machine.

Nothing is kept open between two answers: a process that is killed leaves nothing half written, one that forks shares
no connection, and the file can be copied as it stands.
"""

import os
import sqlite3
from contextlib import suppress
from functools import cache
from typing import Any, Literal

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool

from petr_advisor.dossiers.place import File

PATIENCE = 10.0
"""Seconds to wait for another process that is writing."""

Mode = Literal["frozen", "rw", "rwc"]


def to_read(place: File) -> Connection:
    """Open the file to read it; as it stands where nothing can be written beside it."""
    return _engine(place, "frozen" if _is_frozen(place) else "rw").connect()


def to_write(place: File) -> Connection:
    """Open the file to write in it, made if it is not there."""
    if place.is_empty:
        place.file.parent.mkdir(parents=True, exist_ok=True)
        _prepare(place)
    return _engine(place, "rwc").connect().execution_options(writes=True)


def left_open(place: File) -> sqlite3.Connection | None:
    """Open the file and do nothing with it, to be closed: as long as it is open, saving need not tidy it each time."""
    with suppress(sqlite3.Error, OSError):
        made = sqlite3.connect(f"{place.file.absolute().as_uri()}?mode=rw", uri=True, check_same_thread=False)
        made.execute("SELECT count(*) FROM alembic_version").fetchone()
        return made
    return None


def _is_frozen(place: File) -> bool:
    """Tell whether nothing can be written beside the file either: it is then read as it stands."""
    effective = os.access in os.supports_effective_ids
    may = (os.access(path, os.W_OK, effective_ids=effective) for path in (place.file, place.file.parent))
    return not all(may)


@cache
def _engine(place: File, mode: Mode) -> Engine:
    address = f"{place.file.absolute().as_uri()}?{'immutable=1' if mode == 'frozen' else f'mode={mode}'}"

    def connect() -> sqlite3.Connection:
        made = sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        made.execute("PRAGMA synchronous = FULL")  # an answer that was acknowledged is on the disk
        return made

    made = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(made, "begin")
    def begin(connection: Any) -> None:
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return made


def _prepare(place: File) -> None:
    """Make the file one that is read while it is written, where the file system allows it; for its owner alone."""
    mask = os.umask(0o077)
    try:
        made = sqlite3.connect(f"{place.file.absolute().as_uri()}?mode=rwc", uri=True, timeout=PATIENCE)
    finally:
        os.umask(mask)
    try:
        with suppress(sqlite3.Error):  # another process is making it, or a network's disk: it is written all the same
            made.execute("PRAGMA journal_mode = WAL")
    finally:
        made.close()
