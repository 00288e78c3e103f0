"""Breaches of what a body must be to remain what it is, and what the law itself will do on a known day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.requirements import CureOutcome, cure_outcome, truth
from petr_advisor.inference.calendar import add_months
from petr_advisor.inference.relevance import SHUT
from petr_advisor.knowledge.conditions import Condition, Not, facts_of
from petr_advisor.knowledge.options import Merit
from petr_advisor.knowledge.regimes import Delay, RegimeCondition
from petr_advisor.knowledge.terms import Avoiding, Term
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text


@dataclass(frozen=True)
class Breach:
    """A condition that a body no longer meets although it has to, to remain what it is."""

    key: str
    """`regime/condition`."""
    condition: RegimeCondition
    cures: tuple[CureOutcome, ...]
    """Acts that mend it, those known to be unavailable left out."""
    mended_by: tuple[str, ...]
    """Options that mend it, those of the day that no decisive argument speaks against."""
    norms: tuple[str, ...]
    """Where it is written, in the law of the day."""
    since: date | None
    """The day on which the law did by itself what it does of the loss, where it is known."""


@dataclass(frozen=True)
class Doubt:
    """A condition whose loss the law has acted on by itself, if it is lost: nobody knows whether it is."""

    key: str
    """`regime/condition`."""
    condition: RegimeCondition
    norms: tuple[str, ...]
    """Where it is written, in the law of the day."""
    since: date
    """The day on which the law acted."""


AHEAD = timedelta(days=365)
"""How long before it an event by law is to be acted on: what is further away is told, and asked of nobody yet."""


@dataclass(frozen=True)
class AvoidingOutcome:
    """An act that avoids an event by law, with its last day."""

    act: Avoiding
    does: Text
    """The act, with what is still to be checked before it."""
    last: date | None
    """Its last day; None where that of the event is not known."""
    too_late: bool
    """Whether that day has passed."""


Known = Literal["dated", "undated", "doubted"]
"""What is known of an event by law: its day; only that it comes before what is planned; not even whether it does."""


@dataclass(frozen=True)
class TermOutcome:
    """An event by law to come, or just past."""

    key: str
    term: Term
    day: date | None
    """The day on which the law acts, where it is told."""
    known: Known
    """What is known of it; that nobody knows whether it comes first is the first thing to find out."""
    acts: tuple[AvoidingOutcome, ...]
    """What avoids it: what can still be done in time first, then what is too late for."""
    past: bool
    """Whether the day has passed."""
    spared: bool = False
    """Whether the answers say that it harms nothing."""

    def ends(self, option: str) -> bool:
        """Tell whether an option lasts no longer than that day."""
        return option in self.term.ends and not self.spared


def presses(day: date | None, as_of: date) -> bool:
    """Tell whether a day of an event by law is within a year, past, or not known."""
    return day is None or day <= as_of + AHEAD


def breaches(case: Case) -> tuple[Breach, ...]:
    """Give the breaches that the facts known establish, in the order of the rule base; none while answers clash."""
    return () if case.conflicts else tuple(_breaches(case))


def _breaches(case: Case) -> Iterator[Breach]:
    for key, condition, norms in _binding(case):
        if truth(case, Not(condition.needed("to_remain", case.base.calendar))) is True:
            cures = (cure_outcome(case, cure) for cure in condition.cures)
            options = tuple(option for option in condition.mended_by if _may_mend(case, option))
            available = tuple(found for found in cures if found.available is not False)
            yield Breach(key, condition, available, options, norms, _since(case, condition))


def doubts(case: Case) -> Iterator[Doubt]:
    """Give what nobody knows to be kept though the law has acted on its loss, of the key questions asked."""
    for key, condition, norms in _binding(case):
        since = _since(case, condition) if condition.by_law else None
        asked = any(case.base.options[option].answers in case.key_questions for option in condition.mended_by)
        unknown = truth(case, condition.needed("to_remain", case.base.calendar)) is None
        if asked and unknown and since is not None and since <= case.as_of:
            yield Doubt(key, condition, norms, since)


def _binding(case: Case) -> Iterator[tuple[str, RegimeCondition, tuple[str, ...]]]:
    """Give what binds those who are under a regime today, with where it is written."""
    for name, regime in case.base.regimes.items():
        if regime.of is None or truth(case, regime.of) is not True:
            continue
        for key, condition in regime.conditions.items():
            norms = _of_the_day(case, condition.norms)
            if condition.bears_on("to_remain") and norms and not _not_due_yet(case, condition):
                yield f"{name}/{key}", condition, norms


def may_be_mended_by(case: Case) -> frozenset[str]:
    """Give the options that would mend what a body has to be, where it is not known whether it is."""
    base = case.base
    found = (
        condition.mended_by
        for regime in base.regimes.values()
        if regime.of is not None and truth(case, regime.of) is True
        for condition in regime.conditions.values()
        if condition.bears_on("to_remain") and truth(case, condition.needed("to_remain", base.calendar)) is None
    )
    return frozenset(option for options in found for option in options)


def _not_due_yet(case: Case, condition: RegimeCondition) -> bool:
    """Tell whether the last day to meet a condition for the first time is known and has not passed."""
    due = _end_of(case, condition.due_after)
    return due is not None and case.as_of <= due


def _since(case: Case, condition: RegimeCondition) -> date | None:
    """Give the day from which the law has acted: the morrow of the last day on which it could be spared."""
    last = _end_of(case, condition.by_law_after)
    return last + timedelta(days=1) if last else None


def _end_of(case: Case, delay: Delay | None) -> date | None:
    day = case.memory.facts.day(delay.from_) if delay else None
    return add_months(day, delay.months) if delay and day else None


def _may_mend(case: Case, option: str) -> bool:
    """Tell whether an option exists on the day and, where its key question is asked, is not known to be closed.

    Nobody is told to mend by what a decisive argument known to hold speaks against: the answers want it otherwise.
    """
    found = case.rules.options.get(option)
    if found is None or any(_speaks_against(case, merit) for merit in found.merits.values()):
        return False
    return found.answers not in case.key_questions or not case.situation.statuses(option) <= SHUT


def _speaks_against(case: Case, merit: Merit) -> bool:
    decisive = merit.against is not None and merit.weight == "decisive"
    return decisive and (merit.when is None or truth(case, merit.when) is True)


def _of_the_day(case: Case, norms: Iterable[str]) -> tuple[str, ...]:
    return tuple(norm for norm in norms if case.base.norms[norm].in_force.covers(case.as_of))


def terms(case: Case) -> tuple[TermOutcome, ...]:
    """Give the events by law, those on a day not told and then the earliest first; none while answers clash."""
    found = [] if case.conflicts else [outcome for key in case.base.terms if (outcome := _term(case, key))]
    return tuple(sorted(found, key=lambda outcome: outcome.day or date.min))


def _term(case: Case, key: str) -> TermOutcome | None:
    term = case.base.terms[key]
    if term.about and case.key_questions and set(term.about).isdisjoint(case.key_questions):
        return None
    day = term.on if isinstance(term.on, date) else case.memory.facts.day(term.on)
    known = _known(case, term, day)
    if known is None or truth(case, term.when) is not True or not _of_the_day(case, term.norms):
        return None
    if term.unless is not None and truth(case, term.unless) is True:
        return None
    acts = sorted((_avoiding(case, term, act, day) for act in term.avoided_by), key=lambda each: each.too_late)
    spared = term.spared is not None and truth(case, term.spared) is True
    return TermOutcome(key, term, day, known, tuple(acts), day is not None and day < case.as_of, spared)


def _known(case: Case, term: Term, day: date | None) -> Known | None:
    """Tell what is known of an event by law; None where nothing says that it may come first."""
    if day is not None:
        return "dated"
    if term.looms is None:
        return None
    if truth(case, term.looms) is True:
        return "undated"
    return "doubted" if _said_unknown(case, term.looms) else None


def _said_unknown(case: Case, condition: Condition) -> bool:
    """Tell whether what a condition turns on is said not to be known: what could come is then guarded against."""
    said = (case.state.answers.get((fact, None)) for fact in facts_of(condition) if case.memory.applies(fact))
    return any(answer is not None and answer.value is None for answer in said)


def _avoiding(case: Case, term: Term, act: Avoiding, day: date | None) -> AvoidingOutcome:
    """Give the last day of an act: what others sign under a scheme can be on the last day of that scheme."""
    to_check = [each.text for each in act.once_checked if truth(case, each.when) is not True]
    does = told("term-once-checked", act=act.act, what=to_check) if to_check else act.act
    if day is None:
        return AvoidingOutcome(act, does, None, too_late=False)
    on_the_day = bool(term.ends and act.met_by) and act.procedure is None and isinstance(term.on, date)
    eve = day if on_the_day else day - timedelta(days=1)
    last = add_months(day, -act.months_before) if act.months_before else eve
    return AvoidingOutcome(act, does, last, last < case.as_of)
