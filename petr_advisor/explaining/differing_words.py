"""What differs between two states of a consultation, named as a person knows it: what going back has taken back."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from petr_advisor.consulting.case import Case
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text

Key = TypeVar("Key")

NAMED = 3
"""How many are named."""


def differing(before: Case, after: Case) -> tuple[Text, ...]:
    """Name the facts, lists and choices that are not the same in two cases of one rule base; of many, how many more."""
    found = tuple(dict.fromkeys(_differing(before, after)))
    more = len(found) - NAMED
    return (*found[:NAMED], *((told("undo.more", count=more),) if more > 0 else ()))


def _differing(before: Case, after: Case) -> Iterator[Text]:
    base, old, new = after.base, before.state, after.state
    lists = {kind.entity: kind for kind in base.facts.values() if kind.entity}
    moved = _keys(old.lists, new.lists)
    yield from (lists[kind].label for kind in moved)
    answered = _keys(old.answers, new.answers)
    yield from (base.facts[fact].label for fact, of in answered if of is None or base.facts[fact].of not in moved)
    yield from (base.facts[fact].label for fact, _ in (*(old.skipped ^ new.skipped), *_keys(old.denied, new.denied)))
    for question in _keys(old.chosen, new.chosen):
        option = old.chosen.get(question) or new.chosen[question]
        yield told("undo.choice", option=base.options[option].title)
    if old.acts != new.acts:
        yield told("undo.acts")
    elif old.seats != new.seats and not moved:
        yield told("history.seats")


def _keys(old: Mapping[Key, object], new: Mapping[Key, object]) -> list[Key]:
    return [key for key in dict.fromkeys((*old, *new)) if old.get(key, _NONE) != new.get(key, _NONE)]


_NONE = object()
