"""Which of several options is proposed, all of them weighed on the same facts."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from petr_advisor.consulting.breaches import breaches
from petr_advisor.consulting.case import Case
from petr_advisor.consulting.held_up import held_up, there_by
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.consulting.ranking import MeritOutcome
from petr_advisor.knowledge.base import READING_PREFIX
from petr_advisor.knowledge.conditions import facts_of

State = Literal["proposed", "running", "chosen", "done", "moot", "tied", "to_settle", "none", "stay", "conflict"]
"""What a line of the course says of its question.

One route is proposed; the law has set it running; the user chose it; what it leads to is there already; there is
nothing to answer; several compare equal; points are to be settled first; no way is left; staying is best; answers
exclude each other.
"""

LIVE = frozenset({"open", "conditional"})


@dataclass(frozen=True)
class Weighed:
    """What comes out of weighing."""

    state: State
    options: tuple[OptionOutcome, ...] = ()
    """What the answer is: one option; several that compare equal; none."""
    rival: OptionOutcome | None = None
    """The undetermined way, staying among them, that would pass before it, or be proposed, if what is unknown were
    favourable; where nothing is proposed as what the ways are compared by, or the name of the first, is not known, the
    first of them."""


def weigh_in(case: Case, routes: Iterable[OptionOutcome], staying: Iterable[OptionOutcome]) -> Weighed:
    """Weigh routes as `weigh` does; what mends a breach does not wait for what would only mend it otherwise.

    Nor is a way given up for staying as long as only a third party, whom nobody has asked, can say whether it is open;
    nor one proposed while what it is chosen by, what it is called, or whether it is there already, is not known.
    """
    ways = tuple(routes)
    if unsure := next((way for way in ways if there_by(case, way)), None):
        return Weighed("to_settle", rival=unsure)
    found = weigh(ways, staying)
    put = found.options if found.state in {"proposed", "tied"} else ()
    if held := next((way for way in put if held_up(case, way.option.answers, way)), None):
        return Weighed("to_settle", rival=held)
    if found.state == "stay" and (unasked := _unasked(case, ways, found.options[0])):
        return Weighed("to_settle", rival=unasked)
    rival = found.rival
    if found.state != "to_settle" or rival is None:
        return found
    mending = [{*breach.mended_by} for breach in breaches(case) if rival.id in breach.mended_by]
    live = (way for way in ways if way.status in LIVE and way.recommended)
    able = (way for way in live if any(way.id in options for options in mending))
    best = min(able, key=lambda way: way.rank, default=None)
    return _answer("proposed", best, rival) if best else found


def weigh(routes: Iterable[OptionOutcome], staying: Iterable[OptionOutcome]) -> Weighed:
    """Weigh routes against each other and against staying."""
    ranked = tuple(sorted(routes, key=lambda option: option.rank))
    home = tuple(obtaining(option) for option in staying)
    at_home = [option for option in home if option.status in LIVE]
    preferred = min(at_home, key=lambda option: option.rank, default=None)
    best = ranked[0] if ranked else None
    done = min((route for route in ranked if route.done), key=as_there, default=None)
    if done is not None and best is not None and as_there(done) <= min(best.rank, (preferred or best).rank):
        return Weighed("done", (done,))
    if best is None or best.rank[0] or best.recommended is False:
        return _answer("stay", preferred) if preferred else Weighed("none")
    if best.status not in LIVE or best.recommended is None:
        rival = _rival(ranked, None)
        return Weighed("to_settle", rival=rival if rival and rival.recommended else None)
    leading = preferred if preferred is not None and _place(preferred) < _place(_at_worst(best)) else best
    rival = _rival((*ranked, *home), leading)
    if rival is not None and at_best(rival)[:-1] < leading.rank[:-1]:
        return Weighed("to_settle", rival=_rival(ranked, None) or rival)
    if leading is preferred:
        return _answer("stay", leading, rival)
    first = min(map(_place, (route for route in ranked if route.rank == best.rank)))
    tied = tuple(route for route in ranked if _place(route) == first)
    return Weighed("tied", tied, rival) if len(tied) > 1 else _answer("proposed", tied[0], rival)


def _unasked(case: Case, routes: Iterable[OptionOutcome], staying: OptionOutcome) -> OptionOutcome | None:
    """Find the best route that would come before staying, and of which third parties alone know whether it is open."""
    ways = (way for way in routes if way.recommended and _if_said(way) <= staying.rank and _of_third_parties(case, way))
    return min(ways, key=_if_said, default=None)


def _of_third_parties(case: Case, way: OptionOutcome) -> bool:
    """Tell whether what is unknown of a route that nothing closes is only what third parties have not said."""
    situation, base = case.situation, case.base
    unknown = [found.requirement for found in way.requirements if found.state == "unknown"]
    keys = {fact for found in unknown for fact, _ in situation.relevant(situation.diagrams.unmet(found))}
    told_by = {base.respondent_of.get(fact) for fact in keys if not fact.startswith(READING_PREFIX)}
    return (
        way.status in {"undetermined", "conditional"}
        and bool(told_by)
        and all(key is not None and base.respondents[key].third_party for key in told_by)
    )


def _place(option: OptionOutcome) -> tuple[tuple[int, ...], int]:
    """Give the rank of an option and, at equal rank, how many conditions are to be made met before it."""
    return option.rank, len(option.lacking)


def _answer(state: State, option: OptionOutcome, rival: OptionOutcome | None = None) -> Weighed:
    """Give the answer that consists in one option; what is there already is not proposed."""
    state = "running" if state == "proposed" and option.begun else state
    return Weighed("done" if option.done else state, (option,), rival)


def _rival(routes: Iterable[OptionOutcome], leading: OptionOutcome | None) -> OptionOutcome | None:
    """Find the undetermined route that would pass before the leading one if what is unknown were favourable.

    Where none leads, one against which a decisive argument holds already comes after those that have none.
    """
    held = leading.id if leading else None  # a way is no rival of itself
    waiting = [route for route in routes if route.status == "undetermined" and route.id != held]
    best = min(waiting, key=lambda route: (leading is None and _spoken_against(route), at_best(route)), default=None)
    return best if best is not None and (leading is None or at_best(best) < leading.rank) else None


def _spoken_against(option: OptionOutcome) -> bool:
    """Tell whether a decisive argument against an option is known to hold."""
    return any(found.holds and found.merit.against and found.merit.weight == "decisive" for found in option.merits)


def obtaining(option: OptionOutcome) -> OptionOutcome:
    """Give an option of which only a refusal that nobody has told of could close the way as one that is open.

    Acts to come count as obtained when options are compared.
    """
    states = {found.state for found in option.requirements if not found.requirement.act}
    if option.status != "undetermined" or "open" not in option.statuses or states & {"unmet", "unknown"}:
        return option
    if any(found.state == "unmet" for found in option.requirements):
        return option
    return replace(option, statuses=frozenset({"open"}))


def _at_worst(option: OptionOutcome) -> OptionOutcome:
    """Give a way with what speaks against it, where nobody knows how far its own procedure has gone.

    Staying is not given up for a way because less is known of it than if nothing of it were done.
    """
    told = facts_of(option.option.running)
    merits = (replace(found, holds=True) if _hangs_on(found, told) else found for found in option.merits)
    return replace(option, merits=tuple(merits)) if told else option


def _hangs_on(found: MeritOutcome, facts: Collection[str]) -> bool:
    """Tell whether an argument against, more than slight and not known to hold, turns on some facts alone."""
    merit = found.merit
    if found.holds is not None or merit.against is None or merit.weight == "slight" or merit.when is None:
        return False
    return {*facts_of(merit.when)} <= {*facts}


def as_there(option: OptionOutcome) -> tuple[int, ...]:
    """Give the rank of an option that is carried out already, whatever it would now lack."""
    return replace(option, statuses=frozenset({"open"})).rank


def _if_said(option: OptionOutcome) -> tuple[int, ...]:
    """Give the rank an option would have if what is unknown were favourable, its arguments included."""
    merits = tuple(
        replace(found, holds=True) if found.holds is None and found.merit.for_ else found for found in option.merits
    )
    return at_best(replace(option, merits=merits))


def at_best(option: OptionOutcome) -> tuple[int, ...]:
    """Give the rank an option would have if what is unknown were favourable."""
    status = next((status for status in ("open", "conditional") if status in option.statuses), "undetermined")
    return replace(option, statuses=frozenset({status})).rank
