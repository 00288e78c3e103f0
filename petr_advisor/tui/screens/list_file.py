"""Where to write the list of what is to be found out."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static

from petr_advisor.documents.finding_out import SUFFIXES, check_list_path, write_list
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.locations import own_documents
from petr_advisor.files.writing import WritingError
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.evaluator import under_lock
from petr_advisor.tui.screens.base import AdvisorModal
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.path_line import PathLine


class ListFileScreen(AdvisorModal[None]):
    """Asks for a file; it is written away from the interface."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("send", "close")
    HELP_KEY = "help.find-out"

    def __init__(self) -> None:
        super().__init__()
        self._replace: Path | None = None
        """The file that the person was asked about."""

    def compose(self) -> ComposeResult:
        """Lay out the file, and what there is to say of it."""
        with self.frame():
            yield Static(markup=False, classes="title")
            yield PathLine(str(self._proposed()))
            yield Static(markup=False, classes="echo")
            yield Keys("send", "close")

    def _proposed(self) -> Path:
        stem = self.session.held.slug
        return own_documents() / f"{stem}-{self.say('find-out.file')}{SUFFIXES[0]}"

    def on_mount(self) -> None:
        """Begin in the name of the file."""
        self.show()
        self.query_one(".title", Static).update(Content(self.say("find-out.which-file")))
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_send()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._replace = None
        self._echo("")

    def _echo(self, words: str) -> None:
        echo = self.query_one(".echo", Static)
        echo.set_class(bool(words), "-wrong")
        echo.update(Content(words))

    def action_send(self) -> None:
        """Write the list, once it is sure that nothing is lost by it."""
        path = Path(self.query_one(Input).value.strip()).expanduser().absolute()
        overwrite = self._replace == path
        try:
            if path.is_file() and not overwrite:
                self._replace = path
                self._echo(self.say("export.replace", name=path.name))
                return
            check_list_path(path, overwrite=overwrite)
        except (WritingError, OSError) as error:
            self._echo(error.told(self.language) if isinstance(error, WritingError) else str(error.strerror))
            return
        # On the application: a screen that goes cancels what runs for it.
        self.app.run_worker(
            partial(self._write, path, overwrite=overwrite),
            thread=True,
            exclusive=True,
            group="list",
            exit_on_error=False,
        )

    def _write(self, path: Path, *, overwrite: bool) -> None:
        session, language = self.session, self.language
        try:
            under_lock(lambda: write_list(session.consultation, session.name, language, path, overwrite=overwrite))
        except PetrAdvisorError as error:
            self.app.call_from_thread(self.advisor.tell_error, error)
            return
        self.app.call_from_thread(self.advisor.tell, "export.written", path=path)
        self.app.call_from_thread(self.dismiss)
