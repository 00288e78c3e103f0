"""No act tells as done what its plan has still to do, nor names a party twice."""

import pytest

from petr_advisor.planning.roadmap import roadmap
from petr_advisor.words.texts import Language
from tests.drafting.conftest import (
    ASSOCIATION,
    COURSES,
    LEAVING_OF_FOUR,
    LEAVING_OF_THREE,
    VALLEY,
    act_of,
    case,
    draft,
    drafts,
    of,
    words,  # fmt: skip
)

FRENCH: tuple[tuple[str, Language, str | None], ...] = tuple(course for course in COURSES if course[1] == "fr")
ORDERS = {"Vu l’arrêté portant retrait": "petr-member-withdraws/order", "portant adhésion": "petr-member-joins/order"}


def texts(name: str, template: str) -> list[str]:
    return [act_of(each).replace("\u00a0", " ") for each in of(name, template)]


@pytest.mark.parametrize("course", FRENCH, ids=lambda course: f"{course[0]}:{course[2]}")
def test_no_order_is_cited_before_it_is_made(course: tuple[str, Language, str | None]) -> None:
    held = case(course[0])
    plan = roadmap(held, held.as_of, course[2])
    days = {task.id: task.soonest for task in plan.tasks}
    for each in drafts(*course).made:
        for line, order in ORDERS.items():
            if line in act_of(each) and order in days and each.template != "bodies-adjusted":
                assert days[order] <= each.day, each.name


def test_what_comes_before_the_order_cites_the_request_and_its_day() -> None:
    (rider,) = texts(LEAVING_OF_FOUR, "territorial-agreement-rider")
    assert "demande son retrait (n° […] du 6 octobre 2026)" in rider
    assert "Vu l’arrêté portant retrait" not in rider


def test_who_leaves_is_a_party_once() -> None:
    (rider,) = texts(LEAVING_OF_FOUR, "territorial-agreement-rider")
    parties = next(line for line in rider.splitlines() if line.startswith("Entre le PETR"))
    assert parties.count("des Hautes Terres") == 1


def test_who_signs_the_sharing_is_empowered_by_its_council() -> None:
    votes = [each for each in drafts(LEAVING_OF_THREE).made if each.act == "petr-member-withdraws/members"]
    leaving = [each for each in votes if each.template == "members-consent" and "Savoir-Faire" in each.name]
    (its,) = leaving
    assert "le président est autorisé à le signer" in act_of(its)


def test_statutes_voted_already_are_those_that_later_councils_vote() -> None:
    said = words(draft(VALLEY, "statutes")).replace("\u00a0", " ")
    assert "Modèle à ne pas annexer" in said
    for vote in texts(VALLEY, "epci-creation"):
        assert "ceux mêmes que le conseil de la communauté de communes" in vote


def test_a_revision_is_of_a_project_revised_which_the_committee_settles_first() -> None:
    found = drafts(LEAVING_OF_FOUR).made
    assert any(each.template == "project-plan" for each in found)
    (settled,) = texts(LEAVING_OF_FOUR, "project-adoption")
    votes = texts(LEAVING_OF_FOUR, "project-approval")
    assert len(votes) == 4
    for each in (settled, *votes):
        assert "projet de territoire révisé" in each.lower()
        assert "élaboré pour le compte" not in each
    (launch,) = texts(LEAVING_OF_FOUR, "project-launch")
    assert "ne définit pas les conditions du développement culturel" in launch
    assert "ne précise pas les actions" in launch


def test_a_contract_signed_by_who_leaves_foresees_its_departure() -> None:
    for each in texts(LEAVING_OF_FOUR, "region-contract-member"):
        leaving = "Conseil communautaire de la communauté de communes des H" in each
        assert ("que l’établissement a demandé son retrait" in each) == leaving
        assert "a demandé son retrait" in each


def test_a_contract_carries_out_no_project_where_there_is_none_and_who_signs_it_decides() -> None:
    votes = texts(ASSOCIATION, "region-contract-member")
    assert len(votes) == 3
    assert not any("projet de territoire" in each for each in votes)
    (its,) = texts(ASSOCIATION, "region-contract-association")
    assert "approuvé" in its


def test_of_a_scot_that_does_not_exist_nothing_follows() -> None:
    for name in (ASSOCIATION, LEAVING_OF_FOUR):
        (vote,) = texts(name, "power-transfer")
        assert "aucun SCoT n’existe" in vote
        assert "mise à disposition" not in vote
        assert "décision conjointe" not in vote
    (project,) = texts(ASSOCIATION, "project-plan")
    assert "Aucun schéma de cohérence territoriale" in project


def test_employees_of_an_association_are_no_officials() -> None:
    for vote in texts(ASSOCIATION, "epci-creation"):
        assert "[à garder ou à retirer] Vu l’avis du comité social territorial" in vote
    asked = [each for each in drafts(ASSOCIATION).made if each.act == "staff-private-to-public/cst"]
    for each in (act_of(each) for each in asked if each.template == "staff-committee"):
        assert "régime indemnitaire" not in each
        assert "du centre de gestion" in each
    assert asked


def test_who_changes_the_leader_bearer_votes_it_on_both_sides() -> None:
    assert len(texts(ASSOCIATION, "leader-bearer-committee")) == 1
    assert len(texts(ASSOCIATION, "leader-bearer-association")) == 1


def test_who_runs_the_association_takes_no_part_in_what_is_voted_of_it() -> None:
    for template in ("epci-creation", "region-contract-member", "leader-bearer-committee", "take-over"):
        for each in texts(ASSOCIATION, template):
            assert "n’ont pris part ni au débat ni au vote" in each or "n'ont pris part ni au débat ni au vote" in each


def test_funders_are_told_of_a_withdrawal_before_it_takes_effect() -> None:
    first, last = (draft(LEAVING_OF_FOUR, name) for name in ("withdrawal-announced", "withdrawal-partners"))
    assert first.day < last.day
    assert "a cessé d’être membre" not in act_of(last)
