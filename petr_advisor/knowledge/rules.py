"""Rules: what follows from facts."""

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from petr_advisor.knowledge.acts import Silence
from petr_advisor.knowledge.conditions import When
from petr_advisor.knowledge.limits import Limit
from petr_advisor.knowledge.problems import FormError
from petr_advisor.words.texts import Entry, Text

DutyKind = Literal["obligation", "permission", "prohibition", "recommendation", "warning"]


class Hedged(Entry):
    """What a duty is as long as something is not known; what is known is not hedged."""

    while_unknown: str
    """A fact of the territory."""
    to: Text


class Rule(Entry):
    """One rule: when its antecedent holds and no exception does, its consequent follows."""

    title: Text | None = None
    """For a rule that derives a fact: what it says, in a sentence."""
    about: tuple[str, ...] = ()
    """The key questions a duty belongs to; all when empty."""
    told_anyway: When | None = None
    """When a duty is told whatever is asked, as a legal day of the life of the body; nothing is asked for its sake."""
    carried_out_by: str | None = None
    """The procedure that meets a duty told whatever is asked, where no way of the course does."""
    options: tuple[str, ...] = ()
    """The options on whose way a duty arises; for a question of `about` that has none here, it arises in any case."""
    for_each: str | None = None
    """The kind of entity it is applied to, one by one."""
    when: When | None = None
    """The antecedent; always true when absent."""
    unless: When | None = None
    """The exceptions; while one is unknown the conclusion is only presumed."""
    then: dict[str, str | bool | int] = {}
    """The facts it concludes."""
    duty: DutyKind | None = None
    """The kind of duty it concludes."""
    who: str | None = None
    """The actor a duty binds."""
    to: Text | None = None
    """What the duty is; for a warning, the risk."""
    hedged: Hedged | None = None
    """The same with what is to be checked first."""
    limit: Limit | None = None
    """By when."""
    silence: Silence | None = None
    """What silence means."""
    consequence: Text | None = None
    """What happens otherwise."""
    precaution: Text | None = None
    """For a warning: how to guard against it."""
    costs: bool = False
    """Whether it weighs on somebody's budget, whatever the subject of its norms."""
    grave: bool = False
    """Whether a warning or an obligation is told among the first once it follows from the answers."""
    documents: tuple[str, ...] = ()
    """The documents to produce."""
    met_by: tuple[str, ...] = ()
    """The acts that meet a duty, by `procedure/act`: the first one that a plan holds meets it."""
    refusal_of: tuple[str, ...] = ()
    """For a warning: the acts of which it fears the refusal, by `procedure/act`; a note that tells whose refusal stops
    one of them does not tell it again."""
    passes_on: Text | None = None
    """What is owed, by who succeeds the body that a duty binds, where that one ends before its day."""
    arises_on: date | None = None
    """The day to come on which a duty arises: no act done before meets it."""
    beside_plan: bool = False
    """Whether a duty belongs to everyday running or to others, so that no plan is expected to meet it."""
    law_at: str | None = None
    """A date fact: the norms are read at that date."""
    norms: tuple[str, ...] = Field(min_length=1)
    """The norms it encodes, which fix the days on which it exists."""

    @model_validator(mode="after")
    def _one_consequent(self) -> Self:
        if bool(self.then) == (self.duty is not None):
            raise FormError.of("check.rule-one-consequent")
        if self.duty is not None and (self.who is None or self.to is None):
            raise FormError.of("check.duty-who-to")
        if self.then and self.title is None:
            raise FormError.of("check.derived-title")
        if self.grave and self.duty not in {"warning", "obligation"}:
            raise FormError.of("check.grave-duty")
        return self

    @property
    def owed_at_once(self) -> bool:
        """Whether it is an obligation to be met before anything else, as what is in place lacks what the law wants."""
        return self.grave and self.duty == "obligation"
