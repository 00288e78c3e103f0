"""Themes count on what another question plans where its answers lead to it, or where it goes on all the same."""

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.outcomes import question_outcome
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenarios
from tests.documents.conftest import real_base

ENTRY = examples_folder() / "reading" / "petr-entree-non-tranchee-2026.yaml"


def _case(variant: str | None) -> Consultation:
    found = load_scenarios(ENTRY, real_base())
    named = ENTRY.stem if variant is None else f"{ENTRY.stem}#{variant}"
    return next(each for each in found if each.name == named).consultation(engine("native"))


def _counting(case: Consultation) -> dict[str, str]:
    """Give the state of the answer of each theme that counts on another question."""
    asked = case.base.key_questions["governance"]
    assert asked.counts_on
    return {
        line.theme: line.state
        for line in case.course.of("governance")
        if line.theme is not None and line.theme in asked.counts_on.themes
    }


def test_a_way_chosen_though_it_is_barred_is_not_counted_on() -> None:
    barred = _case("barred").choose("life", "life-joining")
    assert barred.course.of("life")[0].shut
    assert _counting(barred) == {"seats": "done"}


def test_a_way_chosen_before_it_is_settled_is_counted_on() -> None:
    assert _counting(_case(None)) == {"seats": "done"}
    assert _counting(_case(None).choose("life", "life-joining")) == {"seats": "proposed"}


def test_every_other_theme_is_weighed_on_what_the_answers_before_leave() -> None:
    case = _case("barred")
    counting = case.base.key_questions["governance"].counts_on
    assert counting
    lines = case.course.of("governance")
    today = {line.theme: line.case.situation is lines[-1].case.situation for line in lines}
    assert today == {theme: theme not in counting.themes for theme in today}


def test_every_option_is_told_as_its_own_theme_weighs_it() -> None:
    case = _case("barred")
    for line in case.course.of("governance"):
        mine = {route.id: route.status for route in question_outcome(line.case, "governance").routes}
        for option in (route for route in line.outcome.routes if route.option.theme == line.theme):
            assert option.status == mine[option.id], option.id
        assert line.outcome is case.course.of("governance")[0].outcome
