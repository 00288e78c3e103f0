"""The members table: the register, rows by hand, duplicates, corrections; the grid of one fact for all members."""

import re

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable, Input

from petr_advisor.tui.screens.member_form import MemberForm
from petr_advisor.tui.screens.members import MembersScreen
from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.tui.screens.seats import SeatsScreen
from petr_advisor.tui.widgets.grid import GridControl
from tests.tui.conftest import (
    AppMaker,
    answers,
    app_of,
    asked,
    begin,
    consultation_of,
    members_listed,
    notices,
    on_screen,
    pick,
    press,
    settle,
    to_count_of_members,
    write,
)

BRUCHE, MOLSHEIM = "246700843", "246701098"


async def open_table(pilot: Pilot[str], form: str = "1") -> None:
    """Begin a consultation and open the members table."""
    await settle(pilot)
    await begin(pilot)
    await press(pilot, form, "m")
    assert isinstance(pilot.app.screen, MembersScreen)


def rows(pilot: Pilot[str]) -> int:
    """Count the rows of the table."""
    return pilot.app.screen.query_one(DataTable).row_count


async def test_a_kind_typed_before_a_name_finds_what_the_name_finds(make: AppMaker) -> None:
    """« CC de Molsheim », as it is said, found nothing: few names have that « de »."""
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await open_table(pilot)
        await write(pilot, "CC de Molsheim")
        assert "CC de la Région de Molsheim-Mutzig" in on_screen(pilot)
        register = app_of(pilot).register
        assert register is not None
        assert register.search("CC de Chatillon") == register.search("chatillon") != ()


async def test_picked_from_the_register(make: AppMaker) -> None:
    """Three letters and Enter give a row with kind, population and département, marked as from the register."""
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await open_table(pilot)
        await write(pilot, "mol")
        assert "CC de la Région de Molsheim-Mutzig" in on_screen(pilot)
        await press(pilot, "enter")
        shown = on_screen(pilot)
        assert "registre 2026" in shown
        assert "communauté de communes" in shown
        session = app_of(pilot).session
        assert session is not None
        (of,) = session.consultation.state.lists["member"].ids  # type: ignore[union-attr]
        assert of.isdigit()
        answer = session.consultation.state.answers["member.population", of]
        assert answer.by == "register"


async def test_member_twice_is_refused(make: AppMaker) -> None:
    """A member picked twice, or typed with a name that is there, is refused with its name."""
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await open_table(pilot)
        for _ in range(2):
            await pick(pilot, "molsheim")
        assert rows(pilot) == 1
        assert "est déjà dans la liste" in notices(pilot)


async def test_the_same_letters_again_add_the_next_one(make: AppMaker) -> None:
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await open_table(pilot)
        for _ in range(2):
            await pick(pilot, "pithiver")
        assert rows(pilot) == 2
        assert "est déjà dans la liste" not in notices(pilot)


async def test_by_hand_then_corrected_then_removed(make: AppMaker) -> None:
    """A member typed by hand can be corrected and taken out; nothing is asked of the register."""
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await open_table(pilot)
        await press(pilot, "tab", "a")
        assert isinstance(pilot.app.screen, MemberForm)
        await write(pilot, "Commune de Schirmeck")
        await press(pilot, "tab", "tab")
        await write(pilot, "2 200")
        await press(pilot, "ctrl+s")
        assert rows(pilot) == 1
        assert answers(pilot)["member.population", "commune-de-schirmeck"] == 2_200
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, MemberForm)
        await press(pilot, "tab", "tab")
        pilot.app.screen.query_one("#f2", Input).value = "-3"
        await press(pilot, "ctrl+s")
        assert "entre 0" in on_screen(pilot)
        pilot.app.screen.query_one("#f2", Input).value = "2300"
        await press(pilot, "ctrl+s")
        assert answers(pilot)["member.population", "commune-de-schirmeck"] == 2_300
        await press(pilot, "x")
        assert rows(pilot) == 0


async def test_what_is_typed_of_a_member_is_not_lost_by_one_key(make: AppMaker) -> None:
    """Escape says that it would be, and leaves the second time; where nothing was typed it leaves at once."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await open_table(pilot)
        await press(pilot, "tab", "a", "escape")
        assert isinstance(pilot.app.screen, MembersScreen)
        await press(pilot, "a")
        await write(pilot, "Commune de Schirmeck")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, MemberForm)
        assert "pas retenu" in on_screen(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, MembersScreen)
        assert rows(pilot) == 0


async def test_corrected_value_is_no_longer_the_registers(make: AppMaker) -> None:
    """Changing one value of a row from the register marks that value, and that value only, as the person's."""
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await open_table(pilot)
        await write(pilot, "molsheim")
        await press(pilot, "enter", "tab", "enter")
        pilot.app.screen.query_one("#f2", Input).value = "41000"
        await press(pilot, "ctrl+s")
        session = app_of(pilot).session
        assert session is not None
        by = {fact: answer.by for (fact, _), answer in session.consultation.state.answers.items() if "member." in fact}
        assert by["member.population"] == "user"
        assert by["member.name"] == "register"
        assert "registre, corrigé" in on_screen(pilot)


async def test_leaving_keeps_an_incomplete_list(make: AppMaker) -> None:
    """Esc keeps what was listed and says that the list is not complete; one undo takes the whole table back."""
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await open_table(pilot)
        await pick(pilot, "molsheim", "bruche")
        await press(pilot, "escape")  # from the search to the table: a person who is done typing loses nothing
        assert isinstance(pilot.app.focused, DataTable)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, QuestionScreen)
        assert "m puis Ctrl+S" in notices(pilot)
        assert members_listed(pilot) == (2, False)
        await press(pilot, "ctrl+z")
        assert "member" not in consultation_of(pilot).state.lists


@pytest.mark.parametrize("back", [["ctrl+z"], ["x", "ctrl+z", "ctrl+z"]])
async def test_a_list_put_back_as_it_was_is_the_same_list(make: AppMaker, back: list[str]) -> None:
    """A complete list from which a member was taken, then put back, was left incomplete: answers went against it."""
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await open_table(pilot)
        await pick(pilot, "molsheim", "bruche", "saverne")
        await press(pilot, "ctrl+s")
        before = consultation_of(pilot)
        await press(pilot, "m", "tab", "x")
        assert members_listed(pilot)[1] is False
        await press(pilot, *back, "escape")
        assert isinstance(pilot.app.screen, QuestionScreen)
        assert "m puis Ctrl+S" not in notices(pilot)
        assert consultation_of(pilot) is before
        assert members_listed(pilot)[1] is True


async def test_cannot_list(make: AppMaker) -> None:
    """When the members cannot be listed their summaries are asked instead."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await to_count_of_members(pilot)
        assert asked(pilot) == "members.count"


async def test_a_list_is_not_thrown_away_by_a_key(make: AppMaker) -> None:
    """« I cannot list them » on a table that lists some is refused: nothing would bring them back."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await open_table(pilot)
        await pick(pilot, "molsheim", "bruche")
        await press(pilot, "escape", "i")
        assert isinstance(pilot.app.screen, MembersScreen)
        assert members_listed(pilot) == (2, False)
        assert "elle reste" in notices(pilot)


async def test_hostile_names_are_plain_text(make: AppMaker) -> None:
    """Names with brackets, tags, emoji or 200 characters are shown as they are."""
    hostile = "[red]Pays[/red] <script>alert(1)</script> 😀"
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        pilot.app.screen.query_one("#name", Input).value = hostile
        await press(pilot, "ctrl+s")
        assert "[red]Pays[/red] <script>alert(1)</script>" in on_screen(pilot)
        await press(pilot, "escape", "1", "m", "tab", "a")
        pilot.app.screen.query_one("#f0", Input).value = "[link=x]" + "y" * 192
        await press(pilot, "ctrl+s")
        assert "[link=x]yyy" in on_screen(pilot)
        await press(pilot, "v", "r")
        assert "[link=x]yyy" in on_screen(pilot)
        await press(pilot, "escape", "t", "escape", "c", "escape", "escape")
        assert "[red]Pays[/red]" in on_screen(pilot)


@pytest.mark.parametrize("name", ["", "   ", "😀😀"])
def test_names_that_cannot_be_saved(name: str, make: AppMaker) -> None:
    """A name under which nothing can be saved is refused before the consultation begins."""

    async def scenario() -> None:
        async with make().run_test(size=(80, 24), notifications=True) as pilot:
            await settle(pilot)
            await press(pilot, "enter")
            pilot.app.screen.query_one("#name", Input).value = name
            await press(pilot, "ctrl+s")
            assert app_of(pilot).session is None

    import asyncio  # noqa: PLC0415 - a parametrized coroutine would do as well

    asyncio.run(scenario())


async def vote_grid(pilot: Pilot[str]) -> GridControl:
    """Reach the grid of votes of a closed syndicate with two members."""
    await open_table(pilot, "2")
    await pick(pilot, "molsheim", "bruche")
    await press(pilot, "tab", "v")
    while asked(pilot) != "member.vote":
        await press(pilot, "1")
    return pilot.app.screen.query_one(GridControl)


async def test_grid_for_all_members(make: AppMaker) -> None:
    """A fact of each member is asked once, for all of them; figures answer row by row."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await vote_grid(pilot)
        shown = on_screen(pilot)
        assert "CC de la Région de Molsheim-Mutzig" in shown
        assert "1 pour" in shown
        await press(pilot, "1", "2")
        votes = {value for (fact, _), value in answers(pilot).items() if fact == "member.vote"}
        assert votes == {"for", "against"}
        assert pilot.app.screen.query(GridControl)  # still there: the person confirms
        await press(pilot, "enter")
        assert asked(pilot) != "member.vote"


async def test_grid_row_left_blank_comes_back(make: AppMaker) -> None:
    """Confirming with a blank row puts that row off."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await vote_grid(pilot)
        await press(pilot, "1", "enter")
        session = app_of(pilot).session
        assert session is not None
        assert [fact for fact, _ in session.consultation.state.skipped] == ["member.vote"]


async def test_seats_proposed_and_checked(make: AppMaker) -> None:
    """The seats follow the populations; a distribution above half is refused in words."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await open_table(pilot)
        await pick(pilot, "molsheim", "bruche", "mossig")
        await press(pilot, "tab", "v", "t")
        assert isinstance(pilot.app.screen, SeatsScreen)
        assert "Répartition conforme" in on_screen(pilot)
        pilot.app.screen.query_one("#seat0", Input).value = "40"
        await settle(pilot)
        assert "plus de la moitié" in on_screen(pilot)


async def test_the_total_typed_replaces_the_one_proposed(make: AppMaker) -> None:
    """Whoever types 20 where 12 is proposed means 20, not 1220; shares follow the language."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await open_table(pilot)
        await pick(pilot, "molsheim", "bruche", "mossig")
        await press(pilot, "ctrl+s", "t", "2", "0", "enter")
        assert "20 sièges, pas plus de 10 par membre" in on_screen(pilot)
        assert re.search(r"\d,\d %", on_screen(pilot))
        await pilot.click(".languages", offset=(5, 0))
        await settle(pilot)
        assert re.search(r"\d\.\d%", on_screen(pilot))


async def test_seats_are_kept_with_the_answers(make: AppMaker) -> None:
    """`^S` keeps the distribution; leaving keeps one that was worked on; looking at it keeps nothing."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await open_table(pilot)
        await pick(pilot, "molsheim", "bruche", "mossig")
        await press(pilot, "tab", "v", "t", "escape")
        session = app_of(pilot).session
        assert session is not None
        assert session.consultation.state.seats == {}
        await press(pilot, "t")
        pilot.app.screen.query_one("#seat2", Input).value = "1"
        await press(pilot, "ctrl+s")
        assert "enregistrée avec les réponses" in notices(pilot)
        kept = dict(session.consultation.state.seats)
        assert all(of.isdigit() for of in kept)
        assert 1 in kept.values()
        pilot.app.screen.query_one("#seat2", Input).value = "2"
        await press(pilot, "escape", "t")
        assert session.consultation.state.seats == {**kept, min(kept, key=lambda of: kept[of]): 2}
        assert pilot.app.screen.query_one("#seat2", Input).value == "2"
        pilot.app.screen.query_one("#seat1", Input).value = ""
        await press(pilot, "ctrl+s")
        assert "Il manque des sièges" in notices(pilot)


async def test_the_keys_named_are_those_that_work(make: AppMaker) -> None:
    """Where one types, no letter is named as a key; in the table they are. Ctrl+S ends the list from both."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await open_table(pilot)
        assert "Retirer" not in on_screen(pilot)
        await pick(pilot, "molsheim")
        assert "Tous y sont ? Ctrl+S" in on_screen(pilot)
        await press(pilot, "enter")  # nothing typed: to the table
        assert "x Retirer" in on_screen(pilot)
        await press(pilot, "slash")
        assert "Retirer" not in on_screen(pilot)
        await press(pilot, "ctrl+s")
        assert members_listed(pilot) == (1, True)


async def test_the_whole_form_of_a_member_fits(make: AppMaker) -> None:
    """On a small terminal every field and both buttons are in sight."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await open_table(pilot)
        await press(pilot, "tab", "a")
        shown = on_screen(pilot)
        assert isinstance(pilot.app.screen, MemberForm)
        for words in ("nom", "nature", "population", "département", "Valider", "Annuler", "Ctrl+S"):
            assert words in shown
