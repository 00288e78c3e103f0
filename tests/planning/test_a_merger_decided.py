"""A merger of members that is ordered: seats wanted by its day, delegates elected once, and nothing that stays."""

from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.build import build
from petr_advisor.documents.settings import Adviser
from petr_advisor.inference.engines import engine
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.steps import steps
from petr_advisor.scenarios.loading import load_scenarios
from tests.documents.conftest import MADE_ON, READING, real_base


def _ordered() -> Consultation:
    found = load_scenarios(READING / "petr-fusion-datee-2026.yaml", real_base())
    return next(each for each in found if each.name.endswith("#order-of-the-merger")).consultation(engine("native"))


def test_an_election_that_a_task_contains_is_not_told_again_of_the_procedure_called() -> None:
    case = _ordered()
    told = [step.id for step in steps(case, roadmap(case, case.as_of))]
    assert "members-merge-some/delegates" in told
    assert "seats-change/members" in told
    assert "seats-change/delegates" not in told


def test_doing_nothing_keeps_nothing_where_the_merger_is_ordered() -> None:
    note = build(_ordered(), "fr", Adviser(), MADE_ON).note
    assert note is not None
    (staying,) = [way for way in note.ways if way.kind == "staying"]
    assert staying.status == "closed"
    assert not staying.pleas
    assert "prend effet le 1er janvier 2027" in staying.against[0].replace(chr(160), " ")
    assert all("restent ceux" not in each for each in staying.against)


def test_an_order_that_the_law_lets_take_effect_later_has_what_follows_wait_for_that_day() -> None:
    found = load_scenarios(READING / "petr-fusion-elargie-projet-2016.yaml", real_base())
    case = next(iter(found)).consultation(engine("native"))
    plan = roadmap(case, case.as_of)
    born = date(2017, 1, 1)
    assert plan.effect == "members-merge-some/scheme-order"
    assert plan.task(plan.effect).soonest < born
    assert plan.task(plan.effect).effect == born
    assert all(task.soonest >= born for task in plan.tasks if task.id.startswith("project-kept/"))
    note = build(case, "fr", Adviser(), MADE_ON).note
    assert note is not None
    assert note.effect is not None
    assert "prend effet le 1er janvier 2017" in str(note.effect).replace(chr(160), " ")


def test_the_scot_of_a_wider_merger_extends_only_failing_a_contrary_vote_in_time() -> None:
    found = load_scenarios(READING / "petr-fusion-elargie-projet-2016.yaml", real_base())
    note = build(next(iter(found)).consultation(engine("native")), "fr", Adviser(), MADE_ON).note
    assert note is not None
    (decision,) = [each.decision for each in note.answers if "SCoT" in each.decision]
    assert "sauf vote contraire" in decision
    assert "de plein droit" not in decision
