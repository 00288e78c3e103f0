"""What a pane of the conclusions does not show is told: how many lines, and whether one of them warns."""

from textual.pilot import Pilot

from petr_advisor.tui.widgets.lines import Lines
from tests.tui.conftest import on_screen, press, settle
from tests.tui.test_checklists import app, held_to_the_end, open_on
from tests.tui.test_held_to_the_end import LITTLE_KNOWN, SUPPORT


def hidden(pilot: Pilot[str], name: str) -> tuple[int, int]:
    """Count the lines of a pane that are out of sight, above and below."""
    pane = pilot.app.screen.query_one(name, Lines)
    top = pane.scroll_offset.y
    return top, len(pane._lines) - top - pane.scrollable_content_region.height


async def test_both_panes_count_lines() -> None:
    """« ↑ encore 1 plus haut » stood for seven lines, beside « encore 373 plus bas », which counted them."""
    case = held_to_the_end("an association of real members")
    async with app(as_of=case.as_of).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await open_on(pilot, case)
        await settle(pilot)
        await press(pilot, "end", "up")
        above, below = hidden(pilot, "#options")
        assert above > 1
        assert f"↑ encore {above} lignes plus haut" in on_screen(pilot)
        assert not below or f"↓ encore {below} ligne" in on_screen(pilot)
        assert f"↓ encore {hidden(pilot, '#details')[1]} lignes plus bas" in on_screen(pilot)


async def test_a_low_pane_says_what_is_above_and_below_it() -> None:
    """At 50 columns and 14 lines, alarms were gone without a word, and so was how much more there is."""
    case = held_to_the_end(SUPPORT)
    async with app(as_of=case.as_of).run_test(size=(50, 14)) as pilot:
        await settle(pilot)
        await open_on(pilot, case)
        await settle(pilot)
        above, below = hidden(pilot, "#options")
        assert above == 0
        assert "⚠ Le PETR : conclure" in on_screen(pilot).replace("\u00a0", " ").replace("\u202f", " ")
        assert f"↓ encore {below} lignes plus bas" in on_screen(pilot)


async def test_the_ways_are_in_sight_where_none_is_proposed() -> None:
    """The head filled the pane; below stood « Conclure une entente – possible », and nothing said what it was."""
    case = held_to_the_end(LITTLE_KNOWN)
    async with app(as_of=case.as_of).run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await open_on(pilot, case)
        await settle(pilot)
        seen = on_screen(pilot).replace("\u00a0", " ").replace("\u202f", " ")
        assert "dont aucune n’est encore proposée : ? Laisser le préfet" in seen
        assert "jamais posées : touche f." in seen
        await press(pilot, "end")
        assert "Rien n’est proposé tant que" in pilot.app.screen.query_one("#options", Lines).words


async def test_doing_nothing_is_among_the_ways_though_no_option_is_that() -> None:
    """The note had « Laisser les choses en l'état – possible » under the services, and their tab did not."""
    case = held_to_the_end("a PETR with its SCoT, contracts and a service to be created")
    async with app(as_of=case.as_of).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await open_on(pilot, case)
        await settle(pilot)
        await press(pilot, "5")
        ways = pilot.app.screen.query_one("#options", Lines).words.splitlines()
        (found,) = (number for number, way in enumerate(ways) if "Laisser les choses en l’état – possible" in way)
        assert ways[found - 1].startswith("● ")
        assert "écartées" in ways[found + 1]
        await press(pilot, "2")  # staying is an option there: it is told once
        assert "Laisser les choses" not in pilot.app.screen.query_one("#options", Lines).words
