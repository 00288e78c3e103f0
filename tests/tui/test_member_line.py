"""The line in which members are typed: names mistyped, keys that come in one go, what is left in it or undone."""

import re
from collections.abc import Sequence

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import DataTable, Input

from petr_advisor.territory.register import Epci
from petr_advisor.tui.screens.members import MembersScreen
from petr_advisor.tui.widgets.found import FoundLines
from petr_advisor.tui.widgets.search_line import SearchLine
from petr_advisor.typed.entities import Row
from petr_advisor.typed.members import MemberReader, Taken
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
    write,
)


async def open_members(pilot: Pilot[str]) -> SearchLine:
    """Open the members of a new consultation, one there already."""
    await settle(pilot)
    await begin(pilot)
    await press(pilot, "1", "m")
    await pick(pilot, "molsheim")
    return pilot.app.screen.query_one(SearchLine)


async def in_one_go(pilot: Pilot[str], *lines: str) -> None:
    """Send lines as the keys of one moment, as a terminal does that does not frame what is pasted."""
    when = events.Event().time
    for line in lines:
        for letter in [*line, "enter"]:
            event = events.Key(letter, letter if len(letter) == 1 else "\r")
            event.time = when
            event.set_sender(pilot.app)
            pilot.app._driver.send_message(event)  # type: ignore[union-attr]
    await settle(pilot)


async def test_a_name_mistyped_stays_and_near_ones_are_offered(make: AppMaker) -> None:
    """Enter on a name that nobody bears keeps the keyboard where one types; the near name is taken by ↓ and Enter."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        line = await open_members(pilot)
        await write(pilot, "lalbenke")
        assert "Vouliez-vous dire" in on_screen(pilot)
        assert "Lalbenque-Limogne" in on_screen(pilot)
        await press(pilot, "enter")
        assert members_listed(pilot) == (1, False)
        assert pilot.app.focused is line
        assert line.value == "lalbenke"
        assert "n’est pas au registre" in notices(pilot)
        await press(pilot, "down", "enter")
        assert members_listed(pilot) == (2, False)
        assert not line.value


async def test_enter_on_letters_of_several_names_says_which_one_it_took(make: AppMaker) -> None:
    """« dronne » is of two départements: the one taken is named, with the other, and Ctrl+Z gives it back."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await open_members(pilot)
        assert "Trouvé" not in notices(pilot)
        await pick(pilot, "dronne")
        assert members_listed(pilot) == (2, False)
        assert "Pris : CC Lavalette Tude Dronne (16)." in _plain(notices(pilot))
        assert "Trouvé aussi : CC Dronne et Belle (24)." in _plain(notices(pilot))
        await press(pilot, "ctrl+z")
        assert members_listed(pilot) == (1, False)


async def test_a_name_pasted_that_several_bear_is_not_taken_by_enter(make: AppMaker) -> None:
    """Nobody sees which of them is meant: Enter says to choose, and those near the members there are come first."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        line = await open_members(pilot)
        await pick(pilot, "dronne et belle")
        assert members_listed(pilot) == (2, False)
        pilot.app.post_message(events.Paste("dronne\nCC de la Région de Molsheim-Mutzig"))
        await settle(pilot)
        before = members_listed(pilot)
        assert line.value == "dronne"
        await press(pilot, "enter")
        assert members_listed(pilot) == before
        assert line.value == "dronne"
        assert "plusieurs EPCI" in _plain(notices(pilot))
        assert on_screen(pilot).index("Dronne et Belle") < on_screen(pilot).index("Lavalette")
        await press(pilot, "down", "enter")
        assert members_listed(pilot) == (before[0] + 1, False)
        assert not line.value


async def test_down_then_enter_takes_the_first_of_several_and_says_which_other_bears_its_name(make: AppMaker) -> None:
    """The first is lit before ↓: it was passed by, and the one of another département came in without a word."""
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await open_members(pilot)
        pilot.app.post_message(events.Paste("CC des Quatre Rivieres\nCC des Monts de Gy"))
        await settle(pilot)
        found = pilot.app.screen.query_one(FoundLines)
        first = found.target
        await press(pilot, "down")
        assert found.has_focus
        assert found.target == first != found.target_at(1)
        await press(pilot, "enter")
        assert isinstance(first, Epci)
        assert consultation_of(pilot).state.lists["member"].ids[-1] == first.siren  # type: ignore[union-attr]
        assert f"Pris : CC des Quatre Rivières ({first.departements[0]})" in _plain(notices(pilot))
        assert "Trouvé aussi : CC des Quatre Rivières (74)" in _plain(notices(pilot))
        await write(pilot, "CC des Quatre Rivieres")
        await press(pilot, "enter")
        told = " ".join(_plain(notices(pilot)).split())
        assert "« CC des Quatre Rivières » (74) n’est pas ajoutée" in told
        assert "du même nom, est d’un autre département (70)" in told


def _plain(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


async def test_letters_go_on_with_a_name_that_was_refused(make: AppMaker) -> None:
    """After a name that nothing is like, letters are still letters: no language changes, nothing opens or leaves."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        line = await open_members(pilot)
        await write(pilot, "xqzwk")
        await press(pilot, "enter", "l", "a", "x")
        assert app_of(pilot).language == "fr"
        assert isinstance(pilot.app.screen, MembersScreen)
        assert line.value == "xqzwklax"
        assert members_listed(pilot) == (1, False)


async def test_letters_pressed_on_what_was_found_are_typed(make: AppMaker) -> None:
    """On the names found, a letter goes on with the name."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        line = await open_members(pilot)
        await write(pilot, "moss")
        await press(pilot, "down", "i", "g")
        assert line.value == "mossig"
        assert pilot.app.focused is line


async def test_a_paste_that_comes_as_keys_is_read_line_by_line(make: AppMaker) -> None:
    """Every line of it is added; one that is not understood waits to be corrected, and Ctrl+S says so."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        line = await open_members(pilot)
        await in_one_go(pilot, "bruche", "Xqzwk", "", "Syndicat A ;; 12", "mossig")
        assert members_listed(pilot) == (4, False)
        assert line.value == "Xqzwk"
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, MembersScreen)
        assert line.value == "Xqzwk"
        assert "Xqzwk" in notices(pilot) or "Lignes à corriger : 1" in notices(pilot)


async def test_a_name_that_the_register_completes_is_told_after_a_paste(make: AppMaker) -> None:
    """« CC du Pays Fertois » stands for one body with a longer name: nobody saw it being chosen."""
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await open_members(pilot)
        pilot.app.post_message(events.Paste("CC du Pays Fertois\nCC de la Vallée de la Bruche\n200067874"))
        await settle(pilot)
        told = " ".join(notices(pilot).split())
        assert "1 nom complété par le registre" in told
        assert "CC du Pays Fertois → CC du Pays Fertois et du Bocage Carrougien" in told
        assert "Bruche →" not in told


@pytest.mark.parametrize("count", [2, 3, 4, 5, 9])
async def test_every_name_completed_is_told_or_counted(make: AppMaker, count: int) -> None:
    """« 3 noms complétés par le registre » showed two of the three."""
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await open_members(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, MembersScreen)
        names = tuple((f"typed{number}", f"Nom {number}") for number in range(count))
        screen._take(Taken(tuple(screen._rows), (), (), names), "members.pasted")
        await settle(pilot)
        told = " ".join(notices(pilot).split())
        assert f"{count} noms complétés" in told
        more = re.search(r"et (\d+) de plus", told)
        assert told.count(" → ") + (int(more[1]) if more else 0) == count


async def test_what_is_typed_and_not_added_is_not_thrown_away(make: AppMaker) -> None:
    """Ctrl+S with letters left in the line says so, and the list is not said to be complete."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        line = await open_members(pilot)
        await write(pilot, "bruche")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, MembersScreen)
        assert line.value == "bruche"
        assert members_listed(pilot) == (1, False)
        assert "est tapé, mais pas ajouté" in notices(pilot)
        await press(pilot, "enter", "ctrl+s")
        assert members_listed(pilot) == (2, True)


async def test_end_goes_to_the_last_member_and_home_to_the_first(make: AppMaker) -> None:
    """What is then removed is what is under the bar, not the first of the list."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        line = await open_members(pilot)
        await pick(pilot, "vallée de la bruche")
        assert pilot.app.focused is line
        table = pilot.app.screen.query_one(DataTable)
        await press(pilot, "escape", "end")
        assert table.cursor_row == 1
        await press(pilot, "home")
        assert table.cursor_row == 0
        await press(pilot, "end", "x")
        assert "Bruche" in notices(pilot)


async def test_a_member_removed_is_named_and_comes_back(make: AppMaker) -> None:
    """x says who is taken off; Ctrl+Z puts the list back, in the table and where one types."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await open_members(pilot)
        await press(pilot, "tab", "x")
        assert members_listed(pilot)[0] == 0
        assert "Molsheim-Mutzig : retiré de la liste" in notices(pilot)
        await press(pilot, "ctrl+z")
        assert members_listed(pilot)[0] == 1
        assert pilot.app.screen.query_one(DataTable).row_count == 1
        assert "remise comme avant : 1 membre" in notices(pilot)


async def test_nothing_is_said_to_be_computed_when_nothing_is(make: AppMaker) -> None:
    """Another language shows the header anew; what is not being computed is not said to be."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await open_members(pilot)
        await press(pilot, "tab", "l")
        assert app_of(pilot).language == "en"
        assert "working…" not in on_screen(pilot)
        assert isinstance(pilot.app.screen.query_one("#search"), Input)


async def test_a_line_by_hand_that_the_register_has_is_proposed(make: AppMaker) -> None:
    """« Pays Rignacois ; CC » is the CC du Pays Rignacois: ↓ and Enter take it, and it is not there twice."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        line = await open_members(pilot)
        pilot.app.post_message(events.Paste("Pays Rignacois ; CC ; 5600\nCC de la Vallée de la Bruche"))
        await settle(pilot)
        assert members_listed(pilot) == (2, False)
        assert line.value == "Pays Rignacois ; CC ; 5600"
        assert "Vouliez-vous dire" in on_screen(pilot)
        await press(pilot, "enter")
        assert members_listed(pilot) == (2, False)
        assert line.value == "Pays Rignacois ; CC ; 5600"
        await press(pilot, "down", "enter")
        assert members_listed(pilot) == (3, False)
        assert not line.value
        assert pilot.app.screen.query_one(DataTable).get_row_at(2)[-1].plain == "registre 2026"


async def test_one_added_by_hand_all_the_same_is_said_and_is_not_there_twice(make: AppMaker) -> None:
    """The form keeps what it is told, and says what the register has; that one is then refused, and named."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await open_members(pilot)
        await press(pilot, "tab", "a")
        pilot.app.screen.query_one("#f0", Input).value = "Pays Rignacois"
        await press(pilot, "ctrl+s")
        assert members_listed(pilot) == (2, False)
        assert "c’est peut-être « CC du Pays Rignacois »" in _plain(notices(pilot))
        await press(pilot, "slash")
        await pick(pilot, "rignacois")
        assert members_listed(pilot) == (2, False)
        assert "déjà dans la liste, sous le nom « Pays Rignacois »" in _plain(notices(pilot))


async def test_letters_are_looked_for_and_a_line_written_out_is_read_once(
    make: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To read letters would be to search the whole register a second time at each key."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await open_members(pilot)
        lines: list[str] = []
        read = MemberReader.read

        def counted(self: MemberReader, typed: str, rows: Sequence[Row]) -> Row:
            lines.append(typed)
            return read(self, typed, rows)

        monkeypatch.setattr(MemberReader, "read", counted)
        await write(pilot, "lalbenque")
        assert not lines
        await write(pilot, "; 1 200")
        assert lines
        assert len(lines) == len(set(lines))


@pytest.mark.parametrize(
    "typed", ["bruche", "revel sorezois", "molsheimm", "x", "CC Neuve ; cc ; 1 000", "CC Neuve ; zz ; 1 000"]
)
async def test_enter_is_said_to_add_only_what_it_adds(make: AppMaker, typed: str) -> None:
    """Of a name that the register does not have, ^S said « ↵ l’ajoute », just after Enter had added nothing."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await open_members(pilot)
        await write(pilot, typed)
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, MembersScreen)
        promised = "↵ l’ajoute" in notices(pilot)
        assert notices(pilot)
        await press(pilot, "enter")
        assert (members_listed(pilot)[0] == 2) is promised
