"""A way that needs everybody is told to lack its votes where those that refused neither change nor leave."""

from functools import cache

import pytest

from petr_advisor.documents.blocks import Table
from petr_advisor.documents.layout.document import lay_out
from petr_advisor.documents.model import Report

from .conftest import READING, case_in, report_of
from .test_formats import squeezed

SYNDICATE = READING / "syndicat-d-office-vote-ouvert-2014.yaml"
WAY = "l5741-4"


@cache
def told(outlook: str, *questions: str) -> Report:
    """Give the report of a syndicate where two EPCIs refuse the automatic transformation, on some questions."""
    case = case_in(SYNDICATE).answer("refusal.outlook", outlook)
    return report_of(case.about(questions) if questions else case, "fr")


def lacking(report: Report) -> bool:
    """Tell whether a report says of the transformation by agreement that it would not gather its votes."""
    (way,) = [option for question in report.questions for option in question.options if option.id == WAY]
    return any(merit.no_votes for merit in way.merits)


def test_who_refuses_for_good_leaves_it_without_its_votes() -> None:
    report = told("firm")
    assert lacking(report)
    (way,) = [option for question in report.questions for option in question.options if option.id == WAY]
    assert way.status == "open", "no text closes it"
    assert report.note is not None
    others = [each for each in report.note.ways if each.kind == "other" and each.question == "evolution"]
    assert WAY not in {each.option for each in others}, "it is not what could be done instead"


@pytest.mark.parametrize("outlook", ["may_change", "may_leave"])
def test_who_may_change_or_leave_does_not(outlook: str) -> None:
    assert not lacking(told(outlook))


def test_where_it_is_compared_its_words_are_not_that_it_is_possible() -> None:
    report = told("firm", "evolution")
    text = squeezed(" ".join(block_texts(report)))
    assert squeezed("ne réunirait pas ses voix") in text


def block_texts(report: Report) -> list[str]:
    """Give the words of the tables of a document."""
    tables = [block for block in lay_out(report).blocks if isinstance(block, Table)]
    return [run.text for table in tables for row in table.rows for cell in row for line in cell for run in line]
