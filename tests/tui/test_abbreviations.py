"""An abbreviation is spelled out on the spot, where it comes first: nobody has to look for F1."""

from datetime import date

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.layout.pen import pen_for
from petr_advisor.inference.engines import engine
from petr_advisor.tui.conclusions import course
from petr_advisor.words.abbreviations import abbreviations, to_spell
from petr_advisor.words.languages import LANGUAGES
from tests.documents.conftest import report_of
from tests.tui.conftest import letters, on_screen, press, settle
from tests.tui.test_checklists import app, held_to_the_end, open_on

MOST = 90
"""A line of 80 columns and some words more, at most."""


def test_a_meaning_is_short_beside_a_question_and_left_out_where_it_is_there() -> None:
    """« Contrat de l'État (CRTE) » says it already; what everybody of the trade says needs no line."""
    found = dict(to_spell("La CDCI et le contrat de l’État (CRTE) d’un PETR", "fr"))
    assert found == {"CDCI": "commission départementale de la coopération intercommunale"}
    for short in abbreviations():
        for language in LANGUAGES:
            assert all(len(meaning) <= MOST for _, meaning in to_spell(short, language)), short


async def test_an_abbreviation_is_spelled_out_where_it_comes_first() -> None:
    """BANATIC, CDCI and CRTE stood in questions, and only F1 said what they were."""
    case = Consultation.start(load(), date(2026, 11, 24), ["evolution"], engine("native"))
    async with app(as_of=case.as_of).run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await open_on(pilot, case)
        assert "F1 : BANATIC = base nationale" in on_screen(pilot).replace("\u00a0", " ")
        await press(pilot, "l")
        assert "F1: BANATIC = the State’s national database" in on_screen(pilot)
        for _ in range(4):
            await letters(pilot, "i")
            assert "BANATIC = " not in on_screen(pilot)


def test_an_alarm_spells_out_what_it_shortens() -> None:
    """« Fin du cadre 2023-2029 du CRST » stood alone; « CRTE » is what the question and the alarm both say."""
    case = held_to_the_end("a PETR with its SCoT, contracts and a service to be created")
    pen = pen_for(report_of(case))
    shown = [line.content.plain for line in course(pen) if line.content.plain.startswith("⚠")]
    for short in ("CRST", "CRTE"):
        assert all(f"{short} = " in line or f"({short})" in line for line in shown if short in line)
    assert any("CRST = " in line for line in shown)
    assert "CRTE" in load().terms["grand-est-ptrte-ends"].title.fr
