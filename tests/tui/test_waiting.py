"""While an answer is computed: a sign that fits the screen, and no key that answers a question not seen yet."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.finding_out import points_to_find_out
from petr_advisor.dossiers import Held
from petr_advisor.explaining.explanations import why
from petr_advisor.tui import PetrAdvisorApp, evaluator
from petr_advisor.tui.evaluator import evaluate
from petr_advisor.tui.screens import asking, find_out
from petr_advisor.tui.screens.answers import AnswersScreen
from petr_advisor.tui.screens.home import HomeScreen
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.tui.screens.tree import TreeScreen
from petr_advisor.tui.widgets.ask_panel import AskPanel
from petr_advisor.words.texts import Text
from tests.tui.conftest import (
    AppMaker,
    answers,
    app_of,
    begin,
    consultation_of,
    notices,
    on_screen,
    press,
    settle,
    shown,
    write,
)
from tests.walking import hand

FORM = ("structure.form", None)


@contextmanager
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hold every evaluation back until the end."""
    done = Event()

    def wait(*given: Any) -> Any:
        done.wait(30)
        return evaluate(*given)

    monkeypatch.setattr(evaluator, "evaluate", wait)
    try:
        yield
    finally:
        done.set()


async def tap(pilot: Pilot[str], *keys: str) -> None:
    """Press keys without waiting for what is computed."""
    await pilot.press(*keys)
    await pilot.pause()


@pytest.mark.parametrize("key", ["enter", "1", "i", "s", "down"])
async def test_no_key_answers_before_the_first_question(
    make: AppMaker, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    """Enter opened the conclusions of an empty case."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await tap(pilot, "enter")
        await write(pilot, "Pays")
        with held(monkeypatch):
            await tap(pilot, "ctrl+s")
            await tap(pilot, "escape")
            await tap(pilot, key)
            assert isinstance(pilot.app.screen, QuestionScreen)
            assert "cette touche n’a pas été prise" in notices(pilot)
            assert "calcul…" in on_screen(pilot)
        await settle(pilot)
        assert shown(pilot) == FORM[0]
        assert answers(pilot) == {}


async def test_keys_pressed_while_an_answer_is_computed_are_refused_with_a_sign(
    make: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot, "Un pays dont le nom ne laisse guère de place " * 3)
        with held(monkeypatch):
            await tap(pilot, "2", "down", "enter", "1", "enter")
            assert answers(pilot) == {FORM: "closed"}
            assert "calcul…" in on_screen(pilot)
            assert notices(pilot).count("cette touche n’a pas été prise") == 1
        await settle(pilot)
        assert answers(pilot) == {FORM: "closed"}
        assert shown(pilot) != FORM[0]
        await press(pilot, "i")
        assert len(consultation_of(pilot).events) == 2


async def test_a_screen_made_smaller_while_it_computes_is_drawn_again(
    make: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keys were taken unseen below a wide screen that stayed, clipped, until the computation was over."""
    async with make().run_test(size=(200, 60), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        with held(monkeypatch):
            await tap(pilot, "2")
            assert "calcul…" in on_screen(pilot)
            await pilot.resize_terminal(50, 14)
            for _ in range(40):  # laid out again upon a refresh to come, and not once the computation is over
                if pilot.app.screen.query_one("Keys").region.right <= 50:
                    break
                await pilot.pause(0.05)
            assert pilot.app.screen.size == (50, 14)
            assert all(each.region.right <= 50 for each in pilot.app.screen.query("Keys, Banner, AskPanel"))
            assert "calcul…" in on_screen(pilot)
            await tap(pilot, "f1")
            assert not isinstance(pilot.app.screen, QuestionScreen)
            await tap(pilot, "escape")
        await settle(pilot)
        assert answers(pilot) == {FORM: "closed"}


async def test_enter_after_a_figure_that_answers_alone_confirms_it(make: AppMaker) -> None:
    """The foot says that Enter answers: upon a figure it is neither refused nor meant for the next question."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "2", "enter")
        assert answers(pilot) == {FORM: "closed"}
        assert shown(pilot) != FORM[0]
        assert "Rien n’est choisi" not in notices(pilot)
        await press(pilot, "enter")
        assert "Rien n’est choisi" in notices(pilot)


async def test_what_answers_nothing_works_meanwhile(make: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        with held(monkeypatch):
            await tap(pilot, "2", "l")
            assert "working…" in on_screen(pilot)
            await tap(pilot, "c")
            assert isinstance(pilot.app.screen, OutcomesScreen)
            await tap(pilot, "escape")
            await tap(pilot, "left")
            assert shown(pilot) == FORM[0]
            await tap(pilot, "1")
            assert answers(pilot) == {FORM: "association"}
            assert notices(pilot).startswith("Answered: “Association")  # no key was refused


async def test_nobody_waits_for_a_server_that_is_gone(make: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next question comes while the answer is still being saved, and what becomes of it is told then."""
    gone, tried = Event(), list[int]()

    def keep_somewhere(_: Held, consultation: Consultation) -> Text:
        gone.wait(30)
        tried.append(len(consultation.events))
        return Text(fr="gardée ici", en="kept here")

    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        monkeypatch.setattr(Held, "at_hand", property(lambda _: False))
        monkeypatch.setattr(Held, "keep_somewhere", keep_somewhere)
        for key in ("2", "i"):
            before = shown(pilot)
            hand.press(app_of(pilot), key)
            for _ in range(500):
                await pilot.pause(0.02)
                ready = not app_of(pilot).screen.query_one(AskPanel).disabled and pilot.app.focused is not None
                if ready and shown(pilot) not in {before, None}:
                    break
            assert shown(pilot) != before
        assert not tried
        gone.set()
        await settle(pilot)
        assert tried[-1] == len(consultation_of(pilot).events) == 2
        assert "gardée ici" in notices(pilot)


async def test_a_key_meant_for_a_consultation_on_its_way_is_refused_with_a_sign(
    make: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After `--resume` the home screen is there first: what is typed was lost, or began another consultation."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "2")
        session = app_of(pilot).session
        assert session is not None
    begun: list[PetrAdvisorApp.Begun] = []
    opened = PetrAdvisorApp.on_advisor_app_begun
    monkeypatch.setattr(PetrAdvisorApp, "on_advisor_app_begun", lambda _, message: begun.append(message))
    async with make(resume=session.held.slug).run_test(size=(80, 24), notifications=True) as pilot:
        for key in ("r", "enter"):
            await tap(pilot, key)
            assert isinstance(pilot.app.screen, HomeScreen)
        assert "cette touche n’a pas été prise" in notices(pilot)
        opened(app_of(pilot), begun[0])
        await settle(pilot)
        assert isinstance(pilot.app.screen, QuestionScreen)
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, AnswersScreen)
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        await press(pilot, "enter")
        assert not isinstance(pilot.app.screen, HomeScreen)


async def test_the_header_says_that_a_screen_is_being_worked_out(
    make: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """« À trouver » took seconds without a sign, and Escape typed meanwhile closed it before it was seen."""
    done = Event()

    def wait(*given: Any) -> Any:
        done.wait(30)
        return points_to_find_out(*given)

    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        assert "calcul…" not in on_screen(pilot)
        monkeypatch.setattr(find_out, "points_to_find_out", wait)
        await tap(pilot, "f")
        assert isinstance(pilot.app.screen, find_out.FindOutScreen)
        for _ in range(20):  # it begins once the screen is drawn
            await pilot.pause(0.05)
        assert "calcul…" in on_screen(pilot)
        done.set()
        await settle(pilot)
        assert "calcul…" not in on_screen(pilot)


async def test_the_header_says_that_an_explanation_is_being_worked_out(
    make: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = Event()

    def wait(*given: Any) -> Any:
        done.wait(30)
        return why(*given)

    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        monkeypatch.setattr(asking, "why", wait)
        await tap(pilot, "p")
        assert "calcul…" in on_screen(pilot)
        done.set()
        await settle(pilot)
        assert isinstance(pilot.app.screen, TreeScreen)
        await press(pilot, "escape")
        assert "calcul…" not in on_screen(pilot)
