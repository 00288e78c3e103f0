"""Answers that exclude each other: marked where answers are listed, shown in place of conclusions."""

import pytest
from textual.pilot import Pilot

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import parse_condition
from petr_advisor.knowledge.loader import read_folder
from petr_advisor.knowledge.vocabulary import Conflict
from petr_advisor.tui.screens.answers import AnswersScreen
from petr_advisor.tui.screens.change import ChangeScreen
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.words.texts import Text
from tests.properties.bases import fields
from tests.tui.conftest import (
    KNOWLEDGE,
    AppMaker,
    app_of,
    notices,
    on_screen,
    press,
    to_count_of_members,
    write,
)


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    """The small rule base, where an association without any EPCI is impossible."""
    message = Text(
        fr="Une association de pays réunit des EPCI : vérifier la forme ou leur nombre.",
        en="A pays association brings EPCIs together: check the form or their number.",
    )
    when = parse_condition({"structure.form": "association", "members.count": 0})
    conflict = Conflict(when=when, message=message, norms=("association.free",))
    found = fields(read_folder(KNOWLEDGE)[0])
    return KnowledgeBase.model_validate({**found, "conflicts": {"association-without-epci": conflict}})


async def to_clash(pilot: Pilot[str]) -> None:
    """An association, no list of members, no EPCI."""
    await to_count_of_members(pilot)
    await write(pilot, "0")
    await press(pilot, "enter")


async def test_the_answers_screen_marks_them(make: AppMaker) -> None:
    """The message comes first, and each answer it is made of bears a mark until one is corrected."""
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await to_clash(pilot)
        assert "réponses à corriger" in on_screen(pilot)
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, AnswersScreen)
        shown = on_screen(pilot)
        assert shown.count("incompatible avec une autre réponse") == 2
        assert "vérifier la forme ou leur nombre" in shown
        await press(pilot, "x")  # the first answer, taken back
        assert "incompatible avec une autre réponse" not in on_screen(pilot)


async def test_no_conclusion_until_corrected(make: AppMaker) -> None:
    """The outcomes give way to the clash; an answer is corrected from its line, and they come back."""
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await to_clash(pilot)
        assert isinstance(pilot.app.screen, OutcomesScreen)  # no question was left
        shown = on_screen(pilot)
        assert "aucune conclusion n’est donnée" in shown
        assert "Créer un PETR" not in shown
        assert "Les voies possibles sont connues" not in notices(pilot)
        await press(pilot, "n")
        await press(pilot, "end", "enter")  # the cursor is on the answers to correct already
        assert isinstance(pilot.app.screen, ChangeScreen)
        await write(pilot, "3")
        await press(pilot, "enter")
        session = app_of(pilot).session
        assert session is not None
        assert session.consultation.clashes == ()
        assert "Créer un PETR" in on_screen(pilot)
