"""The members below a plain prompt: the list of them, and what the register and the map then know."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.prompts.plain_list import ListPrompt
from petr_advisor.territory.measures import MEASURED
from petr_advisor.territory.register import Register
from petr_advisor.typed.entities import EntityKind, Row, entity_kind, listed
from petr_advisor.typed.members import MemberReader
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice


@dataclass
class MembersPrompt:
    """Takes a list, kept whatever happens, and tells what is measured of it."""

    read: Callable[[], str]
    write: Callable[[str], None]
    language: Language
    register: Callable[[date], Register] | None
    """Gives the register nearest to a date of law; a PetrAdvisorError is told by whoever calls."""
    then: Callable[[Consultation], Consultation]
    """Takes the consultation with the list, and gives it back."""

    def take(self, consultation: Consultation, entity: str, typed: str) -> bool:
        """Read entities one a line until an empty one; False where the person wants to stop."""
        kind = entity_kind(consultation.base, entity)
        register = self.register(consultation.as_of) if self.register else None
        reader = MemberReader(consultation.base, kind, register, self.language)
        prompt = ListPrompt(reader, self.read, self.write)
        try:
            complete = prompt.hold(typed)
        except BaseException:  # the end of the input, Ctrl+C
            self._keep(consultation, kind, prompt.rows, complete=False)
            raise
        if register and register.year > consultation.as_of.year and any(row.from_register for row in prompt.rows):
            later = {"year": str(register.year), "day": consultation.as_of}
            self.write(f"  {self._voice.phrase('territory.later-register', **later)}")
        self._keep(consultation, kind, prompt.rows, complete=complete)
        return complete

    def ask(self, consultation: Consultation) -> bool:
        """Take the members before any question about them, or tell what those listed settle; False to stop."""
        self.write(f"  {self._voice.phrase('plain.members')}")
        typed = self.read().strip()
        if typed:
            return self.take(consultation, MEASURED, typed)
        self._tell_surveyed(consultation)
        return True

    def _keep(self, consultation: Consultation, kind: EntityKind, rows: list[Row], *, complete: bool) -> None:
        if rows:
            self._tell_surveyed(self.then(listed(consultation, kind, rows, complete=complete)))

    def _tell_surveyed(self, consultation: Consultation) -> None:
        """Tell what the register and the map know of the members: it is not asked."""
        facts, voice = consultation.base.facts, self._voice
        for fact, hint in consultation.surveyed.items():
            told = voice.labelled(voice.say(facts[fact].label), voice.value(facts[fact], hint.value))
            self.write(f"  → {told} — {voice.say(hint.note)}")

    @property
    def _voice(self) -> Voice:
        return Voice(self.language, in_print=False)
