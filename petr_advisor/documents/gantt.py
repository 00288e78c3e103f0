"""A roadmap drawn as a Gantt chart: patterns and marks rather than colours, and a text that says the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from petr_advisor.documents import roadmap_words as words
from petr_advisor.documents.drawing import LEADING, SIZE, WIDTH, drawn, wide, wrap
from petr_advisor.documents.parts import Picture
from petr_advisor.inference.calendar import add_months
from petr_advisor.planning.model import Roadmap, Task
from petr_advisor.words.typography import capital
from petr_advisor.words.voice import Voice

LEFT, RIGHT, NUMBERS = 310.0, 562.0, 27.0
"""Edges of the part that shows time, last days and lengths on its right; the width of the numbers of tasks."""
LINE = SIZE * LEADING
TOP, HEAD, KEY = 52.0, 30.0, 72.0
"""Height of the names of months and dates, of the head of a part, and of the key to the bars."""
KEY_ROW, SIGN = 22.0, 28.0
"""Between two rows of the key; the width of a sign with the space after it."""
PAGE, FRAME = 940.0, 2.0
"""The tallest drawing that fits on a page with its caption; what its frame takes."""
ACCENT = "#3d5a80"
MOST_LINES = 6
"""Lines of a name: as many as the longest has, none being cut."""
STEPS = (1, 2, 3, 6, 12, 24)
"""Months between two lines of the calendar: the fewest that leave room for their names."""


class Mark(NamedTuple):
    """A day marked on the chart by a letter, and what it is."""

    letter: str
    day: date
    text: str


class Head(NamedTuple):
    """The head of a part of the plan, on the sheet and at the height where its first task there stands."""

    y: float
    text: str


class Sign(NamedTuple):
    """A sign of the key: what it is, where, and its words."""

    kind: str
    x: float
    y: float
    words: str


class Row(NamedTuple):
    """A task as it is drawn."""

    y: float
    height: float
    task: Task
    number: str
    label: list[str]
    takes: list[str]
    """How long it takes, on as many lines as that needs."""


@dataclass(frozen=True)
class Chart:
    """A roadmap to be drawn, in one language."""

    plan: Roadmap
    voice: Voice
    today: date | None

    @property
    def start(self) -> date:
        """The first day of the calendar."""
        return self.plan.start.replace(day=1)

    @property
    def end(self) -> date:
        """The day after the last of the calendar."""
        return add_months(self.plan.last_day.replace(day=1), 1)

    def x(self, day: date) -> float:
        """Place a day."""
        return LEFT + (RIGHT - LEFT) * (day - self.start).days / max((self.end - self.start).days, 1)

    def within(self, day: date) -> bool:
        """Tell whether a day is on the chart."""
        return self.plan.start <= day <= self.end

    def marks(self) -> list[Mark]:
        """Give the dates to keep that fall within the chart, and the day it is made when the plan has begun."""
        found = []
        for each in self.plan.key_dates:
            unmet = words.unmet(each, self.voice)
            found.append((each.day, self.voice.say(each.title) + (f" ({unmet})" if unmet else "")))
        if self.plan.wish:
            found.append((self.plan.wish.day, self.voice.phrase("wish-task")))
        if self.today and self.today > self.plan.start:
            found.append((self.today, self.voice.phrase("chart-today")))
        said = [(day, f"{capital(self.voice.day(day))} – {text}") for day, text in sorted(found) if self.within(day)]
        return [Mark(_letter(number), day, text) for number, (day, text) in enumerate(said)]

    def ticks(self) -> Iterator[tuple[float, str, int]]:
        """Give the lines of the calendar: where, the month in short, the year."""
        months = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month
        step = next((each for each in STEPS if months / each <= 7), STEPS[-1])
        names = self.voice.phrase("calendar.short-months").split()
        for tick in (add_months(self.start, number) for number in range(months)):
            if (tick.year * 12 + tick.month - 1) % step == 0:
                yield self.x(tick), names[tick.month - 1], tick.year

    def label(self, task: Task) -> list[str]:
        """Name a task on as many lines as it takes."""
        what = f"{capital(self.voice.say(task.who))} – {self.voice.say(task.does)}"
        return wrap(what, LEFT - NUMBERS - 8, most=MOST_LINES)

    def takes(self, task: Task) -> list[str]:
        """Say how long a task takes, beside its bar."""
        return wrap(short_length(task, self.voice), WIDTH - RIGHT - 6, most=MOST_LINES)

    def sheets(self) -> list[list[Head | Row]]:
        """Share the tasks among sheets: as many as fit on a page with the heads of their parts and the key."""
        last_key = KEY + sum(len(_note(mark)) * LINE + 4 for mark in self.marks())
        sheets: list[list[Head | Row]] = [[]]
        y, group = TOP, None
        for place, task in enumerate(self.plan.tasks):
            room = PAGE - FRAME - (last_key if place == len(self.plan.tasks) - 1 else KEY)
            label, takes = self.label(task), self.takes(task)
            height = max(len(label), 1 + len(takes)) * LINE + 8  # the last day stands above how long it takes
            if sheets[-1] and y + height + (0 if task.group == group else HEAD) > room:
                sheets.append([])
                y, group = TOP, None
            if task.group != group:
                sheets[-1].append(self.head(y, task.group))
                y, group = y + HEAD, task.group
            number = f"{self.plan.number(task.id)}{'' if task.certain else '?'}"
            sheets[-1].append(Row(y, height, task, number, label, takes))
            y += height
        return [sheet for sheet in sheets if sheet]

    def head(self, y: float, group: str) -> Head:
        """Name a part of the plan."""
        number, found = next((n, each) for n, each in enumerate(self.plan.groups, 1) if each.id == group)
        return Head(y, wrap(f"{number}. {self.voice.say(found.title)}", LEFT, most=1)[0])


def short_length(task: Task, voice: Voice) -> str:
    """Say how long a task takes by habit, in as few words as a chart has room for."""
    if task.takes is None or not task.takes.longest.n or task.takes.shortest == task.takes.longest:
        return words.takes(task, voice)
    return voice.phrase("chart.range", shortest=voice.span(task.takes.shortest), longest=voice.span(task.takes.longest))


def gantt_pictures(plan: Roadmap, voice: Voice, accent: str = ACCENT, today: date | None = None) -> tuple[Picture, ...]:
    """Draw a roadmap as SVG pictures that each fit on a page; text is text, nothing in it is markup."""
    chart = Chart(plan, voice, today)
    sheets = chart.sheets()
    return tuple(_sheet(chart, sheet, accent, number, len(sheets)) for number, sheet in enumerate(sheets, 1))


def _sheet(chart: Chart, sheet: Sequence[Head | Row], accent: str, number: int, sheets: int) -> Picture:
    """Draw one sheet; the dates marked are named under the last."""
    voice, last = chart.voice, number == sheets
    rows = [each for each in sheet if isinstance(each, Row)]
    bottom = rows[-1].y + rows[-1].height
    notes = [(mark.letter, _note(mark)) for mark in chart.marks()] if last else []
    return drawn(
        "gantt",
        f"gantt-{number}",
        voice.phrase("chart-sheet" if sheets > 1 else "chart", sheet=number, sheets=sheets),
        gantt_alt(chart.plan, voice, [row.task for row in rows], last=last),
        accent,
        height=bottom + KEY + sum(len(lines) * LINE + 4 for _, lines in notes),
        top=TOP,
        bottom=bottom,
        right=RIGHT,
        numbers=NUMBERS,
        ticks=list(chart.ticks()),
        finish=voice.phrase("chart.finish"),
        marks=_apart([(chart.x(mark.day), mark.letter) for mark in chart.marks()]),
        heads=[each for each in sheet if isinstance(each, Head)],
        rows=[_row(chart, row) for row in rows],
        notes=notes,
        key=_key(chart.voice, rows, bottom),
    )


def _row(chart: Chart, row: Row) -> dict[str, object]:
    """Give what the template draws of a task."""
    task, (first, last) = row.task, row.task.to_hold
    left = chart.x(min(task.begins, last))
    shown = [each for each in task.legal if chart.within(each.first) and chart.within(each.day)]
    legal = next((each for each in shown if not each.wished), None)
    wished = next((each for each in shown if each.wished), None)
    return {
        "y": row.y,
        "height": row.height,
        "number": row.number,
        "label": row.label,
        "x": left,
        "width": max(chart.x(last) - left, 3.0),
        "origin": task.origin,
        "critical": task.critical,
        "certain": task.certain,
        "soonest": chart.x(first),
        "due": (chart.x(legal.first), chart.x(legal.day)) if legal else None,
        "wished": chart.x(wished.day) if wished else None,
        "finish": chart.voice.short_day(last),
        "takes": row.takes,
    }


def gantt_alt(plan: Roadmap, voice: Voice, tasks: Sequence[Task], *, last: bool) -> str:
    """Say in words what a sheet of the chart shows."""
    lines = []
    for task in tasks:
        critical = f", {voice.phrase('critical')}" if task.critical else ""
        what = f"{capital(voice.say(task.who))}, {voice.say(task.does)}"
        origin = voice.phrase(f"chart.{task.origin}")
        lines.append(f"{plan.number(task.id)}. {what}, {words.dates(task, voice)} ({origin}{critical}).")
    if last:
        lines += [f"{capital(voice.day(each.day))}, {voice.say(each.title)}." for each in plan.key_dates]
    return " ".join(lines)


def _key(voice: Voice, rows: Sequence[Row], bottom: float) -> list[Sign]:
    """Lay out the key in as many rows as it takes, the last words of each sign before the next one."""
    unsure = next((row.number for row in rows if not row.task.certain), None)
    told = [(kind, capital(voice.phrase(f"chart.{kind}"))) for kind in ("law", "practice", "advice")]
    told += [("soonest", voice.phrase("chart.soonest")), ("critical", capital(voice.phrase("critical")))]
    days = {each.wished for row in rows for each in row.task.legal}
    told += [("due", capital(voice.phrase("chart.due")))] if False in days else []
    told += [("wished", capital(voice.phrase("chart.wished")))] if True in days else []
    told += [("unsure", f"{unsure} {voice.phrase('depends')}")] if unsure else []
    signs, x, y = [], 0.0, bottom + 27
    for kind, said in told:
        if x and x + SIGN + wide(said) > WIDTH:
            x, y = 0.0, y + KEY_ROW
        signs.append(Sign(kind, x, y, said))
        x += SIGN + wide(said) + 20
    return signs


def _apart(marks: list[tuple[float, str]]) -> list[tuple[float, str, float]]:
    """Move letters that would stand on one another: where the line is, the letter, where the letter is."""
    placed: list[tuple[float, str, float]] = []
    for x, letter in marks:
        free = placed[-1][2] + wide(placed[-1][1]) / 2 + wide(letter) / 2 + 3 if placed else x
        placed.append((x, letter, max(x, free)))
    return placed


def _note(mark: Mark) -> list[str]:
    return wrap(mark.text, WIDTH - 24, most=2)


def _letter(number: int) -> str:
    return chr(ord("A") + number) if number < 26 else f"A{number - 25}"
