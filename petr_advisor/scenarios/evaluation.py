"""Compare what follows from a scenario with what it expects, with one engine or all of them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.duties import bearing
from petr_advisor.consulting.outcomes import OptionOutcome, QuestionOutcome
from petr_advisor.consulting.requirements import cure_outcome, requirement_state
from petr_advisor.consulting.saved import plain
from petr_advisor.explaining.explanations import how
from petr_advisor.inference.atoms import parse_value
from petr_advisor.inference.facts import Range
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.problems import FileError, FormError
from petr_advisor.scenarios.act_differences import of_procedures
from petr_advisor.scenarios.course import course_differences
from petr_advisor.scenarios.differences import Difference
from petr_advisor.scenarios.form import DUTY, UNKNOWN, OneOrMore
from petr_advisor.scenarios.law_differences import law_differences
from petr_advisor.scenarios.plan_differences import plan_differences
from petr_advisor.scenarios.scenario import Scenario


@dataclass(frozen=True)
class Evaluation:
    """The outcome of one scenario."""

    scenario: Scenario
    engines: tuple[str, ...]
    differences: tuple[Difference, ...]
    conflicts: tuple[str, ...]
    """Impossible combinations found in the answers."""
    held: Consultation | None = None
    """The consultation with the first engine; None where an engine gave no answer."""

    @property
    def outcomes(self) -> tuple[QuestionOutcome, ...]:
        """What is concluded; nothing from answers that exclude each other."""
        return () if self.conflicts or self.held is None else self.held.outcomes

    @property
    def passed(self) -> bool:
        """Whether every expectation holds."""
        return not self.differences


def evaluate(scenario: Scenario, engines: Iterable[Engine]) -> Evaluation:
    """Evaluate a scenario with each engine; they must agree to the letter."""
    consultations = [scenario.consultation(engine) for engine in engines]
    first = consultations[0]
    differences = list(_differences(scenario, first))
    differences += [
        Difference("engines", f"as {first.engine.name}", f"{other.engine.name} differs")
        for other in consultations[1:]
        if _from_engine(other) != _from_engine(first)
    ]
    names = tuple(c.engine.name for c in consultations)
    conflicts = tuple(clash.id for clash in first.clashes)
    return Evaluation(scenario, names, tuple(differences), conflicts, first)


def _from_engine(consultation: Consultation) -> dict[str, Any]:
    """Give everything that engines had a hand in, on the case and on the cases that its course goes through.

    Duties and the next question are worked out of the same tokens and of diagrams, without an engine.
    """
    memory = consultation.memory
    return {
        "tokens": {f"{scope.kind}@{scope.entity}": sorted(tokens) for scope, tokens in memory.tokens.items()},
        "fired": {f"{scope.kind}@{scope.entity}": list(fired) for scope, fired in memory.fired.items()},
        "outcomes": [[option_json(o) for o in (*q.routes, *q.staying)] for q in consultation.outcomes],
        "course": [
            [line.question, line.theme, line.state, [option.id for option in line.options]]
            for line in consultation.course.lines
        ],
    }


def digest(consultation: Consultation) -> str:
    """Write everything concluded as JSON, the same whichever engine ran."""
    data = {
        **_from_engine(consultation),
        "duties": [[d.id, d.of, d.presumed, str(d.deadline)] for d in consultation.duties],
        "next": consultation.next_question.key if consultation.next_question else None,
    }
    return json.dumps(data, sort_keys=True)


def option_json(outcome: OptionOutcome) -> dict[str, Any]:
    """Give an option's outcome as plain values."""
    return {
        "option": outcome.id,
        "status": outcome.status,
        "possible": sorted(outcome.statuses),
        "requirements": {found.key: found.state for found in outcome.requirements},
        "cures": {c.id: c.available for found in outcome.requirements for c in found.cures},
        "merits": {found.key: found.holds for found in outcome.merits},
        "acts": {found.key: found.needed for found in outcome.acts},
        "disputed": {
            d.point: {reading: sorted(statuses) for reading, statuses in d.statuses} for d in outcome.disputed
        },
        "confidence": outcome.confidence,
    }


def _differences(scenario: Scenario, found: Consultation) -> Iterator[Difference]:
    expect = scenario.expect
    yield from _options(expect.options, found, "options")
    for key, statuses in expect.readings.items():
        point, _, reading = key.partition("=")
        yield from _under(statuses, found.under({point: reading}), f"readings.{key}")
    yield from _requirements(scenario, found)
    yield from _duties(scenario, found)
    yield from _facts(scenario, found)
    yield from _disputed(scenario, found)
    yield from _ranking(scenario, found)
    yield from _norms(scenario, found)
    yield from (Difference(*compared) for compared in of_procedures(expect, found, scenario.ids))
    yield from course_differences(scenario.expect, found)
    yield from plan_differences(scenario.expect, found)
    yield from law_differences(scenario.expect.law, scenario.base, scenario.as_of)
    if expect.asked or expect.never_asked:
        yield from _asked(scenario, found)
    yield from _by_law(scenario, found)
    conflicts = tuple(sorted(clash.id for clash in found.clashes))
    if conflicts != tuple(sorted(expect.conflicts)):
        yield Difference("conflicts", _names(expect.conflicts), _names(conflicts))


def _options(expected: dict[str, OneOrMore], found: Consultation, about: str) -> Iterator[Difference]:
    for key, wanted in expected.items():
        wanted_set = {wanted} if isinstance(wanted, str) else set(wanted)
        got = found.situation.statuses(key) if key in found.rules.options else frozenset({"not_in_force"})
        if found.readings and key in found.rules.options:
            got = found.situation.statuses(key, found.readings)
        if got != wanted_set:
            yield Difference(f"{about}.{key}", _names(wanted_set), _names(got), how(found, f"option:{key}"))


def _under(expected: dict[str, OneOrMore], found: Consultation, about: str) -> Iterator[Difference]:
    """Compare options and duties under another reading of a disputed point."""
    yield from _options({key: value for key, value in expected.items() if not key.startswith(DUTY)}, found, about)
    duties = {key: str(wanted) for key, wanted in expected.items() if key.startswith(DUTY)}
    states = _duty_states(found, (key.removeprefix(DUTY) for key in duties)) if duties else {}
    for key, wanted in duties.items():
        got = states.get(key.removeprefix(DUTY), "absent")
        if got != wanted:
            yield Difference(f"{about}.{key}", wanted, got, how(found, key))


def _requirements(scenario: Scenario, found: Consultation) -> Iterator[Difference]:
    for key, wanted in scenario.expect.requirements.items():
        got = requirement_state(found, key, found.base.requirement(key))
        if got != wanted:
            yield Difference(f"requirements.{key}", wanted, got, how(found, f"requirement:{key}"))
    words = {True: "available", False: "unavailable", None: UNKNOWN}
    for key, state in scenario.expect.cures.items():
        available = words[cure_outcome(found, key).available]
        if available != state:
            yield Difference(f"cures.{key}", state, available, how(found, f"cure:{key}"))


def _duty_states(found: Consultation, keys: Iterable[str]) -> dict[str, str]:
    """Give the state of each duty that follows, of those named, by rule and by `rule@entity`."""
    states: dict[str, str] = {}
    for name, _, scope, strength in bearing(found, names={key.partition("@")[0] for key in keys}):
        if strength is not None:
            states.setdefault(name, strength)
            states[f"{name}@{scope.entity}"] = strength
    return states


def _duties(scenario: Scenario, found: Consultation) -> Iterator[Difference]:
    states = _duty_states(found, scenario.expect.duties) if scenario.expect.duties else {}
    for key, wanted in scenario.expect.duties.items():
        got = states.get(key, "absent")
        if got != wanted:
            yield Difference(f"duties.{key}", wanted, got, how(found, f"duty:{key}"))
    deadlines = {duty.id: duty.deadline for duty in found.duties} if scenario.expect.deadlines else {}
    for key, day in scenario.expect.deadlines.items():
        if deadlines.get(key) != day:
            yield Difference(f"deadlines.{key}", str(day), str(deadlines.get(key)))


def _facts(scenario: Scenario, found: Consultation) -> Iterator[Difference]:
    for key, raw in scenario.expect.facts.items():
        kind = found.base.facts[key]
        got = fact_value(found, key)
        if raw == UNKNOWN:
            if got is not None and not isinstance(got, Range):
                yield Difference(f"facts.{key}", UNKNOWN, str(plain(got)), how(found, f"fact:{key}"))
            continue
        try:
            wanted = parse_value(kind, raw)
        except FormError as error:
            raise FileError([scenario.problem(("expect", "facts", key), error.text)]) from error
        if got != wanted:
            shown = UNKNOWN if got is None else f"{got.low}…{got.high}" if isinstance(got, Range) else str(plain(got))
            yield Difference(f"facts.{key}", str(plain(wanted)), shown, how(found, f"fact:{key}"))


def fact_value(found: Consultation, fact: str) -> Any:
    """Give the value of a fact of the territory: given, measured or derived; None when unknown."""
    known = found.memory.facts.get(fact)
    if known is not None:
        return known.value
    kind = found.base.facts[fact]
    for value in (*kind.choices, "yes", "no"):
        if found.memory.has(f"fact:{fact}:{value}"):
            return {"yes": True, "no": False}.get(value, value)
    if kind.closed and kind.type == "yes_no":
        fails = [f"rule_fails:{name}:true" for name in found.rules.concluding(fact)]
        return False if all(found.memory.has(token) for token in fails) else None
    return None


def _disputed(scenario: Scenario, found: Consultation) -> Iterator[Difference]:
    if not scenario.expect.disputed:
        return
    points: dict[str, set[str]] = {}
    for question in found.outcomes:
        for option in (*question.routes, *question.staying):
            points[option.id] = {reading.point for reading in option.disputed}
    for duty in (*found.duties, *found.duties_otherwise):
        points.setdefault(f"{DUTY}{duty.id}", set()).update(reading.point for reading in duty.disputed)
    for key, wanted in scenario.expect.disputed.items():
        got = points.get(key, set())
        if got != set(wanted):
            yield Difference(f"disputed.{key}", _names(wanted), _names(got))


def _ranking(scenario: Scenario, found: Consultation) -> Iterator[Difference]:
    wanted = scenario.expect.ranking
    if scenario.expect.first is None and not wanted:
        return
    routes = [route for question in found.outcomes for route in question.routes]
    order = [route.id for route in routes]
    if scenario.expect.first is not None:
        best = {route.id for route in routes if route.rank == routes[0].rank}
        if scenario.expect.first not in best:
            yield Difference("first", scenario.expect.first, _names(best))
    if [key for key in order if key in wanted] != list(wanted):
        yield Difference("ranking", " > ".join(wanted), " > ".join(order))


def _norms(scenario: Scenario, found: Consultation) -> Iterator[Difference]:
    for conclusion, wanted in scenario.expect.norms.items():
        explanation = how(found, conclusion)
        cited = {norm for node in explanation.walk() for norm in node.norms} if explanation else set()
        if not set(wanted) <= cited:
            yield Difference(f"norms.{conclusion}", _names(wanted), _names(cited), explanation)


def _asked(scenario: Scenario, found: Consultation) -> Iterator[Difference]:
    _, asked = scenario.interview(found.engine)
    for fact in scenario.expect.asked:
        if fact not in asked:
            yield Difference(f"asked.{fact}", "asked", f"not among {_names(asked)}")
    for fact in scenario.expect.never_asked:
        if fact in asked:
            yield Difference(f"never_asked.{fact}", "never asked", "asked")


def _by_law(scenario: Scenario, found: Consultation) -> Iterator[Difference]:
    """Compare breaches and events by law, where the scenario says which there are."""
    expect = scenario.expect
    broken = {breach.key for breach in found.breaches} if expect.breaches is not None else set()
    if broken != set(expect.breaches or ()):
        yield Difference("breaches", _names(expect.breaches or ()), _names(broken))
    days = {term.key: term.day for term in found.terms} if expect.terms is not None else {}
    if days != (expect.terms or {}):
        yield Difference("terms", str(expect.terms), str(days))


def _names(names: Iterable[str]) -> str:
    return ", ".join(sorted(names)) or "none"
