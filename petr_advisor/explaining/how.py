"""How a conclusion was reached: its proof, or one proof for each case when it is the same in every case."""

from collections.abc import Iterable, Iterator

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.outcomes import option_outcome
from petr_advisor.explaining.tree import Explanation, leaf, prove, said
from petr_advisor.inference.facts import FactKey, Known, Range, Value
from petr_advisor.inference.relevance import STATUSES
from petr_advisor.inference.working_memory import THE_TERRITORY, Scope
from petr_advisor.knowledge.conditions import facts_of
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text

SPLIT_DEPTH = 3
"""How many unknown facts a proof « in every case » may split on."""

SPLIT_BUDGET = 60
"""How many cases are looked at before such a proof is given up and the status is only stated."""


def how(case: Case, conclusion: str) -> Explanation | None:
    """Explain a conclusion: `option:ID`, `requirement:KEY`, `cure:ID`, `duty:RULE`, `duty:RULE@ENTITY`, `fact:ID`.

    None when there is no such conclusion in this case.
    """
    kind, _, key = conclusion.partition(":")
    if kind == "option":
        answered = key in case.rules.options and case.rules.options[key].answers in case.key_questions
        return _how_option(case, key) if answered else None
    key, _, entity = key.partition("@")
    scope = THE_TERRITORY
    if kind == "duty":
        rule = case.rules.rules.get(key)
        if rule is None:
            return None
        scope = Scope(rule.for_each, entity) if rule.for_each else THE_TERRITORY
        return prove(case, f"rule:{key}:true", scope) or prove(case, f"rule_waits:{key}:true", scope)
    if kind == "fact" and key in case.base.facts:
        of = case.base.facts[key].of
        scope = Scope(of, entity) if of else THE_TERRITORY
        values = (*case.base.facts[key].choices, "yes", "no")
        return _first(prove(case, f"fact:{key}:{value}", scope) for value in values) or _known_fact(case, key, entity)
    states = {"requirement": ("obtained", "met", "unmet", "not_applicable"), "cure": ("available", "unavailable")}
    return _first(prove(case, f"{kind}:{key}:{state}", THE_TERRITORY) for state in states.get(kind, ()))


def _first(found: Iterable[Explanation | None]) -> Explanation | None:
    return next((explanation for explanation in found if explanation), None)


def _known_fact(case: Case, fact: str, entity: str) -> Explanation | None:
    known = case.memory.facts.get(fact, entity or None)
    return leaf(case, fact, entity or None, known) if known else None


def _how_option(case: Case, key: str) -> Explanation:
    statuses = case.situation.statuses(key)
    option = case.base.options[key]
    if len(statuses) == 1:
        (status,) = statuses
        proved = _in_every_case(case, key, status, SPLIT_DEPTH, iter(range(SPLIT_BUDGET)))
        return proved or Explanation(_every_case(case, key, status), option.norms)
    known = [told(f"status.{status}") for status in STATUSES if status in statuses]
    outcome = option_outcome(case, key)
    unknown = tuple(
        Explanation(said(found.requirement.title, told("requirement.unknown")), found.requirement.norms)
        for found in outcome.requirements
        if found.state == "unknown"
    )
    text = told("how.still-possible", title=option.title, statuses=known)
    return Explanation(text, option.norms, unknown)


def _in_every_case(case: Case, key: str, status: str, depth: int, budget: Iterator[int]) -> Explanation | None:
    """Prove a status by the engine, or by cases on unknown facts when it is the same in each."""
    proved = prove(case, f"option:{key}:{status}", THE_TERRITORY)
    if proved is not None or depth == 0:
        return proved
    unknown = _unknown_facts(case, key)
    for fact in sorted(unknown, key=lambda fact: (len(case.situation.diagrams.cells(fact[0])), fact)):
        branches: list[Explanation] = []
        for value in _sample(case, fact):
            if next(budget, None) is None:
                return None
            found = _branch(case, key, status, fact, value, depth, budget)
            if found is None:
                break
            branches.append(found)
        else:
            return Explanation(_every_case(case, key, status), case.base.options[key].norms, tuple(branches))
    return None


def _every_case(case: Case, key: str, status: str) -> Text:
    return told("how.every-case", title=case.base.options[key].title, status=told(f"status.{status}"))


def _unknown_facts(case: Case, key: str) -> set[FactKey]:
    """Give the unknown facts that an option's requirements and cures speak of, through rules and applicability."""
    requirements = case.situation.diagrams.requirements(key).values()
    cures = [case.base.cures[cure] for found in requirements for cure in found.cures if cure in case.rules.cures]
    waiting = [fact for found in requirements for fact in facts_of(found.standing)]
    waiting += [fact for cure in cures for fact in facts_of(cure.when)]
    seen: set[str] = set()
    while waiting:
        fact = waiting.pop()
        if fact not in seen:
            seen.add(fact)
            waiting += facts_of(case.base.all_facts[fact].applies_when)
            rules = [rule for rule in case.rules.rules.values() if fact in rule.then]
            waiting += [name for rule in rules for name in (*facts_of(rule.when), *facts_of(rule.unless))]
    kinds = case.base.facts
    return {(fact, None) for fact in seen if fact in kinds and "rule" not in kinds[fact].given_by and _open(case, fact)}


def _open(case: Case, fact: str) -> bool:
    known = case.memory.facts.get(fact)
    return case.base.facts[fact].of is None and (known is None or isinstance(known.value, Range))


def _sample(case: Case, fact: FactKey) -> tuple[Value, ...]:
    return tuple(cell.representatives[0] for cell in case.situation.diagrams.cells(fact[0]))


def _branch(
    case: Case, key: str, status: str, fact: FactKey, value: Value, depth: int, budget: Iterator[int]
) -> Explanation | None:
    supposed = case.supposing({fact: value})
    found = _in_every_case(supposed, key, status, depth - 1, budget)
    if found is None:
        return None
    fact_leaf = leaf(case, fact[0], fact[1], Known(value, "supposed"))
    text = told("how.if", fact=fact_leaf.text)
    return Explanation(text, (), found.children or (found,), "supposed")
