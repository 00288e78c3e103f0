"""A key question weighed anew: its lines, its options and the kind of answer of the whole."""

from dataclasses import replace
from typing import NamedTuple

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.weighing import State
from petr_advisor.documents.building.course_lines import line_parts
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.lasting import late_ways, too_late
from petr_advisor.documents.building.options import option_parts
from petr_advisor.documents.model_options import LinePart, OptionPart

SAYS_MOST: tuple[State, ...] = (
    "conflict",
    "moot",
    "chosen",
    "running",
    "proposed",
    "tied",
    "done",
    "stay",
    "to_settle",
    "none",
)
"""Of the lines of several themes, which one gives the kind of answer of the whole."""


class Weighing(NamedTuple):
    """What an answer is written from."""

    lines: tuple[CourseLine[Consultation], ...]
    """The lines of the course."""
    told: tuple[LinePart, ...]
    """The same in words."""
    here: Desk
    """What writes of the facts on which the options of the first line were weighed."""
    verdict: State
    """The kind of answer of the whole."""
    options: tuple[OptionPart, ...]
    """Every option."""
    kept: list[OptionPart]
    """The options of the answer."""
    late: frozenset[str]
    """Those of them that can only be carried out after the end of what they use: nothing speaks for these any more."""

    @property
    def line(self) -> CourseLine[Consultation]:
        """The line that gives the kind of answer of the whole."""
        return next(line for line in self.lines if line.state == self.verdict)

    @property
    def wanted(self) -> frozenset[str]:
        """The routes that lead to what is wanted."""
        return frozenset(route.id for route in self.line.outcome.routes if route.wanted)

    def on(self, line: CourseLine[Consultation]) -> Desk:
        """Give what writes of the facts on which the options of a line were weighed."""
        return replace(self.here, consultation=line.case)

    @property
    def several(self) -> bool:
        """Whether more than one option is kept, or there may be."""
        return len(self.lines) > 1 or self.verdict == "tied"


def weighing(desk: Desk, question: str, *, in_options: bool = True) -> Weighing:
    """Weigh a key question anew, in words, with or without its options."""
    lines = desk.consultation.course.of(question)
    here = replace(desk, consultation=lines[0].case, today=desk.consultation)
    late = frozenset(line.options[0].id for line in lines if too_late(desk, line))
    weighed = {option.id: option for line in lines for option in line.weighed}.values()
    missed = late_ways(desk, (way for option in weighed for merit in option.merits for way in merit.merit.through))
    options = tuple(option_parts(here, lines, late, missed)) if in_options else ()
    kept = dict.fromkeys(option.id for line in lines for option in line.options)
    verdict = min((line.state for line in lines), key=SAYS_MOST.index)
    parts = [part for key in kept for part in options if part.id == key]
    return Weighing(lines, line_parts(desk, lines), here, verdict, options, parts, late)
