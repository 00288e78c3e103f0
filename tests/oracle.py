"""What follows from facts, read off the conditions of the rule base one by one: nothing is compiled.

It shares neither tokens, nor clauses, nor cells with the program, so that a fault of theirs shows. Three values, as the
design says: a literal on a fact that does not apply is false in both signs, unknown while that is unknown; nothing
follows from silence.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from petr_advisor.consulting.case import Case
from petr_advisor.inference.facts import FactKey, Facts, Range
from petr_advisor.inference.working_memory import THE_TERRITORY
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import AllOf, Condition, Literal, Not, ValueTest
from petr_advisor.knowledge.law import InForcePeriod
from petr_advisor.knowledge.options import Option, Requirement
from petr_advisor.knowledge.rules import Rule
from petr_advisor.knowledge.vocabulary import FactType, Summary
from tests.oracle_reading import reading
from tests.oracle_values import points, satisfies, share, total, typed

Truth = bool | None
NOTHING = AllOf(())
"""The condition of what is put under none."""
Conclusion = tuple[str | None, str]
"""The entity, None for the territory, and what is concluded of it, named as the engines name it."""


def disagreements(case: Case) -> set[Conclusion]:
    """Give what an engine concludes and the oracle does not, and the reverse."""
    shared = case.memory.tokens[THE_TERRITORY]
    own = {
        (scope.entity, token)
        for scope, tokens in case.memory.tokens.items()
        if scope.entity
        for token in tokens - shared
    }
    oracle = Oracle(case.base, case.as_of, case.facts)
    found = {said for said in (*((None, token) for token in shared), *own) if oracle.read.is_told(said[1])}
    return found ^ told(oracle, case.key_questions)


def told(oracle: "Oracle", key_questions: Iterable[str]) -> set[Conclusion]:
    """Give all that the oracle concludes for sure."""
    return {(of, said) for of, said in oracle.conclusions(key_questions) if not said.endswith(":unknown")}


@dataclass
class Oracle:
    """A rule base, a date of law and what is known before any rule is applied."""

    base: KnowledgeBase
    as_of: date
    facts: Facts
    _values: dict[FactKey, Any] = field(default_factory=dict)
    _applying: dict[FactKey, Truth] = field(default_factory=dict)
    _atoms: dict[tuple[str, int, str | None], Truth] = field(default_factory=dict)
    """By the fact, the number of the test and the entity."""
    _rules: dict[tuple[int, str | None], tuple[Truth, Truth]] = field(default_factory=dict)
    _cures: dict[str, Truth] = field(default_factory=dict)
    _states: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.read = reading(self.base, self.as_of)

    # -- entries -----------------------------------------------------------------------------------------------

    def conclusions(self, key_questions: Iterable[str]) -> Iterator[Conclusion]:
        """Give everything concluded for some key questions."""
        asked = self.read.asked(frozenset(key_questions))
        for key, rule in asked.rules.items():
            for of in self._entities(rule.for_each) if rule.for_each else (None,):
                yield from ((of, token) for token in self._rule(key, rule, of))
        for key in asked.cures:
            yield from _says(f"cure:{key}", self.cure(key), "available", "unavailable")
        for key, found in asked.requirements.items():
            yield from ((None, f"requirement:{key}:{says}") for says in self._says_of(key, found))
        for key, option in asked.options.items():
            yield None, f"option:{key}:{self.status(key, option)}"
            yield from self._merits(key, option)
        for name, act in asked.acts.items():
            done = self.truth(act.done) if act.done else False
            yield from _says(f"act:{name}", all3((self.truth(act.when or NOTHING), _not(done))))
        for name, row in asked.rows.items():
            yield from _says(f"row:{name}", self._on(row.when, self._law(row.norms)))
        for key, conflict in self.base.conflicts.items():
            if self.truth(conflict.when):
                yield None, f"conflict:{key}:true"

    def rule(self, rule: Rule, of: str | None) -> tuple[Truth, Truth]:
        """Tell whether the antecedent of a rule holds on the day, and whether its exception does."""
        place = id(rule), of
        if place not in self._rules:
            when = self._at(rule.when or NOTHING, rule.law_at, self._law(rule.norms), of)
            self._rules[place] = when, self.truth(rule.unless, of) if rule.unless else False
        return self._rules[place]

    def _rule(self, key: str, rule: Rule, of: str | None) -> Iterator[str]:
        when, unless = self.rule(rule, of)
        if when:
            yield f"rule_waits:{key}:true"
        if when and unless is False:
            yield f"rule:{key}:true"

    def cure(self, key: str) -> Truth:
        """Tell whether a cure is available."""
        if key not in self._cures:
            cure = self.base.cures[key]
            holds = self._at(cure.when or NOTHING, cure.law_at, self.base.period_of(cure.norms))
            self._cures[key] = all3((holds, *self._entry(key)))
        return self._cures[key]

    def _entry(self, cure: str) -> Iterator[Truth]:
        """Tell, for each condition of the regimes that a cure enters, whether it holds or can be mended."""
        for key, found in self.read.entered(cure).items():
            good = {"met": True, "not_applicable": True, "unmet": False}.get(self.state(key, found))
            yield any3((good, *map(self.cure, found.cures)))

    def _says_of(self, key: str, found: Requirement) -> Iterator[str]:
        """Say the state of a requirement and, of an act to come, that it is obtained."""
        yield self.state(key, found)
        if found.act and self.truth(found.needs):
            yield "obtained"

    def state(self, key: str, requirement: Requirement) -> str:
        """Tell whether a requirement is met, unmet or not applicable; unknown otherwise."""
        if key not in self._states:
            self._states[key] = self._state(requirement)
        return self._states[key]

    def _state(self, requirement: Requirement) -> str:
        met = self.truth(requirement.standing)
        if met is not False:
            return "met" if met else "unknown"
        unmet = self.truth(requirement.standing, denied=True)
        return "unknown" if unmet is None else "unmet" if unmet else "not_applicable"

    def status(self, key: str, option: Option) -> str:
        """Give the status of an option, when three values settle it; unknown otherwise."""
        exists = self._at(NOTHING, option.law_at, self.base.option_period(option)) if option.law_at else True
        if exists is False:
            return "not_in_force"
        found = [(self.state(k, r), [self.cure(c) for c in r.cures]) for k, r in self.read.requirements(key).items()]
        fine = [{"met": True, "not_applicable": True, "unmet": False}.get(state) for state, _ in found]
        spared = [any3((good, *cures)) for good, (_, cures) in zip(fine, found, strict=True)]
        if exists is None:
            return "unknown"
        if all3(fine):
            return "open"
        if False in spared:
            return "closed"
        return "conditional" if False in fine and all3(spared) else "unknown"

    def _merits(self, key: str, option: Option) -> Iterator[Conclusion]:
        exists = option.law_at or self._on(NOTHING, self.base.option_period(option))
        for name, merit in option.merits.items() if exists else ():
            holds = self._on(merit.when or NOTHING, self.base.period_of(merit.norms))
            yield from _says(f"merit:{key}/{name}", holds)

    # -- dates -------------------------------------------------------------------------------------------------

    def _law(self, norms: Iterable[str]) -> InForcePeriod | None:
        return self.base.period_of(norms, acts=False)

    def _on(self, when: Condition, period: InForcePeriod | None) -> Truth:
        return self.truth(when) if period is not None and period.covers(self.as_of) else False

    def _at(self, when: Condition, law_at: str | None, period: InForcePeriod | None, of: str | None = None) -> Truth:
        """Tell whether a condition holds and the law, read at a date fact where there is one, is in force."""
        if law_at is None:
            return self.truth(when, of) if period is not None and period.covers(self.as_of) else False
        bounds = [("on_or_after", period.from_), ("on_or_before", period.to)] if period else []
        place = law_at, period
        if place not in self.read.tests:
            test = ValueTest(bounds=tuple((operator, day) for operator, day in bounds if day is not None))
            self.read.tests[place] = Literal(law_at, test)
        return all3((self.truth(when, of), self.truth(self.read.tests[place], of) if period else False))

    # -- conditions --------------------------------------------------------------------------------------------

    def truth(self, condition: Condition, of: str | None = None, *, denied: bool = False) -> Truth:
        """Tell whether a condition, or its denial, holds for the territory or an entity."""
        if isinstance(condition, Literal):
            return self._literal(condition.fact, condition.test, of, sign=condition.positive != denied)
        if isinstance(condition, Not):
            return self.truth(condition.part, of, denied=not denied)
        settling = isinstance(condition, AllOf) == denied  # one true part settles an « or », one false an « and »
        unknown = False
        for part in condition.parts:
            found = self.truth(part, of, denied=denied)
            if found is settling:
                return settling
            unknown = unknown or found is None
        return None if unknown else not settling

    def _literal(self, fact: str, test: ValueTest, of: str | None, *, sign: bool) -> Truth:
        kind = self.base.all_facts[fact]
        of = of if kind.of else None
        applies = self._applies(fact, kind, of) if kind.applies_when else True
        if applies is False:
            return False
        place = fact, self.read.number(test), of
        if place not in self._atoms:
            self._atoms[place] = self._atom(fact, kind, test, of)
        found = self._atoms[place]
        return None if applies is None or found is None else found == sign

    def _applies(self, fact: str, kind: FactType, of: str | None) -> Truth:
        if (fact, of) not in self._applying:
            self._applying[fact, of] = self.truth(kind.applies_when or NOTHING, of)
        return self._applying[fact, of]

    def _atom(self, fact: str, kind: FactType, test: ValueTest, of: str | None) -> Truth:
        if "rule" in kind.given_by:
            return self._derived(fact, kind, test, of)
        if (fact, of) not in self._values:
            self._values[fact, of] = self._value(fact, kind, of)
        value = self._values[fact, of]
        outcomes = {satisfies(kind, test, point, self.as_of) for point in points(kind, test, value, self.as_of)}
        return outcomes.pop() if len(outcomes) == 1 else None

    def _derived(self, fact: str, kind: FactType, test: ValueTest, of: str | None) -> Truth:
        """Read a derived fact off its rules: a closed one is false when no rule can still make it true."""
        wanted: list[Truth] = []
        for rule in self.read.concluding.get(fact, ()):
            when, unless = self.rule(rule, of)
            concludes = all3((when, _not(unless)))
            inside = satisfies(kind, test, typed(kind, rule.then[fact]), self.as_of)
            if concludes:
                return inside
            if inside or (kind.type == "yes_no" and test.values == ("no",)):
                wanted.append(concludes)
        if not kind.closed or any(found is None for found in wanted):
            return None
        return kind.type == "yes_no" and test.values == ("no",)

    # -- facts -------------------------------------------------------------------------------------------------

    def _value(self, fact: str, kind: FactType, of: str | None) -> Any:
        given = self.facts.known.get((fact, of))
        if kind.summary is None:
            return given.value if given else None
        if given and not (given.by in {"user", "register"} and kind.given_by[0] == "measure"):
            return given.value
        measured = self._summary(kind.summary)
        if given and (measured is None or isinstance(measured, Range)):
            return given.value
        return None if measured == Range(kind.minimum or 0, None) else measured

    def _entities(self, kind: str) -> tuple[str, ...]:
        listed = self.facts.entities.get(kind)
        return listed.ids if listed else ()

    def _summary(self, summary: Summary) -> Any:
        """Sum up a list: a value, the range in which it lies, or None."""
        ((name, target),) = summary.measure.items()
        sized = name in {"share_of", "largest_share", "total"}
        listed = self.facts.entities.get((self.base.facts[target].of if sized else target) or "")
        if listed is None:
            return None
        among, where = summary.among or NOTHING, summary.where or NOTHING
        kept = [of for of in listed.ids if self.truth(among, of) is not False]
        inside = [self.truth(AllOf((among, where)), of) for of in kept]
        sizes = [self._size(target, of) if sized else 1 for of in kept]
        if name in {"some", "every"}:
            found = any3(inside) if name == "some" else all3(inside)
            return found if listed.complete or found is (name == "some") else None
        if name in {"count", "total"}:
            return total(inside, sizes, listed)
        if None in sizes or not listed.complete or any(self.truth(among, of) is None for of in kept):
            return None
        return share(name, inside, [size for size in sizes if size is not None])

    def _size(self, fact: str, of: str) -> int | None:
        known = self.facts.known.get((fact, of))
        return known.value if known and isinstance(known.value, int) else None


def all3(found: Iterable[Truth]) -> Truth:
    """Three-valued « and »."""
    unknown = False
    for truth in found:
        if truth is False:
            return False
        unknown = unknown or truth is None
    return None if unknown else True


def any3(found: Iterable[Truth]) -> Truth:
    """Three-valued « or »."""
    return _not(all3(map(_not, found)))


def _not(truth: Truth) -> Truth:
    return None if truth is None else not truth


def _says(name: str, truth: Truth, yes: str = "true", no: str = "false") -> Iterator[Conclusion]:
    if truth is not None:
        yield None, f"{name}:{yes if truth else no}"
