"""Conclusions from before an answer say so; on the lines above them, what is explained is what is proposed."""

from dataclasses import replace

import pytest
from textual.widgets import Static

from petr_advisor.documents.layout.pen import Pen
from petr_advisor.tui.choosing import explained
from petr_advisor.tui.conclusions import Entry, live_and_shut
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.tui.widgets.lines import Lines
from tests.documents.conftest import report_of
from tests.tui.conftest import AppMaker, app_of, begin, letters, press, settle
from tests.tui.test_checklists import app, begun, held_to_the_end, open_on, panel
from tests.tui.test_told_of_an_answer import ASSOCIATION
from tests.tui.test_waiting import held, tap

BEFORE = "Calcul en cours : ce qui suit est d’avant la dernière réponse."


async def test_old_conclusions_do_not_stand_as_if_true(make: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """After an undo the way no longer proposed stayed, with nothing but « calcul… » in the header."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "1", "c")
        assert isinstance(pilot.app.screen, OutcomesScreen)
        options = pilot.app.screen.query_one("#options", Lines)
        assert BEFORE not in options.words
        with held(monkeypatch):
            await tap(pilot, "ctrl+z")
            assert options.words.startswith(BEFORE)
        await settle(pilot)
        assert BEFORE not in options.words


def test_the_lines_above_the_answers_are_explained_by_what_is_proposed() -> None:
    """« Rien à expliquer sur cette ligne », one line above the sentence that one wants explained."""
    pen = Pen("fr", report=report_of(held_to_the_end("an association of real members")))
    (question,) = pen.report.questions
    assert explained(pen, Entry("dates", "watch"), question.id) == question.retained[0]
    assert explained(pen, Entry("breach", "0"), "course") == question.retained[0]
    assert explained(pen, Entry("option", "entente"), question.id) == "entente"
    assert explained(pen, Entry("fold", question.id), question.id) is None


def test_what_is_there_already_is_told_on_one_line() -> None:
    """« Confier le SCoT au PETR – c'est fait », then « Garder le porteur actuel », which is the PETR."""
    report = report_of(held_to_the_end("a PETR with its SCoT, services and contracts"))
    question = next(each for each in report.questions if each.id == "scot")
    assert question.lines[0].there
    for options in live_and_shut(question):
        assert not any(option.kind == "staying" for option in options)
    staying = next(option for option in question.options if option.kind == "staying")
    elsewhere = question.model_copy(update={"lines": (question.lines[0].model_copy(update={"there": False}),)})
    assert staying in live_and_shut(elsewhere)[0]


async def test_lines_still_in_sight_keep_their_subject_in_the_header() -> None:
    """The header bore the name of the next subject over the last lines of a checklist."""
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        told = {**ASSOCIATION, "key_questions": ["evolution", "contracts"]}
        case = begun(told).cannot_list("member").answer("structure.legal_form", "association")
        await open_on(pilot, case.answer("project.scope", "project"))
        session = app_of(pilot).session
        assert session is not None
        for _ in range(9):
            if len(panel(pilot).questions) > 1:
                break
            await letters(pilot, "i")
        assert len(panel(pilot).questions) > 1
        await press(pilot, "n")
        assert session.evaluation is not None
        session.evaluation = replace(session.evaluation, subject="contracts")
        pilot.app.screen.show()  # type: ignore[attr-defined]
        await settle(pilot)
        header = str(pilot.app.screen.query_one(".progress", Static).content)
        assert header.startswith("Évolution juridique")
