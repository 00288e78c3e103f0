"""What the screen can do is listed, found and run by name; keys and abbreviations are explained on the spot."""

import re

import pytest
from textual.command import CommandPalette
from textual.widgets import OptionList

from petr_advisor.checking import load
from petr_advisor.tui.screens.help import HelpScreen
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.tui.screens.plan import PlanScreen
from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.words.abbreviations import abbreviations, held_by
from tests.tui.conftest import AppMaker, app_of, begin, many, on_screen, press, settle
from tests.walking import hand


async def test_a_command_is_found_by_its_name_and_run(make_many: AppMaker) -> None:
    async with make_many().run_test(size=(80, 24), notifications=True) as pilot:
        await many(pilot)
        await press(pilot, "ctrl+k")
        assert isinstance(pilot.app.screen, CommandPalette)
        assert "Que voulez-vous faire" in on_screen(pilot)
        assert "Comparer" in on_screen(pilot)
        await press(pilot, *"calend")
        while not pilot.app.screen.query_one(OptionList).option_count:
            await settle(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, PlanScreen)


@pytest.mark.parametrize("key", ["pagedown", "pageup", "enter"])
async def test_a_key_pressed_upon_the_one_that_opens_it_does_no_harm(make: AppMaker, key: str) -> None:
    """Its list is there before it has a size."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        hand.press(app_of(pilot), "ctrl+k")
        await hand.drain()
        hand.press(app_of(pilot), key)
        await settle(pilot)
        assert pilot.app.is_running


async def test_only_what_the_screen_does_is_listed_in_its_language(make: AppMaker) -> None:
    async with make(language="en").run_test(size=(80, 40), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "ctrl+k")
        shown = on_screen(pilot)
        assert "I do not know" in shown
        assert "Compare" not in shown
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, QuestionScreen)


async def test_help_lists_every_key_and_the_abbreviations_in_sight(make: AppMaker) -> None:
    async with make().run_test(size=(80, 60), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "?")
        assert isinstance(pilot.app.screen, HelpScreen)
        shown = on_screen(pilot)
        assert "BANATIC – base nationale" in shown
        assert "SDCI –" not in shown
        await press(pilot, "end")
        for words in ("Ctrl+Z Annuler", "Ctrl+Y Rétablir"):
            assert words in on_screen(pilot)
        for words in ("t Sièges", "Ctrl+K Commandes", "F2 Thème"):
            assert words in on_screen(pilot)
        await press(pilot, "l", "home")
        assert "BANATIC – the State’s national database" in on_screen(pilot)


def test_what_titles_and_questions_shorten_is_explained() -> None:
    """« Ici le pacte territorial (PTRTE) » stands among the conclusions: F1 explains it as it does the CRTE."""
    base = load()
    told = [
        *(option.title for option in base.options.values()),
        *(term.title for term in base.terms.values()),
        *(fact.ask.text for fact in base.facts.values() if fact.ask),
    ]
    written = {found for text in told for found in re.findall(r"(?<![\w.])(?:[A-Z][a-z]?){3,}(?!\w)", text.fr)}
    assert "PTRTE" in written
    assert sorted(short for short in written if not any(held_by(short))) == []


async def test_help_of_the_conclusions_explains_what_is_told(make_many: AppMaker) -> None:
    async with make_many().run_test(size=(80, 60), notifications=True) as pilot:
        await many(pilot)
        assert isinstance(pilot.app.screen, OutcomesScreen)
        await press(pilot, "f1")
        assert "SCoT – schéma de cohérence territoriale" in on_screen(pilot)


@pytest.mark.parametrize(
    ("text", "found"),
    [("Le SCoT et les EPCI", ["EPCI", "SCoT"]), ("two EPCIs", ["EPCI"]), ("CANTON", []), ("le PLUi", ["PLUi"])],
)
def test_abbreviations_are_found_as_words(text: str, found: list[str]) -> None:
    assert [short for short, _ in held_by(text)] == found


def test_each_abbreviation_is_said_in_both_languages() -> None:
    assert len(abbreviations()) > 30
    assert all(text.fr and text.en and text.fr != text.en for text in abbreviations().values())


async def test_the_palette_is_not_opened_twice(make: AppMaker) -> None:
    async with make().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+k", "ctrl+k")
        assert sum(isinstance(screen, CommandPalette) for screen in app_of(pilot).screen_stack) == 1
