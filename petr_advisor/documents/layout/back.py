"""The last parts of a document: disputed points, points to settle, sources, answers, proof, norms."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from petr_advisor.documents.blocks import Block, Bullets, Cell, Heading, Item, Paragraph, Run, Table, cell, plain
from petr_advisor.documents.layout.pen import Pen, norm_id
from petr_advisor.documents.model_matters import AnswerPart, DisputedPart, NormPart, ReadingPart, SettlePart, SourcePart
from petr_advisor.documents.model_options import ProofPart
from petr_advisor.documents.parts import Citation
from petr_advisor.words.typography import capital

HASH_SHOWN = 16
"""How much of the hash of the rule base is shown."""
MEMBER_COLUMNS = 4
"""How many answers about members have a column of their own."""


def disputed(pen: Pen) -> Iterator[Block]:
    """Lay out the disputed points: readings, prudent course, whom to ask."""
    yield Heading(level=1, text=pen.phrase("disputed"), id="disputed")
    if not pen.report.disputed:
        yield Paragraph(line=plain(pen.phrase("held-back" if pen.report.conflicts else "no-disputed")))
        return
    yield Paragraph(line=plain(pen.phrase("disputed-text")))
    for each in pen.report.disputed:
        yield from point(pen, each, 2)


def point(pen: Pen, found: DisputedPart, level: int) -> Iterator[Block]:
    """Lay out a disputed point: its readings, the prudent course, whom to ask."""
    yield Heading(level=level, text=found.question, id=f"point-{found.id}")
    yield Bullets(items=tuple(_reading(pen, reading) for reading in found.readings))
    course = (
        Run(text=f"{pen.label('prudent-course')} ", style="strong"),
        *pen.with_cites(found.course, found.citations),
    )
    yield Paragraph(line=course)
    yield Paragraph(line=(Run(text=f"{pen.label('whom-to-ask')} ", style="strong"), Run(text=found.ask)))


def _reading(pen: Pen, reading: ReadingPart) -> Item:
    label = pen.label("followed" if reading.followed else "other-reading")
    lines = [plain(capital(text)) for text in reading.arguments]
    lines += [plain(pen.phrase("held-by", who=reading.who_holds))] if reading.who_holds else []
    if reading.effects:
        effects = pen.listed(reading.effects)
        lines.append((Run(text=pen.phrase("effects", effects=effects)),))
    line = (Run(text=f"{label} ", style="strong"), Run(text=reading.statement))
    return Item(line=line, children=tuple(Item(line=each) for each in lines))


def settle(pen: Pen) -> Iterator[Block]:
    """Lay out the points to settle."""
    yield Heading(level=1, text=pen.phrase("settle"), id="settle")
    if not pen.report.settle:
        yield Paragraph(line=plain(pen.phrase("no-settle")))
    for decisive, key in ((True, "settle-decisive"), (False, "settle-refining")):
        parts = [part for part in pen.report.settle if part.decisive is decisive]
        if parts:
            yield Heading(level=2, text=pen.phrase(key), id=key)
            header = tuple(pen.phrase(each) for each in ("col-point", "col-why", "col-where"))
            rows = tuple(_settle(pen, part) for part in parts)
            yield Table(caption=pen.phrase(key), header=header, rows=rows, widths=(36, 32, 32))


def _settle(pen: Pen, part: SettlePart) -> tuple[Cell, ...]:
    asked = ((Run(text=pen.phrase("said-unknown"), style="note"),),) if part.asked else ()
    of = f"@{part.of[0]}" if part.of else ""
    question = (Run(text=part.question, about=f"fact:{part.fact}{of}"),)
    return ((question, *asked), cell(part.why), cell(part.where or pen.phrase("none-noted")))


def sources(pen: Pen) -> Iterator[Block]:
    """Lay out the texts cited and what to check."""
    yield Heading(level=1, text=pen.phrase("sources"), id="sources")
    yield Heading(level=2, text=pen.phrase("checks"), id="checks")
    rows = tuple(_checks(pen))
    if rows:
        header = tuple(pen.phrase(key) for key in ("col-check", "col-concerns", "col-sureness"))
        yield Table(caption=pen.phrase("checks"), header=header, rows=rows, widths=(44, 36, 20))
    else:
        yield Paragraph(line=plain(pen.phrase("no-check")))
    yield Heading(level=2, text=pen.phrase("texts-cited"), id="texts-cited")
    if not pen.report.sources:
        yield Paragraph(line=plain(pen.phrase("no-norm")))
        return
    titles = (
        pen.phrase("col-text"),
        pen.phrase("col-places"),
        pen.phrase("col-version", day=pen.day(pen.report.cover.as_of)),
    )
    texts = tuple(_source(pen, source) for source in pen.report.sources)
    yield Table(caption=pen.phrase("texts-cited"), header=titles, rows=texts, widths=(46, 26, 28))


def _checks(pen: Pen) -> Iterator[tuple[Cell, ...]]:
    """Give what to check, each thing once, with the norms that wait for it, the least sure first."""
    order = ("recalled", "secondary", "verified")
    waiting = [norm for norm in pen.report.norms if norm.check]
    groups: dict[str, list[NormPart]] = {}
    for norm in sorted(waiting, key=lambda norm: order.index(norm.confidence)):
        groups.setdefault(norm.check or "", []).append(norm)
    for check, group in groups.items():
        places = tuple(Citation(norm=norm.id, place=place) for norm in group for place in norm.places[:1])
        unique = {citation.place: citation for citation in reversed(places)}
        yield (cell(check), (pen.cites(reversed(unique.values())),), cell(pen.phrase(f"level-{group[0].confidence}")))


def _source(pen: Pen, source: SourcePart) -> tuple[Cell, ...]:
    page = pen.page("source", source.id)
    title: Cell = (
        (Run(text=source.title, address=source.address),),
        (Run(text=source.kind, style="note", address=page),),
    )
    if source.read_in:
        host = urlsplit(source.read_in).hostname or source.read_in
        title += ((Run(text=pen.phrase("read-in", host=host), style="note", address=source.read_in),),)
    places = pen.listed(source.paragraphs)
    return (title, cell(places or pen.phrase("none-noted")), cell(source.version))


def answers(pen: Pen) -> Iterator[Block]:
    """Lay out every answer with its origin."""
    yield Heading(level=1, text=pen.phrase("answers"), id="answers", new_page=True)
    if not pen.report.answers:
        yield Paragraph(line=plain(pen.phrase("no-answer")))
        return
    own = [part for part in pen.report.answers if part.of is None]
    if own:
        yield Heading(level=2, text=pen.phrase("answers-of-territory"), id="answers-of-territory")
        header = tuple(pen.phrase(key) for key in ("col-fact", "col-value", "col-origin"))
        rows = tuple((cell(part.label), cell(part.value), cell(part.origin)) for part in own)
        yield Table(caption=pen.phrase("answers-of-territory"), header=header, rows=rows, widths=(46, 30, 24))
    members = [part for part in pen.report.answers if part.of is not None]
    if members:
        yield Heading(level=2, text=pen.phrase("answers-of-members"), id="answers-of-members")
        yield _members_table(pen, members)


def _members_table(pen: Pen, parts: list[AnswerPart]) -> Table:
    """Lay out answers about members, one row a member."""
    rows_of: dict[str, dict[str, AnswerPart]] = {}
    for part in parts:
        rows_of.setdefault(part.of or "", {})[part.label] = part
    labels = list(dict.fromkeys(part.label for part in parts if part.value != part.of))
    shown, others = labels[:MEMBER_COLUMNS], labels[MEMBER_COLUMNS:]
    rows = []
    none = pen.phrase("none-noted")
    for name, found in rows_of.items():
        cells = [cell(name), *(cell(found[label].value if label in found else none) for label in shown)]
        if others:
            more = [pen.labelled(label, found[label].value) for label in others if label in found]
            cells.append(cell(*more) or cell(none))
        origins = dict.fromkeys(part.origin for part in found.values())
        rows.append((*cells, cell(", ".join(origins))))
    last = [pen.phrase("col-others")] if others else []
    header = (pen.phrase("col-member"), *shown, *last, pen.phrase("col-origin"))
    widths = (30.0, *(60 / (len(header) - 1) for _ in header[1:]))
    return Table(caption=pen.phrase("answers-of-members"), header=header, rows=tuple(rows), widths=widths)


def proof(pen: Pen) -> Iterator[Block]:
    """Lay out the proofs as trees."""
    yield Heading(level=1, text=pen.phrase("proof"), id="proof", new_page=True)
    proofs = [found for question in pen.report.questions for found in question.proofs]
    yield Paragraph(line=plain(pen.phrase("proof-text" if proofs else "no-proof")))
    if proofs:
        yield Bullets(items=tuple(_proof(pen, found) for found in proofs))


def _proof(pen: Pen, found: ProofPart) -> Item:
    line: list[Run] = list(pen.with_cites(found.text, found.citations))
    if found.origin:
        line.insert(1, Run(text=f" ({found.origin})", style="note"))
    return Item(line=tuple(line), children=tuple(_proof(pen, child) for child in found.children))


def colophon(pen: Pen) -> Iterator[Block]:
    """Say, on the last line, by which rule base, engine and version the document was made."""
    cover = pen.report.cover
    said = pen.phrase("colophon", hash=cover.rule_base[:HASH_SHOWN], engine=cover.engine, version=cover.version)
    yield Paragraph(line=(Run(text=said, style="note"),))


def norms(pen: Pen) -> Iterator[Block]:
    """Lay out the norms cited, where citations lead."""
    yield Heading(level=1, text=pen.phrase("norms"), id="norms", new_page=True)
    found = pen.report.norms
    if not found:
        yield Paragraph(line=plain(pen.phrase("no-norm")))
        return
    rows = []
    for norm in found:
        said = (plain(norm.statement), *(((Run(text=norm.note, style="note"),),) if norm.note else ()))
        page = pen.page("norm", norm.id)
        places = tuple((Run(text=place, address=page),) for place in norm.places)
        rows.append((places, said, cell(norm.period), cell(norm.sureness)))
    header = tuple(pen.phrase(key) for key in ("col-text", "col-norm", "col-period", "col-sureness"))
    ids = tuple(norm_id(norm.id) for norm in found)
    yield Table(caption=pen.phrase("norms"), header=header, rows=tuple(rows), widths=(24, 42, 16, 18), ids=ids)
