"""The drafts of the acts, written from the conclusions: the folder, what is never written over, failures."""

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from petr_advisor.checking import load
from petr_advisor.inference.engines import engine
from petr_advisor.tui import PetrAdvisorApp
from petr_advisor.tui.screens.drafts import DraftsScreen
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from tests.tui.conftest import AppMaker, app_of, begin, notices, press, settle
from tests.walking import hand


def folder_of(pilot: Pilot[str]) -> Input:
    return pilot.app.screen.query_one("#path", Input)


async def test_the_drafts_of_the_course_are_written_and_never_over_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`b`, then `^S`, on the real base; an act edited by hand stays, and the new version stands beside it."""
    monkeypatch.chdir(tmp_path)
    app = PetrAdvisorApp(
        load(), register_folder=None, language="fr", as_of=date(2026, 11, 24),
        engine=engine("native"),
    )  # fmt: skip
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot, "Pays de la Bruche")
        app.said(app.session.consultation.answer("structure.legal_form", "closed_syndicate"))  # type: ignore[union-attr]
        app.said(app.session.consultation.choose("evolution", "l5741-4"))  # type: ignore[union-attr]
        await press(pilot, "c", "b")
        assert isinstance(pilot.app.screen, DraftsScreen)
        output = tmp_path / "pays-de-la-bruche-actes"
        assert folder_of(pilot).value == str(output)
        found = str(pilot.app.screen.query_one("#found", Static).render()).replace("\u00a0", " ")
        assert " actes à rédiger, du " in found
        assert "réponses manquent, et laissent des crochets : " in found
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, OutcomesScreen)
        first = sorted(path for path in output.glob("*.docx") if path.name != "00-sommaire.docx")
        assert len(first) > 5
        assert f"nouveaux, {len(first)} ; inchangés" in notices(pilot).replace("\u202f", " ")
        first[0].write_bytes(b"mine")
        await press(pilot, "b", "ctrl+s")
        assert first[0].read_bytes() == b"mine"
        assert len(list(output.glob("*.docx"))) == len(first) + 2  # a new version, and the table of contents
        assert "à côté d’une autre version, 1." in notices(pilot)


async def test_a_file_is_no_folder(make: AppMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told on the spot, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.txt").write_text("mine")
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "1", "c", "b")
        assert "Aucun acte à rédiger" in str(pilot.app.screen.query_one("#found", Static).render())
        folder_of(pilot).value = str(tmp_path / "mine.txt")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, DraftsScreen)
        assert "n’est pas un dossier" in str(pilot.app.screen.query_one("#trouble", Static).render())
        assert (tmp_path / "mine.txt").read_text() == "mine"


async def test_keys_pressed_before_the_folder_is_in_sight_are_not_written_in_it(
    make: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing was drawn for three seconds, and an impatient key went into the name of the folder."""
    drawn: list[int] = []
    monkeypatch.setattr(DraftsScreen, "_look", lambda screen, *_: drawn.append(screen.query_one("#path").size.width))
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot, "Pays")
        await press(pilot, "1", "c")
        for key in ("b", "o"):
            hand.press(app_of(pilot), key)
        await settle(pilot)
        assert isinstance(pilot.app.screen, DraftsScreen)
        assert folder_of(pilot).value.endswith("pays-actes")
        assert drawn
        assert all(drawn)  # the window is there before the acts are looked for
        await press(pilot, "o")
        assert folder_of(pilot).value.endswith("pays-acteso")
