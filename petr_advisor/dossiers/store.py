"""The database: opened for one piece of work, made or brought up to date when it is not there."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, inspect
from sqlalchemy.exc import DBAPIError, IntegrityError

from petr_advisor.consulting.saved import SavedError
from petr_advisor.dossiers import on_postgres, on_sqlite
from petr_advisor.dossiers.migrations import LATEST, migrate
from petr_advisor.dossiers.place import Place, Server
from petr_advisor.dossiers.troubles import not_read, not_saved
from petr_advisor.files.reading import ReadingError


@contextmanager
def reading(place: Place) -> Iterator[Connection | None]:
    """Give a connection to read by; None when nothing was ever saved there. SavedError says what is wrong."""
    try:
        if place.is_empty:
            yield None
            return
        opened = on_postgres.to_read(place) if isinstance(place, Server) else on_sqlite.to_read(place)
        with opened as connection, connection.begin():
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
    """Give a connection whose changes are all on the disk at the end, or none is.

    SavedError says what is wrong; IntegrityError when another hand took the same name at the same moment.
    """
    try:
        opened = on_postgres.to_write(place) if isinstance(place, Server) else on_sqlite.to_write(place)
        with opened as connection, connection.begin():
            if _step(connection, place) != LATEST:
                _bring_up_to_date(connection, place)
            yield connection
    except IntegrityError:
        raise
    except FileExistsError as error:
        raise not_saved(NotADirectoryError(20, "", place.shown), place) from error
    except (DBAPIError, sqlite3.Error, OSError, ReadingError) as error:
        raise not_saved(error, place) from error


def _bring_up_to_date(connection: Connection, place: Place) -> None:
    """Make the tables, unless another process has just made them."""
    if isinstance(place, Server):
        on_postgres.alone(connection)
        if _step(connection, place) == LATEST:
            return
    migrate(connection)


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
