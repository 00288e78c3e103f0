"""Identifiers: their shape, names that are taken, aliases that repeat a name."""

import re
from collections.abc import Iterator

from petr_advisor.knowledge.base import PLAN_PREFIX, READING_PREFIX, KnowledgeBase
from petr_advisor.knowledge.checks.uses import Place
from petr_advisor.knowledge.loader import KINDS, Places
from petr_advisor.knowledge.problems import Problem
from petr_advisor.words.speech import told

_SHAPE = re.compile(r"[a-z0-9][a-z0-9._-]*")
_KEPT = ((READING_PREFIX, "check.kept-for-disputed"), (PLAN_PREFIX, "check.kept-for-plans"))
_MAX_LENGTH = 80
"""Tokens of the engine hold two identifiers and must stay short."""


def check(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report identifiers that are badly written or that stand for two things."""
    for place, name in _names(base):
        if len(name) > _MAX_LENGTH or not _SHAPE.fullmatch(name):
            yield place.problem(places, told("check.bad-identifier", name=name, most=_MAX_LENGTH))
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
        ("procedures", "acts"),
        ("options", "merits"),
        ("requirement_groups", "requires"),
        ("regimes", "conditions"),
        ("tables", "rows"),
    ):
        for key, entry in getattr(base, kind).items():
            for name in getattr(entry, part):
                yield Place(kind, key, (part, name)), name


def _facts(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    for key, fact in base.facts.items():
        place = Place("facts", key)
        if "." not in key and fact.type != "list":  # a list is never tested, so nothing takes it for a keyword
            yield place.problem(places, told("check.no-dot", name=key))
        for prefix, owner in _KEPT:
            if key.startswith(prefix):
                yield place.problem(places, told("check.kept-prefix", prefix=prefix, owner=told(owner)))
        for choice in fact.choices:
            if choice in {"yes", "no"}:
                yield (place / "choices" / choice).problem(places, told("check.choice-called", name=choice))
    lists: dict[str, str] = {}
    for key, fact in base.facts.items():
        if fact.entity is not None and lists.setdefault(fact.entity, key) != key:
            first = Place("facts", lists[fact.entity]).line(places)
            message = told("check.second-list", entity=fact.entity, first=lists[fact.entity], there=first)
            yield Place("facts", key, ("entity",)).problem(places, message)


def _shared(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report names that two entries of different kinds, or two groups of one option, may not share."""
    for key in base.options:
        if key in base.groups:
            other = Place("regimes" if key in base.regimes else "requirement_groups", key).line(places)
            yield Place("options", key).problem(places, told("check.also-a-group", name=key, there=other))
        owners: dict[str, str] = {}
        for number, group in enumerate(base.options[key].uses):
            found = base.groups.get(group)
            for name in found.requires if found else ():
                if owners.setdefault(name, group) != group:
                    message = told("check.groups-share", first=owners[name], second=group, name=name)
                    yield Place("options", key, ("uses", number)).problem(places, message)


def _aliases(base: KnowledgeBase, places: Places, kind: str) -> Iterator[Problem]:
    entries = getattr(base, kind)
    owners: dict[str, str] = {}
    for key, entry in entries.items():
        for number, alias in enumerate(entry.aliases):
            place = Place(kind, key, ("aliases", number))
            if alias in entries:
                other = Place(kind, alias).line(places)
                yield place.problem(places, told("check.alias-is-identifier", name=alias, there=other))
            elif alias in owners:
                yield place.problem(places, told("check.alias-twice", name=alias, owner=owners[alias]))
            owners.setdefault(alias, key)
