"""The lines of a form keep their places and their figures while one ticks them."""

from petr_advisor.tui.widgets.statements import Statements
from tests.tui.conftest import answers, press, settle
from tests.tui.test_checklists import HELD, begun, open_on
from tests.tui.test_checklists import app as real
from tests.tui.test_form import form


async def test_a_line_that_an_answer_settles_stays_in_its_place() -> None:
    """« Above 100 000 » settles « above 50 000 »: its line went, and its figure then answered another question."""
    told = {key: value for key, value in HELD["an association of real members"].items() if key != "members"}
    async with real().run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        await open_on(pilot, begun(told))
        await press(pilot, "u")
        form(pilot).action_subject("members")
        await settle(pilot)
        await press(pilot, "2")
        while not isinstance(form(pilot).panel.control, Statements):
            await press(pilot, "tab")
        lines = [question.fact for question in form(pilot).panel.questions]
        assert lines[3:] == ["members.some_above_100000", "members.some_above_50000"]
        await press(pilot, "4")
        assert [question.fact for question in form(pilot).panel.questions] == lines
        control = form(pilot).panel.control
        assert isinstance(control, Statements)
        assert control.settled == {lines[4]}
        assert "plus rien n’en dépend" in str(control.rows.options[4].prompt)
        await press(pilot, "a")
        assert [answers(pilot).get((fact, None), "blank") for fact in lines[3:]] == [True, "blank"]
