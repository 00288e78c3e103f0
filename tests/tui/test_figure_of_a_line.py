"""A figure says yes to a line and stays on it: the letter that follows is of that line, and says what it replaced."""

import pytest

from tests.tui.conftest import notices, on_screen, press
from tests.tui.test_checklists import FOUR, app, lines, to_the_lines


@pytest.mark.parametrize(
    ("keys", "said", "told"),
    [
        (("1", "n"), {FOUR[0]: False}, True),
        (("2", "question_mark"), {FOUR[1]: None}, True),
        (("1", "o"), {FOUR[0]: True}, False),
        (("1", "down", "n"), {FOUR[0]: True, FOUR[1]: False}, False),
        (("o", "up", "n"), {FOUR[0]: False}, False),
        (("1", "2", "n"), {FOUR[0]: True, FOUR[1]: False}, True),
    ],
)
async def test_no_letter_replaces_the_yes_of_a_figure_without_a_word(
    keys: tuple[str, ...],
    said: dict[str, bool | None],
    told: bool,  # noqa: FBT001 - a parameter
) -> None:
    """« 1 » then « n », meant for the second line, left the first at no, and nobody saw it."""
    async with app().run_test(size=(80, 24), notifications=True) as pilot:
        await to_the_lines(pilot)
        await press(pilot, *keys)
        assert lines(pilot).said == said
        assert ("a remplacé le « oui » du chiffre" in notices(pilot).replace("\u00a0", " ")) is told


async def test_the_line_below_says_that_a_figure_stays() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await to_the_lines(pilot)
        assert "chiffre : oui, sur place" in on_screen(pilot).replace("\u00a0", " ")
