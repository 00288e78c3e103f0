"""Faults found by reading every act of the creation of a PETR out of an association: each mended for every act."""

import re

import pytest

from petr_advisor.drafting.model import Draft, Line
from petr_advisor.words.texts import Language
from tests.drafting.conftest import ASSOCIATION, COURSES, act_of, drafts, of, words

FRENCH = tuple(course for course in COURSES if course[1] == "fr")
COURSE = pytest.mark.parametrize("course", FRENCH, ids=lambda course: f"{course[0]}:{course[2]}")
Course = tuple[str, Language, str | None]


def plain(found: Draft) -> str:
    return words(found).replace("\u00a0", " ").replace("\u202f", " ")


def remarks(found: Draft) -> list[str]:
    return [remark for part in found.parts if isinstance(part, Line) for remark in part.remarks]


@COURSE
def test_parties_are_empowered_by_a_resolution_each(course: Course) -> None:
    for each in drafts(*course).made:
        if re.search("chacun habilité par (la délibération de )?son assemblée", plain(each)):
            assert "organe, numéro et date de chaque délibération" in plain(each)


@COURSE
def test_a_rule_that_is_asked_about_is_told_as_disputed_and_no_other(course: Course) -> None:
    for each in drafts(*course).made:
        if each.template == "prefect-members-agreed":
            said = act_of(each).replace("\u00a0", " ")
            assert ("Règle retenue entre les membres, ce point étant discuté" in said) == (
                "Quelle majorité des" in said
            )


@COURSE
def test_no_title_tells_a_whole_power(course: Course) -> None:
    for each in drafts(*course).made:
        assert "soit son élaboration" not in each.title
        assert each.template != "members-consent" or "communautaire sur l" in each.title


@COURSE
def test_who_acts_in_a_petr_or_an_association_is_named(course: Course) -> None:
    made = drafts(*course)
    said = [act.said for act in made.without] + [plain(each) for each in made.made if each.template == "summary-note"]
    for each in said:
        assert "structure existante" not in each or "associ" not in course[0]
    if course[0] == ASSOCIATION:
        assert not any("président de la structure" in each for each in said)


@COURSE
def test_what_is_voted_in_an_act_is_no_step_of_its_own(course: Course) -> None:
    made = drafts(*course)
    if any(each.template == "project-launch" for each in made.made):
        assert not any("associer ou non" in act.said for act in made.without)
        for each in made.made:
            assert each.template != "summary-note" or "associer ou non" not in plain(each)


@COURSE
def test_statutes_are_ready_for_the_first_council_that_votes_them(course: Course) -> None:
    made = drafts(*course).made
    votes = [each.day for each in made if each.template == "epci-creation"]
    for each in made:
        if each.template == "statutes" and each.act == "petr-creation/epci-votes" and votes:
            assert each.day <= min(votes)


@COURSE
def test_a_perimeter_that_councils_propose_is_sent_to_the_prefect(course: Course) -> None:
    made = drafts(*course).made
    proposed = [each for each in made if each.template == "scot-perimeter"]
    sent = [each for each in made if each.template == "scot-perimeter-request"]
    assert bool(proposed) == bool(sent)
    for each in sent:
        assert "Nombre de communes" in plain(each)


@COURSE
def test_a_note_for_all_the_communes_names_no_community(course: Course) -> None:
    for each in drafts(*course).made:
        if each.template == "summary-note" and each.act == "petr-creation/commune-consent":
            assert "nom de l’EPCI" not in act_of(each)


@COURSE
def test_an_order_tells_how_it_is_challenged(course: Course) -> None:
    for each in drafts(*course).made:
        if each.template == "vice-president-delegation":
            assert "peut être contesté devant le tribunal administratif" in act_of(each)
            assert "fonctions déléguées" in act_of(each)


@COURSE
def test_what_is_taken_from_a_project_is_not_asked_of_the_project_nor_of_a_scheme(course: Course) -> None:
    for each in drafts(*course).made:
        if each.template in {"project-plan", "scot-prescription", "region-contract-member"}:
            assert "Ceux du projet, dans les mêmes mots." not in remarks(each) or "projet de territoire" in act_of(each)


@COURSE
def test_a_note_tells_the_last_steps_in_their_order_and_no_installation_among_others(course: Course) -> None:
    for each in drafts(*course).made:
        for line in plain(each).splitlines():
            if line.startswith("Ce vote vient après ces étapes") and "lance l’élaboration" in line:
                assert "doyen d’âge" not in line


def test_a_creation_notifies_nothing_and_a_letter_of_two_is_signed_by_two() -> None:
    notes = [each for each in of(ASSOCIATION, "summary-note") if each.act == "petr-creation/epci-votes"]
    assert not any("Date de notification" in plain(each) for each in notes)
    for template in ("third-party-consent", "leader-bearer-request"):
        for each in of(ASSOCIATION, template):
            assert act_of(each).count("nom et qualité du signataire") == 2


def test_an_act_that_hangs_on_an_answer_says_which() -> None:
    for template in ("leader-bearer-committee", "leader-bearer-association", "leader-bearer-request"):
        for each in of(ASSOCIATION, template):
            assert each.certain or "association conservée" in plain(each)


def test_a_debate_that_may_be_required_is_between_brackets() -> None:
    (budget,) = of(ASSOCIATION, "first-budget")
    cited = "[à garder ou à retirer] Vu la délibération prenant acte du débat d’orientation"
    assert act_of(budget).replace("\u00a0", " ").count(cited) == 1


def test_nothing_follows_a_scheme_that_does_not_exist_unless_somebody_prepares_one() -> None:
    asked = [each for each in of(ASSOCIATION, "staff-committee") if each.act == "scot-transfer/cst"]
    for each in asked:
        assert "Le service suit la compétence" not in act_of(each)
        assert "Aucun SCoT n’existe" in act_of(each)
    for each in (*of(ASSOCIATION, "power-transfer"), *of(ASSOCIATION, "members-notification")):
        assert "À retirer si aucun agent ne suit la compétence." in remarks(each)
