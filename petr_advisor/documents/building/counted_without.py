"""A member of the case that a vote is not counted with: a reader who finds it in the title looks for its vote."""

from collections.abc import Iterable, Iterator

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.votes import names_said, voter_name
from petr_advisor.documents.building.votings import left_out, voting_of
from petr_advisor.documents.model_note import NoteVote


def counted_without(desk: Desk, act: str) -> str | None:
    """Name the members listed that an act (`procedure/act`) does not have vote; None where it has them all."""
    voting = voting_of(desk, act)
    apart = left_out(desk.consultation, voting) if voting is not None else ()
    names = names_said(desk, [voter_name(desk, of) for of in apart])
    return desk.phrase("note.counted-without", names=names) if apart else None


def each_left_out_once(found: Iterable[NoteVote]) -> Iterator[NoteVote]:
    """Say of the first vote that a member is not counted with that it is not."""
    told: set[str] = set()
    for vote in found:
        new = vote.apart is not None and vote.apart not in told
        told |= {vote.apart} if vote.apart is not None else set()
        yield vote.model_copy(update={"how": (*vote.how, vote.apart)}) if new else vote
