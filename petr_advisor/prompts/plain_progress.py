"""How far one is, below the plain prompts: how many questions are to be settled, and why that number moved."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from petr_advisor.consulting.answers import Answered
from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.explaining.clash_words import answer_text
from petr_advisor.explaining.progress_words import progress_moved
from petr_advisor.inference.facts import FactKey
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice

TOLD = 3
"""Answers taken back that are named."""


@dataclass
class ProgressPrompt:
    """Counts what is left, from one question to the next."""

    write: Callable[[str], None]
    language: Language
    _before: Consultation | None = None
    """The consultation when the question before was put."""

    def to_settle(self, question: Question, held: Consultation) -> str:
        """Say how many questions are to be settled, or that this one only refines; first why that number moved."""
        voice, before = Voice(self.language, in_print=False), self._before
        self._before = held
        if before is not None and len(before.events) > len(held.events):  # going back is its own reason
            self._tell_taken_back(before, held)
        elif before is not None:
            for text in progress_moved(before, held, _answered(before, held)):
                self.write(f"  → {voice.say(text)}")
        return voice.phrase("plain.to-settle" if question.tier == 1 else "plain.to-refine", n=held.agenda.left(1))

    def _tell_taken_back(self, before: Consultation, held: Consultation) -> None:
        """Say which answers going back takes back: of a consultation taken up again, nobody saw the last one given."""
        gone = list(_gone(before, held))
        if gone:
            voice = Voice(self.language, in_print=False)
            what = [answer_text(before, key) for key in gone[:TOLD]]
            self.write(f"  ← {voice.phrase('plain.taken-back', what=what)}")


def _gone(before: Consultation, held: Consultation) -> Iterator[FactKey]:
    """Give the lists and the answers that are no longer what they were; what is said of a member goes with its list."""
    lists = {kind for kind, listed in before.state.lists.items() if held.state.lists.get(kind) != listed}
    yield from ((fact, None) for fact, kind in before.base.facts.items() if kind.entity in lists)
    for key, given in before.state.answers.items():
        if held.state.answers.get(key) != given and before.base.facts[key[0]].of not in lists:
            yield key


def _answered(before: Consultation, held: Consultation) -> str | None:
    """Give the fact that the only answer since then is of."""
    new = held.events[len(before.events) :]
    return new[0].key[0] if len(new) == 1 and isinstance(new[0], Answered) else None
