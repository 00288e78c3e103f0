"""Plans on a small rule base: what each kind of act, link, limit and duty does to the days."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.roadmap_words import legal, warnings
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.planning.model import NothingToPlanError, Roadmap
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.words.voice import Voice

START = date(2026, 11, 24)
SYNDICATE: dict[str, object] = {"structure.form": "syndicate", "staff.moves": False, "vote.proposed": False}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    folder = tmp_path_factory.mktemp("small")
    (folder / "base.yaml").write_text(Path(__file__).with_name("small.yaml").read_text(encoding="utf-8"), "utf-8")
    return load(folder)


def case(base: KnowledgeBase, answers: dict[str, object], *questions: str, as_of: date = START) -> Consultation:
    found = Consultation.start(base, as_of, questions or ("form", "project"), engine("native"))
    for fact, value in answers.items():
        found = found.answer(fact, value)
    return found


def plan_of(base: KnowledgeBase, answers: dict[str, object], *questions: str, effect: date | None = None) -> Roadmap:
    return roadmap(case(base, answers, *questions), START, effect=effect)


def test_the_course_is_planned_line_by_line(base: KnowledgeBase) -> None:
    plan = plan_of(base, SYNDICATE)
    assert [group.id for group in plan.groups] == ["form", "project"]
    assert {task.group for task in plan.tasks} == {"form", "project"}
    assert plan.effect == "transformation/order"


def test_what_rests_on_an_earlier_line_waits_for_its_effect(base: KnowledgeBase) -> None:
    plan = plan_of(base, SYNDICATE)
    assert plan.task("project/draft").after == ("transformation/order",)


def test_what_stands_without_an_earlier_line_does_not_wait_for_it(base: KnowledgeBase) -> None:
    """The project is due whether a member goes or not."""
    plan = plan_of(base, {"structure.form": "petr", "member.left": False}, "leaving", "project")
    assert [group.id for group in plan.groups] == ["leaving", "project"]
    assert plan.task("project/draft").begins == START


def test_what_alters_what_an_earlier_line_needs_unchanged_waits_for_its_effect(base: KnowledgeBase) -> None:
    plan = plan_of(base, {"structure.form": "petr", "joining.asked": False}, "project", "joining")
    assert plan.task("project/draft").begins == START
    assert plan.task("admission/asked").after == ("project/approve",)


def test_what_has_been_started_waits_for_nothing_that_has_not(base: KnowledgeBase) -> None:
    plan = plan_of(base, {"structure.form": "petr", "joining.asked": True}, "project", "joining")
    assert plan.task("admission/joined").begins == START
    assert plan.task("project/draft").after == ("admission/joined",)


def test_what_mends_a_breach_stands_first_and_waits_for_none(base: KnowledgeBase) -> None:
    answers: dict[str, object] = {"structure.form": "petr", "joining.asked": True, "seats.in_bounds": False}
    plan = plan_of(base, answers, "project", "joining", "seats")
    assert [group.id for group in plan.groups] == ["seats", "project", "joining"]
    assert plan.task("sharing/shared").begins == plan.task("admission/joined").begins == START


def test_an_act_takes_its_shortest_and_its_longest_usual_time(base: KnowledgeBase) -> None:
    plan = plan_of(base, SYNDICATE)
    study = plan.task("transformation/study")
    assert (study.begins, study.soonest, study.latest) == (START, date(2027, 1, 24), date(2027, 3, 24))


def test_a_limit_that_silence_ends_counts_in_full_and_no_more(base: KnowledgeBase) -> None:
    """Two to six months as a rule: three at the longest, for silence then agrees."""
    plan = plan_of(base, SYNDICATE | {"vote.proposed": True, "vote.proposed_on": date(2026, 11, 20)})
    votes = plan.task("transformation/votes")
    assert (votes.soonest, votes.latest) == (date(2027, 2, 1), date(2027, 3, 8))


def test_what_is_done_is_left_out_with_what_it_implies(base: KnowledgeBase) -> None:
    plan = plan_of(base, SYNDICATE | {"vote.proposed": True})
    shown = {task.id for task in plan.tasks}
    assert not shown & {"transformation/propose", "transformation/staff"}
    assert "transformation/study" not in shown, "a habit that what came after has overtaken is nothing"
    assert [text.fr for text in plan.done] == ["le comité : propose"]


def test_what_the_case_does_not_call_for_is_left_out_and_what_is_unknown_holds_nothing(base: KnowledgeBase) -> None:
    known = plan_of(base, SYNDICATE)
    assert "transformation/staff" not in {task.id for task in known.tasks}
    unknown = plan_of(base, {key: value for key, value in SYNDICATE.items() if key != "staff.moves"})
    staff = unknown.task("transformation/staff")
    assert (staff.certain, staff.beside) == (False, True)
    assert unknown.task("transformation/propose").latest == known.task("transformation/propose").latest
    needed = plan_of(base, SYNDICATE | {"staff.moves": True})
    assert needed.task("transformation/propose").latest > known.task("transformation/propose").latest


def test_what_follows_a_refusal_is_no_task(base: KnowledgeBase) -> None:
    """Acts to come are supposed to be obtained."""
    assert "transformation/share" not in {task.id for task in plan_of(base, SYNDICATE).tasks}


def test_rights_of_others_are_risks_with_a_day_counted_in_clear_months(base: KnowledgeBase) -> None:
    plan = plan_of(base, SYNDICATE)
    publish, risk = plan.task("transformation/publish"), plan.risks[0]
    assert "transformation/challenge" not in {task.id for task in plan.tasks}
    assert risk.after == publish.id
    assert publish.latest == date(2027, 11, 21)
    assert risk.latest == date(2028, 1, 22)


def test_what_runs_from_installation_runs_from_installation(base: KnowledgeBase) -> None:
    plan = plan_of(base, SYNDICATE)
    install, legal = plan.task("transformation/install"), plan.task("transformation/allowances").legal[0]
    assert (install.latest, legal.day, legal.state) == (date(2028, 1, 21), date(2028, 4, 21), "met")
    assert legal.counted


def test_twelve_months_run_from_the_effect_of_the_line_before(base: KnowledgeBase) -> None:
    plan = plan_of(base, SYNDICATE)
    legal = plan.task("project/approve").legal[0]
    order = plan.task("transformation/order")
    assert legal.day == order.latest.replace(year=order.latest.year + 1)
    assert legal.state == "met"


def test_an_effect_waits_for_nothing_that_is_only_advised(base: KnowledgeBase) -> None:
    """Habits never block: who makes the order is not held by a precaution, of which the plan says so."""
    plan = plan_of(base, {"structure.form": "petr", "member.left": False}, "leaving")
    order = plan.task("withdrawal/left")
    assert (order.begins, order.latest) == (START, date(2027, 11, 24))
    assert order.better_after == ("withdrawal/shares",)
    assert "withdrawal/shares" not in plan.critical
    number = plan.number("withdrawal/shares")
    assert any(f"(tâche {number})" in text.fr and "précaution" in text.fr for text in plan.assumptions)


def test_procedures_called_take_one_line(base: KnowledgeBase) -> None:
    plan = plan_of(base, SYNDICATE)
    called = plan.task("transformation/set-up")
    assert [text.fr for text in called.calls] == ["Les instances"]
    assert called.takes is None
    assert (called.latest - plan.task("transformation/install").latest).days in range(70, 80)
    assert not any(task.id.startswith("bodies/") for task in plan.tasks)


def test_an_act_that_only_calls_what_the_plan_holds_is_not_told_beside_it(base: KnowledgeBase) -> None:
    """The transformation calls for the project, which the next line draws up: it is done once, by its own acts."""
    plan = plan_of(base, SYNDICATE)
    assert "transformation/writes" not in {task.id for task in plan.tasks}
    order = plan.task("transformation/order")
    days = [each.day for each in plan.legal if each.act == "project/approve"]
    assert set(days) == {order.latest.replace(year=order.latest.year + 1)}
    alone = plan_of(base, SYNDICATE, "form")
    assert [text.fr for text in alone.task("transformation/writes").calls] == ["Écrire le projet"]


def test_advice_runs_beside_and_is_never_critical(base: KnowledgeBase) -> None:
    plan = plan_of(base, SYNDICATE, "form", "change")
    advice = plan.of("change")
    assert len(advice) == 2
    assert all(task.beside and not task.critical for task in advice)
    assert plan.finish == plan_of(base, SYNDICATE, "form").finish


def test_a_dated_duty_stands_on_the_act_that_meets_it_and_only_there(base: KnowledgeBase) -> None:
    petr = {"structure.form": "petr", "project.due_on": date(2027, 2, 1)}
    plan = plan_of(base, petr, "project")
    task = plan.task("project/approve")
    assert [text.en for text in task.meets] == ["the committee: approve the project"]
    assert [(each.day, each.state) for each in task.legal if each.name == "project-due"] == [
        (date(2027, 2, 1), "out_of_reach")
    ]
    assert [each.id for each in plan.key_dates if each.unmet] == ["report-due"]


@pytest.mark.parametrize("moves", [False, True])
def test_what_is_due_is_asked_for_a_year_and_the_time_that_it_takes_before_its_day(
    base: KnowledgeBase, *, moves: bool
) -> None:
    """Acts side by side take the time of one of them; what is not in the case, or follows the vote, takes none."""
    answers = {"structure.form": "petr", "staff.moves": moves, "review.due_on": date(2030, 5, 24)}
    asked = plan_of(base, answers, "officers").task("review/asked")
    assert date(2028, 1, 20) <= asked.soonest <= date(2028, 1, 30)


def test_a_legal_day_over_already_is_past(base: KnowledgeBase) -> None:
    petr = {"structure.form": "petr", "project.due_on": date(2026, 11, 20)}
    legal = plan_of(base, petr, "project").task("project/approve").legal
    assert [each.state for each in legal if each.name == "project-due"] == ["past"]


def test_a_day_in_danger_names_the_acts_to_shorten(base: KnowledgeBase) -> None:
    petr = {"structure.form": "petr", "project.due_on": date(2027, 6, 1)}
    plan = plan_of(base, petr, "project")
    found = next(each for each in plan.late if each.name == "project-due")
    assert (found.state, found.shorten) == ("at_risk", ("project/draft", "project/approve"))
    first = plan.task("project/draft")
    for voice in (Voice("fr", in_print=False), Voice("en", in_print=False)):
        # above the plan, in a note, in a diary, no list says which task a number is
        named = voice.phrase("running.act", who=first.who, does=first.does)
        alone = (*warnings(plan, voice), legal(found, plan, voice, alone=True))
        assert sum(named in said for said in alone) == 2
        assert not re.search(r"(tâches?|tasks?) \d", " ".join(alone))
        assert re.search(r"(tâches|tasks) \d", legal(found, plan, voice))


def test_yearly_acts_come_back_each_year(base: KnowledgeBase) -> None:
    plan = plan_of(base, {"structure.form": "petr"}, "project")
    assert [(each.id, each.day) for each in plan.key_dates if each.yearly] == [("project/report", date(2027, 9, 30))]
    assert "project/report" not in {task.id for task in plan.tasks}


def test_the_plan_says_what_a_body_may_not_decide_between_elections_and_installation(base: KnowledgeBase) -> None:
    plan = plan_of(base, SYNDICATE)
    assert [(each.first, each.last) for each in plan.restraints] == [(date(2027, 3, 14), date(2027, 4, 23))]
    assert [each.day for each in plan.key_dates if each.origin == "calendar"] == [date(2027, 3, 14)]


def test_counted_back_from_a_wished_day_each_act_has_a_last_and_a_prudent_day(base: KnowledgeBase) -> None:
    plan = plan_of(base, SYNDICATE, effect=date(2028, 1, 1))
    votes = plan.task("transformation/votes").back
    assert votes is not None
    assert (votes.last, votes.prudent) == (date(2027, 12, 1), date(2027, 11, 1))
    assert plan.task("transformation/install").back is None
    assert plan.wish is not None
    assert plan.wish.state == "met"


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2027, 11, 7), "met"),
        (date(2027, 11, 6), "at_risk"),
        (date(2027, 6, 1), "out_of_reach"),
        (date(2026, 11, 28), "impossible"),
        (date(2026, 11, 1), "past"),
    ],
)
def test_a_wished_day_is_met_or_not_with_the_acts_to_shorten(base: KnowledgeBase, day: date, state: str) -> None:
    """Only the notice of the meeting is written in this law: usual times never make a day impossible."""
    wish = plan_of(base, SYNDICATE, effect=day).wish
    assert wish is not None
    assert wish.state == state
    assert bool(wish.shorten) == (state in {"at_risk", "out_of_reach"})


@pytest.mark.parametrize(
    ("start", "soonest"), [(date(2019, 6, 3), date(2019, 6, 7)), (date(2026, 11, 24), date(2026, 11, 30))]
)
def test_a_vote_is_no_sooner_than_the_notice_of_the_meeting(base: KnowledgeBase, start: date, soonest: date) -> None:
    """Three clear days in 2019, five since March 2020: the day before, no vote of the committee is possible."""
    for day, state in ((soonest, "out_of_reach"), (soonest - timedelta(days=1), "impossible")):
        found = roadmap(case(base, SYNDICATE, "form", as_of=start), start, effect=day)
        assert found.wish is not None
        assert found.wish.state == state


def test_nothing_to_plan_is_said_with_the_reason(base: KnowledgeBase) -> None:
    with pytest.raises(NothingToPlanError, match=r"nothing to do \(Form\)"):
        roadmap(case(base, {"structure.form": "petr"}, "form").choose("form", "keep"), START)


def test_a_plan_without_effect_cannot_be_counted_back(base: KnowledgeBase) -> None:
    with pytest.raises(PetrAdvisorError, match="No act of this plan"):
        plan_of(base, SYNDICATE, "change", effect=date(2028, 1, 1))


def test_the_same_plan_twice(base: KnowledgeBase) -> None:
    assert plan_of(base, SYNDICATE) == plan_of(base, SYNDICATE)


def test_an_act_contained_in_another_of_the_plan_is_not_told_again(base: KnowledgeBase) -> None:
    plan = plan_of(base, SYNDICATE, "form", "officers")
    assert not {"officers/number", "officers/elected"} & {task.id for task in plan.tasks}
    assert plan.task("officers/thanks").after == ("transformation/install",)
    alone = plan_of(base, SYNDICATE, "officers")
    assert {"officers/number", "officers/elected"} <= {task.id for task in alone.tasks}


def test_an_act_contained_in_one_that_is_done_is_done(base: KnowledgeBase) -> None:
    proposed = {**SYNDICATE, "vote.proposed": True}
    plan = plan_of(base, proposed, "form", "officers")
    assert "officers/number" not in {task.id for task in plan.tasks}
    assert "le comité : fixe le nombre" in {text.fr for text in plan.done}


def test_a_procedure_called_by_two_acts_is_carried_out_once(base: KnowledgeBase) -> None:
    """What prepares the second call comes before the first."""
    plan = plan_of(base, SYNDICATE, "form", "officers")
    assert "officers/bodies" not in {task.id for task in plan.tasks}
    assert "officers/hall" in plan.task("transformation/set-up").after
    assert "officers/bodies" in {task.id for task in plan_of(base, SYNDICATE, "officers").tasks}
