"""Key questions and the options that answer them."""

from typing import Annotated, Any, Literal, Self, get_args

from pydantic import BeforeValidator, Field, PrivateAttr, model_validator

from petr_advisor.knowledge.acts import Made, Merging, Removal, Turn
from petr_advisor.knowledge.additions import Addition, Reminder
from petr_advisor.knowledge.conditions import TRUE, AnyOf, Condition, Not, When
from petr_advisor.knowledge.law import InForcePeriod
from petr_advisor.knowledge.problems import FormError
from petr_advisor.knowledge.procedures import Aspect
from petr_advisor.words.texts import Entry, Text


def _one_or_more(raw: Any) -> Any:
    return (raw,) if isinstance(raw, str) else raw


class Moot(Entry):
    """When a key question has no subject, and the words that say so: on both conditions where both are given."""

    when: When | None = None
    """When there is nothing to answer; after an option, not knowing it leaves the question unsettled."""
    after: tuple[str, ...] = ()
    """Options of questions answered before, one of which leaves nothing to answer."""
    unless_breached: bool = False
    """Whether it has something to answer all the same while one of its options mends a breach of today."""
    text: Text
    """Why, to be read after « sans objet »."""
    left: Text | None = None
    """The same, where it is the answers before, and not the case, that leave nothing to answer; else `text`."""


class Elsewhere(Entry):
    """When staying is no answer to a key question, as what the case plans is answered by another one."""

    question: str
    """The key question that answers it; where it is asked too, staying says what is left."""
    when: When
    """When something is planned."""
    text: Text
    """What is to be asked too, to be read after « sans objet »."""


class Joined(Entry):
    """When what would answer one theme is what answers another: one answer, one vote for both."""

    by: str
    """The theme whose answer is that of both."""
    when: When
    """When they are one."""
    unless: When | None = None
    """When they are known to be apart all the same, or to be there already."""
    text: Text
    """Why, to be read after « sans objet »."""


class Supposition(Entry):
    """What another key question has to give for the options of this one to be anything but an « if »."""

    question: str
    """The other key question; where it is not asked, nothing is awaited of it."""
    when: When
    """What its answer has to leave."""
    text: Text
    """The « if », to be read before the answer, with no capital."""
    spares: tuple[str, ...] = ()
    """The options that stand without it."""


class OnToday(Entry):
    """That a key question is weighed on the case as it is, as its options lead to what the other answers leave."""

    unless: When
    """What those answers may leave that its options cannot lead to, as a body that ends: it is then weighed on that."""
    planned: tuple[Turn, ...] = ()
    """What is planned, where those answers leave something that is not there today and nobody has said."""


class CountsOn(Entry):
    """That themes of a key question count on what another plans only where the answers to that one lead to it."""

    question: str
    """The other key question; where it is not asked, what is planned is counted on."""
    themes: tuple[str, ...] = Field(min_length=1)
    otherwise: dict[str, Made] = Field(min_length=1)
    """What is so where none of its answers leads anywhere: no operation is planned."""


class Another(Entry):
    """That a key question takes one thing at a time, a service or an operation: another is taken in a copy."""

    named: Text
    """What the copy is about, after the name of the dossier (« autre service »)."""
    told_at: tuple[str, ...] = Field(min_length=1)
    """The questions below which it is said."""
    holds: tuple[str, ...] = Field(min_length=1)
    """Facts, or the first word of the names of facts: what is said of the one in hand alone."""


class KeyQuestion(Entry):
    """One of the questions the program answers."""

    title: Text
    """Its short name (« Évolution juridique »)."""
    short: Text | None = None
    """One for where there is no room for that (« Évolution »); none where its title is as short."""
    text: Text
    """The question in full."""
    together: Text | None = None
    """Where its options do not exclude each other: how they go together."""
    order: int
    """Its place in lists."""
    beside: bool = False
    """Whether its acts run beside those of other questions in a plan, which they never make longer."""
    money: bool = False
    """Whether it is about contracts and money, which the part on funding tells."""
    place: int | None = None
    """Its place in the course of action, where each question is answered on what those before leave; else `order`."""
    themes: dict[str, Text] = {}
    """Its themes, in order, each with an answer of its own."""
    joined: dict[str, Joined] = {}
    """The themes that have, in some cases, no answer of their own beside another's."""
    settles: tuple[str, ...] = ()
    """The facts it settles: no later question may answer with an option that makes them otherwise."""
    awaits: tuple[str, ...] = ()
    """The facts its routes are compared by: where one is said not to be known, none is proposed until it is found out.
    """
    moot: Moot | None = None
    """When it has no subject."""
    elsewhere: Elsewhere | None = None
    """When another key question answers what is planned."""
    supposes: Supposition | None = None
    """What its options suppose of another question: until that is answered so they are told as an « if », not planned.
    """
    counts_on: CountsOn | None = None
    """What some of its themes count on only where the answers to another question lead to it."""
    reminders: dict[str, Reminder] = {}
    """What is said beside its answer whatever it is, in some cases; nothing is asked for the sake of it."""
    followed: tuple[Aspect, ...] = ()
    """What a procedure of another answer changes that makes it an operation of the kind asked of: staying then says
    that it follows."""
    apart: When | None = None
    """When it is about others than the body under study: its answer waits for no body that those before set up."""
    on_today: OnToday | None = None
    """Where its options are weighed on the case as it is; else on what the answers before leave."""
    another: Another | None = None
    """Where it takes one thing at a time: how another is taken."""


class Requirement(Entry):
    """A condition of an option: met, unmet, unknown or not applicable."""

    title: Text
    """What is required."""
    needs: When
    """The condition itself."""
    cures: tuple[str, ...] = ()
    """Acts that can make it met."""
    instead: tuple[str, ...] = ()
    """Other options to turn to when it fails."""
    unmet: Text | None = None
    """Why the option is not there where it is not met, in words of its own; else it is told which one is not met."""
    act: Annotated[tuple[str, ...], BeforeValidator(_one_or_more)] = ()
    """The acts of the option's own procedures (`procedure/act`) that make it met: it is then an act to come, which
    fails only when it is refused."""
    refused: When | None = None
    """For an act to come: when it has been refused; absent, it cannot be."""
    norms: tuple[str, ...] = Field(min_length=1)
    """Where it is written."""
    _standing: Condition = PrivateAttr(default=TRUE)

    @model_validator(mode="after")
    def _work_out(self) -> Self:
        if self.refused is not None and not self.act:
            raise FormError.of("check.refused-no-act")
        if not self.act:
            self._standing = self.needs
        elif self.refused is not None:
            self._standing = AnyOf((self.needs, Not(self.refused)))
        return self

    @property
    def standing(self) -> Condition:
        """What must hold for the option to be open: the condition itself; of an act to come, that it is not refused."""
        return self._standing


Weight = Literal["decisive", "strong", "slight"]
WEIGHTS: tuple[Weight, ...] = get_args(Weight)
"""How much an argument counts, the heaviest first."""


class Merit(Entry):
    """An argument for or against an option in this case."""

    for_: Text | None = Field(default=None, alias="for")
    """The argument, when it speaks for the option."""
    against: Text | None = None
    """The argument, when it speaks against the option."""
    when: When | None = None
    """When it holds."""
    weight: Weight
    """Decisive: enough by itself."""
    norms: tuple[str, ...] = Field(min_length=1)
    """What it rests on."""
    no_choice: bool = False
    """Whether, where it holds, the option is no longer for the members to choose: others have to decide otherwise."""
    no_votes: bool = False
    """Whether, where it holds, the option would not gather its votes, though no text closes it."""
    through: tuple[str, ...] = ()
    """The ways of other questions by which it does good: no reason to give where their answer is another one."""
    ruled: str | None = None
    """A fact that rules conclude: the argument says it again, and rests first on the norms of whichever did."""

    @model_validator(mode="after")
    def _one_side(self) -> Self:
        if (self.for_ is None) == (self.against is None):
            raise FormError.of("check.merit-one-side")
        return self

    @property
    def text(self) -> Text:
        """The argument itself."""
        text = self.for_ or self.against
        assert text is not None  # noqa: S101 - the validator above guarantees it
        return text


class Titled(Entry):
    """The name of an option in some cases: after a merger « each EPCI » is one."""

    when: When
    """In which cases."""
    title: Text
    """Its name there."""
    awaits: When | None = None
    """When it has to be known whether that is its name before it is proposed: its acts are not the same."""


class Option(Entry):
    """A way to answer a key question."""

    answers: str
    """The key question."""
    kind: Literal["route", "staying"] = "route"
    """A route to somewhere else, or staying as you are."""
    title: Text
    """Its name, as a sentence that a council could vote on."""
    titled: tuple[Titled, ...] = ()
    """Its names in some cases, in the place of that one: the first that holds."""
    about: str | None = None
    """The text fact that names whom it is about: told after its name, where it is known."""
    summary: Text
    """What it is, in two sentences."""
    norms: tuple[str, ...] = Field(min_length=1)
    """Its legal basis, which fixes the days on which it exists."""
    period: InForcePeriod | None = None
    """A narrower period than that of the norms."""
    law_at: str | None = None
    """A date fact: the norms are read at that date rather than at the date of the consultation."""
    uses: tuple[str, ...] = ()
    """Groups of requirements shared with other options, and regimes under which it keeps who is there."""
    requires: dict[str, Requirement] = {}
    """Its own requirements."""
    occasion: str | None = None
    """The requirement of its own that says what calls for it: where it is unmet, the option answers nothing asked."""
    merits: dict[str, Merit] = {}
    """Arguments for and against."""
    theme: str | None = None
    """The theme of its key question that it answers."""
    done: When | None = None
    """When the case already has what it leads to."""
    done_awaits: tuple[str, ...] = ()
    """Facts asked only where an answer denies what the rules would conclude: until one that applies is known, neither
    the rule nor the answer prevails, and nothing is proposed of its theme."""
    done_on: str | None = None
    """The date fact that says since when."""
    once_done: Addition | None = None
    """What is still to be said of it then, after « déjà fait »."""
    once_left: Addition | None = None
    """What is said of it in the place of an answer that stays, where it is there and an answer before takes it away."""
    leaves: Literal["contracts", "scot_area"] | None = None
    """What it leaves once it is there: contracts pass on to whoever succeeds a body that ends, the area of a SCoT
    grows and shrinks with the members of its bearer."""
    running: When | None = None
    """When the answers say that its procedure runs."""
    wanted: When | None = None
    """When the answers say that what it leads to is what is wanted: why it yields is then told first."""
    procedures: tuple[str, ...] = ()
    """The procedures by which it is carried out, in order; with none it takes no act."""
    meanwhile: tuple[str, ...] = ()
    """The options of its theme by which a body in place does today what this one would wait for a body to come to do.
    """
    handed_over_by: tuple[str, ...] = ()
    """The procedures by which what a body in place did meanwhile passes to the one to come, once that one is there."""
    prepares: tuple[str, ...] = ()
    """The options that it prepares: where one of them is planned as well, its own acts come first."""
    makes: dict[str, Made] = {}
    """Facts of the territory that are so once it is carried out; a roadmap plans what comes after under them."""
    turns: tuple[Turn, ...] = ()
    """Facts of the territory that are otherwise once it is carried out, in some cases: what a body held that stays
    beside the one to come."""
    removes: Removal | None = None
    """The members it takes out; what comes after is measured on those that stay."""
    merges: Merging | None = None
    """The members it makes one of."""

    @property
    def additions(self) -> dict[str, Addition]:
        """What is said of it in words of its own, by the name of the field."""
        found = {"once_done": self.once_done, "once_left": self.once_left}
        return {name: said for name, said in found.items() if said is not None}

    @model_validator(mode="after")
    def _occasion_of_its_own(self) -> Self:
        if self.occasion is not None and self.occasion not in self.requires:
            raise FormError.of("check.occasion-unknown", name=self.occasion)
        return self


class RequirementGroup(Entry):
    """Requirements shared by several options."""

    requires: dict[str, Requirement] = Field(min_length=1)
    """The requirements."""


class TableRow(Entry):
    """A row of a choice table: in these cases, these options are the ones to look at."""

    title: Text
    """The case, in words."""
    when: When
    """The case, as a condition."""
    options: tuple[str, ...] = Field(min_length=1)
    """The options it points to, the first being the first to look at."""
    norms: tuple[str, ...] = Field(min_length=1)
    """What it rests on."""


class ChoiceTable(Entry):
    """A choice table: an option of its question that no matching row names is not recommended."""

    answers: str
    """The key question."""
    rows: dict[str, TableRow] = Field(min_length=1)
    """The rows; when two match, both are shown."""
