"""A pane of any size, however small: every screen is shown, answered and left."""

from datetime import date

import pytest
from textual.widgets import Static

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.tui import PetrAdvisorApp
from petr_advisor.tui.widgets.ask_panel import AskPanel
from tests.tui.conftest import AppMaker, answers, begin, on_screen, press, settle

SIZES = [(1, 1), (5, 24), (20, 5)]


@pytest.mark.parametrize("size", SIZES)
async def test_a_pane_too_small_to_read_kills_nothing(make: AppMaker, size: tuple[int, int]) -> None:
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await pilot.resize_terminal(*size)
        await press(pilot, "1", "i", "left", "f1", "escape", "p", "enter", "escape", "d", "escape", "r", "enter")
        await press(pilot, "escape", "escape", "c", "tab", "c", "escape", "x", "escape", "m", "a", "escape", "escape")
        await press(pilot, "l", "escape", "escape")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert pilot.app.is_running


async def test_a_consultation_is_held_in_twenty_columns_and_five_lines(make: AppMaker) -> None:
    """What is asked and the mark are in sight, then what follows."""
    async with make().run_test(size=(20, 5), notifications=True) as pilot:
        await settle(pilot)
        assert "Nouvelle" in on_screen(pilot)
        await begin(pilot)
        assert "Quelle forme" in on_screen(pilot)
        assert "( ) Association" in on_screen(pilot)
        await press(pilot, "enter")
        assert not answers(pilot)  # nothing is chosen beforehand
        await press(pilot, "down", "down", "enter")
        assert answers(pilot)
        await press(pilot, "c")
        assert "Transformer le syndicat" in on_screen(pilot)


async def test_the_whole_question_and_its_help_key_are_in_sight_in_ten_lines() -> None:
    """It was cut after two lines, with four empty ones below; and nothing told of F1."""
    case = Consultation.start(load(), date(2026, 11, 24), ["evolution"], engine("native"))
    app = PetrAdvisorApp(
        case.base, register_folder=None, language="fr", as_of=date(2026, 11, 24), engine=engine("native")
    )
    async with app.run_test(size=(40, 10), notifications=True) as pilot:
        await settle(pilot)
        case = case.answer("structure.legal_form", "closed_syndicate")
        app.post_message(app.Begun("Pays de la Bruche", case.answer("project.scope", "project")))
        await settle(pilot)
        await settle(pilot)
        panel = pilot.app.screen.query_one(AskPanel)
        question = panel.question
        assert question is not None
        words = str(panel.query_one(".question", Static).render())
        assert " ".join(words.split()) in on_screen(pilot)
        assert not panel.query_one(".help").display  # the style sheet hides it here: a question put showed it again
        assert "F1" in on_screen(pilot)
