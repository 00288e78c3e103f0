"""The part of a report from which votes are followed: who votes on each act of the plan, and how it is counted."""

from datetime import date
from typing import Literal

from petr_advisor.documents.parts import Part, Words


class WayPart(Part):
    """A way to reach a majority: every share given must be reached."""

    members: str | None
    """Share of those who vote, such as `2/3`."""
    members_strictly: bool
    """Whether it must be exceeded."""
    population: str | None
    """Share of the population, such as `1/2`."""
    population_strictly: bool
    """Whether it must be exceeded."""


class IncludedPart(Part):
    """Those without whom nothing is carried."""

    which: Literal["every_member_over", "most_populous_if_over", "most_populous_if_at_least", "share_of_each_epci"]
    """Who they are."""
    share: str
    """Share of the population, or of the members of each body."""
    strictly: bool
    """Whether it must be exceeded."""


class VoterPart(Part):
    """One who votes."""

    name: Words
    """Its name."""
    population: int | None
    """Inhabitants, where they are known."""
    communes: int | None = None
    """Communes for which it counts, where they are what is counted and are known."""
    body: Words | None
    """The body whose part it is, where a share of each body is needed."""
    received: date | None
    """The day from which its time runs."""
    vote: Literal["for", "against"] | None
    """What it voted."""
    on: date | None
    """When."""
    until: date | None
    """Its last day, where it is known."""
    silence: Literal["favourable", "unfavourable", "nothing"]
    """What its silence is worth once that day is over."""


class BallotPart(Part):
    """A vote of members in the plan, or under way."""

    act: str
    """The act, as `procedure/act`."""
    title: Words
    """Who votes on what."""
    majority: Words
    """The majority, in words."""
    by_when: Words | None
    """By when, in words."""
    silence: Words | None = None
    """What silence is worth, as the note says it."""
    source: Words | None = None
    """Where those who vote come from, where the case does not list them."""
    opposition: bool
    """Whether what is counted are objections."""
    by_communes: bool = False
    """Whether each of those who vote counts for as many communes as it has."""
    closes: bool
    """Whether the last day of who votes ends its vote: what comes later is not counted, its silence is."""
    months: int | None = None
    """How many months each one's time to vote lasts, where it runs from the day on which it received the text."""
    ways: tuple[WayPart, ...]
    """Ways to reach it, one being enough."""
    included: IncludedPart | None
    """Those without whom nothing is carried."""
    voters: tuple[VoterPart, ...]
    """Those who vote."""
    besides: Words | None = None
    """Who votes beside them, all in one line to fill in: nothing is reached without it."""
