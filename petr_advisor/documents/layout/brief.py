"""What a report tells after its summary, each thing once: ways compared, conditions, plan, seats, money, risks."""

from collections.abc import Iterable, Iterator

from petr_advisor.documents.blocks import Block, Bullets, Cell, Heading, Item, Line, Paragraph, Run, Table, cell, plain
from petr_advisor.documents.layout import ground as maps
from petr_advisor.documents.layout import middle
from petr_advisor.documents.layout import options as parts
from petr_advisor.documents.layout import plan as plans
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.model_matters import DutyPart, SettlePart
from petr_advisor.documents.model_options import OptionPart, QuestionPart
from petr_advisor.inference.relevance import SHUT
from petr_advisor.words.typography import capital, full_stop, no_capital
from petr_advisor.words.voice import STATUS_SYMBOL


def _told(pen: Pen) -> str:
    """Give what the summary says already."""
    note = pen.report.note
    said = [*(reason.text for reason in note.reasons), *(stop.text for stop in note.stops)] if note else []
    return "\n".join(said).casefold()


def _is_told(text: str, told: str) -> bool:
    return text.rstrip(".").casefold() in told


def compared(pen: Pen) -> Iterator[Block]:
    """Lay out the ways side by side, with their arguments; the closed ones with what closes them."""
    questions = [found for found in pen.report.questions if found.options and found.verdict != "moot"]
    if not questions:
        return
    told = _told(pen)
    yield Heading(level=1, text=pen.phrase("options"), id="options")
    for question in questions:
        if len(questions) > 1:
            yield Heading(level=2, text=question.title, id=f"options-of-{question.id}")
        keys = ("col-option", "col-for", "col-against")
        live = [option for option in question.options if option.status not in SHUT or option.id in question.retained]
        caption = question.title if len(questions) > 1 else pen.phrase("options")
        if live:
            rows = tuple(_row(pen, question, option, told) for option in live)
            header = tuple(map(pen.phrase, keys))
            yield Table(caption=caption, captioned=False, header=header, rows=rows, widths=(34, 33, 33))
        if shut := [option for option in question.options if option not in live]:
            yield Paragraph(line=(Run(text=pen.phrase("note.closed-ways"), style="strong"),))
            yield Bullets(items=tuple(closed_way(pen, option) for option in shut))


def _row(pen: Pen, question: QuestionPart, option: OptionPart, told: str) -> tuple[Cell, ...]:
    kept = option.id in question.retained
    kind = "proposed" if kept else "staying" if option.kind == "staying" else "other"
    notes = [pen.phrase(f"note.way-{kind}"), f"{STATUS_SYMBOL[option.status]} {pen.standing(option)}"]
    title = Run(text=option.title, style="strong" if kept else "plain", about=f"option:{option.id}")
    none = cell(pen.phrase("none-noted"))
    all_pleas = [merit.text for merit in option.merits if merit.favours] or [option.summary]
    pleas = [text for text in all_pleas if not _is_told(text, told)]
    against = [merit.text for merit in option.merits if not merit.favours and not _is_told(merit.text, told)]
    return (
        ((title,), (Run(text=" · ".join(notes), style="note"),)),
        cell(*map(full_stop, pleas)) or cell(pen.phrase("note.said-above")),
        cell(*map(full_stop, against)) or none,
    )


def closed_way(pen: Pen, option: OptionPart) -> Item:
    """Name a closed way with the first condition that closes it."""
    title: Line = (Run(text=option.title, about=f"option:{option.id}"),)
    lacking = next((found for found in option.requirements if found.state == "unmet"), None)
    if lacking is None:
        return Item(line=title)
    said = no_capital(lacking.unmet or pen.phrase("note.lacking", what=no_capital(lacking.title)))
    return Item(line=(*title, Run(text=f" – {said}"), *pen.bracketed(lacking.citations)))


def conditions(pen: Pen) -> Iterator[Block]:
    """Lay out the conditions of the ways proposed, with what shows them."""
    kept = [option for question in pen.report.questions for option in map(pen.option, question.retained) if option]
    shown = [(option, [r for r in option.requirements if r.state != "not_applicable"]) for option in kept]
    if not any(applied for _, applied in shown):
        return
    yield Heading(level=1, text=pen.phrase("conditions-of"), id="conditions")
    for option, applied in shown:
        if applied:
            yield Heading(level=2, text=option.title, id=f"option-{option.id}")
            yield from parts.conditions(pen, option.model_copy(update={"requirements": tuple(applied)}), option.title)


def plan(pen: Pen) -> Iterator[Block]:
    """Lay out the plan; where there is none, the steps, or why nothing is to be done."""
    if pen.report.roadmap is not None:
        yield from plans.roadmap(pen, brief=True)
    elif any(question.retained for question in pen.report.questions) and not pen.report.conflicts:
        yield from middle.steps(pen)


def governance(pen: Pen) -> Iterator[Block]:
    """Lay out populations and seats, where there are members to seat."""
    yield from middle.governance(pen)


def ground(pen: Pen) -> Iterator[Block]:
    """Lay out the map of the members; unless it bears numbers, the table of seats says the same as its own."""
    shown = pen.report.map
    seated = pen.report.governance is not None and shown is not None and not shown.numbered
    yield from (block for block in maps.ground(pen) if not (seated and isinstance(block, Table)))


def funding(pen: Pen) -> Iterator[Block]:
    """Lay out the rules on money that follow from the case."""
    found = [duty for duty in pen.report.duties if duty.about_money and _concerns(duty)]
    note = pen.report.note
    known = note.money if note is not None else None
    if found or known:
        yield Heading(level=1, text=pen.phrase("funding"), id="funding")
    if known is not None:
        yield Paragraph(line=plain(" ".join(filter(None, (known.known, known.amounts)))), style="note")
    yield from middle.money_rules(pen, found)


def _concerns(duty: DutyPart) -> bool:
    """Tell whether a duty follows from the answers, or is met on the way proposed."""
    return duty.likelihood != "general" or bool(duty.options)


def risks(pen: Pen) -> Iterator[Block]:
    """Lay out the risks that the summary does not tell."""
    told = _told(pen)
    found = [risk for risk in pen.report.risks if _concerns(risk) and not _is_told(risk.does, told)]
    if found:
        yield Heading(level=1, text=pen.phrase("risks"), id="risks")
        yield middle.risks_table(pen, pen.phrase("risks"), found)


def disputed(pen: Pen) -> Iterator[Block]:
    """Lay out the disputed points that the summary does not tell: the prudent course, whom to ask."""
    told = _told(pen)
    found = [point for point in pen.report.disputed if not _is_told(point.question, told)]
    if found:
        yield Heading(level=1, text=pen.phrase("disputed"), id="disputed")
        yield Paragraph(line=plain(pen.phrase("disputed-text")))
        yield Bullets(
            items=tuple(
                Item(
                    line=pen.with_cites(point.question, point.citations),
                    children=(
                        Item(
                            line=(Run(text=f"{pen.label('prudent-course')} ", style="strong"), Run(text=point.course))
                        ),
                        Item(line=(Run(text=f"{pen.label('whom-to-ask')} ", style="strong"), Run(text=point.ask))),
                    ),
                )
                for point in found
            )
        )


def settle(pen: Pen) -> Iterator[Block]:
    """Lay out what is to be found out: what can change the answer with its reason, the rest in a line each."""
    decisive = [part for part in pen.report.settle if part.decisive]
    others = [part for part in pen.report.settle if not part.decisive]
    if not pen.report.settle:
        return
    yield Heading(level=1, text=pen.phrase("settle"), id="settle")
    if decisive:
        yield Heading(level=2, text=pen.phrase("settle-decisive"), id="settle-decisive")
        header = tuple(map(pen.phrase, ("col-point", "col-why", "col-where")))
        rows = tuple(_decisive(pen, part) for part in decisive)
        yield Table(caption=pen.phrase("settle-decisive"), header=header, rows=rows, widths=(36, 32, 32))
    if others:
        yield Heading(level=2, text=pen.phrase("settle-refining"), id="settle-refining")
        yield Bullets(items=tuple(_refining(others)))


def _decisive(pen: Pen, part: SettlePart) -> tuple[Cell, ...]:
    return (cell(part.question), cell(part.why), cell(part.where or pen.phrase("none-noted")))


def _refining(found: Iterable[SettlePart]) -> Iterator[Item]:
    for part in found:
        where = (Run(text=f" → {capital(part.where)}", style="note"),) if part.where else ()
        yield Item(line=(Run(text=part.question), *where))
