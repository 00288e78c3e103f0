"""What a merger leaves of a list: one member of several; where nobody said which, what is so whichever they are."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, islice

from petr_advisor.consulting.among import among, derived
from petr_advisor.consulting.case import Case
from petr_advisor.consulting.requirements import truth
from petr_advisor.inference.completion import measured
from petr_advisor.inference.facts import EntityList, FactKey, Facts, Known, Range, Value
from petr_advisor.knowledge.acts import Merging, Unnamed
from petr_advisor.knowledge.conditions import facts_of
from petr_advisor.knowledge.vocabulary import FactType

Made = dict[FactKey, Value | Range]
"""What is so once the merger is done; a range says between which bounds, one without bounds that it is not known."""

NOT_KNOWN = Range(None, None)

TRIED = 400
"""How many groups that may be the one that merges are tried; beyond, what a list sums up to is not known."""


def merged(case: Case, merging: Merging) -> tuple[Made, frozenset[str]]:
    """Make one of several members: what is so of it and, measured, of the territory; and the members that are gone."""
    sure, unsure = among(case, merging), among(case, merging, found=None)
    listed = case.facts.entities.get(merging.entity)
    if merging.unnamed is not None and (unsure or listed is None):
        return _of_some(case, merging, merging.unnamed, sure, unsure), frozenset()
    if len(sure) < (1 if with_others(case, merging) else 2):
        return {}, frozenset()
    known = case.memory.facts.known
    surveyed = ((fact, known[fact, None].value) for fact in case.surveyed)
    made: Made = {(fact, None): value for fact, value in surveyed if not isinstance(value, Range)}
    return made | _sums(case, merging, sure), frozenset(sure[1:])


def with_others(case: Case, merging: Merging) -> bool:
    """Tell whether others than those of the list become one with them."""
    return merging.beyond is not None and truth(case, merging.beyond) is True


def total_of(case: Case, merging: Merging, fact: str, group: tuple[str, ...]) -> int | None:
    """Give a count of the one that stays: as told, else the sum of those of all; None while it is not known."""
    found = case.memory.facts.get(merging.told[fact]) if fact in merging.told else None
    if found is not None and isinstance(found.value, int):
        return found.value
    known = case.memory.facts
    values = [each.value for of in group if (each := known.get(fact, of)) and isinstance(each.value, int)]
    return None if with_others(case, merging) or len(values) < len(group) else sum(values)


def _sums(case: Case, merging: Merging, group: tuple[str, ...]) -> Made:
    """Give the facts of the one that stays that are told or the sums of those of all; of others that join, not known.

    None of a fact that is not known of each.
    """
    made: Made = {}
    for fact in merging.sums:
        found = total_of(case, merging, fact, group)
        if found is not None:
            made[fact, group[0]] = found
        elif with_others(case, merging):
            made[fact, group[0]] = NOT_KNOWN
    return made


def _of_some(case: Case, merging: Merging, unnamed: Unnamed, sure: tuple[str, ...], unsure: tuple[str, ...]) -> Made:
    """Give what is so whichever of the members merge; the list itself stays as it is."""
    counted = {(fact, None): _fewer(case, unnamed, fact) for fact in unnamed.counts}
    told = {key: value for key, value in counted.items() if value is not None}
    listed = case.facts.entities.get(merging.entity)
    if listed is None or not listed.complete:
        return _unsure(case, merging) | told
    sizes = _sizes(case, unnamed, len(sure), len(unsure))
    groups = [(*sure, *more) for size in sizes for more in islice(combinations(unsure, size - len(sure)), TRIED + 1)]
    if not groups or len(groups) > TRIED:
        return _unsure(case, merging) | told
    return _whichever(case, [_left_by(case, merging, group) for group in groups])


def _fewer(case: Case, unnamed: Unnamed, fact: str) -> int | Range | None:
    """Give what a count becomes: all those that merge count for one."""
    before, number, outside = (_count(case, name) for name in (fact, unnamed.number, unnamed.outside))
    if outside is not None:
        return outside + 1
    if before is None:
        return None
    return before - max(number, 1) + 1 if number is not None else Range(2, before)


def _count(case: Case, fact: str) -> int | None:
    found = case.memory.facts.get(fact)
    return found.value if found is not None and isinstance(found.value, int) else None


def _sizes(case: Case, unnamed: Unnamed, sure: int, unsure: int) -> Iterable[int]:
    """Give how many may merge: as many as was told; else any number that leaves one outside."""
    number, outside = _count(case, unnamed.number), _count(case, unnamed.outside)
    if number is None and outside is not None:
        number = sure + unsure - outside
    if number is not None:
        return (number,) if max(sure, 1) <= number <= sure + unsure else ()
    return range(max(sure, 2), sure + unsure)


def _left_by(case: Case, merging: Merging, group: tuple[str, ...]) -> Mapping[FactKey, Known]:
    """Measure the list that a merger of these leaves."""
    listed, gone = case.facts.entities[merging.entity], set(group[1:])
    left = EntityList(tuple(of for of in listed.ids if of not in gone), listed.complete)
    summed = _sums(case, merging, group)
    given = {key: known for key, known in case.facts.known.items() if key[1] not in gone}
    facts = Facts(
        given | {key: Known(value) for key, value in summed.items()}, {**case.facts.entities, merging.entity: left}
    )
    return measured(case.rules, facts, derived(case, merging.entity))


def _whichever(case: Case, left: list[Mapping[FactKey, Known]]) -> Made:
    """Give what differs from today: what every group leaves, or between which bounds they leave it."""
    made: Made = {}
    for key in dict.fromkeys(key for found in left for key in found):
        values = [found[key].value if key in found else NOT_KNOWN for found in left]
        today = case.memory.facts.get(*key)
        if today is None or any(value != today.value for value in values):
            made[key] = _bounds(case.base.facts[key[0]], values)
    return made


def _bounds(kind: FactType, values: list[Value | Range]) -> Value | Range:
    if all(value == values[0] for value in values):
        return values[0]
    exact = [value for value in values if not isinstance(value, Range)]
    if kind.type not in {"count", "amount", "fraction"} or len(exact) < len(values):
        return NOT_KNOWN
    return Range(min(exact), max(exact))  # type: ignore[arg-type]


def _unsure(case: Case, merging: Merging) -> Made:
    """Give what the list sums up to as not known, of what a merger may change."""
    return {(fact, None): NOT_KNOWN for fact in _resting(case, merging)}


def _resting(case: Case, merging: Merging) -> Iterator[str]:
    """Give the facts known today that count those that merge, or rest on what the one that stays has the sum of."""
    for fact, kind in case.base.summed.items():
        summary, today = kind.summary, case.memory.facts.get(fact)
        if summary is None or today is None or summary.total is not None:
            continue
        read = {*facts_of(summary.where), *facts_of(summary.among), *summary.measure.values()}
        if (summary.count == merging.entity and today.value != 0) or not read.isdisjoint(merging.sums):
            yield fact
