"""The database: opened for one piece of work, made or brought up to date when it is not there, closed at once.

Nothing is kept open between two answers: a process that is killed leaves nothing half written, one that forks shares
no connection, and the file can be copied as it stands.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from petr_advisor.consulting.saved import SavedError
from petr_advisor.dossiers.migrations import LATEST, migrate
from petr_advisor.dossiers.place import Place
from petr_advisor.dossiers.troubles import not_read, not_saved
from petr_advisor.files.reading import ReadingError

PATIENCE = 10.0
"""Seconds to wait for another process that is writing."""


@contextmanager
def reading(place: Place) -> Iterator[Connection | None]:
    """Give a connection to read by; None when nothing was ever saved there. SavedError says what is wrong."""
    try:
        if place.is_empty:
            yield None
            return
        with _engine(place, "frozen" if _is_frozen(place) else "rw").connect() as connection, connection.begin():
            found = _step(connection, place)
            if found == LATEST:
                yield connection
                return
        if found is None:
            yield None
            return
        with writing(place) as connection:  # of an earlier version: brought up to date first
            yield connection
    except (DBAPIError, sqlite3.Error, OSError, ReadingError) as error:
        raise not_read(error, place) from error


@contextmanager
def writing(place: Place) -> Iterator[Connection]:
    """Give a connection whose changes are all on the disk at the end, or none is; SavedError says what is wrong."""
    try:
        if place.is_empty:
            place.file.parent.mkdir(parents=True, exist_ok=True)
            _prepare(place)
        with _engine(place, "rwc").connect() as connection:
            connection = connection.execution_options(writes=True)  # noqa: PLW2901 - the same, told what for
            with connection.begin():
                if _step(connection, place) != LATEST:
                    migrate(connection)
                yield connection
    except FileExistsError as error:
        raise not_saved(NotADirectoryError(20, "", str(place.file.parent)), place) from error
    except (DBAPIError, sqlite3.Error, OSError, ReadingError) as error:
        raise not_saved(error, place) from error


def _step(connection: Connection, place: Place) -> str | None:
    """Tell how far a database has come, None for an empty one; SavedError for one that is not ours, or is newer."""
    names = inspect(connection).get_table_names()
    if not names:
        return None
    if "alembic_version" not in names or "dossiers" not in names:
        raise SavedError.of("database.not-ours", file=place.shown)
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if found is None or found > LATEST:
        raise SavedError.of("database.newer", file=place.shown)
    return str(found)


def _is_frozen(place: Place) -> bool:
    """Tell whether nothing can be written beside the file either: it is then read as it stands."""
    effective = os.access in os.supports_effective_ids
    may = (os.access(path, os.W_OK, effective_ids=effective) for path in (place.file, place.file.parent))
    return not all(may)


@cache
def _engine(place: Place, mode: str) -> Engine:
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


def left_open(place: Place) -> sqlite3.Connection | None:
    """Open the file and do nothing with it, to be closed: as long as it is open, saving need not tidy it each time."""
    with suppress(sqlite3.Error, OSError):
        made = sqlite3.connect(f"{place.file.absolute().as_uri()}?mode=rw", uri=True, check_same_thread=False)
        made.execute("SELECT count(*) FROM alembic_version").fetchone()
        return made
    return None


def _prepare(place: Place) -> None:
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
