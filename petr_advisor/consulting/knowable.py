"""By which questions what is not known can be answered, whatever was said of them before.

The agenda asks what is still worth asking; here is what a person who has found something out can answer.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from petr_advisor.consulting.awaited import awaited
from petr_advisor.consulting.case import Case
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.facts import FactKey
from petr_advisor.knowledge.base import READING_PREFIX
from petr_advisor.knowledge.conditions import facts_of
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.territory.measures import MEASURED


def is_answered(case: Case, key: FactKey) -> bool:
    """Tell whether a question has an answer in force, « I do not know » included: a remark can stand beside it."""
    return key in case.state.answers or case.base.facts[key[0]].entity in case.state.lists


def questions_of(case: Case, keys: Iterable[FactKey]) -> tuple[FactKey, ...]:
    """Give the questions that answer some facts not known, and those on which it turns whether these apply."""
    return tuple(dict.fromkeys(found for key in keys for found in _questions_of(case, key, frozenset())))


def said_missing(case: Consultation) -> tuple[FactKey, ...]:
    """Give the questions that answer what the lines left open wait for, and what the others are said to lack."""
    sure = (found.answers for found in case.sureness.values())
    return questions_of(case, chain(awaited(case.course), chain.from_iterable(sure)))


def _questions_of(case: Case, key: FactKey, seen: frozenset[FactKey]) -> Iterator[FactKey]:
    fact, of = key
    kind = case.base.facts.get(fact)
    applies = case.memory.applies(fact, of)
    if kind is None or fact.startswith(READING_PREFIX) or key in seen or applies is False:
        return
    if applies is None:
        for before in sorted(case.situation.relevant(case.situation.diagrams.applies(key)), key=str):
            yield from _questions_of(case, before, seen | {key})
    each = tuple(_of_the_listed(case, kind))
    yield from each
    if kind.askable and applies and (kind.type == "yes_no" or all(of is None for _, of in each)):
        yield key


def _of_the_listed(case: Case, kind: FactType) -> Iterator[FactKey]:
    """Give what answers a fact that is summed up or measured: the list where there is none, else what it lacks."""
    facts, summary = case.base.facts, kind.summary
    target = next(iter(summary.measure.values())) if summary else MEASURED if kind.measure else None
    entity = facts[target].of if target in facts else target
    name = next((name for name, found in facts.items() if found.entity and found.entity == entity), None)
    if name is None:
        return
    listed = case.state.lists.get(entity or "")
    if listed is None:
        yield name, None
    elif summary:
        measured = (target,) if target and target in facts else ()
        for fact in dict.fromkeys((*facts_of(summary.where), *facts_of(summary.among), *measured)):
            yield from ((fact, of) for of in listed.ids if _lacks(case, fact, of))
    elif kind.without is not None:
        yield from ((kind.without, of) for of in listed.ids if _lacks(case, kind.without, of))


def _lacks(case: Case, fact: str, of: str) -> bool:
    kind, memory = case.base.facts[fact], case.memory
    return kind.askable and memory.applies(fact, of) is not False and memory.facts.get(fact, of) is None
