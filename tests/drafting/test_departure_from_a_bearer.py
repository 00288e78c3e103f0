"""Faults found by reading the departure of a member whose terms are not agreed: each mended for every act."""

import pytest

from petr_advisor.drafting.model import Draft, Line
from petr_advisor.words.texts import Language
from tests.documents.conftest import real_base
from tests.drafting.conftest import BEARER_LEFT, COURSES, act_of, draft, drafts, words

FRENCH = tuple(course for course in COURSES if course[1] == "fr")
EACH = pytest.mark.parametrize("course", FRENCH, ids=lambda course: f"{course[0]}:{course[2]}")
Course = tuple[str, Language, str | None]

SENDINGS = {
    "au président de chaque membre, dont le conseil l’approuve": {"project-sent"},
    "à celui de chaque département ou région associé": {"project-sent", "project-sent-to-associated"},
    "de le fixer (CGCT, art. L. 5211-19) ; le président transmet cette demande": {"withdrawal-shares-request"},
}
"""What a resolution says when it orders something to be sent: the letters that send it."""

AGREED = {
    "withdrawal-shares-agreed": "le conseil de l’établissement qui se retire approuve le même texte",
    "withdrawal-shares-agreed-leaver": "le comité du PETR approuve le même texte",
}
"""Who approves an agreement of two: what its margin says of the other."""


def plain(said: str) -> str:
    return said.replace("\u00a0", " ").replace("\u202f", " ")


def remarks(found: Draft) -> str:
    return "\n".join(remark for part in found.parts if isinstance(part, Line) for remark in part.remarks)


def steps_told(found: Draft, start: str) -> str:
    return "\n".join(line for line in plain(words(found)).splitlines() if line.startswith(start))


def ordered(found: Draft) -> list[str]:
    """Give the sendings that an act orders, where the case settles that it does."""
    lines = [part for part in found.parts if isinstance(part, Line)]
    sure = [each.text for each in lines if not any("À garder ou à retirer" in remark for remark in each.remarks)]
    return [said for said in SENDINGS if said in plain("\n".join(sure))]


@EACH
def test_each_sending_that_a_resolution_orders_has_its_letter(course: Course) -> None:
    made = drafts(*course).made
    templates = {each.template for each in made}
    for each in made:
        if real_base().templates[each.template].kind == "resolution":
            assert [said for said in ordered(each) if not SENDINGS[said] <= templates] == [], each.name


def test_who_is_associated_receives_the_project_when_the_members_do() -> None:
    letter = draft(BEARER_LEFT, "project-sent-to-associated")
    assert letter.day == draft(BEARER_LEFT, "project-sent").day
    assert "Votre assemblée est appelée à l’approuver, comme le conseil de chaque membre" in plain(words(letter))


@EACH
def test_the_next_steps_of_a_note_are_none_that_its_vote_avoids(course: Course) -> None:
    for each in drafts(*course).made:
        if each.template != "summary-note":
            continue
        procedure, _, act = each.act.partition("/")
        acts = real_base().procedures[procedure].acts.values()
        failing = [after for after in acts if any(it.act == act and it.result == "refused" for it in after.when_act)]
        told = steps_told(each, "Étapes suivantes")
        assert not [after for after in failing if plain(after.does.fr) in told], each.name


@EACH
def test_a_vote_that_comes_after_another_says_so_in_its_note(course: Course) -> None:
    for each in drafts(*course).made:
        own = [
            found for found in real_base().templates.values() if each.act in found.acts and found.kind == "resolution"
        ]
        if each.template == "summary-note" and any(found.follows for found in own):
            told = steps_told(each, "Ce vote vient après ces étapes")
            followed = (name.partition("/") for found in own for name in found.follows)
            does = [real_base().procedures[procedure].acts[act].does.fr for procedure, _, act in followed]
            assert [said for said in does if said.replace("'", "’") not in told] == [], each.name


@EACH
def test_a_step_that_is_told_comes_with_the_draft_that_opens_it(course: Course) -> None:
    made = drafts(*course).made
    names = {each.template for each in made}
    for each in made:
        if each.act == "project-updated/launch" and each.template == "summary-note" and "project-adoption" in names:
            told = steps_told(each, "Étapes suivantes")
            assert "arrête le texte et le transmet" in told.partition("approuve expressément")[0], each.name


@EACH
def test_the_margin_of_the_day_of_a_withdrawal_names_the_order_on_the_seats(course: Course) -> None:
    made = drafts(*course).made
    on_seats = any(each.act.startswith("seats-change/") for each in made)
    for each in made:
        if each.act.startswith("petr-member-withdraws/") and "date d’effet souhaitée" in plain(words(each)):
            assert ("à l’arrêté sur les sièges" in plain(remarks(each))) == on_seats, each.name


@EACH
def test_a_review_placed_after_a_withdrawal_says_so(course: Course) -> None:
    made = drafts(*course).made
    ordered_on = [each.day for each in made if each.act == "petr-member-withdraws/order"]
    for each in made:
        after = ordered_on and each.day > max(ordered_on)
        if each.template == "scot-reviewed" and "sont dues le" in plain(act_of(each)) and after:
            assert "la période dite plus haut est la première possible" in plain(words(each)), each.name


def test_both_sides_of_an_agreement_have_their_vote() -> None:
    for template, other in AGREED.items():
        found = draft(BEARER_LEFT, template)
        assert other in plain(remarks(found)).replace("Le ", "le ")
        assert "Vu la délibération du comité syndical sur ce retrait" in plain(act_of(found))
