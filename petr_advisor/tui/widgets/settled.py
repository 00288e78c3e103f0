"""The foot of a form: the questions that answers made useless, folded into one line; each can be told with why."""

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.widgets import Static

from petr_advisor.consulting.asking import Question
from petr_advisor.tui.session import Session
from petr_advisor.tui.widgets.form_fields import told_answer
from petr_advisor.typed.forms import OTHER, Form
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import screen_voice


class Settled(Static):
    """Keeps which questions are of use no more, since one began to fill the forms."""

    def __init__(self) -> None:
        super().__init__(markup=False, classes="field settled")
        self._were_open: frozenset[str] = frozenset()
        self._since: dict[str, str | None] = {}
        """The questions of no use, each with the fact whose answer made it so."""

    def follow(self, found: Sequence[Form], session: Session) -> None:
        """Take what a new evaluation leaves of use."""
        if not session.fresh:
            return
        fields = [field for form in found for field in form.fields]
        there = {field.fact for field in fields}
        self._since |= dict.fromkeys(self._were_open - there, session.last_fact)
        self._since = {fact: by for fact, by in self._since.items() if fact not in there}
        self._were_open = frozenset(field.fact for field in fields if field.open)

    def tell(self, form: Form, session: Session, language: Language, *, folded: bool) -> None:
        """Say how many of a form there are, where they are folded."""
        count = len(list(self.lines(form, session, language)))
        self.display = bool(count) and folded
        self.update(Content(f"▸ {screen_voice(language).phrase('form.settled', count=count)}").stylize("dim"))

    def lines(self, form: Form, session: Session, language: Language) -> Iterator[str]:
        """Tell each of a form, and why it is of no use."""
        base, voice = session.consultation.base, screen_voice(language)
        for fact, by in self._since.items():
            if base.subject_of.get(fact, OTHER) == form.subject:
                question = Question(fact, None, base.facts[fact], 1).text.in_(language)
                why = voice.phrase("form.settled-by", fact=base.facts[by].label) if by else ""
                yield f"· {question} — {why or voice.phrase('form.settled-now')}"
        for field in form.fields:
            if field.standing == "aside":
                answer = told_answer(field.question, session.consultation, voice)
                yield f"· {field.question.text.in_(language)} {answer} — {voice.phrase('answers.aside')}"
