"""A way that a condition to be remedied makes conditional, and of which another is not known, is not counted on."""

import pytest

from petr_advisor.consulting.outcomes import first_route

from .conftest import READING, case_in


@pytest.mark.parametrize(
    ("name", "question", "way"),
    [
        ("syndicat-ouvert-gers-2014", "evolution", "l5741-4"),
        ("cumul-inconnu-part-trop-faible-2026", "cofunding", "region-and-departement-grants"),
    ],
)
def test_what_the_course_leaves_open_is_not_planned_for_another_question(name: str, question: str, way: str) -> None:
    case = case_in(READING / f"{name}.yaml")
    line = next(each for each in case.course.lines if each.question == question)
    assert line.state == "to_settle"
    assert line.rival is not None
    assert line.rival.id == way
    assert line.rival.hides
    assert first_route(case.put_to(question), question) is None
