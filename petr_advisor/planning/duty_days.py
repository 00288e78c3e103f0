"""Dated duties: the act of the plan that meets each, and those that none meets."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from petr_advisor.consulting.acting import who_acts
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.done_away import fallen, owed
from petr_advisor.consulting.duties import DutyOutcome
from petr_advisor.consulting.requirements import truth
from petr_advisor.explaining.tree import entity_name
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.procedures import Procedure
from petr_advisor.planning.tempo import Due
from petr_advisor.procedures.limits import due
from petr_advisor.procedures.order import all_before
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text


@dataclass(frozen=True)
class DutyDays:
    """The dated duties of a case."""

    met: dict[str, tuple[DutyOutcome, ...]]
    """By the act that meets them."""
    unmet: tuple[DutyOutcome, ...]
    yearly: tuple[DutyOutcome, ...] = ()
    """Those that come back each year, which no act of the plan meets."""

    @property
    def dues(self) -> dict[str, tuple[Due, ...]]:
        """The days by which the law wants acts of the plan."""
        return {
            act: tuple(
                Due(found.deadline, name=key_of(found), since=found.rule.arises_on, wished=is_wished(found))
                for found in duties
                if is_law(found)
            )
            for act, duties in self.met.items()
        }


def duty_days(
    consultation: Consultation,
    options: Collection[str],
    acts: Collection[str],
    done: Mapping[str, date] = MappingProxyType({}),
) -> DutyDays:
    """Sort the dated duties of a case by what meets them among the acts of a plan, `done` on known days."""
    met: dict[str, tuple[DutyOutcome, ...]] = {}
    unmet = []
    base = consultation.base
    calling = {act: _called(base, act, frozenset()) for act in acts if act in base.act_keys and base.act(act).calls}
    for found in dated(consultation, options):
        meeting = _meeting(found.rule.met_by, acts, calling)
        act = next((act for act in meeting if _meets(found, done.get(act))), None)
        if act is None:
            unmet.append(found)
        else:
            met[act] = (*met.get(act, ()), found)
    found_yearly = each_year(consultation, options)
    yearly = tuple(found for found in found_yearly if not any(_meeting(found.rule.met_by, acts, calling)))
    return DutyDays(met, tuple(unmet), yearly)


def _meeting(met_by: Sequence[str], acts: Collection[str], calling: Mapping[str, Collection[str]]) -> Iterator[str]:
    """Give the acts of a plan that are among those of a duty, then those that call a procedure in which one of them is.

    `calling` gives the procedures that each act calls.
    """
    yield from (act for act in met_by if act in acts)
    theirs = {act.partition("/")[0] for act in met_by}
    yield from (act for act, called in calling.items() if not theirs.isdisjoint(called))


def _called(base: KnowledgeBase, act: str, seen: frozenset[str]) -> frozenset[str]:
    """Give the procedures that an act calls, and those that they call up to their effect: each is carried out with it.

    What only follows the effect of one is no part of the act: a project drawn up after a transformation.
    """
    calls = base.act(act).calls
    for name in calls.all if calls else ():
        if name not in seen:
            seen |= {name}
            for inner in _up_to_effect(base.procedures[name]):
                seen = _called(base, f"{name}/{inner}", seen)
    return seen


def _up_to_effect(procedure: Procedure) -> Iterable[str]:
    """Give the acts of a procedure that make its effect or come before; all where it has none."""
    if not procedure.effect_at:
        return procedure.acts
    return all_before(procedure.acts, procedure.effect_at) | {*procedure.effect_at}


def _meets(found: DutyOutcome, done: date | None) -> bool:
    """Tell whether an act done on a day can meet a duty that may be still to arise."""
    return done is None or found.rule.arises_on is None or done >= found.rule.arises_on


def dated(consultation: Consultation, options: Collection[str] = ()) -> Iterator[DutyOutcome]:
    """Give the obligations with a day that the course leaves standing, those of its options among them."""
    yield from (found for found in _standing(consultation, options) if found.deadline is not None)


def each_year(consultation: Consultation, options: Collection[str] = ()) -> Iterator[DutyOutcome]:
    """Give the obligations of the law that come back on a day of each year, which the course leaves standing."""
    for found in _standing(consultation, options):
        limit = found.rule.limit
        if limit is not None and limit.yearly is not None and not limit.of_an_event and is_law(found):
            yield found


def without_day(consultation: Consultation, options: Collection[str] = ()) -> Iterator[DutyOutcome]:
    """Give the obligations of the law, late or lost once passed, whose time runs from a day that nobody told."""
    for found in _standing(consultation, options):
        limit = found.rule.limit
        if limit is None or limit.from_ not in consultation.base.facts or found.deadline is not None:
            continue
        costs = limit.passed is not None and limit.passed.does in {"late", "lapses"}
        if costs and is_law(found) and not is_wished(found):
            yield found


def day_of_year(consultation: Consultation, found: DutyOutcome, start: date) -> date | None:
    """Give the first day, from a start on, of a duty that comes back each year."""
    limit = found.rule.limit
    told = due(limit, start, consultation.base.holidays, consultation.departements) if limit is not None else None
    return told.last if told else None


def carried_out_at_once(consultation: Consultation) -> Iterator[tuple[str, str]]:
    """Give the obligations to be met before anything else by a procedure of their own, each with that procedure."""
    for found in _standing(consultation, ()):
        name = found.rule.carried_out_by if found.rule.owed_at_once and not found.presumed else None
        owes = consultation.base.procedures[name].owed if name is not None else None
        if name is not None and (owes is None or truth(consultation, owes) is True):
            yield found.id, name


def _standing(consultation: Consultation, options: Collection[str]) -> Iterator[DutyOutcome]:
    gone = fallen(consultation)
    for found in consultation.duties:
        bears = owed(found) not in gone if not found.rule.options else any(o in options for o in found.rule.options)
        if found.rule.duty == "obligation" and bears:
            yield found


def is_law(found: DutyOutcome) -> bool:
    """Tell whether the day of a duty is fixed by law rather than advised."""
    return found.rule.limit is not None and not found.rule.limit.is_advice


def is_wished(found: DutyOutcome) -> bool:
    """Tell whether the State only aims at the day of a duty."""
    return found.rule.limit is not None and found.rule.limit.wished


def key_of(found: DutyOutcome) -> str:
    """Name a duty of a case."""
    return found.id if found.of is None else f"{found.id}@{found.of}"


def duty_title(consultation: Consultation, *several: DutyOutcome) -> Text:
    """Say who owes what; `several` are one duty, of one entity or of more."""
    rule = several[0].rule
    assert rule.to is not None and rule.who is not None  # noqa: S101, PT018 - a duty has them
    who = who_acts(consultation, rule.who)
    if rule.for_each is not None:
        owing = [entity_name(consultation, rule.for_each, found.of) for found in several if found.of is not None]
        who = told("who-of", who=who, entities=owing) if owing else who
    return told("mark.labelled", label=who, value=rule.to)


OTHER_THAN_LAW = "other"
"""The kind of the texts that are neither law nor what explains it: the rules of a scheme of contracts."""


def is_of_a_scheme(base: KnowledgeBase, norms: Iterable[str]) -> bool:
    """Tell whether what norms say stands only in the rules of a scheme, which no law fixes."""
    sources = [base.sources[place.id] for norm in norms for place in base.norms[norm].sources]
    return bool(sources) and all(source.kind == OTHER_THAN_LAW for source in sources)


def with_terms(
    case: Consultation, dues: Mapping[str, Sequence[Due]], acts: Collection[str]
) -> dict[str, Sequence[Due]]:
    """Add to the days by which the law wants acts those of events by law: what avoids one takes effect before it."""
    found: dict[str, Sequence[Due]] = dict(dues)
    for each in case.terms:
        for avoiding in () if each.spared else each.acts:
            if each.day and each.term.ends:  # what others sign by then, and no act of the body that prolongs it
                for key in set(acts).intersection(avoiding.act.met_by):
                    scheme = is_of_a_scheme(case.base, each.term.norms)
                    found[key] = (*found.get(key, ()), Due(day=each.day, name=each.key, of_a_scheme=scheme))
            procedure = avoiding.act.procedure
            prolongs = avoiding.act.prolongs
            day = each.day if prolongs else avoiding.last
            for name in case.base.procedures[procedure].effect_at if procedure and day else ():
                key = f"{procedure}/{name}"
                if key in acts:
                    found[key] = (*found.get(key, ()), Due(day=day, name=each.key, ends=prolongs))
    return found
