"""Another service, another operation: a key on the questions and the conclusions opens a copy of the dossier."""

from datetime import date

import pytest
from textual.pilot import Pilot

from petr_advisor.checking import load
from petr_advisor.consulting.another import another_at, others
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.dossiers import listing
from petr_advisor.files.locations import knowledge_folder
from petr_advisor.inference.engines import engine
from petr_advisor.tui import PetrAdvisorApp
from petr_advisor.tui.screens.another import AnotherScreen
from petr_advisor.tui.screens.change import ChangeScreen
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.tui.screens.question import QuestionScreen
from tests.tui.conftest import answers, app_of, consultation_of, notices, on_screen, press, settle

AS_OF = date(2026, 11, 24)


def made() -> PetrAdvisorApp:
    folder = knowledge_folder() / "territories"
    return PetrAdvisorApp(load(), register_folder=folder, language="fr", as_of=AS_OF, engine=engine("native"))


async def opened(pilot: Pilot[str], **said: str) -> None:
    """Begin a consultation in which these facts were said, two low lines in place of the dot."""
    await settle(pilot)
    held = Consultation.start(app_of(pilot).base, AS_OF, ["life", "services"], engine("native"))
    for fact, value in said.items():
        held = held.answer(fact.replace("__", "."), value)
    app_of(pilot).post_message(app_of(pilot).Begun("Pays", held))
    await settle(pilot)
    await settle(pilot)


@pytest.mark.parametrize("on_conclusions", [False, True])
async def test_the_rest_is_kept_in_a_copy(on_conclusions: bool) -> None:  # noqa: FBT001 - a parameter of the test
    async with made().run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot, structure__legal_form="petr", petr__change_planned="seats")
        if on_conclusions:
            await press(pilot, "c")
            assert isinstance(pilot.app.screen, OutcomesScreen)
            assert "+ Autre cas" in on_screen(pilot)
        await press(pilot, "+", "enter")
        assert isinstance(pilot.app.screen, QuestionScreen)
        assert answers(pilot) == {("structure.legal_form", None): "petr"}
        assert "+ ouvre cette copie (autre opération)" in on_screen(pilot)
        assert "« Pays » reste enregistré" in notices(pilot)
        await press(pilot, "3")
        found = {each.name: each for each in listing()}
        assert found["Pays – autre opération"].variant_of == "pays"
        assert found.keys() == {"Pays", "Pays – autre opération"}


async def test_a_question_opened_out_of_turn_takes_the_key_it_names() -> None:
    """Opened from the list of answers, a question that names `+` takes it."""
    async with made().run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot, structure__legal_form="petr", petr__change_planned="seats")
        await press(pilot, "r")
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, ChangeScreen)
        assert "+ ouvre cette copie (autre opération)" in on_screen(pilot)
        await press(pilot, "+", "enter")
        assert isinstance(pilot.app.screen, QuestionScreen)
        assert answers(pilot) == {("structure.legal_form", None): "petr"}


async def test_each_copy_is_proposed_a_name_of_its_own() -> None:
    """From the dossier or from a copy of it, the second copy bears a number, and no name twice as long."""
    async with made().run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot, structure__legal_form="petr", petr__change_planned="seats")
        await press(pilot, "+", "enter", "3", "+")
        assert "Pays – autre opération (2)" in on_screen(pilot)


async def test_a_copy_of_a_copy_bears_the_name_of_the_first_in_the_language_of_the_day() -> None:
    async with made().run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot, structure__legal_form="petr", petr__change_planned="seats")
        await press(pilot, "+", "enter", "3", "l", "+")
        assert "Pays – other operation" in on_screen(pilot)


def test_what_is_said_of_a_question_not_asked_for_is_taken_again() -> None:
    """Nor is a copy offered for another operation in a dossier that is about none."""
    base = load()
    held = Consultation.start(base, AS_OF, ["evolution"], engine("native")).answer("structure.legal_form", "petr")
    assert another_at(held, "petr.change_planned") == base.key_questions["life"].another
    assert others(held) == {}
    assert list(others(held.answer("petr.change_planned", "seats"))) == ["life"]


async def test_which_one_is_asked_where_there_are_several() -> None:
    async with made().run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot, structure__legal_form="petr", petr__change_planned="seats", service__kind="planning")
        await press(pilot, "+")
        assert isinstance(pilot.app.screen, AnotherScreen)
        await press(pilot, "down", "enter", "enter")
        assert ("service.kind", None) not in consultation_of(pilot).state.answers
        assert ("petr.change_planned", None) in consultation_of(pilot).state.answers


async def test_nothing_is_copied_before_something_is_said() -> None:
    async with made().run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot)
        await press(pilot, "+")
        assert "répondez d’abord pour le premier" in notices(pilot)
        assert [each.name for each in listing()] == ["Pays"]
