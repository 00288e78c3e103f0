"""What is declared and never used, most often the trace of a name misspelt elsewhere."""

from collections.abc import Collection, Iterator

from petr_advisor.knowledge.acts import Cure, Merging
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.conditions_used import conditions
from petr_advisor.knowledge.checks.uses import (
    SIZE_MEASURES,
    Place,
    acts,
    altered,
    law_dates,
    limits,
    procedure_acts,
    requirements,
    summed_entity,
)
from petr_advisor.knowledge.conditions import facts_of
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.options import Option
from petr_advisor.knowledge.problems import Problem
from petr_advisor.knowledge.rules import Rule
from petr_advisor.words.speech import told


def check(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report entries that nothing uses."""
    read = _facts_read(base)
    for key, fact in base.facts.items():
        if key not in read and fact.type != "text" and not places.spoken_of(key):
            yield Place("facts", key).problem(places, told("check.unread-fact", name=key))
    cited = {cure for _, requirement in requirements(base) for cure in requirement.cures}
    used = {group for option in base.options.values() for group in option.uses}
    makers: tuple[Option | Cure, ...] = (*base.options.values(), *base.cures.values())
    entered = {key for key, regime in base.regimes.items() if any(regime.entered_by(found.makes) for found in makers)}
    actors = {act.who for _, act in acts(base)} | set(_voters_and_consulted(base))
    majorities = {act.majority for _, act in acts(base) if not isinstance(act, Rule)}
    produced = {document for _, act in acts(base) for document in act.documents}
    answered = {option.answers for option in base.options.values()}
    used_of: dict[str, Collection[str | None]] = {
        "cures": cited,
        "requirement_groups": used,
        "regimes": entered.union(used, (key for key, regime in base.regimes.items() if not regime.makes)),
        "actors": actors,
        "majorities": majorities,
        "topics": {norm.topic for norm in base.norms.values()},
        "documents": produced,
        "durations": {act.takes for _, act in acts(base) if not isinstance(act, Rule) and isinstance(act.takes, str)},
        "events": set(_events(base)),
        "checks": _checks_named(base, places),
        "key_questions": answered,
    }
    for kind, names in used_of.items():
        for key in getattr(base, kind):
            if key not in names and not places.spoken_of(key):
                yield Place(kind, key).problem(places, told(f"check.unused.{kind}"))


def _voters_and_consulted(base: KnowledgeBase) -> Iterator[str]:
    for _, act in procedure_acts(base):
        if act.vote is not None:
            yield act.vote.body
        yield from act.signed_with
        yield from (part.body for part in act.consults)
        yield from (part.who for part in act.windows)
    yield from (term.who for term in base.terms.values())


def _events(base: KnowledgeBase) -> Iterator[str | None]:
    yield from (other for event in base.events.values() for other in event.again)
    for procedure in base.procedures.values():
        yield procedure.effect_on
        yield from (effect.meets.occasion for effect in procedure.effects if effect.meets)
    yield from (limit.from_ for _, limit, _ in limits(base))
    for _, act in procedure_acts(base):
        yield from (act.limit_prudent.from_,) if act.limit_prudent else ()
        yield from act.events.values()


def _checks_named(base: KnowledgeBase, places: Places) -> set[str]:
    written = (places.raw("norms", key, ("check",)) for key in base.norms)
    return {name for name in written if isinstance(name, str)}


def _facts_read(base: KnowledgeBase) -> set[str]:
    found = {fact for use in conditions(base) for fact in facts_of(use.condition)}
    found |= {fact for _, fact, _ in law_dates(base)}
    found |= {term.on for term in base.terms.values() if isinstance(term.on, str)}
    found |= {
        fact for _, act in procedure_acts(base) for fact in (act.done_on, act.votes, act.silent) if fact is not None
    }
    found |= {key for key, fact in base.facts.items() if fact.newcomer is not None}
    found |= {event.fact for event in base.events.values() if event.fact is not None}
    found |= {name for name in _events(base) if name is not None and name in base.facts}
    found |= {fact for _, which in altered(base) if isinstance(which, Merging) for fact in which.told.values()}
    entities = {rule.for_each for rule in base.rules.values()}
    entities |= {act.removes.entity for _, act in acts(base) if isinstance(act, Cure) and act.removes}
    for fact in base.facts.values():
        if fact.summary is not None:
            entities.add(summed_entity(base.facts, fact.summary))
            found |= {target for name, target in fact.summary.measure.items() if name in SIZE_MEASURES}
        if fact.without is not None:
            found.add(fact.without)
        if fact.measure is not None:
            entities |= {other.entity for other in base.facts.values() if other.entity is not None}
    return found | {key for key, fact in base.facts.items() if fact.entity is not None and fact.entity in entities}
