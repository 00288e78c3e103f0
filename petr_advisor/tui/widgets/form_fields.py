"""What a form is made of: the subjects, the questions that do not have the keyboard, and the one that has it."""

from collections.abc import Iterator, Mapping, Sequence

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.explaining.remark_words import note_lines, remark_on
from petr_advisor.territory.measures import Hint
from petr_advisor.tui.evaluator import Evaluation
from petr_advisor.tui.widgets.ask_panel import AskPanel
from petr_advisor.tui.widgets.controls import ChoiceControl, Choices, choices_of
from petr_advisor.typed.forms import Field, Form
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice, screen_voice

DECISIVE, REFINING, SAID, UNKNOWN = "★", "·", "✔", "?"
"""How a question stands: it can change what is proposed, it refines it, it is answered, it is said to be unknown."""
GAP = "   "
ON_ONE_LINE = 70
"""How long choices named below a question may be; more are counted."""


class SubjectLine(Static):
    """The subjects, each with how many decisive questions are left in it; a click goes to one."""

    def __init__(self) -> None:
        super().__init__(markup=False, classes="subjects")

    def tell(self, forms: Sequence[Form], subject: str, language: Language) -> None:
        """Name the subjects in a language; the one in sight stands out."""
        self.update(Content(GAP).join(self._named(form, form.subject == subject, language) for form in forms))

    @staticmethod
    def _named(form: Form, here: bool, language: Language) -> Content:  # noqa: FBT001 - there is no doubt which
        left = f"{DECISIVE}{form.decisive}" if form.decisive else SAID if not form.open else REFINING
        title = form.title.in_(language).replace(" ", "\u00a0")
        content = Content(f"{title}\u00a0{left}").stylize("bold reverse" if here else "bold" if form.decisive else "")
        return content.stylize(Style.from_meta({"@click": f"screen.subject('{form.subject}')"}))


class FieldLine(Static):
    """A question of a form without the keyboard: its words, and its answer or what may be answered."""

    class Wanted(Message):
        """The question was clicked."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, name: str) -> None:
        """`name` is that of the fact."""
        super().__init__(markup=False, classes="field")
        self.fact = name

    def on_click(self, event: events.Click) -> None:
        """Ask for the keyboard."""
        event.stop()
        self.post_message(self.Wanted(self.fact))


class FormPanel(AskPanel):
    """The question that has the keyboard, with why it matters."""

    async def ask(
        self, questions: tuple[Question, ...], consultation: Consultation, evaluation: Evaluation | None,
        language: Language,
    ) -> None:  # fmt: skip
        """Put a question; from the last of its choices the arrows lead to the next question."""
        await super().ask(questions, consultation, evaluation, language)
        if isinstance(self.control, ChoiceControl):
            self.control.among_others = True

    async def rest(self, title: str, help_: str, choices: Choices = ()) -> None:
        """Show words; nothing is under the mark, so that nobody goes on by one Enter too many."""
        await super().rest(title, help_, choices)
        if isinstance(self.control, ChoiceControl):
            self.control.among_others = True
            self.control.highlighted = None

    def _notes(
        self, question: Question, hints: Mapping[str, Hint], voice: Voice, consultation: Consultation
    ) -> Iterator[str]:
        if question.kind.ask:
            yield voice.phrase("form.why", why=question.kind.ask.why)
        yield from super()._notes(question, hints, voice, consultation)


def told_field(field: Field, consultation: Consultation, language: Language) -> Content:
    """Tell a question and its answer, or what may be answered."""
    question, voice = field.question, screen_voice(language)
    said = told_answer(question, consultation, voice)
    unknown = said in {voice.phrase("question.unknown"), voice.phrase("answers.no-list")}
    mark = {"decisive": DECISIVE, "refining": REFINING}.get(field.standing, UNKNOWN if unknown else SAID)
    words = question.text.in_(language)
    if field.open:
        below = (f"\n    {_offered(question, consultation, voice)}", "$text-muted")
        return Content.assemble((f"{mark} ", "bold $warning"), (words, "bold" if mark == DECISIVE else ""), below)
    noted = "".join(f"\n    {line}" for line in note_lines(voice, remark_on(consultation, question.key)))
    answer = Content.assemble(("\n    ", ""), (said, "bold $text-accent"), (noted, "$text-muted"))
    return Content.assemble((f"{mark} ", "bold $success"), words) + answer


def told_answer(question: Question, consultation: Consultation, voice: Voice) -> str:
    """Tell what was answered; of a question put to every entity of a list, each answer once."""
    state, kind = consultation.state, question.kind
    if kind.entity is not None:
        listed = state.lists.get(kind.entity)
        return voice.phrase("answers.list", count=len(listed.ids)) if listed else voice.phrase("answers.no-list")
    answers = [answer for (fact, _), answer in state.answers.items() if fact == question.fact]
    values = dict.fromkeys(voice.value(kind, answer.value) for answer in answers)
    if answers and all(answer.value is None for answer in answers):
        return voice.phrase("question.unknown")
    return " · ".join(values)


def _offered(question: Question, consultation: Consultation, voice: Voice) -> str:
    """Say on one line what may be answered."""
    kind = question.kind
    if kind.entity is not None:
        return voice.phrase("question.list")
    if kind.of is not None:
        listed = consultation.state.lists.get(kind.of)
        return voice.phrase("form.each", count=len(listed.ids) if listed else 0)
    labels = [label.plain for _, label in choices_of(kind, voice.language)]
    if not labels:
        return voice.phrase(f"typed.example.{kind.type}")
    whole = GAP.join(f"( ) {label}" for label in labels)
    return whole if len(whole) <= ON_ONE_LINE else voice.phrase("form.choices", count=len(labels))


def read_from_a_line(panel: FormPanel) -> None:
    """Scroll to the question that has the keyboard; the line above it that would begin out of sight is left out."""
    room = panel.parent
    if not isinstance(room, VerticalScroll):
        return
    room.scroll_to_widget(panel, animate=False, immediate=True)
    top = room.scroll_offset.y
    lines = (line.virtual_region for line in room.query(FieldLine) if line.display)
    room.scroll_to(y=max([top, *(line.bottom for line in lines if line.y < top < line.bottom)]), animate=False)
