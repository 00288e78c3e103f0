"""Faults found by reading the acts of two courses as those to whom they are sent: each mended for every act."""

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.drafting.choosing import Choosing
from petr_advisor.drafting.model import Draft, Drafts, Grid, Line
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.words.voice import Voice
from tests.drafting.conftest import ASSOCIATION as CREATING
from tests.drafting.conftest import act_of, case, of, words

JOINING = "life/joining-today#joining"
ASSOCIATION = "evolution/matrix/association#today"


def planned(held: Consultation, option: str) -> Drafts:
    """Draft the acts of an option, for a territory with a name."""
    plan = roadmap(held, held.as_of, option)
    chosen = held.choose(held.base.options[option].answers, option)
    return Choosing(chosen, plan, Voice("fr"), "Pays des Trois Vaux").drafts()


def within(procedure: str, found: tuple[Draft, ...]) -> list[Draft]:
    """Keep the drafts of one procedure."""
    return [each for each in found if each.act.startswith(f"{procedure}/")]


def test_who_joins_has_a_row_in_every_table_of_seats_and_none_is_proposed_without_them() -> None:
    """The seats of a committee that grows are not those of the members of today."""
    made = planned(case(JOINING), "life-joining").made
    tables = [
        (each.template, part.rows)
        for each in made
        for part in each.parts
        if isinstance(part, Grid) and part.header[-1] == "Sièges"
    ]
    assert {template for template, _ in tables} >= {"joining-committee", "members-consent", "statutes-compared"}
    for template, rows in tables:
        assert len(rows) == len(case(JOINING).lists["member"].ids) + 1, template
        assert rows[-1] == ("[à compléter\u00a0: nom de l’EPCI candidat]", "[…]", "[…]"), template
    assert not any("proposé d’après" in words(each) for each in made)


def test_who_joins_elects_delegates_too() -> None:
    made = within("petr-member-joins", of(planned(case(JOINING), "life-joining"), "delegates"))
    assert len(made) == len(case(JOINING).lists["member"].ids) + 1
    (newcomer,) = (each for each in made if each.name.endswith("EPCI candidat"))
    assert "Conseil communautaire de [à compléter\u00a0: nom de l’EPCI candidat]" in act_of(newcomer)


def test_a_member_is_told_the_rule_of_its_own_vote_and_what_it_takes() -> None:
    """The vote of who joins comes first in the procedure: its rule is not that of the members."""
    for found in within("petr-member-joins", of(planned(case(JOINING), "life-joining"), "members-notification")):
        said = act_of(found)
        assert "Règle de décision entre les membres\u00a0: majorité qualifiée" in said
        assert "deux tiers des membres" in said
        assert "majorité ordinaire" not in said


def test_the_steps_around_a_vote_are_told_once_each() -> None:
    for found in of(planned(case(JOINING), "life-joining"), "summary-note"):
        for line in (part.text for part in found.parts if isinstance(part, Line)):
            if line.startswith("Étapes"):
                steps = line.partition(":")[2].split("\u00a0;")
                assert len(set(steps)) == len(steps)


def test_the_association_is_named_and_is_no_gip() -> None:
    made = planned(case(CREATING), "creation")
    for template in ("take-over", "transfer-agreement", "epci-creation", "transfer-vote"):
        for found in of(made, template):
            assert "association [Pays des Trois Vaux, à vérifier]" in act_of(found)
            assert "ou du GIP" not in act_of(found)


def test_the_syndicate_that_loses_the_scot_is_dissolved_and_not_the_petr() -> None:
    held = case("course/scot-syndicate-beside-a-pays-syndicate")
    made = Choosing(held, roadmap(held, held.as_of, "scot-petr-bears"), Voice("fr")).drafts("dissolution")
    for found in of(made, "dissolution"):
        assert "Dissolution du syndicat mixte [à compléter\u00a0: nom du syndicat porteur du SCoT]" in act_of(found)
        assert "dissolution du PETR" not in act_of(found)


def test_the_only_departement_of_the_members_is_that_of_the_seat() -> None:
    held = case(ASSOCIATION)
    assert not held.departements
    unknown = of(planned(held, "creation"), "prefect-creation")
    assert "[à compléter\u00a0: département du siège]" in act_of(unknown[0])
    sirens = ("246700306", "246701064")
    rows_of = {key: {"member.name": f"CC {key}", "member.kind": "cc", "member.population": 9000} for key in sirens}
    known = of(planned(held.list_entities("member", rows_of), "creation"), "prefect-creation")
    said = act_of(known[0])
    assert "Préfecture – Bas-Rhin" in said
    assert "plusieurs" not in said
    assert "s’étend sur les départements" not in said


def test_two_members_share_seats_by_halves_in_the_statutes() -> None:
    held = case(ASSOCIATION)
    two = {
        key: {"member.name": f"CC {key}", "member.kind": "cc", "member.population": 9000}
        for key in held.lists["member"].ids[:2]
    }
    (found,) = of(planned(held.list_entities("member", two), "creation"), "statutes")
    said = act_of(found)
    assert "Chacun des deux membres en a la moitié" in said
    assert "aucun plus de la moitié" not in said
    (more,) = of(planned(held, "creation"), "statutes")
    assert "aucun plus de la moitié" in act_of(more)
    assert "deux membres" not in act_of(more)
