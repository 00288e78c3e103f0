"""One task drafted from a step, a cure or a duty, before it is put among others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.duties import DutyOutcome
from petr_advisor.consulting.outcomes import ActOutcome, CureOutcome
from petr_advisor.explaining.tree import entity_name
from petr_advisor.knowledge.acts import Deadline
from petr_advisor.planning.delays import read_delay, read_due
from petr_advisor.planning.model import CONTRACT_QUESTIONS, PROJECT_QUESTION, Delay, Outline, Phase
from petr_advisor.planning.twelve_months import TWELVE_MONTHS
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text

PROJECT_TOPICS = frozenset({"territorial-project", "development-council"})
CONTRACT_TOPICS = frozenset(
    {
        "agreement-and-contracts",
        "contractualisation",
        "cofunding",
        "cper",
        "european-funds",
        "state-contracts",
        "state-grants",
    }
)


@dataclass(frozen=True)
class Outlining:
    """Drafts tasks one by one."""

    consultation: Consultation
    planning: Delay
    """What stands in for a delay that nobody wrote."""

    def step(self, found: ActOutcome) -> Outline:
        """Draft a step of an option."""
        base, step = self.consultation.base, found.act
        ruled = self._ruled(found.option, step.norms)
        return Outline(
            id=found.key,
            phase=self._phase(found.option, step.norms),
            kind="step",
            who=base.actors[step.who].label,
            does=step.does,
            majority=base.majorities[step.majority].label if step.majority else None,
            silence=step.silence,
            note=step.note,
            documents=self._documents(step.documents),
            norms=step.norms,
            certain=found.needed is True or found.presumed,
            aside=found.needed is None and not found.presumed,
            supposed=found.presumed,
            duration=read_delay(step.deadline) or ruled or self.planning,
            words=step.deadline.text if step.deadline else ruled.words if ruled else None,
            due=read_due(step.deadline, found.deadline),
            running=runs(found),
        )

    def cure(self, found: CureOutcome) -> Outline:
        """Draft the act that makes met what an option lacks."""
        base, cure = self.consultation.base, found.cure
        return Outline(
            id=f"cure/{found.id}",
            phase=2 if self.topic(cure.norms) in PROJECT_TOPICS else 1,
            kind="step",
            who=base.actors[cure.who].label,
            does=cure.title,
            majority=base.majorities[cure.majority].label if cure.majority else None,
            silence=cure.silence,
            note=cure.note,
            documents=self._documents(cure.documents),
            norms=cure.norms,
            certain=found.available is True,
            duration=read_delay(Deadline(text=cure.within)) or self.planning if cure.within else self.planning,
            words=cure.within,
            due=None,
        )

    def _phase(self, option: str, norms: Sequence[str]) -> Phase:
        """Give the phase of a step: that of its key question, else by the topic of its norms."""
        question = self.consultation.base.options[option].answers
        if question in CONTRACT_QUESTIONS:
            return 3
        return 2 if question == PROJECT_QUESTION or self.topic(norms) in PROJECT_TOPICS else 1

    def _ruled(self, option: str, norms: Sequence[str]) -> Delay | None:
        """Give the delay of a duty on the same way and the same norm, even while the answers do not say if it binds."""
        rules = (rule for rule in self.consultation.rules.rules.values() if rule.duty and option in rule.options)
        found = (rule for rule in rules if set(rule.norms) & set(norms) - {TWELVE_MONTHS})
        delays = (read_delay(rule.deadline) for rule in found)
        return next((delay for delay in delays if delay), None)

    def duty(self, found: DutyOutcome) -> Outline:
        """Draft a duty."""
        rule = found.rule
        assert rule.duty is not None and rule.to is not None and rule.who is not None  # noqa: S101, PT018 - a duty has them
        who = self.consultation.base.actors[rule.who].label
        if found.of is not None and rule.for_each is not None:
            name = entity_name(self.consultation, rule.for_each, found.of)
            who = told("who-of", who=who, entity=name)
        topic = self.topic(rule.norms)
        return Outline(
            id=found.id if found.of is None else f"{found.id}@{found.of}",
            phase=2 if topic in PROJECT_TOPICS else 3 if topic in CONTRACT_TOPICS else 1,
            kind=rule.duty,
            who=who,
            does=rule.to,
            majority=None,
            silence=rule.silence,
            note=rule.consequence,
            documents=self._documents(rule.documents),
            norms=rule.norms,
            certain=not found.presumed,
            aside=found.presumed,
            duration=read_delay(rule.deadline) or self.planning,
            words=rule.deadline.text if rule.deadline else None,
            due=read_due(rule.deadline, found.deadline),
        )

    def _documents(self, documents: Iterable[str]) -> tuple[Text, ...]:
        return tuple(self.consultation.base.documents[key].label for key in documents)

    def topic(self, norms: Sequence[str]) -> str | None:
        """Give the topic of the first norm."""
        found = self.consultation.base.norms.get(norms[0]) if norms else None
        return found.topic if found else None


def runs(found: ActOutcome) -> bool:
    """Tell whether the delay of a step runs from an event whose day is known."""
    return found.deadline is not None and found.act.deadline is not None and found.act.deadline.after is not None
