"""Which database the dossiers are in: a file of this machine, or a team's server."""

import os
from typing import Annotated

import typer

from petr_advisor.files.locations import DATABASE_VARIABLE

DatabaseOption = Annotated[
    str | None,
    typer.Option(
        "--database",
        help="A team's database, postgresql://account@server/database; PETR_ADVISOR_DATABASE by default.",
    ),
]


def use_database(address: str | None) -> None:
    """Take the dossiers of this process, and of those that it starts, from a team's database; SavedError if it is none.

    It goes by the environment: a line of command is read by everybody on the machine, and it may hold a password.
    """
    if address is not None:
        os.environ[DATABASE_VARIABLE] = address
        from petr_advisor.dossiers.place import place  # noqa: PLC0415 - most commands are given none

        place()
