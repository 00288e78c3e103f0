"""The form of what a scenario expects of the law as it is written, whatever the case: acts, limits, silences, days.

It is the law said a second time, from its texts: a wrong majority, silence, order or limit in a file differs from it.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from petr_advisor.knowledge.acts import Cure, Silence
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.law import Confidence, InForcePeriod
from petr_advisor.knowledge.limits import Limit
from petr_advisor.knowledge.procedures import Act, ActOrigin, Procedure
from petr_advisor.knowledge.rules import Rule
from petr_advisor.scenarios.condition_cases import ConditionCase, conditions_of
from petr_advisor.words.texts import Entry

OPTION = "option:"
"""Before the name of an option, where days of norms are named."""


class TermsWritten(Entry):
    """The terms of an act, a cure or a duty, stated whole: what is not named is not there."""

    majority: str | None = None
    """The majority it takes."""
    silence: Silence | None = None
    """What silence is worth."""
    limit: Limit | None = None
    """Its limit, without its words."""


class ReadingWritten(TermsWritten):
    """What a reading changes of an act: its terms, or whether it exists."""

    included: bool | None = None
    """Whether it exists."""
    origin: ActOrigin | None = None
    """Whether a text asks for it."""


class ActWritten(TermsWritten):
    """An act, stated whole but for its words, norms, documents and usual time."""

    after: tuple[str, ...] = ()
    """The acts it waits for."""
    habit: tuple[str, ...] = ()
    """Those of them that only habit puts before."""
    origin: ActOrigin = "law"
    """Whether a text asks for it."""
    silence_prudent: Silence | None = None
    """How silence is counted where the text is not safe."""
    limit_prudent: Limit | None = None
    """The earlier limit to keep."""
    opinions: dict[str, Silence | None] = {}
    """What the silence of those consulted is worth, by actor."""
    windows: dict[str, Limit] = {}
    """Times of others that run beside it, by actor."""
    period: InForcePeriod | None = None
    """The days on which it exists."""
    confidence: Confidence | None = None
    """How sure, where less than the procedure."""
    readings: dict[str, dict[str, ReadingWritten]] = {}
    """What each reading puts in place: {point: {reading: …}}."""


class ProcedureWritten(Entry):
    """A procedure, stated whole: its acts in order."""

    acts: dict[str, ActWritten]
    """All its acts."""
    effect_at: tuple[str, ...] = ()
    """The acts whose day is that of the effect."""
    periods: tuple[InForcePeriod, ...] = ()
    """The days on which something differs."""
    confidence: Confidence | None = None
    """How sure its course is."""


class LawExpected(Entry):
    """The law as it must be written; what is not named is free."""

    procedures: dict[str, ProcedureWritten] = {}
    """Procedures, each whole."""
    cures: dict[str, TermsWritten] = {}
    """The terms of cures."""
    duties: dict[str, TermsWritten] = {}
    """The terms of duties, by rule."""
    begins: dict[date, tuple[str, ...]] = {}
    """Norms, and options as `option:ID`, that hold from a day and not the day before."""
    ends: dict[date, tuple[str, ...]] = {}
    """Those that hold on a day for the last time."""
    usable: dict[str, InForcePeriod] = {}
    """The days on which the acts that norms govern may be done, where they are not those in force."""
    sure: dict[Confidence, tuple[str, ...]] = {}
    """Norms by how sure they are."""
    conditions: dict[str, tuple[ConditionCase, ...]] = {}
    """Cases on both sides of conditions, by kind, entry and place: `rules/KEY/when`."""


def law_about(law: LawExpected, kind: str, key: str) -> LawExpected:
    """Keep what is said of one entry of the rule base."""
    name = OPTION + key if kind == "options" else key
    days = {
        word: {day: (name,) for day, names in getattr(law, word).items() if name in names}
        for word in ("begins", "ends")
    }
    own = {"procedures": "procedures", "cures": "cures", "duties": "rules", "usable": "norms"}
    kept = {
        word: {key: getattr(law, word)[key]} if kind == of and key in getattr(law, word) else {}
        for word, of in own.items()
    }
    sure = {how: (key,) for how, names in law.sure.items() if kind == "norms" and key in names}
    place = f"{kind}/{key}/"
    conditions = {at: cases for at, cases in law.conditions.items() if at.startswith(place)}
    return law.model_copy(update={**days, **kept, "sure": sure, "conditions": conditions})


def law_names(law: LawExpected, base: KnowledgeBase) -> Iterator[tuple[str, Iterable[str], Iterable[str]]]:
    """Give the names that stand in it, each kind with those that the rule base holds."""
    dated = (*base.norms, *(OPTION + option for option in base.options))
    yield "law", law.procedures, base.procedures
    yield "law", law.conditions, conditions_of(base) if law.conditions else ()
    yield "law", law.cures, base.cures
    yield "law", law.duties, base.rules
    yield "law", [name for days in (law.begins, law.ends) for names in days.values() for name in names], dated
    yield "law", (*law.usable, *(norm for names in law.sure.values() for norm in names)), base.norms


def procedure_written(procedure: Procedure) -> ProcedureWritten:
    """State a procedure as it is written."""
    return ProcedureWritten(
        acts={key: act_written(act) for key, act in procedure.acts.items()},
        effect_at=procedure.effect_at,
        periods=tuple(each.period for each in procedure.periods),
        confidence=procedure.confidence,
    )


def act_written(act: Act) -> ActWritten:
    """State an act as it is written, its readings beside it."""
    return ActWritten(
        **_terms(act),
        after=act.after,
        habit=act.habit,
        origin=act.origin,
        silence_prudent=act.silence_prudent,
        limit_prudent=without_words(act.limit_prudent),
        opinions={each.body: each.silence for each in act.consults},
        windows={each.who: limit for each in act.windows if (limit := without_words(each.limit))},
        period=act.period,
        confidence=act.confidence,
        readings={
            point: {reading: _reading(act, point, reading, changes) for reading, changes in found.items()}
            for point, found in act.by_reading.items()
        },
    )


def terms_written(of: Cure | Rule) -> TermsWritten:
    """State the terms of a cure or a duty as they are written."""
    return TermsWritten(**_terms(of))


def without_words(limit: Limit | None) -> Limit | None:
    """Give a limit without the words of what passing it comes to."""
    if limit is None or limit.passed is None:
        return limit
    return limit.model_copy(update={"passed": limit.passed.model_copy(update={"says": None})})


def _terms(of: Act | Cure | Rule) -> Mapping[str, Any]:
    majority = None if isinstance(of, Rule) else of.majority
    return {"majority": majority, "silence": of.silence, "limit": without_words(of.limit)}


def _reading(act: Act, point: str, reading: str, changes: Mapping[str, Any]) -> ReadingWritten:
    there = act.under({point: reading})
    return ReadingWritten(**dict(_changed(there, changes)))


def _changed(there: Act, changes: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    terms = _terms(there)
    if "vote" in changes:
        yield "majority", terms["majority"]
    for field in ("silence", "limit"):
        if field in changes:
            yield field, terms[field]
    for field in ("included", "origin"):
        if field in changes:
            yield field, getattr(there, field)
