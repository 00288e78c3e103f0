"""The first page of a note: what is voted first, by when, with which seats, and whose refusal would stop it."""

from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from petr_advisor.documents.blocks import Heading, Table
from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.layout.document import document_of
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_note import FIRST_VOTES, Note
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.writing import render
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenario
from tests.drafting.conftest import case

from .conftest import MADE_ON, READING, reading, real_base, report_of
from .test_formats import squeezed

CREATION = "association-votes-prevus-2026"
LEAVING = "petr-retrait-2026"


@cache
def _report(name: str) -> Report:
    case = load_scenario(READING / f"{name}.yaml", real_base()).consultation(engine("native"))
    return build(case, "fr", Adviser(), MADE_ON, extent=extent_of("note"))


def _note(report: Report) -> Note:
    assert report.note is not None
    return report.note


def test_the_first_votes_come_before_the_other_answers() -> None:
    report = _report(CREATION)
    order = [block.id for block in document_of(report).blocks if isinstance(block, Heading)]
    places = [order.index(f"note-{key}") for key in ("course", "asked", "others", "why-others", "later-votes")]
    assert places == sorted(places)
    tables = [block for block in document_of(report).blocks if isinstance(block, Table)]
    first, answers, later, *_ = tables
    assert len(first.rows) + len(later.rows) == len(_note(report).votes)
    assert len(answers.rows) == len(_note(report).answers) - 1


@pytest.mark.parametrize(
    "name", [CREATION, LEAVING, "petr-dissolution-scot-leader-2026", "petr-fusion-et-partage-des-sieges-2016"]
)
def test_the_first_page_says_what_to_vote_why_when_and_what_could_stop_it(name: str) -> None:
    """A president reads this page before the council: the first answer that asks for something is whole on it."""
    report = _report(name)
    note, page = _note(report), squeezed(PdfReader(BytesIO(render(report, ".pdf"))).pages[0].extract_text())
    leads = next(answer for answer in note.answers if answer.question == note.leading)
    said = (leads.decision, note.reasons[0].text, note.stops[0].text, note.votes[0].does, note.votes[0].when)
    assert [text for text in said if squeezed(text).casefold() not in page.casefold()] == []


def test_what_is_framed_is_not_told_again() -> None:
    text = squeezed(render(_report(CREATION), ".md").decode())
    note = _note(_report(CREATION))
    for told in (note.reasons[0].text, note.stops[0].text, note.answers[0].decision):
        assert text.count(squeezed(told)) == 1


def test_a_vote_has_the_day_planned_and_each_member_stands_among_the_dates() -> None:
    note = _note(_report(CREATION))
    assert note.votes[0].soonest.isoformat() == "2026-12-17"
    told = [(each.day.isoformat(), each.text) for each in note.dates]
    for day, member in (("2026-12-10", "Val de Drôme"), ("2026-12-17", "Crestois")):
        assert any(member in text for on, text in told if on == day)


def test_the_refusals_that_would_block_stand_among_what_may_stop_it_and_nowhere_else() -> None:
    note = _note(_report(CREATION))
    assert squeezed(note.stops[0].text).startswith(squeezed("« Créer un PETR » : pour bloquer le vote"))
    assert not [line for line in note.underway if "bloquer" in line]


def test_seats_are_those_of_the_members_that_stay() -> None:
    seats = _note(_report("sans-structure-projet-2026")).seats
    assert seats is not None
    assert "CC du Seuil 4" in seats
    assert "du texte voté" in (_note(_report(CREATION)).seats or "")


def test_one_that_leaves_has_no_seat() -> None:
    report = _report(LEAVING)
    assert report.governance is not None
    assert all(part.member != "CC du Levant" for part in report.governance.seats)
    assert any(remark.startswith("Compté sans CC du Levant") for remark in report.governance.remarks)


def test_the_one_born_of_a_merger_sits_in_the_place_of_those_that_merge() -> None:
    """A member that becomes another EPCI on the day of the merger votes and sits no more as it is today."""
    report = _report("petr-fusion-datee-2026")
    assert report.governance is not None
    seated = {seat.member for seat in report.governance.seats if seat.seats}
    assert seated == {"EPCI issu de la fusion", "CC du Causse"}
    assert report.governance.total is not None


def test_no_seats_are_proposed_while_the_one_born_of_a_merger_is_not_measured() -> None:
    report = _report("petr-fusion-avec-le-dehors-2016")
    assert report.governance is not None
    assert report.governance.total is None
    assert any(remark.startswith("Pas de répartition proposée") for remark in report.governance.remarks)
    assert _note(report).seats is None


def test_the_effect_told_is_that_of_what_is_proposed() -> None:
    """A term is put off first; what a council asks is when the PETR is born."""
    note = reading("gip-au-terme-proche-2015").note
    assert note is not None
    assert note.effect is not None
    assert "Prolonger" not in note.effect


def test_votes_that_every_case_calls_for_stand_before_those_of_some() -> None:
    """Of an entry, the members decide; the communes are asked depending on statutes that nobody has read yet."""
    held = case("neighbour-enters")
    held = replace(held, key_questions=("life", "governance")).dont_know("joiner.consent_dispensed")
    note = report_of(held).note
    assert note is not None
    first = [vote for vote in note.votes if vote.first and vote.decides][:FIRST_VOTES]
    assert all(vote.certain for vote in first)
    assert any("chaque EPCI membre" in vote.who.replace("\xa0", " ") for vote in first)


def test_an_entry_names_who_enters_and_says_what_it_brings_and_what_is_disputed() -> None:
    """That an entry is planned, and by an EPCI or a new commune, is why it may be voted on, not why it should be."""
    note = report_of(case("neighbour-enters")).note
    assert note is not None
    assert "(CC du Lot et Bouriane)" in note.answers[0].decision
    assert "siège au comité" in note.reasons[0].text
    assert "commune nouvelle" not in note.reasons[0].text
    assert note.answers[0].sure.startswith("Discutée (« Le silence d’un EPCI vaut-il accord".replace("« ", "«\xa0"))


def test_votes_pressed_by_a_day_of_the_law_stand_on_the_first_page_too() -> None:
    """A contract that a region can sign until its last day alone: what it waits for joins the proposal's own votes."""
    note = reading("transformation-doffice-votes-acquis-2015").note
    assert note is not None
    first = [vote for vote in note.votes if vote.first]
    assert first == list(note.votes[: len(first)])
    assert sum(vote.decides for vote in first) == FIRST_VOTES
    assert [vote.does.split(" ")[0] for vote in first if not vote.decides] == ["délibère", "approuve"]
    assert all(vote.pressed for vote in first if not vote.decides)
