"""Identifiers: their shape, names that are taken, aliases that repeat a name."""

import re
from collections.abc import Iterator

from petr_advisor.knowledge.base import PLAN_PREFIX, READING_PREFIX, KnowledgeBase
from petr_advisor.knowledge.checks.uses import Place
from petr_advisor.knowledge.loader import KINDS, Places
from petr_advisor.knowledge.problems import Problem

_SHAPE = re.compile(r"[a-z0-9][a-z0-9._-]*")
_KEPT = ((READING_PREFIX, "disputed points"), (PLAN_PREFIX, "the option chosen for a key question"))
_MAX_LENGTH = 80
"""Tokens of the engine hold two identifiers and must stay short."""


def check(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report identifiers that are badly written or that stand for two things."""
    for place, name in _names(base):
        if len(name) > _MAX_LENGTH or not _SHAPE.fullmatch(name):
            yield place.problem(
                places,
                f"bad identifier `{name}`; expected at most {_MAX_LENGTH} small letters without accents, digits, dots,"
                " hyphens and underscores, such as members-agree",
            )
    yield from _facts(base, places)
    yield from _shared(base, places)
    yield from _aliases(base, places, "norms")
    yield from _aliases(base, places, "disputed")


def _names(base: KnowledgeBase) -> Iterator[tuple[Place, str]]:
    for kind in KINDS:
        for key in getattr(base, kind):
            yield Place(kind, key), key
    for kind, part in (
        ("facts", "choices"),
        ("disputed", "readings"),
        ("options", "requires"),
        ("options", "merits"),
        ("requirement_groups", "requires"),
        ("tables", "rows"),
    ):
        for key, entry in getattr(base, kind).items():
            for name in getattr(entry, part):
                yield Place(kind, key, (part, name)), name


def _facts(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    for key, fact in base.facts.items():
        place = Place("facts", key)
        if "." not in key and fact.type != "list":  # a list is never tested, so nothing takes it for a keyword
            yield place.problem(places, f"the fact `{key}` has no dot; expected a name such as structure.legal_form")
        for prefix, owner in _KEPT:
            if key.startswith(prefix):
                yield place.problem(places, f"`{prefix}…` is kept for {owner}: give the fact another name")
        for choice in fact.choices:
            if choice in {"yes", "no"}:
                message = f"a choice may not be called `{choice}`; make the fact yes_no, or name it otherwise"
                yield (place / "choices" / choice).problem(places, message)
    lists: dict[str, str] = {}
    for key, fact in base.facts.items():
        if fact.entity is not None and lists.setdefault(fact.entity, key) != key:
            first = Place("facts", lists[fact.entity]).line(places)
            message = f"a second list of `{fact.entity}` (the first is `{lists[fact.entity]}`, {first})"
            yield Place("facts", key, ("entity",)).problem(places, message)


def _shared(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report names that two entries of different kinds, or two groups of one option, may not share."""
    for key in base.options:
        if key in base.requirement_groups:
            other = Place("requirement_groups", key).line(places)
            message = f"`{key}` is also a requirement group ({other}): give one of them another name"
            yield Place("options", key).problem(places, message)
        owners: dict[str, str] = {}
        for number, group in enumerate(base.options[key].uses):
            found = base.requirement_groups.get(group)
            for name in found.requires if found else ():
                if owners.setdefault(name, group) != group:
                    message = f"the groups `{owners[name]}` and `{group}` both hold a requirement `{name}`: rename one"
                    yield Place("options", key, ("uses", number)).problem(places, message)


def _aliases(base: KnowledgeBase, places: Places, kind: str) -> Iterator[Problem]:
    entries = getattr(base, kind)
    owners: dict[str, str] = {}
    for key, entry in entries.items():
        for number, alias in enumerate(entry.aliases):
            place = Place(kind, key, ("aliases", number))
            if alias in entries:
                other = Place(kind, alias).line(places)
                yield place.problem(places, f"the alias `{alias}` is already an identifier ({other}): remove it")
            elif alias in owners:
                message = f"the alias `{alias}` is already one of `{owners[alias]}`: keep it in one place"
                yield place.problem(places, message)
            owners.setdefault(alias, key)
