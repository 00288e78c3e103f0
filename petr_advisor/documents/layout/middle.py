"""The parts of a document that say what to do: steps, duties, risks, seats."""

from collections.abc import Iterable, Iterator, Sequence

from petr_advisor.documents.blocks import (
    Block,
    Bullets,
    Cell,
    ChartBlock,
    Heading,
    Item,
    Line,
    Paragraph,
    Run,
    Series,
    Table,
    cell,
    plain,
)
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.model_matters import DutyPart, Governance
from petr_advisor.words.typography import capital
from petr_advisor.words.voice import STATUS_SYMBOL

MOST_CHARTED = 20
"""Members compared by bars; for more the table alone is readable."""


def steps(pen: Pen) -> Iterator[Block]:
    """Lay out the steps of the options retained."""
    yield Heading(level=1, text=pen.phrase("steps"), id="steps")
    shown = False
    for question in pen.report.questions:
        if question.to_lift:
            shown = True
            yield Heading(level=2, text=pen.phrase("lift"), id=f"lift-{question.id}")
            yield pen.steps_table(pen.phrase("lift"), question.to_lift)
        for option in filter(None, map(pen.option, question.retained)):
            if option.steps:
                shown = True
                title = pen.phrase("steps-for", option=option.title)
                yield Heading(level=2, text=title, id=f"steps-{option.id}")
                yield pen.steps_table(title, option.steps)
    if not shown:
        yield Paragraph(line=plain(pen.phrase("no-steps")))


def duties(pen: Pen) -> Iterator[Block]:
    """Lay out duties but those about money: of the case, of the way retained, of other readings."""
    yield Heading(level=1, text=pen.phrase("duties"), id="duties")
    found = [duty for duty in pen.report.duties if not duty.about_money]
    if not found and not pen.report.duties_otherwise:
        yield Paragraph(line=plain(pen.phrase("held-back" if pen.report.conflicts else "no-duty")))
    if len(found) < len(pen.report.duties):
        yield Paragraph(line=plain(pen.phrase("duties-of-money-apart")))
    groups = {
        "duties-of-way" if _retained(pen) else "duties-of-open-ways": [duty for duty in found if duty.options],
        "duties-of-case": [duty for duty in found if not duty.options],
        "otherwise": list(pen.report.duties_otherwise),
    }
    for key, group in groups.items():
        yield from _duties(pen, key, group)


def _duties(pen: Pen, key: str, found: Sequence[DutyPart]) -> Iterator[Block]:
    if found:
        yield Heading(level=2, text=pen.phrase(key), id=key)
        yield duties_table(pen, pen.phrase(key), found)


def money_rules(pen: Pen, found: Iterable[DutyPart]) -> Iterator[Block]:
    """Lay out duties about money; apart, where no way is retained, those that only a way still possible would bring."""
    retained, groups = _retained(pen), dict[str, list[DutyPart]]()
    for duty in sorted(found, key=lambda duty: bool(duty.options and not retained)):
        key = "funding-rules" if retained or not duty.options else "funding-rules-of-open-ways"
        groups.setdefault(key, []).append(duty)
    for key, group in groups.items():
        yield from _duties(pen, key, group)


def _retained(pen: Pen) -> bool:
    """Tell whether some way is retained: the duties told are then those met on it."""
    return any(question.retained for question in pen.report.questions)


def duties_on_way(pen: Pen, option: str) -> Iterator[Block]:
    """Lay out the duties and the risks met on the way of an option, then those that arise in any case, by subject."""
    report = pen.report
    for kinds, own, common in (
        (report.duties, "duties-on-the-way", "duties-anyway"),
        (report.risks, "risks-on-the-way", "risks-anyway"),
        (report.duties_otherwise, "otherwise", "otherwise"),
    ):
        on_way = [duty for duty in kinds if option in duty.options]
        anyway = [duty for duty in kinds if duty.anyway and duty not in on_way]
        groups = {own: on_way, common: anyway} if own != common else {own: [*on_way, *anyway]}
        for key, group in groups.items():
            yield from _by_topic(pen, key, group)


def _by_topic(pen: Pen, key: str, found: Sequence[DutyPart]) -> Iterator[Block]:
    """Lay out duties under the subject of each; the order within a subject is kept."""
    topics: dict[str, list[DutyPart]] = {}
    for duty in found:
        topics.setdefault(duty.topic or "", []).append(duty)
    if found:
        yield Heading(level=2, text=pen.phrase(key), id=key)
    for topic, group in topics.items():
        if len(topics) > 1 and topic:
            yield Heading(level=3, text=topic, id=f"{key}-{topic}", listed=False)
        risks = all(duty.kind == "warning" for duty in group)
        yield risks_table(pen, topic, group) if risks else duties_table(pen, topic, group)


def duties_table(pen: Pen, caption: str, found: Iterable[DutyPart]) -> Table:
    """Lay out duties as a table."""
    header = tuple(pen.phrase(key) for key in ("col-kind", "col-who", "col-duty", "col-text"))
    rows = tuple(
        (
            ((Run(text=capital(pen.duty(duty.kind)), about=_about(duty)),),),
            cell(duty.who),
            tuple(_duty_lines(pen, duty)),
            (pen.cites(duty.citations),),
        )
        for duty in found
    )
    return Table(caption=caption, header=header, rows=rows, widths=(17, 18, 45, 20))


def _duty_lines(pen: Pen, duty: DutyPart) -> Iterator[Line]:
    yield plain(capital(duty.does))
    yield from _when(pen, duty)
    for text in (duty.consequence, duty.precaution):
        if text:
            yield (Run(text=text, style="note"),)
    if duty.likelihood == "presumed":
        yield (Run(text=capital(pen.phrase("presumed")), style="note"),)
    yield from (_reading(pen, text) for text in duty.readings)


def _when(pen: Pen, duty: DutyPart) -> Iterator[Line]:
    """Say by when a duty is due, and what silence means."""
    when = pen.by_day(duty.deadline, duty) if duty.deadline else duty.when
    if when:
        yield (Run(text=capital(when), style="strong"),)
    if duty.silence:
        yield plain(capital(duty.silence))


def _about(duty: DutyPart) -> str:
    return f"duty:{duty.rule}" if duty.of is None else f"duty:{duty.rule}@{duty.of}"


def _reading(pen: Pen, text: str) -> Line:
    return (
        Run(text=f"{STATUS_SYMBOL['disputed']} ", style="mark"),
        Run(text=f"{pen.label('other-reading')} {text}", style="note"),
    )


def risks(pen: Pen) -> Iterator[Block]:
    """Lay out the risk register."""
    yield Heading(level=1, text=pen.phrase("risks"), id="risks")
    if not pen.report.risks:
        yield Paragraph(line=plain(pen.phrase("held-back" if pen.report.conflicts else "no-risk")))
        return
    yield risks_table(pen, pen.phrase("risks"), pen.report.risks)


def risks_table(pen: Pen, caption: str, found: Iterable[DutyPart]) -> Table:
    """Lay out risks as a table."""
    keys = ("col-risk", "col-likelihood", "col-consequence", "col-precaution", "col-text")
    rows = tuple(_risk(pen, risk) for risk in found)
    return Table(
        caption=caption,
        header=tuple(pen.phrase(key) for key in keys),
        rows=rows,
        widths=(24, 19, 20, 22, 15),
    )


def _risk(pen: Pen, risk: DutyPart) -> tuple[Cell, ...]:
    named = (
        (Run(text=capital(risk.does), about=_about(risk)),),
        *_when(pen, risk),
        (Run(text=risk.who, style="note"),),
    )
    none = pen.phrase("none-noted")
    return (
        (*named, *(_reading(pen, text) for text in risk.readings)),
        (plain(capital(pen.phrase(risk.likelihood))), *((Run(text=text, style="note"),) for text in risk.because)),
        cell(risk.consequence or none),
        cell(risk.precaution or none),
        (pen.cites(risk.citations),),
    )


def governance(pen: Pen) -> Iterator[Block]:
    """Lay out populations and seats."""
    found = pen.report.governance
    if found is None:
        return
    yield Heading(level=1, text=pen.phrase("governance"), id="governance")
    text = (
        pen.phrase("governance-kept" if found.kept else "governance-text", total=found.total, cap=found.cap)
        if found.total
        else pen.phrase("no-distribution")
    )
    yield Paragraph(line=pen.with_cites(text, found.citations))
    yield _seats_table(pen, found)
    if found.total and 1 < len(found.seats) <= MOST_CHARTED:
        yield seats_chart(pen, found)
    if found.remarks:
        yield Bullets(items=tuple(Item(line=plain(text)) for text in found.remarks))


def seats_chart(pen: Pen, found: Governance) -> ChartBlock:
    """Compare what each member weighs among the inhabitants and in the council."""
    total = sum(part.seats for part in found.seats)
    shares = [(part.member, part.share, part.seats / total) for part in found.seats]
    told = [
        pen.phrase("seats-chart-member", member=name, people=pen.share(people), seats=pen.share(seats))
        for name, people, seats in shares
    ]
    return ChartBlock(
        title=pen.phrase("seats-chart"),
        alt=pen.phrase("seats-chart-alt", members=told),
        categories=tuple(name for name, _, _ in shares),
        series=(
            Series(name=pen.phrase("seats-chart-people"), values=tuple(people for _, people, _ in shares)),
            Series(name=pen.phrase("seats-chart-seats"), values=tuple(seats for _, _, seats in shares)),
        ),
    )


def _seats_table(pen: Pen, found: Governance) -> Table:
    columns = ["col-proposed", "col-kept"] if found.kept else ["col-before", "col-after"]
    before = any(part.before_cap for part in found.seats)
    columns = columns[0 if before else 1 :] if found.total else []
    keys = ["col-member", "col-population", "col-share", *columns]
    rows = []
    for part in found.seats:
        seats = [str(part.before_cap), str(part.seats)][-len(columns) :] if columns else []
        rows.append(
            tuple(cell(text) for text in (part.member, pen.number(part.population), pen.share(part.share), *seats))
        )
    people = sum(part.population for part in found.seats)
    totals = [
        pen.number(people),
        pen.share(1),
        *([str(sum(p.before_cap for p in found.seats)), str(found.total)][-len(columns) :] if columns else []),
    ]
    rows.append(
        (((Run(text=pen.phrase("col-total"), style="strong"),),), *(((Run(text=t, style="strong"),),) for t in totals))
    )
    return Table(
        caption=pen.phrase("governance"),
        header=tuple(pen.phrase(key) for key in keys),
        rows=tuple(rows),
        widths=(40, 16, 12, 16, 16)[: len(keys)],
        figures=(1, 2, 3, 4)[: len(keys) - 1],
    )
