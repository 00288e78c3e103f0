"""The options compared, the recommendation and its reasons."""

from collections.abc import Iterable, Iterator, Sequence

from petr_advisor.documents.blocks import (
    Block,
    Bullets,
    Cell,
    Heading,
    Item,
    Line,
    Paragraph,
    Run,
    Table,
    cell,
    plain,
)
from petr_advisor.documents.layout.options import absent_in_short, arguments, conditions, cure_line, instead_of
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.layout.summary import NO_PROPOSAL, answer
from petr_advisor.documents.model_options import OptionPart, QuestionPart, RequirementPart
from petr_advisor.inference.relevance import SHUT
from petr_advisor.words.typography import no_capital
from petr_advisor.words.voice import REQUIREMENT_SYMBOL, STATUS_SYMBOL


def compared(pen: Pen) -> Iterator[Block]:
    """Lay out the options side by side."""
    yield Heading(level=1, text=pen.phrase("options"), id="options", new_page=True)
    for question in pen.report.questions:
        if len(pen.report.questions) > 1:
            yield Heading(level=2, text=question.title, id=f"options-of-{question.id}")
        yield Paragraph(line=plain(question.text), style="lead")
        keys = ("col-option", "col-status", "col-conditions", "col-for", "col-against")
        yield Table(
            caption=question.title if len(pen.report.questions) > 1 else pen.phrase("options"),
            captioned=False,
            header=tuple(pen.phrase(key) for key in keys),
            rows=tuple(_option_row(pen, option) for option in question.options),
            widths=(26, 17, 16, 21, 20),
        )
        if question.absent:
            level = 3 if len(pen.report.questions) > 1 else 2
            yield Heading(level=level, text=pen.phrase("absent"), id=f"absent-{question.id}", listed=False)
            yield Bullets(items=tuple(Item(line=absent_in_short(absent)) for absent in question.absent))


def _option_row(pen: Pen, option: OptionPart) -> tuple[Cell, ...]:
    return (tuple(_option_name(pen, option)), *_of_option(pen, option))


def _of_option(pen: Pen, option: OptionPart) -> tuple[Cell, ...]:
    """Give the status of an option, its conditions counted, what speaks for it and against it.

    What a way is speaks for it where nothing else does, as in the note.
    """
    none = cell(pen.phrase("none-noted"))
    states = [r.state for r in option.requirements]
    counts = [
        (Run(text=REQUIREMENT_SYMBOL[state], style="mark"), Run(text=f" {pen.phrase(f'count-{state}', n=n)}"))
        for state in ("met", "to_come", "unknown", "unmet")
        if (n := states.count(state))
    ]
    return (
        tuple(_option_status(pen, option)),
        tuple(counts) or none,
        _arguments([merit.text for merit in option.merits if merit.favours] or [option.summary]),
        _arguments(merit.text for merit in option.merits if not merit.favours) or none,
    )


def side_by_side(pen: Pen, options: Sequence[OptionPart], most: int) -> Iterator[Table]:
    """Lay out some options side by side, a column each, with what each criterion says; `most` in a table."""
    keys = ("col-status", "col-conditions", "col-for", "col-against")
    for first in range(0, len(options), most):
        shown = options[first : first + most]
        columns = [_of_option(pen, option) for option in shown]
        rows = tuple(
            (((Run(text=pen.phrase(key), style="strong"),),), *(column[place] for column in columns))
            for place, key in enumerate(keys)
        )
        header = (pen.phrase("col-option"), *map(_numbered, shown))
        width = 86 // len(shown)
        yield Table(
            caption=pen.phrase("options"), captioned=False, header=header, rows=rows,
            widths=(100 - width * len(shown), *(width for _ in shown)),
        )  # fmt: skip


def _arguments(texts: Iterable[str]) -> Cell:
    """Put arguments in a cell, with a dash before each when there are several."""
    found = tuple(texts)
    return cell(*(f"– {text}" for text in found)) if len(found) > 1 else cell(*found)


def _numbered(option: OptionPart) -> str:
    return f"{option.place}. {option.title}" if option.place else option.title


def _option_name(pen: Pen, option: OptionPart) -> Iterator[Line]:
    yield (Run(text=_numbered(option), style="strong", about=f"option:{option.id}"),)
    if option.tied:
        yield (Run(text=pen.phrase("tied"), style="note"),)
    if option.kind == "staying":
        yield (Run(text=pen.phrase("stay-title"), style="note"),)


def _option_status(pen: Pen, option: OptionPart) -> Iterator[Line]:
    word = pen.standing(option)
    yield (Run(text=STATUS_SYMBOL[option.status], style="mark"), Run(text=f" {word}"))
    if option.disputed:
        yield (Run(text=STATUS_SYMBOL["disputed"], style="mark"), Run(text=f" {pen.phrase('disputed-mark')}"))
    if option.status not in SHUT:
        yield (Run(text=pen.confidence(option.confidence), style="note"),)


def recommendation(pen: Pen) -> Iterator[Block]:
    """Lay out the recommendation and its reasons, then why the other ways are not open."""
    yield Heading(level=1, text=pen.phrase("recommendation"), id="recommendation")
    several = len(pen.report.questions) > 1
    for question in pen.report.questions:
        if several:
            yield Heading(level=2, text=question.title, id=f"recommendation-{question.id}")
        level = 3 if several else 2
        yield answer(pen, question)
        if question.reasons:
            key = "established-already" if question.verdict in NO_PROPOSAL else "reasons"
            yield Heading(level=level, text=pen.phrase(key), id=f"reasons-{question.id}", listed=False)
            items = tuple(Item(line=pen.with_cites(reason.text, reason.citations)) for reason in question.reasons)
            yield Bullets(items=items, numbered=True)
        for key in question.retained:
            if option := pen.option(key):
                yield Heading(level=level, text=option.title, id=f"option-{option.id}")
                yield Paragraph(line=pen.with_cites(option.summary, option.citations))
                yield from conditions(pen, option, pen.phrase("conditions-of"))
                yield from arguments(pen, option, level + 1)
        yield from _why_not(pen, question, level)


def _why_not(pen: Pen, question: QuestionPart, level: int) -> Iterator[Block]:
    """Lay out, for each option that is not open, what it lacks, the answers behind, the cures, the ways instead."""
    shut = {option.title for option in question.options if option.status == "closed"}
    told: set[tuple[str, str]] = set()
    cures: set[str] = set()
    items = []
    for option in question.options:
        if option.id in question.retained or option.status == "open":
            continue
        lacking = [r for r in option.requirements if r.state == "unmet"]
        if option.status != "closed" or not lacking:  # once it is closed, what is unknown no longer counts
            lacking = [r for r in option.requirements if r.state in {"unmet", "unknown"}]
        fresh = [found for found in lacking if (found.title, found.state) not in told]
        again = [found for found in lacking if (found.title, found.state) in told]
        told |= {(found.title, found.state) for found in fresh}
        children = [_lacking(pen, found) for found in fresh]
        if again:
            titles = pen.listed(no_capital(found.title) for found in again)
            fresh_cures = {cure.id: cure for found in again for cure in found.cures if cure.id not in cures}
            more = tuple(Item(line=cure_line(pen, cure)) for cure in fresh_cures.values())
            children.append(Item(line=plain(pen.phrase("said-above", conditions=titles)), children=more))
        cures |= {cure.id for found in lacking for cure in found.cures}
        if instead := instead_of(pen, lacking, shut):
            children.append(Item(line=instead))
        word = f" – {pen.status(option.status)}"
        line = (Run(text=option.title, style="strong", about=f"option:{option.id}"), Run(text=word, style="note"))
        items.append(Item(line=line, children=tuple(children)))
    if items:
        yield Heading(level=level, text=pen.phrase("why-not"), id=f"why-not-{question.id}")
        yield Bullets(items=tuple(items))


def _lacking(pen: Pen, found: RequirementPart) -> Item:
    """Say a condition that is not met, or not known to be: what shows it, where it is written, the cures."""
    mark = Run(text=f"{REQUIREMENT_SYMBOL[found.state]} ", style="mark")
    title = Run(text=found.title, about=f"requirement:{found.key}")
    because = (Run(text=f" – {pen.listed(found.behind)}", style="note"),) if found.behind else ()
    cures = tuple(Item(line=cure_line(pen, cure)) for cure in found.cures)
    return Item(line=(mark, title, *because, *pen.bracketed(found.citations)), children=cures)
