"""Scopes: the territory's entries speak of the territory's facts, those of an entity of that entity's facts too."""

from collections.abc import Iterator

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.conditions_used import conditions, literals_at
from petr_advisor.knowledge.checks.uses import SIZE_MEASURES, Place, event, law_dates, limits, made, summed_entity
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.problems import Problem
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.words.speech import told


def check(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report facts used where it is not known of which entity they are."""
    for use in conditions(base):
        for place, literal in literals_at(use, places):
            yield from _fact(base, places, place, literal.fact, use.entity)
    for place, fact, entity in law_dates(base):
        yield from _fact(base, places, place, fact, entity)
    for place, limit, entity in limits(base):
        if limit.from_ is not None:
            yield from _fact(base, places, event(place, places), limit.from_, entity)
    yield from _conclusions(base, places)
    yield from _summaries(base, places)


def _fact(base: KnowledgeBase, places: Places, place: Place, name: str, entity: str | None) -> Iterator[Problem]:
    fact = base.facts.get(name)
    if fact is None or fact.of is None or entity in {fact.of, ""}:
        return
    if entity is None:
        example = _example(base, fact.of)
        key = "check.fact-of-each-such-as" if example else "check.fact-of-each"
        yield place.problem(places, told(key, name=name, entity=fact.of, example=example))
    else:
        yield place.problem(places, told("check.fact-of-another", name=name, entity=fact.of, other=entity))


def _example(base: KnowledgeBase, entity: str) -> str:
    """Give a summary of a list, to be used instead of a fact of each entity."""
    summaries = ((key, fact.summary) for key, fact in base.facts.items() if fact.summary is not None)
    return next((key for key, summary in summaries if summed_entity(base.facts, summary) == entity), "")


def _conclusions(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    for key, rule in base.rules.items():
        for name in rule.then:
            of = _of(base.facts, name)
            place = Place("rules", key, ("then", name))
            if name in base.facts and of != rule.for_each:
                if rule.for_each is None:
                    message = told("check.rule-needs-each", name=name, entity=of)
                elif of is None:
                    message = told("check.each-cannot-conclude", name=name, each=rule.for_each)
                else:
                    message = told("check.each-concludes-another", name=name, each=rule.for_each, entity=of)
                yield place.problem(places, message)
    for place, name, _ in made(base):
        if (of := _of(base.facts, name)) is not None:
            key = "check.cure-makes-each" if place.kind == "cures" else "check.option-makes-each"
            yield place.problem(places, told(key, name=name, entity=of))


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
            yield place.problem(places, told("check.summary-of-territory", entity=fact.of))
        if fact.type not in _SUMMARY_TYPES[name]:
            message = told("check.summary-type", name=name, expected=_SUMMARY_TYPES[name], type=fact.type)
            yield Place("facts", key, ("type",)).problem(places, message)
        if name in SIZE_MEASURES and target in base.facts:
            summed = base.facts[target]
            if summed.of is None or summed.type not in {"count", "amount"}:
                problem = "check.summed-of-territory" if summed.of is None else "check.summed-type"
                yield place.problem(places, told(problem, name=name, target=target, type=summed.type))
