"""The votes of members to follow: those of the plan and those under way, with the rule by which each is counted."""

from collections.abc import Iterator

from petr_advisor.consulting.running import setting_of
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.running import act_title, member_name
from petr_advisor.documents.model_ballots import BallotPart, IncludedPart, VoterPart, WayPart
from petr_advisor.documents.model_roadmap import Roadmap
from petr_advisor.knowledge.votes import MustInclude, Way
from petr_advisor.procedures.ballots import Ballot
from petr_advisor.procedures.marking import Marking
from petr_advisor.procedures.voting import Voting
from petr_advisor.words.typography import capital


def ballot_parts(desk: Desk, plan: Roadmap | None) -> tuple[BallotPart, ...]:
    """Give each vote whose members are listed and whose majority is a number; one by heads of a body is none."""
    tasks = {task.id: task for task in plan.tasks} if plan else {}
    found = []
    for act in dict.fromkeys((*tasks, *_under_way(desk))):
        voting = _voting(desk, act)
        if voting is not None:
            task = tasks.get(act)
            found.append(_part(desk, act, voting, task.by_when if task else None))
    return tuple(found)


def _under_way(desk: Desk) -> Iterator[str]:
    for key, told in desk.consultation.progress.items():
        yield from (f"{key}/{act}" for act, mark in told.progress.marks.items() if mark.tally and mark.shown)


def _voting(desk: Desk, act: str) -> Voting | None:
    procedure, _, name = act.partition("/")
    known = desk.base.procedures.get(procedure)
    if known is None or name not in known.acts:
        return None
    told = desk.consultation.progress.get(procedure)
    attempt = told.progress.attempt if told else 1
    return Voting.of(Marking(procedure, setting_of(desk.consultation), desk.consultation.as_of, attempt), name)


def _part(desk: Desk, act: str, voting: Voting, by_when: str | None) -> BallotPart:
    count = voting.count
    majority = voting.act.vote.majority if voting.act.vote else None
    return BallotPart(
        act=act,
        title=capital(act_title(desk, voting.act)),
        majority=capital(desk.majority(majority) or ""),
        by_when=by_when,
        opposition=count.opposition,
        ways=tuple(map(_way, count.ways)),
        included=_included(count.must_include) if count.must_include else None,
        voters=tuple(_voter(desk, ballot) for ballot in voting.ballots),
    )


def _way(way: Way) -> WayPart:
    return WayPart(
        members=str(way.members) if way.members is not None else None,
        members_strictly=way.members_strictly,
        population=str(way.population) if way.population is not None else None,
        population_strictly=way.population_strictly,
    )


def _included(rule: MustInclude) -> IncludedPart:
    strictly = rule.strictly or rule.which == "most_populous_if_over"
    return IncludedPart(which=rule.which, share=str(rule.share), strictly=strictly)


def _voter(desk: Desk, ballot: Ballot) -> VoterPart:
    silence = ballot.silence if ballot.silence in {"favourable", "unfavourable"} else "nothing"
    return VoterPart.model_validate(
        {
            "name": member_name(desk, ballot.member),
            "population": ballot.population,
            "body": member_name(desk, ballot.group) if ballot.group else None,
            "received": ballot.received,
            "vote": ballot.vote,
            "on": ballot.on,
            "until": ballot.until,
            "silence": silence,
        }
    )
