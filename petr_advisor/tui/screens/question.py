"""The question screen: one question, and the conclusions as they form."""

from typing import ClassVar, get_args

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from petr_advisor.consulting.asking import Detail, Question
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.lines import left_open, with_lines
from petr_advisor.inference.facts import FactKey, Value
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.evaluator import Evaluation
from petr_advisor.tui.in_footer import AT_REST, IN_QUESTION, beside_lines
from petr_advisor.tui.pauses import Pause, Pauses, at_the_end
from petr_advisor.tui.screens.asking import AskingScreen
from petr_advisor.tui.trail import Trail, Walked
from petr_advisor.tui.unseen import Unseen
from petr_advisor.tui.wanting import tell_wanting
from petr_advisor.tui.widgets.ask_panel import CANNOT_LIST, LIST, AskPanel
from petr_advisor.tui.widgets.banner import Banner, names_of
from petr_advisor.tui.widgets.controls import ChoiceControl
from petr_advisor.tui.widgets.grid import GridControl
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.shaping import Shaping, ToSettle
from petr_advisor.tui.widgets.statements import Statements
from petr_advisor.words.voice import value_text


class QuestionScreen(AskingScreen):
    """Asks the next question until nothing more matters."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "answer", "back", "forward", "undo", "redo", "skip", "unknown", "why", "law", "note", "note_line",
        "find_out", "form", "answers", "conclusions", "members", "territory", "acts", "seats", "scope", "project",
        "another", "language", "help", "home", "quit",
    )  # fmt: skip

    def __init__(self, *, concluded: bool = False) -> None:
        super().__init__()
        self._announced = concluded
        """Whether the conclusions were opened since a question was last put."""
        self._in_grid = False
        """Whether some rows, or some lines, are answered and the others still in sight."""
        self._again: Walked | None = None
        """The question answered before that is looked at again."""
        self._to_say: frozenset[FactKey] = frozenset()
        """What a line of a checklist left to choose from: it is asked next."""
        self._pause: Pause | None = None
        """What is shown in place of a question."""
        self._after_lines = False
        """Whether a checklist was in sight before what is shown."""
        self._told_blank: tuple[str, ...] = ()
        """The lines left blank, or open, of which it was told: Enter leaves them now."""
        self._unseen = Unseen()
        self._trail = Trail()

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
        yield Keys(*IN_QUESTION)

    def show(self) -> None:
        """Show the session: panels at once, the question when its evaluation is there."""
        super().show()
        for shaping in self.query(Shaping):
            shaping.show(self.advisor, self._subject)
        self.query_one(ToSettle).show(self.advisor)
        self.show_conflicts()
        self.call_later(self._show_question)

    @property
    def headings(self) -> tuple[str, ...]:
        """The subject under which what is in sight was put, while that of the next question is another already."""
        return names_of(self.advisor, (self._subject,)) if self._subject else ()

    @property
    def _subject(self) -> str | None:
        question = self.panel.question if self._in_grid or self._again is not None else None
        return self._trail.named_for(question.key, self.session.consultation) if question else None

    async def _show_question(self) -> None:
        session = self.advisor.session
        if session is None or not self.is_attached:
            return
        evaluation, pauses = session.evaluation, Pauses(self.language)
        if self._in_grid and self.panel.question is not None:
            self.panel.narrow(evaluation)
            self.retell()
        elif self._again is not None:
            await self._put(self.questions_of(self._again))
        elif session.fault is not None:
            await self._rest(pauses.failed(session))
        elif evaluation is None or not session.fresh:
            if self.panel.question is None:
                await self._rest(pauses.waiting())
        elif evaluation.question is None:
            await self._nothing_to_ask(evaluation)
        else:
            self._announced = False
            wanted = next((question for question in evaluation.questions if question.key in self._to_say), None)
            begun = self.questions_of(self._trail.begun(evaluation))
            await self._put((wanted,) if wanted else begun or evaluation.together)

    async def _put(self, questions: tuple[Question, ...]) -> None:
        """Put a question, or the lines of a checklist; what is in sight stays as it is."""
        if self._same(questions):
            self.panel.narrow(self.session.evaluation)
            self.retell()
            return
        self._pause, self._told_blank = None, ()
        self._after_lines = isinstance(self.panel.control, Statements)
        self.panel.disabled = False
        named = beside_lines(IN_QUESTION) if len(questions) > 1 else IN_QUESTION
        self.query_one(Keys).offer((*named[:2], "forward", *named[2:]) if self._again else named)
        evaluation = self.session.evaluation
        self._trail.put(questions, evaluation.subject if evaluation and self._again is None else None)
        await self.panel.ask(questions, self.session.consultation, evaluation, self.language)
        self.query_one(Banner).show(self.advisor, *self.headings)
        for shaping in self.query(Shaping):
            shaping.show(self.advisor, self._subject)
        self.call_after_refresh(self.query_one(".-line", Shaping).make_room)
        self._unseen.put()

    async def _rest(self, pause: Pause) -> None:
        """Show words in place of a question; those in sight stay as they are."""
        self.panel.disabled = False
        if self.panel.question is not None or pause != self._pause:
            self._pause = pause
            self.query_one(Keys).offer(AT_REST)
            await self.panel.rest(*pause)
            self._unseen.put()

    async def _nothing_to_ask(self, evaluation: Evaluation) -> None:
        """Go to the conclusions, and offer the details that are left to whoever comes back from them."""
        left = sum(evaluation.details.values()) if not evaluation.clashes else 0
        pauses, more = Pauses(self.language), left or (evaluation.left.to_check and not evaluation.clashes)
        await self._rest(pauses.details(evaluation) if more else pauses.done())
        if not self._announced and self.is_current:
            self._announced = True
            await self.run_action("app.conclusions")
            if said := at_the_end(self.session, evaluation, left):
                self.advisor.notices.tell(said.in_, self.language, "information", 8)

    def _same(self, questions: tuple[Question, ...]) -> bool:
        shown = self.panel.questions
        return not self.panel.disabled and [each.key for each in shown] == [each.key for each in questions]

    def forget_question(self) -> None:
        """Put the question anew when the next evaluation comes: the answers were changed elsewhere."""
        self._in_grid = False
        self._again = None
        self._to_say = frozenset()
        self.panel.disabled = True

    @property
    def waiting(self) -> bool:
        """Whether the question in sight is answered and the next not there yet."""
        return self._again is None and not self._in_grid and (self.session.waiting or self.panel.disabled)

    def _too_soon(self) -> bool:
        """Refuse, with a word, a key that comes while the next question is computed; nobody answers unseen."""
        return self._refused(refused=self.waiting)

    def takes(self, event: events.Key) -> bool:
        """Refuse a key that would answer before the question is in sight, or lines that were just left."""
        lines, waits = self._after_lines or isinstance(self.panel.control, Statements), self.waiting or self.panel.left
        return self._refused(refused=self._unseen.refuses(event, waiting=waits, lines=lines, again=self.looks_again))

    def _refused(self, *, refused: bool) -> bool:
        if refused:
            self.advisor.tell("question.too-soon", warning=True)
        return refused

    # -- answers -----------------------------------------------------------------------------------------------

    @property
    def looks_again(self) -> bool:
        """Whether a question answered before is in sight."""
        return self._again is not None

    def reply(self, value: Value | None) -> None:
        """Take an answer, and put the next question when it is there."""
        question, before = self.panel.question, self.session.consultation
        if question is None or self._too_soon() or not self.take(question.of, value):
            return
        if self.session.consultation is before:
            self.action_forward()
        else:
            if self.advisor.by_figure:
                taken = value_text(question.kind, value)
                self.advisor.tell("question.taken", of_answer=True, value=taken, fact=question.kind.label)
            self.forget_question()
            self.show()

    @on(ChoiceControl.Chosen)
    async def _chosen(self, event: ChoiceControl.Chosen) -> None:
        if self.panel.question is None:
            await self.run_action(str(event.value))
        elif event.value == CANNOT_LIST:
            self.action_unknown()
        elif event.value == LIST:
            await self.run_action("app.members")

    @on(GridControl.Given)
    def _row_given(self, event: GridControl.Given) -> None:
        if self.take(event.of, event.value, remember=not self._in_grid):
            self._in_grid = True

    @on(GridControl.Done)
    def _grid_done(self) -> None:
        question, control = self.panel.question, self.panel.control
        if question is None or not isinstance(control, GridControl):
            return
        said = self.session.consultation
        for of in control.blank:
            said = said.skip(question.fact, of)
        self._leave(said, len(control.blank), fact=question.fact)

    def _leave(
        self, said: Consultation, blank: int, *, fact: str | None = None, to_say: frozenset[FactKey] = frozenset()
    ) -> None:
        """Go on from rows or lines, of which some are left blank and some leave something to choose from."""
        remember = not self._in_grid
        if blank:
            self.advisor.tell("grid.left", count=blank)
        self.forget_question()
        self._to_say = to_say
        if said is not self.session.consultation:  # else what was told of the last line is still to be read
            self.advisor.said(said, fact=fact, remember=remember)
        self.show()

    @on(Statements.Given)
    def _lines_given(self, event: Statements.Given) -> None:
        """Keep what is said of lines of a checklist, which stays in sight until it is confirmed."""
        said = {each.key: event.said[each.fact] for each in self.panel.questions if each.fact in event.said}
        held = with_lines(self.session.consultation, said, self.session.remark_on)
        if held.state != self.session.consultation.state:
            self.advisor.said(held, fact=next(iter(event.said)), remember=not self._in_grid)
            self._in_grid = True

    @on(Statements.Done)
    def _lines_done(self) -> None:
        """Go on: lines of which nothing was said are put off; what « yes » left to choose from is asked next.

        One blank line is one more question: where it decides, it is told first, and left by Enter again.
        """
        control = self.panel.control
        if not isinstance(control, Statements):
            return
        control.confirmed, blank = False, [(fact, None) for fact in control.blank]
        if not control.said:
            self.advisor.tell_of_lines("checklist.say-first")
        elif self.looks_again and not self._in_grid and self.session.put_off_already(blank):
            self.action_forward()
        elif (wanting := (*control.blank, *control.pending)) != self._told_blank and tell_wanting(
            self.advisor, control, self.session.decisive(self.panel.questions)
        ):
            self._told_blank = wanting
        else:
            self._leave_lines(control)

    def _leave_lines(self, control: Statements) -> None:
        said, to_say = self.session.consultation, set[FactKey]()
        answers = said.state.answers
        for question in self.panel.questions:
            if question.fact in control.blank:
                said = said.skip(*question.key)
            elif question.fact in control.said and question.key not in answers:
                to_say.add(question.key)
                said = left_open(said, question.key, yes=control.said.get(question.fact))
        self._leave(said, len(control.blank), fact=self.session.last_fact, to_say=frozenset(to_say))

    # -- keys --------------------------------------------------------------------------------------------------

    def action_back(self) -> None:
        """Look again at the question answered before; its answer stays given."""
        walked, place = self._walked()
        if place:
            self._look_again(walked[place - 1])
        else:
            self.advisor.tell("question.first")

    def action_forward(self) -> None:
        """Go on from a question looked at again, to the next one answered or to the one still open."""
        walked, place = self._walked()
        if self._again is None:
            self.advisor.tell("question.newest")
        else:
            self._look_again(walked[place + 1] if place + 1 < len(walked) else None)

    def _walked(self) -> tuple[tuple[Walked, ...], int]:
        """Give the questions answered, and the place among them of the one in sight."""
        walked = self._trail.walked(self.session.consultation, self.session.evaluation)
        lines = self.panel.questions if isinstance(self.panel.control, Statements) else ()
        begun = self.session.consultation.state.answers.keys() & {each.key for each in lines}
        here = begun if self._again is None else set(self._again)
        return walked, next((place for place, keys in enumerate(walked) if here & set(keys)), len(walked))

    def _look_again(self, walked: Walked | None) -> None:
        self.forget_question()
        self._again = walked
        self.show()

    async def action_answer(self) -> None:
        """Answer with what is chosen or typed; with no question left, go to the conclusions."""
        if self._too_soon():
            return
        if self.panel.question is None and self.panel.control is None:
            await self.run_action("app.conclusions")
        else:
            self.panel.submit()

    def action_want(self, detail: str) -> None:
        """Ask for some details, or for all."""
        self.advisor.want(*(found for found in get_args(Detail) if detail in {found, "all"}))

    def action_skip(self) -> None:
        """Put the question off; one looked at again is left as it is."""
        question = self.panel.question
        if question is None:
            self.advisor.tell("question.none")
        if question is None or self._too_soon():
            return
        if self._again is not None:
            self.action_forward()
        elif not self._in_grid and self.session.put_off_already(each.key for each in self.panel.questions):
            self.advisor.tell("question.only-skipped", warning=True)
        elif isinstance(self.panel.control, GridControl):
            self._grid_done()
        elif isinstance(self.panel.control, Statements):
            self._leave_lines(self.panel.control)
        else:
            self.forget_question()
            self.advisor.said(self.session.consultation.skip(question.fact, question.of))
            self.advisor.tell("question.skipped")
