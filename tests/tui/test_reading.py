"""The conclusions are read: the course first, a tab a subject, what is ruled out folded, side by side, in time."""

import webbrowser
from pathlib import Path

import pytest
from textual.pilot import Pilot

from petr_advisor.tui import online
from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.screens.compare import CompareScreen
from petr_advisor.tui.screens.norm import LawScreen
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.tui.screens.plan import PlanScreen
from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.words.languages import LANGUAGES
from petr_advisor.words.texts import Language
from tests.tui.conftest import AppMaker, app_of, many, notices, on_screen, press, settle


def tab(pilot: Pilot[str]) -> str:
    """Give the tab in front."""
    assert isinstance(pilot.app.screen, OutcomesScreen)
    return pilot.app.screen.tab


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Take note of what is opened in a browser that is there."""
    found: list[str] = []

    def take(address: str) -> bool:
        found.append(address)
        return True

    monkeypatch.setattr(online, "opened", take)
    return found


async def test_the_course_comes_first_then_each_subject(make_many: AppMaker) -> None:
    async with make_many().run_test(size=(80, 24), notifications=True) as pilot:
        await many(pilot)
        assert tab(pilot) == "course"
        shown = on_screen(pilot)
        assert "1 Conduite à tenir 2 Évolution juridique 3 PETR, pays et SCoT" in shown
        assert "créer un PETR, puis de transférer" in shown
        assert "confier le SCoT au PETR" in shown
        await press(pilot, "right", "right")
        assert tab(pilot) == "scot"
        assert "Confier le SCoT au PETR – possible" in on_screen(pilot)
        await press(pilot, "left")
        assert tab(pilot) == "evolution"


async def test_enter_on_an_answer_of_the_course_opens_its_subject(make_many: AppMaker) -> None:
    async with make_many().run_test(size=(80, 24), notifications=True) as pilot:
        await many(pilot)
        await press(pilot, "end", "enter")
        assert tab(pilot) == "scot"
        await press(pilot, "o")
        session = app_of(pilot).session
        assert session is not None
        assert session.consultation.state.chosen == {"scot": "carry"}
        assert tab(pilot) == "scot"


async def test_a_tab_can_be_clicked(make_many: AppMaker) -> None:
    async with make_many().run_test(size=(120, 40), notifications=True) as pilot:
        await many(pilot)
        await pilot.click("#scot")
        await settle(pilot)
        assert tab(pilot) == "scot"


async def test_what_is_ruled_out_is_folded(make_many: AppMaker) -> None:
    async with make_many().run_test(size=(80, 24), notifications=True) as pilot:
        await many(pilot)
        await press(pilot, "right")
        assert "▸ 1 écartée" in on_screen(pilot)
        assert "Transformer le syndicat" not in on_screen(pilot)
        await press(pilot, "end")
        assert "condition non remplie : la structure est un syndicat mixte" in on_screen(pilot)
        await press(pilot, "enter", "down")
        assert "Transformer le syndicat en PETR – écartée" in on_screen(pilot)
        await press(pilot, "up", "enter")
        assert "Transformer le syndicat en PETR – écartée" not in on_screen(pilot)


async def test_options_side_by_side(make_many: AppMaker) -> None:
    async with make_many().run_test(size=(80, 24), notifications=True) as pilot:
        await many(pilot)
        await press(pilot, "right", "=")
        assert isinstance(pilot.app.screen, CompareScreen)
        shown = on_screen(pilot)
        for words in ("Créer un PETR", "Garder la structure", "contractualisation", "2 conditions remplies"):
            assert words in shown
        assert "Confier le SCoT" not in shown
        await press(pilot, "l")
        assert "Frame for contracts" in on_screen(pilot)


@pytest.mark.parametrize(("width", "drawn"), [(80, False), (120, True)])
async def test_the_plan_in_time(width: int, drawn: bool, make_many: AppMaker) -> None:  # noqa: FBT001 - a case
    """Months are columns where there is room, else each act has its line; the words follow."""
    async with make_many().run_test(size=(width, 40), notifications=True) as pilot:
        await many(pilot)
        await press(pilot, "p")
        assert isinstance(pilot.app.screen, PlanScreen)
        shown = on_screen(pilot)
        assert ("█" in shown) is drawn
        for words in ("1 ", "Le conseil de chaque EPCI – adopte une", "concordante"):
            assert words in shown
        assert "→" in shown or drawn
        await pilot.resize_terminal(200, 60)
        await settle(pilot)
        assert "█" in on_screen(pilot)


async def test_what_is_told_can_be_copied(make_many: AppMaker) -> None:
    async with make_many().run_test(size=(80, 24), notifications=True) as pilot:
        await many(pilot)
        await press(pilot, "right", "k")
        assert "Créer un PETR, puis transférer" in pilot.app.clipboard
        await press(pilot, "p", "k")
        assert "adopte une délibération concordante" in pilot.app.clipboard.casefold()
        assert "Copié" in notices(pilot)


async def test_the_article_opens_on_legifrance(make_many: AppMaker, opened: list[str]) -> None:
    async with make_many().run_test(size=(80, 24), notifications=True) as pilot:
        await many(pilot)
        await press(pilot, "right", "enter", "enter")
        assert isinstance(pilot.app.screen, LawScreen)
        await press(pilot, "o", "1", "9")
        assert opened == ["https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000028537138"] * 2
        assert "Pas d’adresse à ouvrir" in notices(pilot)


async def test_without_a_browser_the_address_is_said(make_many: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(online, "opened", lambda _: False)
    async with make_many().run_test(size=(80, 24), notifications=True) as pilot:
        await many(pilot)
        await press(pilot, "right", "enter", "enter", "o")
        assert "Pas de navigateur ici. À ouvrir ailleurs : https://www.legifrance" in notices(pilot)


async def test_a_browser_that_would_draw_over_the_screen_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.GenericBrowser("lynx"))
    assert not online.opened("https://www.legifrance.gouv.fr/")


async def test_the_report_written_is_opened(make_many: AppMaker, opened: list[str], tmp_path: Path) -> None:
    async with make_many().run_test(size=(80, 24), notifications=True) as pilot:
        await many(pilot)
        await press(pilot, "w")
        assert "Pas encore de rapport" in notices(pilot)
        app = app_of(pilot)
        assert isinstance(app, AdvisorApp)
        app.write_report(tmp_path / "note.md", "note", overwrite=False)
        await settle(pilot)
        await press(pilot, "w")
        assert opened == [(tmp_path / "note.md").as_uri()]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_key_of_the_footer_is_in_sight(language: Language, make_many: AppMaker) -> None:
    """On 80 columns, the footer of no screen is longer than what is shown of it."""
    async with make_many(language=language).run_test(size=(80, 24), notifications=True) as pilot:
        await many(pilot)
        for keys in (
            (),
            ("=",),
            ("p",),
            ("x",),
            ("b",),
            ("right", "enter", "enter"),
            ("j",),
            ("r",),
            ("f",),
            ("t",),
            ("v",),
        ):
            await press(pilot, *keys)
            footer = pilot.app.screen.query_one(Keys)
            assert len(footer._lines(footer.content_size.width)) <= footer.content_size.height, keys
            while not isinstance(pilot.app.screen, OutcomesScreen):
                await press(pilot, "escape")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, QuestionScreen)
        footer = pilot.app.screen.query_one(Keys)
        assert len(footer._lines(footer.content_size.width)) <= footer.content_size.height
