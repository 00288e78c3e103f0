"""Faults that whoever signs would mend by hand, in a creation from an association: each mended for every act."""

import pytest

from petr_advisor.drafting.model import Grid
from tests.drafting.conftest import ASSOCIATION, LEAVING_OF_FOUR, VALLEY, case, drafts, of
from tests.drafting.test_creation_read_again import redrafted
from tests.drafting.test_read_by_the_secretary import signed


@pytest.mark.parametrize("template", ["take-over-posts", "leader-bearer-committee", "region-contract-member"])
def test_who_runs_the_association_does_not_sign_with_it(template: str) -> None:
    """Where an elected member is on both sides, somebody else signs; elsewhere the president does."""
    for answer in ("yes", "no"):
        made = redrafted(case(ASSOCIATION).answer("ethics.association_seat", answer)).made
        votes = [each for each in made if each.template == template]
        assert votes != []
        for each in votes:
            assert ("le président ou, s'il dirige l'association," in signed(each).lower()) == (answer == "yes")


@pytest.mark.parametrize("template", ["allowances", "first-budget", "tender-committee", "standing-orders"])
def test_rules_of_others_are_cited_with_what_makes_them_apply(template: str) -> None:
    for each in of(ASSOCIATION, template):
        assert "Vu les articles L. 5711-1 et L. 5741-1 du CGCT, qui les rendent applicables au PETR" in signed(each)


def test_each_vote_on_a_contract_with_the_region_cites_the_code() -> None:
    for each in of(ASSOCIATION, "region-contract-member"):
        assert "Vu le code général des collectivités territoriales (CGCT)" in signed(each)


def test_what_is_announced_is_what_follows() -> None:
    said = {
        "vice-president-delegation": "un intérêt, ainsi que les actes suivants :",
        "ethics-adviser": "pour une durée de [à compléter : durée] : [à compléter : nom du référent",
        "association-dissolution": "Est nommé liquidateur : [à compléter : nom du liquidateur]. Ses pouvoirs",
        "allowances": "fixés ainsi à compter du [à compléter : date d'effet]",
        "delegation-to-bureau": "aux vice-présidents ayant reçu une délégation ou au bureau dans son ensemble",
    }
    for template, words in said.items():
        assert words in signed(of(ASSOCIATION, template)[0]), template


def test_councillors_who_do_not_sit_are_informed_of_every_meeting() -> None:
    orders = signed(of(ASSOCIATION, "standing-orders-text")[0])
    assert "ou, pour ceux qui le demandent, par écrit à l'adresse de leur choix" in orders
    assert "aux conseillers des membres qui ne siègent pas au comité" in orders


def test_the_contents_have_every_act_of_a_procedure_that_is_called() -> None:
    """Orders that letters ask for, and acts of called procedures, stand in the contents with their own words."""
    for name, expected in (
        (ASSOCIATION, ("comité de programmation du GAL", "approuve la création par arrêté", "arrêtent le périmètre")),
        (LEAVING_OF_FOUR, ("prennent l'arrêté sur les sièges", "prennent l'arrêté de retrait", "notifie aux membres")),
    ):
        contents = drafts(name).contents
        assert contents is not None
        (table,) = (part for part in contents.parts if isinstance(part, Grid))
        said = " ; ".join(act for _, act, _ in table.rows).replace("\u00a0", " ").replace("’", "'")
        assert all(each in said for each in expected), name


def test_only_a_community_of_communes_cites_the_consent_of_its_communes() -> None:
    held = case(ASSOCIATION)
    made = redrafted(held.answer("member.kind", "ca", held.lists["member"].ids[1])).made
    votes = [each for each in made if each.template == "epci-creation"]
    assert sorted("Vu l'article L. 5214-27 du CGCT" in signed(each) for each in votes) == [False, True]


def test_the_order_that_gives_a_scheme_takes_it_from_its_bearer_on_the_same_day() -> None:
    letters = [each for each in drafts(VALLEY).made if each.act == "scot-transfer/order"]
    assert letters != []
    for each in letters:
        assert "doit prendre effet le même jour que celui que je vous demande" in signed(each)


def test_who_reports_on_what_is_delegated_is_the_president() -> None:
    assert "le président en rend compte à chaque réunion du comité" in signed(
        of(ASSOCIATION, "standing-orders-text")[0]
    )


def test_an_association_that_expects_no_surplus_gives_none() -> None:
    for answer, words in (("yes", "l'excédent est attribué au PETR"), ("no", "s'il restait un excédent")):
        made = redrafted(case(ASSOCIATION).answer("structure.surplus", answer)).made
        (vote,) = [each for each in made if each.template == "association-dissolution"]
        assert words in signed(vote)
