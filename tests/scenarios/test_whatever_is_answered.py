"""What every answer still to come leads to is proposed; what none of them leads to is not."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from petr_advisor.consulting import agreeing
from petr_advisor.consulting.agreeing import agreed
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course import Course, course
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenarios
from tests.documents.conftest import real_base

READING = examples_folder() / "reading"
OPEN = {
    "syndicat-ouvert-voies-qui-s-accordent-2015": "exits.accepted",
    "syndicat-ouvert-sorties-inconnues-2015": "exits.accepted",
    "transformation-bloquee-scot-garde-2026": "perimeter.remainder_sound",
    "petr-dechets-inconnu-2015": "power.held_by_members",
}
"""Cases in which a question waits for one fact that is yes or no."""


def _case(name: str) -> Consultation:
    found = load_scenarios(READING / f"{name}.yaml", real_base())
    return next(each for each in found if each.name == name).consultation(engine("native"))


def _said(found: Course[Consultation]) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {line.question: (line.state, tuple(option.id for option in line.options)) for line in found.lines}


def _answered() -> Iterator[tuple[str, Consultation, list[Course[Consultation]]]]:
    for name, fact in OPEN.items():
        case = _case(name)
        yield name, case, [case.answer(fact, value).course for value in (True, False)]


def test_nothing_is_proposed_that_no_answer_leads_to() -> None:
    for name, case, courses in _answered():
        for line in (line for line in case.course.lines if line.state == "proposed"):
            theirs = {option.id for each in courses for found in each.of(line.question) for option in found.options}
            assert theirs & {option.id for option in line.options}, (name, line.question)


def test_what_both_answers_lead_to_is_said_where_they_answer_the_open_question_differently() -> None:
    looked_at = 0
    for name, case, courses in _answered():
        here, theirs = _said(case.course), [_said(each) for each in courses]
        first = next(line.question for line in case.course.lines if line.state == "to_settle")
        for question in here if theirs[0][first] != theirs[1][first] else ():
            if theirs[0][question] == theirs[1][question]:
                looked_at += 1
                assert here[question] == theirs[0][question], (name, question)
    assert looked_at


def test_what_waits_for_an_answer_is_not_planned_before_it() -> None:
    lines = [line for name in OPEN for line in _case(name).course.lines if line.once_answered]
    assert lines
    assert not any(line.to_carry_out for line in lines)


def test_what_no_answer_leads_to_is_left_open_where_they_differ() -> None:
    case = _case("syndicat-ouvert-sorties-inconnues-2015")
    found = course(case)
    scot = found.of("scot")[0]
    other = scot.outcome.option("scot-coordination")
    assert other is not None
    put = replace(scot, state="proposed", options=(other,))
    left = agreed(case, Course((*found.of("evolution"), put))).of("scot")[0]
    assert (left.state, left.options) == ("to_settle", ())


def test_where_several_facts_are_missing_their_values_are_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A consultation of which nothing is known is asked at each of its steps."""
    tried: list[Consultation] = []

    def counted(case: Consultation) -> Course[Consultation]:
        tried.append(case)
        return course(case)

    monkeypatch.setattr(agreeing, "course", counted)
    case = _case("syndicat-ouvert-voies-qui-s-accordent-2015")
    assert agreed(case, course(case)).lines
    assert len(tried) == len((True, False))
    tried.clear()
    case = case.dont_know("perimeter.one_piece").dont_know("perimeter.no_enclave")
    found = course(case)
    assert next(line for line in found.lines if line.question == "evolution").state == "to_settle"
    assert agreed(case, found).lines
    assert tried == []


def test_where_no_later_line_follows_no_value_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    case = _case("syndicat-ouvert-voies-qui-s-accordent-2015")
    alone = Course(course(case).of("evolution"))
    monkeypatch.setattr(agreeing, "course", pytest.fail)
    assert agreed(case, alone).lines == alone.lines
