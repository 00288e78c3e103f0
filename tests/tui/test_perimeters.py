"""The perimeter explorer: opened from the members, bounded, looked at, taken."""

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable, Input

from petr_advisor.tui.screens.members import MembersScreen
from petr_advisor.tui.screens.perimeters import PerimetersScreen
from petr_advisor.tui.widgets.lines import Lines
from tests.tui.conftest import (
    AppMaker,
    app_of,
    begin,
    consultation_of,
    members_listed,
    notices,
    on_screen,
    pick,
    press,
    settle,
)

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
BRUCHE, MOLSHEIM = "246700306", "246700488"


async def explore(pilot: Pilot[str], *names: str) -> None:
    """Pick members, then look for the perimeters around them."""
    await settle(pilot)
    await begin(pilot)
    await press(pilot, "1", "m")
    await pick(pilot, *names)
    await press(pilot, "ctrl+g")
    assert isinstance(pilot.app.screen, PerimetersScreen)


def listed(pilot: Pilot[str]) -> list[str]:
    """Give the SIRENs of the members."""
    found = consultation_of(pilot).state.lists["member"]
    assert found is not None
    return list(found.ids)


def groupings(pilot: Pilot[str]) -> int:
    """Count the groupings in the list."""
    return int(pilot.app.screen.query_one("#groupings", Lines).option_count)


async def bound(pilot: Pilot[str], **typed: str) -> None:
    """Type bounds, by the class of their line (`people_most`), and look."""
    for name, text in typed.items():
        line = pilot.app.screen.query_one(f"Input.{name.replace('_', '-')}", Input)
        line.value = text
        line.focus()
    await settle(pilot)
    await press(pilot, "enter")


@SIZES
async def test_looked_for_around_the_members(make: AppMaker, size: tuple[int, int]) -> None:
    """The groupings are ranked, each with who joins, people, seats and statuses; the marked one is told in full."""
    async with make().run_test(size=size, notifications=True) as pilot:
        await explore(pilot, "molsheim", "vallée de la bruche")
        shown = on_screen(pilot).replace("\u00a0", " ").replace("\u202f", " ")
        assert "Autour de CC de la Région de Molsheim-Mutzig ; CC de la Vallée de la Bruche" in shown
        assert "3 411 groupements · les 100 premiers · classés : une région, un département, compacts d’abord" in shown
        assert "1. les membres déjà choisis, seuls" in shown or "1. + " in shown
        assert " sièges · " in shown
        assert "CC de la Vallée de la Bruche : " in shown
        assert "Prendre ce périmètre" in shown
        assert groupings(pilot) == 100


async def test_of_a_perimeter_whose_members_are_all_there_that_alone_is_told(make: AppMaker) -> None:
    """No member was added: nothing is taken, and nothing is to be undone."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "1", "m")
        await pick(pilot, "molsheim")
        screen, before = pilot.app.screen, listed(pilot)
        assert isinstance(screen, MembersScreen)
        register = app_of(pilot).register
        assert register is not None
        screen._take_perimeter(register.search("molsheim", 1))
        await settle(pilot)
        assert listed(pilot) == before
        assert "Périmètre pris" not in notices(pilot)
        assert "déjà dans la liste" in notices(pilot).replace("\u00a0", " ")


@SIZES
async def test_taken_as_the_members(make: AppMaker, size: tuple[int, int]) -> None:
    """Taking a perimeter adds who joins; those listed stay as they were, and the list is still to be confirmed."""
    async with make().run_test(size=size, notifications=True) as pilot:
        await explore(pilot, "molsheim", "vallée de la bruche")
        before = listed(pilot)
        await press(pilot, "down", "down", "enter")
        assert isinstance(pilot.app.screen, MembersScreen)
        after = listed(pilot)
        assert after[:2] == before
        assert 2 < len(after) <= 6
        assert pilot.app.screen.query_one(DataTable).row_count == len(after)
        assert members_listed(pilot)[1] is False
        assert "Périmètre pris" in notices(pilot)
        assert {answer.by for (_, of), answer in consultation_of(pilot).state.answers.items() if of} == {"register"}
        await press(pilot, "ctrl+s")
        assert members_listed(pilot) == (len(after), True)


async def test_left_without_taking(make: AppMaker) -> None:
    """Esc leaves the list as it was."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await explore(pilot, "molsheim")
        before = listed(pilot)
        await press(pilot, "down", "escape")
        assert isinstance(pilot.app.screen, MembersScreen)
        assert listed(pilot) == before


async def test_from_the_first_screen(make: AppMaker) -> None:
    """Where a consultation begins with its territory, the same key opens the explorer."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        pilot.app.screen.query_one("#name", Input).value = "Pays"
        await press(pilot, "ctrl+s")
        assert "Ctrl+G" in on_screen(pilot)
        await pick(pilot, "molsheim")
        await press(pilot, "ctrl+g", "ctrl+s")
        assert isinstance(pilot.app.screen, MembersScreen)
        assert len(listed(pilot)) > 1


async def test_bounds(make: AppMaker) -> None:
    """Fewer members, and people from and to: fewer groupings, all of them within; what cannot be is said in words."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await explore(pilot, "molsheim")
        await bound(pilot, most="2")
        pairs = groupings(pilot)
        assert 1 < pairs < 20
        assert "2 membres" in on_screen(pilot)
        await bound(pilot, people="70 000")
        assert 0 < groupings(pilot) < pairs
        await bound(pilot, people="", people_most="10")
        assert groupings(pilot) == 0
        assert "les élargir" in on_screen(pilot)
        await bound(pilot, most="99")
        assert "de 2 à 12" in on_screen(pilot)
        await bound(pilot, most="²")
        assert "nombres entiers" in on_screen(pilot)
        await bound(pilot, most="3", people_most="")
        assert groupings(pilot) > pairs


async def test_ranked_otherwise(make: AppMaker) -> None:
    """One key goes through the rankings; what was found stays."""
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await explore(pilot, "molsheim")
        number = groupings(pilot)
        await press(pilot, "k")
        assert "classés : nombre de membres, croissant" in on_screen(pilot)
        await press(pilot, "k")
        assert "classés : nombre d'habitants, décroissant" in on_screen(pilot).replace("’", "'").replace("\u00a0", " ")
        assert groupings(pilot) == number


async def test_nobody_picked(make: AppMaker) -> None:
    """With no member of the register there is nothing to look around: it is said, and Esc goes back."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "1", "m", "ctrl+g")
        assert "Ajoutez d’abord un EPCI du registre" in on_screen(pilot)
        await press(pilot, "enter", "k", "ctrl+s", "escape")
        assert isinstance(pilot.app.screen, MembersScreen)


async def test_an_early_day_of_law(make: AppMaker) -> None:
    """Before the borders at hand, nothing is looked for, and it is said."""
    app = make()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        pilot.app.screen.query_one("#name", Input).value = "Pays"
        pilot.app.screen.query_one("#date", Input).value = "15 juin 2015"
        await press(pilot, "ctrl+s")
        await pick(pilot, BRUCHE)
        await press(pilot, "ctrl+g")
        assert "à partir du 1er janvier 2022" in on_screen(pilot).replace("\u00a0", " ")


async def test_in_english(make: AppMaker) -> None:
    """The language changes on the spot; the marked grouping stays marked."""
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await explore(pilot, "molsheim")
        await press(pilot, "down", "down")
        lines = pilot.app.screen.query_one("#groupings", Lines)
        marked = lines.target
        await press(pilot, "l")
        shown = on_screen(pilot)
        assert "Around CC de la Région de Molsheim-Mutzig" in shown
        assert "Take this perimeter" in shown
        assert " seats · " in shown
        assert lines.target == marked


async def test_answers_already_given_count(make: AppMaker) -> None:
    """What was answered is known of every grouping: another form of structure, other ways."""
    seen = []
    for form in ("1", "2"):
        async with make().run_test(size=(120, 40), notifications=True) as pilot:
            await settle(pilot)
            await begin(pilot, f"Pays {form}")
            await press(pilot, form, "m")
            await pick(pilot, "molsheim")
            await press(pilot, "ctrl+g")
            seen.append(on_screen(pilot).partition("Voies")[2])
            assert app_of(pilot).session is not None
    assert seen[0] != seen[1]
