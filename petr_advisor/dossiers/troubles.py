"""What a database refuses, in words: why, and the way out."""

import socket
import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from petr_advisor.consulting.saved import SavedError, refused
from petr_advisor.dossiers.place import Place, Server
from petr_advisor.errors import reason
from petr_advisor.files.reading import ReadingError
from petr_advisor.files.secrets import without_passwords
from petr_advisor.words.speech import told, verbatim
from petr_advisor.words.texts import Text

Trouble = DBAPIError | sqlite3.Error | OSError | ReadingError
"""What goes wrong with a database."""

_SQLITE = {
    "SQLITE_BUSY": "database.locked",
    "SQLITE_LOCKED": "database.locked",
    "SQLITE_FULL": "reason.enospc",
    "SQLITE_IOERR": "database.disk",
    "SQLITE_CORRUPT": "database.damaged",
    "SQLITE_NOTADB": "database.damaged",
    "SQLITE_READONLY": "reason.erofs",
    "SQLITE_CANTOPEN": "reason.eacces",
    "SQLITE_PERM": "reason.eacces",
    "SQLITE_TOOBIG": "reason.efbig",
    "SQLITE_NOMEM": "reason.enomem",
}
_POSTGRES = {
    "42501": "database.read-only",  # insufficient_privilege
    "25006": "database.read-only",  # read_only_sql_transaction
    "55P03": "database.locked",  # lock_not_available
    "53100": "database.server-full",  # disk_full
}
_PROBE = 2.0
"""Seconds to see whether anything listens where a server should."""


def not_read(error: Trouble, place: Place) -> SavedError:
    """Say why dossiers cannot be read."""
    if isinstance(place, Server):
        return SavedError.of("database.server-not-read", server=place.shown, why=_why(error, place))
    return refused(error if isinstance(error, ReadingError) else ReadingError(place.file, _why(error, place)))


def not_saved(error: Trouble, place: Place) -> SavedError:
    """Say why a dossier cannot be saved."""
    return SavedError.of("saved.not-saved", folder=place.shown, why=_why(error, place))


def _why(error: Trouble, place: Place) -> Text:
    if isinstance(error, ReadingError):
        return error.why
    if isinstance(error, OSError):
        return reason(error)
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(place, Server):
        return _server_says(cause, place)
    name = getattr(cause, "sqlite_errorname", "")
    family = "_".join(name.split("_")[:2])
    if family in {"SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM"} and (told_by := _system_says(place.file)):
        return told_by
    return told(_SQLITE[family]) if family in _SQLITE else verbatim(str(cause))


def _system_says(file: Path) -> Text | None:
    """Ask the system why a file may not be written: it knows better than the library."""
    try:
        with file.open("ab"):
            return None
    except OSError as error:
        return reason(error)


def _server_says(cause: BaseException | None, place: Server) -> Text:
    """Say what a server refused; of a connection that failed, the machine tells whether anybody is there at all."""
    state = getattr(cause, "sqlstate", None)
    if state in _POSTGRES:
        return told(_POSTGRES[state])
    words = without_passwords(" ".join(str(cause).split()))
    if state is not None:
        return told("database.server-says", words=words)
    if not place.host:  # a socket of this machine
        return verbatim(words)
    try:
        socket.create_connection((place.host, place.port), timeout=_PROBE).close()
    except socket.gaierror:
        return told("database.no-host", host=place.host)
    except OSError as error:
        return told("database.no-answer", why=reason(error))
    return told("database.refuses", words=words)
