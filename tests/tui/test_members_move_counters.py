"""Coming back from the members by Esc: when a counter has moved, it is said, and for what reason."""

from typing import Any

import pytest
from textual.pilot import Pilot

from petr_advisor.checking import load
from petr_advisor.consulting.answers import GivenBy
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.explaining.progress_words import progress_moved
from petr_advisor.inference.engines import engine
from petr_advisor.tui.screens.members import MembersScreen
from petr_advisor.tui.widgets.member_table import MemberTable
from tests.tui.conftest import AS_OF, app_of, consultation_of, notices, pick, press, settle, write
from tests.tui.test_checklists import app as real
from tests.tui.test_members import BRUCHE, MOLSHEIM

ROWS = {of: {"member.name": of, "member.population": 20_000} for of in ("a", "b", "c")}
WHY = {"none": "pas encore donnée", "left": "pas encore dite complète", "complete": "Votre réponse"}


@pytest.mark.parametrize("form", [None, "association", "open_syndicate", "petr"])
@pytest.mark.parametrize("key", ["evolution", "scot", "governance"])
def test_a_list_that_moves_counters_says_how_it_was_left(key: str, form: str | None) -> None:
    """Nobody took a list left half made for « your answer »: the counters rise because it is not complete."""
    begun = Consultation.start(load(), AS_OF, [key], engine("native"))
    begun = begun if form is None else begun.answer("structure.legal_form", form)
    lists = {
        "none": begun.cannot_list("member"),
        "left": begun.list_entities_as_given("member", _given(), complete=False),
        "complete": begun.list_entities_as_given("member", _given(), complete=True),
    }
    told = {how: [text.fr for text in progress_moved(begun, after, "members.list")] for how, after in lists.items()}
    assert any(told.values())
    assert all(said[0].startswith(("Votre", "Liste")) and WHY[how] in said[0] for how, said in told.items() if said)


def _given() -> dict[str, list[tuple[str, Any, GivenBy]]]:
    return {of: [(fact, value, "user") for fact, value in row.items()] for of, row in ROWS.items()}


async def test_esc_says_why_counters_moved() -> None:
    """Nobody listed where the consultation begins, one listed, another, one taken out, then all said to be there."""
    async with real().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await write(pilot, "Pays")
        await press(pilot, "ctrl+s")
        before = _counters(pilot)
        await press(pilot, "escape")
        rose = [_told(pilot, before, "none")]
        await press(pilot, "1", "enter")
        for names, remove in (((BRUCHE,), False), ((MOLSHEIM,), False), ((), True), ((), False)):
            before = _counters(pilot)
            await _change(pilot, names, remove=remove)
            rose.append(_told(pilot, before, "left"))
        before = _counters(pilot)
        await press(pilot, "m", "ctrl+s")
        while isinstance(pilot.app.screen, MembersScreen):
            await press(pilot, "ctrl+s")
        rose.append(_told(pilot, before, "complete"))
        assert any(rose), "no counter rose: nothing was to be told"


async def _change(pilot: Pilot[str], names: tuple[str, ...], *, remove: bool) -> None:
    app_of(pilot).clear_notifications()
    await press(pilot, "m")
    screen = pilot.app.screen
    assert isinstance(screen, MembersScreen)
    screen.line.focus()
    await pick(pilot, *names)
    if remove:
        screen.query_one(MemberTable).focus()
        screen.action_remove()
    while pilot.app.screen is screen:
        await press(pilot, "escape")


def _counters(pilot: Pilot[str]) -> tuple[int, int, int]:
    left = consultation_of(pilot).left
    return left.to_settle, left.to_check, left.optional


def _told(pilot: Pilot[str], before: tuple[int, int, int], how: str) -> bool:
    """Tell whether counters rose, having seen that they are told of, with the reason."""
    now = _counters(pilot)
    rose = any(after > earlier for earlier, after in zip(before, now, strict=True))
    assert not rose or WHY[how] in notices(pilot), (before, now, notices(pilot))
    return rose
