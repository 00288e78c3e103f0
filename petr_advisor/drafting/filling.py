"""What stands in the places of an act: facts of the case, what the plan says, brackets where nothing is known."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.facts import Range
from petr_advisor.knowledge.limits import Limit
from petr_advisor.knowledge.procedures import Act
from petr_advisor.knowledge.templates import Blank
from petr_advisor.planning.model import Roadmap
from petr_advisor.territory.measures import MEASURED, departements
from petr_advisor.words.notation import Joint
from petr_advisor.words.texts import Text
from petr_advisor.words.typography import capital
from petr_advisor.words.voice import Voice


@dataclass(frozen=True)
class Missing:
    """What is not known: it is said between brackets, and counts as several."""

    label: Text

    def __len__(self) -> int:
        """Count as two: several are more often meant than one."""
        return 2


Found = str | int | date | tuple[object, ...] | Missing
"""What a place holds: words, a number, a day, a list, or nothing known."""


@dataclass(frozen=True)
class Filling:
    """Fills in the texts of one act of a case."""

    case: Consultation
    voice: Voice
    plan: Roadmap
    key: str
    """The act, by `procedure/act`."""
    day: date
    """The day on which it would be taken."""
    title: str = ""
    """What the draft that a note goes with is called."""

    def text(self, text: Text) -> str:
        """Say a text with its places filled in."""
        return self.voice.filled(text, _Places(self), self._said)

    def column(self, name: str) -> list[str]:
        """Give what a place holds of each member, in their order; what is to be filled in is left between brackets."""
        blank = self.case.base.blanks[name]
        empty = self.voice.phrase("draft.cell")
        values: Sequence[object] = [None] * len(self.members)
        if blank.fact is not None and self._of_members(blank.fact):
            values = self._of_each(blank.fact)
        elif blank.computed == "seats":
            values = [self.case.state.seats.get(of) for of in self.members]
        return [empty if value is None else self._said(value, "semicolon") for value in values]

    def header(self, name: str) -> str:
        """Name a column."""
        return capital(self.voice.say(self.case.base.blanks[name].label))

    @cached_property
    def members(self) -> tuple[str, ...]:
        """The members, as listed."""
        listed = self.case.lists.get(MEASURED)
        return listed.ids if listed is not None else ()

    @cached_property
    def act(self) -> Act:
        """The act as it is under the readings followed."""
        return self.case.base.act_under(self.key, self.case.followed)

    @cached_property
    def following(self) -> Act | None:
        """The vote that comes after the act, in the same procedure: the next one that others answer in their time."""
        procedure, _, name = self.key.partition("/")
        acts = self.case.base.procedures[procedure].acts
        for other in acts:
            found = self.case.base.act_under(f"{procedure}/{other}", self.case.followed)
            exists = found.period is None or found.period.covers(self.day)
            if name in found.after and found.vote is not None and found.included and exists:
                return found
        return None

    def place(self, name: str) -> Found:
        """Give what a place holds."""
        blank = self.case.base.blanks[name]
        found = self._found(blank)
        return Missing(blank.label) if found is None or found == () else found

    def _found(self, blank: Blank) -> Found | None:
        if blank.computed is not None:
            return self._computed(blank.computed)
        if blank.fact is None:
            return None
        if not self._of_members(blank.fact):
            return self._value(blank.fact, None)
        values = self._of_each(blank.fact)
        if not blank.total:
            return tuple(Missing(blank.label) if value is None else value for value in values)
        numbers = [value for value in values if isinstance(value, int)]
        return sum(numbers) if values and len(numbers) == len(values) else None

    def _of_members(self, fact: str) -> bool:
        return self.case.base.facts[fact].of == MEASURED

    def _of_each(self, fact: str) -> list[Found | None]:
        return [self._value(fact, of) for of in self.members]

    def _value(self, fact: str, of: str | None) -> Found | None:
        known = self.case.memory.facts.get(fact, of)
        if known is None or isinstance(known.value, Range):
            return None
        kind = self.case.base.facts[fact]
        if isinstance(known.value, date) or (type(known.value) is int and kind.type == "count"):
            return known.value
        return self.voice.set(self.voice.value(kind, known.value))

    def _computed(self, name: str) -> Found | None:
        base, voice, act = self.case.base, self.voice, self.act
        following = self.following
        seats = self.case.state.seats
        sayings: Mapping[str, object] = {
            "act": act.does,
            "act_title": self.title or None,
            "body": base.actors[act.who].label,
            "day": self.day,
            "departments": tuple(self._departments()),
            "effect": self.plan.wish.day if self.plan.wish else None,
            "law_of": self.case.as_of,
            "span": self._span(act),
            "majority": base.majorities[act.majority].label if act.majority else None,
            "next_span": self._span(following) if following else None,
            "next_majority": base.majorities[following.majority].label if following and following.majority else None,
            "next_silence": self._silence(following) if following else None,
            "procedure": base.title_of(self.key.partition("/")[0]),
            "seats": tuple(seats.values()),
            "seats_total": sum(seats.values()) or None,
            "silence": self._silence(act),
        }
        found = sayings[name]
        return voice.say(found) if isinstance(found, Text) else found  # type: ignore[return-value]

    def _departments(self) -> Iterator[str]:
        names = departements().names
        for code in sorted(self.case.departements or ()):
            yield names.get(code, code)

    def _span(self, act: Act) -> str | None:
        """Say the length of the limit of an act, where it is a length of time."""
        limit: Limit | None = act.limit_prudent or act.limit
        return self.voice.span(limit.length) if limit is not None and limit.length is not None else None

    def _silence(self, act: Act) -> str | None:
        """Say what silence is worth by the text, and that it is not safe where the prudent count differs."""
        if act.silence is None:
            return None
        said = self.voice.silence(act.silence)
        unsafe = act.silence_prudent is not None and act.silence_prudent != act.silence
        return self.voice.phrase("draft.unsafe-silence", silence=said) if unsafe else said

    def _said(self, value: object, joint: Joint) -> str:
        """Say what a place holds, in the letters of a document."""
        if isinstance(value, Missing):
            return self.voice.phrase("draft.blank", what=value.label)
        if isinstance(value, tuple):
            return self.voice.listed([self._said(item, joint) for item in value], joint)
        return self.voice.set(self.voice.listed((value,)))


class _Places(Mapping[str, object]):
    """The places of an act, looked up when a text calls them."""

    def __init__(self, filling: Filling) -> None:
        self._filling = filling

    def __getitem__(self, name: str) -> object:
        return self._filling.place(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._filling.case.base.blanks)

    def __len__(self) -> int:
        return len(self._filling.case.base.blanks)
