"""What is said when nothing more is asked agrees with the options; the start screen has a help of its own."""

from datetime import date

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.tui.evaluator import evaluate
from petr_advisor.tui.pauses import settled
from petr_advisor.words.voice import screen_voice
from tests.tui.conftest import AppMaker, on_screen, press, settle


def test_ways_that_are_all_to_be_settled_are_not_said_to_be_known() -> None:
    """A syndicate of 2014 whose every answer is « I do not know »."""
    base = load()
    case = Consultation.start(base, date(2014, 6, 15), ["evolution"], engine("native"))
    case = case.answer("structure.legal_form", "closed_syndicate")
    while (question := case.next_question_for()) is not None:
        case = case.dont_know(question.fact, question.of)
    evaluation = evaluate(case)
    statuses = [route.status for route in evaluation.outcomes[0].routes]
    said = settled(evaluation)
    assert str(statuses.count("undetermined")) in said.fr
    assert said.fr != screen_voice("fr").phrase("details.known")
    assert said.en != screen_voice("en").phrase("details.known")


def test_ways_are_not_known_while_what_is_to_be_checked_can_change_them() -> None:
    """« Les voies possibles sont connues. 2 questions peuvent encore changer la proposition »: finished or not?"""
    base = load()
    case = Consultation.start(base, date(2026, 11, 24), ["evolution"], engine("native"))
    case = case.answer("structure.legal_form", "petr")
    while (question := case.next_question_for()) is not None:
        case = case.dont_know(question.fact, question.of)
    evaluation = evaluate(case)
    said = settled(evaluation)
    assert evaluation.left.to_check
    assert f"{evaluation.left.to_check} question" in said.fr
    assert "connues" not in said.fr
    assert "known" not in said.en


def test_one_question_is_not_said_in_the_plural() -> None:
    assert screen_voice("fr").phrase("details.one", what="x", count=1) == "x (1 question)"
    assert screen_voice("en").phrase("details.one", what="x", count=2) == "x (2 questions)"


async def test_the_start_screen_has_its_own_help(make: AppMaker) -> None:
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "f1")
        assert "Tab et Maj+Tab, ou ↓ et ↑, passent" in on_screen(pilot)
