"""A question about one of the members, which the case does not tell, offers them by name, each with its figure."""

from datetime import date

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from petr_advisor.checking import load
from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.picked import to_pick
from petr_advisor.inference.engines import engine
from petr_advisor.prompts.plain import Plain
from petr_advisor.tui.screens.change import ChangeScreen
from petr_advisor.tui.widgets.controls import ChoiceControl, TypedControl
from tests.tui.conftest import answers, app_of, on_screen, press, settle, write
from tests.tui.test_checklists import app, open_on

MEMBERS = (
    ("a", "CC des Portes du Haut-Doubs", "cc", 16135),
    ("b", "CC du Pays de Sancey", "cc", 5520),
    ("c", "Syndicat des eaux", "commune_syndicate", 9000),
    ("d", "CC sans population", "cc", None),
)
ASKED = [fact for fact, kind in load().facts.items() if kind.picked is not None]


def case(*, listed: bool = True) -> Consultation:
    begun = Consultation.start(load(), date(2026, 11, 24), ["services"], engine("native"))
    if not listed:
        return begun.cannot_list("member")
    rows = {
        of: {"member.name": name, "member.kind": kind, **({"member.population": people} if people else {})}
        for of, name, kind, people in MEMBERS
    }
    return begun.list_entities("member", rows, by="register")


async def put(pilot: Pilot[str], held: Consultation) -> None:
    await settle(pilot)
    await open_on(pilot, held)
    pilot.app.push_screen(ChangeScreen(Question(ASKED[0], None, load().facts[ASKED[0]], 1)))
    await settle(pilot)


def control(pilot: Pilot[str]) -> object:
    assert isinstance(pilot.app.screen, ChangeScreen)
    return pilot.app.screen.panel.control


@pytest.mark.parametrize("fact", ASKED)
def test_those_that_hold_no_figure_and_those_of_another_kind_are_not_offered(fact: str) -> None:
    assert [value for value, _ in to_pick(case(), fact)] == [16135, 5520]
    assert not to_pick(case(listed=False), fact)
    assert not to_pick(case(), "structure.employees")


async def test_choosing_a_member_gives_its_figure() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await put(pilot, case())
        assert "CC du Pays de Sancey : 5 520" in on_screen(pilot).replace("\u00a0", " ").replace("\u202f", " ")
        await press(pilot, "2")
        assert answers(pilot)[ASKED[0], None] == 5520


async def test_another_figure_is_typed_and_comes_back_to_be_corrected() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await put(pilot, case())
        await press(pilot, "3")
        assert isinstance(control(pilot), TypedControl)
        await write(pilot, "7 000")
        await press(pilot, "enter")
        assert answers(pilot)[ASKED[0], None] == 7000
        session = app_of(pilot).session
        assert session is not None
        pilot.app.push_screen(ChangeScreen(Question(ASKED[0], None, load().facts[ASKED[0]], 1)))
        await settle(pilot)
        assert pilot.app.screen.query_one(Input).value.replace("\u00a0", " ").replace("\u202f", " ") == "7 000"


async def test_with_no_list_the_figure_is_typed_and_a_choice_is_looked_at_again_on_its_line() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await put(pilot, case(listed=False))
        assert isinstance(control(pilot), TypedControl)
    async with app().run_test(size=(80, 24)) as pilot:
        await put(pilot, case().answer(ASKED[0], 5520))
        found = control(pilot)
        assert isinstance(found, ChoiceControl)
        assert found.highlighted == 1
        await press(pilot, "l")
        assert found.highlighted == 1


def test_the_prompts_name_them() -> None:
    said = list[str]()
    held = Plain(case(), "fr", lambda: "16135", said.append, lambda _: None)
    held._ask(Question(ASKED[0], None, load().facts[ASKED[0]], 1))
    assert any("CC du Pays de Sancey" in line for line in said)
    assert held.consultation.state.answers[ASKED[0], None].value == 16135
