"""What a folder of changed rules changes in a base, in parts that can each be applied without the others."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from petr_advisor.knowledge.base import PLAN_PREFIX, READING_PREFIX, KnowledgeBase
from petr_advisor.knowledge.entries import KINDS
from petr_advisor.knowledge.places import EntryKey, names_in
from petr_advisor.words.texts import Entry

HOLDING = frozenset(
    {"facts", "disputed", "key_questions", "options", "procedures", "requirement_groups", "regimes", "tables"}
)
"""The kinds inside which others name something: a choice, a reading, a requirement, an act."""
SILENT = frozenset(
    {"sources", "respondents", "subjects", "checklists", "actors", "majorities", "documents", "topics", "checks",
     "templates", "passages", "blanks", "holidays", "durations", "notices"}
)  # fmt: skip
"""The kinds that change no conclusion by themselves."""
INNER = frozenset({"conditions", "requires", "merits", "acts", "readings", "choices", "rows"})
"""The fields that hold things by name."""
NAMED_ONLY = frozenset({"norms", "facts", "cures"})
"""The kinds of which a new entry changes nothing until another names it."""


@dataclass(frozen=True)
class Part:
    """Entries that are changed together."""

    names: tuple[str, ...]
    """`kind/identifier`, with what is otherwise in it, of those for whose sake the others are in it."""
    entries: frozenset[EntryKey]


def changed(before: KnowledgeBase, after: KnowledgeBase) -> tuple[EntryKey, ...]:
    """Give the entries that are new, or otherwise, in the second base."""
    return tuple(
        (kind, key)
        for kind in KINDS
        for key, entry in getattr(after, kind).items()
        if _otherwise(getattr(before, kind).get(key), entry)
    )


def parts(before: KnowledgeBase, after: KnowledgeBase) -> tuple[Part, ...]:
    """Give the smallest parts of a change that may change a conclusion; one may hold another.

    A part holds the changed entries that its own name, for they may rest on what is new in them; and of an entry that
    was replaced, those that named it before, for they may rest on what is no more in it.
    """
    every = changed(before, after)
    tied = {entry: {*_named(after, entry, every), *_naming(before, entry, every)} for entry in every}
    found: dict[frozenset[EntryKey], list[str]] = {}
    for kind, key in every:
        found.setdefault(_reached((kind, key), tied), []).append(_name(before, after, (kind, key)))
    return tuple(
        Part(tuple(names), entries)
        for entries, names in found.items()
        if not all(kind in SILENT or (kind in NAMED_ONLY and key not in getattr(before, kind)) for kind, key in entries)
    )


def only(before: KnowledgeBase, after: KnowledgeBase, part: Part) -> KnowledgeBase:
    """Give the first base with one part of the change."""
    held = {kind: dict(getattr(before, kind)) for kind in KINDS}
    for kind, key in part.entries:
        held[kind][key] = getattr(after, kind)[key]
    return KnowledgeBase.model_validate(held)  # a copy would keep what the first base had worked out of itself


def _name(before: KnowledgeBase, after: KnowledgeBase, entry: EntryKey) -> str:
    """Name an entry and, where it was replaced, what is otherwise in it: `regimes/petr (conditions/one-piece)`."""
    kind, key = entry
    if key not in getattr(before, kind):
        return f"{kind}/{key}"
    was, is_ = (_written(getattr(base, kind)[key]) for base in (before, after))
    places = [place for name in dict.fromkeys((*was, *is_)) for place in _differing(name, was.get(name), is_.get(name))]
    return f"{kind}/{key} ({', '.join(places)})"


def _differing(name: str, was: Any, is_: Any) -> Iterator[str]:
    """Give where a field differs: the field, or what in it when it holds things by name."""
    if isinstance(was, dict) and isinstance(is_, dict) and name in INNER:
        yield from (f"{name}/{key}" for key in dict.fromkeys((*was, *is_)) if was.get(key) != is_.get(key))
    elif was != is_:
        yield name


def _otherwise(was: Entry | None, entry: Entry) -> bool:
    """Tell whether an entry is new or says something else: a day read from a file or from a cache is the same day."""
    return was is None or (was != entry and _written(was) != _written(entry))


def _written(entry: Entry) -> dict[str, Any]:
    return entry.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def _named(base: KnowledgeBase, entry: EntryKey, every: tuple[EntryKey, ...]) -> Iterator[EntryKey]:
    """Give the changed entries that an entry names."""
    words = _words(base, entry)
    return (other for other in every if other != entry and other[1] in words)


def _naming(base: KnowledgeBase, entry: EntryKey, every: tuple[EntryKey, ...]) -> Iterator[EntryKey]:
    """Give the changed entries that name an entry in a base, where it holds what they may name."""
    kind, key = entry
    if kind in HOLDING and key in getattr(base, kind):
        yield from (other for other in every if other != entry and key in _words(base, other))


def _words(base: KnowledgeBase, entry: EntryKey) -> frozenset[str]:
    kind, key = entry
    found = getattr(base, kind).get(key)
    if found is None:
        return frozenset()
    names = set(names_in(_written(found)))
    apart = {piece for name in names for piece in name.split("/")}
    prefixed = {name.removeprefix(READING_PREFIX).removeprefix(PLAN_PREFIX) for name in names}
    return frozenset(names | apart | prefixed)


def _reached(start: EntryKey, tied: dict[EntryKey, set[EntryKey]]) -> frozenset[EntryKey]:
    found, waiting = {start}, [start]
    while waiting:
        more = tied[waiting.pop()] - found
        found |= more
        waiting += more
    return frozenset(found)
