"""What saving for the first time needs, loaded beforehand: a second that no answer has to wait for."""

from contextlib import suppress
from functools import cache

from petr_advisor.consulting.saved import SavedError
from petr_advisor.dossiers.place import place
from petr_advisor.files.reading import ReadingError


@cache
def warm_up() -> None:
    """Load the libraries of the database; where there is none yet, one is made in memory."""
    with suppress(ReadingError, SavedError):  # saving will say why
        from petr_advisor.dossiers import rows  # noqa: F401, PLC0415 - loading them is what takes time

        if place().is_empty:
            _make_one()


def _make_one() -> None:
    from sqlalchemy import create_engine  # noqa: PLC0415 - as above

    from petr_advisor.dossiers.migrations import migrate  # noqa: PLC0415

    with create_engine("sqlite://").begin() as connection:
        migrate(connection)
