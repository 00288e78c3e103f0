"""What would it take, against brute force on generated rule bases."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.explaining.altering.alterations import Alteration, what_would_it_take
from petr_advisor.inference.engines import engine
from petr_advisor.inference.facts import FactKey, Value
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import parse_condition
from tests.properties.bases import AS_OF, VALUES, answers, condition, fields, knowledge_bases, literal

FACTS = tuple(VALUES)
TYPED = {fact: [{"yes": True, "no": False}.get(value, value) for value in values] for fact, values in VALUES.items()}
Change = tuple[str, str, int]
"""(cure, identifier, 0) or (fact, identifier, cell)."""


@st.composite
def alterable_bases(draw: st.DrawFn) -> KnowledgeBase:
    """A generated base some of whose facts can be altered, and whose first option asks for much at once."""
    base = draw(knowledge_bases())
    alterable = draw(st.sets(st.sampled_from(FACTS), min_size=1))
    facts = {key: kind.model_copy(update={"alterable": key in alterable}) for key, kind in base.facts.items()}
    cures = {}
    for key, cure in base.cures.items():
        fact = draw(st.sampled_from(FACTS))
        made = {fact: draw(st.sampled_from(VALUES[fact]))}
        when = parse_condition(draw(st.one_of(literal(FACTS), condition(FACTS))))
        cures[key] = cure.model_copy(update={"makes": made, "when": when})
    first = base.options["o1"]
    needs = parse_condition(
        {"all": [draw(literal((fact,))) for fact in FACTS if draw(st.booleans())] or [{"f.a": "no"}]}
    )
    one = first.requires["one"].model_copy(update={"needs": needs, "cures": tuple(cures)})
    options = {**base.options, "o1": first.model_copy(update={"requires": {**first.requires, "one": one}})}
    return KnowledgeBase.model_validate({**fields(base), "facts": facts, "cures": cures, "options": options})


@st.composite
def full_answers(draw: st.DrawFn) -> dict[str, Any]:
    """An answer to every fact but one or none."""
    left_out = draw(st.sampled_from([*FACTS, None]))
    return {fact: draw(st.sampled_from(VALUES[fact])) for fact in FACTS if fact != left_out}


@dataclass(frozen=True)
class World:
    """One full assignment, as the engine sees it."""

    open: frozenset[str]
    available: frozenset[str]
    applying: frozenset[str]


class BruteForce:
    """Every set of changes, in every order, in every completion."""

    def __init__(self, consultation: Consultation, option: str) -> None:
        self.base, self.consultation, self.option = consultation.base, consultation, option
        self.worlds = {values: self._world(values) for values in product(*TYPED.values())}
        known = {key[0]: found.value for key, found in consultation.facts.known.items() if key[0] in VALUES}
        self.known = known
        self.makes = {
            ("cure", key, 0): {fact: {"yes": True, "no": False}.get(str(raw), raw) for fact, raw in cure.makes.items()}
            for key, cure in self.base.cures.items()
            if any(key in found.cures for found in self.base.options[option].requires.values())
        }
        cured = [made for (_, key, _), made in self.makes.items() if consultation.memory.has(f"cure:{key}:available")]
        for fact, value in known.items():
            for other in TYPED[fact] if self.base.facts[fact].alterable else ():
                cell = self.cell(fact, other)
                same = [each for each in TYPED[fact] if self.cell(fact, each) == cell]
                if cell != self.cell(fact, value) and not any({fact: each} in cured for each in same):
                    self.makes["fact", fact, cell] = {fact: other}

    def cell(self, fact: str, value: Any) -> int:
        return self.consultation.situation.diagrams.possible_cells(fact, value)[0]

    def _world(self, values: tuple[Any, ...]) -> World:
        case = self.consultation.under({})
        supposed: dict[FactKey, Value] = {(fact, None): value for fact, value in zip(FACTS, values, strict=True)}
        case = Consultation(case.base, case.as_of, case.key_questions, case.engine, (), {}, supposed)
        has = case.memory.has
        return World(
            frozenset(key for key in case.base.options if has(f"option:{key}:open")),
            frozenset(key for key in case.base.cures if has(f"cure:{key}:available")),
            frozenset(fact for fact in FACTS if case.memory.applies(fact)),
        )

    def minimal(self) -> set[frozenset[Change]]:
        """Give the sets that work and of which no part does."""
        found: set[frozenset[Change]] = set()
        completions = list(product(*([self.known[f]] if f in self.known else TYPED[f] for f in FACTS)))
        for size in range(len(self.makes) + 1):
            for chosen in map(frozenset, combinations(self.makes, size)):
                if any(smaller <= chosen for smaller in found) or not self._consistent(chosen):
                    continue
                if any(self._works(dict(zip(FACTS, values, strict=True)), chosen) for values in completions):
                    found.add(chosen)
        return found

    def _consistent(self, chosen: frozenset[Change]) -> bool:
        pairs = {(fact, self.cell(fact, v)) for change in chosen for fact, v in self.makes[change].items()}
        return len(pairs) == len({fact for fact, _ in pairs})

    def _works(self, values: dict[str, Any], waiting: frozenset[Change]) -> bool:
        world = self.worlds[tuple(values[fact] for fact in FACTS)]
        if not waiting:
            return self.option in world.open
        ready = [c for c in waiting if c[1] in (world.available if c[0] == "cure" else world.applying)]
        return any(self._works(values | self.makes[change], waiting - {change}) for change in ready)


def told(brute: BruteForce, found: tuple[Alteration, ...]) -> Iterator[frozenset[Change]]:
    """The sets given, each with one value a fact."""
    for alteration in found:
        ways = [
            [("cure", change.id, 0)]
            if change.kind == "cure"
            else sorted({("fact", change.id, brute.cell(change.id, value)) for value in change.values})
            for change in alteration.changes
        ]
        yield from map(frozenset, product(*ways))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(alterable_bases(), st.one_of(full_answers(), full_answers(), answers()))
def test_all_smallest_sets_and_no_other(base: KnowledgeBase, given_answers: dict[str, Any]) -> None:
    """The sets given are exactly those that open the option while no part of them does."""
    consultation = Consultation.start(base, AS_OF, engine=engine("native"))
    for fact, value in given_answers.items():
        consultation = consultation.dont_know(fact) if value is None else consultation.answer(fact, value)
    for option in base.options:
        brute = BruteForce(consultation, option)
        found = what_would_it_take(consultation, option, 10_000)
        sets = list(told(brute, found))
        assert len(sets) == len(set(sets))
        assert set(sets) == brute.minimal()
        for alteration in found:
            statuses = alteration.case.situation.statuses(option)
            assert "open" in statuses
            if alteration.sure:
                assert statuses == {"open"}
