"""Of several acts that avoid an event by law, one is enough: the others are told as failing it, with their votes."""

import pytest

from petr_advisor.knowledge.terms import Term
from petr_advisor.words.texts import Language
from tests.documents.conftest import READING, case_in, reading_note, real_base, report_of

EITHER = [term for term in real_base().terms.values() if len(term.avoided_by) > 1]
CASES = ("gip-terme-proche-2026", "gip-de-collectivites-seules-au-terme-2026")
FAILING: dict[Language, str] = {"fr": "À défaut, ", "en": "Failing that, "}


def asked(name: str, language: Language) -> dict[str, str]:
    report = report_of(case_in(READING / f"{name}.yaml"), language)
    return {part.title: part.ask for part in report.terms}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("term", EITHER, ids=lambda term: term.title.fr)
def test_each_other_act_that_avoids_an_event_is_told_as_failing_the_first(term: Term, language: Language) -> None:
    told = [
        found[term.title.in_(language)]
        for name in CASES
        if term.title.in_(language) in (found := asked(name, language))
    ]
    assert told != []
    assert all(said.count(FAILING[language]) == len(term.avoided_by) - 1 for said in told)


def test_the_votes_of_what_is_done_failing_that_are_named_with_their_majority() -> None:
    (said,) = (ask for title, ask in asked("gip-terme-proche-2026", "fr").items() if title == "Terme du GIP")
    _, _, votes = said.partition("Votes nécessaires")
    assert "le conseil de l’EPCI membre qui prend le relais (majorité" in votes
    assert "l’assemblée générale (majorité de la convention constitutive)" in votes


def test_a_danger_whose_guard_is_told_is_not_told_again_as_a_time_to_keep() -> None:
    """That silence refuses is told with how to guard against it: the approval is no second danger."""
    stops = [each for each in reading_note("gip-terme-proche-2026").stops if "valent refus" in each.text]
    assert [each.guard is not None and "bien plus de quatre mois avant" in each.guard for each in stops] == [True]


def test_votes_after_the_effect_of_what_is_still_open_are_counted() -> None:
    first = reading_note("gip-terme-proche-2026").first_act
    assert first is not None
    assert "votent la création et les mêmes statuts" in first
    assert "règlement intérieur" not in first
    assert "5 autres votes suivraient" in first
