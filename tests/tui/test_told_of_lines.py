"""What is told of lines by their numbers goes with them: the next question has other lines, or none."""

import pytest

from tests.tui.conftest import notices, press
from tests.tui.test_checklists import FOUR, app, facts_in_sight, to_the_lines


@pytest.mark.parametrize(
    ("keys", "told", "then"),
    [
        (("1", "n"), "a remplacé le « oui » du chiffre", ("a", "enter")),
        (("1", "2", "enter"), "lignes décisives sans réponse", ("enter",)),
        (("4", "o"), "La lettre vaut pour la ligne 4", ("5", "a", "enter")),
        (("4", "a", "enter"), "Ligne 4 : un chiffre", ("enter",)),
    ],
)
async def test_no_word_on_a_line_stays_on_the_next_question(
    keys: tuple[str, ...], told: str, then: tuple[str, ...]
) -> None:
    """« Line 2: … 2 puts it back » stood above a question where 2 meant « no »."""
    async with app().run_test(size=(80, 24), notifications=True) as pilot:
        await to_the_lines(pilot)
        await press(pilot, *keys)
        assert facts_in_sight(pilot) == FOUR
        assert told in notices(pilot).replace("\u00a0", " ")
        await press(pilot, *then)
        assert facts_in_sight(pilot) != FOUR
        assert told not in notices(pilot).replace("\u00a0", " ")
