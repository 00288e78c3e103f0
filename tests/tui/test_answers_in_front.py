"""The conclusions open on the answer; choosing and going back say what they change; keys that lead nowhere say so."""

import re

import pytest
from textual.pilot import Pilot
from textual.widgets import Tab

from petr_advisor.checking import load
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.tui.widgets.checks import CheckList
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.lines import Lines
from petr_advisor.tui.widgets.subject_tabs import PADDING, SubjectTabs
from petr_advisor.words.texts import Language
from tests.tui.conftest import AppMaker, app_of, begin, consultation_of, many, notices, on_screen, press, settle, write
from tests.tui.test_checklists import app, held_to_the_end, open_on

SHORT = 16
"""What the head of a screen of 80 columns has room for beside all that is left to answer."""


def option_here(pilot: Pilot[str]) -> str | None:
    """Give the option of the line under the cursor."""
    screen = pilot.app.screen
    assert isinstance(screen, OutcomesScreen)
    return screen._option


def first_option(pilot: Pilot[str]) -> str:
    """Give the option that is shown first."""
    lines = pilot.app.screen.query_one("#options", Lines)
    shown = (getattr(lines.target_at(number), "kind", "") == "option" for number in range(lines.option_count))
    number = next(number for number, is_option in enumerate(shown) if is_option)
    found = lines.target_at(number)
    assert found is not None
    return str(found.key)


async def test_the_cursor_stands_on_the_answer(make_many: AppMaker) -> None:
    """On every tab it stands on what is proposed, which is the first option shown and bears the first number."""
    async with make_many().run_test(size=(80, 24), notifications=True) as pilot:
        await many(pilot)
        assert pilot.app.screen.query_one("#options", Lines).target.kind == "question"  # type: ignore[union-attr]
        session = app_of(pilot).session
        assert session is not None
        assert session.evaluation is not None
        for line in session.evaluation.consultation.course.lines:
            await press(pilot, "right")
            proposed = [option.id for option in line.options]
            if proposed:
                assert option_here(pilot) == first_option(pilot) == proposed[0]


async def test_a_figure_turns_to_its_tab(make_many: AppMaker) -> None:
    """The tabs bear numbers: the number is a key; one that no tab bears does nothing."""
    async with make_many().run_test(size=(80, 24), notifications=True) as pilot:
        await many(pilot)
        tabs = pilot.app.screen.query_one(SubjectTabs)
        for key, name in (("3", "scot"), ("1", "course"), ("2", "evolution"), ("9", "evolution")):
            await press(pilot, key)
            assert tabs.active == name


async def test_no_subject_is_named_by_a_letter_beside_the_one_in_front() -> None:
    """« 2 Évolutio… 3 PETR, pa… » stood beside a title in full: they have names short enough to be whole."""
    held = held_to_the_end("a PETR with its SCoT, contracts and a shared support function")
    async with app(as_of=held.as_of).run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await open_on(pilot, held)
        await press(pilot, "5")
        named = [str(tab.label) for tab in pilot.app.screen.query(Tab)]
        assert len(named) == 5
        assert not any("…" in name for name in named), named
        assert "Services unifiés" in named[4]
        assert sum(len(name) + PADDING for name in named) <= 80


async def test_a_choice_says_what_it_changes_and_how_to_take_it_back(make_many: AppMaker) -> None:
    """o names the other answers that change, or says that none does; Ctrl+Z takes it back there, and says what."""
    async with make_many().run_test(size=(80, 24), notifications=True) as pilot:
        await many(pilot)
        await press(pilot, "2", "o")
        chosen = consultation_of(pilot).state.chosen
        assert "evolution" in chosen
        assert "o de nouveau" in notices(pilot)
        title = app_of(pilot).base.options[chosen["evolution"]].title.fr
        await press(pilot, "ctrl+z")
        assert not consultation_of(pilot).state.chosen
        assert f"Annulé : le choix de « {title} »" in notices(pilot)
        await press(pilot, "ctrl+y")
        assert consultation_of(pilot).state.chosen == chosen
        assert "Rétabli : le choix de" in notices(pilot)


async def test_going_back_says_what_it_took_back(make: AppMaker) -> None:
    """Ctrl+Z names the fact whose answer is gone."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "1", "ctrl+z")
        label = app_of(pilot).base.facts["structure.form"].label.fr
        assert f"Annulé : {label}" in notices(pilot)


async def test_at_the_stop_only_keys_that_lead_somewhere_are_named(make_many: AppMaker) -> None:
    """With no question, the footer names none of the keys of a question, and pressing one says why nothing happens."""
    async with make_many().run_test(size=(80, 24), notifications=True) as pilot:
        await many(pilot)
        await press(pilot, "escape")
        screen = pilot.app.screen
        assert isinstance(screen, QuestionScreen)
        assert screen.panel.question is None
        assert not {"skip", "unknown", "why", "law", "note"} & {*screen.query_one(Keys).names}
        for key in ("s", "i"):
            app_of(pilot).notices._show_again([], "fr", 0)
            await press(pilot, key)
            assert "pas de question en cours" in notices(pilot)
        assert "facultatives" in on_screen(pilot) or "Conclusions" in on_screen(pilot)


async def test_enter_goes_through_the_form_to_its_boxes(make_many: AppMaker) -> None:
    """Name, Enter, Enter: the key questions are in front, none is begun upon; Ctrl+S begins."""
    async with make_many().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await write(pilot, "Pays de la Bruche")
        await press(pilot, "enter", "enter")
        assert app_of(pilot).session is None
        assert isinstance(pilot.app.focused, CheckList)
        assert "Ctrl+S" in notices(pilot)
        await press(pilot, "down", "space", "ctrl+s")
        assert consultation_of(pilot).key_questions == ("evolution", "scot")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_subject_has_a_name_for_a_small_screen(language: Language) -> None:
    """« Contrats avec la rég… », « Services unifiés et … » stood in the head of a screen of 80 columns."""
    found = [(each.short or each.title).in_(language) for each in load().key_questions.values()]
    assert [name for name in found if len(name) > SHORT] == []
    assert len(set(found)) == len(found)


async def test_how_far_one_is_gives_way_before_a_name_is_cut() -> None:
    """« Conclus…  ▓▓▓▓▓▓▓▓▓▓▓▓ 11 questions à vérifier … » cut both at 50 columns."""
    held = held_to_the_end("a syndicate of 2014 of which little is known")
    async with app(as_of=held.as_of).run_test(size=(50, 14)) as pilot:
        await settle(pilot)
        await open_on(pilot, held)
        await settle(pilot)
        assert re.search(r"Conclusions (▓+ )?\d+ à vérifier · \d+ facultatives", on_screen(pilot))
