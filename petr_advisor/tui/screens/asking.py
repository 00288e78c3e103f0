"""What every screen that puts questions does with them: take an answer, explain, show the law, take a note."""

from abc import abstractmethod
from collections.abc import Iterable

from textual import on
from textual.content import Content
from textual.widgets import Input, Static

from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.consultation import AnswerError
from petr_advisor.explaining.explanations import why
from petr_advisor.inference.facts import FactKey, Value
from petr_advisor.tui.in_order import TakesKeys
from petr_advisor.tui.screens.base import AdvisorScreen
from petr_advisor.tui.screens.norm import LawScreen
from petr_advisor.tui.widgets.ask_panel import AskPanel
from petr_advisor.tui.widgets.controls import Reply
from petr_advisor.tui.widgets.grid import GridControl
from petr_advisor.tui.widgets.statements import Statements


class AskingScreen(AdvisorScreen[None], TakesKeys):
    """A screen with a question on it."""

    HELP_KEY = "help.question"
    LEAVES_FIELD = frozenset({"home", "close"})

    @property
    def panel(self) -> AskPanel:
        """The question."""
        return self.query_one(AskPanel)

    @property
    def words_in_sight(self) -> str:
        """The question, its help and its choices."""
        return self.panel.words

    def questions_of(self, keys: Iterable[FactKey]) -> tuple[Question, ...]:
        """Give the questions of some facts, to be put out of turn."""
        facts = self.advisor.base.facts
        return tuple(Question(fact, of, facts[fact], 1) for fact, of in keys)

    def show_conflicts(self) -> None:
        """Say on a line which answers exclude each other."""
        evaluation = self.session.evaluation
        found = [self.text(clash.message) for clash in evaluation.clashes] if evaluation else []
        line = self.query_one(".conflict", Static)
        line.display = bool(found)
        line.update(Content(self.say("panel.conflict", text=" ".join(found))))

    @on(Reply)
    def _replied(self, event: Reply) -> None:
        self.reply(event.value)

    @abstractmethod
    def reply(self, value: Value | None) -> None:
        """Do what an answer to the question in sight leads to; None is « I do not know »."""

    def take(self, of: str | None, value: Value | None, *, remember: bool = True) -> bool:
        """Take an answer to the question in sight; False, with a notice, when it cannot be one."""
        question, consultation = self.panel.question, self.session.consultation
        if question is None:
            return False
        try:
            said = self.session.answered((question.fact, of), value)
        except AnswerError as error:
            self.advisor.tell_error(error)
            return False
        if not self.looks_again or said.state != consultation.state:
            self.advisor.said(said, fact=question.fact, remember=remember)
        return True

    @property
    def looks_again(self) -> bool:
        """Whether the question in sight was answered before; the same answer then says nothing new."""
        return False

    def retell(self) -> None:
        """Say the question in sight in the language in use; what is chosen or typed stays."""
        evaluation = self.session.evaluation
        self.panel.retell(evaluation.hints if evaluation else {}, self.language, self.session.consultation)

    def action_unknown(self) -> None:
        """Answer « I do not know »."""
        control = self.panel.control
        if isinstance(control, GridControl):
            control.give(None)
            control.action_row(1)
        elif isinstance(control, Statements):
            control.give(yes=None)
        elif self.panel.question is None:
            self.advisor.tell("question.none")
        else:
            self.reply(None)

    def action_again(self) -> None:
        """Compute again what failed."""
        self.advisor.evaluate()
        self.advisor.show_everywhere()

    def action_why(self) -> None:
        """Explain why the question is asked."""
        question, evaluation = self.panel.question, self.session.evaluation
        if question is None or evaluation is None:
            self.advisor.tell("question.none")
            return
        case = evaluation.consultation
        self.advisor.explain("tree.why", lambda: why(case, question))

    def action_note(self) -> None:
        """Note something beside the question in sight."""
        question = self.panel.question
        if question is None:
            self.advisor.tell("question.none")
        else:
            self.ask_note(question.key)

    def action_law(self) -> None:
        """Open the paragraphs of law of the question."""
        question = self.panel.question
        norms = question.kind.norms if question else ()
        if norms:
            self.app.push_screen(LawScreen(norms))
        else:
            self.advisor.tell("question.no-law")

    def on_screen_resume(self) -> None:
        """Give the keyboard back to the line that was left to press a letter."""
        super().on_screen_resume()
        if self.focused is None and self.is_mounted and self.panel.is_mounted:
            self.panel.focus_control()

    def action_leave(self) -> None:
        """Close; a line one types in is left first: the letters are then keys."""
        if isinstance(self.focused, Input):
            self.set_focus(None)
        else:
            super().action_leave()
