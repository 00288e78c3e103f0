"""One option laid out: on a line, or in full with its conditions, its arguments, its steps and its disputed points."""

from collections.abc import Iterable, Iterator

from petr_advisor.documents.blocks import Block, Bullets, Cell, Heading, Item, Line, Paragraph, Run, Table, cell, plain
from petr_advisor.documents.layout import back
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.model_options import AbsentPart, CurePart, OptionPart, RequirementPart
from petr_advisor.inference.relevance import SHUT
from petr_advisor.words.typography import capital, no_capital
from petr_advisor.words.voice import REQUIREMENT_SYMBOL, STATUS_SYMBOL

ANY = 3
"""How many statuses an option may have while none is known: open, conditional, closed; all of them say nothing."""


def in_short(pen: Pen, option: OptionPart) -> Line:
    """Say an option on one line: its place, its name, its status."""
    shut = option.status in SHUT
    chosen = any(option.id in question.retained for question in pen.report.questions if question.verdict == "chosen")
    notes = [pen.standing(option), *([pen.phrase("tied")] if option.tied else [])]
    notes += [f"{STATUS_SYMBOL['disputed']} {pen.phrase('disputed-mark')}"] if option.disputed else []
    notes += [f"✓ {pen.phrase('option-chosen')}"] if chosen else []
    notes += [pen.phrase("stay-title")] if option.kind == "staying" else []
    return (
        Run(text=f"{STATUS_SYMBOL[option.status]} {option.place or ' '} ", style="mark"),
        Run(text=option.title, style="plain" if shut else "strong", about=f"option:{option.id}"),
        Run(text=f" – {' · '.join(notes)}", style="note"),
    )


def absent_in_short(absent: AbsentPart) -> Line:
    """Name an option that does not exist at the date of law, and when it exists."""
    return (Run(text=f"{absent.title} ({absent.period})", about=f"option:{absent.id}"),)


def in_full(pen: Pen, option: OptionPart, level: int = 1) -> Iterator[Block]:
    """Lay out everything about an option."""
    yield Heading(level=level, text=option.title, id=f"option-{option.id}")
    yield Paragraph(line=_status(pen, option))
    yield Paragraph(line=pen.with_cites(option.summary, option.citations))
    if option.requirements:
        yield Heading(level=level + 1, text=pen.phrase("col-conditions"), id=f"conditions-{option.id}")
    yield from conditions(pen, option, pen.phrase("col-conditions"))
    shut = {other.title for question in pen.report.questions for other in question.options if other.status == "closed"}
    if instead := instead_of(pen, option.requirements, shut):
        yield Paragraph(line=instead)
    yield from arguments(pen, option, level + 1)
    if option.steps:
        title = pen.phrase("steps")
        yield Heading(level=level + 1, text=title, id=f"steps-{option.id}")
        yield pen.steps_table(title, option.steps)
    points = [point for point in pen.report.disputed if option.id in point.options]
    if points:
        yield Heading(level=level + 1, text=pen.phrase("disputed"), id=f"disputed-{option.id}")
    for point in points:
        yield from back.point(pen, point, level + 2)


def absent_in_full(pen: Pen, absent: AbsentPart, level: int = 1) -> Iterator[Block]:
    """Lay out what is known of an option that does not exist at the date of law."""
    yield Heading(level=level, text=absent.title, id=f"option-{absent.id}")
    yield Paragraph(line=plain(capital(absent.period)))
    yield Paragraph(line=pen.with_cites(absent.summary, absent.citations))


def _status(pen: Pen, option: OptionPart) -> Line:
    """Say the status of an option, those still possible while it has none and not all are, and how sure that is."""
    said = [pen.standing(option)]
    if option.status == "undetermined" and 0 < len(option.possible) < ANY:
        said.append(pen.phrase("still-possible", statuses=list(option.possible)))
    said += [pen.phrase("disputed-mark")] if option.disputed else []
    said.append(pen.confidence(option.confidence))
    mark = Run(text=STATUS_SYMBOL[option.status], style="mark", about=f"option:{option.id}")
    return (mark, Run(text=f" {' · '.join(said)}"))


def conditions(pen: Pen, option: OptionPart, caption: str) -> Iterator[Block]:
    """Lay out the conditions of an option; those that do not apply are named under the others."""
    applied = [found for found in option.requirements if found.state != "not_applicable"]
    if applied:
        yield _conditions_table(pen, caption, applied)
    if others := [no_capital(found.title) for found in option.requirements if found.state == "not_applicable"]:
        text = pen.phrase("not-applicable", conditions=pen.listed(others))
        yield Paragraph(line=(Run(text=text, style="note"),))


def arguments(pen: Pen, option: OptionPart, level: int) -> Iterator[Block]:
    """Lay out the arguments for and against an option, and what to check."""

    def heading(key: str) -> Heading:
        return Heading(level=level, text=pen.phrase(key), id=f"{key}-{option.id}", listed=False)

    yield heading("merits-of")
    yield _merits_table(pen, option) if option.merits else Paragraph(line=plain(pen.phrase("no-merit")))
    if option.to_check:
        yield heading("to-check")
        yield Bullets(items=tuple(Item(line=plain(text)) for text in option.to_check))


def _merits_table(pen: Pen, option: OptionPart) -> Table:
    rows = []
    for merit in option.merits:
        side = pen.phrase("col-for" if merit.favours else "col-against")
        sign: Cell = ((Run(text="+ " if merit.favours else "− ", style="mark"), Run(text=side)),)
        weight = capital(pen.weight(merit.weight))
        rows.append((sign, cell(merit.text), cell(weight), (pen.cites(merit.citations),)))
    header = tuple(pen.phrase(key) for key in ("col-side", "col-argument", "col-weight", "col-text"))
    return Table(caption=pen.phrase("merits-of"), header=header, rows=tuple(rows), widths=(14, 50, 14, 22))


def _conditions_table(pen: Pen, caption: str, requirements: Iterable[RequirementPart]) -> Table:
    """Lay out conditions with their state, what shows it, and their text."""
    rows = []
    for found in requirements:
        mark = (Run(text=REQUIREMENT_SYMBOL[found.state], style="mark"),)
        state = (*mark, Run(text=f" {found.said}"))
        title: Line = (Run(text=found.title, about=f"requirement:{found.key}"),)
        behind = cell(*found.behind) + tuple(cure_line(pen, cure) for cure in found.cures)
        rows.append(((title,), (state,), behind or cell(pen.phrase("none-noted")), (pen.cites(found.citations),)))
    header = tuple(pen.phrase(key) for key in ("col-condition", "col-status", "col-behind", "col-text"))
    return Table(caption=caption, header=header, rows=tuple(rows), widths=(32, 16, 32, 20))


def cure_line(pen: Pen, cure: CurePart) -> Line:
    """Say a cure: whether it can be done, what it is, who does it and how, where it is written."""
    details = pen.listed(cure.details if cure.state != "unavailable" else ())
    return (
        Run(text=f"{capital(pen.label(f'cure-{cure.state}'))} ", style="strong"),
        Run(text=cure.title, about=f"cure:{cure.id}"),
        Run(text=f" ({details})" if details else "", style="note"),
        *pen.bracketed(cure.citations),
    )


def instead_of(pen: Pen, requirements: Iterable[RequirementPart], shut: Iterable[str]) -> Line | None:
    """Name the ways to turn to where some requirements are not met, but those that are closed themselves."""
    titles = dict.fromkeys(title for found in requirements for title in found.instead)
    live = [title for title in titles if title not in set(shut)]
    return plain(capital(pen.phrase("instead", options=pen.listed(live)))) if live else None
