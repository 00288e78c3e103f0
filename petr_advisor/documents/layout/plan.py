"""The part of a document that says when: tasks by phase, the chart, dates to keep, the critical path."""

from collections.abc import Iterable, Iterator

from petr_advisor.documents.blocks import (
    Block,
    Bullets,
    Cell,
    Heading,
    Item,
    Line,
    Paragraph,
    PictureBlock,
    Run,
    Table,
    cell,
    plain,
)
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.model_roadmap import Milestone, Roadmap, RoadmapTask
from petr_advisor.words.typography import capital


def roadmap(pen: Pen) -> Iterator[Block]:
    """Lay out the roadmap, or say that there is none yet."""
    found = pen.report.roadmap
    yield Heading(level=1, text=pen.phrase("roadmap"), id="roadmap", new_page=found is not None)
    if found is None:
        yield Paragraph(line=plain(pen.phrase("no-roadmap")))
        return
    days = {"start": pen.day(found.start), "end": pen.day(found.end)}
    yield Paragraph(line=plain(pen.phrase("roadmap-text", option=found.title, **days)))
    if any(question.verdict == "tied" and found.option in question.retained for question in pen.report.questions):
        yield Paragraph(line=plain(pen.phrase("roadmap-tied")))
    if found.done:
        yield Heading(level=2, text=pen.phrase("supposed-done"), id="supposed-done", listed=False)
        yield Bullets(items=tuple(Item(line=plain(text)) for text in found.done))
    yield from (PictureBlock(picture=picture) for picture in found.pictures)
    yield from _phases(pen, found)
    yield from _critical_path(pen, found)
    yield from _milestones(pen, found.milestones)
    yield Heading(level=2, text=pen.phrase("assumptions"), id="assumptions")
    yield Bullets(items=tuple(Item(line=plain(text)) for text in found.assumptions))


def _phases(pen: Pen, found: Roadmap) -> Iterator[Block]:
    for phase in found.phases:
        title = pen.phrase("phase", number=phase.number, title=phase.title)
        yield Heading(level=2, text=title, id=f"phase-{phase.number}")
        tasks = [task for task in found.tasks if task.phase == phase.number]
        yield _tasks_table(pen, title, tasks) if tasks else Paragraph(line=plain(pen.phrase("no-task")))


def _tasks_table(pen: Pen, title: str, tasks: Iterable[RoadmapTask]) -> Table:
    keys = ("col-number", "col-task", "col-when", "col-decided", "col-text")
    rows = tuple(
        (
            cell(str(task.number)),
            tuple(_act(pen, task)),
            tuple(_when(pen, task)),
            cell(*map(capital, filter(None, (task.majority, task.silence)))) or cell(pen.phrase("none-noted")),
            (pen.cites(task.citations),),
        )
        for task in tasks
    )
    return Table(caption=title, header=tuple(map(pen.phrase, keys)), rows=rows, widths=(7, 34, 26, 17, 16))


def _act(pen: Pen, task: RoadmapTask) -> Iterator[Line]:
    yield (Run(text=task.who, style="strong"),)
    yield plain(capital(task.title))
    if task.note:
        yield (Run(text=task.note, style="note"),)
    if task.documents:
        yield pen.produced(task.documents)
    if task.kind != "step":
        yield (Run(text=capital(pen.duty(task.kind)), style="note"),)
    if not task.certain:
        yield (Run(text=capital(pen.phrase("depends")), style="note"),)


def _when(pen: Pen, task: RoadmapTask) -> Iterator[Line]:
    start, end = pen.day(task.start), pen.day(task.end)
    dates = pen.phrase("on-day", day=start) if start == end else pen.phrase("from-to", start=start, end=end)
    yield (Run(text=capital(dates), style="strong"),)
    yield plain(capital(task.duration))
    yield from (plain(capital(text)) for text in (task.timing, task.due_said) if text)
    waits = [pen.phrase("after-tasks", tasks=list(map(str, sorted(task.after))))] if task.after else []
    if task.critical:
        slack = pen.phrase("on-critical-path")
    else:
        slack = pen.phrase("task-slack", n=task.slack) if task.certain else pen.phrase("beside-the-path")
    yield (
        Run(
            text=capital(pen.listed([*waits, slack])),
            style="note",
        ),
    )


def _critical_path(pen: Pen, found: Roadmap) -> Iterator[Block]:
    yield Heading(level=2, text=pen.phrase("critical-path"), id="critical-path")
    tasks = " → ".join(str(number) for number in found.critical_path)
    yield Paragraph(line=plain(pen.phrase("critical-text", tasks=tasks)))


def _milestones(pen: Pen, found: tuple[Milestone, ...]) -> Iterator[Block]:
    yield Heading(level=2, text=pen.phrase("milestones"), id="milestones")
    if not found:
        yield Paragraph(line=plain(pen.phrase("no-milestone")))
        return
    keys = ("col-date", "col-what", "col-slack", "col-text")
    rows = tuple(
        (
            tuple(_day(pen, each)),
            cell(capital(each.title)),
            cell(capital(each.slack_said or pen.phrase("none-noted"))),
            (pen.cites(each.citations),),
        )
        for each in found
    )
    header = tuple(map(pen.phrase, keys))
    yield Table(caption=pen.phrase("milestones"), header=header, rows=rows, widths=(20, 40, 20, 20))


def _day(pen: Pen, each: Milestone) -> Cell:
    said = [each.origin_said, *([pen.phrase("yearly")] if each.yearly else [])]
    return (
        (Run(text=capital(pen.day(each.day)), style="strong"),),
        (Run(text=capital(", ".join(said)), style="note"),),
    )
