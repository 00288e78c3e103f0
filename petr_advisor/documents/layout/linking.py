"""Where links lead: to a part of the document that is there, else to the site of the law, else nowhere."""

from collections.abc import Iterable

from petr_advisor.documents.blocks import (
    Block,
    Bullets,
    Callout,
    Heading,
    Item,
    Line,
    Paragraph,
    Run,
    Table,
)
from petr_advisor.documents.layout.pen import Pen, norm_of
from petr_advisor.documents.model_document import Document


def anchors(blocks: Iterable[Block]) -> frozenset[str]:
    """Give every place of a document that a link may lead to."""
    found: set[str] = set()
    for block in blocks:
        if isinstance(block, Heading):
            found.add(block.id)
        elif isinstance(block, Table):
            found.update(block.ids)
        elif isinstance(block, Bullets):
            found.update(each for item in block.items for each in _of_item(item))
    return frozenset(found)


def _of_item(item: Item) -> set[str]:
    below = {each for child in item.children for each in _of_item(child)}
    return below | ({item.id} if item.id else set())


def relinked(found: Document, pen: Pen) -> Document:
    """Let links to parts that are not there lead to the pages of the norms on the adviser's site, or nowhere."""
    known = anchors(found.blocks)

    def run(each: Run) -> Run:
        if each.to is None or each.to in known:
            return each
        return each.model_copy(update={"to": None, "address": pen.page("norm", norm_of(each.to))})

    def line(each: Line) -> Line:
        return tuple(map(run, each))

    def item(each: Item) -> Item:
        return each.model_copy(update={"line": line(each.line), "children": tuple(map(item, each.children))})

    def block(each: Block) -> Block:
        match each:
            case Paragraph():
                return each.model_copy(update={"line": line(each.line)})
            case Callout():
                return each.model_copy(update={"lines": tuple(map(line, each.lines))})
            case Bullets():
                return each.model_copy(update={"items": tuple(map(item, each.items))})
            case Table():
                rows = tuple(tuple(tuple(map(line, cell)) for cell in row) for row in each.rows)
                return each.model_copy(update={"rows": rows})
        return each

    return found.model_copy(update={"blocks": tuple(map(block, found.blocks))})
