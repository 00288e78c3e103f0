"""A file for a person in a browser: made apart, handed over to be kept there; nothing stays on the serving machine."""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from shutil import make_archive
from tempfile import TemporaryDirectory

from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.session import Session

Make = Callable[[Path], object]
"""Write a file at a path."""


def deliver(app: AdvisorApp, name: str, make: Make, *, begins: str = "export.writing") -> None:
    """Make a file away from the interface, and hand it to the browser under that name; a failure is told in words.

    `begins` is the phrase that says that it is being made.
    """
    app.tell(begins)
    app.run_worker(
        partial(_made_and_handed, app, name, make), thread=True, group="report", exit_on_error=False, description="file"
    )


def in_one_file(make: Make) -> Make:
    """Give what writes a folder as one .zip file, for a browser takes no folder."""

    def packed(path: Path) -> None:
        with TemporaryDirectory(prefix="petr-advisor-") as folder:
            make(Path(folder))
            make_archive(str(path.with_suffix("")), "zip", folder)

    return packed


def deliver_drafts(app: AdvisorApp, session: Session) -> None:
    """Make the drafts of the acts of a session's course, and hand them over in one file."""
    from petr_advisor.tui.drafting import write  # noqa: PLC0415 - only here are the drafts' libraries needed

    language = app.language

    def make(folder: Path) -> None:
        write(session.consultation, session.name, language, folder)

    name = f"{session.held.slug}-{app.say('drafts.folder')}.zip"
    deliver(app, name, in_one_file(make), begins="drafts.writing")


def _made_and_handed(app: AdvisorApp, name: str, make: Make) -> None:
    try:
        with TemporaryDirectory(prefix="petr-advisor-") as folder:
            path = Path(folder) / name
            make(path)
            content = path.read_bytes()
    except Exception as error:  # noqa: BLE001 - a person never sees a traceback
        app.call_from_thread(app.tell_error, error)
        return
    app.call_from_thread(_hand, app, name, content)


def _hand(app: AdvisorApp, name: str, content: bytes) -> None:
    app.deliver_binary(BytesIO(content), save_filename=name)
    app.tell("export.delivered", name=name)
