"""The votes of members to follow: those of the plan and those under way, with the rule by which each is counted."""

from collections.abc import Collection, Iterator

from petr_advisor.documents.building.ballot_rules import rule_part
from petr_advisor.documents.building.commune_ballots import commune_ballots
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.electorate import Electorates, electorates
from petr_advisor.documents.building.running import act_title, member_name
from petr_advisor.documents.building.second_rounds import second_round
from petr_advisor.documents.building.votings import voting_of
from petr_advisor.documents.model_ballots import BallotPart, VoterPart
from petr_advisor.documents.model_roadmap import Roadmap
from petr_advisor.procedures.ballots import Ballot
from petr_advisor.procedures.voting import Voting
from petr_advisor.territory.measures import MAP_YEAR
from petr_advisor.words.typography import capital, full_stop, no_capital


def ballot_parts(desk: Desk, plan: Roadmap | None) -> tuple[BallotPart, ...]:
    """Give each vote whose members are listed and whose majority is a number; one by heads of a body is none."""
    tasks = {task.id: task for task in plan.tasks} if plan else {}
    found = []
    for act in dict.fromkeys((*tasks, *_under_way(desk))):
        voting, task = voting_of(desk, act), tasks.get(act)
        by_when = task.by_when if task else None
        if voting is not None:
            who = electorates(desk, plan, task.id, *task.to_hold) if plan and task else None
            then = _then(desk, act, who, by_when) if who else None
            found.append(then or _part(desk, act, voting, by_when))
            found += _second(desk, act, voting, {*tasks})
        else:
            found += commune_ballots(desk, act, by_when)
    return (*found, *_called(desk, plan)) if plan else tuple(found)


def _second(desk: Desk, first: str, voting: Voting, planned: Collection[str]) -> Iterator[BallotPart]:
    """Give the vote that is held only where the first one fails, with its own rule."""
    then = second_round(desk.base, first)
    second = voting_of(desk, then) if then is not None and then not in planned else None
    if then is not None and second is not None:
        title = no_capital(act_title(desk, voting.act))
        yield _after(full_stop(desk.phrase("book.second-round", first=title)), _part(desk, then, second, None))


def _called(desk: Desk, plan: Roadmap) -> Iterator[BallotPart]:
    """Give the votes of procedures called that count people, on the days that keep a day of the law if they have any.

    Before an operation of the plan it is by the members of then.
    """
    for vote in plan.called:
        who = electorates(desk, plan, vote.id, *vote.to_hold)
        voting = who.today or who.later
        if voting is not None and any(way.population for way in voting.count.ways):
            told = _then(desk, vote.id, who, None) or _part(desk, vote.id, voting, None)
            yield _after(full_stop(capital(vote.in_time)), told) if vote.in_time else told


def _after(when: str, told: BallotPart) -> BallotPart:
    """Put when a vote is held before the time that each member has."""
    return told.model_copy(update={"by_when": " ".join(filter(None, (when, told.by_when)))})


def _under_way(desk: Desk) -> Iterator[str]:
    for key, told in desk.consultation.progress.items():
        yield from (f"{key}/{act}" for act, mark in told.progress.marks.items() if mark.tally and mark.shown)


def _part(desk: Desk, act: str, voting: Voting, by_when: str | None) -> BallotPart:
    voters = tuple(_voter(desk, ballot, by_communes=voting.count.by_communes) for ballot in voting.ballots)
    told = rule_part(desk, act, voting.act, voting.count)
    return told.model_copy(
        update={
            "by_when": by_when or told.by_when,
            "source": desk.phrase("book.communes-counted", year=str(MAP_YEAR)) if voting.count.by_communes else None,
            "by_communes": voting.count.by_communes,
            "closes": voting.closes,
            "voters": voters,
            "besides": capital(desk.say(voting.besides.label)) if voting.besides else None,
        }
    )


def _then(desk: Desk, act: str, who: Electorates, by_when: str | None) -> BallotPart | None:
    """Give a vote of the plan with who is a member on its day; who has left by then is no part of it."""
    voting = who.later if who.past else None
    if voting is None:
        return None
    told = _part(desk, act, voting, by_when)
    born = desk.phrase("born-of-the-merger")
    names = (
        vote.name if ballot.member != who.born else born
        for vote, ballot in zip(told.voters, voting.ballots, strict=True)
    )
    voters = tuple(vote.model_copy(update={"name": name}) for vote, name in zip(told.voters, names, strict=True))
    source = " ".join((desk.phrase("book.members-then"), *((told.source,) if told.source else ())))
    return told.model_copy(update={"source": source, "voters": voters})


def _voter(desk: Desk, ballot: Ballot, *, by_communes: bool) -> VoterPart:
    silence = ballot.silence if ballot.silence in {"favourable", "unfavourable"} else "nothing"
    return VoterPart.model_validate(
        {
            "name": member_name(desk, ballot.member),
            "population": ballot.population,
            "communes": ballot.communes if by_communes else None,
            "body": member_name(desk, ballot.group) if ballot.group else None,
            "received": ballot.received,
            "vote": ballot.vote,
            "on": ballot.on,
            "until": ballot.until,
            "silence": silence,
        }
    )
