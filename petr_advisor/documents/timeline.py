"""The course drawn in time on a few lines: its acts where it is one way, its parts where there are several."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from petr_advisor.documents.drawing import LEADING, SIZE, drawn, wrap
from petr_advisor.documents.model_roadmap import Roadmap, RoadmapGroup, RoadmapTask
from petr_advisor.documents.parts import Picture
from petr_advisor.inference.calendar import add_months
from petr_advisor.words.typography import capital
from petr_advisor.words.voice import Voice

LEFT, RIGHT = 300.0, 590.0
"""Edges of the part that shows time; last days stand on its right."""
LINE = SIZE * LEADING
TOP, KEY = 34.0, 30.0
"""Height of the names of months, of a row of the key."""
MOST_WAYS, MOST_ACTS = 9, 7
"""How many lines are drawn: a way each of several questions, an act each of one."""
MOST_LINES = 6
"""Lines of a name: as many as the longest has, none being cut."""
STEPS = (1, 2, 3, 6, 12, 24)
"""Months between two lines of the calendar: the fewest that leave room for their names."""


class Bar(NamedTuple):
    """A line of the drawing: a part of the course, or an act."""

    label: str
    begins: date
    soonest: date
    latest: date
    votes: tuple[date, ...]
    """The last days on which something is voted."""
    due: tuple[tuple[date, date], ...]
    """The legal days of its acts, at the shortest and at the longest."""
    wished: tuple[date, ...]
    """The days that the State only aims at."""
    ends: tuple[date, ...]
    """Of the legal days, those that no text fixes by themselves: the last days of schemes of contracts."""


def timeline(voice: Voice, plan: Roadmap, accent: str) -> Picture | None:
    """Draw a plan on a few lines; None where it has nothing to draw."""
    bars = _bars(voice, plan)
    if not bars:
        return None
    first = min(plan.start, *(bar.begins for bar in bars)).replace(day=1)
    last = add_months(max(bar.latest for bar in bars).replace(day=1), 1)

    def x(day: date) -> float:
        return LEFT + (RIGHT - LEFT) * (day - first).days / max((last - first).days, 1)

    rows, y = [], TOP
    for bar in bars:
        label = wrap(bar.label, LEFT - 10, most=MOST_LINES)
        height = len(label) * LINE + 6
        row = {"y": y, "height": height, "label": label, "x": x(bar.begins), "soonest": x(bar.soonest)}
        inside = [(x(early), x(late)) for early, late in bar.due if first <= early and late < last]
        row |= {"width": max(x(bar.latest) - x(bar.begins), 3.0), "finish": voice.short_day(bar.latest)}
        wished = [x(day) for day in bar.wished if first <= day < last]
        rows.append(row | {"votes": [x(day) for day in bar.votes], "due": inside, "wished": wished})
        y += height
    any_wished = any(row["wished"] for row in rows)
    return drawn(
        "timeline",
        "timeline",
        voice.phrase("note.timeline"),
        _alt(voice, bars),
        accent,
        height=y + KEY * (2 if any_wished else 1),
        top=TOP,
        bottom=y,
        ticks=list(_ticks(voice, first, last, x)),
        rows=rows,
        said={key: voice.phrase(f"note.key-{key}") for key in ("vote", "soonest", "wished")}
        | {"due": voice.phrase("note.key-due-or-end" if any(bar.ends for bar in bars) else "note.key-due")},
        any_due=any(row["due"] for row in rows),
        any_wished=any_wished,
    )


def drawn_apart(plan: Roadmap) -> frozenset[int]:
    """Give the numbers of the tasks that have a line of their own."""
    return frozenset(() if len(plan.groups) > 1 else (task.number for task in _acts(plan)))


def _bars(voice: Voice, plan: Roadmap) -> list[Bar]:
    if len(plan.groups) > 1:
        doing = [task for task in plan.tasks if not task.milestone]
        return [_bar(*part) for group in plan.groups if (part := _part(voice, group, doing))][:MOST_WAYS]
    return [_bar(voice.labelled(task.who, task.title), [task]) for task in _acts(plan)]


def _acts(plan: Roadmap) -> list[RoadmapTask]:
    """Give the acts of a plan of one part that are drawn: all that are sure, or those that matter most."""
    acts = [task for task in plan.tasks if task.certain and not task.milestone]
    kept = acts if len(acts) <= MOST_ACTS else [task for task in acts if task.critical or task.majority or task.legal]
    return kept[:MOST_ACTS]


def _part(voice: Voice, group: RoadmapGroup, doing: Sequence[RoadmapTask]) -> tuple[str, list[RoadmapTask]] | None:
    """Give the name and the acts of a part of the plan: those that are sure, or all of a part that none is of."""
    own = [task for task in doing if task.group == group.number]
    sure = [task for task in own if task.certain]
    label = f"{group.number}. {_done_by(voice, sure or own) if own and group.completes else group.option}"
    if own and not sure:
        return f"{label} ({voice.phrase('depends')})", own
    return (label, sure) if sure else None


def _done_by(voice: Voice, acts: Sequence[RoadmapTask]) -> str:
    """Say with which acts ends a part of which the option itself asks for nothing to be done."""
    last = max(task.to_hold[1] for task in acts)
    return voice.listed(
        (voice.phrase("running.act", who=task.who, does=task.title) for task in acts if task.to_hold[1] == last),
        "semicolon",
    )


def _bar(label: str, tasks: Sequence[RoadmapTask]) -> Bar:
    return Bar(
        capital(label),
        min(min(task.begins, task.soonest, task.to_hold[0]) for task in tasks),
        max(task.to_hold[0] for task in tasks),
        max(task.to_hold[1] for task in tasks),
        tuple(task.to_hold[1] for task in tasks if task.majority),
        tuple(day for task in tasks for day in _due(task)),
        tuple(each.day for task in tasks for each in task.legal if each.wished),
        tuple(each.day for task in tasks for each in task.legal if each.of_a_scheme),
    )


def _due(task: RoadmapTask) -> Iterator[tuple[date, date]]:
    """Give the days of the law that an act has to keep: its own, and that for which a vote leaves what follows time."""
    yield from ((each.first or each.day, each.day) for each in task.legal if not each.wished)
    if task.in_time:
        yield task.in_time[2], task.in_time[2]


def _ticks(voice: Voice, first: date, last: date, x: Callable[[date], float]) -> Iterator[tuple[float, str, int]]:
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((each for each in STEPS if months / each <= 7), STEPS[-1])
    names = voice.phrase("calendar.short-months").split()
    for tick in (add_months(first, number) for number in range(months)):
        if (tick.year * 12 + tick.month - 1) % step == 0:
            yield x(tick), names[tick.month - 1], tick.year


def _alt(voice: Voice, bars: Sequence[Bar]) -> str:
    """Say in words what the drawing shows: each line, its votes, the days by which the law or the State wants it."""
    return " ".join(f"{voice.labelled(bar.label, voice.listed(_said(voice, bar)))}." for bar in bars)


def _said(voice: Voice, bar: Bar) -> Iterator[str]:
    yield voice.phrase("plan-in-short", start=bar.begins, soonest=bar.soonest, latest=bar.latest)
    if bar.votes:
        yield voice.phrase("note.alt-votes", days=sorted(set(bar.votes)))
    spans = sorted({(late, early) for early, late in bar.due if late not in bar.ends})
    if spans:
        between = [voice.phrase("note.day-between", first=early, day=late) if early < late else voice.day(late)
                   for late, early in spans]  # fmt: skip
        yield voice.phrase("note.alt-due", days=between)
    if bar.ends:
        yield voice.phrase("note.alt-ends", days=sorted(set(bar.ends)))
    if bar.wished:
        yield voice.phrase("note.alt-wished", days=sorted(set(bar.wished)))
