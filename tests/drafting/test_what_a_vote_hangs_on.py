"""A note names the later votes without which a vote has no effect; a letter asks the State what is disputed."""

import pytest

from petr_advisor.drafting.model import Draft
from tests.drafting.conftest import of
from tests.drafting.test_ten_strokes_of_the_pen import ENTRY, VOTED, note_on, remarks, said

HANGS_ON = "Ce vote n’a d’effet qu’avec ceux qui suivent. "


def hangs_on(note: Draft) -> str:
    """Give what a note says of the later votes, nothing where there is none."""
    return next((line for line in said(note).splitlines() if line.startswith(HANGS_ON)), "")


def test_a_candidate_knows_who_still_has_to_agree() -> None:
    told = hangs_on(note_on(ENTRY, "petr-member-joins/request"))
    for who in ("Le comité syndical : majorité ordinaire ; délai de trois mois", "Le conseil de chaque EPCI membre :"):
        assert who in told
    assert "majorité qualifiée (L. 5211-5 II) ; délai de trois mois" in told
    assert "la communauté de communes du Doubs Vert ; la communauté de communes des Deux Combes" in told
    assert "Les communes de la communauté candidate : majorité qualifiée des communes" in told


def test_the_committee_knows_it_too_and_does_not_count_itself() -> None:
    told = hangs_on(note_on(ENTRY, "petr-member-joins/committee"))
    assert "Le conseil de chaque EPCI membre : majorité qualifiée" in told
    assert "Le comité syndical" not in told


def test_every_member_has_to_vote_the_scheme_expressly() -> None:
    told = hangs_on(note_on(VOTED, "scot-transfer/committee"))
    assert "Le conseil de chaque EPCI membre : délibérations concordantes de tous ; délai de trois mois" in told


@pytest.mark.parametrize("course", [VOTED, ENTRY])
def test_what_comes_after_an_order_or_an_election_is_no_condition(course: str) -> None:
    notes = [note for note in of(course, "summary-note") if hangs_on(note)]
    assert notes
    for note in notes:
        assert not any(word in hangs_on(note) for word in ("élit", "préfet", "délégués"))
    assert not any(hangs_on(note) for note in of(course, "summary-note") if note.act.startswith("bodies-set-up/"))


def test_the_letter_asks_for_no_order_before_the_communes_agree() -> None:
    (letter,) = of(VOTED, "prefect-creation")
    told = said(letter)
    assert "je vous serais obligé de me faire connaître votre position" in told
    assert "de ne prendre l’arrêté qu’une fois leur accord acquis, à la majorité requise" in told


def test_the_yearly_report_goes_to_all_whom_the_law_names() -> None:
    (vote,) = of(VOTED, "plan-stands")
    assert (
        "adressé à la conférence des maires, au conseil de développement, aux EPCI membres et, s’il en a été associé, "
        "aux conseils départementaux et régionaux" in said(vote)
    )


def test_a_shared_development_council_keeps_the_rules_of_its_epcis() -> None:
    entrusted = of(VOTED, "development-council-entrusted")
    assert entrusted
    for found in (*entrusted, *of(VOTED, "development-council")):
        assert "écart d’un au plus entre femmes et hommes et aucun conseiller communautaire" in remarks(found)


def test_the_request_notified_says_in_what_time_members_vote() -> None:
    (vote,) = of(VOTED, "power-transfer")
    assert "notifiée au président de chaque membre, qui dispose de trois mois pour se prononcer" in said(vote)


def test_an_agreement_that_stands_is_reviewed() -> None:
    notes = [note for note in of(ENTRY, "summary-note") if "syndicat du parc" in said(note)]
    assert notes
    assert not any("le président du PETR conclut la convention" in said(note) for note in notes)
