"""The questions of one subject together: those that can still change something first, what was said beside them."""

from collections.abc import Collection, Mapping
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content

from petr_advisor.consulting.lines import with_lines
from petr_advisor.inference.facts import Value
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.in_footer import beside_lines
from petr_advisor.tui.pauses import Pauses
from petr_advisor.tui.screens.asking import AskingScreen
from petr_advisor.tui.units import LINES, Unit, units
from petr_advisor.tui.unseen import Unseen
from petr_advisor.tui.widgets.ask_panel import CANNOT_LIST, LIST
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.controls import ChoiceControl, Choices
from petr_advisor.tui.widgets.form_fields import FieldLine, FormPanel, SubjectLine, read_from_a_line
from petr_advisor.tui.widgets.grid import GridControl
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.rows import RowsControl
from petr_advisor.tui.widgets.settled import Settled
from petr_advisor.tui.widgets.shaping import Shaping
from petr_advisor.tui.widgets.statements import Statements
from petr_advisor.typed.forms import Form, Standing, forms

END = ""
"""The place after the last question, in place of the name of a fact: what is left, and where to go from there."""

IN_FORM = (
    "answer", "field", "next_form", "unknown", "why", "law", "note", "find_out", "answers", "conclusions", "commands",
    "language", "help", "close",
)  # fmt: skip


class FormScreen(AskingScreen):
    """Shows a form a subject; one question at a time has the keyboard."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "answer", "field", "field_before", "next_form", "form_before", "unknown", "why", "law", "note", "note_line",
        "undo", "redo", "find_out", "answers", "conclusions", "members", "territory", "language", "help", "close",
        "quit",
    )  # fmt: skip
    HELP_KEY = "help.form"
    TITLE_KEY = "form.title"

    def __init__(self) -> None:
        super().__init__()
        self._subject: str | None = None
        self._order: list[str] = []
        """The questions of the form, by fact, in the order in which they stand while it is filled."""
        self._at = END
        """The question that has the keyboard, by fact."""
        self._put: tuple[object, ...] | None = None
        """What is in the panel: the question and its answers, or the words of the end."""
        self._unseen = Unseen()
        self._awaiting = False
        """Whether the next question depends on what the last answer is found to change."""

    def compose(self) -> ComposeResult:
        """Lay out the subjects, the questions, what takes shape, the keys."""
        yield Banner()
        yield SubjectLine()
        with Horizontal(classes="columns"):
            with VerticalScroll(classes="form", can_focus=False):
                yield FormPanel()
                yield Settled()
            with VerticalScroll(classes="side right", can_focus=False):
                yield Shaping(wide=True)
        yield Keys(*IN_FORM)

    # -- what there is to show ---------------------------------------------------------------------------------

    def show(self) -> None:
        """Show the session: what was said at once, what it changed when it is computed."""
        super().show()
        self.query_one(Shaping).show(self.advisor)
        self.call_later(self._show_form)

    def _forms(self) -> tuple[Form, ...]:
        """Give the forms that have something to show, and the one in sight."""
        evaluation = self.session.evaluation
        found = forms(self.session.consultation, evaluation.questions, evaluation.set_aside) if evaluation else ()
        return tuple(form for form in found if form.fields or form.subject == self._subject)

    async def _show_form(self) -> None:
        found = self._forms() if self.advisor.session is not None and self.is_attached else None
        if found is None:
            return
        if not found:
            pauses = Pauses(self.language)
            await self._rest(*(pauses.failed(self.session) if self.session.fault else pauses.waiting()))
            return
        settled = self.query_one(Settled)
        settled.follow(found, self.session)
        form = self._turn_to(found)
        found_units = self._units(form)
        self._keep_order(list(found_units))
        if self._awaiting and self.session.fresh:
            self._awaiting, self._at = False, self._next(found_units, "decisive", "refining")
        await self._lay_out(found_units)
        settled.tell(form, self.session, self.language, folded=self._at != END)
        self.query_one(SubjectLine).tell(found, form.subject, self.language)
        if self.session.fault is not None:
            await self._rest(*Pauses(self.language).failed(self.session))
        elif self._at in found_units:
            if not self._awaiting:
                await self._put_unit(found_units[self._at])
        else:
            await self._put_end(found, form)

    def _turn_to(self, found: tuple[Form, ...]) -> Form:
        """Give the form in sight; at first that of the question now asked, else the first with something open."""
        by_subject = {form.subject: form for form in found}
        if self._subject not in by_subject:
            evaluation = self.session.evaluation
            asked = evaluation.question.fact if evaluation and evaluation.question else None
            having = [form for form in found if asked in {field.fact for field in form.fields}]
            having += [form for form in found if form.decisive] + [form for form in found if form.open] + [*found]
            self._begin(having[0])
            self._at = next((unit.name for unit in self._units(having[0]).values() if asked in unit.facts), self._at)
        return by_subject[self._subject or ""]

    def _begin(self, form: Form) -> None:
        """Turn to a form, at its first question that is still of use."""
        self._subject, self._awaiting = form.subject, False
        found = self._units(form)
        self._order = list(found)
        self._at = next((unit.name for unit in found.values() if unit.open), END)
        self._put = None

    def _units(self, form: Form) -> dict[str, Unit]:
        lines = self._at == LINES and isinstance(self.panel.control, Statements) and not self.panel.disabled
        kept = self.panel.questions if lines and form.subject == self._subject else ()
        return units(form, self.advisor.base.places, kept)

    def _keep_order(self, facts: list[str]) -> None:
        """Keep each question in its place while one fills the form; new ones come after the one in sight."""
        kept = [fact for fact in self._order if fact in facts]
        new = [fact for fact in facts if fact not in kept]
        if self._at != END and self._at not in facts:
            self._at, self._awaiting = END, True
        place = kept.index(self._at) + 1 if self._at in kept else len(kept)
        self._order = [*kept[:place], *new, *kept[place:]]

    def _next(self, found: Mapping[str, Unit], *standings: Standing) -> str:
        """Give the next question that stands so, from the one in sight on and round again; the end where none does."""
        place = self._order.index(self._at) if self._at in self._order else -1
        around = [*self._order[place + 1 :], *self._order[: max(place, 0)]]
        standing_so = (name for standing in standings for name in around if found[name].standing == standing)
        return next(standing_so, END)

    # -- laying it out -----------------------------------------------------------------------------------------

    async def _lay_out(self, found: dict[str, Unit]) -> None:
        room = self.query_one(".form", VerticalScroll)
        there = {line.fact: line for line in room.query(FieldLine)}
        await room.remove_children([line for fact, line in there.items() if fact not in found])
        await room.mount_all(FieldLine(fact) for fact in self._order if fact not in there)
        for line in room.query(FieldLine):
            line.update(found[line.fact].told(self.session.consultation, self.language))
            line.set_class(line.fact == LINES, "-lines")
            line.display = line.fact != self._at
        places = {fact: number for number, fact in enumerate([*self._order, END])}
        room.sort_children(
            key=lambda child: places[child.fact] if isinstance(child, FieldLine)
            else places.get(self._at, len(places)) if isinstance(child, FormPanel) else len(places)
        )  # fmt: skip

    async def _put_unit(self, unit: Unit) -> None:
        """Put the question in sight, or the lines, into the panel; what is there stays as it is."""
        consultation, kind = self.session.consultation, unit.questions[0].kind
        put = (unit.facts, self._said_of(unit.facts), consultation.state.lists.get(kind.entity or kind.of or ""))
        if self._put == put and not self.panel.disabled:
            self._settle(unit)
            return
        self._put, at, facts = put, self.panel.question, [question.fact for question in unit.questions]
        self.panel.disabled = False
        await self.panel.ask(unit.questions, consultation, self.session.evaluation, self.language)
        if isinstance(self.panel.control, Statements) and at is not None and at.fact in facts:
            self.panel.control.rows.highlighted = facts.index(at.fact)  # lines came: the bar stays
        self._settle(unit)
        self.query_one(Keys).offer(beside_lines(IN_FORM) if unit.name == LINES else IN_FORM)
        self._in_sight()

    def _settle(self, unit: Unit) -> None:
        if isinstance(self.panel.control, Statements):
            self.panel.control.settled = unit.settled
        self.retell()

    def _said_of(self, facts: Collection[str]) -> tuple[object, ...]:
        answers = self.session.consultation.state.answers
        return tuple((key, found.value) for key, found in answers.items() if key[0] in facts)

    async def _put_end(self, found: tuple[Form, ...], form: Form) -> None:
        """Say what is left, and offer where to go."""
        left = self.say("form.left", count=form.open) if form.open else self.say("form.done")
        others = [each for each in found if each.open and each.subject != form.subject]
        others.sort(key=lambda each: not each.decisive)
        choices: list[tuple[Value, Content]] = [
            (
                f"subject('{each.subject}')",
                Content(self.say("form.go-to", subject=each.title, decisive=each.decisive, count=each.open)),
            )
            for each in others
        ]
        choices += [("app.conclusions", Content(self.say("form.conclude")))]
        choices += [("leave", Content(self.say("form.one-by-one")))]
        useless = self.query_one(Settled).lines(form, self.session, self.language)
        await self._rest(left, "\n".join(useless), choices)

    async def _rest(self, title: str, help_: str = "", choices: Choices = ()) -> None:
        put = (title, help_, choices)
        if self._put != put or self.panel.disabled:
            self._put = put
            self.panel.disabled = False
            await self.panel.rest(title, help_, choices)
            self._in_sight()

    def _in_sight(self) -> None:
        self._unseen.put()
        self.call_after_refresh(lambda: self.call_after_refresh(read_from_a_line, self.panel))

    # -- answers -----------------------------------------------------------------------------------------------

    def takes(self, event: events.Key) -> bool:
        """Refuse a key that would answer before the question is in sight."""
        lines = isinstance(self.panel.control, Statements)
        refused = self._unseen.refuses(event, waiting=self.panel.left, lines=lines)
        if refused:
            self.advisor.tell("question.too-soon", warning=True)
        return refused

    @property
    def looks_again(self) -> bool:
        """Whether what is in sight is answered already."""
        question = self.panel.question
        return question is not None and question.key in self.session.consultation.state.answers

    def reply(self, value: Value | None) -> None:
        """Take an answer, and go on to the next question that is of use."""
        question = self.panel.question
        if question is None:
            self.advisor.tell("question.none")
        elif not self.panel.disabled and self.take(question.of, value):
            self._go_on()

    def _go_on(self) -> None:
        """Go to the next decisive question; with none in sight, wait for those that the answer may bring."""
        form = next((found for found in self._forms() if found.subject == self._subject), None)
        found = self._units(form) if form else {}
        after = self._next(found, "decisive") if self._order and found.keys() >= set(self._order) else END
        self._awaiting = after == END
        self._at = self._at if self._awaiting else after
        self.panel.disabled = True
        self.show()

    @on(GridControl.Given)
    def _row_given(self, event: GridControl.Given) -> None:
        if (question := self.panel.question) is not None and self.take(event.of, event.value):
            self._stays({question.fact})

    @on(Statements.Given)
    def _lines_given(self, event: Statements.Given) -> None:
        """Keep what is said of lines, which stay in sight until one goes on."""
        said = {each.key: event.said[each.fact] for each in self.panel.questions if each.fact in event.said}
        held = with_lines(self.session.consultation, said, self.session.remark_on)
        self.advisor.said(held, fact=next(iter(event.said)))
        self._stays({question.fact for question in self.panel.questions})

    def _stays(self, facts: Collection[str]) -> None:
        """Note that what is in the panel shows what is said now."""
        self._put = (frozenset(facts), self._said_of(facts), self._put[2] if self._put else None)

    @on(RowsControl.Done)
    def _rows_done(self) -> None:
        """Go on, once; lines of which nothing was said stay open."""
        control = self.panel.control
        if isinstance(control, GridControl) and control.blank:
            self.advisor.tell("grid.left", count=len(control.blank))
        self._go_on()

    @on(ChoiceControl.Chosen)
    async def _chosen(self, event: ChoiceControl.Chosen) -> None:
        if event.value == CANNOT_LIST:
            self.reply(None)
        elif event.value == LIST:
            await self.run_action("app.members")
        elif self.panel.question is None:
            await self.run_action(str(event.value))

    # -- keys --------------------------------------------------------------------------------------------------

    @on(ChoiceControl.Past)
    def _past(self, event: ChoiceControl.Past) -> None:
        self._move(event.step)

    @on(FieldLine.Wanted)
    def _wanted(self, event: FieldLine.Wanted) -> None:
        self._go_to(event.name)

    def _move(self, step: int) -> None:
        places = [*self._order, END]
        at = places.index(self._at) if self._at in places else len(places) - 1
        self._go_to(places[(at + step) % len(places)])

    def _go_to(self, fact: str) -> None:
        self._at, self._awaiting = fact, False
        self._put = None
        self.panel.disabled = True
        self.show()

    def action_field(self) -> None:
        """Go to the next question of the form."""
        self._move(1)

    def action_field_before(self) -> None:
        """Go to the question above."""
        self._move(-1)

    def action_subject(self, subject: str) -> None:
        """Turn to the form of a subject."""
        form = next((found for found in self._forms() if found.subject == subject), None)
        if form is not None:
            self._begin(form)
            self.panel.disabled = True
            self.show()

    def action_forward(self) -> None:
        """Turn to the next subject."""
        self._turn(1)

    def action_back(self) -> None:
        """Turn to the subject before."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        subjects = [form.subject for form in self._forms()]
        if self._subject in subjects:
            self.action_subject(subjects[(subjects.index(self._subject) + step) % len(subjects)])

    def action_answer(self) -> None:
        """Answer with what is chosen or typed."""
        if not self.panel.disabled:
            self.panel.submit()
