"""Acts and votes recorded by plain prompts: a procedure, then one line for each act or member."""

from collections.abc import Callable
from dataclasses import dataclass

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.typed.acts import Row, read_done, recordable, row_said, rows
from petr_advisor.typed.figures import place
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice


@dataclass
class ActsPrompt:
    """Records acts line by line; an empty line goes up."""

    read: Callable[[], str]
    write: Callable[[str], None]
    language: Language
    then: Callable[[Consultation], object]
    """Takes the consultation with what was recorded."""

    def hold(self, consultation: Consultation) -> Consultation:
        """Ask for a procedure, then for acts of it, until an empty line; give the consultation with them."""
        keys = recordable(consultation, consultation.outcomes)
        if not keys:
            self.write(self._phrase("acts.none"))
            return consultation
        self.write(self._phrase("acts.which"))
        for number, key in enumerate(keys, 1):
            self.write(f"  {number}. {self._voice.say(consultation.base.title_of(key))}")
        chosen = place(self.read().strip(), len(keys))
        return self._record(consultation, keys[chosen - 1]) if chosen else consultation

    def _record(self, consultation: Consultation, procedure: str) -> Consultation:
        while True:
            found = rows(consultation, procedure)
            self.write("")
            for number, row in enumerate(found, 1):
                self.write(f"  {number}. {row_said(self._voice, consultation, row)}")
            self.write(self._phrase("acts.number"))
            chosen = place(self.read().strip(), len(found))
            if not chosen:
                return consultation
            consultation = self._one(consultation, found[chosen - 1])

    def _one(self, consultation: Consultation, row: Row) -> Consultation:
        self.write(self._phrase("acts.type-vote" if row.member is not None else "acts.type-act"))
        typed = self.read().strip()
        try:
            if typed == "-" and row.done is not None:
                said = consultation.strike(row.procedure, row.act, row.member, row.attempt)
            elif typed and typed != "-":
                said = consultation.record(read_done(typed, row))
            else:
                return consultation
        except PetrAdvisorError as error:
            self.write(f"! {error.told(self.language)}")
            return consultation
        self.then(said)
        return said

    def _phrase(self, key: str, **fields: object) -> str:
        return self._voice.phrase(key, **fields)

    @property
    def _voice(self) -> Voice:
        return Voice(self.language, in_print=False)
