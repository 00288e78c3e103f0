"""What the abbreviations of a note stand for, in its last line: a council reads it without the program beside it."""

from collections.abc import Iterable, Iterator

from petr_advisor.documents.blocks import Block, Bullets, Callout, Heading, Item, Line, Paragraph, Run, Table, words
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.words.abbreviations import to_spell


def spelled_out(pen: Pen, blocks: Iterable[Block]) -> Iterator[Block]:
    """Spell out the abbreviations that blocks hold and do not spell out themselves."""
    text = "\n".join(said for block in blocks for said in texts_of(block))
    found = [pen.labelled(short, meaning) for short, meaning in to_spell(text, pen.language)]
    if found:
        told = pen.labelled(pen.phrase("note.abbreviations"), pen.listed(found, "semicolon"))
        yield Paragraph(line=(Run(text=told, style="note"),))


def texts_of(block: Block) -> Iterator[str]:
    """Give the texts of a block that is told in words."""
    if isinstance(block, Heading):
        yield block.text
    elif isinstance(block, Paragraph):
        yield words(block.line)
    elif isinstance(block, Callout):
        yield from map(words, block.lines)
    elif isinstance(block, Bullets):
        yield from map(words, _lines(block.items))
    elif isinstance(block, Table):
        yield from (words(line) for row in block.rows for cell in row for line in cell)


def _lines(items: Iterable[Item]) -> Iterator[Line]:
    for item in items:
        yield item.line
        yield from _lines(item.children)
