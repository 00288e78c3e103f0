"""The database on a team's server.

Connections are kept and tried before use: a server that was started again is found again.
"""

import os
from functools import cache
from importlib.util import find_spec

from sqlalchemy import Connection, Engine, create_engine, make_url, text
from sqlalchemy.pool import NullPool

from petr_advisor.consulting.saved import SavedError
from petr_advisor.dossiers.place import Server

PATIENCE = 3
"""Seconds to wait for a server that does not answer."""
WRITERS = 10
"""Seconds to wait for another process that is writing to the same dossier."""
_MAKING = 0x9E7A
"""The lock of whoever makes the tables."""


def to_read(place: Server) -> Connection:
    """Connect to read: all that is read is of one moment."""
    return _engine(place).connect().execution_options(isolation_level="REPEATABLE READ")


def to_write(place: Server) -> Connection:
    """Connect to write: what another hand writes meanwhile is waited for, then seen."""
    return _engine(place).connect().execution_options(isolation_level="READ COMMITTED")


def alone(connection: Connection) -> None:
    """Wait until nobody else makes the tables, and keep others from it to the end of the transaction."""
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MAKING})


def lasting(place: Server, called: str) -> Connection:
    """Connect for as long as a dossier is open; the server shows the connection by what it is called."""
    return _made(place, called, poolclass=NullPool, isolation_level="AUTOCOMMIT").connect()


@cache
def _engine(place: Server) -> Engine:
    made = _made(place, "petr-advisor", pool_size=2, pool_pre_ping=True)
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=lambda: made.dispose(close=False))  # no two processes share a connection
    return made


def _made(place: Server, called: str, **settings: object) -> Engine:
    if find_spec("psycopg") is None:
        raise SavedError.of("database.no-driver")
    address = make_url(place.address).set(drivername="postgresql+psycopg")
    given = {
        "connect_timeout": PATIENCE,
        "tcp_user_timeout": PATIENCE * 1000,
        "keepalives_idle": 30,
        "application_name": called,
        "options": f"-c lock_timeout={WRITERS}s -c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10",
    }
    return create_engine(address, connect_args=given, hide_parameters=True, **settings)
