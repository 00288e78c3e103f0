"""The course projected to a meeting, and the large display: every word is on some page, at any size of type."""

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from petr_advisor.tui.block_letters import HEIGHT, block_letters, pages
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.tui.screens.plan import PlanScreen
from petr_advisor.tui.screens.projection import ProjectionScreen, Stage
from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.tui.widgets.lines import Lines
from tests.tui.conftest import AppMaker, many, notices, on_screen, press, write

SIZES = [(80, 24), (120, 40), (200, 60), (50, 14), (40, 10)]


def projection(pilot: Pilot[str]) -> ProjectionScreen:
    assert isinstance(pilot.app.screen, ProjectionScreen)
    return pilot.app.screen


def said(pilot: Pilot[str]) -> str:
    """Give what the page says, its title too, in one line."""
    parts = (projection(pilot).query_one(name, Static) for name in (".headline", ".sheet"))
    return " ".join(" ".join(str(part.render()) for part in parts).split())


@pytest.mark.parametrize("size", SIZES)
async def test_every_word_of_the_slides_is_on_some_page(make_many: AppMaker, size: tuple[int, int]) -> None:
    """Page by page to the end and back; on a screen of some height, no page has to be scrolled."""
    async with make_many().run_test(size=size, notifications=True) as pilot:
        await many(pilot)
        await press(pilot, "f8")
        slides = projection(pilot)._told["fr"]
        seen = [said(pilot)]
        while not notices(pilot):
            stage = projection(pilot).query_one(Stage)
            assert not stage.max_scroll_y or size[1] < 16
            await press(pilot, "right")
            seen.append(said(pilot))
        words = " ".join(seen)
        for slide in slides:
            for item in (*slide.items, *(cell for row in (slide.grid.rows if slide.grid else ()) for cell in row)):
                assert item == "–" or " ".join(item.split()) in words
        for _ in seen:
            await press(pilot, "left")
        assert said(pilot) == seen[0]
        await press(pilot, "end")
        assert projection(pilot)._slide == len(slides) - 1
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, OutcomesScreen)


async def test_the_decision_stands_in_block_letters_with_its_reasons(make_many: AppMaker) -> None:
    async with make_many().run_test(size=(80, 24)) as pilot:
        await many(pilot)
        await press(pilot, "f8", "right", "right")
        large = block_letters("Il est proposé de créer un PETR, puis de transférer.", 72, 12)
        assert large is not None
        seen = on_screen(pilot)
        assert all(" ".join(row.split()) in seen for row in large.splitlines())
        assert "Cadre de contractualisation." in seen


async def test_the_speaker_reads_the_articles(make_many: AppMaker) -> None:
    """On the same page, in place of it; copied with it; in the other language too."""
    async with make_many().run_test(size=(80, 24), notifications=True) as pilot:
        await many(pilot)
        await press(pilot, "f8", "right", "right", "n")
        assert "Notes de l’orateur" in said(pilot)
        assert "L. 5741-1" in said(pilot).replace("\u00a0", " ")
        await press(pilot, "l")
        assert "Speaker’s notes" in said(pilot)
        await press(pilot, "n", "k")
        assert "It is proposed to create a PETR" in pilot.app.clipboard
        assert "5741-1" in pilot.app.clipboard


@pytest.mark.parametrize("keys", [(), ("p",), ("escape",)])
async def test_projected_from_the_palette(make_many: AppMaker, keys: tuple[str, ...]) -> None:
    """From the conclusions, the plan, the questions; an answer given since makes other pages."""
    async with make_many().run_test(size=(80, 24)) as pilot:
        await many(pilot)
        await press(pilot, *keys, "ctrl+k")
        await write(pilot, "projeter")
        await press(pilot, "enter")
        assert projection(pilot)._told
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, PlanScreen if keys == ("p",) else type(pilot.app.screen))


async def test_large_shows_one_thing_at_a_time_and_is_remembered(make_many: AppMaker) -> None:
    """No side pane beside a question; of the conclusions, the lines or the details; as before on the same key."""
    app = make_many()
    async with app.run_test(size=(160, 40), notifications=True) as pilot:
        await many(pilot)
        both = [lines.size.height for lines in pilot.app.screen.query(Lines)]
        await press(pilot, "f6")
        assert "Agrandissez les lettres" in notices(pilot)
        options, details = pilot.app.screen.query(Lines)
        assert (options.size.height > 20, details.size.height) == (True, 0)
        await press(pilot, "tab")
        assert (options.size.height, details.size.height > 20) == (0, True)
    async with make_many().run_test(size=(160, 40), notifications=True) as pilot:
        await many(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, QuestionScreen)
        assert not [side for side in pilot.app.screen.query(".side") if side.size.width]
        await press(pilot, "f6")
        assert len([side for side in pilot.app.screen.query(".side") if side.size.width]) == 2
    assert all(both)


def test_block_letters_have_their_accents() -> None:
    """A line above the letters bears them; what does not fit is left to ordinary letters."""
    written, bare = block_letters("créé", 40, HEIGHT), block_letters("cree", 40, HEIGHT)
    assert written is not None
    assert bare is not None
    first, *letters = written.split("\n")
    assert first.count("╱") == 2
    assert letters == bare.split("\n")[1:]
    assert block_letters("créé", 40, HEIGHT - 1) is None
    assert block_letters("anticonstitutionnellement", 40, 99) is None
    broken = block_letters("La démarche proposée", 40, 99)
    assert broken is not None
    assert len(broken.split("\n")) == 2 * HEIGHT
    assert max(map(len, broken.split("\n"))) <= 40
    assert "«" in (block_letters("« ça »", 40, HEIGHT) or "")


def test_pages_hold_everything_in_order() -> None:
    assert [list(part) for part in pages([2, 2, 9, 1, 1], 5)] == [[0, 1], [2], [3, 4]]
    assert [list(part) for part in pages([], 5)] == [[]]
