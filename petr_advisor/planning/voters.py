"""Who is still to vote in a vote under way: nobody who has voted is asked to."""

from datetime import date

from petr_advisor.consulting.acting import who_acts
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.founding import makes_a_body
from petr_advisor.knowledge.procedures import Act
from petr_advisor.planning.situation import Situation
from petr_advisor.procedures.ballots import Standing
from petr_advisor.procedures.marks import Mark
from petr_advisor.procedures.tally import FINAL
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text

TO_ANSWER: frozenset[Standing] = frozenset({"awaited", "missing"})
"""Standings of those of whom an express vote is still awaited."""


def who_is_to_act(situation: Situation, procedure: str, name: str, act: Act) -> Text:
    """Name the actor of an act; where some have voted, with those of whom something is still awaited."""
    who = _founders(situation, procedure, act)
    mark = situation.marks(procedure).get(name)
    days = _planned(situation, procedure, name)
    if mark is None or mark.tally is None or mark.tally.state in FINAL:
        return who
    if not days and not any(vote.vote for vote in mark.votes):
        return who
    if situation.decided(procedure, name):
        return told("plan.reached", who=who)
    own = _own_days(mark)
    left = [_awaited(situation, act, of, days.get(of), own.get(of)) for of in _standing(mark, TO_ANSWER)]
    against = _standing(mark, frozenset({"against"})) if mark.tally.state == "blocked" else []
    if left and against:
        return told("plan.blocked-still-to-vote", who=who, names=left, against=_names(situation, act, against))
    if left and mark.tally.state == "reached":
        return told("plan.reached-read", who=who, names=left)
    if left:
        return told("plan.still-to-vote", who=who, names=left)
    if against:
        return told("plan.may-go-back", who=who, names=_names(situation, act, against))
    return told("plan.all-voted", who=who)


def named_with_their_day(situation: Situation, procedure: str, name: str) -> frozenset[str]:
    """Give those named as still to vote with the day to come that the case gives their vote."""
    mark = situation.marks(procedure).get(name)
    if mark is None or mark.tally is None or mark.tally.state in FINAL or situation.decided(procedure, name):
        return frozenset()
    return frozenset(_planned(situation, procedure, name).keys() & {*_standing(mark, TO_ANSWER)})


def _planned(situation: Situation, procedure: str, name: str) -> dict[str, date]:
    return {member: day for key, day, member in situation.stands(procedure).planned if key == name and member}


def _founders(situation: Situation, procedure: str, act: Act) -> Text:
    """Name an actor; where the members make a body between some of them only, without the others."""
    who, actor = who_acts(situation.case, act.who), situation.base.actors[act.who]
    if not situation.apart or actor.voters is None or not makes_a_body(situation.base, procedure):
        return who
    listed = situation.case.facts.entities[actor.voters.entity].ids
    return told("plan.without", who=who, names=_names(situation, act, [of for of in listed if of in situation.apart]))


def _standing(mark: Mark, wanted: frozenset[Standing]) -> list[str]:
    standing = mark.tally.standing if mark.tally is not None else {}
    return [vote.member for vote in mark.votes if standing.get(vote.member) in wanted]


def _own_days(mark: Mark) -> dict[str, date]:
    """Give the last day of each member, where they differ: that of the act may be of one who has voted."""
    days = {vote.member: vote.until for vote in mark.votes if vote.until is not None}
    return days if len(set(days.values())) > 1 else {}


def _awaited(situation: Situation, act: Act, member: str, day: date | None, own: date | None) -> Text | str:
    """Name a member of whom a vote is awaited, with the day that it is planned for, else its own last one."""
    name = named(situation.case, act, member)
    if day is None and own is not None:
        return told("plan.vote-until", name=name, day=own)
    return told("plan.vote-planned", name=name, day=day) if day else name


def _names(situation: Situation, act: Act, members: list[str]) -> list[str]:
    return [named(situation.case, act, of) for of in members]


def named(case: Consultation, act: Act, member: str) -> str:
    """Name a member that votes in an act."""
    voters = case.base.actors[act.vote.body if act.vote else act.who].voters
    found = case.facts.get(f"{voters.entity}.name", member) if voters else None
    return str(found.value) if found is not None else member
