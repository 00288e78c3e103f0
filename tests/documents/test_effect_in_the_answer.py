"""The answer of a note that takes effect says when, beside what is proposed: the first page may hold nothing else."""

import pytest

from petr_advisor.documents.blocks import Callout, Table
from petr_advisor.documents.layout.document import document_of

from .conftest import reading_report
from .test_formats import squeezed

FRAMED_ALONE, FRAMED_FIRST, IN_THE_TABLE = (
    "syndicat-ouvert-transformation-2026",
    "petr-entree-projet-2026",
    "syndicat-2014",
)


@pytest.mark.parametrize("name", [FRAMED_ALONE, FRAMED_FIRST, IN_THE_TABLE, "association-votes-prevus-2026"])
def test_the_answer_says_when_it_takes_effect(name: str) -> None:
    """Of six notes, five gave that day on their second page only."""
    report = reading_report(name)
    assert report.roadmap is not None
    assert report.note is not None
    (task,) = (each for each in report.roadmap.tasks if each.number == report.roadmap.effect)
    (group,) = (each for each in report.roadmap.groups if each.number == task.group)
    said = [(answer.question, part) for answer in report.note.answers for part in answer.parts if part.effect]
    ((question, part),) = said
    assert question == group.id.partition("/")[0]
    blocks = [block for block in document_of(report).blocks if isinstance(block, Callout | Table)]
    (told,) = (block for block in blocks if squeezed(part.words) in squeezed(block.model_dump_json()))
    assert squeezed(str(part.effect)) in squeezed(told.model_dump_json())
