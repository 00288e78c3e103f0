"""A roadmap drawn as a Gantt chart in SVG: patterns and marks rather than colours, and a text that says the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

from petr_advisor.documents import roadmap_words as words
from petr_advisor.documents.drawing import INK, LEADING, PAPER, WIDTH, Canvas, wrap
from petr_advisor.documents.parts import DrawnPicture
from petr_advisor.inference.calendar import add_months
from petr_advisor.planning.roadmap import PHASES, KeyDate, Roadmap, Task
from petr_advisor.words.typography import capital
from petr_advisor.words.voice import Voice

LEFT, RIGHT = 306.0, 604.0
"""Edges of the part of the drawing that shows time; titles stand on its left, last days on its right."""
SMALL, BAR, TOP = 11.5, 12.0, 46.0
PHASE, KEY = 28.0, 66.0
"""Height of the head of a phase, and of the key to the bars."""
PAGE = 820.0
"""The tallest drawing that fits on a page under the head of its part."""
ACCENT = "#3d5a80"


def gantt_pictures(plan: Roadmap, voice: Voice, accent: str = ACCENT) -> tuple[DrawnPicture, ...]:
    """Draw a roadmap as SVG pictures that each fit on a page; text is text, nothing in it is markup."""
    sheets = _sheets(plan, voice)
    found = []
    for number, tasks in enumerate(sheets, 1):
        name, last = f"gantt-{number}", number == len(sheets)
        title = voice.phrase("chart-sheet" if len(sheets) > 1 else "chart", sheet=number, sheets=len(sheets))
        alt = gantt_alt(plan, voice, tasks, last=last)
        svg = _Chart(Canvas(name, title, alt, accent), plan, voice, tuple(tasks), last).draw()
        found.append(DrawnPicture(id=name, title=title, alt=alt, svg=svg))
    return tuple(found)


def gantt_alt(plan: Roadmap, voice: Voice, tasks: Sequence[Task] | None = None, *, last: bool = True) -> str:
    """Say in words what the chart shows."""
    lines = []
    for task in plan.tasks if tasks is None else tasks:
        critical = f", {voice.phrase('critical')}" if task.critical else ""
        what = f"{capital(voice.say(task.who))}, {voice.say(task.does)}"
        origin = voice.phrase(f"time.{task.duration.origin}")
        lines.append(f"{plan.number(task.id)}. {what}, {words.dates(task, voice)} ({origin}{critical}).")
    if last:
        lines += [f"{capital(voice.day(each.day))}, {voice.say(each.title)}." for each in plan.key_dates]
    return " ".join(lines)


def _sheets(plan: Roadmap, voice: Voice) -> list[list[Task]]:
    """Share the tasks among sheets: as many as fit on a page with the heads of their phases, the key on the last."""
    key = KEY + sum(len(lines) * SMALL * LEADING + 4 for _, lines in _key_lines(plan, voice))
    sheets: list[list[Task]] = [[]]
    height = TOP
    for place, task in enumerate(plan.tasks):
        head = 0 if sheets[-1] and sheets[-1][-1].phase == task.phase else PHASE
        needed = head + _height(task, voice)
        room = PAGE - (key if place == len(plan.tasks) - 1 else KEY)
        if sheets[-1] and height + needed > room:
            sheets.append([])
            height, needed = TOP, PHASE + _height(task, voice)
        sheets[-1].append(task)
        height += needed
    return [sheet for sheet in sheets if sheet]


def _covered(plan: Roadmap) -> list[KeyDate]:
    """Give the dates to keep that fall within the chart."""
    return [each for each in plan.key_dates if plan.start <= each.day <= _end(plan)]


def _key_lines(plan: Roadmap, voice: Voice) -> list[tuple[str, list[str]]]:
    """Give the letter and the words of each date marked on the chart."""
    found = []
    for number, each in enumerate(_covered(plan)):
        slack = words.slack(each, plan, voice)
        text = f"{capital(voice.day(each.day))} – {voice.say(each.title)}"
        text += f" ({slack})" if slack else ""
        found.append((_letter(number), wrap(text, WIDTH - 24, size=SMALL, most=2)))
    return found


def _end(plan: Roadmap) -> date:
    return add_months(plan.last_day.replace(day=1), 1)


def _label(task: Task, voice: Voice) -> list[str]:
    what = f"{capital(voice.say(task.who))} – {voice.say(task.does)}"
    return wrap(what, LEFT - 37, size=SMALL, most=3)


def _height(task: Task, voice: Voice) -> float:
    return max(len(_label(task, voice)) * SMALL * LEADING, 18.0) + 7


@dataclass(frozen=True)
class _Chart:
    canvas: Canvas
    plan: Roadmap
    voice: Voice
    tasks: tuple[Task, ...]
    """The tasks on this sheet."""
    last: bool
    """Whether the dates marked are named under it."""

    def draw(self) -> str:
        """Draw the rows, then what runs across them, then the legend."""
        behind, y = len(self.canvas.root), TOP
        for phase in PHASES:
            tasks = [task for task in self.tasks if task.phase == phase]
            if tasks:
                y += 8
                self._bold(0, y + 13, f"{phase}. {self.voice.phrase(f'phase.{phase}')}")
                y += PHASE - 8
            for task in tasks:
                y += self._row(task, y)
        drawn = len(self.canvas.root)
        self._axis(y)
        lines = self.canvas.root[drawn:]
        del self.canvas.root[drawn:]
        self.canvas.root[behind:behind] = lines
        self._key_dates(y)
        return self.canvas.finish(self._legend(y + 22))

    @property
    def _end(self) -> date:
        return _end(self.plan)

    def _x(self, value: date) -> float:
        start = self.plan.start.replace(day=1)
        return LEFT + (RIGHT - LEFT) * (value - start).days / max((self._end - start).days, 1)

    def _row(self, task: Task, y: float) -> float:
        """Draw a task: number and title, bar, last day; gives the height."""
        lines, height = _label(task, self.voice), _height(task, self.voice)
        number = f"{self.plan.number(task.id)}{'' if task.certain else '?'}"
        self.canvas.text(21, y + SMALL, number, size=SMALL, anchor="end", style="muted")
        self.canvas.lines(27, y + SMALL, lines, size=SMALL)
        middle = y + (height - 7) / 2
        left, width = self._x(task.start), max(self._x(task.finish) - self._x(task.start), 3.0)
        fill = {"law": "accent", "advice": "hatch", "assumption": "none"}[task.duration.origin]
        self._bar(left, middle - BAR / 2, width, fill)
        if task.critical:
            self._thick(left, middle + BAR / 2 + 3, width)
        if task.due and task.due.origin != "planned" and self.plan.start <= task.due.day <= self._end:
            self._diamond(self._x(task.due.day), middle)
        self.canvas.text(WIDTH, middle + 4, self.voice.short_day(task.finish), size=SMALL, anchor="end")
        self.canvas.line([(0, y + height - 2), (WIDTH, y + height - 2)], style="rule")
        return height

    def _bar(self, x: float, y: float, width: float, fill: str) -> None:
        self.canvas.rect(x, y, width, BAR, fill)
        if fill == "none":
            self.canvas.root[-1].set("fill", PAPER)
            self.canvas.root[-1].set("class", "shape paper")

    def _thick(self, x: float, y: float, width: float) -> None:
        self.canvas.line([(x, y), (x + width, y)])
        self.canvas.root[-1].set("stroke-width", "3")

    def _diamond(self, x: float, y: float, side: float = 6) -> None:
        points = f"{x:.1f},{y - side:.1f} {x + side:.1f},{y:.1f} {x:.1f},{y + side:.1f} {x - side:.1f},{y:.1f}"
        attributes = {"points": points, "fill": INK, "stroke": "#ffffff", "stroke-width": "1", "class": "dot"}
        ET.SubElement(self.canvas.root, "polygon", attributes)

    def _bold(self, x: float, y: float, text: str) -> None:
        self.canvas.text(x, y, text, size=SMALL + 1)
        self.canvas.root[-1].set("font-weight", "bold")

    def _axis(self, bottom: float) -> None:
        """Draw a line each quarter, half-year or year, whichever leaves room for its name."""
        first = self.plan.start.replace(day=1)
        months = (self._end.year - first.year) * 12 + self._end.month - first.month
        step = next((each for each in (1, 2, 3, 6, 12) if months / each <= 8), 24)
        names = self.voice.phrase("calendar.short-months").split()
        for number in range(months + 1):
            tick = add_months(first, number)
            if (tick.month - 1) % min(step, 12) == 0 and (step < 24 or tick.year % 2 == 0):
                x = self._x(tick)
                self.canvas.line([(x, 2), (x, bottom)], style="rule")
                self.canvas.text(
                    x + 2,
                    11,
                    names[tick.month - 1],
                    size=SMALL,
                    style="muted",
                )
                self.canvas.text(x + 2, 23, str(tick.year), size=SMALL, style="muted")

    def _key_dates(self, bottom: float) -> None:
        """Draw a dashed line for each date to keep that the chart covers, named by a letter."""
        for number, each in enumerate(_covered(self.plan)):
            x = self._x(each.day)
            self.canvas.line([(x, TOP - 8), (x, bottom)], dashed=True)
            self._bold(x - 4, TOP - 11, _letter(number))

    def _legend(self, y: float) -> float:
        x = 0.0
        for origin, fill in (("law", "accent"), ("advice", "hatch"), ("assumption", "none")):
            text = capital(self.voice.phrase(f"time.{origin}"))
            self._bar(x, y, 22, fill)
            self.canvas.text(x + 28, y + 10, text, size=SMALL)
            x += 28 + 6.2 * len(text) + 18
        y += 20
        self._thick(0, y + 6, 22)
        self.canvas.text(28, y + 10, capital(self.voice.phrase("critical")), size=SMALL)
        self._diamond(160, y + 6)
        self.canvas.text(172, y + 10, capital(self.voice.phrase("due.law")), size=SMALL)
        self.canvas.text(300, y + 10, f"4? {self.voice.phrase('depends')}", size=SMALL)
        y += 20
        for letter, lines in _key_lines(self.plan, self.voice) if self.last else ():
            self._bold(0, y + 10, letter)
            self.canvas.lines(18, y + 10, lines, size=SMALL)
            y += len(lines) * SMALL * LEADING + 4
        return y + 4


def _letter(number: int) -> str:
    return chr(ord("A") + number) if number < 26 else f"A{number - 25}"
