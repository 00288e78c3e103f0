"""Procedures: who does what, after what, by when, by which vote, with what effect."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, ValidationError, model_validator

from petr_advisor.knowledge.acts import Silence
from petr_advisor.knowledge.calls import Calls
from petr_advisor.knowledge.conditions import When
from petr_advisor.knowledge.effects import ActResult, Effect
from petr_advisor.knowledge.law import Confidence, InForcePeriod
from petr_advisor.knowledge.lengths import Duration, Span, takes_read
from petr_advisor.knowledge.limits import Limit
from petr_advisor.knowledge.problems import FormError
from petr_advisor.knowledge.votes import ToldBy, Vote
from petr_advisor.words.texts import Entry, Text

ActOrigin = Literal["law", "practice", "advice"]
"""A text asks for it; habit; caution."""

Publicity = Literal[
    "publication", "transmission_prefect", "prefecture_register", "notice_to_members", "copy_departement",
    "registry_associations", "local_court_register", "websites",
]  # fmt: skip

Aspect = Literal["form", "members", "perimeter", "powers", "statutes", "seats", "membership", "bearer"]
"""What a procedure needs unchanged while it runs, or changes when it takes effect."""


class Refusal(Entry):
    """What follows a refusal: the procedure ends or goes on, or another act or procedure takes over."""

    does: Literal["ends", "goes_on"] | None = None
    """It ends, or goes on all the same."""
    to: str | None = None
    """The act of the same procedure from which a new attempt starts."""
    procedure: str | None = None
    """The procedure that takes over."""
    one_of: tuple["Refusal", ...] = ()
    """One of these, by choice."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, raw: Any) -> Any:
        return {"does": raw} if isinstance(raw, str) else raw

    @model_validator(mode="after")
    def _one(self) -> Self:
        if sum(map(bool, (self.does, self.to, self.procedure, self.one_of))) != 1:
            raise FormError.of("check.refusal-one")
        return self

    def targets(self) -> tuple["Refusal", ...]:
        """Give this one, or those between which it leaves the choice."""
        return self.one_of or (self,)


class Consulting(Entry):
    """An opinion asked for within an act."""

    body: str
    """Whose opinion: an actor."""
    needed: Text
    """When it is needed, in words."""
    when: When | None = None
    """Only in these cases."""
    origin: ActOrigin = "law"
    """Whether a text asks for it."""
    silence: Silence | None = None
    """What silence means."""
    disputed: tuple[str, ...] = ()
    """Disputed points it turns on."""
    norms: tuple[str, ...] = Field(min_length=1)
    """Where it is written."""


class Notice(Entry):
    """How long before its meeting a body must be called."""

    length: Span
    """The time before the meeting."""
    urgent: Span | None = None
    """That time in an emergency."""
    norms: tuple[str, ...] = Field(min_length=1)
    """Where it is written."""


class Window(Entry):
    """A time of others that runs beside an act, each from its own event."""

    who: str
    """Whose it is: an actor."""
    limit: Limit
    """The time and its event."""
    norms: tuple[str, ...] = Field(min_length=1)
    """Where it is written."""


class Act(Entry):
    """One act of a procedure. It may start once every act of `after` is done or does not apply."""

    who: str
    """The actor's identifier."""
    does: Text
    """What it does, as a verb phrase."""
    signed_with: tuple[str, ...] = ()
    """Who else signs what is signed by it: a body that has ended signs nothing."""
    after: tuple[str, ...] = ()
    """Acts of the same procedure that it waits for; those that do not apply hand on what they wait for."""
    habit: tuple[str, ...] = ()
    """Those of `after` that only habit or caution puts before: an act of law never waits for them."""
    after_others: tuple[str, ...] = ()
    """Acts of other procedures (`procedure/act`) that caution puts before it: where a plan holds them, it waits."""
    not_before: tuple[str, ...] = ()
    """Those after whose day caution has its own, though it is got ready beside them: orders that would undo it."""
    when: When | None = None
    """Only in these cases."""
    waited: bool = False
    """Whether what follows waits for it, by caution, while the answers do not say whether it is needed."""
    when_act: tuple[ActResult, ...] = ()
    """Only after these results of other acts, all together, beside `when`."""
    done: When | None = None
    """How the answers say that it is done already."""
    denied: When | None = None
    """How the answers say that it was refused."""
    done_on: str | None = None
    """The date fact that holds the day on which it was done."""
    effect_after: str | None = None
    """The event on whose morrow it takes effect, unless the record of the act gives another day."""
    votes: str | None = None
    """The fact of each member that holds its vote."""
    told_by: ToldBy | None = None
    """The answer that sums up its votes, which the votes recorded must bear out."""
    silent: str | None = None
    """The fact that counts the members that have not voted, which may be known where their votes are not."""
    period: InForcePeriod | None = None
    """It exists on these days only, tested on the day it begins."""
    origin: ActOrigin = "law"
    """Whether a text asks for it."""
    limit: Limit | None = None
    """By when; without one it is awaited without term."""
    limit_when: When | None = None
    """The limit runs only in these cases."""
    limit_prudent: Limit | None = None
    """The earlier limit to keep where two readings differ."""
    takes: Annotated[str | Duration, BeforeValidator(takes_read)]
    """How long it usually takes: a kind of `durations`, or a duration of its own."""
    vote: Vote | None = None
    """Who votes, by which majority."""
    silence: Silence | None = None
    """What silence at the end of the limit is worth by the text."""
    silence_prudent: Silence | None = None
    """How silence is counted where the answer of the text is not safe."""
    refused: Refusal | None = None
    """What follows a refusal; absent, it is no decision that can be refused."""
    failing: Text | None = None
    """What happens if it fails, in words."""
    calls: Calls | None = None
    """The procedures of which it consists."""
    contains: tuple[str, ...] = ()
    """Acts of other procedures (`procedure/act`) that it includes: where it is planned or done, none is told again."""
    same_as: tuple[str, ...] = ()
    """The act of another procedure (`procedure/act`) that it is, or one of these: recorded there, it is here."""
    see: tuple[str, ...] = ()
    """Procedures to which it may lead, shown and never expanded."""
    consults: tuple[Consulting, ...] = ()
    """Opinions asked for within it."""
    notice: Notice | None = None
    """How long before its meeting the body must be called."""
    windows: tuple[Window, ...] = ()
    """Times of others that run beside it."""
    documents: tuple[str, ...] = ()
    """The documents to produce."""
    publicity: tuple[Publicity, ...] = ()
    """How it is made known."""
    current_business: bool = False
    """Whether a body may do it between an election and the installation that follows."""
    for_its_term: bool = False
    """Whether it holds for the term of its body only, so that an outgoing one leaves it to the next."""
    milestone: bool = False
    """A day to watch rather than an act: done when all of `after` is."""
    repeat: Literal["each_decision", "every_3_months", "yearly", "going_on"] | None = None
    """How often it comes back: done once, it is done for that occasion only; what goes on has no day of its own."""
    disputed: tuple[str, ...] = ()
    """Disputed points it turns on."""
    included: bool = True
    """Whether it exists at all, which a reading may deny."""
    decides: bool = True
    """Whether it decides, rather than records what votes made."""
    discretion: bool | None = None
    """Whether the authority may refuse although the conditions are met, where readings differ."""
    excluded_if: ActResult | None = None
    """It does not exist after that result of another act."""
    events: dict[str, str] = {}
    """Events that take the day of another event or act."""
    excludes: tuple[str, ...] = ()
    """Acts that are not needed."""
    by_reading: dict[str, dict[str, dict[str, Any]]] = {}
    """What each reading of a disputed point puts in place: {point: {reading: {key: value}}}."""
    confidence: Confidence | None = None
    """How sure, where less than the procedure."""
    note: Text | None = None
    """What else to know."""
    norms: tuple[str, ...] = Field(min_length=1)
    """Where it is written."""

    @model_validator(mode="before")
    @classmethod
    def _read(cls, raw: Any) -> Any:
        if isinstance(raw, Mapping):
            _try_readings(cls, raw)
        return raw

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if not set(self.habit) <= set(self.after):
            raise FormError.of("check.habit-not-after", names=sorted(set(self.habit) - set(self.after)))
        if self.votes is not None and self.vote is None:
            raise FormError.of("check.votes-without-vote")
        passed = self.limit.passed.result if self.limit and self.limit.passed else None
        if passed is not None and self.silence is not None and self.silence.removeprefix("deemed_") != passed:
            raise FormError.of("check.silence-otherwise", silence=self.silence, result=passed)
        return self

    @property
    def majority(self) -> str | None:
        """The majority's identifier, when there is a vote."""
        return self.vote.majority if self.vote else None

    @property
    def refusable(self) -> bool:
        """Whether somebody may refuse it, or one of the procedures of which it consists."""
        return any(each is not None for each in (self.vote, self.refused, self.silence, self.calls))

    @property
    def all_norms(self) -> tuple[str, ...]:
        """The norms that it cites, its opinions, notice and windows included, each once."""
        parts = (*self.consults, *self.windows, *((self.notice,) if self.notice else ()))
        return tuple(dict.fromkeys((*self.norms, *(norm for part in parts for norm in part.norms))))

    def under(self, readings: Mapping[str, str]) -> "Act":
        """Give the act as it is under some readings: {point: reading}."""
        found = (each.get(readings.get(point, ""), {}) for point, each in self.by_reading.items())
        changes = {key: value for each in found for key, value in each.items()}
        kept = self.model_dump(by_alias=True, exclude_unset=True) if changes else {}
        return Act.model_validate({**kept, **changes, "by_reading": {}}) if changes else self


def _try_readings(model: type[Act], raw: Mapping[str, Any]) -> None:
    """Read an act once under each reading, so that a mistake shows at load; FormError says which reading."""
    readings = raw.get("by_reading")
    if not isinstance(readings, Mapping):
        return
    kept = {key: value for key, value in raw.items() if key != "by_reading"}
    try:
        model.model_validate(kept)
    except ValidationError:
        return  # what is wrong with the act itself is told of the act itself
    for point, found in readings.items():
        for reading, changes in found.items() if isinstance(found, Mapping) else ():
            try:
                model.model_validate({**kept, **changes})
            except (ValidationError, TypeError) as error:
                keys = _keys_of(error) or tuple(map(str, changes or ()))
                raise FormError.of("check.by-reading", point=point, reading=reading, names=keys) from error


def _keys_of(error: ValidationError | TypeError) -> tuple[str, ...]:
    errors = [] if isinstance(error, TypeError) else error.errors()
    return tuple(dict.fromkeys(str(found["loc"][0]) for found in errors if found["loc"]))


class ProcedurePeriod(Entry):
    """What differs on some days, to be shown."""

    period: InForcePeriod
    """The days."""
    says: Text
    """What is so then."""
    norms: tuple[str, ...] = Field(min_length=1)
    """Where it is written."""


class Procedure(Entry):
    """Acts in order, with what they do to the facts."""

    title: Text | None = None
    """Its name; that of the option it carries out when absent."""
    acts: dict[str, Act] = Field(min_length=1)
    """The acts, in the order in which they are told."""
    runs: When | None = None
    """How the answers say that it has been started: without it, facts of members are no votes in it."""
    owed: When | None = None
    """When the body of today owes it already: it waits for nothing that makes another body of it."""
    same_while: When | None = None
    """As long as what is recorded of it is of the occasion at hand, and so of the acts that are it (`same_as`)."""
    comes_anyway: bool = False
    """Whether others decide it: it takes effect whether the body under study acts or not."""
    effect_at: tuple[str, ...] = ()
    """The acts whose day is that of the effect: the last of those done; empty, no day."""
    effect_on: str | None = None
    """The event whose day is that of the effect, when none of these acts is to be done."""
    takes_effect: Text | None = None
    """When it takes effect, in words."""
    effects: tuple[Effect, ...] = ()
    """What it does to the facts, in order."""
    needs_unchanged: tuple[Aspect, ...] = ()
    """What must stay as it is from its first vote or notice to its effect."""
    made_for: tuple[Aspect, ...] = ()
    """What it is made for: it waits for what takes members out of that, even where the law wants it at once."""
    alters: tuple[Aspect, ...] = ()
    """What it changes of the body under study and its members."""
    failing: Text | None = None
    """What is so if it fails."""
    periods: tuple[ProcedurePeriod, ...] = ()
    """What differs on some days."""
    disputed: tuple[str, ...] = ()
    """Disputed points it turns on."""
    by_reading: dict[str, dict[str, dict[str, Any]]] = {}
    """What each reading of a disputed point puts in place."""
    confidence: Confidence | None = None
    """How sure its course is."""
    note: Text | None = None
    """What else to know."""
    norms: tuple[str, ...] = Field(min_length=1)
    """Its legal basis."""
