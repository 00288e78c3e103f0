"""An entry whose revision follows the order, statutes with a formula of seats: one story in all acts."""

from tests.drafting.conftest import SIONNE, case, drafted, drafts, of
from tests.drafting.test_read_by_the_secretary import signed

SERANE = "serane-grows"
CANDIDATE = "Vallées Cévenoles"


def test_who_enters_before_a_revision_is_not_told_to_have_entered_after_it_was_launched() -> None:
    (launch,) = of(SERANE, "project-launch")
    own = [each for each in of(SERANE, "project-approval") if CANDIDATE in each.name]
    assert own != []
    assert all(launch.day < each.day for each in own)
    for each in own:
        assert "après que le projet a été engagé" not in signed(each)
        assert "étendu par cette révision au territoire de l'établissement" in signed(each)


def test_nothing_tells_an_entry_as_to_come_once_it_is_made() -> None:
    for template in ("project-plan", "project-sent"):
        for each in (found for found in drafts(SERANE).made if found.template == template):
            assert "prend effet avant que les conseils approuvent" not in signed(each)
            assert "une fois que son adhésion" not in signed(each)


def test_a_revision_cites_what_it_starts_from() -> None:
    said = signed(of(SERANE, "project-launch")[0])
    assert "Vu les délibérations approuvant le projet de territoire en vigueur" in said
    assert "Vu l'arrêté portant adhésion" in said


def test_a_plan_of_the_scot_older_than_an_entry_stands_for_no_project_as_it_is() -> None:
    said = signed(of(SERANE, "project-launch")[0])
    assert "L. 145-1" in said
    assert "son périmètre comprenant tout celui du PETR" not in said
    assert "une fois complété pour le territoire" in said


def test_a_formula_of_the_statutes_gives_the_seats_and_its_article_is_not_rewritten() -> None:
    for template in ("joining-committee", "members-consent"):
        for each in of(SERANE, template):
            assert "la formule de l'article" in signed(each)
            assert "proposé d'après les populations] délégués" not in signed(each)
    (compared,) = of(SERANE, "statutes-compared")
    assert "les sièges sont ceux que donne" in signed(compared)
    assert "Sièges de la rédaction nouvelle" not in signed(compared)
    held = case(SERANE).answer("seats.formula_to_change", "yes")
    changed = next(each for each in drafted(held).made if each.template == "joining-committee")
    assert "que donne la formule nouvelle de l'article" in signed(changed)


def test_who_asks_to_enter_votes_on_the_papers_that_the_committee_votes_on() -> None:
    said = signed(of(SERANE, "joining-request")[0])
    assert "Tableau comparé des statuts" in said
    assert "Tableau des populations et des sièges" in said


def test_the_next_review_of_a_scot_runs_from_a_vote_that_keeps_it_only() -> None:
    """Where none of the plan does, it is still due on the day that the present scheme gives."""
    assert "si elle a maintenu le schéma" in signed(of(SIONNE, "scot-extended")[0])
    assert "reste due le 17 novembre 2028" in signed(of(SERANE, "scot-extended")[0])
