"""One question out of turn: to change an answer, or to settle a point from the outcomes."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from petr_advisor.consulting.asking import Question
from petr_advisor.inference.facts import Value
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.screens.asking import AskingScreen
from petr_advisor.tui.widgets.ask_panel import AskPanel
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.grid import GridControl
from petr_advisor.tui.widgets.keys import Keys


class ChangeScreen(AskingScreen):
    """Asks one question and closes once it is answered."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("answer", "unknown", "law", "another", "language", "help", "close")
    HELP_KEY = "help.change"

    def __init__(self, question: Question, then: Callable[[], None] | None = None) -> None:
        """Ask a question; once answered, what it was opened from may do something."""
        super().__init__()
        self._question, self._then = question, then

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        yield Banner()
        yield AskPanel()
        yield Keys("answer", "unknown", "law", "language", "help", "close")

    def on_mount(self) -> None:
        """Put the question."""
        self.show()
        self.call_later(self._ask)

    async def _ask(self) -> None:
        if self.advisor.session is not None and self.is_attached:
            session = self.session
            await self.query_one(AskPanel).ask(
                (self._question,), session.consultation, session.evaluation, self.language
            )

    def show(self) -> None:
        """Say everything in the language in use."""
        super().show()
        if self.panel.control is not None:
            self.retell()

    def reply(self, value: Value | None) -> None:
        """Take the answer and close."""
        if self.take(self._question.of, value):
            self._done()

    @on(GridControl.Given)
    def _row_given(self, event: GridControl.Given) -> None:
        self.take(event.of, event.value)

    @on(GridControl.Done)
    def _done(self) -> None:
        if self._then is not None:
            self._then()
        self.dismiss()

    def action_answer(self) -> None:
        """Answer with what is chosen or typed."""
        self.query_one(AskPanel).submit()
