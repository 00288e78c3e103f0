"""Blocks of a document as lines of the screen; each line knows what it stands for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from textual.content import Content

from petr_advisor.documents.blocks import Block, Run
from petr_advisor.documents.layout.pen import norm_of
from petr_advisor.documents.model import Report
from petr_advisor.documents.renderers.lines import Written, lines
from petr_advisor.inference.facts import FactKey
from petr_advisor.tui.widgets.lines import Line
from petr_advisor.tui.widgets.shaping import STATUS_STYLE
from petr_advisor.words.typography import NARROW, WIDE
from petr_advisor.words.voice import REQUIREMENT_SYMBOL, STATUS_SYMBOL

REQUIREMENT_STYLE = {
    "met": "bold $text-success",
    "unmet": "bold $text-error",
    "unknown": "bold $text-accent",
    "not_applicable": "$text-muted",
    "to_come": "$text-muted",
}
MARK_STYLE = {
    "+": "bold $text-success",
    "−": "bold $text-warning",
    "!": "bold $text-warning",
    "→": "bold $text-accent",
    **{REQUIREMENT_SYMBOL[state]: style for state, style in REQUIREMENT_STYLE.items()},
    **{STATUS_SYMBOL[status]: style for status, style in STATUS_STYLE.items()},
}
RUN_STYLE = {"plain": "", "strong": "bold", "note": "dim"}
HEADING_STYLE = {1: "bold underline", 2: "bold underline", 3: "bold"}


@dataclass(frozen=True)
class Target:
    """What a line stands for."""

    norms: tuple[str, ...] = ()
    how: str | None = None
    """The conclusion that the line states."""
    facts: tuple[FactKey, ...] = ()
    """The facts to answer: one, or those that a condition waits for."""


Points = Mapping[str, tuple[FactKey, ...]]
"""What can be answered to settle conditions, by `requirement:KEY`."""


def block_lines(blocks: Iterable[Block], button: str, points: Points = MappingProxyType({})) -> Iterator[Line[Target]]:
    """Give blocks as lines; those on which something can be answered bear a button."""
    section = ""
    for written in lines(blocks):
        if written.level:
            yield from _heading(written, bare=not section)
            section = written.id
        else:
            yield _line(written, section, button, points)


def _heading(written: Written, *, bare: bool) -> Iterator[Line[Target]]:
    """Give a heading with an empty line before it, unless it is the first."""
    if not bare:
        yield Line(Content(""))
    yield Line(content(*written.line).stylize(HEADING_STYLE.get(written.level, "italic $text-accent")))


def _line(written: Written, section: str, button: str, points: Points) -> Line[Target]:
    found = target(written, points)
    shown = (f"  {button}", "bold $accent") if found.facts and written.first else ""
    return Line(Content.assemble(content(*written.line), shown), found, section)


def target(written: Written, points: Points = MappingProxyType({})) -> Target:
    """Give what a line stands for, after what it is about and what it cites."""
    norms = tuple(dict.fromkeys(norm_of(run.to) for run in written.cites if run.to))
    kind, _, key = (written.about or "").partition(":")
    if kind != "fact":
        return Target(norms, written.about, points.get(written.about or "", ()))
    return Target(norms, None, (fact_key(key),))


def points_of(report: Report) -> Points:
    """Give what can be answered to settle the conditions that a report tells of."""
    options = (option for question in report.questions for option in question.options)
    return {
        f"requirement:{found.key}": tuple(map(fact_key, found.questions))
        for option in options
        for found in option.requirements
        if found.questions
    }


def fact_key(name: str) -> FactKey:
    """Give the fact of `ID` or `ID@ENTITY`."""
    fact, _, of = name.partition("@")
    return fact, of or None


def content(*runs: Run) -> Content:
    """Give some words as the screen shows them: the narrow space is not in every font of a terminal."""
    return Content.assemble(*((run.text.replace(NARROW, WIDE), _style(run)) for run in runs))


def _style(run: Run) -> str:
    """Give the style of some words; a mark has that of the state it stands for."""
    return MARK_STYLE.get(run.text.strip()[:1], "bold") if run.style == "mark" else RUN_STYLE[run.style]
