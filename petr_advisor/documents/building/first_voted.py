"""Who votes what comes first, and when: as the plan of the course has it."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.leading import leading_to
from petr_advisor.documents.model_roadmap import CalledVote, Roadmap, RoadmapTask
from petr_advisor.knowledge.procedures import Act
from petr_advisor.words.typography import capital, no_capital


def voted(desk: Desk, plan: Roadmap | None, procedures: Iterable[str], norms: Iterable[str] = ()) -> str | None:
    """Say who decides on procedures, or on what they call, and between which days; None where no vote of the plan does.

    Of the votes of a body, the last before the effect: those before it only prepare that one. Where no vote of a
    procedure has to do with its acts about `norms`, none is told: they mend something else.
    """
    if plan is None:
        return None
    own, about = list(dict.fromkeys(procedures)), frozenset(norms)
    told = _of_all(desk, plan, own, about) or _of_all(desk, plan, _called_by(desk, own), about)
    return desk.phrase("breach-voted", votes=told) if told else None


def of_acts(acts: Iterable[str]) -> Iterator[str]:
    """Give the procedures of acts, by `procedure/act`."""
    yield from (act.partition("/")[0] for act in acts)


def _called_by(desk: Desk, procedures: Iterable[str]) -> list[str]:
    """Give the procedures that acts of others call to be done as well."""
    acts = (act for name in procedures for act in desk.base.procedures[name].acts.values())
    return [name for act in acts if act.calls is not None for name in act.calls.all]


def _of_all(desk: Desk, plan: Roadmap, procedures: Iterable[str], norms: frozenset[str]) -> list[str]:
    return list(dict.fromkeys(vote for name in procedures for vote in _of(desk, plan, name, norms)))


def _of(desk: Desk, plan: Roadmap, procedure: str, norms: frozenset[str]) -> list[str]:
    """Say the last vote of each body that the effect of a procedure waits for, in order of time."""
    acts = desk.base.procedures[procedure].acts
    about = {name for name, act in acts.items() if norms.intersection(act.norms)}
    every: list[RoadmapTask | CalledVote] = [*_own(desk, plan, procedure), *_called(plan, procedure)]
    found = every if not about or any(_bears_on(acts, each.id.partition("/")[2], about) for each in every) else []
    last = {each.who: each for each in sorted(found, key=lambda each: (each.soonest, each.latest))}
    return [_said(desk, each) for each in last.values()]


def _bears_on(acts: Mapping[str, Act], name: str, about: Collection[str]) -> bool:
    """Tell whether an act is one of some acts of its procedure, comes before one of them or waits for one."""
    own = _with_before(acts, name)
    return not own.isdisjoint(about) or any(name in _with_before(acts, other) for other in about)


def _with_before(acts: Mapping[str, Act], name: str) -> frozenset[str]:
    before = (_with_before(acts, other) for other in acts[name].after if other in acts)
    return frozenset({name}).union(*before)


def _own(desk: Desk, plan: Roadmap, procedure: str) -> Iterator[RoadmapTask]:
    ends = {f"{procedure}/{key}" for key in desk.base.procedures[procedure].effect_at}
    leading = leading_to(desk, plan, (task.number for task in plan.tasks if task.id in ends))
    for task in plan.tasks:
        own = task.id.partition("/")[0] == procedure and (task.number in leading or not ends)
        if own and task.majority and task.certain and not task.milestone:
            yield task


def _called(plan: Roadmap, procedure: str) -> Iterator[CalledVote]:
    sure = {task.number for task in plan.tasks if task.certain}
    for vote in plan.called:
        if vote.id.partition("/")[0] == procedure and vote.before_end and vote.task in sure:
            yield vote


def _said(desk: Desk, found: RoadmapTask | CalledVote) -> str:
    """Say who votes, and when; of a vote under way, who is still to answer until which day."""
    if isinstance(found, CalledVote):
        soonest, latest = found.to_hold
        when = desk.phrase("note.between", soonest=soonest, latest=latest)
    else:
        when = desk.listed((no_capital(each.rstrip(".")) for each in found.awaited), "semicolon") or found.dates_said
    who = found.who if isinstance(found, CalledVote) else body_voting(desk, found)
    return desk.phrase("breach-voted-by", who=no_capital(who), when=no_capital(when))


def body_voting(desk: Desk, task: RoadmapTask) -> str:
    """Name who votes; of a vote under way the body alone: those of whom it is awaited are told apart."""
    return capital(desk.actor(desk.base.act(task.id).who)) if task.awaited else task.who
