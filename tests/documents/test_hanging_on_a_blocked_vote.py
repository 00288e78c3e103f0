"""What follows from a way whose votes are blocked is told as an « if », its seats and votes as well."""

import io
from datetime import date

import pytest
from pptx import Presentation

from petr_advisor.documents.model import Report
from petr_advisor.documents.writing import render
from petr_advisor.words.texts import Language
from tests.documents.conftest import READING, case_in, note_of, reading_report, report_of

CASE = READING / "petr-retrait-bloque-et-sieges-2024.yaml"
IF = {"fr": "Seulement si « Consentir au retrait", "en": "Only if “Consent"}
CARRIED = {"fr": "est acquis", "en": "is carried"}
SHARED = ("partage des sièges", "sharing of the seats")
LEADING = (
    "son retrait",
    "demande de retrait",
    "sur le retrait",
    "asks to leave",
    "request to leave",
    "on the withdrawal",
)
"""What the votes that lead to the withdrawal decide."""


def told(language: Language) -> Report:
    return report_of(case_in(CASE), language)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_seats_without_who_leaves_are_shared_only_if_the_withdrawal_is_carried(language: Language) -> None:
    report = told(language)
    question = next(found for found in report.questions if found.id == "governance")
    seats = next(line for line in question.lines if "seats-floor-and-cap" in line.options)
    assert seats.decision.replace("\u00a0", " ").startswith(IF[language])
    note = report.note
    assert note is not None
    assert note.seats is not None
    assert CARRIED[language] in note.seats
    sharing = [vote for vote in note.votes if any(said in vote.does for said in SHARED)]
    assert sharing
    assert all(any(CARRIED[language] in said for said in vote.how) for vote in sharing)


def test_the_vote_that_is_blocked_hangs_on_nothing_else() -> None:
    note = told("fr").note
    assert note is not None
    (own,) = (vote for vote in note.votes if vote.awaited)
    assert not any(CARRIED["fr"] in said for said in own.how)


def test_no_sentence_is_broken_by_those_who_are_still_to_vote() -> None:
    note = told("fr").note
    assert note is not None
    said = [stop.text for stop in note.stops if "se prononce sur le retrait" in stop.text]
    assert said
    assert not any("(" in text.partition("se prononce")[0] for text in said)


def test_what_members_have_just_refused_is_not_put_to_them_again_by_another_way() -> None:
    """Three EPCIs of four object to the PETR of 2014: under L.5741-4 each of them would have to agree to the same."""
    found = report_of(case_in(READING / "transformation-doffice-refusee-par-trois-2014.yaml"))
    assert found.note is not None
    (said,) = [answer.decision for answer in found.note.answers if answer.question == "evolution"]
    assert said.startswith("Il est proposé de rester comme aujourd’hui")
    assert not any("L. 5741-4" in vote.way.replace("\u00a0", " ") for vote in found.note.votes)
    assert any("Que ferait l’EPCI qui refuse" in point.what for point in found.note.points)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_seats_without_who_leaves_are_told_under_an_if_where_the_vote_has_failed(language: Language) -> None:
    found = report_of(case_in(READING / "petr-retrait-refuse-conditions-signees-2026.yaml"), language)
    assert found.note is not None
    assert found.note.seats is not None
    assert CARRIED[language] in found.note.seats
    (seats,) = [answer.decision for answer in found.note.answers if answer.question == "governance"]
    assert IF[language] in seats.replace("\u00a0", " ")
    hung = [vote.does for vote in found.note.votes if any(CARRIED[language] in said for said in vote.how)]
    own = [vote.does for vote in found.note.votes if any(said in vote.does for said in LEADING)]
    assert len(own) == 3
    assert set(own).isdisjoint(hung)


def test_the_agreement_that_was_missing_is_said_to_have_come_too_late() -> None:
    found = report_of(case_in(READING / "petr-retrait-refuse-conditions-signees-2026.yaml"))
    assert found.note is not None
    (life,) = [answer.decision for answer in found.note.answers if answer.question == "life"]
    assert "que CC de la Vallée a donné trop tard" in life.replace("\u00a0", " ")


def test_what_a_way_takes_effect_by_does_not_hang_on_its_own_votes() -> None:
    """The communes of who would join agree beforehand, and it leaves what it is in: neither follows from the entry."""
    note = report_of(case_in(READING / "petr-entree-bloquee-communes-a-consulter-2026.yaml")).note
    assert note is not None
    hung = [vote.does for vote in note.votes if any(CARRIED["fr"] in said for said in vote.how)]
    assert hung
    assert not any(said in does for does in hung for said in ("accord à l’adhésion", "quitter l’établissement"))


@pytest.mark.parametrize(
    ("language", "anyway", "carried"),
    [
        ("fr", "n’avoir qu’un conseil de développement, celui du PETR. Seulement si", "à côté de ceux des EPCI"),
        ("en", "single development council, that of the PETR. Only if", "beside those of the EPCIs"),
    ],
)
def test_what_the_law_asks_for_in_any_case_hangs_on_no_vote(language: Language, anyway: str, carried: str) -> None:
    case = READING / "petr-entree-bloquee-conseil-du-2018.yaml"
    note = report_of(case_in(case), language).note
    assert note is not None
    (said,) = [answer.decision for answer in note.answers if answer.question == "governance"]
    said = said.replace("\u00a0", " ")
    assert anyway in said
    assert carried in said.partition(anyway)[2]


@pytest.mark.parametrize(
    ("language", "said", "never"),
    [
        ("fr", "Si le refus de CC de la Vallée, qui bloque le vote, est retiré : partager les sièges", "acquis, si le"),
        ("en", "If the refusal of CC de la Vallée, which blocks the vote, is reversed: share", "carried, if the"),
    ],
)
def test_what_a_blocked_text_holds_is_told_with_one_condition(language: Language, said: str, never: str) -> None:
    note = report_of(case_in(READING / "petr-entree-bloquee-conseil-du-2018.yaml"), language).note
    assert note is not None
    (told,) = [answer.decision for answer in note.answers if answer.question == "governance"]
    told = told.replace("\u00a0", " ")
    assert said in told
    assert never not in told


def test_what_could_be_done_today_as_well_hangs_on_no_vote() -> None:
    """Today it comes out equal with another way: the vote that is blocked changes nothing of whether it may be done."""
    found = report_of(case_in(READING / "syndicat-transformation-bloquee-permis-2015.yaml"))
    assert found.note is not None
    (said,) = [answer.decision for answer in found.note.answers if answer.question == "services"]
    assert said.startswith("Il est proposé de garder l’aide gratuite")


def test_the_steps_of_what_runs_have_the_days_of_its_record() -> None:
    """What is recorded is done; the last day of a vote is that of who received last, everywhere the same."""
    found = report_of(case_in(READING / "syndicat-transformation-bloquee-permis-2015.yaml"))
    (way,) = [
        option
        for question in found.questions
        for option in question.options
        if option.id == "l5741-4" and question.id == "evolution"
    ]
    notified = next(step for step in way.steps if step.does.startswith("notifie"))
    votes = next(step for step in way.steps if step.does.startswith("se prononce sur la transformation"))
    assert (notified.done or "").replace("\u00a0", " ") == "fait le 12 janvier 2015"
    assert votes.done is None
    assert votes.deadline == date(2015, 4, 14)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_day_of_effect_of_a_blocked_way_is_told_as_an_if(language: Language) -> None:
    note = note_of(case_in(CASE), language)
    assert note.effect is not None
    assert note.effect.replace("\xa0", " ").startswith(
        {"fr": "S’il est acquis, « Consentir", "en": "If it is carried, “Consent"}[language]
    )


def test_the_slides_of_what_hangs_on_a_blocked_vote_begin_with_the_if() -> None:
    found = Presentation(io.BytesIO(render(reading_report(CASE.stem), ".pptx"))).slides
    titles = [slide.shapes.title.text.replace("\xa0", " ") for slide in found]
    assert any("12 sièges, si « Consentir au retrait" in title for title in titles)
    tables = [shape.table for slide in found for shape in slide.shapes if shape.has_table]
    cells = [row.cells[1].text.replace("\xa0", " ") for table in tables for row in table.rows]
    hung = [cell for cell in cells if "nouveau partage des sièges" in cell or "élit ses délégués" in cell]
    assert hung
    assert all(cell.startswith("Si « Consentir au retrait") for cell in hung)
