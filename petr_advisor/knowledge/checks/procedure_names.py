"""Names used in procedures: acts of the same procedure, actors, events, facts, readings, other procedures."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.uses import Place
from petr_advisor.knowledge.limits import Limit
from petr_advisor.knowledge.procedures import Act, Procedure


@dataclass(frozen=True)
class Reference:
    """A name used somewhere, and the names that would do."""

    place: Place
    name: str
    what: str
    """What it should be (`norm`, `fact`…): one of the keys `check.unknown.…`."""
    known: Collection[str]


def procedure_names(base: KnowledgeBase) -> Iterator[Reference]:
    """Give every name used in procedures and events, and those of procedures in options."""
    yield from _of_options(base)
    for key, procedure in base.procedures.items():
        yield from _of_procedure(base, Place("procedures", key), procedure)
        for name, act in procedure.acts.items():
            yield from _of_act(base, Place("procedures", key, ("acts", name)), act, procedure)
    for key, cure in base.cures.items():
        if isinstance(cure.takes, str):
            yield Reference(Place("cures", key, ("takes",)), cure.takes, "duration", base.durations)
        if cure.limit is not None:
            yield from _of_limit(base, Place("cures", key, ("limit",)), cure.limit, {})
    for key, rule in base.rules.items():
        if rule.limit is not None:
            yield from _of_limit(base, Place("rules", key, ("limit",)), rule.limit, {})
    for key, event in base.events.items():
        if event.fact is not None:
            yield Reference(Place("events", key, ("fact",)), event.fact, "fact", base.facts)
        for number, other in enumerate(event.again):
            yield Reference(Place("events", key, ("again", number)), other, "event", base.events)
        yield from _of_readings(base, Place("events", key), event.by_reading)


def _of_options(base: KnowledgeBase) -> Iterator[Reference]:
    for key, option in base.options.items():
        for part in ("procedures", "handed_over_by"):
            for number, name in enumerate(getattr(option, part)):
                yield Reference(Place("options", key, (part, number)), name, "procedure", base.procedures)


def _of_procedure(base: KnowledgeBase, place: Place, found: Procedure) -> Iterator[Reference]:
    for number, name in enumerate(found.effect_at):
        yield Reference(place / "effect_at" / number, name, "act", found.acts)
    if found.effect_on is not None:
        yield Reference(place / "effect_on", found.effect_on, "event", base.events)
    for number, point in enumerate(found.disputed):
        yield Reference(place / "disputed" / number, point, "disputed", base.disputed)
    yield from _of_readings(base, place, found.by_reading)
    for number, effect in enumerate(found.effects):
        there = place / "effects" / number
        if effect.at is not None:
            yield Reference(there / "at", effect.at, "act", found.acts)
        if effect.end_subject is not None and effect.end_subject.successor is not None:
            named = effect.end_subject.successor
            yield Reference(there / "end_subject" / "successor", named, "actor", base.actors)
        if effect.set is not None:
            yield Reference(there / "set" / "fact", effect.set.fact, "fact", base.facts)
        for result in effect.when_act:
            yield Reference(there / "when_act", result.act, "act", found.acts)
        yield from _of_readings(base, there, effect.by_reading)


def _of_act(base: KnowledgeBase, place: Place, act: Act, procedure: Procedure) -> Iterator[Reference]:
    for part in ("after", "excludes"):
        for number, name in enumerate(getattr(act, part)):
            yield Reference(place / part / number, name, "act", procedure.acts)
    for result in (*act.when_act, *((act.excluded_if,) if act.excluded_if else ())):
        part = "excluded_if" if result is act.excluded_if else "when_act"
        yield Reference(place / part, result.act, "act", procedure.acts)
    if isinstance(act.takes, str):
        yield Reference(place / "takes", act.takes, "duration", base.durations)
    yield from _of_what_tells_it(base, place, act)
    yield from _of_those_who_vote(base, place, act, procedure)
    for part, limit in (("limit", act.limit), ("limit_prudent", act.limit_prudent)):
        if limit is not None:
            yield from _of_limit(base, place / part, limit, procedure.acts)
    for number, window in enumerate(act.windows):
        yield Reference(place / "windows" / number / "who", window.who, "actor", base.actors)
        yield from _of_limit(base, place / "windows" / number / "limit", window.limit, procedure.acts)
    for number, point in enumerate(act.disputed):
        yield Reference(place / "disputed" / number, point, "disputed", base.disputed)
    yield from _of_readings(base, place, act.by_reading)
    yield from _of_what_follows(base, place, act, procedure)


def _of_what_tells_it(base: KnowledgeBase, place: Place, act: Act) -> Iterator[Reference]:
    own = (("done_on", act.done_on), ("votes", act.votes), ("silent", act.silent))
    told = act.told_by
    summed = (("fact", told.fact), ("ended_on", told.ended_on)) if told is not None else ()
    for at, parts in ((place, own), (place / "told_by", summed)):
        yield from (Reference(at / part, fact, "fact", base.facts) for part, fact in parts if fact is not None)


def _of_those_who_vote(base: KnowledgeBase, place: Place, act: Act, procedure: Procedure) -> Iterator[Reference]:
    if act.vote is not None:
        yield Reference(place / "vote" / "body", act.vote.body, "actor", base.actors)
        yield Reference(place / "vote" / "majority", act.vote.majority, "majority", base.majorities)
        if act.vote.asked_by is not None:
            yield Reference(place / "vote" / "asked_by", act.vote.asked_by, "act", procedure.acts)
    for number, name in enumerate(act.signed_with):
        yield Reference(place / "signed_with" / number, name, "actor", base.actors)
    for number, opinion in enumerate(act.consults):
        yield Reference(place / "consults" / number / "body", opinion.body, "actor", base.actors)


def _of_what_follows(base: KnowledgeBase, place: Place, act: Act, procedure: Procedure) -> Iterator[Reference]:
    if act.effect_after is not None:
        yield Reference(place / "effect_after", act.effect_after, "event", base.events)
    for target in act.refused.targets() if act.refused else ():
        if target.to is not None:
            yield Reference(place / "refused", target.to, "act", procedure.acts)
        if target.procedure is not None:
            yield Reference(place / "refused", target.procedure, "procedure", base.procedures)
    for name in (*act.calls.names, *filter(None, (act.calls.apart,))) if act.calls else ():
        yield Reference(place / "calls", name, "procedure", base.procedures)
    others = [each for each in base.procedures.items() if each[1] is not procedure]
    parts = {"contains": act.contains, "after_others": act.after_others, "not_before": act.not_before}
    for part, names in parts.items():
        known = tuple(f"{key}/{each}" for key, other in others for each in other.acts) if names else ()
        for number, name in enumerate(names):
            yield Reference(place / part / number, name, "contained", known)
    called = act.calls.names if act.calls else base.procedures.keys() - {place.key}
    for number, name in enumerate(act.same_as):
        known = tuple(f"{key}/{each}" for key in called if key in base.procedures for each in base.procedures[key].acts)
        yield Reference(place / "same_as" / number, name, "same", known)
    for number, name in enumerate(act.see):
        yield Reference(place / "see" / number, name, "procedure", base.procedures)


def _of_limit(base: KnowledgeBase, place: Place, limit: Limit, acts: Mapping[str, Act]) -> Iterator[Reference]:
    if limit.from_ is not None:
        known = base.facts if "." in limit.from_ else (*base.events, *acts)
        yield Reference(place / "from", limit.from_, "fact" if "." in limit.from_ else "event", known)
    if limit.with_act is not None:
        yield Reference(place / "with_act", limit.with_act, "act", acts)
    if limit.passed is not None and limit.passed.to is not None:
        yield Reference(place / "passed" / "to", limit.passed.to, "act", acts)


def _of_readings(base: KnowledgeBase, place: Place, found: Mapping[str, Mapping[str, object]]) -> Iterator[Reference]:
    for point, readings in found.items():
        there = place / "by_reading" / point
        yield Reference(there, point, "disputed", base.disputed)
        if point in base.disputed:
            known = base.disputed[point].readings
            yield from (Reference(there / reading, reading, "reading", known) for reading in readings)
