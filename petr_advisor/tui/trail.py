"""The questions answered so far, in the order of the interview: what going back and forth walks through."""

from itertools import groupby

from petr_advisor.consulting.answers import Answered, Listed, Skipped, Withdrawn
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.facts import FactKey
from petr_advisor.typed.entities import entity_kind

Walked = tuple[FactKey, ...]
"""A question answered: the fact that it takes, or those of a checklist."""


def trail(consultation: Consultation, set_aside: frozenset[FactKey] = frozenset()) -> tuple[Walked, ...]:
    """Give the questions answered or put off, each where it came first; those set aside are left out.

    A question put to every entity of a list counts once, under the first entity it was answered for; lines of a
    checklist answered one after the other are one question.
    """
    facts, state = consultation.base.facts, consultation.state
    lists = {found.entity: (fact, None) for fact, found in facts.items() if found.entity}
    in_tables = {fact for kind in lists if kind for fact in entity_kind(consultation.base, kind).columns}
    said: dict[FactKey, None] = {}  # kept in order
    for event in consultation.events:
        match event:
            case Answered(key) | Skipped(key):
                said.setdefault(key)
            case Withdrawn(key):
                said.pop(key, None)
            case Listed(kind):
                said.setdefault(lists[kind])
    answered = state.answers.keys() | state.skipped | {lists[kind] for kind in state.lists}
    walked: dict[str, FactKey] = {}
    for fact, of in said:
        if (fact, of) in answered - set_aside and fact not in in_tables:
            walked.setdefault(fact, (fact, of))
    lists_of_lines = consultation.base.checklist_of
    found: list[Walked] = []
    for _, keys in groupby(walked.values(), key=lambda key: lists_of_lines.get(key[0], key[0])):
        found.append(tuple(keys))
    return tuple(found)
