"""The vocabulary: what the rules may speak of, and how it is asked."""

from datetime import date
from functools import cached_property
from typing import Literal, Self

from pydantic import Field, model_validator

from petr_advisor.knowledge.acts import Made
from petr_advisor.knowledge.conditions import TRUE, AllOf, Condition, When, facts_of
from petr_advisor.knowledge.problems import FormError
from petr_advisor.knowledge.votes import Count
from petr_advisor.words.texts import Entry, Text

ValueType = Literal["yes_no", "one_of", "count", "amount", "fraction", "date", "text", "list"]
"""Whole numbers are counts, sums of money in whole euros are amounts, shares are exact fractions."""

Origin = Literal["register", "measure", "calendar", "user", "rule", "course", "answer"]
"""Who gives a value: the register of EPCIs, a computation, the date of the consultation, a person, a rule, or the
answers before (`course`): what they alone make so is not so until one of them does."""

MEASURES = ("count", "every", "some", "share_of_count", "share_of", "largest_share", "total")
"""How a list is summed up."""


VotesSaid = Literal["none", "all_for", "some_against", "some_silent"]
"""What an answer says of the votes of members: none yet; each in favour; one against at least; none against, and one at
least that has not voted."""


class Choice(Entry):
    """One value of a `one_of` fact."""

    label: Text
    """How a person reads it."""
    help: Text | None = None
    """How to recognise it."""
    votes: VotesSaid | None = None
    """Of the answer that sums up a vote of members: what it says of their votes."""


class Ask(Entry):
    """How a fact is asked."""

    text: Text
    """The question, in plain words."""
    term: Text | None = None
    """The term of law beside it."""
    help: Text
    """Where to find the answer: statutes, prefect's order, BANATIC, the accounts…"""
    why: Text
    """Why the answer matters."""


class Summary(Entry):
    """How a fact sums up a list; exactly one of the measures is given, `where` narrows the list."""

    count: str | None = None
    """Number of entities of this kind."""
    every: str | None = None
    """Whether all entities of this kind meet `where`."""
    some: str | None = None
    """Whether one at least meets `where`."""
    share_of_count: str | None = None
    """Share of the entities that meet `where`."""
    share_of: str | None = None
    """Share of a whole-number fact (`member.population`) held by the entities that meet `where`."""
    largest_share: str | None = None
    """Largest share of a whole-number fact held by one entity."""
    total: str | None = None
    """Sum of a whole-number fact over the entities that meet `where`."""
    where: When | None = None
    """A condition on the facts of one entity."""
    among: When | None = None
    """The entities that count at all, such as the own-tax EPCIs among the members; all of them when absent."""

    @model_validator(mode="after")
    def _one_measure(self) -> Self:
        if len(self.measure) != 1:
            raise FormError.of("check.one-measure", names=MEASURES)
        if ("every" in self.measure or "some" in self.measure) and self.where is None:
            raise FormError.of("check.summary-where")
        return self

    @property
    def measure(self) -> dict[str, str]:
        """The measure given, as {name: what it is taken of}."""
        return {name: value for name in MEASURES if (value := getattr(self, name)) is not None}

    @cached_property
    def within(self) -> Condition:
        """What an entity must meet to count at all, in negation normal form."""
        return (self.among or TRUE).normal

    @cached_property
    def inside(self) -> Condition:
        """What an entity must meet to count and to be inside, in negation normal form."""
        return AllOf((self.among or TRUE, self.where or TRUE)).normal


class Named(Entry):
    """Entities of the case, such as those that an actor is."""

    entity: str
    """The kind of entity."""
    where: When
    """Which of them."""


class Picked(Named):
    """Entities of which one is asked about: whoever knows which one picks it by its name."""

    fact: str
    """The whole-number fact of each that holds the answer."""


class FactType(Entry):
    """A kind of fact: its type, its names and who gives it."""

    type: ValueType
    """The type of its values."""
    of: str | None = None
    """The kind of entity it belongs to (`member`); the territory itself when absent."""
    entity: str | None = None
    """For a list: the kind of its entities."""
    label: Text
    """Its name in explanations (« forme juridique de la structure »)."""
    named: Text | None = None
    """The day of a date in a sentence, with its article, where a limit runs from it (« la prise d'effet »)."""
    given_by: tuple[Origin, ...] = ("user",)
    """Who gives it, most trusted first."""
    told: dict[str, Made] = {}
    """The answers of which it says that they were given, for one given by `answer`: not asked, it is so no longer."""
    read_off: dict[str, dict[str, Made]] = {}
    """What an answer to another question says of it where nobody told it: by that fact, then by its value."""
    choices: dict[str, Choice] = {}
    """The values of a `one_of`."""
    minimum: int | None = None
    """Smallest value of a count or an amount (0 when absent)."""
    maximum: int | None = None
    """Largest value of a count or an amount."""
    earliest: date | None = None
    """Earliest acceptable date."""
    latest: date | None = None
    """Latest acceptable date."""
    limits: Text | None = None
    """Why no value lies outside these bounds, told to whoever gives one."""
    ask: Ask | None = None
    """How it is asked; compulsory when a person gives it."""
    applies_when: When | None = None
    """When the fact makes sense at all."""
    summary: Summary | None = None
    """How it is measured from a list."""
    measure: str | None = None
    """The named measurement that gives it (`one_piece`)."""
    without: str | None = None
    """A yes-or-no fact of each of those measured (`member.leaves`): those of whom it is true are left out, and nothing
    is measured before it is known of all."""
    picked: Picked | None = None
    """Of one entity among those of a list, which the case does not tell: they are offered with what each holds."""
    closed: bool = False
    """For a derived fact: false as soon as no rule can still make it true."""
    newcomer: str | None = None
    """The fact of each member that it tells of who joins them, in no list yet: it is asked for the acts and the seats,
    though no answer turns on it."""
    shown_by: tuple[str, ...] = ()
    """The only acts (`procedure/act`) that show it once recorded, as their `done` says: what a text holds is shown by
    who wrote it, not by an opinion or a vote on it. Any act does where none is named."""
    alterable: bool = False
    """Whether somebody can change it by an act: a resolution can, a population cannot."""
    wish: bool = False
    """Whether an answer says what is wanted, not what is: a way taken against it says so."""
    on_cover: int | None = None
    """The place of an answer among those that say where the territory stands, told before anything else of the case."""
    norms: tuple[str, ...] = ()
    """Paragraphs of law to show beside the question."""

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if (self.type == "one_of") != bool(self.choices):
            raise FormError.of("check.choices-one-of")
        if (self.type == "list") != (self.entity is not None):
            raise FormError.of("check.entity-list")
        if "user" in self.given_by and self.ask is None and self.type != "list":
            raise FormError.of("check.user-asks")
        if bool(self.told) != ("answer" in self.given_by):
            raise FormError.of("check.told-by-answer")
        if self.closed and "rule" not in self.given_by:
            raise FormError.of("check.closed-without-rule")
        if self.closed and "user" in self.given_by:
            raise FormError.of("check.closed-user")
        if self.applies_when is not None and "rule" in self.given_by:
            raise FormError.of("check.derived-applies")
        if "rule" in self.given_by and self.type not in {"yes_no", "one_of"}:
            raise FormError.of("check.derived-type")
        return self

    @property
    def askable(self) -> bool:
        """Whether a person can be asked for it."""
        return "user" in self.given_by and self.type != "list"

    @cached_property
    def summed_from(self) -> frozenset[str]:
        """What it says of some or of all is asked of each: the facts of which it says so."""
        return frozenset(facts_of(self.summary.where)) if self.summary is not None else frozenset()


class Besides(Entry):
    """Others who vote beside those listed, of whom the case says at most that there are some."""

    when: When
    """There are some unless this is known not to hold."""
    label: Text
    """All of them, as one line where votes are followed."""
    ask: Text
    """What to ask of them."""
    find: Text
    """Where that is found."""


class Electorate(Entry):
    """Those among whom the votes of a body are counted one by one."""

    entity: str
    """The kind of entity that votes, each by its own council."""
    where: When | None = None
    """Only these."""
    population: str | None = None
    """The fact that holds the inhabitants of each."""
    besides: Besides | None = None
    """Who else votes: nothing is carried by those listed alone."""


class Instead(Entry):
    """Who acts where an actor is not there."""

    when: When
    """When it is not."""
    label: Text
    """Who acts then, in the same number as the actor: it is the subject of the same verbs."""


class Elsewhere(Entry):
    """Who acts where a procedure is carried out in another body than the one under study."""

    of: tuple[str, ...]
    """These procedures."""
    called_by: tuple[str, ...]
    """Where one of these calls them, whatever comes between."""
    label: Text
    """Who acts there, in the same number as the actor."""


class Actor(Entry):
    """Somebody who acts: a council, the prefect, the committee."""

    label: Text
    """Who it is, with the article (« le préfet du siège »)."""
    voters: Electorate | None = None
    """Its members, where they vote one by one and are listed in the case."""
    named: Named | None = None
    """The entities that it is, so that those known of the case are named."""
    in_several: Text | None = None
    """Its name where the members, with who joins them, are known to be of several départements, which follow."""
    instead: tuple[Instead, ...] = ()
    """Who acts where it does not exist: the first that holds."""
    of_the_body: When | None = None
    """When it is an organ of the body under study: it does nothing from the day on which that body is no more."""
    elsewhere: tuple[Elsewhere, ...] = ()
    """Who it is where the body is another: the first that holds."""
    set_up_by: tuple[str, ...] = ()
    """The acts (`procedure/act`) that bring it into being: in a plan that holds one, it does nothing before."""
    elected_by: tuple[str, ...] = ()
    """The acts that elect who sits in it: what waits for their procedure is done by those elected, hence after them."""


class Majority(Entry):
    """A majority rule, named once and used by acts, cures and duties."""

    label: Text
    """Its short name."""
    explanation: Text
    """How votes are counted."""
    count: Count | None = None
    """The same as numbers."""
    once_refused: Text | None = None
    """What is left of it once a member has refused, where one of its ways needs them all."""
    norms: tuple[str, ...] = Field(min_length=1)
    """Where it is written."""


class Paper(Entry):
    """A document that an act leaves behind, named once and used by acts, cures and duties."""

    label: Text
    """Its name, without an article."""
    lasts: bool = False
    """Whether it serves a new attempt of its procedure, once signed or written."""
    precedes: bool = False
    """Whether a vote that waits for it is told with it: whoever convenes that vote is to have it first."""


class Conflict(Entry):
    """Answers that cannot be true together: the person is told which ones, rather than given a conclusion."""

    when: When
    """The impossible combination."""
    message: Text
    """What is impossible and which answer to check."""
    norms: tuple[str, ...] = ()
    """Why it is impossible."""


class Topic(Text):
    """A subject under which norms are filed, as a person reads it."""

    money: bool = False
    """Whether its norms are about contracts and money, which the part on funding tells."""
