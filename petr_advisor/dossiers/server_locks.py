"""Who has a dossier of a team's server open: an advisory lock, which ends with the connection that took it.

What the connection is called says who, so that nothing written has to be tidied after a program that was killed.
"""

import os
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from time import monotonic, sleep

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from petr_advisor.dossiers.locks import Signature, signature
from petr_advisor.dossiers.on_postgres import lasting
from petr_advisor.dossiers.place import Server
from petr_advisor.dossiers.troubles import not_read

CALLED = "petr-advisor"
FREED_WITHIN, PAUSE = 3.0, 0.05
"""Seconds that the lock of a program that runs no more is waited for, and between two tries."""
LONGEST = 63
"""Letters that the server keeps of what a connection is called."""
_HELD_BY = text(
    "SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
    " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
    " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    " AND l.classid = CAST(:high AS bigint)::oid AND l.objid = CAST(:low AS bigint)::oid"
)


class ServerLock:
    """A lock taken on a server."""

    def __init__(self, place: Server, slug: str, connection: Connection) -> None:
        self._place = place
        self._slug = slug
        self._connection: Connection | None = connection

    def renew(self) -> None:
        """Take it again if the connection was lost, unless another has it or the server cannot be asked."""
        with suppress(DBAPIError):
            if self._connection is not None:
                self._connection.execute(text("SELECT 1"))
                return
        self.release()
        with suppress(DBAPIError):
            fresh = lasting(self._place, _called())
            if _taken(fresh, self._slug):
                self._connection = fresh
            else:
                fresh.close()

    def release(self) -> None:
        """Let another process take it."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(SQLAlchemyError):  # a server ends a closed connection in its own time, and its lock with it
                connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _key(self._slug)})
            with suppress(DBAPIError):
                connection.close()


def take(place: Server, slug: str) -> ServerLock | Signature | None:
    """Take the lock of a dossier, or give who has it; None when that is not known. SavedError without a server.

    The server ends the connection of a program that was killed in its own time: the lock of one of this machine that
    runs no more is waited for.
    """
    until = monotonic() + FREED_WITHIN
    try:
        connection = lasting(place, _called())
        while not _taken(connection, slug):
            holder = _holder(connection, slug)
            if not (holder and _is_gone(holder)) or monotonic() > until:
                connection.close()
                return holder
            sleep(PAUSE)
    except DBAPIError as error:
        raise not_read(error, place) from error
    return ServerLock(place, slug, connection)


def _holder(connection: Connection, slug: str) -> Signature | None:
    high, low = divmod(_key(slug), 1 << 32)
    found = connection.execute(_HELD_BY, {"high": high % (1 << 32), "low": low}).scalar()
    return _read(str(found or ""))


def _is_gone(holder: Signature) -> bool:
    """Tell whether who holds a lock is a program of this machine that runs no more, where that can be asked."""
    if os.name != "posix" or holder.host != _one_word(signature().host):
        return False
    try:
        os.kill(holder.process, 0)
    except ProcessLookupError:
        return True
    except OSError:  # of another account
        return False
    return False


def _taken(connection: Connection, slug: str) -> bool:
    return bool(connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": _key(slug)}).scalar())


def _key(slug: str) -> int:
    return int.from_bytes(sha256(f"{CALLED} {slug}".encode()).digest()[:8], signed=True)


def _called() -> str:
    """Call a connection by who holds the dossier, and since when."""
    mine = signature()
    words = f"{CALLED} {int(mine.since.timestamp()):x} {mine.process:x} {_one_word(mine.who)} {_one_word(mine.host)}"
    return words[:LONGEST]


def _one_word(name: str) -> str:
    plain = name.encode("ascii", "replace").decode()
    return "-".join(plain.split()) or "?"


def _read(called: str) -> Signature | None:
    with suppress(ValueError):
        name, since, process, who, host = f"{called} ?".split()[:5]
        if name == CALLED:
            return Signature(who, host, int(process, 16), datetime.fromtimestamp(int(since, 16)).astimezone())
    return None
