"""A consultation that is open in another window: who has it is said, and a copy is offered."""

import pytest
from textual.pilot import Pilot

from petr_advisor.dossiers import Held, names, take_up
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.screens.copy import CopyScreen
from petr_advisor.tui.screens.home import HomeScreen
from petr_advisor.tui.screens.question import QuestionScreen
from tests.saved_files import another_hand, kept
from tests.tui.conftest import AppMaker, answers, app_of, begin, consultation_of, notices, on_screen, press, settle


async def held_elsewhere(make: AppMaker, base: KnowledgeBase) -> Held:
    """Begin a consultation and leave it, then take it up as another window would."""
    async with make().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await begin(pilot, "Pays")
        await press(pilot, "1", "q")
    return take_up("pays", base, engine("native"))[0]


async def to_copy(pilot: Pilot[str]) -> None:
    await settle(pilot)
    await press(pilot, "end", "enter")
    assert isinstance(pilot.app.screen, CopyScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_copy_is_offered(make: AppMaker, base: KnowledgeBase, size: tuple[int, int]) -> None:
    """The copy has all the answers and a name of its own; the original stays as it is."""
    held = await held_elsewhere(make, base)
    before = kept("pays")
    async with make().run_test(size=size, notifications=True) as pilot:
        await to_copy(pilot)
        assert "déjà ouverte depuis le" in on_screen(pilot)
        assert "processus" in on_screen(pilot)
        assert pilot.app.focused is not None
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, QuestionScreen)
        assert "Pays (2)" in on_screen(pilot)
        assert answers(pilot)["structure.form", None] == "association"
        await press(pilot, "i")
    assert kept("pays") == before
    assert "pays-2" in names()
    held.release()


@pytest.mark.parametrize("keys", [["escape"], ["down", "enter"]])
async def test_it_may_be_left(make: AppMaker, base: KnowledgeBase, keys: list[str]) -> None:
    """Nothing is opened; once the other window leaves it, it is taken up as usual."""
    held = await held_elsewhere(make, base)
    async with make(language="en").run_test(size=(80, 24), notifications=True) as pilot:
        await to_copy(pilot)
        assert "already open since" in on_screen(pilot)
        await press(pilot, *keys)
        assert isinstance(pilot.app.screen, HomeScreen)
        held.release()
        await press(pilot, "end", "enter")
        assert isinstance(pilot.app.screen, QuestionScreen)
        session = app_of(pilot).session
        assert session is not None
        assert session.name == "Pays"
        await press(pilot, "escape", "end", "enter")
        assert isinstance(pilot.app.screen, QuestionScreen)


async def test_a_name_that_leads_to_another_dossier_is_told_as_that_dossier_bears_it(make: AppMaker) -> None:
    """What was typed leads to what is there already: the person knows it by its own name."""
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot, "Pays d'Être")
        await press(pilot, "1")
        pilot.app.post_message(AdvisorApp.Begun("pays d etre", consultation_of(pilot)))
        await settle(pilot)
        assert "« Pays d’Être » existe déjà" in notices(pilot).replace("'", "’").replace("\u00a0", " ")
        assert "« pays d etre (2) »" in notices(pilot).replace("\u00a0", " ")


async def test_resumed_from_the_command_line(make: AppMaker, base: KnowledgeBase) -> None:
    held = await held_elsewhere(make, base)
    async with make(resume="pays").run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        assert isinstance(pilot.app.screen, CopyScreen)
    held.release()


async def test_changed_by_another_hand(make: AppMaker, base: KnowledgeBase) -> None:
    """The next answer goes apart, and it is told under which name."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot, "Pays")
        session = app_of(pilot).session
        assert session is not None
        other = another_hand("pays")
        await press(pilot, "1")
        assert "« Pays (2) »" in notices(pilot)
        assert kept("pays") == other
        assert len(consultation_of(pilot).events) == 1
        assert len(kept("pays-2")) == 1
