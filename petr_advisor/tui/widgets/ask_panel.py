"""A question with its term of law, its help and the control that fits its type."""

from collections.abc import Iterable, Iterator, Mapping

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from petr_advisor.consulting.another import another_at
from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.lines import line_said
from petr_advisor.consulting.picked import to_pick
from petr_advisor.explaining.remark_words import note_lines, remark_on
from petr_advisor.inference.facts import Value
from petr_advisor.territory.measures import Hint
from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.evaluator import Evaluation
from petr_advisor.tui.widgets.below_line import OTHERS, left_below, offered_below
from petr_advisor.tui.widgets.controls import ChoiceControl, Choices, Reply, TypedControl, choices_of, help_of
from petr_advisor.tui.widgets.grid import GridControl
from petr_advisor.tui.widgets.rows import RowsControl
from petr_advisor.tui.widgets.statements import Statement, Statements
from petr_advisor.typed.entities import entity_name
from petr_advisor.typed.values import UNKNOWN
from petr_advisor.words.abbreviations import to_spell
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Language, Text
from petr_advisor.words.voice import Voice, screen_voice

LIST, CANNOT_LIST = "list", "cannot_list"
"""What a question about a list offers."""


class AskPanel(Vertical):
    """Shows one question."""

    def __init__(self) -> None:
        super().__init__(classes="ask")
        self.questions: tuple[Question, ...] = ()
        """The question put, or the lines of a checklist."""
        self._language: Language = "fr"
        self.control: ChoiceControl | TypedControl | GridControl | Statements | None = None
        self._told: tuple[dict[str, Hint], Language, Consultation] | None = None
        """What was told last."""
        self._left: tuple[str, ...] = ()
        """The choices that can still be true; all of them are offered where it is empty."""
        self._first_in: dict[str, str] = {}
        """The question that had each abbreviation first: there it is spelled out."""
        self._picks: tuple[tuple[int, Text], ...] = ()
        """The figures of the members, one of which is asked for."""
        self._narrowed: tuple[str, ...] | None = None
        """Those when they were last worked out; the person may have had all of them put in sight since."""

    @property
    def question(self) -> Question | None:
        """The question put; of a checklist, the line under the bar."""
        if isinstance(self.control, Statements) and self.control.is_mounted:
            return self.questions[self.control.at]
        return self.questions[0] if self.questions else None

    @property
    def left(self) -> bool:
        """Whether what is in sight is answered, and the screen about to go on."""
        return self.disabled or (isinstance(self.control, RowsControl) and self.control.confirmed)

    @property
    def taken(self) -> int:
        """The lines that the question takes with all its answers, in sight or not; none before it is put."""
        if (control := self.control) is None:
            return 0
        own = control.whole if isinstance(control, RowsControl) else control.virtual_size.height
        return self.query_one(".head", VerticalScroll).virtual_size.height + max(own, control.outer_size.height)

    def compose(self) -> ComposeResult:
        """Lay out the words, then the room for the control."""
        with VerticalScroll(classes="head", can_focus=False):
            yield Static(markup=False, classes="question")
            yield Static(markup=False, classes="term")
            yield Static(markup=False, classes="help")
            yield Static(markup=False, classes="hint")
        yield VerticalScroll(classes="room", can_focus=False)

    def on_resize(self) -> None:
        """Lay the words out anew: a bar that came beside them takes from their width, and would keep itself there."""
        self.query_one(".head", VerticalScroll).show_vertical_scrollbar = False

    async def ask(
        self, questions: tuple[Question, ...], consultation: Consultation, evaluation: Evaluation | None,
        language: Language,
    ) -> None:  # fmt: skip
        """Put a question with the control of its type, or several as the lines of a checklist.

        An evaluation tells what is measured and what applies.
        """
        if isinstance(app := self.app, AdvisorApp) and questions != self.questions:
            app.notices.leave_lines(language)
        self.questions, self.control = questions, None
        self._picks = to_pick(consultation, questions[0].fact) if len(questions) == 1 else ()
        self._narrowed = None
        self.narrow(evaluation)
        self.retell(evaluation.hints if evaluation else {}, language, consultation)
        room = self.query_one(".room", VerticalScroll)
        await room.remove_children()
        if len(questions) > 1:
            self.control = self._statements(consultation, language)
            self.control.offered = offered_below(self.questions, evaluation)
        else:
            self.control = self._control(questions[0], consultation, evaluation, language)
        await room.mount(self.control)
        self.query_one(".head", VerticalScroll).scroll_home(animate=False)
        self.focus_control()

    def narrow(self, evaluation: Evaluation | None) -> None:
        """Offer what other answers leave since it was put: the choices of a question, the lines that still matter."""
        if isinstance(self.control, Statements):
            self.control.settled = _settled(self.questions, self.control, evaluation)
            self.control.offered = offered_below(self.questions, evaluation)
        left = evaluation.offered.get(self.questions[0].key, ()) if evaluation and self.questions else ()
        if left != self._narrowed:
            self._narrowed = self._left = left

    async def rest(self, title: str, help_: str, choices: Choices = ()) -> None:
        """Show words and no question; there may be something to choose."""
        self.questions, self.control = (), ChoiceControl(choices, choices[0][0]) if choices else None
        room = self.query_one(".room", VerticalScroll)
        await room.remove_children()
        self._put("question", title)
        self._put("help", help_)
        for name in ("term", "hint"):
            self._put(name, "")
        if self.control is not None:
            await room.mount(self.control)
            self.focus_control()

    def retell(self, hints: dict[str, Hint], language: Language, consultation: Consultation) -> None:
        """Say the words in a language; what is chosen or typed stays."""
        self._language, self._told = language, (hints, language, consultation)
        self.set_class(len(self.questions) > 1, "-lines")
        if (question := self.question) is None:
            return
        self._tell(question, hints, language, consultation)
        if isinstance(self.control, ChoiceControl):
            self.control.offer(self._choices(question, language))
        elif self.control is not None:
            self.control.retell(language)

    def _tell(
        self, question: Question, hints: Mapping[str, Hint], language: Language, consultation: Consultation
    ) -> None:
        """Say the words above the control; of a checklist, those of the line under the bar below its own question.

        Those of a line below which something is to be picked are its own question: the choices need the room.
        """
        ask = question.kind.ask
        voice = screen_voice(language)
        if len(self.questions) > 1 and not self._below(question):
            base = consultation.base
            names = {consultation.checklists.get(each.fact) for each in self.questions}
            asked = base.checklists[name].text if len(names) == 1 and (name := names.pop()) else told("form.lines")
            lines = len(self.questions)  # the head counts it as one question
            self._put("question", voice.phrase("checklist.asked", asked=asked.in_(language), count=lines))
            self._put("term", "")
            line = base.line_of.get(question.fact)
            # yes to a line in words of its own answers not the question of its fact: those words are asked
            own = told("form.own-line", line=line.label) if line and line.label else question.text
            told_here = [text.in_(language) for text in (own, *((ask.help,) if ask else ()))]
            self._put("help", "\n".join((*told_here, *self._spelled(question, " ".join(told_here), voice))))
        else:
            self._put("question", question.text.in_(language))
            self._put("term", voice.phrase("question.term", term=ask.term.in_(language)) if ask and ask.term else "")
            told_here = list(self._help_words(question, voice, consultation))
            asked_here = " ".join((question.text.in_(language), *told_here))
            self._put("help", "\n".join((*told_here, *self._spelled(question, asked_here, voice))))
        self._put("hint", "\n".join(self._notes(question, hints, voice, consultation)))

    def _below(self, question: Question) -> bool:
        """Tell whether choices stand below the line of a question."""
        below = self.control.below if isinstance(self.control, Statements) else None
        return below is not None and below.fact == question.fact

    def _spelled(self, question: Question, words: str, voice: Voice) -> Iterator[str]:
        """Spell out the abbreviations of a question where it is the first that has them."""
        found = to_spell(words, voice.language)
        said = [
            f"{short} = {meaning}"
            for short, meaning in found
            if self._first_in.setdefault(short, question.fact) == question.fact
        ]
        if said:
            yield voice.phrase("abbreviations.here", said=" ; ".join(said))

    @staticmethod
    def _help_words(question: Question, voice: Voice, consultation: Consultation) -> Iterator[str]:
        """Give where to find the answer, and the key that takes another service or operation in a copy."""
        if question.kind.ask:
            yield question.kind.ask.help.in_(voice.language)
        if another := another_at(consultation, question.fact):
            yield voice.phrase("another.told", named=another.named)

    def _notes(
        self, question: Question, hints: Mapping[str, Hint], voice: Voice, consultation: Consultation
    ) -> Iterator[str]:
        """Give what is measured, what is answered, what was noted beside it."""
        if hint := hints.get(question.fact):
            yield voice.phrase("question.hint", note=hint.note.in_(voice.language))
        if len(self.questions) == 1 and (current := consultation.state.answers.get(question.key)):
            yield voice.phrase("question.current", value=voice.value(question.kind, current.value))
        yield from note_lines(voice, remark_on(consultation, question.key))

    @property
    def words(self) -> str:
        """Everything that the question says, its choices and their help too."""
        if self.question is None:
            return ""
        if isinstance(self.control, Statements):
            return self.control.words
        kind = self.question.kind
        said = [kind.ask.term, kind.ask.help] if kind.ask else []
        texts = [self.question.text, *(text for text in said if text)]
        choices = self._choices(self.question, self._language) if isinstance(self.control, ChoiceControl) else []
        helps = (self._help(value) for value, _ in choices)
        return "\n".join([*(text.in_(self._language) for text in texts), *(c.plain for _, c in choices), *helps])

    def focus_control(self) -> None:
        """Put the keyboard on the control."""
        found = self.query(Input).first() if self.query(Input) else None
        if found is None and self.query(OptionList):
            self.query(OptionList).first().focus()
        elif found is not None:
            found.focus()

    def submit(self) -> None:
        """Answer with what is chosen or typed."""
        if isinstance(self.control, ChoiceControl):
            self.control.action_select()
        elif isinstance(self.control, TypedControl):
            self.control.submit()
        elif self.control is not None:
            self.control.confirm()

    async def on_choice_control_chosen(self, event: ChoiceControl.Chosen) -> None:
        """Turn a choice into an answer; what is chosen for a list is left to the screen."""
        if isinstance(app := self.app, AdvisorApp):
            app.by_figure = event.by_figure and self.question is not None  # what a menu opens is not answered yet
        if event.value == OTHERS and self.question is not None and isinstance(self.control, ChoiceControl):
            event.stop()
            if self._picks:
                await self._let_type(self.question)
                return
            self._left = ()
            self.control.offer(self._choices(self.question, self._language))
        elif self.question is not None and self.question.kind.type != "list":
            event.stop()
            self.post_message(Reply(None if event.value == UNKNOWN else event.value))

    async def _let_type(self, question: Question) -> None:
        """Give a line to type a figure in, in the place of those of the members."""
        self._picks, self.control = (), TypedControl(question.kind, self._language)
        room = self.query_one(".room", VerticalScroll)
        await room.remove_children()
        await room.mount(self.control)
        self.focus_control()

    def _put(self, name: str, words: str) -> None:
        found = self.query_one(f".{name}", Static)
        found.set_class(not words, "-empty")  # and not `display`, which would show what a style sheet hides
        found.update(Content(words))

    def _choices(self, question: Question, language: Language) -> list[tuple[Value, Content]]:
        if question.kind.type == "list":
            return [
                (LIST, Content(screen_voice(language).phrase("question.list"))),
                (CANNOT_LIST, Content(screen_voice(language).phrase("question.cannot-list"))),
            ]
        voice, every = screen_voice(language), choices_of(question.kind, language)
        if self._picks:
            every = [(value, Content(named.in_(language))) for value, named in self._picks]
            every.append((OTHERS, Content(voice.phrase("question.other-figure"))))
        if shut_out := len(every) - len(self._left) if self._left else 0:
            every = [choice for choice in every if choice[0] in self._left]
            every.append((OTHERS, Content(voice.phrase("question.others", count=shut_out))))
        return [*every, (UNKNOWN, Content(voice.phrase("question.unknown")))]

    def _help(self, value: Value) -> str:
        return help_of(self.question.kind, value, self._language) if self.question else ""

    def _control(
        self, question: Question, consultation: Consultation, evaluation: Evaluation | None, language: Language
    ) -> ChoiceControl | TypedControl | GridControl:
        kind, answers = question.kind, consultation.state.answers
        if kind.of is not None:
            listed = consultation.state.lists.get(kind.of)
            inapplicable = evaluation.inapplicable if evaluation else frozenset()
            shown = [of for of in (listed.ids if listed else ()) if (question.fact, of) not in inapplicable]
            names = [(of, entity_name(consultation, kind.of, of)) for of in shown]
            known = {of: found.value for of in shown if (found := answers.get((question.fact, of)))}
            return GridControl(kind, names, known, language)
        found = answers.get(question.key)
        if found and found.value is not None and found.value not in {value for value, _ in self._picks}:
            self._picks = ()  # a figure of nobody's was typed: it is there to be corrected
        if kind.type in {"one_of", "yes_no", "list"} or self._picks:
            return ChoiceControl(self._choices(question, language), self._current(question, consultation), self._help)
        return TypedControl(kind, language, found.value if found else None)

    def _statements(self, consultation: Consultation, language: Language) -> Statements:
        base, state = consultation.base, consultation.state
        left = left_below(base, self.questions)
        labels = ((question, base.line_of.get(question.fact)) for question in self.questions)
        lines = [
            Statement(found.fact, found.kind, (line and line.label) or found.kind.label, left[found.fact])
            for found, line in labels
        ]
        values = ((each.fact, state.answers.get(each.key)) for each in self.questions)
        picked = {fact: found.value for fact, found in values if found and isinstance(found.value, str)}
        said = {
            question.fact: line_said(consultation, question.key)
            for question in self.questions
            if question.key in {*state.answers, *state.denied}
        }
        return Statements(lines, said, picked, language)

    def on_statements_unfolded(self) -> None:
        """Say the question of what stands below the line under the bar."""
        self.on_option_list_option_highlighted()

    def on_option_list_option_highlighted(self) -> None:
        """Say the question of the line under the bar, and what was noted beside it."""
        if self._told is not None and isinstance(self.control, Statements) and self.question is not None:
            self._tell(self.question, *self._told)

    @staticmethod
    def _current(question: Question, consultation: Consultation) -> Value | None:
        """Give the choice to begin on: the present answer, and nothing where there is none, whatever is measured."""
        state, kind = consultation.state, question.kind
        if kind.entity is not None and kind.entity in state.lists:
            return CANNOT_LIST if state.lists[kind.entity] is None else LIST
        if found := state.answers.get(question.key):
            return UNKNOWN if found.value is None else found.value
        return None


def _settled(questions: Iterable[Question], lines: Statements, evaluation: Evaluation | None) -> frozenset[str]:
    """Give the lines without an answer on which nothing depends any more; those there are while answers clash."""
    if evaluation is None or evaluation.clashes:
        return lines.settled
    open_ = {question.key for question in evaluation.questions}
    return frozenset(each.fact for each in questions if each.key not in open_ and each.fact not in lines.said)
