"""The part of a document that says when: warnings, the chart, tasks by line of the course, dates, rights of others."""

from collections.abc import Iterable, Iterator

from petr_advisor.documents.blocks import (
    Block,
    Bullets,
    Callout,
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
from petr_advisor.documents.model_roadmap import CalledVote, Milestone, Roadmap, RoadmapTask
from petr_advisor.planning.model import LATE
from petr_advisor.words.typography import capital


def roadmap(pen: Pen, *, brief: bool = False) -> Iterator[Block]:
    """Lay out the roadmap, or say that there is none and why; in brief, without what the chart shows too."""
    found = pen.report.roadmap
    yield Heading(level=1, text=pen.phrase("roadmap"), id="roadmap", new_page=found is not None and not brief)
    if found is None:
        yield from (Paragraph(line=plain(text)) for text in [pen.report.no_roadmap] if text)
        return
    days = {"start": pen.day(found.start), "soonest": pen.day(found.soonest), "end": pen.day(found.end)}
    yield Paragraph(line=plain(pen.phrase("roadmap-text", **days)))
    if found.beside_until:
        yield Paragraph(line=plain(pen.phrase("roadmap-beside", last=pen.day(found.beside_until))))
    yield from warned(pen)
    if found.done:
        yield Heading(level=2, text=pen.phrase("supposed-done"), id="supposed-done", listed=False)
        yield Bullets(items=tuple(Item(line=plain(text)) for text in found.done))
    yield from (PictureBlock(picture=picture) for picture in found.pictures)
    yield from _groups(pen, found)
    if not brief:
        yield from _critical_path(pen, found)
    if not brief or found.milestones or found.restraints:
        yield from _milestones(pen, found)
    yield from _third_parties(pen, found)
    yield Heading(level=2, text=pen.phrase("assumptions"), id="assumptions")
    yield Bullets(items=tuple(Item(line=plain(text)) for text in found.assumptions))


def warned(pen: Pen) -> Iterator[Block]:
    """Frame the legal dates in danger and what is said of the wished day; nothing when all is well."""
    found = pen.report.roadmap
    if found is None:
        return
    if found.wish_said:
        yield Paragraph(line=(Run(text=found.wish_said, style="strong"),))
    if found.warnings:
        lines: tuple[Line, ...] = tuple(map(plain, found.warnings))
        yield Callout(title=pen.phrase("roadmap-warnings"), lines=lines, tone="warning")


def _groups(pen: Pen, found: Roadmap) -> Iterator[Block]:
    for group in found.groups:
        tasks = [task for task in found.tasks if task.group == group.number]
        if tasks:
            title = pen.phrase("group", number=group.number, title=group.title, option=group.option)
            yield Heading(level=2, text=title, id=f"plan-{group.number}")
            yield _tasks_table(pen, title, tasks, found.called)


def _tasks_table(pen: Pen, title: str, tasks: Iterable[RoadmapTask], called: Iterable[CalledVote]) -> Table:
    """Lay out tasks, each followed by the votes of the procedures that it calls."""
    keys = ("col-number", "col-task", "col-when", "col-decided", "col-text")
    votes = tuple(called)
    rows: list[tuple[Cell, ...]] = []
    for task in tasks:
        rows.append((cell(str(task.number)), tuple(_act(pen, task)), tuple(_when(pen, task)), *_decided(pen, task)))
        rows += [_called(pen, vote) for vote in votes if vote.task == task.number]
    return Table(caption=title, header=tuple(map(pen.phrase, keys)), rows=tuple(rows), widths=(6, 33, 26, 16, 19))


def _decided(pen: Pen, act: RoadmapTask) -> tuple[Cell, Cell]:
    said = cell(*map(capital, filter(None, (act.majority, act.silence)))) or cell(pen.phrase("none-noted"))
    return said, (pen.cites(act.citations),)


def _called(pen: Pen, vote: CalledVote) -> tuple[Cell, ...]:
    does = vote.does if vote.certain else f"{vote.does} ({pen.phrase('depends')})"
    days = vote.in_time or pen.phrase("note.between", soonest=vote.soonest, latest=vote.latest)
    said = (f"{vote.who} – {does}", capital(days), capital(vote.majority))
    small = [((Run(text=text, style="note"),),) for text in said]
    return (cell(""), *small, cell(""))


def _act(pen: Pen, task: RoadmapTask) -> Iterator[Line]:
    yield (Run(text=task.who, style="strong"),)
    yield plain(capital(task.title))
    yield from ((Run(text=note, style="note"),) for note in (*filter(None, (task.note,)), *task.awaited))
    if task.documents:
        yield pen.produced(task.documents)
    yield from ((Run(text=each, style="note"),) for each in task.opinions)
    if task.made_known:
        yield (Run(text=task.made_known, style="note"),)
    notes = [task.origin_said] if task.origin != "law" else []
    notes += [pen.phrase("meets", duties=list(task.meets))] if task.meets else []
    notes += [pen.phrase("mends-by", cures=list(task.mends))] if task.mends else []
    notes += [] if task.certain else [pen.phrase("depends")]
    yield from ((Run(text=capital(note), style="note"),) for note in notes)


def _when(pen: Pen, task: RoadmapTask) -> Iterator[Line]:
    yield (Run(text=capital(task.dates_said), style="strong"),)
    if task.back_said:
        yield (Run(text=capital(task.back_said), style="strong"),)
    yield plain(capital(task.takes))
    if task.by_when:
        yield plain(capital(task.by_when))
    own = {turn.day for turn in task.turns}  # told with the names of those whose day it is
    yield from (plain(capital(each.said)) for each in task.legal if each.day not in own or each.state in LATE)
    yield from map(plain, task.completing)
    waits = [pen.phrase("after-tasks", tasks=list(map(str, sorted(task.after))))] if task.after else []
    tied = [pen.phrase("same-day-tasks", tasks=list(map(str, sorted(task.same_day))))] if task.same_day else []
    if said := [*waits, *tied, *_slack(pen, task)]:
        yield (Run(text=capital(pen.listed(said)), style="note"),)


def _slack(pen: Pen, task: RoadmapTask) -> Iterator[str]:
    """Say by how much a task can slip; nothing where a legal day of it is in danger already."""
    if task.critical:
        yield pen.phrase("on-critical-path")
    elif task.beside:
        yield pen.phrase("beside-the-path")
    elif not any(each.state in LATE for each in task.legal):
        yield pen.phrase("task-slack", n=task.slack) if task.slack else pen.phrase("task-no-slack")


def _critical_path(pen: Pen, found: Roadmap) -> Iterator[Block]:
    """Name the tasks that nothing can shift; where all run beside the answer, there are none."""
    if not found.critical_path:
        return
    yield Heading(level=2, text=pen.phrase("critical-path"), id="critical-path")
    tasks = " → ".join(str(number) for number in found.critical_path)
    yield Paragraph(line=plain(pen.phrase("critical-text", tasks=tasks)))


def _milestones(pen: Pen, found: Roadmap) -> Iterator[Block]:
    yield Heading(level=2, text=pen.phrase("milestones"), id="milestones")
    if found.restraints:
        yield Bullets(items=tuple(Item(line=plain(text)) for text in found.restraints))
    if not found.milestones:
        yield Paragraph(line=plain(pen.phrase("no-milestone")))
        return
    keys = ("col-date", "col-what", "col-text")
    rows = tuple(
        (tuple(_day(pen, each)), tuple(_what(each)), (pen.cites(each.citations),)) for each in found.milestones
    )
    header = tuple(map(pen.phrase, keys))
    yield Table(caption=pen.phrase("milestones"), header=header, rows=rows, widths=(22, 54, 24))


def _what(each: Milestone) -> Iterator[Line]:
    yield plain(capital(each.title))
    if each.unmet_said:
        yield (Run(text=capital(each.unmet_said), style="strong"),)


def _day(pen: Pen, each: Milestone) -> Cell:
    said = [each.origin_said, *([pen.phrase("yearly")] if each.yearly else [])]
    return (
        (Run(text=capital(pen.day(each.day)), style="strong"),),
        (Run(text=capital(", ".join(said)), style="note"),),
    )


def _third_parties(pen: Pen, found: Roadmap) -> Iterator[Block]:
    if found.third_parties:
        yield Heading(level=2, text=pen.phrase("third-parties"), id="third-parties")
        items = (
            Item(line=pen.with_cites(pen.labelled(each.title, each.said), each.citations))
            for each in found.third_parties
        )
        yield Bullets(items=tuple(items))
