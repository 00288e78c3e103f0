"""The roadmap: delays read, dates computed, slack, and nothing invented passed off as law."""

import ast
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import petr_advisor
from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.gantt import gantt_pictures
from petr_advisor.documents.texts import plan_text
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.planning import drafts, key_dates, outlining
from petr_advisor.planning.model import CONTRACT_QUESTIONS, PROJECT_QUESTION, Delay, Outline, Phase
from petr_advisor.planning.roadmap import PLANNING_DAYS, roadmap
from petr_advisor.planning.schedule import schedule
from petr_advisor.planning.settings import PlanSettings
from petr_advisor.scenarios.loading import load_scenarios
from petr_advisor.words.catalogue import catalogue
from petr_advisor.words.texts import Language, Text
from petr_advisor.words.voice import Voice

NAME = re.compile(r"[a-z][a-z0-9-]*(\.[a-z0-9-]+)+")
"""How the rule base names a norm, a rule or a fact."""
MEMBERS = {
    "a": {"member.name": "CC A", "member.kind": "cc", "member.population": 12000},
    "b": {"member.name": "CC B", "member.kind": "cc", "member.population": 11000},
}
SYNDICATE = {
    "structure.legal_form": "closed_syndicate",
    "perimeter.one_piece": True,
    "perimeter.no_enclave": True,
    "members.any_in_other_petr": False,
    "members.any_partly_in": False,
    "structure.other_syndicate": False,
    "structure.real_estate": False,
    "structure.services_to_communes": False,
}
NOTIFIED = {"procedure.under_way": "l5741_4", "committee.proposed": True}
WORDS = Text(fr="des mots", en="some words")


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load(None)


def case(base: KnowledgeBase, as_of: date, answers: dict[str, object]) -> Consultation:
    found = Consultation.start(base, as_of, ("evolution",), engine("native"))
    found = found.list_entities("member", MEMBERS)
    for fact, value in answers.items():
        found = found.answer(fact, value)
    return found


@pytest.fixture(scope="module")
def syndicate(base: KnowledgeBase) -> Consultation:
    return case(base, date(2026, 11, 24), {**SYNDICATE, "procedure.under_way": "none"})


def outline(name: str, delay: Delay, *after: str, phase: Phase = 1) -> Outline:
    return Outline(
        name, phase, "step", WORDS, WORDS, None, None, None, (), (), certain=True, duration=delay, words=None, due=None,
        after=after,
    )  # fmt: skip


def months(number: int) -> Delay:
    return Delay(number, 0, "law")


def test_the_longest_way_is_critical_and_the_other_has_slack() -> None:
    """Two ways meet: the shorter one may slip by the difference."""
    tasks = schedule(
        [
            outline("a", months(1)),
            outline("long", months(3), "a"),
            outline("short", months(1), "a"),
            outline("end", Delay(0, 10, "law"), "long", "short"),
        ],
        date(2027, 1, 31),
    )
    found = {task.id: task for task in tasks}
    assert [task.finish for task in tasks] == [
        date(2027, 2, 28),
        date(2027, 5, 28),
        date(2027, 3, 28),
        date(2027, 6, 7),
    ]
    assert found["long"].start == date(2027, 3, 1)
    assert [task.id for task in tasks if task.critical] == ["a", "long", "end"]
    assert found["short"].slack == 61


def test_no_task_comes_before_one_it_waits_for(syndicate: Consultation) -> None:
    """Starts follow finishes, and every dependency is a task of the plan that stands before."""
    plan = roadmap(syndicate, date(2026, 11, 24))
    seen: dict[str, date] = {}
    for task in plan.tasks:
        assert task.finish >= task.start >= plan.start
        assert all(seen[each] < task.start for each in task.after)
        seen[task.id] = task.finish
    assert {task.phase for task in plan.tasks} == {1, 2, 3}
    assert plan.critical_path[-1].finish == plan.finish


def test_three_months_of_the_members_are_law_and_the_rest_says_what_it_is(syndicate: Consultation) -> None:
    """Only a delay of the rule base is called law or advice; any other is the planning value, and listed."""
    plan = roadmap(syndicate, date(2026, 11, 24), "l5741-4")
    vote = plan.task("l5741-4/votes-transformation-preferably")
    assert (vote.duration.months, vote.duration.origin, vote.silence) == (3, "law", "favourable")
    assert vote.due is not None
    assert vote.due.origin == "planned"
    assumed = [task for task in plan.tasks if task.duration.origin == "assumption"]
    assert assumed
    assert all((task.duration.days, task.duration.words) == (PLANNING_DAYS, None) for task in assumed)
    listed = ", ".join(str(plan.number(task.id)) for task in assumed)
    assert any(listed in text.fr for text in plan.assumptions)
    assert all(task.norms for task in plan.tasks)


def test_slack_before_the_first_of_january(syndicate: Consultation) -> None:
    """The act is compared with the next 1 January, the vote with the 15 September before it."""
    plan = roadmap(syndicate, date(2026, 11, 24), "l5741-4")
    assert plan.effect == "l5741-4/makes-transformation-order"
    effect = plan.task(plan.effect).finish
    dates = {each.id: each for each in plan.key_dates}
    january = dates["calendar.first-of-january"]
    assert january.day == date(effect.year + 1, 1, 1)
    assert january.slack == (january.day - effect).days
    assert january.origin == "advice"
    assert dates["calendar.transformation"].day == date(effect.year, 9, 14)
    assert dates["calendar.transformation"].task == "l5741-4/votes-proposal-transform"


def test_a_delay_that_runs_ends_on_its_legal_day(base: KnowledgeBase) -> None:
    """Notified on 30 November: the members have until 28 February, and what came before is done."""
    running = case(base, date(2026, 12, 1), {**SYNDICATE, **NOTIFIED, "proposal.notified_on": date(2026, 11, 30)})
    plan = roadmap(running, date(2026, 12, 1), "l5741-4")
    assert plan.tasks[0].id == "l5741-4/votes-transformation-preferably"
    assert plan.tasks[0].finish == date(2027, 2, 28)
    assert plan.tasks[0].due is not None
    assert (plan.tasks[0].due.origin, plan.tasks[0].margin) == ("law", 0)
    assert plan.done
    over = roadmap(running, date(2027, 3, 1), "l5741-4")
    assert over.tasks[0].id == "l5741-4/makes-transformation-order"
    assert len(over.done) == len(plan.done) + 1


def test_elections_only_when_the_rule_base_dates_them(syndicate: Consultation) -> None:
    """Those of March 2026 are in the base, later ones are not."""
    later = roadmap(syndicate, date(2026, 11, 24))
    assert not any(each.id.startswith("elections") for each in later.key_dates)
    assert any("élection" in text.fr for text in later.assumptions)
    earlier = roadmap(syndicate.on(date(2025, 6, 1)), date(2025, 6, 1))
    assert date(2026, 3, 15) in {each.day for each in earlier.key_dates}


def test_names_of_the_rule_base_still_stand(base: KnowledgeBase) -> None:
    """The few norms, topics, rules and phases that the plan knows by name exist, each phase as a step of its option."""
    assert set(base.norms) >= drafts.EFFECT_NORMS
    assert {
        norm.topic for norm in base.norms.values()
    } >= outlining.PROJECT_TOPICS | outlining.CONTRACT_TOPICS | drafts.PREPARING_TOPICS
    phases = [*drafts.DIAGNOSIS, drafts.WITHOUT_STEPS, drafts.WITHOUT_PROJECT, drafts.CONTRACTS, drafts.SERVICES]
    assert [*phases, drafts.EVALUATION] == [act.norms[0] for act in base.acts_of(drafts.PHASES_OF).values()]
    assert key_dates.FIRST_OF_JANUARY in base.rules
    assert {PROJECT_QUESTION, *CONTRACT_QUESTIONS} <= set(base.key_questions)


def test_each_name_of_the_law_written_in_the_code_still_stands(base: KnowledgeBase) -> None:
    """What looks like a name in planning and in seats is one of the rule base, or a phrase of the catalogue."""
    known = {*base.norms, *base.rules, *base.facts, *base.options, *catalogue()}
    for folder in ("planning", "territory"):
        for path in (Path(petr_advisor.__file__).parent / folder).glob("*.py"):
            found = {
                node.value
                for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and NAME.fullmatch(node.value)
            }
            assert found - known == set(), path.name


@pytest.mark.parametrize(
    ("start", "option", "message"),
    [
        (date(2010, 1, 1), None, "outside"),
        (date(2026, 11, 24), "l5741-5", "Did you mean .l5741-4"),
        (date(2026, 11, 24), "rurality-contract-petr", "cannot be planned"),
    ],
)
def test_what_cannot_be_planned_is_said(syndicate: Consultation, start: date, option: str | None, message: str) -> None:
    """A clear error rather than an empty plan."""
    with pytest.raises(PetrAdvisorError, match=message):
        roadmap(syndicate, start, option)


def test_the_same_plan_twice(syndicate: Consultation) -> None:
    """Same in, same out."""
    assert roadmap(syndicate, date(2026, 11, 24)) == roadmap(syndicate, date(2026, 11, 24))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_text_and_chart_show_every_task(syndicate: Consultation, language: Language) -> None:
    """Each task stands in the text, in the chart, and in the chart's text alternative."""
    plan = roadmap(syndicate, date(2026, 11, 24), "l5741-4")
    text = plan_text(syndicate, language, PlanSettings("l5741-4"))
    pictures = gantt_pictures(plan, Voice(language))
    drawn = [ET.fromstring(picture.svg) for picture in pictures]  # noqa: S314 - drawn here
    assert [each.findtext("{*}desc") for each in drawn] == [picture.alt for picture in pictures]
    alternative = "\n".join(picture.alt for picture in pictures)
    shown = [element.text for each in drawn for element in each.findall(".//{*}text")]
    for number in range(1, len(plan.tasks) + 1):
        assert f"\n- {number} " in text
        assert f"{number}. " in alternative
        assert str(number) in shown or f"{number}?" in shown


def test_nothing_in_a_task_is_markup(syndicate: Consultation) -> None:
    """A hostile name is drawn as it stands."""
    plan = roadmap(syndicate, date(2026, 11, 24), "l5741-4")
    hostile = Text(fr="<script>alert(1)</script> {{7*7}} 🏔 \u202eabc", en="<b>")
    plan = replace(plan, tasks=(replace(plan.tasks[0], who=hostile), *plan.tasks[1:]))
    drawn = "".join(picture.svg for picture in gantt_pictures(plan, Voice("fr")))
    assert "<script>" not in drawn
    assert "\u202e" not in drawn


def test_what_the_route_lacks_comes_first(base: KnowledgeBase) -> None:
    """Communes are members and have to leave: their withdrawal is planned before the vote on the transformation."""
    path = examples_folder() / "evolution" / "cures" / "communes-withdraw.yaml"
    found = next(iter(load_scenarios(path, base))).consultation(engine("native"))
    plan = roadmap(found, found.as_of, "l5741-4")
    withdrawal, vote = plan.task("cure/communes-withdraw"), plan.task("l5741-4/votes-proposal-transform")
    assert withdrawal.finish < vote.start
    assert withdrawal.critical
    assert (withdrawal.duration.months, withdrawal.duration.origin, withdrawal.silence) == (3, "law", "unfavourable")
    assert any("sous conditions" in text.fr for text in plan.assumptions)


def test_the_agreement_is_planned_after_the_project_that_it_carries_out(base: KnowledgeBase) -> None:
    """The agreement is no part of the second phase by its topic, but it waits for the approval, which is."""
    found = Consultation.start(base, date(2026, 11, 24), ("project",), engine("native"))
    for fact, value in {"structure.legal_form": "petr", "petr.project_approved": False}.items():
        found = found.answer(fact, value)
    plan = roadmap(found, date(2026, 11, 24), "project-new")
    tasks = {task.id: task for task in plan.tasks}
    approval = next(task for task in plan.tasks if "petr.project.approval" in task.norms)
    agreement = next(task for task in plan.tasks if "petr.agreement.territorial" in task.norms)
    assert agreement.start > approval.finish
    assert all(task.phase >= tasks[each].phase for task in plan.tasks for each in task.after)


def test_an_act_that_is_a_step_is_planned_once(base: KnowledgeBase) -> None:
    """The vote of the committee is both what the route lacks and a step of it."""
    path = examples_folder() / "evolution" / "cures" / "committee-votes.yaml"
    found = next(iter(load_scenarios(path, base))).consultation(engine("native"))
    assert not [task for task in roadmap(found, found.as_of, "l5741-4").tasks if task.id.startswith("cure/")]


def test_documents_to_produce_are_those_of_the_step(syndicate: Consultation) -> None:
    """The proposal leaves a resolution and draft statutes; the text says so."""
    plan = roadmap(syndicate, date(2026, 11, 24), "l5741-4")
    assert [text.en for text in plan.task("l5741-4/votes-proposal-transform").documents] == [
        "resolution",
        "draft statutes",
    ]
    assert "To produce: notification, with proof of its date" in plan_text(syndicate, "en", PlanSettings("l5741-4"))


def test_the_project_asked_for_fills_the_second_phase(base: KnowledgeBase) -> None:
    """Its steps come after the date of effect, one after the other, and the contracts after them."""
    found = Consultation.start(base, date(2026, 11, 24), ("evolution", "project", "cper"), engine("native"))
    found = found.list_entities("member", MEMBERS)
    for fact, value in {**SYNDICATE, "procedure.under_way": "none"}.items():
        found = found.answer(fact, value)
    found = found.choose("project", "project-new").choose("cper", "cper-after-2027-prepare")
    plan = roadmap(found, date(2026, 11, 24), "l5741-4")
    assert plan.effect is not None
    project = [task for task in plan.tasks if task.id.startswith("project-new/")]
    assert len(project) > 3
    assert {task.phase for task in project} == {2}
    assert project[0].after == (plan.effect,)
    needed = [task for task in project if not task.aside]
    bodies = next(task for task in plan.tasks if "petr.development-council.mandatory" in task.norms)
    mayors = next(task for task in needed if "petr.mayors-conference.consulted" in task.norms)
    assert bodies.after == (plan.effect,)
    assert all(
        task.after == ((before.id, bodies.id) if task is mayors else (before.id,)) for before, task in pairwise(needed)
    )
    assert not any({task.id for task in project if task.aside} & set(task.after) for task in plan.tasks)
    assert plan.task("cper-after-2027-prepare/revises-territorial-project").start > project[-1].finish


def test_what_comes_after_is_planned_as_if_the_structure_had_become_a_petr(base: KnowledgeBase) -> None:
    """Today the pays would sign with the region; once it is a PETR with a project, the PETR does."""
    path = examples_folder().parent / "examples" / "loire-beauce" / "dossier.yaml"
    found = next(load_scenarios(path, base)).consultation(engine("native"))
    contracts = next(question for question in found.outcomes if question.id == "contracts")
    assert contracts.routes[0].id == "region-contract-pays"
    tasks = {task.id.partition("/")[0] for task in roadmap(found, found.as_of).tasks}
    assert {"l5741-4", "project-updated", "region-contract-petr"} <= tasks
    assert "region-contract-pays" not in tasks


@pytest.mark.parametrize("folder", ["contracts", "project/real", "evolution/real", "services/real", "scot/real"])
def test_every_option_that_is_not_closed_can_be_planned(base: KnowledgeBase, folder: str) -> None:
    """Whatever the key question, tasks come phase after phase and none before one it waits for."""
    planned = 0
    for path in sorted((examples_folder() / folder).glob("*.yaml")):
        found = next(iter(load_scenarios(path, base))).consultation(engine("native"))
        for question in found.outcomes:
            for option in (*question.routes, *question.staying):
                if option.status in {"closed", "not_in_force"}:
                    continue
                plan = roadmap(found, found.as_of, option.id)
                finish = {task.id: task.finish for task in plan.tasks}
                assert all(before.phase <= task.phase for before, task in pairwise(plan.tasks))
                assert all(finish[each] < task.start for task in plan.tasks for each in task.after)
                planned += 1
    assert planned
