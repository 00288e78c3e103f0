"""What to do and when, and what to find out: sheets to tick off."""

from datetime import date

from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.model_matters import SettlePart
from petr_advisor.documents.model_roadmap import CalledVote, LegalDayPart, Roadmap, RoadmapTask, Turn
from petr_advisor.documents.renderers.workbook.page import Formula, Page
from petr_advisor.words.typography import capital

CALENDAR = (5, 42, 22, 11, 11, 11, 11, 20, 20, 11, 9, 34)
POINTS = (5, 48, 36, 40, 9, 34, 22, 12)


def calendar(page: Page, pen: Pen, plan: Roadmap) -> None:
    """Lay out the acts of the plan with their days, then the dates to reckon with."""
    page.line(pen.phrase("book.calendar"), look="title")
    page.wide(pen.phrase("book.calendar-text", start=plan.start, end=_end(plan)), len(CALENDAR))
    if plan.beside_until:
        page.wide(pen.phrase("roadmap-beside", last=pen.day(plan.beside_until)), len(CALENDAR))
    keys = ("col-number", "col-does", "col-who", "book.soonest", "book.begins", "book.latest", "book.legal-day",
            "book.majority", "book.silence-said", "book.done-on", "book.days-left", "book.legal-state")  # fmt: skip
    told = {turn.day for task in plan.tasks for turn in task.turns}
    kept = [each for each in plan.milestones if not each.clock or each.day not in told]
    said = any(_states(task) for task in plan.tasks) or any(each.unmet_said for each in kept)
    if any(each.first for task in plan.tasks for each in task.legal):
        page.wide(pen.phrase("book.calendar-prudent"), len(CALENDAR))
    page.heads(map(pen.phrase, keys if said else keys[:-1]))
    for task in plan.tasks:
        row = page.row
        page.put(1, task.number, kind="number")
        page.put(2, _named(pen, task))
        page.put(3, task.who)
        first, last = task.to_hold
        page.put(4, first, kind="day")
        page.put(5, min(task.begins, last), kind="day")
        page.put(6, last, kind="day")
        page.put(7, _last_day(task), "strong", "day")
        page.put(8, task.majority)
        page.put(9, task.silence)
        page.put(10, None, "input", "day")
        page.put(11, _left(pen, f'IF(G{row}<>"",G{row},F{row})', f"J{row}"), kind="number")
        page.put(12, _states(task))
        page.row += 1
        for turn in task.turns:
            _turn(page, pen, task.number, turn)
        for vote in plan.called:
            if vote.task == task.number:
                _called(page, pen, vote)
    if kept:
        page.row += 1
        page.put(2, pen.phrase("book.dates"), "strong")
        page.row += 1
    for milestone in kept:
        page.put(2, milestone.title)
        page.put(3, capital(milestone.origin_said))
        page.put(7, milestone.day, "strong", "day")
        page.put(11, _left(pen, f"G{page.row}"), kind="number")
        page.put(12, capital(milestone.unmet_said) if milestone.unmet_said else None)
        page.row += 1


def _left(pen: Pen, day: str, done: str | None = None) -> Formula:
    """Count the days left until a day, nothing once it is done; of a day that is over, that alone is told."""
    left = f'IF({day}<TODAY(),"{pen.phrase("book.day-over")}",{day}-TODAY())'
    return Formula(f'IF({done}<>"","",{left})' if done else left)


def _end(plan: Roadmap) -> date:
    """Give the last day that a row of the calendar has, told apart where it is beside the plan."""
    own = [task.to_hold[1] for task in plan.tasks if not task.beside]
    return max([plan.end, *own, *(vote.to_hold[1] for vote in plan.called)])


def _last_day(task: RoadmapTask) -> date | None:
    """Give the first day that may be the last one: one that runs from an act of the plan comes no later by itself."""
    days = (each.first or each.day for each in task.legal if not each.wished)
    return None if task.turns else min(days, default=None)


def _states(task: RoadmapTask) -> str | None:
    """Say whether its days are kept, between which days they move, and what another reading makes of them."""
    kept = [task.dates_said] if task.once_kept or task.in_time else []
    return None if task.turns else "\n".join(map(capital, (*kept, *(_said(each) for each in task.legal)))) or None


def _said(each: LegalDayPart) -> str:
    return f"{each.said} – {each.second_hand}" if each.second_hand else each.said


def _named(pen: Pen, task: RoadmapTask) -> str:
    """Name an act, with what it hangs on and the day that the State aims at, which is in no column of the law."""
    wished = (pen.phrase("book.wished", day=each.day) for each in task.legal if each.wished)
    more = [*wished, *([] if task.certain else [pen.phrase("depends")])]
    return f"{capital(task.title)} ({pen.listed(more, 'semicolon')})" if more else capital(task.title)


def _turn(page: Page, pen: Pen, task: int, turn: Turn) -> None:
    """Lay out what some members may still do in a vote under way, below it: each has its own last day."""
    row = page.row
    page.put(1, task, kind="number")
    page.put(2, capital(turn.does))
    page.put(3, turn.who)
    page.put(7, turn.day, "strong", "day")
    page.put(10, None, "input", "day")
    page.put(11, _left(pen, f"G{row}", f"J{row}"), kind="number")
    page.row += 1


def _called(page: Page, pen: Pen, vote: CalledVote) -> None:
    """Lay out a vote of a procedure that an act calls, below it."""
    row = page.row
    page.put(1, vote.task, kind="number")
    page.put(2, capital(vote.does) if vote.certain else f"{capital(vote.does)} ({pen.phrase('depends')})")
    page.put(3, vote.who)
    first, last = vote.brought if vote.in_time and vote.brought else (vote.soonest, vote.latest)
    page.put(4, first, kind="day")
    page.put(6, last, kind="day")
    page.put(8, vote.majority)
    page.put(9, vote.silence)
    page.put(10, None, "input", "day")
    page.put(11, _left(pen, f"F{row}", f"J{row}"), kind="number")
    page.put(12, capital(vote.in_time) if vote.in_time else None)  # there is such a column: the task misses that day
    page.row += 1


def points(page: Page, pen: Pen, found: tuple[SettlePart, ...]) -> None:
    """Lay out the points to find out, with room for the answer."""
    page.line(pen.phrase("book.points"), look="title")
    page.wide(pen.phrase("book.points-text"), len(POINTS))
    if said := pen.report.provisional:
        page.wide(said, len(POINTS))
    keys = ("col-number", "book.question", "book.why", "book.where", "book.decisive", "book.answer", "book.asked-of",
            "book.answered-on")  # fmt: skip
    page.heads(map(pen.phrase, keys))
    for number, part in enumerate(found, 1):
        page.put(1, number, kind="number")
        page.put(2, part.question)
        page.put(3, part.why)
        page.put(4, part.where)
        page.put(5, pen.phrase("book.yes" if part.decisive else "book.no"))
        page.put(6, None, "input")
        page.put(7, None, "input")
        page.put(8, None, "input", "day")
        page.row += 1
