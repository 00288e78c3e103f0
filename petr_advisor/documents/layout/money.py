"""The parts of a document about perimeters and money."""

from collections.abc import Iterator

from petr_advisor.documents.blocks import (
    Block,
    Bullets,
    Cell,
    Heading,
    Item,
    Paragraph,
    PictureBlock,
    Run,
    Table,
    cell,
    plain,
)
from petr_advisor.documents.layout.middle import money_rules
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.model_money import AskNext, Funding, FundingOption, FundingQuestion
from petr_advisor.words.typography import capital
from petr_advisor.words.voice import STATUS_SYMBOL

OPTIONS_SHOWN = 12
"""More ways than this would bury the ones that count; the comparison of options has them all."""


def perimeters(pen: Pen) -> Iterator[Block]:
    """Lay out how the SCoTs lie on the territory."""
    found = pen.report.perimeters
    if found is None:
        return
    yield Heading(level=1, text=pen.phrase("perimeters"), id="perimeters")
    items = [
        Item(line=pen.with_cites(text, found.citations if not number else ())) for number, text in enumerate(found.said)
    ]
    yield Bullets(items=tuple(items))
    if found.picture:
        yield PictureBlock(picture=found.picture)
    if found.left_out:
        yield Paragraph(line=plain(pen.phrase("perimeters-not-asked", title=found.left_out.title)))


def funding(pen: Pen) -> Iterator[Block]:
    """Lay out contracts and funds, what the way retained changes, the rules, and what is left to ask."""
    found = pen.report.funding
    yield Heading(level=1, text=pen.phrase("funding"), id="funding")
    yield Paragraph(line=plain(pen.phrase("funding-text")))
    for question in found.questions:
        yield from _question(pen, question)
    yield from _left_out(pen, found)
    if found.arguments:
        yield Heading(level=2, text=pen.phrase("funding-arguments"), id="funding-arguments")
        signs = ((pen.phrase("col-for" if merit.favours else "col-against"), merit) for merit in found.arguments)
        items = (
            Item(line=(Run(text=f"{side} – ", style="strong"), *pen.with_cites(merit.text, merit.citations)))
            for side, merit in signs
        )
        yield Bullets(items=tuple(items))
    if found.steps:
        yield Heading(level=2, text=pen.phrase("funding-steps"), id="funding-steps")
        yield pen.steps_table(pen.phrase("funding-steps"), found.steps)
    yield from money_rules(pen, (duty for duty in pen.report.duties if duty.about_money))


def _question(pen: Pen, question: FundingQuestion) -> Iterator[Block]:
    yield Heading(level=2, text=question.title, id=f"funding-{question.question}")
    yield Paragraph(line=plain(question.decision))
    if question.options:
        keys = ("col-fund", "col-status", "col-lacking", "col-first", "col-text")
        rows = tuple(_option(pen, option) for option in question.options[:OPTIONS_SHOWN])
        header = tuple(map(pen.phrase, keys))
        yield Table(caption=question.title, header=header, rows=rows, widths=(25, 15, 23, 21, 16))


def _option(pen: Pen, option: FundingOption) -> tuple[Cell, ...]:
    title = [(Run(text=option.title, style="strong"),)]
    title += [(Run(text=capital(pen.phrase("retained-mark")), style="note"),)] if option.retained else []
    status = (
        Run(text=STATUS_SYMBOL[option.status], style="mark"),
        Run(text=f" {pen.status(option.status)}"),
    )
    first = option.first
    act = ((Run(text=first.who, style="strong"), Run(text=f" – {first.does}")),) if first else ()
    lacking = cell(*option.lacking) or cell(capital(pen.phrase("nothing-lacking")))
    return (tuple(title), (status,), lacking, act or cell(pen.phrase("none-noted")), (pen.cites(option.citations),))


def _left_out(pen: Pen, found: Funding) -> Iterator[Block]:
    if not found.left_out:
        return
    yield Heading(level=2, text=pen.phrase("funding-not-asked"), id="funding-not-asked")
    key = "funding-partly-asked-text" if found.questions else "funding-not-asked-text"
    yield Paragraph(line=plain(pen.phrase(key)))
    yield Bullets(items=tuple(_asked_next(each) for each in found.left_out))


def _asked_next(each: AskNext) -> Item:
    return Item(line=(Run(text=f"{each.title} – ", style="strong"), Run(text=each.text)))
