"""The part of a document that shows the ground: the map, its table, what it shows."""

from collections.abc import Iterator

from petr_advisor.documents.blocks import Block, Bullets, Heading, Item, Paragraph, PictureBlock, Table, cell, plain
from petr_advisor.documents.layout.pen import Pen


def ground(pen: Pen) -> Iterator[Block]:
    """Lay out the map of the members, with a table that says the same."""
    found = pen.report.map
    if found is None:
        return
    yield Heading(level=1, text=pen.phrase("map.heading"), id="map")
    yield PictureBlock(picture=found.picture)
    yield Table(
        caption=pen.phrase("map.members"),
        header=tuple(pen.phrase(key) for key in ("col-number", "col-member", "col-population", "map.col-departements")),
        rows=tuple(
            (
                cell(str(member.number)),
                cell(member.name),
                cell(pen.number(member.population) if member.population is not None else pen.phrase("map.unknown")),
                cell(", ".join(member.departements)),
            )
            for member in found.members
        ),
        widths=(8, 52, 20, 20),
        figures=(2,),
    )
    if found.remarks:
        yield Bullets(items=tuple(Item(line=plain(text)) for text in found.remarks))
    yield Paragraph(line=plain(found.source), style="note")
