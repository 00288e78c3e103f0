"""What scenarios reach: statuses of options, outcomes of conditions, length of the consultations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from statistics import median
from typing import Any

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.atoms import Atom
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.scenarios.scenario import Scenario

SURE = ("open", "conditional", "closed")
"""The statuses each option should reach in some scenario."""


@dataclass
class Reach:
    """What some scenarios reach."""

    statuses: dict[str, set[str]] = field(default_factory=dict)
    """The sure statuses, by option."""
    conditions: dict[Atom, set[str]] = field(default_factory=dict)
    """The outcomes of each condition met: `T`, `F`."""
    questions: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    """By key question: how many questions a consultation on it alone asks, and in which scenario."""

    def add(self, other: "Reach") -> None:
        """Put what other scenarios reach with it."""
        for option, statuses in other.statuses.items():
            self.statuses.setdefault(option, set()).update(statuses)
        for atom, outcomes in other.conditions.items():
            self.conditions.setdefault(atom, set()).update(outcomes)
        for question, lengths in other.questions.items():
            self.questions.setdefault(question, []).extend(lengths)

    @property
    def missing_conditions(self) -> tuple[tuple[Atom, str], ...]:
        """Conditions not seen both ways: never seen `true`, never seen `false`, or `neither`."""
        words = {frozenset(): "neither", frozenset("T"): "false", frozenset("F"): "true"}
        return tuple((atom, words[frozenset(seen)]) for atom, seen in self.conditions.items() if len(seen) < 2)

    def missing_statuses(self, base: KnowledgeBase) -> Mapping[str, tuple[str, ...]]:
        """Give the statuses that options never reached, by option."""
        found = {
            key: tuple(status for status in SURE if status not in self.statuses.get(key, ())) for key in base.options
        }
        return {key: statuses for key, statuses in found.items() if statuses}

    def lengths(self) -> Mapping[str, tuple[float, int, str]]:
        """Give, by key question, the median and the largest number of questions, and the scenario of the largest."""
        return {
            question: (median(number for number, _ in found), *max(found, key=lambda one: one[0]))
            for question, found in sorted(self.questions.items())
        }


def without_condition(base: KnowledgeBase, option: str) -> Mapping[str, str]:
    """Give the statuses that an option cannot have for want of a requirement or of a cure, and which is wanting."""
    requirements = base.requirements(base.options[option]).values()
    if not requirements:
        return dict.fromkeys(("conditional", "closed"), "no requirement")
    return {} if any(requirement.cures for requirement in requirements) else {"conditional": "no cure"}


def joined(parts: Iterable[Reach]) -> Reach:
    """Give what all of some scenarios reach."""
    found = Reach()
    for part in parts:
        found.add(part)
    return found


def reach(scenarios: tuple[Scenario, ...], *, questions: bool = False) -> Reach:
    """Give what the scenarios of a file reach; with `questions`, hold an interview of each on each key question."""
    found = Reach()
    told: dict[Any, Any] = {}
    for scenario in scenarios:
        _see(scenario, found)
        for question in (scenario.key_questions or scenario.base.key_questions) if questions else ():
            held, _ = replace(scenario, key_questions=(question,)).interview(engine("native"), told)
            found.questions.setdefault(question, []).append((len(held.events), scenario.name))
    return found


def _see(scenario: Scenario, found: Reach) -> None:
    """Count the case as it stands, then under each reading of a disputed point of which it expects something."""
    consultation = scenario.consultation(engine("native"))
    _count(consultation, found)
    for key in scenario.expect.readings:
        point, _, reading = key.partition("=")
        _count(consultation.under({point: reading}), found)


def _count(consultation: Consultation, found: Reach) -> None:
    memory = consultation.memory
    tokens = frozenset[str]().union(*memory.tokens.values())
    for stem, atom in memory.compiled.atoms.items():
        seen = found.conditions.setdefault(atom, set())
        seen.update(outcome for outcome in ("T", "F") if f"{stem}={outcome}" in tokens)
    for key, option in consultation.rules.options.items():
        if option.answers in consultation.key_questions:
            statuses = consultation.situation.statuses(key, consultation.readings)
            if len(statuses) == 1 and statuses <= set(SURE):
                found.statuses.setdefault(key, set()).update(statuses)
