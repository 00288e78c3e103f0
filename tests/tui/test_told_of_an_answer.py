"""What is told of an answer is told until the next one; what is provisional stays in sight beside it."""

from datetime import date

import pytest
from textual.pilot import Pilot

from petr_advisor.tui.screens.home import HomeScreen
from petr_advisor.tui.widgets.shaping import Shaping
from tests.tui.conftest import AppMaker, app_of, begin, many, notices, on_screen, press, settle
from tests.tui.test_checklists import app, begun, open_on

ASSOCIATION = {
    "as_of": date(2026, 11, 24),
    "key_questions": ["evolution"],
}


def of_an_answer(pilot: Pilot[str], words: str) -> None:
    app_of(pilot).notices.tell_of_answer(lambda _: words, "fr", "information", 8)


@pytest.mark.parametrize("key", ["i", "ctrl+z"])
async def test_what_an_answer_changed_goes_with_the_next_however_soon(make: AppMaker, key: str) -> None:
    """« Votre réponse, « oui » » stood beside a line that said no, answered within a second; and after an undo."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "2")
        of_an_answer(pilot, "Votre réponse, « oui »")
        await settle(pilot)
        assert "Votre réponse, « oui »" in notices(pilot)
        await press(pilot, key)
        assert "Votre réponse, « oui »" not in notices(pilot)


async def test_nothing_told_of_a_consultation_is_told_on_the_home_screen(make: AppMaker) -> None:
    """« Échap : préciser » stood there, where Esc does something else."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        app_of(pilot).tell("outcomes.none")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert not notices(pilot)


async def test_what_was_told_over_a_screen_is_gone_below_it(make: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an answer changed, told over the answers, stood beside the question below for its last seconds."""
    monkeypatch.setattr("petr_advisor.tui.notices.READ", 0)
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "r")
        app_of(pilot).tell("outcomes.none")
        await press(pilot, "escape")
        assert not notices(pilot)


@pytest.mark.parametrize(("height", "beside"), [(24, 3), (22, 2), (21, 1)])
async def test_what_is_provisional_stands_beside_a_notice_on_the_lines_there_are(height: int, beside: int) -> None:
    """Each answer told put it out of sight for seconds, then all but its count, with five empty lines above."""
    async with app().run_test(size=(80, height), notifications=True) as pilot:
        await settle(pilot)
        case = begun(ASSOCIATION).cannot_list("member").answer("structure.legal_form", "association")
        await open_on(pilot, case.answer("project.scope", "project"))
        (band,) = (each for each in pilot.app.screen.query(Shaping) if each.has_class("-line"))
        whole = str(band.content)
        assert band.content_size.height == 3
        of_an_answer(pilot, "Votre réponse, « oui », et ce qu’elle change. " * 4)
        await settle(pilot)
        assert "Provisoire" in on_screen(pilot)
        assert band.content_size.height == beside
        assert (str(band.content) == whole) == (beside == 3)
        assert ("Garder l’association" in str(band.content)) == (beside > 1)
        assert "de plus" not in str(band.content)
        assert "Votre réponse" in on_screen(pilot)
        assert "Je ne sais pas" in on_screen(pilot)
        app_of(pilot).notices.leave("fr", taken=True)
        await settle(pilot)
        assert str(band.content) == whole


async def test_the_foot_of_a_small_screen_keeps_the_ways_out(make_many: AppMaker) -> None:
    """On sixty columns and less it was cut before F1 and Esc."""
    for size in ((60, 16), (50, 14), (40, 10), (30, 12)):
        async with make_many().run_test(size=size) as pilot:
            await many(pilot)
            for keys in ((), ("escape",)):  # the conclusions, then the question below
                await press(pilot, *keys)
                foot = "\n".join(on_screen(pilot).splitlines()[-3:])
                assert "F1" in foot, (size, foot)
                assert "Échap" in foot, (size, foot)
