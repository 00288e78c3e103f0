"""A case: answers put to the rule base of a date, and everything known from them."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from typing import Any, Self

from petr_advisor.consulting.answers import Event, State, fold
from petr_advisor.consulting.from_answers import from_answers
from petr_advisor.consulting.recorded import Recordings, recordings
from petr_advisor.inference.atoms import Truth
from petr_advisor.inference.collecting import collect_when_due
from petr_advisor.inference.compiled import Compiled
from petr_advisor.inference.compiler import compile_rules
from petr_advisor.inference.diagram_manager import Manager
from petr_advisor.inference.diagrams import Diagrams
from petr_advisor.inference.engines import engine
from petr_advisor.inference.facts import EntityList, FactKey, Facts, Known, KnownBy, Range, Value
from petr_advisor.inference.justification import Justifications
from petr_advisor.inference.program import Engine
from petr_advisor.inference.recent import Recent
from petr_advisor.inference.relevance import SHUT, Situation
from petr_advisor.inference.working_memory import WorkingMemory, run
from petr_advisor.knowledge.base import PLAN_PREFIX, READING_PREFIX, KnowledgeBase
from petr_advisor.knowledge.checklists import taken_by
from petr_advisor.knowledge.conditions import Condition
from petr_advisor.knowledge.enacted import RuleBase, enact
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.territory.measures import MEASURED, Hint, departements_of, measure, remaining, typed_departements


@dataclass(frozen=True, eq=False)
class Case:
    """Answers, the rule base they are put to, the date of law and the engine; all else is computed once."""

    base: KnowledgeBase
    as_of: date
    """The date of law."""
    key_questions: tuple[str, ...]
    """The key questions chosen."""
    engine: Engine
    events: tuple[Event, ...] = ()
    """What was said, in order; `undo` removes the last."""
    readings: Mapping[str, str] = field(default_factory=dict)
    """Disputed points read otherwise than prudently, for comparison."""
    supposed: Mapping[FactKey, Value | Range] = field(default_factory=dict)
    """Values supposed for the sake of an argument, over what was said."""
    removed: frozenset[str] = frozenset()
    """Entities taken out of their list for the sake of an argument."""

    @cached_property
    def state(self) -> State:
        """The answers in force, those that do not apply for the moment included."""
        return fold(self.events)

    @cached_property
    def checklists(self) -> Mapping[str, str]:
        """The checklist that takes each fact in this case."""
        return taken_by(self.base.checklists, self.key_questions)

    @cached_property
    def asked_in(self) -> Mapping[str, str]:
        """The checklist in which each fact is asked: one of which a line denied a value is then asked by itself."""
        alone = {fact for fact, _ in self.state.denied}
        return {fact: name for fact, name in self.checklists.items() if fact not in alone}

    @cached_property
    def rules(self) -> RuleBase:
        """What is enacted at the date of law."""
        return enacted(self.base, self.as_of)

    @cached_property
    def followed(self) -> Mapping[str, str]:
        """The reading followed of each disputed point: the prudent one unless another was put in its place."""
        return {point: self.readings.get(point, self.rules.prudent(point)) for point in self.base.disputed}

    @cached_property
    def compiled(self) -> Compiled:
        """The engine form of what answers the key questions."""
        return compiled(self.base, self.key_questions)

    @cached_property
    def recordings(self) -> Recordings:
        """The acts recorded, with those that cannot be as they are said, and what they say of the facts."""
        return recordings(self.rules, self.state, self.followed if self.state.acts else {})

    @cached_property
    def facts(self) -> Facts:
        """Everything known before any rule is applied."""
        known: dict[FactKey, Known] = {}
        for (fact, of), answer in self.state.answers.items():
            if answer.value is not None and of not in self.removed:
                known[fact, of] = Known(answer.value, answer.by)
        known.update(self.recordings.facts)
        for fact, kind in self.base.unasked.items():
            if "calendar" in kind.given_by:
                known[fact, None] = Known(self.as_of, "calendar")
            found = self._measured(kind, known) if kind.measure else None
            if found is not None and found.settled and found.value is not None:
                known.setdefault((fact, None), Known(found.value, "measure", found.note.fr))
        for point, reading in self.followed.items():
            known[f"{READING_PREFIX}{point}", None] = Known(reading, "reading")
        for question, option in self.plans.items():
            by: KnownBy = "user" if question in self.state.chosen else "supposed"
            known[f"{PLAN_PREFIX}{question}", None] = Known(option, by)
        supposed = {key: Known(value, "supposed") for key, value in self.supposed.items()}
        known.update(from_answers(self.base, {**known, **supposed}))
        known.update(supposed)
        return Facts(known, self.lists)

    @cached_property
    def lists(self) -> Mapping[str, EntityList]:
        """The lists given, less what was taken out."""
        return {
            kind: EntityList(tuple(of for of in found.ids if of not in self.removed), found.complete)
            for kind, found in self.state.lists.items()
            if found is not None
        }

    @cached_property
    def departements(self) -> frozenset[str] | None:
        """The départements of the members, in which limits end; None where they are not all known."""
        return departements_of(self.lists.get(MEASURED), self._departements_told)

    @cached_property
    def _departements_told(self) -> Mapping[str, str]:
        """The département of each member of whom it was said, as it was typed."""
        return typed_departements((key, answer.value) for key, answer in self.state.answers.items())

    @property
    def plans(self) -> Mapping[str, str]:
        """The option retained for each key question."""
        return self.state.chosen

    def hint(self, fact: str) -> Hint | None:
        """Give what a measurement suggests without settling it, such as a perimeter that looks broken."""
        kind = self.base.facts[fact]
        return self._measured(kind, self.facts.known) if kind.measure else None

    def _measured(self, kind: FactType, known: Mapping[FactKey, Known]) -> Hint | None:
        listed = remaining(kind, self.lists.get(MEASURED), known)
        return measure(kind, listed, self.as_of, self._departements_told) if listed else None

    @cached_property
    def surveyed(self) -> Mapping[str, Hint]:
        """What the register and the map settle and nobody was asked for, of the facts that apply."""
        known = self.memory.facts.known
        measured = (fact for fact, kind in self.base.unasked.items() if kind.measure)
        found = ((fact, self.hint(fact)) for fact in measured if self.memory.applies(fact) is True)
        return {f: hint for f, hint in found if hint and hint.settled and known[f, None].by == "measure"}

    @cached_property
    def disowned(self) -> Mapping[str, Hint]:
        """What the register and the map say otherwise than an answer that applies, by its fact."""
        found: dict[str, Hint] = {}
        for (fact, of), answer in self.state.answers.items():
            asked = self.base.facts[fact].measure is not None and answer.value is not None and of is None
            hint = self.hint(fact) if asked else None
            if hint is not None and hint.excludes(answer.value) and self.memory.applies(fact) is not False:
                found[fact] = hint
        return found

    @cached_property
    def memory(self) -> WorkingMemory:
        """Everything that follows, with its firings."""
        return run(self.compiled, self.rules, self.facts, self.engine)

    @cached_property
    def justifications(self) -> Justifications:
        """The proofs of everything that follows."""
        return Justifications(self.memory)

    @cached_property
    def situation(self) -> Situation:
        """The completions that remain, disputed points left open."""
        collect_when_due()
        known = {key: value for key, value in self.memory.facts.known.items() if value.by != "reading"}
        listed = self.facts.entities
        entities = (of for found in listed.values() for of in found.ids)
        return Situation(diagrams(self.compiled, self.rules, entities), Facts(known, listed))

    @cached_property
    def in_play(self) -> frozenset[str]:
        """Options of the key questions that are not shut, nor passed over for another that was chosen."""
        chosen = set(self.state.chosen.values())
        answered = {self.base.options[key].answers for key in chosen}
        return frozenset(
            key
            for key, option in self.rules.options.items()
            if option.answers in self.key_questions
            and (key in chosen or option.answers not in answered)
            and not self.situation.statuses(key) <= SHUT
        )

    @cached_property
    def apart(self) -> "Case":
        """The same case for what it keeps of itself to hold: holding each other, both would wait for a collector."""
        twin = Case(**{each.name: getattr(self, each.name) for each in fields(Case)})
        worked_out = {
            "memory": self.memory,
            "situation": self.situation,
            "followed": self.followed,
            "recordings": self.recordings,
        }
        vars(twin).update(
            {"state": self.state, "truths": self.truths, "facts": self.facts, "lists": self.lists, **worked_out}
        )
        return twin

    def supposing(self, facts: Mapping[FactKey, Value]) -> Self:
        """Give the case in which some facts are otherwise.

        There may be hundreds of such cases in one document. They are always worked out by the native engine, which
        concludes the same as durable_rules in a hundredth of the time.
        """
        return replace(self, supposed={**self.supposed, **facts}, engine=engine("native"))

    @property
    def today(self) -> Self:
        """The case itself where no way was carried out in it, else as it was before."""
        return self._before if self.supposed or self.removed else self

    @cached_property
    def _before(self) -> Self:
        return replace(self, supposed={}, removed=frozenset())

    @cached_property
    def after_cures(self) -> dict[str, "Case"]:
        """Cases as they would be once a cure is carried out, by cure: those asked for so far."""
        return {}

    @cached_property
    def after_ways(self) -> dict[Hashable, Any]:
        """Cases as they would be once an option is carried out, by what it leaves: those asked for so far."""
        return {}

    @cached_property
    def answered(self) -> dict[str, Any]:
        """What follows for each key question, those asked for so far; `outcomes` fills it."""
        return {}

    @cached_property
    def truths(self) -> dict[int, tuple[Condition, Truth]]:
        """What was found of conditions on the territory, by the object, which is kept with it; `truth` fills it."""
        return {}

    @cached_property
    def set_aside(self) -> frozenset[FactKey]:
        """Answers that do not count for the moment, and come back when they do.

        Those that do not apply, and « I do not know » of what is measured or told otherwise meanwhile.
        """
        told = {key for key, known in self.memory.facts.known.items() if not isinstance(known.value, Range)}
        answers = self.state.answers.items()
        return frozenset(
            key for key, found in answers if self.memory.applies(*key) is False or (found.value is None and key in told)
        )

    @cached_property
    def conflicts(self) -> tuple[str, ...]:
        """Impossible combinations found in the answers."""
        return tuple(key for key in self.base.conflicts if self.memory.has(f"conflict:{key}:true"))


_ENACTED: Recent[tuple[int, date], RuleBase] = Recent(512)
"""What is enacted, on as many dates as the law has: it is used often. What is kept holds its base, whose id is safe."""

_COMPILED: Recent[tuple[int, tuple[str, ...]], Compiled] = Recent(16)
_MANAGERS: Recent[Compiled, Manager] = Recent(4)
_DIAGRAMS: Recent[tuple[Compiled, RuleBase], Diagrams] = Recent(4)

STRANGERS = 400
"""Entities of other cases that a manager may carry along; those of a case are 200 at most."""


def enacted(base: KnowledgeBase, as_of: date) -> RuleBase:
    """Give what a base enacts on a date, remembered."""
    return _ENACTED.get((id(base), as_of), lambda: enact(base, as_of))


def compiled(base: KnowledgeBase, key_questions: tuple[str, ...]) -> Compiled:
    """Give the engine form of a base for some key questions, remembered: engines keep what they built of it."""
    asked = tuple(sorted(key_questions))
    return _COMPILED.get((id(base), asked), lambda: compile_rules(base, asked))


def diagrams(form: Compiled, rules: RuleBase, entities: Iterable[str] = ()) -> Diagrams:
    """Give the diagrams of what is enacted on a date, remembered while their manager knows few other entities."""
    known = frozenset(entities)
    manager = _MANAGERS.get(form, Manager, lambda found: len(found.entities - known) <= STRANGERS)
    return _DIAGRAMS.get((form, rules), lambda: Diagrams(form, rules, manager), lambda found: found.manager is manager)
