"""What is done already is told so wherever its way is listed, never « possible » beside « c’est fait »."""

import pytest

from petr_advisor.consulting.weighing import LIVE
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.tui.widgets import shaping
from petr_advisor.typed.values import read
from tests.tui.conftest import app_of, on_screen, press, settle
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


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_what_is_done_is_no_last_change(size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the ways that an answer has just moved, only those still to be taken are news, in the band and the panel."""
    monkeypatch.setattr(shaping, "HIGHLIGHT_SECONDS", 600)
    case = begun({**HELD["a PETR with its SCoT, services and contracts"], "key_questions": ["scot"]})
    case = case.answer("structure.legal_form", "petr").answer("territory.scot_cover", "same")
    async with app().run_test(size=size) as pilot:
        await settle(pilot)
        await open_on(pilot, case)
        told = app_of(pilot)
        told.said(case.answer("scot.bearer", "structure"), fact="scot.bearer")
        await settle(pilot)
        session = told.session
        assert session is not None
        assert session.evaluation is not None
        options = session.evaluation.options()
        bands = list(pilot.app.screen.query(shaping.Shaping))
        assert bands
        for band in bands:
            moved = {found.id for found in options if found.id in band._changed}
            news = {found.id for found in band._news(session.evaluation)}
            done = {found.id for found in options if found.done and found.status in LIVE}
            assert done & moved
            assert news == moved - done
            said = next(iter(band._because(told, session.evaluation))).plain
            assert not any(found.option.title.fr[:20] in said for found in options if found.id in done)
