"""How a database of an earlier version becomes one of this version, step by step (alembic)."""

from pathlib import Path

from sqlalchemy import Connection

LATEST = "0001"
"""The step that this version of the program ends with."""


def migrate(connection: Connection) -> None:
    """Bring the tables to the latest step, in the transaction of the connection."""
    from alembic.command import upgrade  # noqa: PLC0415 - once for each database
    from alembic.config import Config  # noqa: PLC0415

    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    settings.set_main_option("path_separator", "os")
    settings.attributes["connection"] = connection
    upgrade(settings, LATEST)
