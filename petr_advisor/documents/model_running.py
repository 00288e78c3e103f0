"""The part of a report that says how far procedures have come."""

from datetime import date

from petr_advisor.documents.parts import Citation, Part, Words
from petr_advisor.procedures.progress import State
from petr_advisor.procedures.slips import SlipKind


class VotePart(Part):
    """The vote of a member."""

    member: Words
    """Who votes."""
    received: date | None
    """The day from which its time runs."""
    said: Words
    """What it voted, or what its silence is worth."""
    on: date | None
    """The day of its vote."""
    until: date | None
    """Its last day."""


class TallyPart(Part):
    """The votes of an act."""

    act: str
    """The act, as `procedure/act`."""
    title: Words
    """Who votes on what."""
    said: tuple[Words, ...]
    """Where they stand, what is missing, what came too late."""
    nearly: tuple[Words, ...] = ()
    """Of these, who is essential, or is not, by few inhabitants: it comes after what happens by itself."""
    given: Words | None = None
    """Who voted what, and when; none where nobody did, or it is over and binds."""
    blocked_by: Words | None = None
    """Whose refusal would block it, where that is not so yet: one of the sentences above."""
    block_before: date | None = None
    """The day before which those still to vote are to be asked, where some refusals would block it."""
    clocks: tuple[Words, ...] = ()
    """Who may answer until when, and what silence is worth from then on: some of the sentences above."""
    votes: tuple[VotePart, ...]
    """The members."""


class RunningPart(Part):
    """A procedure that has been started."""

    procedure: str
    """The procedure."""
    title: Words
    """Its name."""
    options: tuple[str, ...]
    """The options that it carries out."""
    state: State
    """How far it has come, under the readings followed."""
    disputed: bool
    """Whether another reading gives something else."""
    headline: Words
    """How far it has come, in words."""
    awaited: tuple[Words, ...]
    """What is awaited, from whom, until when."""
    said: tuple[Words, ...]
    """What comes next, what is not recorded, what other readings give."""
    brief: tuple[Words, ...]
    """The same for a note: who votes until when and what comes next; of what has ended, why and under which reading."""
    next_day: date | None
    """The day of the next change if nobody does anything."""
    tallies: tuple[TallyPart, ...]
    """The votes."""
    citations: tuple[Citation, ...]
    """Where the acts awaited are written."""


class SlipPart(Part):
    """An act recorded that cannot be as it is said, or those of a way that is not the one of the case."""

    kind: SlipKind
    """Why."""
    said: Words
    """The same in words."""
