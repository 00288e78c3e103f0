"""Answers that exclude each other or show a breach, told below a plain prompt at once, and the one to correct."""

from collections.abc import Callable
from dataclasses import dataclass, field

from petr_advisor.consulting.breaches import Breach
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.texts import clashes_text
from petr_advisor.explaining.breach_words import broken
from petr_advisor.explaining.clash_words import answer_text
from petr_advisor.inference.facts import FactKey
from petr_advisor.prompts.stopping import Quit
from petr_advisor.typed.figures import place
from petr_advisor.typed.refusals import quoted
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice


@dataclass
class ClashesPrompt:
    """Tells each clash once, or again until the person picks an answer to correct or goes on."""

    read: Callable[[], str]
    write: Callable[[str], None]
    language: Language
    _told: set[str] = field(default_factory=set)
    """The clashes told already."""
    _breaches: tuple[Breach, ...] = ()
    """Those there were when they were told last."""

    def hold(self, consultation: Consultation) -> FactKey | None:
        """Give the answer to correct; none where no clash is new, or where the person goes on."""
        self._tell_breaches(consultation)
        clashes = [clash for clash in consultation.clashes if clash.id not in self._told]
        self._told = {clash.id for clash in consultation.clashes}
        if not clashes:
            return None
        voice = Voice(self.language, in_print=False)
        self.write("")
        self.write(clashes_text(consultation, self.language))
        keys = list(dict.fromkeys(key for clash in clashes for key in clash.answers))
        self.write(voice.phrase("plain.which"))
        for number, key in enumerate(keys, 1):
            self.write(f"  {number}. {voice.say(answer_text(consultation, key))}")
        typed = self.read().strip()
        if typed.lower() == "q":
            raise Quit
        if not typed:
            return None
        self._told -= {clash.id for clash in clashes}
        if chosen := place(typed, len(keys)):
            return keys[chosen - 1]
        self.write(f"! {voice.phrase('plain.not-there', typed=quoted(typed))}")
        return self.hold(consultation)

    def _tell_breaches(self, consultation: Consultation) -> None:
        new, self._breaches = broken(self._breaches, consultation.breaches, "breached.plain"), consultation.breaches
        if new is not None:
            self.write(f"! {new.in_(self.language)}")
