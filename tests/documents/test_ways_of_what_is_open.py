"""A question still to be settled beside others has the ways open meanwhile compared: it is to be voted on as well."""

import pytest

from petr_advisor.inference.relevance import SHUT
from tests.documents.conftest import reading_report

CASES = (
    "aide-part-trop-faible-2026",
    "association-sieges-en-vote-2026",
    "gip-au-terme-proche-2015",
    "gip-terme-proche-2026",
    "petr-eau-des-communes-2026",
    "petr-sortie-2026",
    "transformation-bloquee-scot-garde-2026",
)


@pytest.mark.parametrize("name", CASES)
def test_what_can_be_done_meanwhile_is_compared(name: str) -> None:
    report = reading_report(name)
    assert report.note is not None
    open_yet = [question for question in report.questions if question.verdict == "to_settle"]
    assert len(report.questions) > 1
    assert open_yet != []
    for question in open_yet:
        routes = [each.id for each in question.options if each.kind == "route" and each.status not in SHUT]
        told = {way.option for way in report.note.ways if way.question == question.id}
        assert not routes or not told.isdisjoint(routes), question.id


def test_of_what_the_open_question_is_told_its_ways_tell_again_only_until_when_nothing_can_be_done() -> None:
    note = reading_report("gip-terme-proche-2026").note
    assert note is not None
    ways = [way for way in note.ways if way.question == "evolution"]
    assert [len(way.pleas) + len(way.against) for way in ways] == [1, 1]
    assert [way.kind for way in ways for said in way.against if "3 mai 2027" in said] == ["staying"]
