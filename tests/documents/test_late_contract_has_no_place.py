"""Of contracts, what comes too late is not the first; « for want of another way » says of which theme before all."""

from datetime import date

import pytest

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.weighed import weighing
from petr_advisor.words.texts import Language
from tests.documents.conftest import READING, case_in, report_of

CASE = READING / "petr-de-deux-depart-pacte-qui-finit-2026.yaml"
LEFT = {"fr": "faute d'autre voie ouverte", "en": "no other option being open"}


def test_what_comes_too_late_has_no_place_and_follows() -> None:
    """« Celle qui vient en tête est la mieux assurée »: it was the one said not to be done before its end."""
    found = weighing(Desk("fr", in_print=False, consultation=case_in(CASE)), "contracts")
    assert found.late
    places = [(option.id in found.late, option.place) for option in found.options]
    placed = [number for number, (_, place) in enumerate(places) if place is not None]
    assert placed
    assert [place for late, place in places if late] == [None] * len(found.late)
    assert places[0] == (False, 1)
    assert all(number > placed[-1] for number, (late, _) in enumerate(places) if late)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_where_others_are_proposed_no_way_is_left_for_some_themes_only(language: Language) -> None:
    """Below « Il est proposé de signer… », « Faute d'autre voie ouverte : ne pas contracter » said the contrary."""
    told = weighing(Desk(language, in_print=False, consultation=case_in(CASE)), "contracts").told
    left = [line for line in told if LEFT[language] in line.decision.replace("\u2019", "'").lower()]
    assert left
    for line in left:
        assert line.decision.startswith(line.themes[0])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_comes_too_late_is_marked_in_the_calendar(language: Language) -> None:
    """Its acts stood among the others, planned after the end of what they use, and nothing beside them said so."""
    plan = report_of(case_in(CASE), language).roadmap
    assert plan is not None
    word = {"fr": "À éclaircir d’abord", "en": "To be cleared up first"}[language]
    marked = [task for task in plan.tasks if word in (task.note or "")]
    assert marked
    assert {task.soonest > date(2026, 12, 31) for task in marked} == {True}
    assert {task.id.partition("/")[0] for task in plan.tasks if task not in marked} - {"region-contract-petr"}


def test_acts_to_shorten_are_told_apart() -> None:
    """Acts that hold commas were parted by commas, and the act itself, just named, stood in full at their end."""
    plan = report_of(case_in(READING / "petr-competence-bloquee-2026.yaml"), "fr").roadmap
    assert plan is not None
    told = [warning for warning in plan.warnings if "à raccourcir d’abord" in warning]
    assert told
    for warning in told:
        what = warning.partition("\N{NO-BREAK SPACE}: ")[2].partition(" (")[0]
        assert what not in warning.partition("à raccourcir d’abord")[2]
