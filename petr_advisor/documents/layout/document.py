"""A whole document, in order, with its headings numbered."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from petr_advisor.documents.blocks import Block, Heading, Table
from petr_advisor.documents.layout import back, brief, front, ground, middle, money, note, plan, running, summary
from petr_advisor.documents.layout.columns import fitted
from petr_advisor.documents.layout.linking import relinked
from petr_advisor.documents.layout.pen import Pen, pen_for
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_document import Document
from petr_advisor.documents.sizes import Annex, Size

LaidOut = Callable[[Pen], Iterator[Block]]
"""A part of a document."""

PARTS: tuple[LaidOut, ...] = (
    summary.summary,
    running.running,
    front.compared,
    front.recommendation,
    middle.steps,
    plan.roadmap,
    middle.duties,
    middle.risks,
    ground.ground,
    middle.governance,
    money.perimeters,
    money.funding,
    back.disputed,
    back.settle,
    back.sources,
    back.answers,
    back.proof,
    back.norms,
    back.colophon,
)
"""The parts of a whole file, in order."""
NOTE: tuple[LaidOut, ...] = (note.note,)
"""What a council votes on."""
REPORT: tuple[LaidOut, ...] = (
    note.opening,
    running.running,
    brief.compared,
    brief.conditions,
    brief.plan,
    brief.governance,
    brief.ground,
    brief.funding,
    brief.risks,
    brief.disputed,
    brief.settle,
)
"""What an adviser presents: alternatives compared once, the plan, seats, money, risks."""
OF_ANNEX: Mapping[Annex, LaidOut] = {
    "sources": back.sources,
    "answers": back.answers,
    "proof": back.proof,
    "norms": back.norms,
}
"""The parts that a whole file may go without."""

CONCLUSIONS: tuple[LaidOut, ...] = (
    summary.summary,
    running.running,
    front.compared,
    front.recommendation,
    middle.steps,
    middle.duties,
    middle.risks,
    money.funding,
    back.disputed,
    back.settle,
)
"""What follows from the answers, without the plan and the annexes."""
HELD_BACK: tuple[LaidOut, ...] = (summary.conflicts, back.settle)
"""What is told of answers that exclude each other."""
PLAN: tuple[LaidOut, ...] = (plan.roadmap,)
"""Who does what, and when."""

KINDS: Mapping[Size, str] = {"note": "kind-of-document", "report": "kind-of-report", "file": "kind-of-file"}
"""What each size is called: phrases."""
MOST_PAGES: Mapping[Size, tuple[int, int]] = {"note": (2, 4), "report": (15, 30)}
"""The most pages on one question, on several."""
CONTENTS = 40
"""How many entries of a table of contents fit on a page."""
ANNEXES = frozenset({"answers", "proof", "norms"})
"""Parts that bear a letter rather than a number."""


def document_of(report: Report, *, numbered: bool = True) -> Document:
    """Lay out a report in its size; what leads to a part that is left out leads to the site of the law, or nowhere.

    A format that numbers headings by itself has them without their numbers.
    """
    left_out = {OF_ANNEX[annex] for annex in report.without}
    parts = {"note": NOTE, "report": REPORT, "file": PARTS}[report.size]
    found = lay_out(
        report, (part for part in parts if part not in left_out), numbered=numbered and report.size != "note"
    )
    return found if report.size == "file" and not left_out else relinked(found, pen_for(report))


def lay_out(report: Report, parts: Iterable[LaidOut] = PARTS, *, numbered: bool = True) -> Document:
    """Lay out some parts of a report; all those of a whole file by default."""
    pen = pen_for(report)
    blocks = (block for part in parts for block in part(pen))
    return Document(
        language=report.language,
        kind=pen.phrase(KINDS[report.size]),
        brief=report.size == "note",
        most_pages=_most_pages(report),
        cover=report.cover,
        blocks=tuple(_ordered(blocks, numbered=numbered)),
    )


def _most_pages(report: Report) -> int | None:
    """Give how many pages a document keeps to; None for the full file."""
    one, many = MOST_PAGES.get(report.size, (None, None))
    return one if len(report.questions) == 1 else many


def contents_depth(blocks: Iterable[Block]) -> int:
    """Give how many levels of headings the table of contents holds, so that it fits on a page."""
    listed = [block for block in blocks if isinstance(block, Heading) and block.listed and block.level <= 2]
    return 2 if len(listed) <= CONTENTS else 1


def _fitted(table: Table, above: str) -> Table:
    """Fit the columns of a table to their words, and leave out its caption where the heading above says it."""
    return fitted(table.model_copy(update={"captioned": False}) if table.caption == above else table)


def _ordered(blocks: Iterator[Block], *, numbered: bool) -> Iterator[Block]:
    """Number the parts, close the gaps between levels of headings, and leave out captions that repeat a heading."""
    number, depth, above = 0, 0, ""
    for block in blocks:
        if not isinstance(block, Heading):
            yield _fitted(block, above) if isinstance(block, Table) else block
            continue
        above = block.text
        level = min(block.level, depth + 1)
        depth = level
        text = block.text
        if numbered and level == 1 and block.id not in ANNEXES:
            number += 1
            text = f"{number}. {text}"
        yield block.model_copy(update={"level": level, "text": text})
