"""A note of one question compares a few ways and names the others that can be taken: none goes without a word."""

import pytest

from petr_advisor.documents.building.note_ways import POSSIBLE
from tests.documents.conftest import reading_report

CASES = (
    "petr-qui-reste-2026",
    "petr-service-prete-par-un-epci-2026",
    "scot-caduc-commun-scot-seul-2026",
    "service-du-petr-transfert-partiel-2026",
)


@pytest.mark.parametrize("name", CASES)
def test_each_way_that_can_be_taken_is_compared_or_named(name: str) -> None:
    report = reading_report(name)
    (question,), note = report.questions, report.note
    assert note is not None
    shown = {way.option for way in note.ways}
    routes = [each for each in question.options if each.kind == "route" and each.status in POSSIBLE]
    left = [each.title for each in routes if each.id not in {*shown, *question.retained}]
    assert left
    assert list(note.live[:4]) == left[:4]
    assert len(note.live) == min(len(left), 5)
