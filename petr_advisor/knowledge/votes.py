"""Votes: who is counted, how, and when a majority carries or blocks."""

from fractions import Fraction
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator

from petr_advisor.knowledge.conditions import When
from petr_advisor.knowledge.problems import FormError
from petr_advisor.words.texts import Entry

CountedBy = Literal["delegates", "members", "members_and_population", "communes_and_population", "as_written"]
"""Heads of one body; members; members and their populations; communes and theirs; as statutes or an agreement say."""

Within = Literal["each_cc", "each_epci", "epci_left", "epci_extended", "each_new_perimeter", "whole_draft_perimeter"]
"""The set in which a majority is counted, where it is not the body named, once."""

Effect_ = Literal["carried", "dissolved", "prefect_may"]
"""What reaching a majority does: the act is carried; dissolution follows; the prefect may decide."""


def _fraction(raw: Any) -> Any:
    if isinstance(raw, Fraction):
        return raw
    try:
        return Fraction(str(raw)) if not isinstance(raw, bool | float) else raw
    except (ValueError, ZeroDivisionError) as error:
        raise FormError.of("check.share-written", value=str(raw)) from error


Share = Annotated[
    Fraction,
    BeforeValidator(_fraction),
    PlainSerializer(str),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\d+(/\d+)?$", "examples": ["2/3"]}),
]
"""An exact share, written `2/3`."""


class Way(Entry):
    """One way to reach a majority: every share given must be reached."""

    members: Share | None = None
    """Share of those who are counted."""
    members_strictly: bool = False
    """Whether it must be exceeded."""
    population: Share | None = None
    """Share of the population."""
    population_strictly: bool = False
    """Whether it must be exceeded."""
    effect: Effect_ = "carried"
    """What reaching it does."""

    @model_validator(mode="after")
    def _counts(self) -> Self:
        if self.members is None and self.population is None:
            raise FormError.of("check.way-empty")
        return self


class MustInclude(Entry):
    """Those without whom nothing is carried."""

    which: Literal[
        "every_member_over", "most_populous_if_over", "most_populous_if_at_least", "share_of_each_epci"
    ]  # fmt: skip
    """Each member above the share of the population; the most populous one when it is above, or reaches, the share;
    in each EPCI, that share of its communes."""
    share: Share
    """The share of the population, or of the communes of each EPCI."""
    strictly: bool = False
    """Whether the share must be exceeded."""


class Count(Entry):
    """How votes are counted, as numbers."""

    by: CountedBy
    """Who is counted."""
    ways: tuple[Way, ...] = ()
    """Ways to reach it, one being enough; the first reached gives the effect."""
    must_include: MustInclude | None = None
    """Those without whom nothing is carried."""
    tests: tuple[Literal["each_committee", "each_syndicate_members", "all_members_together"], ...] = ()
    """Sets in each of which it must be reached, where there are several."""
    opposition: bool = False
    """Whether what is counted are objections."""

    @model_validator(mode="after")
    def _counted(self) -> Self:
        if (self.by == "as_written") == bool(self.ways):
            raise FormError.of("check.count-ways")
        return self

    @property
    def by_communes(self) -> bool:
        """Whether communes are counted: each EPCI for as many as it has."""
        return self.by == "communes_and_population"


class Vote(Entry):
    """A vote: the body that votes and the majority it takes."""

    body: str
    """The actor whose votes are counted."""
    majority: str
    """The majority's identifier."""
    within: Within | None = None
    """The set in which it is counted, where it is not the body once."""
    tests: tuple[str, ...] = Field(default=())
    """Only these of the sets in which the majority is tested."""
    early: bool = False
    """Whether a member may vote before the acts that the vote comes after."""
    asked_by: str | None = None
    """The act of the same procedure by which a member asks for it: it may vote at once, its request being no vote."""


class ToldBy(Entry):
    """An answer that sums up the votes of members in an act."""

    fact: str
    """Its fact, some of whose choices say what of the votes."""
    when: When | None = None
    """Only in these cases is it about this vote."""
    ended_on: str | None = None
    """The date fact that holds the day on which the time to vote ended, where some kept silent."""
