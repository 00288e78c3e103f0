"""Scopes: the territory's entries speak of the territory's facts, those of an entity of that entity's facts too."""

from collections.abc import Iterator

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.uses import (
    SIZE_MEASURES,
    Place,
    conditions,
    deadlines,
    law_dates,
    literals_at,
    made,
    summed_entity,
)
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.problems import Problem
from petr_advisor.knowledge.vocabulary import FactType


def check(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report facts used where it is not known of which entity they are."""
    for use in conditions(base):
        for place, literal in literals_at(use, places):
            yield from _fact(base, places, place, literal.fact, use.entity)
    for place, fact, entity in law_dates(base):
        yield from _fact(base, places, place, fact, entity)
    for place, deadline, entity in deadlines(base):
        if deadline.after is not None:
            yield from _fact(base, places, place / "after", deadline.after, entity)
    yield from _conclusions(base, places)
    yield from _summaries(base, places)


def _fact(base: KnowledgeBase, places: Places, place: Place, name: str, entity: str | None) -> Iterator[Problem]:
    fact = base.facts.get(name)
    if fact is None or fact.of is None or fact.of == entity:
        return
    if entity is None:
        yield place.problem(
            places,
            f"`{name}` belongs to each {fact.of}, not to the territory: use a summary of the list"
            f"{_example(base, fact.of)}, or for_each: {fact.of} in a rule",
        )
    else:
        yield place.problem(places, f"`{name}` belongs to each {fact.of}, but here one {entity} is looked at")


def _example(base: KnowledgeBase, entity: str) -> str:
    for key, fact in base.facts.items():
        if fact.summary is not None and summed_entity(base.facts, fact.summary) == entity:
            return f" (such as `{key}`)"
    return ""


def _conclusions(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    for key, rule in base.rules.items():
        for name in rule.then:
            of = _of(base.facts, name)
            place = Place("rules", key, ("then", name))
            if name in base.facts and of != rule.for_each:
                if rule.for_each is None:
                    message = f"`{name}` belongs to each {of}: the rule needs for_each: {of}"
                elif of is None:
                    message = (
                        f"a rule for_each: {rule.for_each} cannot conclude `{name}`, a fact of the territory;"
                        f" expected a fact of one {rule.for_each}"
                    )
                else:
                    message = f"a rule for_each: {rule.for_each} cannot conclude `{name}`, a fact of each {of}"
                yield place.problem(places, message)
    for place, name, _ in made(base):
        if (of := _of(base.facts, name)) is not None:
            message = f"a cure or an option cannot make `{name}`, a fact of each {of}: make a summary so"
            yield place.problem(places, message + (", or use `removes`" if place.kind == "cures" else ""))


def _of(facts: dict[str, FactType], name: str) -> str | None:
    return facts[name].of if name in facts else None


_SUMMARY_TYPES: dict[str, tuple[str, ...]] = {
    "count": ("count",),
    "every": ("yes_no",),
    "some": ("yes_no",),
    "share_of_count": ("fraction",),
    "share_of": ("fraction",),
    "largest_share": ("fraction",),
    "total": ("count", "amount"),
}


def _summaries(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    for key, fact in base.facts.items():
        if fact.summary is None:
            continue
        ((name, target),) = fact.summary.measure.items()
        place = Place("facts", key, ("summary", name))
        if fact.of is not None:
            yield place.problem(places, f"a summary is a fact of the territory: remove `of: {fact.of}`")
        if fact.type not in _SUMMARY_TYPES[name]:
            expected = " or ".join(_SUMMARY_TYPES[name])
            message = f"`{name}` gives a {expected}, but the fact is of type {fact.type}"
            yield Place("facts", key, ("type",)).problem(places, message)
        if name in SIZE_MEASURES and target in base.facts:
            summed = base.facts[target]
            if summed.of is None or summed.type not in {"count", "amount"}:
                message = f"`{name}` takes a count or an amount of each entity, such as member.population; `{target}` "
                message += "belongs to the territory" if summed.of is None else f"is of type {summed.type}"
                yield place.problem(places, message)
