"""The drafts of the acts of the course: into which folder they are written."""

from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.drafting.folder import check
from petr_advisor.files.locations import own_documents
from petr_advisor.files.writing import WritingError
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.screens.base import AdvisorModal
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.path_line import PathLine
from petr_advisor.words.texts import Language


class DraftsScreen(AdvisorModal[None]):
    """Asks for a folder; the files are written while the consultation goes on, and none there is written over."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("send", "help", "close")
    HELP_KEY = "help.drafts"

    def compose(self) -> ComposeResult:
        """Lay out the folder, and what there is to say of it."""
        proposed = own_documents() / f"{self.session.held.slug}-{self.say('drafts.folder')}"
        with self.frame():
            yield Static(markup=False, classes="title")
            yield Static(markup=False, id="found", classes="hint")
            yield Static(markup=False, id="path-label", classes="label")
            yield PathLine(str(proposed))
            yield Static(markup=False, id="trouble", classes="echo")
            yield Keys("send", "help", "close")

    def show(self) -> None:
        """Say everything in the language in use; what is typed stays."""
        super().show()
        self.query_one(".title", Static).update(Content(self.say("drafts.title")))
        self.query_one("#path-label", Static).update(Content(self.say("drafts.path")))
        self.query_one("#found", Static).update(Content(self.say("drafts.looking")))
        # once drawn: it takes the machine, and nothing said meanwhile that the key was taken
        self.call_after_refresh(self._look, self.session.consultation, self.session.name, self.language)

    @work(thread=True, exclusive=True, group="drafts", exit_on_error=False)
    def _look(self, consultation: Consultation, name: str, language: Language) -> None:
        from petr_advisor.tui.drafting import look_over  # noqa: PLC0415 - only here are the drafts' libraries needed

        worker, said = get_current_worker(), look_over(consultation, name, language)
        if not worker.is_cancelled:  # another language was asked for meanwhile
            self.app.call_from_thread(self._tell, said)

    def _tell(self, said: str) -> None:
        """Say what there is to draft."""
        if self.is_attached:
            self.query_one("#found", Static).update(Content(said))

    def on_mount(self) -> None:
        """Begin with the folder."""
        self.show()
        self.query_one("#path", Input).focus()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_send()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._echo("")

    def _echo(self, words: str) -> None:
        echo = self.query_one("#trouble", Static)
        echo.set_class(bool(words), "-wrong")
        echo.update(Content(words))

    def action_send(self) -> None:
        """Write the drafts, where a folder can be."""
        path = Path(self.query_one("#path", Input).value.strip()).expanduser().absolute()
        try:
            check(path)
        except WritingError as error:
            self._echo(error.told(self.language))
            return
        self.advisor.write_drafts(path)
        self.dismiss()
