"""Votes to come that nothing carries without some members: those that need the same ones are one danger."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.model_note import NoteStop
from petr_advisor.documents.parts import Citation
from petr_advisor.words.typography import capital, full_stop


@dataclass(frozen=True)
class Essential:
    """A vote to come and the members without whom it is lost."""

    act: str
    """The vote, by `procedure/act`."""
    on: str
    """The key question whose answer waits for it."""
    who: str
    does: str
    names: str
    disputed: bool
    """Whether its majority is disputed, and these members are named by caution."""
    more: tuple[str, ...]
    """Which of them have voted against something already."""
    by_when: str | None
    """By when it is held, where it is too late afterwards."""
    guard: str | None
    """What to make sure of before it."""
    day: date
    """The first day on which it is held, or the last one before it is lost by itself."""
    alike: bool
    """Whether that is the day of the vote alone."""
    citations: tuple[Citation, ...]


def together(desk: Desk, found: Sequence[Essential | NoteStop]) -> Iterator[NoteStop]:
    """Tell dangers in their order, the votes of one body that need the same members as one: before the first of them.

    A vote of which there is more to say is told alone.
    """
    told: set[int] = set()
    for place, vote in enumerate(found):
        if isinstance(vote, NoteStop):
            yield vote
        elif place not in told:
            same = [at for at, other in enumerate(found) if at == place or _alike(vote, other)]
            told.update(same)
            votes = [each for at in same if isinstance(each := found[at], Essential)]
            yield _joined(desk, votes) if len(votes) > 1 else _alone(desk, vote)


def _alike(vote: Essential, other: Essential | NoteStop) -> bool:
    if isinstance(other, NoteStop) or not (vote.alike and other.alike) or vote.more or other.more:
        return False
    return (vote.who, vote.names) == (other.who, other.names)


def _alone(desk: Desk, vote: Essential) -> NoteStop:
    names = desk.phrase("note.by-caution", names=vote.names) if vote.disputed else vote.names
    text = desk.phrase("note.stop-member", who=vote.who, does=vote.does, names=names)
    return NoteStop(
        text=_said(text, *vote.more, vote.by_when and full_stop(capital(vote.by_when))),
        guard=vote.guard,
        citations=vote.citations,
        on=(vote.on,),
        acts=(vote.act,),
    )


def _joined(desk: Desk, votes: Sequence[Essential]) -> NoteStop:
    acts = desk.listed((_act(desk, vote) for vote in votes), "semicolon")
    does = full_stop(desk.labelled(votes[0].who, acts))
    citations = tuple(dict.fromkeys(each for vote in votes for each in vote.citations[:1]))
    text = desk.phrase("note.stop-votes", names=votes[0].names, n=len(votes), acts=does)
    return NoteStop(
        text=text,
        guard=min(votes, key=lambda vote: vote.day).guard,
        citations=citations,
        on=tuple(dict.fromkeys(vote.on for vote in votes)),
        acts=tuple(vote.act for vote in votes),
    )


def _act(desk: Desk, vote: Essential) -> str:
    """Say what is voted, with why these members are needed where that is disputed, and by when."""
    caution = desk.phrase("note.cautiously") if vote.disputed else None
    aside = [said for said in (caution, vote.by_when) if said]
    return desk.phrase("note.act-aside", act=vote.does, aside=desk.listed(aside, "semicolon")) if aside else vote.does


def _said(*parts: str | None) -> str:
    return " ".join(filter(None, parts))
