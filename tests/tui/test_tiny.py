"""A pane of any size, however small: every screen is shown, answered and left."""

from datetime import date

import pytest
from textual.widgets import Static

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.tui import PetrAdvisorApp
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.tui.widgets.ask_panel import AskPanel
from petr_advisor.tui.widgets.lines import Lines
from tests.tui.conftest import AppMaker, answers, begin, on_screen, press, settle
from tests.tui.test_checklists import app as real
from tests.tui.test_checklists import held_to_the_end, open_on

SIZES = [(1, 1), (5, 24), (20, 5)]


@pytest.mark.parametrize("size", SIZES)
async def test_a_pane_too_small_to_read_kills_nothing(make: AppMaker, size: tuple[int, int]) -> None:
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await pilot.resize_terminal(*size)
        await press(pilot, "1", "i", "left", "f1", "escape", "p", "enter", "escape", "d", "escape", "r", "enter")
        await press(pilot, "escape", "escape", "c", "tab", "j", "escape", "x", "escape", "m", "a", "escape", "escape")
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


async def test_a_question_is_whole_again_once_the_pane_is_large_again() -> None:
    """The bar that came beside its words in a small pane took from their width, and so stayed for want of it."""
    case = Consultation.start(load(), date(2026, 11, 24), ["evolution"], engine("native"))
    app = PetrAdvisorApp(
        case.base, register_folder=None, language="fr", as_of=date(2026, 11, 24), engine=engine("native")
    )
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        app.post_message(app.Begun("Pays de la Bruche", case.answer("structure.legal_form", "closed_syndicate")))
        await settle(pilot)
        await press(pilot, "1", "left")
        pilot.app.clear_notifications()
        await settle(pilot)
        before = on_screen(pilot)
        assert "Réponse actuelle" in before
        for size in ((40, 10), (80, 24), (40, 24), (80, 24)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
        assert on_screen(pilot) == before


async def test_the_proposal_is_in_sight_in_ten_lines_after_a_resize() -> None:
    """What stands above it stayed there alone; large again, all that is to be read first is."""
    case = held_to_the_end("an association of real members")
    async with real(as_of=case.as_of).run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await open_on(pilot, case)
        await settle(pilot)
        assert isinstance(pilot.app.screen, OutcomesScreen)
        pilot.app.clear_notifications()
        await settle(pilot)
        before = on_screen(pilot)
        assert "dates légales" in before
        await pilot.resize_terminal(40, 10)
        await settle(pilot)
        assert on_screen(pilot).startswith("● 1 Créer un PETR")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert on_screen(pilot) == before


async def test_conclusions_filled_again_keep_the_pane_below_at_its_top() -> None:
    """A line of which the end is out of sight pushed the title of its pane away."""
    case = held_to_the_end("an association of real members")
    async with real(as_of=case.as_of).run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await open_on(pilot, case)
        await settle(pilot)
        await press(pilot, "up")
        details = pilot.app.screen.query_one("#details", Lines)
        assert "Dates légales à risque -" in on_screen(pilot)
        await press(pilot, "f", "c")
        assert details.scroll_y == 0
        assert "Dates légales à risque -" in on_screen(pilot)
