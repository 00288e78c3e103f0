"""What a person has said so far: a list of events, folded into a state."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from petr_advisor.inference.facts import EntityList, FactKey, Value
from petr_advisor.procedures.record import Done

GivenBy = Literal["user", "register"]


@dataclass(frozen=True)
class Remark:
    """What was said beside an answer."""

    note: str = ""
    """A remark, for whoever reads the answer again."""
    source: str = ""
    """Where it comes from: a deed, a person, the sentence it was taken from."""
    supposed: bool = False
    """Whether nobody gave it as an answer: it was gathered from the source, and is to be confirmed."""


NO_REMARK = Remark()


@dataclass(frozen=True)
class Answered:
    """A value was given for a fact; None is « I do not know »."""

    key: FactKey
    value: Value | None
    by: GivenBy = "user"
    remark: Remark = NO_REMARK


@dataclass(frozen=True)
class Skipped:
    """A question was put off: it comes back last."""

    key: FactKey


@dataclass(frozen=True)
class Withdrawn:
    """An answer was taken back: the question is open again."""

    key: FactKey
    denied: str | None = None
    """Of several values, the one that was said not to be the answer; the others are still open."""


@dataclass(frozen=True)
class Listed:
    """The entities of a list were given, with what is known of each; None is « I cannot list them »."""

    kind: str
    entities: tuple[tuple[str, tuple[tuple[str, Value, GivenBy], ...]], ...] | None
    """(identifier, ((fact, value, given by), …)) for each entity."""
    complete: bool = True
    remark: Remark = NO_REMARK
    """Of the list, and of each fact given with it."""


@dataclass(frozen=True)
class Chosen:
    """An option was chosen for a key question; None takes the choice back."""

    question: str
    option: str | None


@dataclass(frozen=True)
class Seated:
    """A distribution of the seats of the council was kept; none takes it back."""

    seats: tuple[tuple[str, int], ...]
    """(member, seats) for each."""


@dataclass(frozen=True)
class Recorded:
    """An act of a procedure was done, or a member voted; what was recorded of the same before is replaced."""

    done: Done


@dataclass(frozen=True)
class Struck:
    """What was recorded of an act, or of a member's vote in it, is taken back."""

    procedure: str
    act: str
    member: str | None = None
    attempt: int = 1


Event = Answered | Skipped | Withdrawn | Listed | Chosen | Seated | Recorded | Struck


@dataclass(frozen=True)
class Answer:
    """The last answer given for a fact."""

    value: Value | None
    by: GivenBy
    remark: Remark = NO_REMARK


@dataclass(frozen=True)
class State:
    """The answers in force."""

    answers: Mapping[FactKey, Answer] = field(default_factory=dict)
    skipped: frozenset[FactKey] = frozenset()
    denied: Mapping[FactKey, str] = field(default_factory=dict)
    """Of questions still open, the value that was said not to be the answer."""
    lists: Mapping[str, EntityList | None] = field(default_factory=dict)
    """By kind of entity; None for « I cannot list them »."""
    remarks: Mapping[str, Remark] = field(default_factory=dict)
    """Of the lists, by kind of entity; those of answers are with them."""
    chosen: Mapping[str, str] = field(default_factory=dict)
    """The option chosen for a key question."""
    seats: Mapping[str, int] = field(default_factory=dict)
    """The seats kept for each member; they fall when the members change."""
    acts: tuple[Done, ...] = ()
    """The acts recorded, in the order in which they were first told."""


def fold(events: Iterable[Event]) -> State:
    """Give the state that events lead to."""
    answers: dict[FactKey, Answer] = {}
    skipped: set[FactKey] = set()
    denied: dict[FactKey, str] = {}
    lists: dict[str, EntityList | None] = {}
    remarks: dict[str, Remark] = {}
    chosen: dict[str, str] = {}
    seats: dict[str, int] = {}
    acts: dict[tuple[str, str, str | None, int], Done] = {}
    for event in events:
        match event:
            case Answered(key, value, by, remark):
                answers[key] = Answer(value, by, remark)
                skipped.discard(key)
                denied.pop(key, None)
            case Skipped(key):
                skipped.add(key)
            case Withdrawn(key, value):
                answers.pop(key, None)
                skipped.discard(key)
                denied.pop(key, None)
                denied |= {} if value is None else {key: value}
            case Listed():
                before = lists.get(event.kind)
                _list(event, answers, lists)
                remarks[event.kind] = event.remark
                if event.kind == "member" and before != lists[event.kind]:
                    seats = {}
            case Seated(kept):
                seats = dict(kept)
            case Recorded(done):
                acts[done.procedure, done.act, done.member, done.attempt] = done
            case Struck(procedure, act, member, attempt):
                acts.pop((procedure, act, member, attempt), None)
            case Chosen(question, option):
                chosen.pop(question, None)
                if option is not None:
                    chosen[question] = option
    return State(answers, frozenset(skipped), denied, lists, remarks, chosen, seats, tuple(acts.values()))


def _list(event: Listed, answers: dict[FactKey, Answer], lists: dict[str, EntityList | None]) -> None:
    """Replace a list: answers about entities that remain are kept, under those given with the list."""
    if event.entities is None:
        lists[event.kind] = None
        return
    ids = tuple(identifier for identifier, _ in event.entities)
    earlier = lists.get(event.kind)
    for key in [key for key in answers if earlier and key[1] in earlier.ids and key[1] not in ids]:
        del answers[key]
    lists[event.kind] = EntityList(ids, event.complete)
    for identifier, values in event.entities:
        for fact, value, by in values:
            answers[fact, identifier] = Answer(value, by, event.remark)
