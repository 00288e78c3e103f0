"""The votes of members to follow: those of the plan and those under way, with the rule by which each is counted."""

from collections.abc import Iterator

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.running import setting_of
from petr_advisor.documents.building.ballot_rules import rule_part
from petr_advisor.documents.building.commune_ballots import commune_ballots
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.running import member_name
from petr_advisor.documents.model_ballots import BallotPart, VoterPart
from petr_advisor.documents.model_roadmap import Roadmap
from petr_advisor.procedures.ballots import Ballot
from petr_advisor.procedures.marking import Marking
from petr_advisor.procedures.voting import Voting


def ballot_parts(desk: Desk, plan: Roadmap | None) -> tuple[BallotPart, ...]:
    """Give each vote whose members are listed and whose majority is a number; one by heads of a body is none."""
    tasks = {task.id: task for task in plan.tasks} if plan else {}
    found = []
    for act in dict.fromkeys((*tasks, *_under_way(desk))):
        voting, task = voting_of(desk, act), tasks.get(act)
        by_when = task.by_when if task else None
        if voting is not None:
            found.append(_part(desk, act, voting, by_when))
        else:
            found += commune_ballots(desk, act, by_when)
    return tuple(found)


def _under_way(desk: Desk) -> Iterator[str]:
    for key, told in desk.consultation.progress.items():
        yield from (f"{key}/{act}" for act, mark in told.progress.marks.items() if mark.tally and mark.shown)


def voting_of(desk: Desk, act: str) -> Voting | None:
    """Give the vote of an act (`procedure/act`) whose members are listed; None where it is no such vote."""
    return voting_in(desk.consultation, act)


def voting_in(case: Consultation, act: str) -> Voting | None:
    """Give the vote of an act by the members that a case has."""
    procedure, _, name = act.partition("/")
    known = case.base.procedures.get(procedure)
    if known is None or name not in known.acts:
        return None
    told = case.progress.get(procedure)
    attempt = told.progress.attempt if told else 1
    return Voting.of(Marking(procedure, setting_of(case), case.as_of, attempt), name)


def _part(desk: Desk, act: str, voting: Voting, by_when: str | None) -> BallotPart:
    return rule_part(desk, act, voting.act, voting.count).model_copy(
        update={"by_when": by_when, "voters": tuple(_voter(desk, ballot) for ballot in voting.ballots)}
    )


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
