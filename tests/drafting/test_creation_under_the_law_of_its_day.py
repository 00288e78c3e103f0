"""A creation of 2015: its acts hold the law of their day, and no less of it than those of today."""

from datetime import date

from tests.drafting.conftest import drafts, of
from tests.drafting.test_read_by_the_secretary import signed

ORGERES = "orgeres-in-2015"


def acts_with_the_region(name: str) -> dict[date, str]:
    """Give the acts that approve a contract with the region, by their day."""
    found = {each.day: signed(each) for each in drafts(name).made if each.template.startswith("region-contract-")}
    assert found != {}
    return found


def test_posts_are_created_by_the_act_that_bears_the_name_of_it() -> None:
    (posts,) = of(ORGERES, "take-over-posts")
    assert "Sont créés les emplois suivants" in signed(posts)


def test_the_opinion_on_staff_is_cited_under_the_name_that_its_committee_had() -> None:
    (posts,), (taken,) = of(ORGERES, "take-over-posts"), of(ORGERES, "take-over")
    assert "Vu l'avis du comité technique" in signed(posts)
    assert "prise après l'avis du comité technique" in signed(taken)
    assert "comité social territorial" not in signed(posts) + signed(taken)


def test_who_writes_to_the_prefect_names_the_departements_that_the_case_tells() -> None:
    (letter,) = of(ORGERES, "prefect-creation")
    assert "Le périmètre s'étend sur les départements suivants : Charente ; Haute-Vienne" in signed(letter)
    assert "[à garder ou à retirer] Le périmètre" not in signed(letter)


def test_no_region_bears_its_name_before_it_was_given() -> None:
    merged = acts_with_the_region("contracts/region-that-did-not-confirm-2015#confirmed")
    assert all("Contrat avec la région : approbation" in said for said in merged.values())
    assert not any("Auvergne-Rhône-Alpes" in said for said in merged.values())


def test_a_region_bears_its_name_from_the_day_on_which_all_have_one() -> None:
    found = acts_with_the_region("contracts/no-state-contract-yet#spring-2016")
    named = {day for day, said in found.items() if "Contrat avec la région Bretagne : approbation" in said}
    assert named == {day for day in found if day.isoformat() >= "2016-10-01"}
    assert set() < named < set(found)


def test_a_note_says_which_communities_consult_their_communes() -> None:
    notes = [each for each in of(ORGERES, "summary-note") if "consulte les communes membres" in signed(each)]
    assert notes != []
    assert all("Le président d'une communauté de communes consulte" in signed(each) for each in notes)
