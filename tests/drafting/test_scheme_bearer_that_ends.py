"""What the acts of a syndicate that ends and hands its scheme over say alike: its end, its account, its staff."""

import re

import pytest

from petr_advisor.drafting.model import Draft
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.steps import same_acts, steps
from petr_advisor.words.texts import Language
from tests.documents.conftest import real_base
from tests.drafting.conftest import COMBES, COURSES, act_of, case, drafted, drafts, of, words

ADOPTED = re.compile(r"(?i)(comptes? [^.]*|accounts? [^.]*)(adoptés?\.|adopted\.)")
WITHDREW = re.compile(r"s’est retiré au moment du vote|withdrew at the time of the vote")
ENDS_POWERS = "prennent l’arrêté de fin des compétences"
EVERY = [
    each
    for course, language, option in COURSES
    for each in drafts(course, language, option).made
    if each.template != "summary-note"
]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("'", "’")


def adopts_an_account(act: Draft) -> bool:
    return ADOPTED.search(act_of(act)) is not None


def test_every_adoption_of_an_account_says_that_the_president_leaves_the_vote() -> None:
    found = [each for each in EVERY if adopts_an_account(each)]
    assert {each.template for each in found} >= {"closing-account"}
    for each in found:
        assert WITHDREW.search(act_of(each)), each.name
        assert "2121-14" in words(each), each.name


@pytest.mark.parametrize(("course", "language", "option"), COURSES)
def test_no_account_is_adopted_twice(course: str, language: Language, option: str | None) -> None:
    found = [each for each in drafts(course, language, option).made if each.template != "summary-note"]
    adopting = [each.act for each in found if adopts_an_account(each)]
    assert len(adopting) == len(set(adopting)) <= 1, adopting


def test_no_failure_of_what_is_done_at_another_body_says_that_the_petr_goes_on() -> None:
    base = real_base()
    elsewhere = {name for actor in base.actors.values() for there in actor.elsewhere for name in there.of}
    assert elsewhere
    for name in elsewhere:
        procedure = base.procedures[name]
        failing = (procedure.failing, *(act.failing for act in procedure.acts.values()))
        for said in (each for each in failing if each is not None):
            assert "PETR" not in said.fr, name
            assert "PETR" not in said.en, name


def test_the_acts_of_one_course_agree_on_how_the_bearer_ends() -> None:
    told = {template: plain("\n".join(map(words, of(COMBES, template)))) for template in WAYS}
    for said in told.values():
        assert "remise de tous ses services" not in said
        assert "est dissous à la même date" not in said
    for template, share in WAYS.items():
        assert share in told[template], template


WAYS = {
    "power-transfer": "cesse d’exercer cette compétence, par l’arrêté que ses membres demandent ; le PETR reprend "
    "les biens, droits et obligations que lui remettent les membres du syndicat, selon le partage soumis à leur vote, "
    "dont le projet est annexé",
    "members-consent": "",
    "dissolution": "Les conditions de liquidation et le partage suivants, entre les membres du syndicat, sont",
    "liquidation": "L’actif et le passif se partagent ainsi entre les membres du syndicat",
}


def test_the_powers_end_on_the_day_on_which_the_petr_receives_them() -> None:
    (asked,) = of(COMBES, "dissolution-request")
    day = "avec effet au [à compléter : date d’effet du transfert, postérieure aux deux arrêtés]"
    assert f"{day}, jour où prend effet l’arrêté qui donne le SCoT au PETR" in plain(act_of(asked))
    assert "date même de l’arrêté" not in act_of(asked)


@pytest.mark.parametrize(("affected", "staff"), [(True, True), (False, False)])
def test_nobody_is_taken_over_where_the_case_says_that_no_staff_changes_employer(
    *, affected: bool, staff: bool
) -> None:
    made = drafted(case(COMBES).answer("change.staff_affected", affected))
    for each in of(made, "dissolution"):
        assert ("sont repris par le PETR" in act_of(each)) is staff
        assert ("Aucun agent n’est concerné" in act_of(each)) is not staff
        assert ("rendu le" in act_of(each)) is staff


def test_one_prefecture_is_addressed_in_one_way() -> None:
    addressed = {
        line.split(" : ")[0]
        for each in EVERY
        for line in plain(act_of(each)).splitlines()[:4]
        if line.startswith("Préfecture")
    }
    assert not any("du département concerné" in each for each in addressed)
    assert {each for each in addressed if each.startswith("Préfecture –")}


@pytest.mark.parametrize(("course", "language", "option"), COURSES)
def test_nothing_is_wound_up_before_the_scheme_has_its_new_bearer(
    course: str, language: Language, option: str | None
) -> None:
    held = case(course)
    plan = roadmap(held, held.as_of, option)
    tasks = {task.id: task for task in steps(held, plan)}
    for act, task in same_acts(held, plan):
        after = [each for key, each in tasks.items() if key.startswith("petr-liquidation/") or key == act]
        assert all(each.soonest >= task.soonest and each.latest >= task.latest for each in after), act
    ends = [each.said for each in drafts(course, language, option).without if ENDS_POWERS in plain(each.said)]
    assert len(ends) <= (0 if "petr-takes-scot/orders" in tasks else 1), ends


def test_a_course_dissolves_the_bearer_after_the_order_that_takes_the_scheme_from_it() -> None:
    held = case(COMBES)
    plan = roadmap(held, held.as_of)
    tasks = {task.id: task for task in steps(held, plan)}
    taken, ended = tasks["petr-takes-scot/orders"], tasks["petr-dissolution-by-agreement/order"]
    assert (ended.soonest, ended.latest) == (taken.soonest, taken.latest)
    assert tasks["petr-liquidation/dissolution"].soonest > taken.soonest
    assert "petr-liquidation/end-of-powers" not in tasks
    # The LEADER group and the contract with the region are not those of the syndicate that ends.
    assert not {"petr-dissolution-by-agreement/leader", "petr-dissolution-by-agreement/contract"} & tasks.keys()
