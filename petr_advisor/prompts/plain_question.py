"""One question below a plain prompt: its words, what is measured of it, the choices that can still be true."""

from collections.abc import Callable
from dataclasses import dataclass

from petr_advisor.consulting.another import another_at
from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.offered import offered
from petr_advisor.consulting.picked import to_pick
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.explaining.explanations import entity_name
from petr_advisor.typed.choices import NotAChoiceError, choices_of
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice

NAMED = 2
"""How many choices are named where something else is typed: yes and no."""


def refused(error: PetrAdvisorError, voice: Voice) -> str:
    """Say why what was typed is refused; the choices are written again below: named here too, they fill the screen."""
    if isinstance(error, NotAChoiceError) and error.most > NAMED:
        return voice.phrase("plain.not-a-choice", seen=error.seen, most=error.most)
    return error.told(voice.language)


@dataclass
class QuestionPrompt:
    """Puts a question."""

    write: Callable[[str], None]
    language: Language
    consultation: Consultation

    def present(self, question: Question, to_settle: str, *, whole: bool) -> None:
        """Write the question with its choices; those shut out are only counted, unless it is asked for as a whole."""
        voice = Voice(self.language, in_print=False)
        of = f"{entity_name(self.consultation, question.kind.of or '', question.of)} — " if question.of else ""
        self.write("")
        self.write(f"{of}{voice.say(question.text)}  [{to_settle}]")
        if question.kind.ask:
            if question.kind.ask.term:
                self.write(f"  ({voice.say(question.kind.ask.term)})")
            self.write(f"  {voice.say(question.kind.ask.help)}")
        if another := another_at(self.consultation, question.fact):
            self.write(f"  {voice.phrase('another.told', named=another.named)}")
        if (hint := self.consultation.hint(question.fact)) is not None:
            self.write(f"  → {voice.say(hint.note)}")
        for _, named in to_pick(self.consultation, question.fact):
            self.write(f"  · {voice.say(named)}")
        choices = choices_of(question.kind)
        left = choices if whole or not question.kind.choices else offered(self.consultation, question.key)
        for number, (value, label) in enumerate(choices.items(), 1):
            if value in left:
                self.write(f"  {number}. {voice.say(label)}")
        if len(left) < len(choices):
            self.write(f"  *. {voice.phrase('question.others', count=len(choices) - len(left))}")
        if question.kind.entity:
            self.write(f"  {voice.phrase('plain.members')}")
