"""A report as Markdown (tables as on GitHub); nothing in a text is read as Markdown."""

import re
from collections.abc import Iterable, Iterator

from petr_advisor.documents.blocks import (
    Block,
    Bullets,
    Callout,
    Cell,
    ChartBlock,
    Field,
    Heading,
    Item,
    Line,
    Paragraph,
    PictureBlock,
    Table,
)
from petr_advisor.documents.cover import banner, cover_rows, notice
from petr_advisor.documents.layout.document import document_of
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_document import Document
from petr_advisor.documents.renderers.lines import expected

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&!@=])")
_NOT_IN_ADDRESS = re.compile(r"[<>\\\s]")
_AT_START = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")
_AUTOLINK = re.compile(r"(https?|ftp|www)(:|\.)", re.IGNORECASE)


def render(report: Report) -> bytes:
    """Give a report as Markdown."""
    return write(document_of(report))


def write(document: Document) -> bytes:
    """Give a document as Markdown."""
    cover, brief, warning = document.cover, document.brief, banner(document)
    head = [f"# {escape(cover.territory)}", escape(document.kind)]
    head += [f"**{escape(cover.subtitle.strip())}**"] if cover.subtitle else []
    head += [f"*{escape(question)}*" for question in cover.questions] if not brief else []
    rows = cover_rows(cover, document.language)
    head.append("\n".join(f"- {escape(label)} {escape(value)}" for label, value in rows))
    parts = [*head, *(_block(warning) if warning else ()), *(() if brief else _block(notice(document)))]
    parts += [text for block in document.blocks for text in _block(block)]
    parts += _block(notice(document)) if brief else ()
    return ("\n\n".join(parts) + "\n").encode()


def escape(text: str) -> str:
    """Write a text so that Markdown shows it as it stands."""
    return _AUTOLINK.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * (block.level + 1)} {escape(block.text)}"
        case Paragraph():
            text = _begin(_line(block.line))
            yield f"*{text}*" if block.style == "lead" else text
        case Callout():
            lines = [f"**{escape(block.title)}**", *map(_line, block.lines)]
            yield "\n>\n".join(f"> {line}" for line in lines)
        case Bullets():
            yield "\n".join(_items(block.items, numbered=block.numbered))
        case Table():
            yield "\n".join(_table(block))
        case PictureBlock() | ChartBlock():
            return  # words and tables beside it say the same
        case Field():
            yield escape(f"[{block.key}] ({expected(block)}) = ")


def _begin(text: str) -> str:
    """Keep the beginning of a text from being read as an item of a list."""
    return _AT_START.sub(lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", text)


def _line(line: Line) -> str:
    return "".join(_run(run.text, run.style, run.address) for run in line)


def _run(text: str, style: str, address: str | None) -> str:
    body = text.strip()
    if not body:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    shown = escape(body)
    if address is not None:
        shown = f"[{shown}](<{_NOT_IN_ADDRESS.sub('', address)}>)"
    return f"{before}{f'**{shown}**' if style == 'strong' else shown}{after}"


def _items(items: Iterable[Item], depth: int = 0, *, numbered: bool = False) -> Iterator[str]:
    for number, item in enumerate(items, 1):
        mark = f"{number}." if numbered else "-"
        yield f"{'   ' * depth}{mark} {_begin(_line(item.line))}"
        yield from _items(item.children, depth + 1)


def _table(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(map(escape, table.header))} |"
    yield f"| {' | '.join('---:' if place in table.figures else '---' for place in range(len(table.header)))} |"
    for row in table.rows:
        yield f"| {' | '.join(map(_cell, row))} |"


def _cell(lines: Cell) -> str:
    return "<br>".join(_line(line) for line in lines)
