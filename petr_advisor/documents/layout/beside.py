"""Several dossiers beside one another, a column each: dates, what is proposed, the plan, the answers that differ."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.blocks import Block, Bullets, Cell, Heading, Item, Paragraph, Run, Table, cell, plain
from petr_advisor.documents.layout.altering import fact_name
from petr_advisor.documents.layout.comparing import headline
from petr_advisor.documents.roadmap_words import plan_in_short
from petr_advisor.explaining.comparing.comparison import told_as
from petr_advisor.explaining.explanations import entity_name
from petr_advisor.inference.facts import FactKey
from petr_advisor.words.voice import Voice

CRITERION = 24
"""The part of a table, in a hundred, that the names of its rows take."""
DIFFERS = "≠ "
"""What marks a row in which the dossiers differ."""


@dataclass(frozen=True)
class Column:
    """A dossier to lay beside others."""

    name: str
    consultation: Consultation
    changed: str = ""
    """The day it was last changed, in words; empty where that is not known."""


@dataclass(frozen=True)
class Row:
    """What one criterion says of each dossier."""

    title: str
    said: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether the dossiers differ in it."""
        return len(set(self.said)) > 1


@dataclass(frozen=True)
class Beside:
    """Dossiers beside one another, in words."""

    names: tuple[str, ...]
    sections: tuple[tuple[str, tuple[Row, ...]], ...]
    """The title of each part, and its rows."""
    nothing: str
    """What is said of a part without rows."""


def beside(columns: Sequence[Column], voice: Voice) -> Beside:
    """Say what several dossiers of one rule base have beside one another."""
    parts = {
        "beside.dates": tuple(_dates(columns, voice)),
        "compare.proposals": tuple(_proposals(columns, voice)),
        "compare.plans": (Row(voice.phrase("compare.plans"), tuple(_plan(each, voice) for each in columns)),),
        "beside.answers": (*_entities(columns, voice), *_answers(columns, voice)),
    }
    sections = tuple((voice.phrase(key), rows) for key, rows in parts.items())
    return Beside(tuple(each.name for each in columns), sections, voice.phrase("beside.same"))


def laid_out(found: Beside, most: int) -> Iterator[Block]:
    """Lay them out as tables with `most` dossiers at most in each; the first stands in every one, to compare with."""
    for number, (title, rows) in enumerate(found.sections):
        yield Heading(level=1, text=title, id=f"beside-{number}")
        if not rows:
            yield Paragraph(line=plain(found.nothing))
            continue
        for shown in _groups(len(found.names), most):
            yield _table(title, found.names, rows, shown)


def in_words(found: Beside, voice: Voice) -> Iterator[Block]:
    """Lay them out to be read aloud, line by line: what differs is said dossier by dossier, each by its name."""
    for number, (title, rows) in enumerate(found.sections):
        yield Heading(level=1, text=title, id=f"beside-{number}")
        if rows:
            yield Bullets(items=tuple(_item(found.names, row, voice) for row in rows))
        else:
            yield Paragraph(line=plain(found.nothing))


def _item(names: Sequence[str], row: Row, voice: Voice) -> Item:
    if not row.differs:
        return Item(line=plain(voice.labelled(row.title, row.said[0])))
    sides = (voice.labelled(name, said or "–") for name, said in zip(names, row.said, strict=True))
    return Item(line=plain(f"{DIFFERS}{row.title}"), children=tuple(Item(line=plain(side)) for side in sides))


def _groups(count: int, most: int) -> Iterator[tuple[int, ...]]:
    step = max(1, most - 1)
    for first in range(1, max(count, 2), step):
        yield (0, *range(first, min(first + step, count)))


def _table(title: str, names: Sequence[str], rows: Iterable[Row], shown: Sequence[int]) -> Table:
    width = (100 - CRITERION) // len(shown)
    lines = tuple((_title(row), *(cell(row.said[place]) for place in shown)) for row in rows)
    widths = (CRITERION, *(width for _ in shown))
    return Table(
        caption=title, captioned=False, header=("", *(names[place] for place in shown)), rows=lines, widths=widths
    )


def _title(row: Row) -> Cell:
    return ((Run(text=f"{DIFFERS if row.differs else ''}{row.title}", style="strong"),),)


def _dates(columns: Sequence[Column], voice: Voice) -> Iterator[Row]:
    yield Row(voice.phrase("beside.law"), tuple(voice.day(each.consultation.as_of) for each in columns))
    if any(each.changed for each in columns):
        yield Row(voice.phrase("beside.changed"), tuple(each.changed for each in columns))


def _proposals(columns: Sequence[Column], voice: Voice) -> Iterator[Row]:
    lines = [{(line.question, line.theme): line for line in each.consultation.course.lines} for each in columns]
    questions = columns[0].consultation.base.key_questions
    for key, theme in dict.fromkeys(place for found in lines for place in found):
        name = voice.say(questions[key].title)
        if theme is not None:
            name = f"{name} – {voice.say(questions[key].themes[theme])}"
        pairs = zip(columns, (found.get((key, theme)) for found in lines), strict=True)
        said = (headline(line, voice, told_as(each.consultation, line, key)) for each, line in pairs)
        yield Row(name, tuple(said))


def _plan(column: Column, voice: Voice) -> str:
    case = column.consultation
    return voice.phrase("course.conflict") if case.clashes else plan_in_short(case, voice)


def _entities(columns: Sequence[Column], voice: Voice) -> Iterator[Row]:
    """Give each entity that is in the lists of some dossiers only."""
    states = [each.consultation.state.lists for each in columns]
    for kind in dict.fromkeys(kind for lists in states for kind in lists):
        ids = [found.ids if (found := lists.get(kind)) is not None else () for lists in states]
        for of in dict.fromkeys(of for each in ids for of in each):
            if not all(of in each for each in ids):
                case = next(each.consultation for each, mine in zip(columns, ids, strict=True) if of in mine)
                there = (voice.phrase("beside.listed" if of in each else "beside.not-listed") for each in ids)
                yield Row(entity_name(case, kind, of), tuple(there))


def _answers(columns: Sequence[Column], voice: Voice) -> Iterator[Row]:
    """Give the answers that are not the same in all; those on an entity only where every dossier lists it."""
    answers = [each.consultation.state.answers for each in columns]
    order = {fact: number for number, fact in enumerate(columns[0].consultation.base.facts)}
    for key in sorted({key for found in answers for key in found}, key=lambda key: (order[key[0]], key[1] or "")):
        if key[1] is None or all(_lists(each, key[1]) for each in columns):
            case = next(each.consultation for each, found in zip(columns, answers, strict=True) if key in found)
            row = Row(fact_name(case, key, voice), tuple(_said(each, key, voice) for each in columns))
            if row.differs:
                yield row


def _lists(column: Column, of: str) -> bool:
    lists = column.consultation.state.lists.values()
    return any(found is not None and of in found.ids for found in lists)


def _said(column: Column, key: FactKey, voice: Voice) -> str:
    answer = column.consultation.state.answers.get(key)
    if answer is None:
        return voice.phrase("compare.unanswered")
    return voice.value(column.consultation.base.facts[key[0]], answer.value)
