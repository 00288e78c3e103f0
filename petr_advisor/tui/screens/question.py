"""The question screen: one question, and the conclusions as they form."""

from typing import ClassVar, get_args

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from petr_advisor.asking import Detail, Question
from petr_advisor.consultation import AnswerError
from petr_advisor.explanations import why
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.evaluator import Evaluation
from petr_advisor.tui.screens.base import AdvisorScreen
from petr_advisor.tui.screens.norm import LawScreen
from petr_advisor.tui.widgets.ask_panel import ALL_DETAILS, CANNOT_LIST, LIST, NO_DETAIL, AskPanel
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.controls import ChoiceControl, Reply
from petr_advisor.tui.widgets.grid import GridControl
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.shaping import Shaping, ToSettle


class QuestionScreen(AdvisorScreen[None]):
    """Asks the next question until nothing more matters."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "answer", "undo", "skip", "unknown", "why", "law", "answers", "conclusions", "members", "seats", "language",
        "help", "home", "quit",
    )  # fmt: skip
    HELP_KEY = "help.question"

    def __init__(self) -> None:
        super().__init__()
        self._announced = False
        self._in_grid = False

    def compose(self) -> ComposeResult:
        """Lay out header, question between its two panels, the line of conclusions, footer."""
        yield Banner()
        with Horizontal(classes="columns"):
            with VerticalScroll(classes="side left", can_focus=False):
                yield ToSettle()
            yield AskPanel()
            with VerticalScroll(classes="side right", can_focus=False):
                yield Shaping(wide=True)
        yield Static(markup=False, classes="conflict")
        yield Shaping(wide=False)
        yield Keys(
            "answer", "undo", "skip", "unknown", "why", "law", "answers", "conclusions", "members", "language", "help",
            "home",
        )  # fmt: skip

    @property
    def panel(self) -> AskPanel:
        """The question."""
        return self.query_one(AskPanel)

    def show(self) -> None:
        """Show the session: panels at once, the question when its evaluation is there."""
        super().show()
        for shaping in self.query(Shaping):
            shaping.show(self.advisor)
        self.query_one(ToSettle).show(self.advisor)
        self._show_conflicts()
        self.call_later(self._show_question)

    def _show_conflicts(self) -> None:
        evaluation = self.session.evaluation
        found = [self.text(clash.message) for clash in evaluation.clashes] if evaluation else []
        line = self.query_one(".conflict", Static)
        line.display = bool(found)
        line.update(Content(self.say("panel.conflict", text=" ".join(found))))

    async def _show_question(self) -> None:
        session, evaluation = self.session, self.session.evaluation
        if evaluation is None or not session.fresh:
            if self.panel.question is None:
                await self.panel.rest(self.say("question.wait"), "")
            return
        question = evaluation.question
        if self._in_grid and self.panel.question is not None:
            self.panel.retell(evaluation.hints, self.language, session.consultation)
        elif question is None:
            await self._nothing_to_ask(evaluation)
        elif self._same(question):
            self.panel.retell(evaluation.hints, self.language, session.consultation)
            self.panel.disabled = False
        else:
            self._announced = False
            self.panel.disabled = False
            await self.panel.ask(question, evaluation, self.language)

    async def _nothing_to_ask(self, evaluation: Evaluation) -> None:
        """Go to the conclusions, and offer the details that are left to whoever comes back from them."""
        if evaluation.details and not evaluation.clashes:
            await self.panel.offer(evaluation.details, self.language)
        else:
            await self.panel.rest(self.say("question.done"), self.say("question.done_help"))
        self.panel.disabled = False
        if not self._announced and self.is_current:
            self._announced = True
            await self.run_action("app.conclusions")
            if evaluation.details and not evaluation.clashes:
                self.advisor.tell("details.left", count=sum(evaluation.details.values()))

    def _same(self, question: Question) -> bool:
        shown = self.panel.question
        return shown is not None and shown.key == question.key and not self.panel.disabled

    def forget_question(self) -> None:
        """Put the question anew when the next evaluation comes: the answers were changed elsewhere."""
        self._in_grid = False
        self.panel.disabled = True

    # -- answers -----------------------------------------------------------------------------------------------

    @on(Reply)
    def _reply(self, event: Reply) -> None:
        question = self.panel.question
        if question is None or not self.session.fresh:
            return
        consultation = self.session.consultation
        try:
            said = (
                consultation.dont_know(question.fact, question.of)
                if event.value is None
                else consultation.answer(question.fact, event.value, question.of)
            )
        except AnswerError as error:
            self.advisor.tell_error(error)
            return
        self.panel.disabled = True
        self.advisor.said(said, fact=question.fact)

    @on(ChoiceControl.Chosen)
    async def _chosen(self, event: ChoiceControl.Chosen) -> None:
        if event.value == CANNOT_LIST:
            self.action_unknown()
        elif event.value == LIST:
            await self.run_action("app.members")
        elif event.value == NO_DETAIL:
            await self.run_action("app.conclusions")
        else:
            self.advisor.want(*(found for found in get_args(Detail) if event.value in {found, ALL_DETAILS}))

    @on(GridControl.Given)
    def _row_given(self, event: GridControl.Given) -> None:
        question = self.panel.question
        if question is None:
            return
        consultation = self.session.consultation
        try:
            said = (
                consultation.dont_know(question.fact, event.of)
                if event.value is None
                else consultation.answer(question.fact, event.value, event.of)
            )
        except AnswerError as error:
            self.advisor.tell_error(error)
            return
        self.advisor.said(said, fact=question.fact, remember=not self._in_grid)
        self._in_grid = True

    @on(GridControl.Done)
    def _grid_done(self) -> None:
        question, control = self.panel.question, self.panel.control
        if question is None or not isinstance(control, GridControl):
            return
        said = self.session.consultation
        for of in control.blank:
            said = said.skip(question.fact, of)
        if control.blank:
            self.advisor.tell("grid.left", count=len(control.blank))
        remember = not self._in_grid
        self.forget_question()
        self.advisor.said(said, fact=question.fact, remember=remember and said is not self.session.consultation)
        self.show()

    # -- keys --------------------------------------------------------------------------------------------------

    async def action_answer(self) -> None:
        """Answer with what is chosen or typed; with no question left, go to the conclusions."""
        if self.panel.question is None and self.panel.control is None:
            await self.run_action("app.conclusions")
        else:
            self.panel.submit()

    def action_skip(self) -> None:
        """Put the question off."""
        question = self.panel.question
        if question is None or not self.session.fresh:
            return
        if isinstance(self.panel.control, GridControl):
            self._grid_done()
            return
        self.panel.disabled = True
        self.advisor.said(self.session.consultation.skip(question.fact, question.of))
        self.advisor.tell("question.skipped")

    def action_unknown(self) -> None:
        """Answer « I do not know »."""
        question, control = self.panel.question, self.panel.control
        if isinstance(control, GridControl):
            control.give(None)
            control.action_row(1)
        elif question is not None:
            self._reply(Reply(None))

    def action_why(self) -> None:
        """Explain why the question is asked."""
        question, evaluation = self.panel.question, self.session.evaluation
        if question is None or evaluation is None:
            self.advisor.tell("question.none")
            return
        case = evaluation.consultation
        self.advisor.explain("tree.why", lambda: why(case, question))

    def action_law(self) -> None:
        """Open the paragraphs of law of the question."""
        question = self.panel.question
        norms = question.kind.norms if question else ()
        if norms:
            self.app.push_screen(LawScreen(norms))
        else:
            self.advisor.tell("question.no_law")

    def key_escape(self) -> None:
        """Give the keys back their use when a text is being typed."""
        if isinstance(self.focused, Input):
            self.set_focus(None)
