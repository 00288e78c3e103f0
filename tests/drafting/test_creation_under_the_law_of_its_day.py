"""A creation of 2015: its acts hold the law of their day, and no less of it than those of today."""

from petr_advisor.drafting.model import Draft
from tests.drafting.conftest import drafts, words
from tests.drafting.test_read_by_the_secretary import signed

ORGERES = "orgeres-in-2015"


def of(template: str) -> list[Draft]:
    found = [each for each in drafts(ORGERES).made if each.template == template]
    assert found != []
    return found


def test_posts_are_created_by_the_act_that_bears_the_name_of_it() -> None:
    (posts,) = of("take-over-posts")
    assert "Sont créés les emplois suivants" in signed(posts)


def test_the_opinion_on_staff_is_cited_under_the_name_that_its_committee_had() -> None:
    (posts,), (taken,) = of("take-over-posts"), of("take-over")
    assert "Vu l'avis du comité technique" in signed(posts)
    assert "prise après l'avis du comité technique" in signed(taken)
    assert "comité social territorial" not in signed(posts) + signed(taken)


def test_who_writes_to_the_prefect_names_the_departements_that_the_case_tells() -> None:
    (letter,) = of("prefect-creation")
    assert "Le périmètre s'étend sur les départements suivants : Charente ; Haute-Vienne" in signed(letter)
    assert "[à garder ou à retirer] Le périmètre" not in signed(letter)


def test_no_region_bears_its_name_before_it_was_given() -> None:
    named = [each.name for each in drafts(ORGERES).made if "Nouvelle-Aquitaine" in words(each)]
    assert [each for each in drafts(ORGERES).made if each.name in named and each.day.isoformat() < "2016-10-01"] == []


def test_a_note_says_which_communities_consult_their_communes() -> None:
    notes = [each for each in of("summary-note") if "consulte les communes membres" in signed(each)]
    assert notes != []
    assert all("Le président d'une communauté de communes consulte" in signed(each) for each in notes)
