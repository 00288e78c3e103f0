"""Answers that sum up a vote of members otherwise than the votes recorded do."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.requirements import truth
from petr_advisor.inference.facts import FactKey
from petr_advisor.knowledge.vocabulary import VotesSaid
from petr_advisor.procedures.record import Done


class Miscounted(NamedTuple):
    """An answer and the act whose recorded votes it contradicts."""

    answer: FactKey
    act: str
    """`procedure/act`."""


def miscounted(case: Case) -> Iterator[Miscounted]:
    """Give the answers that the last votes recorded of the members do not bear out."""
    last: dict[str, dict[str, Done]] = {}
    for done in case.recordings.acts:
        if done.member is not None:
            last.setdefault(done.key, {})[done.member] = done
    for key, votes in last.items():
        told = case.base.act(key).told_by
        answer = case.state.answers.get((told.fact, None)) if told else None
        if told is None or answer is None or (told.when is not None and truth(case, told.when) is False):
            continue
        choice = case.base.facts[told.fact].choices.get(str(answer.value))
        if choice is not None and choice.votes is not None and _denied(choice.votes, votes, _voters(case)):
            yield Miscounted((told.fact, None), key)


def _voters(case: Case) -> frozenset[str]:
    return frozenset(of for found in case.lists.values() for of in found.ids)


def _denied(said: VotesSaid, votes: dict[str, Done], voters: Collection[str]) -> bool:
    """Tell whether what was recorded of each member makes it impossible that the votes are as said."""
    given = {member: done.side for member, done in votes.items() if not done.only_received}
    against, whole = "against" in given.values(), set(voters) <= votes.keys()
    match said:
        case "none":
            return bool(given)
        case "all_for":
            return against
        case "some_against":
            return whole and not against
        case "some_silent":
            return against or (whole and given.keys() == votes.keys())
