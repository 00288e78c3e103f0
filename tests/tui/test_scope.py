"""The key questions and the date of law changed in flight: no answer is lost, and what waits is told."""

from datetime import date

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Tab

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.dossiers import resume
from petr_advisor.dossiers.history import Moved, history
from petr_advisor.files.locations import knowledge_folder
from petr_advisor.inference.engines import engine
from petr_advisor.tui import PetrAdvisorApp
from petr_advisor.tui.screens.answers import AnswersScreen
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.tui.screens.scope import ScopeScreen
from petr_advisor.words.texts import Language
from tests.tui.conftest import (
    AppMaker,
    answers,
    app_of,
    asked,
    begin,
    consultation_of,
    key_by_key,
    many,
    notices,
    on_screen,
    press,
    settle,
    write,
)


async def to_date(pilot: Pilot[str], day: str) -> None:
    """Change the date of law."""
    await press(pilot, "f4")
    assert isinstance(pilot.app.screen, ScopeScreen)
    pilot.app.screen.query_one("#date", Input).value = ""
    await write(pilot, day)
    await press(pilot, "ctrl+s")


def tabs(pilot: Pilot[str]) -> list[str | None]:
    """Give the tabs of the conclusions."""
    return [tab.id for tab in pilot.app.screen.query(Tab)]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_key_question_more_is_asked(make_many: AppMaker, size: tuple[int, int]) -> None:
    """It is ticked beside the first one; what was answered stays, and is saved with it."""
    async with make_many().run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "1")
        before = answers(pilot)
        assert consultation_of(pilot).key_questions == ("evolution",)
        await press(pilot, "f4", "tab", "down", "space", "ctrl+s")
        assert isinstance(pilot.app.screen, QuestionScreen)
        assert consultation_of(pilot).key_questions == ("evolution", "scot")
        assert answers(pilot) == before
        saved = resume("pays-de-la-bruche", app_of(pilot).base, engine("native")).consultation
        assert (saved.key_questions, saved.events) == (("evolution", "scot"), consultation_of(pilot).events)
        await press(pilot, "ctrl+z")
        assert consultation_of(pilot).key_questions == ("evolution",)
        assert answers(pilot) == before
        await press(pilot, "ctrl+y")
        assert consultation_of(pilot).key_questions == ("evolution", "scot")


async def test_changed_before_anything_is_said(make_many: AppMaker) -> None:
    """With no answer yet the change is undone all the same."""
    async with make_many().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await to_date(pilot, "15/06/2015")
        assert consultation_of(pilot).as_of == date(2015, 6, 15)
        await press(pilot, "ctrl+z")
        assert consultation_of(pilot).as_of == date(2026, 11, 24)


async def test_the_tabs_of_the_conclusions_follow(make_many: AppMaker) -> None:
    """One question less: no tab is left of it, whichever screen the change is undone from."""
    async with make_many().run_test(size=(120, 40), notifications=True) as pilot:
        await many(pilot)
        assert tabs(pilot) == ["course", "evolution", "scot"]
        await press(pilot, "f4", "tab", "space", "ctrl+s")
        assert isinstance(pilot.app.screen, OutcomesScreen)
        assert tabs(pilot) == ["scot"]
        assert "Confier le SCoT au PETR" in on_screen(pilot)
        assert "Évolution juridique" not in on_screen(pilot)
        await press(pilot, "r", "ctrl+z", "escape")
        assert tabs(pilot) == ["course", "evolution", "scot"]
        await press(pilot, "right")
        assert "Créer un PETR" in on_screen(pilot)


@pytest.mark.parametrize(
    ("language", "aside", "back"),
    [
        ("fr", "Au 24 novembre 2026, 1 réponse ne s’applique pas et attend", "1 réponse s’applique de nouveau"),
        ("en", "On 24 November 2026 1 answer does not apply and waits", "1 answer applies again"),
    ],
)
async def test_an_answer_without_use_on_a_day_waits(language: Language, aside: str, back: str) -> None:
    """On the real law: it is told, shown as set aside, and told again when the date comes back; history has it all."""
    app = PetrAdvisorApp(
        load(), register_folder=knowledge_folder() / "territories", language=language, as_of=date(2016, 9, 15),
        engine=engine("native"),
    )  # fmt: skip
    begun = Consultation.start(app.base, date(2016, 9, 15), ["life"], engine("native"))
    said = begun.answer("structure.legal_form", "petr").answer("petr.change_planned", "members_merger")
    said = said.answer("scheme.draft_in", "yes")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        app.post_message(app.Begun("Argonne", said))
        await settle(pilot)
        await to_date(pilot, "24/11/2026")
        assert aside in notices(pilot)
        before = answers(pilot)
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, AnswersScreen)
        assert on_screen(pilot).count("⌀") == 1
        assert before["scheme.draft_in", None] is True
        await to_date(pilot, "15/09/2016")
        assert back in notices(pilot)
        assert "⌀" not in on_screen(pilot)
        assert answers(pilot) == before
    found = [each.as_of.year for each in history("argonne", app.base).changes if isinstance(each, Moved)]
    assert found == [2016, 2026, 2016]


async def test_nothing_changed_writes_nothing(make_many: AppMaker) -> None:
    """Esc, the same day or no question at all leave the consultation as it was; a day out of reach is told."""
    async with make_many().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "1")
        before, question = consultation_of(pilot), asked(pilot)
        await press(pilot, "f4", "tab", "down", "space", "escape")
        await press(pilot, "f4", "ctrl+s")
        assert isinstance(pilot.app.screen, QuestionScreen)
        await press(pilot, "f4", "tab", "space", "ctrl+s")
        assert "au moins une question" in notices(pilot)
        await press(pilot, "space", "shift+tab")
        pilot.app.screen.query_one("#date", Input).value = "1/1/1999"
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ScopeScreen)
        await press(pilot, "escape")
        assert consultation_of(pilot) is before
        assert asked(pilot) == question


async def test_found_in_the_help_and_in_the_palette(make: AppMaker) -> None:
    """F1 names the key; the palette runs it."""
    async with make(language="en").run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "f1", "end")
        assert "F4 Questions and date of law" in on_screen(pilot)
        await press(pilot, "escape", "ctrl+k", *"date", "enter")
        assert isinstance(pilot.app.screen, ScopeScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_day_is_reached_by_tab_and_typing_replaces_it(make_many: AppMaker, size: tuple[int, int]) -> None:
    async with make_many().run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await write(pilot, "Bruche")
        await press(pilot, "tab")
        line = pilot.app.screen.query_one("#date", Input)
        assert pilot.app.focused is line
        assert line.region.bottom <= size[1]
        await key_by_key(pilot, "15/06/2014")
        assert line.value == "15/06/2014"
        assert "= 15 juin 2014" in on_screen(pilot)


async def test_a_day_after_the_law_read_is_said_to_be(make: AppMaker) -> None:
    """The day of today was proposed, later than the law read, without a word."""
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "tab")
        assert "seulement : vérifier" not in on_screen(pilot)
        await press(pilot, "ctrl+a", "ctrl+k")
        await write(pilot, "30 novembre 2026")
        assert "24 novembre 2026 seulement" in on_screen(pilot)
