"""One question out of turn: to change an answer, or to settle a point from the outcomes."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.consultation import AnswerError
from petr_advisor.inference.facts import Value
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.screens.base import AdvisorScreen
from petr_advisor.tui.screens.norm import LawScreen
from petr_advisor.tui.widgets.ask_panel import AskPanel
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.controls import Reply
from petr_advisor.tui.widgets.grid import GridControl
from petr_advisor.tui.widgets.keys import Keys


class ChangeScreen(AdvisorScreen[None]):
    """Asks one question and closes once it is answered."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("answer", "unknown", "law", "language", "help", "close")
    HELP_KEY = "help.question"

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._question = question

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
            await self.query_one(AskPanel).ask(self._question, session.consultation, session.evaluation, self.language)

    def show(self) -> None:
        """Say everything in the language in use."""
        super().show()
        evaluation, panel = self.session.evaluation, self.query_one(AskPanel)
        if panel.control is not None:
            panel.retell(evaluation.hints if evaluation else {}, self.language, self.session.consultation)

    @on(Reply)
    def _reply(self, event: Reply) -> None:
        if self._say(self._question.of, event.value):
            self.dismiss()

    @on(GridControl.Given)
    def _row_given(self, event: GridControl.Given) -> None:
        self._say(event.of, event.value)

    @on(GridControl.Done)
    def _done(self) -> None:
        self.dismiss()

    def _say(self, of: str | None, value: Value | None) -> bool:
        fact = self._question.fact
        try:
            said = self.session.answered((fact, of), value)
        except AnswerError as error:
            self.advisor.tell_error(error)
            return False
        self.advisor.said(said, fact=fact)
        return True

    def action_answer(self) -> None:
        """Answer with what is chosen or typed."""
        self.query_one(AskPanel).submit()

    def action_unknown(self) -> None:
        """Answer « I do not know »."""
        control = self.query_one(AskPanel).control
        if isinstance(control, GridControl):
            control.give(None)
            control.action_row(1)
        else:
            self._reply(Reply(None))

    def action_law(self) -> None:
        """Open the paragraphs of law of the question."""
        if self._question.kind.norms:
            self.app.push_screen(LawScreen(self._question.kind.norms))
        else:
            self.advisor.tell("question.no-law")
