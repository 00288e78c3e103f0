"""Complete the facts by measurement: summaries of lists, exact while the list is known, a range while it is not."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from petr_advisor.inference.atoms import Truth, evaluate
from petr_advisor.inference.facts import EntityList, FactKey, Facts, Known, Range, Value
from petr_advisor.inference.meanings import NO_VALUE
from petr_advisor.inference.program import Token
from petr_advisor.inference.recent import Recent
from petr_advisor.inference.three_values import contrary, truth_of
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import Condition, Literal
from petr_advisor.knowledge.enacted import RuleBase
from petr_advisor.knowledge.vocabulary import FactType, Summary


@dataclass(frozen=True)
class EntityView:
    """What is known of one entity, given facts and derived ones."""

    rules: RuleBase
    facts: Facts
    entity: str
    derived: frozenset[Token]

    def truth(self, condition: Condition) -> Truth:
        """Evaluate a condition on the entity; None when it is not known well enough."""
        return _truth(self, condition.normal)


def _truth(view: EntityView, condition: Condition) -> Truth:
    return truth_of(condition, lambda literal: _literal_truth(view, literal))


def _literal_truth(view: EntityView, literal: Literal) -> Truth:
    kind = view.rules.base.all_facts[literal.fact]
    of = view.entity if kind.of else None
    known = view.facts.get(literal.fact, of)
    truth = evaluate(kind, literal.test, known.value if known else _derived(view, literal.fact), view.rules.as_of)
    applies = True if kind.applies_when is None else view.truth(kind.applies_when)
    if applies is False:
        return False
    truth = truth if literal.positive else contrary(truth)
    return truth if applies else None


def _derived(view: EntityView, fact: str) -> Value | None:
    """Give the value that rules concluded for a fact of the entity, « no » or none for a closed one that none can."""
    kind = view.rules.base.all_facts[fact]
    if "rule" not in kind.given_by:
        return None
    for value in (*kind.choices, "yes", "no", NO_VALUE):
        if f"fact:{fact}:{value}" in view.derived:
            return {"yes": True, "no": False}.get(value, value)
    return None


_MEASURED: Recent[Hashable, tuple[KnowledgeBase, dict[FactKey, Known]]] = Recent(256)
"""By the id of a base, kept with what was measured, and by all that measures rest on, which most answers leave."""


def measured(rules: RuleBase, facts: Facts, derived: dict[str, frozenset[Token]]) -> Mapping[FactKey, Known]:
    """Measure every summary whose list was given, remembered; `derived` holds the tokens concluded for each entity."""
    base = rules.base
    place = (
        id(base),
        rules.as_of if base.sums_ages else None,
        tuple(item for item in facts.known.items() if item[0][0] in base.summed_over),
        tuple(facts.entities.items()),
        tuple(derived.items()),
    )
    return _MEASURED.get(place, lambda: (base, _measured(rules, facts, derived, base.summed)))[1]


def _measured(
    rules: RuleBase, facts: Facts, derived: dict[str, frozenset[Token]], summed: Mapping[str, FactType]
) -> dict[FactKey, Known]:
    found: dict[FactKey, Known] = {}
    for name, kind in summed.items():
        given = facts.known.get((name, None))
        if kind.summary is None or (given is not None and not _measure_first(kind, given)):
            continue
        value = _summary(rules, facts, derived, kind.summary)
        if given is not None and (value is None or isinstance(value, Range)):
            continue
        if value is not None and not _says_nothing(kind, value):
            found[name, None] = Known(value, "measure")
    return found


def overridden(rules: RuleBase, facts: Facts) -> dict[FactKey, Known]:
    """Give the ranges measured of a list that exclude the value given for the same fact."""
    given = {key: known for key, known in facts.known.items() if known.by in {"user", "register"}}
    lists = Facts({key: known for key, known in facts.known.items() if key not in given or key[1]}, facts.entities)
    summed = {name: kind for name, kind in rules.base.summed.items() if (name, None) in given}
    return {
        key: found
        for key, found in _measured(rules, lists, {}, summed).items()
        if isinstance(found.value, Range) and not found.value.holds(given[key].value)
    }


def _measure_first(kind: FactType, given: Known) -> bool:
    """Tell whether a full measure prevails over a value that was given."""
    return given.by in {"user", "register"} and kind.given_by[0] == "measure"


def _summary(
    rules: RuleBase, facts: Facts, derived: dict[str, frozenset[Token]], summary: Summary
) -> Value | Range | None:
    ((name, target),) = summary.measure.items()
    of_fact = name in {"share_of", "largest_share", "total"}
    entity_kind = rules.base.facts[target].of if of_fact else target
    listed = facts.entities.get(entity_kind or "")
    if listed is None:
        return None
    views = [EntityView(rules, facts, entity, derived.get(entity, frozenset())) for entity in listed.ids]
    counted = [_truth(view, summary.within) for view in views]
    if None in counted and name in {"share_of", "share_of_count", "largest_share"}:
        return None
    kept = tuple(of for of, counts in zip(listed.ids, counted, strict=True) if counts is not False)
    listed = EntityList(kept, listed.complete)
    views = [view for view, counts in zip(views, counted, strict=True) if counts is not False]
    truths = [_truth(view, summary.inside) for view in views]
    sizes: list[int | None] = [_size(facts, target, entity) if of_fact else 1 for entity in listed.ids]
    match name:
        case "every":
            return _quantified(truths, complete=listed.complete, looked_for=False)
        case "some":
            return _quantified(truths, complete=listed.complete, looked_for=True)
        case "count" | "total":
            return _sum(truths, sizes, complete=listed.complete)
        case "largest_share":
            return _largest(truths, sizes, complete=listed.complete)
    return _share(truths, sizes, complete=listed.complete)


def _size(facts: Facts, fact: str, entity: str) -> int | None:
    known = facts.get(fact, entity)
    return known.value if known and isinstance(known.value, int) else None


def _quantified(truths: list[Truth], *, complete: bool, looked_for: bool) -> Value | None:
    """`some` looks for a true one, `every` for a false one; both are settled by it, or by a full and known list."""
    if looked_for in truths:
        return looked_for
    return (not looked_for) if complete and None not in truths else None


def _sum(truths: list[Truth], sizes: list[int | None], *, complete: bool) -> Value | Range:
    low = sum(size or 0 for size, truth in zip(sizes, truths, strict=True) if truth)
    unsure = any(truth is None or (truth and size is None) for size, truth in zip(sizes, truths, strict=True))
    if complete and not unsure:
        return low
    if not complete or any(size is None and truth is not False for size, truth in zip(sizes, truths, strict=True)):
        return Range(low, None)
    return Range(low, low + sum(size or 0 for size, truth in zip(sizes, truths, strict=True) if truth is None))


def _share(truths: list[Truth], sizes: list[int | None], *, complete: bool) -> Value | Range | None:
    if not complete or None in sizes:
        return None
    total = sum(size or 0 for size in sizes)
    if total == 0:
        return None
    inside = sum(size or 0 for size, truth in zip(sizes, truths, strict=True) if truth)
    possible = sum(size or 0 for size, truth in zip(sizes, truths, strict=True) if truth is not False)
    low, high = Fraction(inside, total), Fraction(possible, total)
    return low if low == high else Range(low, high)


def _largest(truths: list[Truth], sizes: list[int | None], *, complete: bool) -> Value | Range | None:
    if not complete or None in sizes:
        return None
    total = sum(size or 0 for size in sizes)
    if total == 0:
        return None
    inside = max((size or 0 for size, truth in zip(sizes, truths, strict=True) if truth), default=0)
    possible = max((size or 0 for size, truth in zip(sizes, truths, strict=True) if truth is not False), default=0)
    low, high = Fraction(inside, total), Fraction(possible, total)
    return low if low == high else Range(low, high)


def _says_nothing(kind: FactType, value: Value | Range) -> bool:
    """Tell whether a range is no narrower than the type."""
    return isinstance(value, Range) and value.high is None and value.low in {None, kind.minimum or 0}
