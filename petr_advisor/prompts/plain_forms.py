"""The subjects of the questions by plain prompts: how much is left in each, and one to go on with."""

from collections.abc import Callable
from dataclasses import dataclass

from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.typed.figures import place
from petr_advisor.typed.forms import Form, forms
from petr_advisor.typed.refusals import TypedError, quoted
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice


@dataclass
class FormsPrompt:
    """Lists the subjects and takes one by its number; an empty line goes back to the order of the program."""

    read: Callable[[], str]
    write: Callable[[str], None]
    language: Language

    def hold(self, consultation: Consultation) -> str | None:
        """Give the subject chosen, or none; TypedError for a number that is not there."""
        left = [form for form in _forms(consultation) if form.open]
        if not left:
            self.write(self._phrase("question.done"))
            return None
        for number, form in enumerate(left, 1):
            words = self._phrase("form.go-to", subject=form.title, decisive=form.decisive, count=form.open)
            self.write(f"  {number}. {words}")
        self.write(self._phrase("plain.which-subject"))
        typed = self.read().strip()
        if not typed:
            return None
        if (chosen := place(typed, len(left))) is None:
            raise TypedError.of("plain.not-there", typed=quoted(typed))
        return left[chosen - 1].subject

    def _phrase(self, key: str, **fields: object) -> str:
        return Voice(self.language, in_print=False).phrase(key, **fields)


def next_in(consultation: Consultation, subject: str) -> Question | None:
    """Give the next question of a subject, the decisive ones first and those put off last; none where all is said."""
    fields = (field for form in _forms(consultation) if form.subject == subject for field in form.fields if field.open)
    skipped = consultation.state.skipped
    return min((field.question for field in fields), key=lambda question: question.key in skipped, default=None)


def _forms(consultation: Consultation) -> tuple[Form, ...]:
    return forms(consultation, consultation.agenda.questions, consultation.set_aside)
