"""Faults found by reading the acts of a creation from an association once more: each mended for every act."""

import re
from itertools import pairwise

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.drafting.choosing import Choosing
from petr_advisor.drafting.model import Draft, Drafts, Grid, Line
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice
from tests.documents.conftest import real_base
from tests.drafting.conftest import ASSOCIATION, COURSES, act_of, case, draft, drafts, of

Course = tuple[str, Language, str | None]
LEFT = ("Les élus qui dirigent l", "The elected members who run")
LEFT_IF_ANY = (f"[à garder ou à retirer] {LEFT[0]}", f"[to be kept or taken out] {LEFT[1]}")
"""A council may have nobody who runs the association."""
EACH_COURSE = pytest.mark.parametrize("course", COURSES, ids=lambda course: course[0])


def redrafted(held: Consultation) -> Drafts:
    return Choosing(held, roadmap(held, held.as_of), Voice("fr")).drafts()


def lines(found: Draft) -> list[Line]:
    return [part for part in found.parts if isinstance(part, Line)]


def squeezed(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


@pytest.mark.parametrize("name", [ASSOCIATION, "valley-creates"])
def test_who_leaves_the_room_is_recorded_before_the_vote_and_decided_by_nobody(name: str) -> None:
    """Who left is not counted among those who vote: it is no article of what they decide."""
    made = redrafted(case(name).answer("ethics.association_seat", "yes"))
    recorded = [each for each in made.made if any(line.text.startswith(LEFT_IF_ANY) for line in lines(each))]
    assert {each.template for each in recorded} >= {"epci-creation", "take-over"}
    for found in recorded:
        said = lines(found)
        place = next(at for at, line in enumerate(said) if line.text.startswith(LEFT_IF_ANY))
        assert squeezed(said[place + 1].text).startswith("Après en avoir délibéré")


@EACH_COURSE
def test_the_opinion_of_a_members_committee_is_cited_only_if_its_staff_is_concerned(course: Course) -> None:
    said = [(found.name, line.text) for found in drafts(*course).made for line in lines(found)]
    assert [each for each in said if re.match(r"Vu l.avis du .* de l.établissement rendu", each[1])] == []


def test_the_vote_that_transfers_a_power_cites_that_opinion() -> None:
    votes = of(redrafted(case(ASSOCIATION).answer("change.staff_affected", "yes")), "members-consent")
    for found in votes:
        assert "[à garder ou à retirer] Vu l'avis du comité social territorial de l'établissement" in squeezed(
            act_of(found)
        )


@EACH_COURSE
def test_a_letter_ends_with_the_words_that_end_letters(course: Course) -> None:
    if course[1] == "fr":
        letters = [each for each in drafts(*course).made if real_base().templates[each.template].kind == "letter"]
        for found in letters:
            assert "agréer" in act_of(found), found.name


@EACH_COURSE
def test_no_two_acts_of_the_contents_without_a_model_are_said_in_the_same_words(course: Course) -> None:
    made = drafts(*course)
    if made.contents is not None:
        (table,) = (part for part in made.contents.parts if isinstance(part, Grid))
        said = [act for _, act, file in table.rows if file in {"sans modèle", "no model"}]
        assert len(said) == len(set(said))


def test_departements_give_their_opinion_before_the_perimeter_of_a_scot_is_fixed() -> None:
    acts = real_base().procedures["petr-takes-scot"].acts
    assert acts["departements"].after == ("perimeter",)
    assert "departements" in acts["perimeter-order"].after
    (letter,) = of(ASSOCIATION, "scot-perimeter-request")
    assert "L. 143-5" in squeezed(act_of(letter))
    assert squeezed(act_of(letter)).index("recueilli l'avis") < squeezed(act_of(letter)).index("de l'arrêter")
    (note,) = (each for each in of(ASSOCIATION, "summary-note") if each.act == "petr-takes-scot/perimeter")
    assert "recueillent l'avis des départements" in squeezed(act_of(note))


def test_what_the_perimeter_takes_account_of_is_argued_and_its_order_asked_for() -> None:
    for vote in of(ASSOCIATION, "scot-perimeter"):
        said = squeezed(act_of(vote))
        assert "L. 143-2 à L. 143-6" in said
        assert "espaces naturels et agricoles" in said
        assert "invité à transmettre le projet de périmètre" in said


@pytest.mark.parametrize("template", ["association-dissolution", "transfer-vote"])
def test_an_association_above_the_threshold_of_grants_encloses_the_report_of_its_auditor(template: str) -> None:
    report = "Rapport du commissaire aux comptes"
    for answer in ("yes", "no"):
        made = redrafted(case(ASSOCIATION).answer("association.above_153000", answer))
        for found in of(made, template):
            assert any(line.text == report for line in lines(found)) == (answer == "yes")


def test_a_contract_signed_by_the_association_passes_to_the_petr_in_each_vote() -> None:
    made = redrafted(case(ASSOCIATION).answer("contract.region_confirms", "yes"))
    members = of(made, "region-contract-member")
    for found in members:
        said = squeezed(act_of(found))
        assert "le contrat sera signé par l'association" in said
        assert "un avenant que la région signe" in said
    for found in of(made, "region-contract-association"):
        assert "[, à créer,] [, créé par arrêté,]" in squeezed(act_of(found))


@EACH_COURSE
def test_delegates_are_elected_and_no_member_sends_the_staff_of_another(course: Course) -> None:
    for found in (each for each in drafts(*course).made if each.template == "delegates"):
        assert re.search(r"ne peut représenter ce membre|may not represent that member", act_of(found)) is None
        for article, text in pairwise(lines(found)):
            assert article.style != "article" or not text.text.startswith(("Sont élus", "Elected by"))


def test_each_rule_that_an_act_applies_is_cited_in_it() -> None:
    expected = {
        "tender-committee": ("L. 2121-21", "D. 1411-3"),
        "installation": ("L. 5211-6, L. 1111-13",),
        "ethics-adviser": ("[article de loi, à vérifier]", "R. 1111-1-A"),
        "scot-prescription": ("L. 103-3",),
        "standing-orders-text": ("quart des présents",),
    }
    for template, cited in expected.items():
        found = squeezed(act_of(draft(ASSOCIATION, template)))
        assert all(each in found for each in cited), template


def test_who_votes_after_another_cites_its_vote_and_the_commission_to_be_consulted() -> None:
    for found in of(ASSOCIATION, "epci-creation"):
        said = squeezed(act_of(found))
        assert re.search(r"Vu la délibération n° .* qui adopte les statuts", said)
        assert "L. 5211-45" in said
        assert any(remark.startswith("Vote qui prépare") for line in lines(found) for remark in line.remarks)


def test_an_order_of_several_prefects_is_said_to_be_theirs() -> None:
    for found in drafts(ASSOCIATION).made:
        assert "l'arrêté du préfet fixant le périmètre" not in squeezed(act_of(found))


def test_what_prefects_order_together_each_of_them_publishes() -> None:
    for key, procedure in real_base().procedures.items():
        acts = procedure.acts
        for name, act in acts.items():
            if name.startswith("publish") and any(acts[each].who.startswith("prefects") for each in act.after):
                assert act.who == "each-prefect", f"{key}/{name}"


@EACH_COURSE
def test_a_note_tells_no_failed_majority_beside_a_rule_followed_by_caution(course: Course) -> None:
    """Where how many have to agree is disputed, what one refusal leads to is to be asked."""
    if course[1] == "fr":
        for note in (each for each in drafts(*course).made if each.template == "summary-note"):
            said = squeezed(act_of(note))
            if "règle suivie par prudence" in said and "À défaut de vote favorable" in said:
                assert "le préfet sera interrogé sur l'effet d'un seul refus" in said, note.name
