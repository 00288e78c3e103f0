"""A wished day of effect: what the creation brings about begins then, and its days of the law run from it."""

from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.drafting.choosing import Choosing
from petr_advisor.drafting.model import Draft
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.words.voice import Voice
from tests.drafting.conftest import ASSOCIATION, case
from tests.drafting.test_read_by_the_secretary import signed

WISHED = date(2027, 9, 1)
BEFORE = ("petr-creation/epci-votes", "petr-creation/cdci", "petr-creation/commune-consent", "petr-creation/order")


def wishing(held: Consultation, day: date) -> tuple[Draft, ...]:
    plan = roadmap(held, held.as_of, effect=day)
    assert plan.wish is not None
    assert plan.wish.state in {"met", "at_risk"}
    return Choosing(held, plan, Voice("fr")).drafts().made


def test_what_a_creation_brings_about_is_not_drafted_for_a_day_before_its_effect() -> None:
    made = wishing(case(ASSOCIATION), WISHED)
    after = [each for each in made if each.act.startswith("petr-creation/") and each.act not in BEFORE]
    assert {each.template for each in after} >= {"delegates", "installation", "first-budget"}
    assert [each.name for each in after if each.day < WISHED] == []


def test_the_twelve_months_of_the_project_run_from_the_day_wished() -> None:
    for each in wishing(case(ASSOCIATION), WISHED):
        if each.template == "project-launch":
            assert "soit le 1er septembre 2028 au plus tard" in signed(each)
            break
    else:
        raise AssertionError


def test_a_day_that_cannot_be_kept_moves_nothing() -> None:
    held = case(ASSOCIATION)
    usual, wished = roadmap(held, held.as_of), roadmap(held, held.as_of, effect=date(2027, 1, 1))
    assert wished.wish is not None
    assert wished.wish.state not in {"met", "at_risk"}
    assert [task.soonest for task in wished.tasks] == [task.soonest for task in usual.tasks]
