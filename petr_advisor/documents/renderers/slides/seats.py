"""The slide of the seats: those that the course shares out, after those that are to be voted at once."""

from collections.abc import Iterator

from petr_advisor.documents.layout.middle import MOST_CHARTED, seats_chart
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.model_note import Note
from petr_advisor.documents.renderers.slides.slide import Grid, Slide, cited
from petr_advisor.words.typography import no_capital


def seats(pen: Pen, note: Note) -> Iterator[Slide]:
    """Show the seats that the course shares out, or that were kept during the consultation; no others.

    Those that the members of today are to vote first, where theirs are amiss, stand above them, or alone.
    """
    first = [part for part in pen.report.breaches if part.seats]
    urgent = [part.seats for part in first if part.seats]
    found = pen.report.governance
    if found is None or not found.total or (note.seats is None and not found.kept):
        if first:
            said = tuple(cited(part.said, part.citations) for part in first)
            yield Slide(pen.phrase("slides.seats-first"), tuple(urgent), notes=said)
        return
    header = tuple(map(pen.phrase, ("col-member", "col-population", "col-share", "slides.seats")))
    rows = [(part.member, pen.number(part.population), pen.share(part.share), str(part.seats)) for part in found.seats]
    people = sum(part.population for part in found.seats)
    total = (pen.phrase("col-total"), pen.number(people), pen.share(1), str(found.total))
    text = pen.phrase("governance-kept" if found.kept else "governance-text", total=found.total, cap=found.cap)
    title = pen.phrase("slides.seats-kept" if found.kept else "slides.seats-proposed", n=found.total)
    if note.seats_if:
        title = pen.phrase("slides.seats-if", n=found.total, option=note.seats_if)
    elif urgent:
        title = pen.phrase("slides.seats-then", n=found.total)
    grid = Grid(header, (total, *rows), (52, 18, 14, 16), (1, 2, 3))
    chart = seats_chart(pen, found) if 1 < len(found.seats) <= MOST_CHARTED else None
    notes = (cited(text, found.citations), *urgent, *found.remarks, *map(" – ".join, rows))
    table = pen.phrase("slides.seats-table")  # what is said of it would else be read of the other sharing, told first
    counted = [pen.labelled(table, no_capital(said)) for said in found.counted] if urgent else found.counted
    yield Slide(title, lead=" ".join((*urgent, *counted)), grid=grid, chart=chart, notes=notes)
