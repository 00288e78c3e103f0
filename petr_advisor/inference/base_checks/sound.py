"""The sound part of a rule base: the entries whose meaning can be looked at although others are wrong."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from petr_advisor.knowledge.base import PLAN_PREFIX, READING_PREFIX, KnowledgeBase
from petr_advisor.knowledge.checks import references
from petr_advisor.knowledge.checks.uses import entity_kinds
from petr_advisor.knowledge.loader import KINDS, Places
from petr_advisor.knowledge.places import EntryKey, names_in
from petr_advisor.knowledge.problems import Problem

_NEEDED = frozenset({"fact", "entity", "cure", "group"})
"""What must be known by name before an entry's meaning can be looked at; an unknown actor is no obstacle."""

_KINDS = {
    "norm": "norms", "fact": "facts", "option": "options", "cure": "cures", "group": "requirement_groups",
    "disputed": "disputed", "question": "key_questions",
}  # fmt: skip
_DATED_BY_NORMS = frozenset({"rules", "cures", "options", "requirement_groups", "regimes", "tables"})
"""The kinds that exist on the days of their norms; others only show them."""

Rests = Mapping[EntryKey, set[EntryKey]]
"""For each entry, or fact made of entries (`plan.…`, `reading.…`), what its meaning rests on."""


def sound_part(base: KnowledgeBase, places: Places, unsound: Iterable[Problem]) -> KnowledgeBase:
    """Give the base without what is wrong and without what rests on it; itself when nothing is wrong."""
    wrong = set(places.broken) | {key for problem in unsound if (key := places.entry_of(problem))}
    wrong |= set(_of_unknown_names(base, places))
    if not wrong:
        return base
    rests = _rests(base, places)
    left_out = _all_resting_on(rests, wrong)
    return KnowledgeBase.model_validate(
        {
            kind: {key: entry for key, entry in getattr(base, kind).items() if (kind, key) not in left_out}
            for kind in KINDS
        }
    )


def _of_unknown_names(base: KnowledgeBase, places: Places) -> Iterator[EntryKey]:
    for found in references.references(base, places):
        if found.what in _NEEDED and found.name not in found.known:
            yield found.place.kind, found.place.key


def _all_resting_on(rests: Rests, wrong: set[EntryKey]) -> set[EntryKey]:
    """Give some entries with all that rest on them, directly or not."""
    bearing: dict[EntryKey, set[EntryKey]] = {}
    for key, on in rests.items():
        for inner in on:
            bearing.setdefault(inner, set()).add(key)
    found: set[EntryKey] = set()
    agenda = list(wrong)
    while agenda:
        key = agenda.pop()
        if key not in found:
            found.add(key)
            agenda += bearing.get(key, ())
    return found


def _rests(base: KnowledgeBase, places: Places) -> Rests:
    """Give what the meaning of each entry rests on."""
    rests: dict[EntryKey, set[EntryKey]] = {}
    for key, on in (*_named(base, places), *_made(base), *_written(places)):
        rests.setdefault(key, set()).add(on)
    return rests


def _named(base: KnowledgeBase, places: Places) -> Iterator[tuple[EntryKey, EntryKey]]:
    """Give each entry with those that it names."""
    lists = entity_kinds(base)
    for found in references.references(base, places):
        owner = found.place.kind, found.place.key
        if found.what == "entity" and found.name in lists:
            yield owner, ("facts", lists[found.name])
        elif found.what in _KINDS and (found.what != "norm" or found.place.kind in _DATED_BY_NORMS):
            yield owner, (_KINDS[found.what], found.name)


def _made(base: KnowledgeBase) -> Iterator[tuple[EntryKey, EntryKey]]:
    """Give each fact with the entries that give it: rules, points, options and tables, lists that it is measured on."""
    for key, rule in base.rules.items():
        yield from ((("facts", fact), ("rules", key)) for fact in rule.then)
    for key in base.disputed:
        yield ("facts", READING_PREFIX + key), ("disputed", key)
    for key, option in base.options.items():
        yield ("facts", PLAN_PREFIX + option.answers), ("options", key)
    for key, table in base.tables.items():
        yield ("facts", PLAN_PREFIX + table.answers), ("tables", key)
    lists = entity_kinds(base).values()
    for key, fact in base.facts.items():
        yield from ((("facts", key), ("facts", name)) for name in lists if fact.measure is not None)


def _written(places: Places) -> Iterator[tuple[EntryKey, EntryKey]]:
    """Give each fact that an entry which could not be read may give."""
    for (kind, key), entry in places.broken.items():
        written = entry if isinstance(entry, Mapping) else {}
        if kind == "rules":
            yield from ((("facts", fact), (kind, key)) for fact in _concluded(written))
        elif kind == "disputed":
            yield ("facts", READING_PREFIX + key), (kind, key)
        elif kind in {"options", "tables"}:
            for question in names_in(written.get("answers", written)):
                yield ("facts", PLAN_PREFIX + question), (kind, key)


def _concluded(rule: Mapping[str, Any]) -> Iterator[str]:
    """Give the facts that a rule may conclude: any that it names, when neither `then` nor `duty` can be found."""
    return iter(()) if "duty" in rule and "then" not in rule else names_in(rule.get("then", rule))
