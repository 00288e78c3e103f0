"""Once the statuses are settled the conclusions open, and details are asked on wish."""

from datetime import date

import pytest
from textual.pilot import Pilot

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.files.locations import examples_folder, knowledge_folder
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.form import UNKNOWN
from petr_advisor.scenarios.loading import load_scenarios
from petr_advisor.tui import PetrAdvisorApp
from petr_advisor.tui.evaluator import evaluate
from petr_advisor.tui.pauses import Pauses
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.tui.widgets.lines import Lines
from tests.tui.conftest import app_of, asked, notices, on_screen, press, settle


def settled() -> Consultation:
    """The association of a pays, asked until its ways are known."""
    base = load()
    path = examples_folder() / "evolution" / "matrix" / "association.yaml"
    scenario = next(iter(load_scenarios(path, base)))
    found = Consultation.start(base, scenario.as_of, scenario.key_questions, engine("native"))
    while (question := found.next_question_for()) is not None:
        value = scenario.answers.get(question.fact, UNKNOWN)
        if question.kind.entity:
            found = scenario.with_members(found)
        elif value == UNKNOWN:
            found = found.dont_know(question.fact, question.of)
        else:
            found = found.answer(question.fact, value)
    return found


def opened(consultation: Consultation) -> PetrAdvisorApp:
    return PetrAdvisorApp(
        consultation.base, register_folder=knowledge_folder() / "territories", language="fr",
        as_of=date(2026, 11, 24), engine=engine("native"),
    )  # fmt: skip


async def resume(pilot: Pilot[str], consultation: Consultation) -> None:
    app = app_of(pilot)
    await settle(pilot)
    app.post_message(app.Begun("Pays de la Bruche", consultation))
    await settle(pilot)
    await settle(pilot)


async def test_conclusions_first_then_details_on_wish() -> None:
    consultation = settled()
    async with opened(consultation).run_test(size=(100, 30), notifications=True) as pilot:
        await resume(pilot, consultation)
        assert isinstance(pilot.app.screen, OutcomesScreen)
        assert "questions facultatives" in on_screen(pilot)
        assert "à trancher ·" not in on_screen(pilot)
        assert "Échap : préciser, si vous le souhaitez" in notices(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, QuestionScreen)
        shown = on_screen(pilot)
        assert asked(pilot) is None
        assert "Toutes les questions à trancher ont été posées, mais 7 questions à vérifier" in shown
        left = consultation.left  # what was never put and can still change the proposal comes before what refines it
        assert left.never_put
        assert f"(•) répondre à ce qui peut encore changer la proposition ({left.to_check} questions)" in shown
        assert "( ) le chemin à suivre : conditions, remèdes, étapes (" in shown
        await press(pilot, "l")
        assert "the path to follow: conditions, remedies, steps" in on_screen(pilot)


@pytest.mark.parametrize("never_put", [True, False])
def test_what_nobody_knew_comes_after_what_can_be_said(never_put: bool) -> None:  # noqa: FBT001
    """Only what was never put is offered first: asked again, « I do not know » stays one."""
    consultation = settled()
    if not never_put:
        while consultation.left.never_put:
            for fact in consultation.left.unasked - {fact for fact, _ in consultation.state.answers}:
                consultation = consultation.dont_know(fact)
    first, *_ = [action for action, _ in Pauses("fr").details(evaluate(consultation)).choices]
    assert (first == "app.find_out") is never_put


@pytest.mark.parametrize("height", [24, 18])
async def test_what_is_proposed_is_read_from_its_first_word(height: int) -> None:
    """A notice took lines, and the proposal began out of sight; further down no line is cut above either."""
    consultation = settled()
    async with opened(consultation).run_test(size=(80, height), notifications=True) as pilot:
        await resume(pilot, consultation)
        options = pilot.app.screen.query_one("#options", Lines)
        assert "Échap : préciser" in notices(pilot)
        assert options.scroll_offset.y == 0
        begun, seen = options.highlighted, options._begins_in_sight
        assert seen == (height == 24)
        await press(pilot, "down")
        assert options.in_sight(options.highlighted or 0)
        assert (options.highlighted != begun) == seen  # what was not in sight is come to first
        for _ in range(options.option_count):
            await press(pilot, "down")
            assert options._lines[options.scroll_offset.y][1] == 0


async def test_one_group_is_asked_then_the_others_are_offered() -> None:
    consultation = settled()
    left = consultation.agenda.details
    async with opened(consultation).run_test(size=(100, 30), notifications=True) as pilot:
        await resume(pilot, consultation)
        await press(pilot, "escape", str(list(left).index("path") + 2))
        wanted = {question.fact for question in left["path"]}
        for _ in left["path"]:
            assert asked(pilot) in wanted
            await press(pilot, "i")
        assert asked(pilot) is None
        assert isinstance(pilot.app.screen, OutcomesScreen)
        await press(pilot, "escape")
        shown = on_screen(pilot)
        assert "vos obligations" in shown
        assert "le chemin à suivre" not in shown


async def test_stopping_there_reads_the_conclusions() -> None:
    consultation = settled()
    async with opened(consultation).run_test(size=(100, 30), notifications=True) as pilot:
        await resume(pilot, consultation)
        await press(pilot, "escape", "end", "enter")
        assert isinstance(pilot.app.screen, OutcomesScreen)


async def test_a_page_with_nothing_to_choose_keeps_the_line_that_one_is_on() -> None:
    """After Page Down no line was: « Pas d'étapes » was said of the way whose steps stood below."""
    consultation = settled()
    async with opened(consultation).run_test(size=(80, 24), notifications=True) as pilot:
        await resume(pilot, consultation)
        options = pilot.app.screen.query_one("#options", Lines)
        await press(pilot, "pagedown", "e")
        assert "Pas d’étapes" not in on_screen(pilot)
        assert pilot.app.focused is pilot.app.screen.query_one("#details", Lines)
        options.focus()
        for key in ("pagedown", "pagedown", "pageup", "pageup"):
            before = options.scroll_offset.y
            await press(pilot, key)
            assert options.highlighted is not None, key
            assert options.target is not None, key
            if key == "pagedown" and options.max_scroll_y > before:
                assert options.scroll_offset.y > before
