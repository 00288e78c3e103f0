"""A consultation under way: what was said, what can be undone and done again, what came of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from petr_advisor.consulting.answers import Remark
from petr_advisor.consulting.asking import Detail, Question
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.knowable import is_answered
from petr_advisor.consulting.last_said import before_last_said
from petr_advisor.dossiers import Held
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.explaining.breach_words import broken
from petr_advisor.explaining.moved_words import moved
from petr_advisor.explaining.progress_words import no_longer_to_settle, progress_moved
from petr_advisor.explaining.remark_words import remark_on
from petr_advisor.inference.facts import FactKey, Value
from petr_advisor.tui.evaluator import Evaluation
from petr_advisor.tui.notices import ToTell
from petr_advisor.words.texts import Text
from petr_advisor.words.typography import as_a_line


@dataclass
class Session:
    """A consultation under way."""

    held: Held
    """Where it is saved."""
    consultation: Consultation
    evaluation: Evaluation | None = None
    """The last evaluation that came back; it may be of an earlier consultation."""
    fault: PetrAdvisorError | None = None
    """Why the consultation as it stands could not be evaluated, in words."""
    history: list[Consultation] = field(default_factory=list)
    """The consultations before each thing said in this sitting."""
    undone: list[Consultation] = field(default_factory=list)
    """The consultations that were gone back from, the last one last."""
    over: bool = False
    """Whether the dossier was let go of."""
    _gone_back: bool = False
    """Whether the consultation as it stands was gone back to, or taken up again, and not evaluated yet."""
    last_fact: str | None = None
    """The fact answered last."""
    went: Text | None = None
    """What was told of going back to the consultation as it stands, or of taking it up again."""
    others_settled: int = 0
    """How many other questions the last answer left nothing to settle."""
    wanted: tuple[Detail, ...] = ()
    """The details wished for."""
    document: Path | None = None
    """The report written last in this sitting."""
    notes: dict[FactKey, Remark] = field(default_factory=dict)
    """Notes beside questions not answered yet."""
    example: Consultation | None = None
    """The example that was opened: it is no dossier until something is said in it."""

    @property
    def name(self) -> str:
        """What the person calls it, as a line to be shown."""
        return as_a_line(self.held.name) or self.held.slug

    @property
    def untouched(self) -> bool:
        """Whether it is an example in which nothing was said, and which is not saved."""
        return self.consultation is self.example

    @property
    def fresh(self) -> bool:
        """Whether the last evaluation is that of the consultation as it stands."""
        return self.evaluation is not None and self.is_of(self.evaluation.consultation, self.evaluation.wanted)

    @property
    def waiting(self) -> bool:
        """Whether an evaluation is still to come."""
        return not self.fresh and self.fault is None

    def is_of(self, consultation: Consultation, wanted: tuple[Detail, ...]) -> bool:
        """Tell whether something computed is of the consultation as it stands."""
        return consultation is self.consultation and wanted == self.wanted

    def decisive(self, shown: Sequence[Question]) -> frozenset[str]:
        """Give the facts that can still change a conclusion, as it is known by now; until it is, of those shown."""
        known = self.evaluation.questions if self.evaluation and self.fresh else shown
        return frozenset(question.fact for question in known if question.tier == 1)

    def put_off_already(self, keys: Iterable[FactKey]) -> bool:
        """Tell whether all of some questions were put off."""
        return self.consultation.state.skipped.issuperset(keys)

    def remark_on(self, key: FactKey) -> Remark:
        """Give what was noted beside a question, answered or still open."""
        return self.notes.get(key) or remark_on(self.consultation, key)

    def note(self, key: FactKey, remark: Remark, *, unknown: bool) -> Consultation:
        """Give the consultation with a note beside an answer; beside none it waits for the answer to come."""
        fact, of = key
        if is_answered(self.consultation, key):
            return self.consultation.annotate(fact, of, remark)
        if unknown:
            return self.consultation.dont_know(fact, of, remark)
        self.notes[key] = remark
        return self.consultation

    def answered(self, key: FactKey, value: Value | None) -> Consultation:
        """Give the consultation with an answer, or « I do not know » for None; what was noted beside it stays."""
        fact, of = key
        remark = replace(self.remark_on(key), supposed=False)
        if value is None:
            return self.consultation.dont_know(fact, of, remark)
        return self.consultation.answer(fact, value, of, remark=remark)

    def take(self, found: Evaluation) -> tuple[ToTell, ...]:
        """Keep an evaluation; give what is to be told of it: why counters moved, what is set aside, unlawful."""
        before, self.evaluation = self.evaluation, found
        self.others_settled = 0
        if before is None:
            return ()
        told = []
        if said := self._moved(before, found):
            told.append(ToTell(lambda language: "\n".join(text.in_(language) for text in said), "information", 8))
        if new := broken(before.breaches, found.breaches, "breached.screen"):
            told.append(ToTell(new.in_, "warning", 20))
        return tuple(told)

    def _moved(self, before: Evaluation, found: Evaluation) -> tuple[Text, ...]:
        said = moved(before.consultation, found.consultation)
        gone_back, self._gone_back = self._gone_back, False
        if gone_back:  # what going back opens again is said by what it takes back
            return said
        self.others_settled = no_longer_to_settle(before.consultation, found.consultation, self.last_fact)
        return (*progress_moved(before.consultation, found.consultation, self.last_fact), *said)

    def say(self, consultation: Consultation, *, fact: str | None, remember: bool) -> None:
        """Take a new state of the consultation, which can be undone unless it goes on with the last one."""
        if remember:
            self.history.append(self.consultation)
        self.undone.clear()
        self._gone_back = False
        self._stand_at(consultation)
        self.last_fact = fact

    def undo(self) -> bool:
        """Go back to before the last thing said; False when nothing was said."""
        if not self.history and not self.consultation.events:
            return False
        self.undone.append(self.consultation)
        self._gone_back = True
        self._stand_at(self.history.pop() if self.history else before_last_said(self.consultation))
        return True

    def redo(self) -> bool:
        """Take up again what was undone last; False when nothing was."""
        if not self.undone:
            return False
        self.history.append(self.consultation)
        self._gone_back = True
        self._stand_at(self.undone.pop())
        return True

    def _stand_at(self, consultation: Consultation) -> None:
        self.consultation = consultation
        self.example = None
        self.last_fact = None
        self.went = None
        self.fault = None
