"""What is pressed for a choice or a line that is not in sight shows it, and answers nothing yet."""

from datetime import date

import pytest
from textual import events

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.tui.unseen import Unseen
from petr_advisor.tui.widgets.controls import ChoiceControl
from tests.tui.conftest import answers, notices, on_screen, press, settle
from tests.tui.test_checklists import FOUR, app, lines, open_on, panel, to_the_lines


async def test_a_figure_of_a_choice_unseen_only_shows_it_and_one_that_answers_says_what() -> None:
    """The PETR stands below the fold of the first question: guessed at, it is seen before it is taken."""
    async with app().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await open_on(pilot, Consultation.start(load(), date(2026, 11, 24), ["evolution"], engine("native")))
        control = panel(pilot).control
        assert isinstance(control, ChoiceControl)
        unseen = next(number for number in range(control.option_count) if not control.in_sight(number))
        await press(pilot, str(unseen + 1))
        assert not answers(pilot)
        assert control.highlighted == unseen
        assert control.in_sight(unseen)
        await press(pilot, str(unseen + 1))
        taken = answers(pilot)["structure.legal_form", None]
        label = load().facts["structure.legal_form"].choices[str(taken)].label.fr
        assert f"« {label} »" in notices(pilot).replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


async def test_a_figure_of_a_line_unseen_only_shows_it() -> None:
    async with app().run_test(size=(80, 13)) as pilot:
        await to_the_lines(pilot)
        assert not lines(pilot).rows.in_sight(3)
        await press(pilot, "4")
        assert (FOUR[3], None) not in answers(pilot)
        assert lines(pilot).rows.in_sight(3)
        await press(pilot, "4")
        assert (FOUR[3], None) not in answers(pilot)  # the procedure is asked by itself
        assert lines(pilot).said[FOUR[3]] is True


def _key(key: str, at: float) -> events.Key:
    event = events.Key(key, key if len(key) == 1 else None)
    event.time = at
    return event


@pytest.mark.parametrize("letter", ["n", "o", "space", "enter"])
def test_after_the_figure_of_a_line_that_was_refused_the_next_letter_is_too(letter: str) -> None:
    """It would answer the line that has the cursor, which is another; it is taken when it is pressed again."""
    unseen = Unseen()
    unseen.put()
    now = events.Event().time
    assert unseen.refuses(_key("7", now - 1), waiting=False, lines=True)
    assert unseen.refuses(_key(letter, now + 1), waiting=False, lines=True)
    assert not unseen.refuses(_key(letter, now + 2), waiting=False, lines=True)


def test_a_line_chosen_anew_takes_its_letter() -> None:
    unseen = Unseen()
    unseen.put()
    now = events.Event().time
    assert unseen.refuses(_key("7", now - 1), waiting=False, lines=True)
    assert not unseen.refuses(_key("7", now + 1), waiting=False, lines=True)
    assert not unseen.refuses(_key("n", now + 2), waiting=False, lines=True)


async def test_enter_after_a_figure_is_told_once_not_to_be_needed() -> None:
    """It was swallowed without a word; and « 1 » of eleven waited for Enter, which only a choice out of sight said."""
    async with app().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await open_on(pilot, Consultation.start(load(), date(2026, 11, 24), ["evolution"], engine("native")))
        await press(pilot, "1")
        assert not answers(pilot)
        assert "↵ pour répondre, ou un second chiffre." in on_screen(pilot)
        await press(pilot, "enter")
        assert answers(pilot)
        assert "n’était pas nécessaire" not in notices(pilot)
        await press(pilot, "1", "enter")
        assert "n’était pas nécessaire" in notices(pilot)


async def test_a_checklist_says_that_it_is_one_question() -> None:
    """« Provisoire : 1 question » stood below two lines."""
    async with app().run_test(size=(80, 24)) as pilot:
        await to_the_lines(pilot)
        assert f"({len(FOUR)} lignes, comptées pour une question)" in on_screen(pilot)
