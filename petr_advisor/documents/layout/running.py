"""How far procedures have come, and the acts recorded that cannot be."""

from collections.abc import Iterator
from datetime import date

from petr_advisor.documents.blocks import (
    Block,
    Bullets,
    Callout,
    Cell,
    Heading,
    Item,
    Line,
    Paragraph,
    Run,
    Table,
    plain,
)
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.model_running import RunningPart, TallyPart, VotePart
from petr_advisor.words.typography import capital


def running(pen: Pen) -> Iterator[Block]:
    """Lay out the procedures that have been started, with their votes."""
    if not pen.report.running and not pen.report.slips:
        return
    yield Heading(level=1, text=pen.phrase("running.title"), id="running")
    yield from slips(pen)
    for part in pen.report.running:
        yield Heading(level=2, text=part.title, id=f"running-{part.procedure}")
        yield from procedure(pen, part)


def headlines(pen: Pen) -> Iterator[Line]:
    """Give one line for each procedure that has been started, and for each act that cannot be."""
    for part in pen.report.running:
        yield (Run(text=f"▶ {pen.labelled(part.title, part.headline)}"),)
    for slip in pen.report.slips:
        yield (Run(text=f"⚠ {slip.said}"),)


def running_of(pen: Pen, option: str) -> Iterator[Block]:
    """Lay out the procedures started that carry out an option."""
    for part in pen.report.running:
        if option in part.options:
            yield Heading(level=2, text=part.title, id=f"running-{part.procedure}")
            yield from procedure(pen, part)


def slips(pen: Pen) -> Iterator[Block]:
    """Lay out the acts recorded that cannot be as they are said."""
    if pen.report.slips:
        yield Callout(title=pen.phrase("slip.title"), lines=(plain(pen.phrase("slip.lead")),), tone="warning")
        yield Bullets(items=tuple(Item(line=plain(slip.said)) for slip in pen.report.slips))


def procedure(pen: Pen, part: RunningPart) -> Iterator[Block]:
    """Lay out one procedure: its state, what is awaited, what comes next, its votes."""
    yield Paragraph(line=(Run(text=part.headline, style="strong"),))
    lines = [pen.with_cites(text, () if number else part.citations) for number, text in enumerate(part.awaited)]
    lines += [plain(text) for text in part.said]
    yield Bullets(items=tuple(Item(line=line) for line in lines))
    for tally in part.tallies:
        yield from _votes(pen, tally)


def _votes(pen: Pen, tally: TallyPart) -> Iterator[Block]:
    caption = pen.phrase("running.votes", act=tally.title)
    yield Bullets(items=tuple(Item(line=plain(text)) for text in tally.said))
    keys = ("col-member", "col-received", "col-vote", "col-on", "col-until")
    header = tuple(capital(pen.phrase(f"running.{key}")) for key in keys)
    yield Table(
        caption=caption,
        header=header,
        rows=tuple(_vote(pen, vote) for vote in tally.votes),
        widths=(34, 16, 22, 14, 14),
    )


def _vote(pen: Pen, vote: VotePart) -> tuple[Cell, ...]:
    return (
        (plain(vote.member),),
        (plain(_day(pen, vote.received)),),
        (plain(vote.said),),
        (plain(_day(pen, vote.on)),),
        (plain(_day(pen, vote.until)),),
    )


def _day(pen: Pen, day: date | None) -> str:
    return pen.short_day(day) if day is not None else "–"
