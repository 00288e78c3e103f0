"""The date of law and the key questions of a consultation under way, changed by plain prompts; answers are kept."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from petr_advisor.consulting.consultation import EARLIEST, LATEST, Consultation
from petr_advisor.explaining.moved_words import moved
from petr_advisor.typed.days import read_day
from petr_advisor.typed.figures import place
from petr_advisor.typed.refusals import Proposal, TypedError, quoted
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice


@dataclass
class ScopePrompt:
    """Asks for a day, then for key questions; an empty line keeps what there is."""

    read: Callable[[], str]
    write: Callable[[str], None]
    language: Language

    def hold(self, consultation: Consultation) -> Consultation:
        """Give the same consultation on the day and the key questions typed; TypedError for what is neither."""
        self.write(self._phrase("scope.kept"))
        found = self._on_a_day(consultation)
        found = self._about(found)
        for text in moved(consultation, found):
            self.write(f"  → {self._voice.say(text)}")
        return found

    def at_first(self, consultation: Consultation) -> Consultation:
        """Give a new consultation on the key questions typed; on the one marked where none is, at the end of input too.

        What is no number of a question is told, and asked again.
        """
        known = consultation.base.key_questions
        if len(known) == 1:
            return consultation
        found = consultation.about([min(known, key=lambda key: known[key].order)])
        while True:
            try:
                return self._about(found)
            except TypedError as error:
                self.write(f"! {error.told(self.language)}")
            except EOFError:
                return found

    def _on_a_day(self, consultation: Consultation) -> Consultation:
        self.write(self._phrase("scope.day", day=consultation.as_of))
        typed = self.read().strip()
        if not typed:
            return consultation
        try:
            return consultation.on(read_day(typed, EARLIEST, LATEST))
        except Proposal as proposal:  # refused as it is: it says which day may be meant
            raise TypedError.saying(proposal.text) from proposal

    def _about(self, consultation: Consultation) -> Consultation:
        known = consultation.base.key_questions
        every = sorted(known, key=lambda key: known[key].order)
        self.write(self._phrase("scope.questions"))
        for number, key in enumerate(every, 1):
            mark = "[x]" if key in consultation.key_questions else "[ ]"
            self.write(f"  {number}. {mark} {self._voice.say(known[key].title)}")
        typed = re.split(r"[\s,;]+", self.read().strip())
        if typed == [""]:
            return consultation
        chosen = [place(each, len(every)) for each in typed]
        if bad := next((each for each, number in zip(typed, chosen, strict=True) if number is None), None):
            raise TypedError.of("plain.not-there", typed=quoted(bad))
        return consultation.about(key for number, key in enumerate(every, 1) if number in chosen)

    def _phrase(self, key: str, **fields: object) -> str:
        return self._voice.phrase(key, **fields)

    @property
    def _voice(self) -> Voice:
        return Voice(self.language, in_print=False)
