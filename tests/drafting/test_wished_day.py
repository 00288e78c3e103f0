"""A wished day of effect: what the creation brings about begins then, and its days of the law run from it."""

from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.drafting.choosing import Choosing
from petr_advisor.drafting.model import Draft
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.words.voice import Voice
from tests.drafting.conftest import ASSOCIATION, TAKEN_IN, case
from tests.drafting.test_read_by_the_secretary import signed

WISHED = date(2027, 9, 1)
BEFORE = ("petr-creation/epci-votes", "petr-creation/cdci", "petr-creation/commune-consent", "petr-creation/order")


def voiced(day: date) -> str:
    return Voice("fr").day(day).replace("\u00a0", " ").replace("\u202f", " ")


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
            assert "soit, à la lecture la plus prudente, le 1er septembre 2028 au plus tard" in signed(each)
            break
    else:
        raise AssertionError


def test_a_day_that_cannot_be_kept_moves_nothing() -> None:
    held = case(ASSOCIATION)
    usual, wished = roadmap(held, held.as_of), roadmap(held, held.as_of, effect=date(2027, 1, 1))
    assert wished.wish is not None
    assert wished.wish.state not in {"met", "at_risk"}
    assert [task.soonest for task in wished.tasks] == [task.soonest for task in usual.tasks]


def test_who_joins_votes_with_the_others_from_the_day_of_effect_only() -> None:
    """The day wished is that of the joining alone: no other act has it, and nobody is a member before."""
    held = case(TAKEN_IN)
    for day, votes in ((date(2027, 4, 6), True), (date(2027, 7, 1), False)):
        made = wishing(held, day)
        project = [each for each in made if each.template == "project-approval" and "Val de" in (each.called or "")]
        assert bool(project) == votes
        assert any(each.template == "project-extension" for each in made) != votes
        assert [each.name for each in made if each.template == "territorial-agreement-rider"] != []
        for each in made:
            dated = voiced(day) in signed(each)
            assert not (dated and each.act.partition("/")[0] != "petr-member-joins"), each.name
