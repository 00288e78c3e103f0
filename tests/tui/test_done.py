"""What is done already is told so wherever its way is listed, never « possible » beside « c’est fait »."""

import pytest

from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.typed.values import read
from tests.tui.conftest import on_screen, press, settle
from tests.tui.test_checklists import HELD, app, begun, open_on


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_way_that_is_done_is_not_told_possible(size: tuple[int, int]) -> None:
    """A PETR bears its SCoT: on the course, in the list of ways, beside the questions."""
    case = begun({**HELD["a PETR with its SCoT, services and contracts"], "key_questions": ["scot"]})
    for fact, typed in (
        ("structure.legal_form", "petr"), ("territory.scot_cover", "same"), ("scot.bearer", "structure"),
        ("scot.approved_on", "21/06/2018"), ("scot.review_voted", "oui"),
    ):  # fmt: skip
        case = case.answer(fact, read(case.base.facts[fact], typed, "fr"))
    async with app().run_test(size=size) as pilot:
        await settle(pilot)
        await open_on(pilot, case)
        if not isinstance(pilot.app.screen, OutcomesScreen):
            await press(pilot, "c")
        seen = on_screen(pilot)
        assert "Confier le SCoT au PETR – c’est fait" in seen
        assert "Confier le SCoT au PETR – possible" not in seen
