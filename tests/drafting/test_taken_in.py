"""An entry that the committee proposes, read as the secretary of each body that signs: each fault mended for all."""

import pytest

from petr_advisor.drafting.model import Draft, Line
from tests.drafting.conftest import ASSOCIATION, ENTERING, TAKEN_IN, drafts, of, words
from tests.drafting.test_read_by_the_secretary import signed

ENTRIES = pytest.mark.parametrize("entry", [ENTERING, TAKEN_IN])
LATER = "dont l’adhésion doit avoir pris effet : à défaut ce jour-là, l’en retirer"


def whole(found: Draft) -> str:
    return words(found).replace("\u00a0", " ").replace("\u202f", " ")


def annexes(found: Draft) -> list[str]:
    said = [part.text for part in found.parts if isinstance(part, Line)]
    ends = next(place for place, part in enumerate(found.parts) if isinstance(part, Line) and part.style == "sheet")
    return said[said.index("Pièces jointes") : ends] if "Pièces jointes" in said else []


def test_who_consents_cites_the_resolution_that_proposes_and_has_received_what_it_encloses() -> None:
    (vote,) = of(TAKEN_IN, "joining-request")
    assert (
        "Vu la délibération du comité syndical sur cette adhésion (n° […] du 18 novembre 2026), notifiée le"
        in signed(vote)
    )
    (letter,) = of(TAKEN_IN, "candidate-notification")
    for each in ("Document d’incidences", "Statuts complets", "Tableau des populations", "Note explicative"):
        assert any(each in line for line in annexes(letter)), each


@ENTRIES
def test_the_statutes_of_an_entry_are_cited_once_with_their_version(entry: str) -> None:
    for each in of(entry, "delegates"):
        said = signed(each)
        assert "Vu les statuts en vigueur" not in said
        assert "et les statuts modifiés, version du" in said


@ENTRIES
def test_nobody_is_told_to_take_out_a_member_whom_the_act_does_not_name(entry: str) -> None:
    for each in drafts(entry).made:
        if LATER in whole(each):
            named = "Val de Cère" if entry == TAKEN_IN else "Lot et Bouriane"
            assert whole(each).count(named) > 1, each.name


def test_who_bears_leader_asks_the_managing_authority_about_who_enters() -> None:
    (letter,) = of(TAKEN_IN, "leader-perimeter")
    assert "La région Occitanie, autorité de gestion du programme" in signed(letter)
    assert "est devenue membre du PETR" in signed(letter)
    assert "a cessé d'être membre" not in signed(letter)
    assert [each for each in drafts(ENTERING).made if each.template == "leader-perimeter"] == []


@pytest.mark.parametrize("course", [ASSOCIATION, TAKEN_IN])
def test_a_municipal_council_is_convened_by_the_rules_of_communes(course: str) -> None:
    notes = [each for each in of(course, "summary-note") if each.act.endswith("/commune-consent")]
    assert notes != []
    for each in (*notes, *of(course, "commune-consent")):
        assert "L. 2121-10 à L. 2121-12" in whole(each)
        assert "L. 5211-1 al. 3" not in whole(each), each.name


def test_the_launch_of_a_revision_invites_who_is_about_to_enter() -> None:
    for course, invited in ((TAKEN_IN, True), (ASSOCIATION, False)):
        for each in of(course, "project-launch"):
            assert ("dont l'adhésion au PETR est en cours, est invitée" in signed(each)) == invited
