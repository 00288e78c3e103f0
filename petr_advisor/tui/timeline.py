"""A plan in time, of letters: months as columns where there is room for them, else a line an act."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from textwrap import wrap

from rich.cells import cell_len, set_cell_size
from rich.text import Text as RichText

from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.model_roadmap import LegalDayPart, Roadmap, RoadmapTask
from petr_advisor.inference.calendar import add_months
from petr_advisor.words.typography import capital

WIDE = 100
"""The width from which months are columns."""
LABEL = 0.45
"""How much of the width the acts take."""
SURE, LATER, DUE, WISHED = "█", "░", "◆", "▽"
"""Until the soonest day; from it to the latest; a legal day."""
YEAR = 6
"""The columns that a year takes with a blank."""
STEPS = (1, 2, 3, 6, 12, 24)
"""Months between two names of the calendar: the fewest that leave room for them."""


def timeline(pen: Pen, plan: Roadmap, width: int) -> Iterator[RichText]:
    """Give the lines of a plan, none longer than a width."""
    yield from _columns(pen, plan, width) if width >= WIDE else _listed(pen, plan)


def _listed(pen: Pen, plan: Roadmap) -> Iterator[RichText]:
    for group, tasks in _groups(pen, plan):
        yield RichText(f"\n{group}", "bold")
        for task in tasks:
            yield RichText.assemble(
                (f"{task.number:>3}  ", "dim"),
                (" → ".join(map(pen.short_day, task.to_hold)), "bold" if task.critical else ""),
                f"  {_named(pen, task)}",
            )
            yield from (RichText(f"     {_sign(each)} {capital(each.said)}", "bold") for each in task.legal)


def _columns(pen: Pen, plan: Roadmap, width: int) -> Iterator[RichText]:
    label = int(width * LABEL)
    first = min([plan.start, *(task.begins for task in plan.tasks)]).replace(day=1)
    last = max([plan.end, *(task.to_hold[1] for task in plan.tasks)])
    months = _months(first, last) + 1
    scale = _Scale(first, months, width - label - 1)
    yield RichText(" " * (label + 1) + scale.years(), "dim")
    yield RichText(" " * (label + 1) + scale.names(pen.phrase("calendar.short-months").split()), "dim")
    for group, tasks in _groups(pen, plan):
        yield RichText(group, "bold")
        for task in tasks:
            named, *more = wrap(f"{task.number:>3} {_named(pen, task)}", label, subsequent_indent="    ")
            style = "bold" if task.critical else ""
            yield RichText.assemble((set_cell_size(named, label), style), " ", scale.bar(task))
            yield from (RichText(line, style) for line in more)
    yield RichText(f"\n{pen.phrase('plan.key')}", "dim")


def _named(pen: Pen, task: RoadmapTask) -> str:
    unsure = "" if task.certain else f" ({pen.phrase('depends')})"
    return f"{capital(task.who)} – {task.title}{unsure}"


def _groups(pen: Pen, plan: Roadmap) -> Iterator[tuple[str, Sequence[RoadmapTask]]]:
    titles = {
        group.number: pen.phrase("group", number=group.number, title=group.title, option=group.option)
        for group in plan.groups
    }
    for number, tasks in groupby(plan.tasks, key=lambda task: task.group):
        yield titles.get(number, ""), tuple(tasks)


def _sign(each: LegalDayPart) -> str:
    return WISHED if each.wished else DUE


def _months(first: date, day: date) -> int:
    return (day.year - first.year) * 12 + day.month - first.month


class _Scale:
    """Months from the first one on, over some columns."""

    def __init__(self, first: date, months: int, room: int) -> None:
        self._first, self._months = first, months
        self._each = max(1, room // months)
        """The columns of a month."""
        self._per = -(-months // room)
        """The months of a column, where there are more of them than columns."""
        self._width = -(-months // self._per) * self._each

    def at(self, day: date) -> int:
        """Give the column of a day."""
        month = _months(self._first, day)
        within = (day.day - 1) * self._each // 31
        return min(max(0, month // self._per * self._each + within), self._width - 1)

    def bar(self, task: RoadmapTask) -> str:
        """Draw an act."""
        begins, soonest, latest = map(self.at, (task.begins, *task.to_hold))
        cells = [" "] * self._width
        begins = min(begins, soonest)
        for place in range(begins, latest + 1):
            cells[place] = SURE if place <= soonest else LATER
        for each in task.legal:
            if self._first <= each.day and _months(self._first, each.day) < self._months:
                cells[self.at(each.day)] = _sign(each)
        return "".join(cells).rstrip()

    def names(self, short: Sequence[str]) -> str:
        """Name the months that there is room to name."""
        step = next((each for each in STEPS if each // self._per * self._each >= 6), STEPS[-1])
        shown = (day for day in self._days() if (day.month - 1) % min(step, 12) == 0)
        return self._written((day, short[day.month - 1]) for day in shown)

    def years(self) -> str:
        """Name the years where they begin, and the first where it begins if the next is not too near."""
        soon = -(-YEAR // self._each) * self._per
        named = (
            day for number, day in enumerate(self._days()) if day.month == 1 or (not number and day.month <= 13 - soon)
        )
        return self._written((day, str(day.year)) for day in named)

    def _days(self) -> Iterator[date]:
        return (add_months(self._first, number) for number in range(self._months))

    def _written(self, marks: Iterator[tuple[date, str]]) -> str:
        line = ""
        for day, words in marks:
            place = self.at(day)
            if (not line or cell_len(line) < place) and place + cell_len(words) <= self._width:
                line = f"{set_cell_size(line, place)}{words}"
        return line
