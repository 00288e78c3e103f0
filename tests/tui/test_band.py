"""The band below a question on a narrow screen: what does not fit is left out whole, the most useful first."""

from datetime import date
from itertools import product

import pytest
from textual.content import Content
from textual.pilot import Pilot

from petr_advisor.tui.widgets.shaping import Shaping
from petr_advisor.words.voice import REQUIREMENT_SYMBOL, STATUS_SYMBOL
from tests.tui.conftest import app_of, on_screen, settle
from tests.tui.test_checklists import HELD, app, begun, open_on

LINES = 3
"""Those that the band has at most below its border."""


async def test_no_word_of_the_band_is_cut() -> None:
    """Whatever it says is there to its last word, at every width, right after an answer as later."""
    case = begun({"as_of": date(2026, 11, 24), "key_questions": ["evolution", "scot"]})
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await open_on(pilot, case.answer("structure.legal_form", "open_syndicate"))
        band = next(each for each in pilot.app.screen.query(Shaping) if each.has_class("-line"))
        session = app_of(pilot).session
        assert session is not None
        assert session.evaluation is not None
        for just_changed in (False, True):
            session.last_fact = "structure.legal_form" if just_changed else None
            band._changed = frozenset(session.evaluation.statuses()) if just_changed else frozenset()
            for width in (60, 80, 110, 80):
                await pilot.resize_terminal(width, 24)
                await settle(pilot)
                band.show(app_of(pilot))
                await pilot.pause()
                whole(pilot, band)


async def test_the_band_names_the_subject_of_the_ways_it_tells() -> None:
    """« ● Rester comme aujourd'hui… » became « ○ 2 écartées », which was of the next subject: all seemed undone."""
    case = begun({"as_of": date(2026, 11, 24), "key_questions": ["evolution", "contracts"]})
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await open_on(pilot, case.answer("structure.legal_form", "open_syndicate"))
        assert "Évolution – Provisoire" in " ".join(on_screen(pilot).split())
    alone = begun({"as_of": date(2026, 11, 24), "key_questions": ["evolution"]})
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await open_on(pilot, alone.answer("structure.legal_form", "open_syndicate"))
        assert "Évolution – Provisoire" not in on_screen(pilot)


def test_no_line_ends_between_a_mark_and_its_words() -> None:
    """« ● » stood at the end of a line, the name of the way at the start of the next."""
    marks = {*STATUS_SYMBOL.values(), *REQUIREMENT_SYMBOL.values(), "⚠", "▸", "▾"} - {"?", "·", "–", "…"}
    for mark, width in product(sorted(marks), range(14, 40)):
        lines = Content(f"Provisoire : 9 questions {mark} Garder l’association   {mark} Créer").wrap(width)
        assert not [line for line in lines if line.plain.rstrip().endswith(mark)], (mark, width)


async def test_the_band_breaks_no_line_after_a_mark() -> None:
    """At every width, for every status, right after an answer too."""
    case = begun({"as_of": date(2026, 11, 24), "key_questions": ["evolution"]})
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await open_on(pilot, case.answer("structure.legal_form", "association"))
        band = next(each for each in pilot.app.screen.query(Shaping) if each.has_class("-line"))
        session = app_of(pilot).session
        assert session is not None
        assert session.evaluation is not None
        band._changed, session.last_fact = frozenset(session.evaluation.statuses()), "structure.legal_form"
        written = [*band._lines(app_of(pilot), session.evaluation), *band._because(app_of(pilot), session.evaluation)]
        marks = tuple(STATUS_SYMBOL.values())
        assert sum("?" in words.plain and "●" in words.plain for words in written)
        for words, width in product(written, range(24, 100)):
            ends = [line.plain.rstrip() for line in words.wrap(width)]
            assert not [end for end in ends if end.endswith(marks)], (width, ends)


def whole(pilot: Pilot[str], band: Shaping) -> None:
    words = band.content
    assert isinstance(words, Content)
    assert words.get_height({}, band.content_size.width) <= LINES
    assert "Provisoire" in words.plain
    shown = "".join(on_screen(pilot).split())
    assert "".join(words.plain.split())[-20:] in shown


@pytest.mark.parametrize(("rows", "beside"), [(24, True), (18, False)])
async def test_what_is_written_while_notices_stand_there_fits_once_they_are_gone(rows: int, *, beside: bool) -> None:
    """The band gives its room to notices: it was filled without a measure then, and cut when it came back.

    Where the question leaves lines, it stands beside them in those lines.
    """
    case = begun({**HELD["an association of real members"], "key_questions": ["evolution", "scot"]})
    case = case.answer("structure.legal_form", "association")
    async with app().run_test(size=(80, rows), notifications=True) as pilot:
        await settle(pilot)
        await open_on(pilot, case)
        band = next(each for each in pilot.app.screen.query(Shaping) if each.has_class("-line"))
        await pilot.pause()
        width = band.content_size.width
        assert width
        app_of(pilot).notices.tell(lambda _: "Une phrase de plusieurs lignes. " * 10, "fr", "information", 8)
        await settle(pilot)
        assert bool(band.content_size.width) is beside
        band.show(app_of(pilot))
        words = band.content
        assert isinstance(words, Content)
        assert words.get_height({}, width) <= (band.content_size.height if beside else LINES)
