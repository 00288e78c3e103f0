"""A withdrawal read by the prefecture: who leaves is foreseen, nothing is asked twice, no paper is missing."""

import re

import pytest

from petr_advisor.drafting.model import Draft, Grid, Line
from petr_advisor.words.texts import Language
from tests.drafting.conftest import COURSES, LEAVING_OF_FOUR, act_of, draft, drafts
from tests.drafting.test_before_it_is_done import FRENCH

LEAVER = "la communauté de communes des Hautes Terres"


def told(found: Draft) -> str:
    return act_of(found).replace("\u00a0", " ")


def annexes(found: Draft) -> list[str]:
    lines = [part for part in found.parts if isinstance(part, Line)]
    start = next((n for n, line in enumerate(lines) if line.text == "Pièces jointes"), len(lines))
    end = next(n for n, line in enumerate(lines) if line.style == "sheet")
    return [line.text for line in lines[start:end]]


@pytest.mark.parametrize("course", FRENCH, ids=lambda course: f"{course[0]}:{course[2]}")
def test_the_former_wording_stands_in_a_column_before_the_new_one(course: tuple[str, Language, str | None]) -> None:
    for each in drafts(*course).made:
        if each.template == "statutes-compared":
            assert "rédaction en vigueur, mot pour mot" not in told(each), each.name
            heads = [part.header for part in each.parts if isinstance(part, Grid) and len(part.header) == 2]
            assert set(heads) == {("Rédaction en vigueur", "Rédaction nouvelle")}, each.name


@pytest.mark.parametrize("course", FRENCH, ids=lambda course: f"{course[0]}:{course[2]}")
def test_an_impact_document_in_view_is_enclosed(course: tuple[str, Language, str | None]) -> None:
    for each in drafts(*course).made:
        if "Vu le document d’incidences joint" in told(each) and each.template != "summary-note":
            papers = " ".join(annexes(each))
            assert "incidences" in papers or "Délibération du comité et ses annexes" in papers, each.name


def test_who_leaves_is_foreseen_in_all_that_outlives_its_stay() -> None:
    for template in ("region-contract-committee", "project-plan", "territorial-agreement-rider"):
        assert LEAVER.removeprefix("la ") in told(draft(LEAVING_OF_FOUR, template)), template
    votes = [each for each in drafts(LEAVING_OF_FOUR).made if each.template == "project-approval"]
    leaving = [each.name for each in votes if "l’établissement a demandé son retrait" in told(each)]
    assert leaving == ["Vote d'un membre - Projet de territoire - CC des Hautes Terres"]


def test_the_rider_takes_effect_on_the_day_of_the_withdrawal() -> None:
    rider = told(draft(LEAVING_OF_FOUR, "territorial-agreement-rider"))
    assert f"L’article sur la fin de la participation de {LEAVER}, et les participations" in rider
    assert "prennent effet le jour où son retrait prend effet" in rider


def test_no_staff_is_spoken_of_where_none_is_concerned() -> None:
    for each in drafts(LEAVING_OF_FOUR).made:
        if each.act.startswith("petr-member-withdraws/"):
            assert "du personnel" not in told(each), each.name
            assert "agents ou services concernés" not in told(each), each.name
        said = [part.text for part in each.parts if isinstance(part, Line)]
        assert not any("si des agents sont concernés" in text for text in said), each.name


def test_what_remains_is_counted_and_what_the_committee_did_is_said() -> None:
    votes = [each for each in drafts(LEAVING_OF_FOUR).made if each.template == "members-consent"]
    assert votes
    for each in votes:
        assert "Vu la délibération du comité syndical qui " in told(each), each.name
    assert "garderait trois membres" in told(draft(LEAVING_OF_FOUR, "withdrawal-committee"))


@pytest.mark.parametrize("course", COURSES, ids=lambda course: f"{course[0]}:{course[2]}")
def test_substitutes_are_elected_only_if_there_are_some(course: tuple[str, Language, str | None]) -> None:
    for each in drafts(*course).made:
        if each.template == "delegates":
            kept = [
                part
                for part in each.parts
                if isinstance(part, Line) and ("suppléants, dans" in part.text or "as substitutes, in" in part.text)
            ]
            assert [line.text for line in kept if not line.text.startswith("[")] == [], each.name


def test_who_leaves_has_notes_of_its_own() -> None:
    for vote in ("Retrait", "Sièges", "Contrat avec la région", "Convention territoriale", "Projet de territoire"):
        notes = [
            each for each in drafts(LEAVING_OF_FOUR).made if each.name.startswith(f"Note - Vote d'un membre - {vote}")
        ]
        own, others = ([each for each in notes if (each.called is not None) == apart] for apart in (True, False))
        assert [each.called for each in own] == ["CC des Hautes Terres"], vote
        assert len(others) == 1, vote
    withdrawal = "Note - Vote d'un membre - Retrait - CC des Hautes Terres"
    (note,) = [each for each in drafts(LEAVING_OF_FOUR).made if each.name == withdrawal]
    assert "confirme la demande de retrait de l’établissement" in told(note)


@pytest.mark.parametrize("course", COURSES, ids=lambda course: f"{course[0]}:{course[2]}")
def test_what_is_sent_to_the_members_is_settled_before_they_vote(course: tuple[str, Language, str | None]) -> None:
    made = drafts(*course).made
    settled = [each.day for each in made if each.template == "project-adoption"]
    approved = [each.day for each in made if each.template == "project-approval"]
    assert not settled or not approved or settled[0] < min(approved)


def test_a_time_that_the_law_sets_for_all_is_no_time_of_a_council() -> None:
    (note,) = [
        each for each in drafts(LEAVING_OF_FOUR).made if each.name == "Note - Vote d'un membre - Projet de territoire"
    ]
    said = told(note)
    assert "À défaut de vote du conseil dans son délai" not in said
    assert "Délai de la loi : douze mois après le renouvellement général des conseils des EPCI" in said
    assert "À défaut de vote favorable" in said


def test_whom_to_associate_is_settled_at_the_launch_and_told_once() -> None:
    held = drafts(LEAVING_OF_FOUR)
    assert not any("associer" in act.said for act in held.without)
    launch = draft(LEAVING_OF_FOUR, "project-launch")
    assert min(each.day for each in held.made) == launch.day


def test_the_contents_say_on_which_days_no_council_sits() -> None:
    held = drafts(LEAVING_OF_FOUR).contents
    assert held is not None
    said = " ".join(part.text for part in held.parts if isinstance(part, Line)).replace("\u00a0", " ")
    days = said.partition("un conseil ne siège pas et un courrier ne part pas : ")[2].partition(". ")[0]
    assert "28 février 2027" in days.split(", ")


def test_nothing_is_to_be_checked_of_a_scheme_that_does_not_exist() -> None:
    for each in drafts(LEAVING_OF_FOUR).made:
        said = " ".join(part.text for part in each.parts if isinstance(part, Line))
        assert "prend des territoires à un SCoT existant" not in said.replace("\u00a0", " "), each.name
        assert "Convention LEADER" not in said.replace("\u00a0", " "), each.name


def test_what_the_case_says_of_the_project_and_the_region_is_not_asked() -> None:
    for template in ("region-contract-member", "region-contract-committee"):
        said = told(draft(LEAVING_OF_FOUR, template))
        assert "[contrat de territoire 2023-2027, à vérifier]" in said
        assert "[à garder ou à retirer] Considérant" not in said


def test_the_executive_elected_after_the_seats_has_its_minutes() -> None:
    held = drafts(LEAVING_OF_FOUR)
    assert not any("doyen d’âge" in act.said for act in held.without)
    assert "présidence du doyen d’âge" in told(draft(LEAVING_OF_FOUR, "installation"))


def test_the_sharing_asks_for_each_thing_by_its_name() -> None:
    asked = re.findall(r"\[à compléter : ([^\]]*)\]", told(draft(LEAVING_OF_FOUR, "withdrawal-shares")))
    named = [each for each in asked if not each.startswith(("date", "nom", "lieu"))]
    assert len(named) == len(set(named))
