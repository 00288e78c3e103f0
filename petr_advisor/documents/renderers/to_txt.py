"""A report as plain text, for a mail, a terminal or a screen reader: one line says one thing."""

from petr_advisor.documents.blocks import Block, Heading, Paragraph, plain
from petr_advisor.documents.cover import banner, cover_rows, notice
from petr_advisor.documents.layout.document import document_of
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_document import Document
from petr_advisor.documents.renderers.text import text


def render(report: Report) -> bytes:
    """Give a report as text in UTF-8, with the spaces of a keyboard."""
    return write(document_of(report))


def write(document: Document) -> bytes:
    """Give a document as text in UTF-8, with the spaces of a keyboard."""
    cover, warning = document.cover, banner(document)
    head: list[Block] = [Heading(level=1, text=cover.territory, id="cover"), Paragraph(line=plain(document.kind))]
    rows = cover_rows(cover, document.language)
    said = [*([cover.subtitle] if cover.subtitle else []), *(" ".join(row) for row in rows)]
    head += [Paragraph(line=plain(each)) for each in said]
    if not document.brief:
        head += [Paragraph(line=plain(question)) for question in cover.questions]
    head += [warning] if warning else []
    return f"{text([*head, *document.blocks])}\n\n{text([notice(document)])}\n".encode()
