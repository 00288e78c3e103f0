"""What is first to be found out: the day of an event by law that comes first; never what an answer itself leads to."""

from datetime import date

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.knowable import questions_of, said_missing
from petr_advisor.consulting.requirements import waited_for
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from tests.documents.conftest import case_in, real_base, report_of
from tests.tui.test_checklists import HELD, answered, held_to_the_end


def test_the_term_of_a_gip_is_told_and_its_day_asked_for_first() -> None:
    case = case_in(examples_folder() / "evolution" / "traps" / "gip-term-of-unknown-day.yaml")
    report = report_of(case)
    (term,) = report.terms
    assert term.day is None
    assert "4 mois avant ce jour" in term.ask
    assert report.settle[0].fact == "structure.gip_ends_on"
    europe = next(question for question in report.questions if question.id == "europe")
    assert "jour qui reste à dire" in europe.decision


def test_beside_a_petr_proposed_nobody_is_asked_whether_one_is_planned() -> None:
    case = case_in(examples_folder() / "course" / "change-led-where-a-petr-is-proposed.yaml")
    assert case.course.lines[0].option is not None
    assert case.course.lines[0].option.id == "creation"
    assert "structure.petr_planned" in {question.fact for question in case.agenda.questions}
    assert "structure.petr_planned" not in {part.fact for part in report_of(case).settle}


def test_the_answers_that_are_missing_are_named() -> None:
    """« 2 réponses manquent » says which, as it does of disputed points and of other subjects."""
    case = case_in(examples_folder() / "course" / "change-led-where-a-petr-is-proposed.yaml")
    parts = [line.sure for question in report_of(case).questions for line in question.lines if line.sure]
    missing = [(sure, part) for sure in parts for part in sure.missing if part.kind == "answers"]
    assert missing
    for sure, part in missing:
        label = case.base.facts[part.ids[0].partition("@")[0]].label.in_("fr")
        assert label in part.said
        assert part.said in sure.said


@pytest.fixture(scope="module")
def little_known() -> Consultation:
    """A closed syndicate of 2014, of which all that is asked is answered « I do not know » but what it is for."""
    case = Consultation.start(real_base(), date(2014, 6, 15), ["evolution"], engine("native"))
    case = case.answer("structure.legal_form", "closed_syndicate").answer("project.scope", "project")
    while (question := case.agenda.next()) is not None:
        for each in case.agenda.together(question):
            case = case.dont_know(*each.key)
    return case


def test_each_condition_that_a_possible_way_waits_for_is_answerable_and_among_what_can_change_the_proposal(
    little_known: Consultation,
) -> None:
    """Whatever was answered « I do not know »: what applies only once something else is known leads to that."""
    case = little_known
    (line,) = case.course.lines
    assert line.rival is not None
    waiting = [found for found in line.rival.requirements if found.state == "unknown"]
    assert len(waiting) > 4
    decisive = {part.fact for part in report_of(case).settle if part.decisive}
    told = {
        found.key: found.questions
        for question in report_of(case).questions
        for option in question.options
        for found in option.requirements
    }
    for found in waiting:
        answering = questions_of(case, waited_for(case, [found]))
        assert answering, found.key
        assert {fact for fact, _ in answering} <= decisive, found.key
        assert set(told[found.key]) == {fact for fact, _ in answering}


@pytest.mark.parametrize("name", HELD)
def test_an_answer_said_to_be_missing_is_among_what_can_change_or_confirm_the_proposal(name: str) -> None:
    """What « to be confirmed » says is missing is found in the list, and answered there."""
    case = held_to_the_end(name)
    listed = {part.fact for part in report_of(case).settle if part.decisive}
    missing = said_missing(case)
    assert {fact for fact, _ in missing} <= listed
    for sure in case.sureness.values():
        for key in sure.answers:
            assert questions_of(case, [key]) or case.memory.applies(*key) is False, key


def test_an_earlier_subject_that_may_get_another_answer_says_by_which() -> None:
    told_of = HELD["a PETR with its SCoT, services and contracts"]
    known = {fact: value for fact, value in told_of["answers"].items() if fact != "petr.change_planned"}
    case = answered({**told_of, "answers": known})  # nobody knows what the PETR plans
    parts = [line.sure for question in report_of(case).questions for line in question.lines if line.sure]
    before = [part for sure in parts for part in sure.missing if part.kind == "questions"]
    unsure = {key for (key, _), sure in case.sureness.items() if sure.answers}
    lines = [(found.id, line.sure) for found in report_of(case).questions for line in found.lines if line.sure]
    told = {key for key, sure in lines if any(part.kind == "answers" for part in sure.missing)}
    assert before
    for part in before:
        assert unsure.intersection(part.ids) <= told or ", selon «" in part.said
