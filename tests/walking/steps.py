"""The steps of a trace: what is said, with numbers that pick among whatever there is to pick from when it is said.

A step means something in every state, so that a trace can be shortened and put to the consultation itself, to the
screens or to the prompts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeVar

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.facts import Value
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.words.voice import screen_voice

Thing = TypeVar("Thing")

SAID = (
    *("answer",) * 9, "unknown", "unknown", "skip", "undo", "withdraw", "change", "change", "members", "members",
    "cannot_list", "choose", "details", "seats", "save", "date",
)  # fmt: skip
"""What a person says, the most frequent most often."""


@dataclass(frozen=True)
class Step:
    """Something done; `pick` and `more` choose among what there is."""

    do: str
    pick: int = 0
    more: int = 0

    def of(self, things: Sequence[Thing]) -> Thing:
        """Pick one of some things."""
        return things[self.pick % len(things)]

    def __str__(self) -> str:
        return f"{self.do} {self.pick} {self.more}"


Trace = tuple[Step, ...]


def values(consultation: Consultation, fact: str) -> tuple[Value, ...]:
    """Give values that can be answered for a fact: of numbers and dates, those at which something changes."""
    kind = consultation.base.facts[fact]
    if kind.type == "text":
        return ("Haute Vallée", "O’Brien & fils", "Ñandú")
    try:
        cells = consultation.situation.diagrams.cells(fact)
    except KeyError:  # it matters to no key question chosen
        cells = ()
    found = [_plain(value) for cell in cells for value in cell.representatives]
    return tuple(dict.fromkeys(value for value in found if value is not None)) or _usual(kind)


def _plain(value: Value) -> Value | None:
    """Give a fraction as a person would write it."""
    return value.limit_denominator(1000) if isinstance(value, Fraction) else value


def _usual(kind: FactType) -> tuple[Value, ...]:
    match kind.type:
        case "yes_no":
            return (True, False)
        case "one_of":
            return tuple(kind.choices)
        case "count" | "amount":
            return (kind.minimum or 0, (kind.minimum or 0) + 1)
        case "fraction":
            return (Fraction(0), Fraction(1, 2), Fraction(2, 3), Fraction(1))
    return (kind.earliest or date(2014, 7, 27),)


def typed(value: Value) -> str:
    """Write a value as it is typed; both languages read it."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    return screen_voice("fr").day(value) if isinstance(value, date) else str(value)


def from_elsewhere(step: Step) -> str:
    """Name a member that the register does not have, another one at each step: one name twice is refused."""
    return f"Commune d’Ailleurs {step.pick}-{step.more}"
