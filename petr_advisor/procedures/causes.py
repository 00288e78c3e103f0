"""What brings the next change about, if nobody does anything: refusals that stand, or the silence of some."""

from collections.abc import Mapping

from petr_advisor.knowledge.acts import Silence
from petr_advisor.procedures.ballots import Standing
from petr_advisor.procedures.progress import Progress

_OTHER_SIDE = {"refused": "for", "votes_acquired": "against"}
_NO_CAUSE: Mapping[str, Silence] = {"refused": "favourable", "votes_acquired": "unfavourable"}
"""What silence is worth that brings no such state about."""


def refusing(found: Progress) -> tuple[str, ...]:
    """Give the members whose refusals block a vote and then stand; none where something else decides."""
    change = found.next_change
    if change is None or (found.state, change.state) != ("blocked", "refused"):
        return ()
    stand = _standings(found)
    return tuple(member for member in change.members if stand.get(member) == "against")


def settling(found: Progress) -> tuple[str, ...]:
    """Give the members whose time settles a vote: those still to vote, else none that voted for what it is not.

    Nor one whose silence is worth the contrary.
    """
    change = found.next_change
    if change is None:
        return ()
    stand, other = _standings(found), _OTHER_SIDE.get(change.state)
    worth = {vote.member: vote.silence for mark in found.marks.values() for vote in mark.votes}
    deciding = [member for member in change.members if worth.get(member) != _NO_CAUSE.get(change.state)
                or stand.get(member) != "awaited"]  # fmt: skip
    awaited = [member for member in deciding if stand.get(member) == "awaited"]
    sides = {other, f"settled_{other}"} if other else set()
    return tuple(awaited or [member for member in deciding if stand.get(member) not in sides])


def _standings(found: Progress) -> dict[str, Standing]:
    tallies = (mark.tally for mark in found.marks.values() if mark.tally is not None)
    return {member: standing for tally in tallies for member, standing in tally.standing.items()}
