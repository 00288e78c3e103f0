"""The vote of an act by members who are listed."""

from datetime import date, timedelta

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.founding import no_part
from petr_advisor.consulting.running import setting_of
from petr_advisor.documents.building.desk import Desk
from petr_advisor.procedures.ballots import Ballot
from petr_advisor.procedures.marking import Marking
from petr_advisor.procedures.voting import Voting
from petr_advisor.territory.measures import MEASURED


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


def fresh(case: Consultation, voting: Voting) -> tuple[Ballot, ...]:
    """Give the ballots of a vote as if nobody had voted, without those left out of the body that it makes."""
    apart = no_part(case, voting.marking.key)
    return tuple(
        Ballot(vote.member, vote.population, vote.group) for vote in voting.ballots if vote.member not in apart
    )


def left_out(case: Consultation, voting: Voting) -> tuple[str, ...]:
    """Give the members listed of the body whose members vote, of whom the act does not count the vote.

    Those left out of what is made are not among them: the act is named without them already.
    """
    listed = case.facts.entities.get(MEASURED)
    counted, apart = {vote.member for vote in voting.voters}, no_part(case, voting.marking.key)
    if listed is None or not counted <= {*listed.ids}:
        return ()
    return tuple(of for of in listed.ids if of not in counted and of not in apart)


def last_day_to_save(case: Consultation, act: str, held: date) -> date:
    """Give the day before which to make sure of a vote: that of the vote, or the last before it is lost by itself."""
    procedure, _, name = act.partition("/")
    told = case.progress.get(procedure)
    tally = told.progress.marks[name].tally if told is not None and name in told.progress.marks else None
    change = tally.next_change if tally is not None else None
    return min(held, change.day - timedelta(days=1)) if change is not None and change.state == "refused" else held
