"""The pieces of what is told to another program: norms, questions, options, duties. Texts are in one language."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from petr_advisor.consulting.sureness import Label
from petr_advisor.knowledge.options import Weight

Status = Literal["open", "conditional", "closed", "not_in_force", "unknown", "disputed"]
"""Of an option; `unknown` while facts that decide it are missing, `disputed` where another reading of an unsettled
point of law gives another status."""


class Told(BaseModel):
    """Base of everything that is told."""

    model_config = ConfigDict(frozen=True)


class FactName(Told):
    """A fact, of the territory or of one of its members."""

    fact: str
    """Its identifier."""
    of: str | None
    """The member; none for the territory."""
    label: str
    """What it is."""


class NormTold(Told):
    """A norm: what it says in our words, where it stands, which wording was applied, how sure it is."""

    id: str
    """Its identifier."""
    statement: str
    """What it says, in our own words."""
    place: str
    """Where it stands on the date of law."""
    address: str | None
    """Where the text can be read."""
    wording_from: date | None
    """First day of the wording in force on the date of law; none where it is not known."""
    wording_to: date | None
    """Last day of it; none while it lasts, or where it is not known."""
    last_read: str | None
    """The year of the edition that was read."""
    in_force_from: date | None
    """First day of the norm."""
    in_force_to: date | None
    """Last day of the norm."""
    confidence: Literal["verified", "secondary", "recalled"]
    """How sure it is: its text was read; a guide was; it is known from memory."""
    sure: str
    """The same in words, and whether the text says it or it is inferred."""
    check: str | None
    """What to check, and where."""


class ChoiceTold(Told):
    """A value that an answer may have."""

    value: str
    """As it is handed in."""
    label: str
    """What it means."""
    help: str | None
    """What more there is to say of it."""


class StatementTold(Told):
    """A line of a checklist: a situation, found to be so or not; its answer is that of its fact."""

    fact: str
    """What it answers."""
    label: str
    """The situation in a few words."""
    text: str
    """The same as a question in full."""
    help: str | None
    """How to find the answer."""
    why: str | None
    """Why it is asked, in a sentence."""
    if_yes: str | None
    """The value to hand in where it is so; none where one of several is then to be asked."""
    if_no: str | None
    """The value to hand in where it is not; none where one of several is then to be asked."""
    norms: tuple[str, ...]
    """Where it is written."""


class ChecklistTold(Told):
    """Questions that may be put to a person at once: « which of these are yours? » What is said of none stays open."""

    text: str
    """The question."""
    help: str
    """Where to find the answers."""
    lines: tuple[StatementTold, ...]
    """The situations, the question that holds them among them."""


class QuestionTold(Told):
    """A question worth asking."""

    fact: str
    """What it asks for."""
    of: str | None
    """The member it is asked of."""
    of_name: str | None
    """That member's name."""
    text: str
    """The question."""
    help: str | None
    """How to find the answer."""
    why: str | None
    """Why it is asked, in a sentence."""
    type: str
    """`yes_no`, `one_of`, `count`, `amount`, `fraction`, `date`, `text`, or `list`, answered by a list of members."""
    choices: tuple[ChoiceTold, ...]
    """For `one_of` and `yes_no`: the values it may have; `unknown` always may be."""
    minimum: int | None
    """For a number: the least."""
    maximum: int | None
    """For a number: the most."""
    earliest: date | None
    """For a day: the first."""
    latest: date | None
    """For a day: the last."""
    decisive: bool
    """Whether it can change the status of an option; else it only refines what is said of those still there."""
    together: ChecklistTold | None = None
    """Where it may be put with others at once: all of them. Each is answered by its own fact."""
    norms: tuple[str, ...]
    """Where it is written."""


class RequirementTold(Told):
    """A condition of an option."""

    key: str
    """Its identifier."""
    title: str
    """What is asked."""
    state: Literal["met", "unmet", "unknown", "not_applicable", "to_come"]
    """Whether it is met; of an act, whether it is obtained."""
    state_said: str
    """The same in words."""
    cures: tuple[str, ...]
    """What mends it, those known to be unavailable left out."""
    norms: tuple[str, ...]
    """Where it is written."""


class ArgumentTold(Told):
    """An argument for an option or against it."""

    text: str
    """What it says."""
    favours: bool
    """Whether it speaks for it."""
    weight: Weight
    """How much it weighs."""
    holds: Literal["yes", "no", "unknown"]
    """Whether it holds in this case."""
    norms: tuple[str, ...]
    """What it rests on."""


class ActTold(Told):
    """An act on the way of an option."""

    key: str
    """`procedure/act`."""
    who: str
    """Who does it."""
    does: str
    """What is done."""
    needed: Literal["yes", "unknown"]
    """Whether it is known to be needed."""
    deadline: date | None
    """Its last day, where it is known."""
    norms: tuple[str, ...]
    """Where it is written."""


class DisputedTold(Told):
    """An unsettled point of law on which the status of an option turns."""

    point: str
    """Its identifier."""
    question: str
    """The point, as a question."""
    prudent: str
    """The reading that is followed."""
    prudent_course: str
    """What a careful body does meanwhile."""
    ask: str
    """Whom to ask."""
    readings: dict[str, tuple[str, ...]]
    """The statuses possible under each reading, the prudent one first."""
    norms: tuple[str, ...]
    """The norms concerned."""


class OptionTold(Told):
    """An option in this case."""

    id: str
    """Its identifier."""
    title: str
    """What it is."""
    summary: str
    """The same at more length."""
    kind: Literal["route", "staying"]
    """A way to somewhere else, or staying as one is."""
    status: Status
    """What is said of it."""
    status_said: str
    """The same in words."""
    prudent: tuple[str, ...]
    """The statuses still possible under the readings that are followed."""
    done: Literal["yes", "no", "unknown"]
    """Whether the case already has what it leads to."""
    requirements: tuple[RequirementTold, ...]
    """Its conditions."""
    arguments: tuple[ArgumentTold, ...]
    """What speaks for it and against it."""
    acts: tuple[ActTold, ...]
    """The acts on its way."""
    disputed: tuple[DisputedTold, ...]
    """The unsettled points it turns on."""
    confidence: Literal["verified", "secondary", "recalled"]
    """That of the least sure norm it rests on."""
    supposed: tuple[FactName, ...]
    """The facts in its proof that are only supposed."""
    norms: tuple[str, ...]
    """The norms it rests on."""


class QuestionOutcomeTold(Told):
    """Every option of a key question."""

    id: str
    """The key question."""
    title: str
    """Its name."""
    routes: tuple[OptionTold, ...]
    """Ways to somewhere else, best first."""
    staying: tuple[OptionTold, ...]
    """Staying as one is."""
    absent: dict[str, str]
    """Options that do not exist on the date of law, with their period in words."""


class LineTold(Told):
    """The answer proposed to a key question, or to a theme of it: those of a course hold together."""

    question: str
    """The key question."""
    theme: str | None
    """The theme."""
    state: str
    """What the answer is: `proposed`, `running`, `chosen`, `done`, `stay`, `tied`, `to_settle`, `moot`, `none`…"""
    options: tuple[str, ...]
    """The options it consists in."""
    said: tuple[str, ...]
    """The answer to the whole key question, in sentences."""
    sure: Label | None
    """How sure it is; none where there is no answer."""
    sure_said: tuple[str, ...]
    """The same in words, with what is missing."""
    missing: tuple[FactName, ...]
    """Facts not known that can still change it."""
    supposed: tuple[FactName, ...]
    """Facts it rests on that are only supposed."""
    disputed: tuple[str, ...]
    """The unsettled points of which another reading changes it."""
    unread: tuple[str, ...]
    """Norms it rests on whose text was not read."""
    norms: tuple[str, ...]
    """The norms it rests on."""


class DutyTold(Told):
    """An obligation, a permission, a prohibition, a recommendation or a warning."""

    id: str
    """The rule."""
    of: str | None
    """The member it binds."""
    kind: Literal["obligation", "permission", "prohibition", "recommendation", "warning"]
    """Which of them."""
    who: str
    """Whom it binds."""
    text: str
    """What it is."""
    holds: Literal["yes", "presumed"]
    """Whether it follows, or follows unless an exception still to be checked holds."""
    deadline: date | None
    """Its last day, where it is known."""
    confidence: Literal["verified", "secondary", "recalled"]
    """How sure the norms behind it are."""
    disputed: tuple[str, ...]
    """The unsettled points under another reading of which it comes out otherwise."""
    norms: tuple[str, ...]
    """Where it is written."""


class OptionChangeTold(Told):
    """An option whose status changes."""

    id: str
    """The option."""
    title: str
    """What it is."""
    before: Status | Literal["absent"]
    """Its status as the case is."""
    after: Status | Literal["absent"]
    """Its status with what is supposed."""


class FoundTold(Told):
    """Something found in the rule base."""

    kind: Literal["norm", "option", "fact", "disputed", "question"]
    """What it is."""
    id: str
    """Its identifier."""
    title: str
    """What it says."""
    norms: tuple[str, ...]
    """Where it is written."""
