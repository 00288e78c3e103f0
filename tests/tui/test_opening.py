"""A team's server that does not answer: the interface goes on, says so, and lets a person wait no longer."""

import socket
from collections.abc import Iterator
from threading import Event, current_thread, main_thread

import pytest
from textual.pilot import Pilot

from petr_advisor import dossiers
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.saved import SavedError
from petr_advisor.dossiers import Held, begin, save, take_up
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.tui import opening
from petr_advisor.tui.screens.help import HelpScreen
from petr_advisor.tui.screens.home import HomeScreen
from petr_advisor.tui.screens.opening import OpeningScreen
from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.tui.screens.start import StartScreen
from tests.tui.conftest import AS_OF, AppMaker, app_of, notices, on_screen, press, settle, write


@pytest.fixture(autouse=True)
def _far_away(base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dossier, in a database that may take its time."""
    save(Consultation.start(base, AS_OF, engine=engine("native")), "Bruche")
    monkeypatch.setattr(opening, "_at_hand", lambda: False)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """What the database waits for; a dossier is never taken up on the thread of the interface."""
    event = Event()

    def slowly(*given: object) -> object:
        assert current_thread() is not main_thread()
        event.wait(30)
        return take_up(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(opening.Opening.resume, "__defaults__", (slowly,))
    yield event
    event.set()


async def until(pilot: Pilot[str], words: str) -> None:
    """Look until some words are on the screen or told, whatever is under way."""
    for _ in range(300):
        await pilot.pause(0.01)
        if words in f"{on_screen(pilot)} {' '.join(notices(pilot).split())}":
            return
    pytest.fail(f"{words} not in {on_screen(pilot)}")


async def to_bruche(pilot: Pilot[str]) -> None:
    """Choose the dossier on the home screen, and wait until the wait is said."""
    await settle(pilot)
    await pilot.press("end", "enter")
    await until(pilot, "ne répond pas encore")
    assert isinstance(pilot.app.screen, OpeningScreen)


async def test_the_wait_is_said_and_ends_with_the_dossier(make: AppMaker, gate: Event) -> None:
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await to_bruche(pilot)
        gate.set()
        await settle(pilot)
        assert isinstance(pilot.app.screen, QuestionScreen)
        assert not any(isinstance(screen, OpeningScreen) for screen in pilot.app.screen_stack)


@pytest.mark.parametrize("key", ["escape", "enter"])
async def test_nobody_has_to_wait(make: AppMaker, gate: Event, base: KnowledgeBase, key: str) -> None:
    """The rest of the program can be used; a dossier that comes after all is let go of, for others to take up."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await to_bruche(pilot)
        await pilot.press(key)
        await until(pilot, "n’a pas été ouvert")
        assert isinstance(pilot.app.screen, HomeScreen)
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HelpScreen)
        gate.set()
        await settle(pilot)
        assert isinstance(pilot.app.screen, HelpScreen)
        assert app_of(pilot).session is None
        held, _ = take_up("bruche", base)
        held.release()


async def test_one_dossier_is_opened_at_a_time(make: AppMaker, gate: Event) -> None:
    """Enter twice before anything shows."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("end", "enter", "enter")
        await until(pilot, "Demandé à la base")
        gate.set()
        await settle(pilot)
        assert isinstance(pilot.app.screen, QuestionScreen)
        assert "ouverte ailleurs" not in on_screen(pilot)


async def test_a_new_one_does_not_block_either(make: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is typed stays, and a name that comes after all is let go of."""
    gate, let_go = Event(), []

    def slowly(name: str, variant_of: str | None) -> Held:
        assert current_thread() is not main_thread()
        gate.wait(30)
        held = begin(name, variant_of)
        let_go.append(held)
        return held

    monkeypatch.setattr(dossiers, "begin", slowly)
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await write(pilot, "Saverne")
        await pilot.press("ctrl+s")
        await until(pilot, "Ouverture de « Saverne »")
        await pilot.press("escape")
        await until(pilot, "n’a pas été ouvert")
        assert isinstance(pilot.app.screen, StartScreen)
        assert "Saverne" in on_screen(pilot)
        gate.set()
        await settle(pilot)
        assert app_of(pilot).session is None
        assert [held._lock for held in let_go] == [None]
        await press(pilot, "ctrl+s", "escape")
        assert app_of(pilot).session is not None


async def test_a_name_that_is_taken_is_refused_once_the_database_says_so(make: AppMaker) -> None:
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await write(pilot, "brüche")
        await press(pilot, "ctrl+s")
        told = " ".join(notices(pilot).split())
        assert "est déjà enregistrée" in told
        assert "Bruche" in told  # as the home screen shows it, whatever was typed
        assert "brüche" not in told
        assert isinstance(pilot.app.screen, StartScreen)


async def test_a_refusal_is_told(make: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> object:
        raise SavedError.of("saved.name-taken", name="x")

    monkeypatch.setattr(opening.Opening.resume, "__defaults__", (refuse,))
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "end", "enter")
        assert "déjà enregistrée" in " ".join(notices(pilot).split())
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_a_server_that_accepts_and_says_nothing(make: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """The worst of absences: a real socket, the real driver; meanwhile keys are taken, then it is told why."""
    pytest.importorskip("psycopg")
    monkeypatch.undo()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        monkeypatch.setenv("PETR_ADVISOR_DATABASE", f"postgresql://team@127.0.0.1:{port}/dossiers")
        async with make(resume="bruche").run_test(size=(80, 24), notifications=True) as pilot:
            await until(pilot, "ne répond pas encore")
            assert isinstance(pilot.app.screen, OpeningScreen)
            await pilot.press("escape")
            await until(pilot, "n’a pas été ouvert")
            assert isinstance(pilot.app.screen, HomeScreen)
            app_of(pilot).resume("bruche")
            await settle(pilot)
            assert "ne peut pas être lue" in " ".join(notices(pilot).split())
