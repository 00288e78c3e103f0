"""Faults that whoever signs would mend by hand, in a withdrawal: each mended for every act."""

import re

import pytest

from petr_advisor.drafting.model import Draft, Line
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.words.texts import Language
from tests.documents.conftest import real_base
from tests.drafting.conftest import ASSOCIATION, COURSES, LEAVING_OF_FOUR, LEAVING_OF_THREE, act_of, case, draft, drafts
from tests.drafting.test_contents import passages

Course = tuple[str, Language, str | None]
EACH_COURSE = pytest.mark.parametrize("course", COURSES, ids=lambda course: f"{course[0]}:{course[2]}")
PUBLISHED = re.compile(r"la publie\b|publiée|publier")
LEAVER = "CC des Hautes Terres"


def signed(found: Draft) -> str:
    return act_of(found).replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def lines(found: Draft, style: str) -> list[str]:
    return [part.text for part in found.parts if isinstance(part, Line) and part.style == style]


def called(start: str) -> list[Draft]:
    found = [each for each in drafts(LEAVING_OF_FOUR).made if each.name.startswith(start)]
    assert found != []
    return found


def test_no_act_bears_the_name_of_a_kind_in_place_of_the_body_that_takes_it() -> None:
    for key, template in real_base().templates.items():
        assert not re.match(r"Délibération (de l'EPCI|d'un membre)", template.title.fr), key
        assert not re.match(r"Resolution of (the EPCI|a member)", template.title.en), key


def test_a_resolution_challenged_from_its_publication_is_published() -> None:
    for key, template in real_base().templates.items():
        runs = any("de sa publication" in each.text.fr for each in passages(template, "closing") if each.text)
        does = [each for each in passages(template, "articles") if each.text and PUBLISHED.search(each.text.fr)]
        assert does or not runs or template.kind != "resolution", key


@EACH_COURSE
def test_a_note_names_the_assembly_that_it_is_sent_to(course: Course) -> None:
    for each in drafts(*course).made:
        if each.template == "summary-note":
            (assembly,) = lines(each, "masthead")
            assert not re.search("[Nn]ote|[Ss]ummary", assembly), each.name


@EACH_COURSE
def test_a_note_tells_those_who_vote_and_gives_them_no_orders(course: Course) -> None:
    """What whoever prepares the act has to hurry is in the working sheet."""
    for each in drafts(*course).made:
        if each.template == "summary-note":
            assert "hors d'atteinte" not in signed(each), each.name
            assert not re.search(r"Raccourcir|Ne pas attendre|Shorten what|Do not wait", signed(each)), each.name


def test_a_note_tells_a_disputed_day_by_each_reading() -> None:
    (note,) = called("Note - Vote du comité - Lancement")
    told = "le 15 mars 2027 à la lecture la plus prudente, le 24 avril 2027 selon une autre"
    assert told in signed(note)


def test_who_leaves_cites_its_own_request() -> None:
    """Once the order is made, it is the order that all cite."""
    held = case(LEAVING_OF_FOUR)
    ordered = roadmap(held, held.as_of).task("petr-member-withdraws/order").soonest
    for each in called("Vote d'un membre - Convention territoriale"):
        to_come = each.day < ordered
        said = signed(each)
        assert ("Vu sa délibération demandant le retrait" in said) == (to_come and each.called == LEAVER), each.name
        assert ("Vu la délibération par laquelle" in said) == (to_come and each.called != LEAVER), each.name
        assert ("Vu l'arrêté portant retrait" in said) != to_come, each.name


def test_a_request_for_an_order_says_what_the_committee_decided_and_how_many_vote() -> None:
    said = {
        "Retrait": ("a consenti à ce retrait", "membres sur 4"),
        "Sièges": ("a demandé la répartition", "membres sur 4"),
        "Transfert du SCoT": ("a demandé ce transfert", "membres sur 3"),
    }
    for matter, words in said.items():
        (letter,) = called(f"Demande d'arrêté - {matter}")
        assert all(each in signed(letter) for each in words), matter
    withdrawal = signed(called("Demande d'arrêté - Retrait")[0])
    assert withdrawal.index("a demandé son retrait") < withdrawal.index("a consenti")
    assert "auquel le comité syndical a consenti" in signed(called("Demande d'arrêté - Sièges")[0])


def test_a_request_for_seats_names_the_articles_that_it_rests_on() -> None:
    for start in ("Demande d'arrêté - Sièges", "Notification aux membres - Sièges", "Vote du comité - Sièges"):
        for each in called(start):
            assert "(CGCT, art. L. 5212-7-1 et L. 5211-20)" in signed(each), each.name


def test_without_agreement_on_assets_no_act_approves_one_and_the_prefects_are_asked() -> None:
    made = drafts(LEAVING_OF_FOUR).made
    for each in made:
        if each.act.startswith("petr-member-withdraws/") and each.act != "petr-member-withdraws/terms":
            assert "projet d'accord" not in signed(each).lower(), each.name
    for each in (*called("Vote du comité - Retrait"), *called(f"Vote d'un membre - Retrait - {LEAVER}")):
        assert "aux préfets concernés de le fixer" in signed(each), each.name
    letter = signed(draft(LEAVING_OF_FOUR, "withdrawal-shares-request"))
    assert "le comité vous demande de fixer cette répartition par arrêté" in letter
    assert "n'empêche pas le retrait" in letter


def test_with_an_agreement_it_is_approved_and_nobody_is_asked_to_share() -> None:
    made = drafts(LEAVING_OF_THREE).made
    assert not any(each.template == "withdrawal-shares-request" for each in made)
    (vote,) = [each for each in made if each.template == "withdrawal-committee"]
    assert "Le projet d'accord annexé" in signed(vote)
    assert "de le fixer" not in signed(vote)


def test_the_sharing_cites_what_makes_its_rules_apply_and_the_request() -> None:
    said = signed(draft(LEAVING_OF_FOUR, "withdrawal-shares"))
    assert "applicables au PETR par les articles L. 5711-1 et L. 5741-1" in said
    assert "demande son retrait (n° […] du 6 octobre 2026)" in said


def test_after_a_withdrawal_the_perimeter_of_the_scot_rests_on_the_order() -> None:
    for each in called("Vote d'un membre - Périmètre du SCoT"):
        assert "Vu l'arrêté portant retrait de la communauté de communes des Hautes Terres" in signed(each), each.name
        own = "L. 5216-5" if " - CA " in each.name else "L. 5214-16"
        assert f"Vu l'article {own} du CGCT" in signed(each), each.name
    (letter,) = called("Demande d'arrêté - Périmètre du SCoT")
    assert "après le retrait de la communauté de communes des Hautes Terres (arrêté" in signed(letter)
    assert "Arrêté portant retrait" in signed(letter)


@EACH_COURSE
def test_a_power_is_transferred_with_the_same_key_and_statutes_by_all(course: Course) -> None:
    votes = [each for each in drafts(*course).made if re.match(r"(scot|power)-transfer/", each.act)]
    for each in (each for each in votes if each.template in {"power-transfer", "members-consent"}):
        for same in ("de contribution aux dépenses de cette compétence", "contributions to the spending on this power"):
            if same in signed(each):
                break
        else:
            raise AssertionError(each.name)
        assert re.search(r"version du|version of", signed(each)), each.name
        assert re.search(r"L\. ?5211-20", signed(each)), each.name


@pytest.mark.parametrize("name", [LEAVING_OF_FOUR, ASSOCIATION])
def test_what_a_committee_asks_of_its_members_is_told_to_the_end(name: str) -> None:
    """The members' votes and the order come after: the note of the committee says so."""
    asked = {"scot-transfer/committee", "seats-change/request"}
    notes = [each for each in drafts(name).made if each.template == "summary-note" and each.act in asked]
    assert notes != []
    for each in notes:
        (after,) = [line for line in signed(each).splitlines() if line.startswith("Étapes suivantes")]
        assert "le conseil de chaque EPCI membre se prononce" in after, each.name
        assert "l'arrêté" in after, each.name


def test_a_step_before_says_which_order_it_is() -> None:
    (perimeter,) = called("Note - Vote d'un membre - Périmètre du SCoT")
    assert "prennent l'arrêté de retrait" in signed(perimeter)
    (transfer,) = called("Note - Vote du comité - Transfert du SCoT")
    assert (
        "Ce vote vient après ces étapes : les préfets concernés (Eure, Orne) arrêtent le périmètre du SCoT"
        in signed(transfer)
    )
    (seats,) = called("Note - Vote du comité - Sièges")
    assert "Ce vote vient après ces étapes : le comité syndical se prononce sur la demande de retrait" in signed(seats)


def test_a_contract_says_when_the_scheme_of_its_region_ends() -> None:
    for template in ("region-contract-member", "region-contract-committee"):
        assert "prend fin le 31 décembre 2027" in signed(draft(LEAVING_OF_FOUR, template)), template


def test_who_prescribes_a_scheme_holds_the_power_and_names_whom_it_notifies() -> None:
    said = signed(draft(LEAVING_OF_FOUR, "scot-prescription"))
    assert all(each in said for each in ("L. 143-16", "L. 5741-3", "L. 132-7 et L. 132-8"))


def test_minutes_say_who_wins_a_tie_and_how_to_object() -> None:
    said = signed(draft(LEAVING_OF_FOUR, "installation"))
    assert "le plus âgé l'emportant à égalité" in said
    assert "dans les cinq jours" in said


@EACH_COURSE
def test_each_vote_of_the_committee_cites_the_statutes_in_force(course: Course) -> None:
    for each in drafts(*course).made:
        if each.template in {"project-adoption", "territorial-agreement-vote", "project-launch", "power-transfer"}:
            assert re.search(r"Vu les statuts en vigueur|the statutes in force", signed(each)), each.name


def test_a_revision_says_that_it_has_what_was_lacking() -> None:
    said = signed(draft(LEAVING_OF_FOUR, "project-adoption"))
    assert "développement économique, écologique, culturel et social" in said
    assert "comprend ce qui manquait au projet approuvé" in said
    letter = signed(draft(LEAVING_OF_FOUR, "project-sent"))
    assert "est due dans les douze mois du renouvellement général" in letter


def test_bodies_are_adjusted_for_a_reason_and_from_a_day() -> None:
    said = signed(draft(LEAVING_OF_FOUR, "bodies-adjusted"))
    assert "Considérant que la conférence des maires" in said
    assert "soit le [à compléter : date d'effet fixée par l'arrêté]" in said
