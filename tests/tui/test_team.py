"""A consultation on a team's server: what the server cannot take is said on the screen, kept, and taken up."""

import pytest

from petr_advisor.dossiers import listing
from petr_advisor.files.locations import unsent_folder
from tests import postgres
from tests.saved_files import kept
from tests.tui.conftest import AppMaker, begin, notices, on_screen, press, settle


@pytest.fixture(autouse=True)
def _in_the_database(server: postgres.Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PETR_ADVISOR_DATABASE", server.address(server.database()))


async def test_the_server_goes_away_and_comes_back(make: AppMaker, server: postgres.Server) -> None:
    """No dead end: the questions go on, each answer is kept somewhere, and all of them are in the database at last."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "1")
        assert len(kept("pays-de-la-bruche")) == 1
        server.stop()
        try:
            await press(pilot, "i")
            assert "sont gardées sur cette machine" in " ".join(notices(pilot).split())
            assert len(list(unsent_folder().rglob("*.json"))) == 1
        finally:
            server.start()
        await press(pilot, "2")
        assert list(unsent_folder().rglob("*.json")) == []
        assert len(kept("pays-de-la-bruche")) == 3
        await press(pilot, "escape")
        assert "Pays de la Bruche" in on_screen(pilot)
    assert [each.name for each in listing()] == ["Pays de la Bruche"]


async def test_away_from_the_start(make: AppMaker, server: postgres.Server) -> None:
    """It is said with the way out, and the rest of the program can be used."""
    server.stop()
    try:
        async with make(language="en").run_test(size=(80, 24), notifications=True) as pilot:
            await settle(pilot)
            assert "nothing answers at that address" in " ".join(notices(pilot).split())
            assert postgres.PASSWORD not in on_screen(pilot) + notices(pilot)
            await press(pilot, "f1", "escape")
            assert "New consultation" in on_screen(pilot)
    finally:
        server.start()
