"""Another service, another operation, by plain prompts: a copy of the dossier, under a name of its own."""

from collections.abc import Callable
from dataclasses import dataclass

from petr_advisor.consulting.another import for_another, others
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.typed.figures import place
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice

Begin = Callable[[str, Consultation], str]
"""Begins a copy of the dossier that goes by what is given after its name, and gives the name it has."""


@dataclass
class AnotherPrompt:
    """Asks of which thing another is taken, where there are several."""

    read: Callable[[], str]
    write: Callable[[str], None]
    language: Language
    begin: Begin | None

    def hold(self, consultation: Consultation) -> Consultation | None:
        """Begin the copy and give it; None where there is nothing to take again."""
        voice, found = Voice(self.language, in_print=False), others(consultation)
        questions = list(found)
        if self.begin is None or not questions:
            self.write(f"! {voice.phrase('another.none')}")
            return None
        question = questions[0] if len(questions) == 1 else self._which(voice, questions, consultation)
        if question is None:
            return None
        copy = for_another(consultation, question)
        name = self.begin(voice.say(found[question].named), copy)
        self.write(f"  {voice.phrase('another.begun-plain', name=name)}")
        return copy

    def _which(self, voice: Voice, questions: list[str], consultation: Consultation) -> str | None:
        self.write(f"  {voice.phrase('another.title')}")
        found = others(consultation)
        for number, question in enumerate(questions, 1):
            self.write(f"  {number}. {voice.say(found[question].named)}")
        chosen = place(self.read().strip(), len(questions))
        return questions[chosen - 1] if chosen else None
