"""Effects of a procedure: functions on the facts, one verb each, from its day of effect."""

from typing import Literal, Self

from pydantic import Field, model_validator

from petr_advisor.knowledge.acts import Made
from petr_advisor.knowledge.conditions import When
from petr_advisor.knowledge.law import Confidence
from petr_advisor.knowledge.problems import FormError
from petr_advisor.words.texts import Entry

Role = Literal[
    "subject", "new", "founders", "members", "joiner", "leaver", "merging", "heir", "heirs", "taker", "other",
    "petr_left", "parties", "host", "member_epci", "commune", "communes_of_member", "communes_of_merging",
    "members_of_merging", "scot_bearer", "members_to_leave", "every_body_they_belong_to",
]  # fmt: skip
"""Those whom an effect touches, in the procedure at hand."""

Form = Literal["petr", "closed_syndicate", "open_syndicate", "pole", "epci"]
Power = Literal["concerned", "all_held", "as_statutes", "those_of_heir", "scot", "missions_delegated"]


class NewSubject(Entry):
    """A body is born."""

    role: Role
    form: Form
    members: Role
    listed: When | None = None
    """When all its members are known to be those listed; elsewhere, with the members of merging bodies, others may sit.
    """
    powers: str


class EndSubject(Entry):
    """A body ends, at once or once wound up; one may succeed it in all that it has and owes."""

    who: Role
    person: Literal["ends", "until_liquidation"]
    successor: str | None = None
    """Who succeeds it, where one does: an actor."""


class SetForm(Entry):
    """A body changes its form; with continuity it stays the same legal person."""

    of: Role
    to: Form
    continuity: bool | None = None


class Membership(Entry):
    """A member comes in (`to`) or goes out (`from`)."""

    who: Role
    to: Role | None = None
    from_: Role | None = Field(default=None, alias="from")


class ReplaceMembers(Entry):
    """Members make way for another, with their communes and populations."""

    who: Role
    by: Role
    in_: Role = Field(alias="in")


class ChangeMember(Entry):
    """A member gains or loses a commune."""

    who: Role
    commune: Role
    change: Literal["joins", "leaves"]


class PowerMove(Entry):
    """A power goes from one to another."""

    power: Power
    to: Role | None = None
    from_: Role | None = Field(default=None, alias="from")
    how: Literal["delegated"] | None = None
    for_: Literal["leaver_territory"] | None = Field(default=None, alias="for")


class Statutes(Entry):
    """Statutes become what was voted."""

    of: Role
    value: Literal["as_voted"]


class Seats(Entry):
    """Seats become what is said, or none is valid until they are shared again."""

    of: Role
    value: Literal["set_by_statutes", "as_voted", "to_conform", "l5211_6_1", "to_reshare", "none"]
    interim: Literal["not_written"] | None = None


class Delegates(Entry):
    """Delegates are elected again."""

    of: Role
    value: Literal["all_elected_again"]


class Bearer(Entry):
    """A scheme or a programme passes to another bearer."""

    of: Literal["scot", "gal"]
    to: Role


class ScotArea(Entry):
    """The area of a SCoT changes."""

    bearer: Role
    change: Literal["grows", "grows_unless_refused", "shrinks", "ends_unless_taken_over"]


class Move(Entry):
    """Staff, assets, contracts or an activity pass to another."""

    what: Literal["staff", "assets", "contracts", "activity"]
    from_: Role = Field(alias="from")
    to: Role
    how: str


class SetFact(Entry):
    """A fact takes a value."""

    fact: str
    value: Made


class AgreementChange(Entry):
    """An agreement begins or ends."""

    kind: Literal["entente", "services", "unified_service", "territorial"]
    between: Role
    change: Literal["begins", "ends"]


class Meets(Entry):
    """A duty is met, for one occasion."""

    duty: str
    occasion: str


class ActResult(Entry):
    """The result of an act of the procedure."""

    act: str
    """The act."""
    result: Literal["done", "not_done", "carried", "refused", "late", "dissolved", "prefect_may", "all_voted"]
    """What came of it; of a vote, also that each member has given its own."""


VERBS = (
    "new_subject", "end_subject", "set_form", "add_member", "remove_member", "replace_members", "change_member",
    "add_power", "remove_power", "statutes", "seats", "delegates", "bearer", "scot_area", "move", "set", "agreement",
    "meets", "none",
)  # fmt: skip
"""What an effect can do; an effect does one of them."""


class Effect(Entry):
    """One effect on the facts, in the order in which a procedure lists them."""

    new_subject: NewSubject | None = None
    """A body is born."""
    end_subject: EndSubject | None = None
    """A body ends."""
    set_form: SetForm | None = None
    """A body changes its form."""
    add_member: Membership | None = None
    """A member comes in."""
    remove_member: Membership | None = None
    """A member goes out."""
    replace_members: ReplaceMembers | None = None
    """Members make way for another."""
    change_member: ChangeMember | None = None
    """A member gains or loses a commune."""
    add_power: PowerMove | None = None
    """A power comes in."""
    remove_power: PowerMove | None = None
    """A power goes out."""
    statutes: Statutes | None = None
    """Statutes change."""
    seats: Seats | None = None
    """Seats change."""
    delegates: Delegates | None = None
    """Delegates are elected again."""
    bearer: Bearer | None = None
    """A bearer changes."""
    scot_area: ScotArea | None = None
    """The area of a SCoT changes."""
    move: Move | None = None
    """Staff, assets, contracts or an activity pass."""
    set: SetFact | None = None
    """A fact takes a value."""
    agreement: AgreementChange | None = None
    """An agreement begins or ends."""
    meets: Meets | None = None
    """A duty is met."""
    none: Literal[True] | None = None
    """No effect on the facts."""
    at: str | None = None
    """The act whose day makes the effect; that of the procedure's effect when absent."""
    when: When | None = None
    """Only in these cases."""
    when_act: tuple[ActResult, ...] = ()
    """Only with these results, all together."""
    origin: Literal["law", "practice", "advice"] = "law"
    """Whether a text says it."""
    written: bool = True
    """Whether any text says it at all."""
    confidence: Confidence | None = None
    """How sure, where less than the procedure."""
    by_reading: dict[str, dict[str, "Effect"]] = {}
    """The effect in place of this one under a reading of a disputed point."""

    @model_validator(mode="after")
    def _one_verb(self) -> Self:
        if sum(getattr(self, verb) is not None for verb in VERBS) != 1:
            raise FormError.of("check.effect-one-verb", names=VERBS)
        return self

    @property
    def verb(self) -> str:
        """Which of the verbs it is."""
        return next(verb for verb in VERBS if getattr(self, verb) is not None)
