"""The roadmap of the automatic transformation of 2014: no plan that misses a day of the law without saying so."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.ics import calendar_file
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.planning.assumptions import assumptions
from petr_advisor.planning.drafts import DIAGNOSIS, Drafts
from petr_advisor.planning.key_dates import key_dates
from petr_advisor.planning.model import DueDate
from petr_advisor.planning.roadmap import PLANNING_DAYS, Roadmap, roadmap
from petr_advisor.words.texts import Text

LAST_DAY = date(2014, 7, 27)
NOTIFICATION, VOTES, ORDER = (
    f"maptam-79-ii/{act}"
    for act in ("notifies-planned-transformation", "objects-accepts-keeps", "makes-transformation-order")
)


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load(None)


def pays(base: KnowledgeBase, as_of: date, **answers: object) -> Consultation:
    """A closed syndicate of a pays recognised in 2005, which article 79 II may transform."""
    found = Consultation.start(base, as_of, ("evolution",), engine("native"))
    members = {of: {"member.name": of, "member.kind": "cc", "member.population": 9000} for of in ("a", "b", "c")}
    given = {
        "structure.legal_form": "closed_syndicate",
        "structure.pays_recognised": True,
        "structure.pays_recognised_on": date(2005, 6, 15),
        "perimeter.one_piece": True,
        "perimeter.no_enclave": True,
        "members.any_in_other_petr": False,
        "members.any_partly_in": False,
        "procedure.under_way": "none",
    }
    found = found.list_entities("member", members)
    for fact, value in {**given, **{key.replace("__", "."): each for key, each in answers.items()}}.items():
        found = found.answer(fact, value)
    return found


def supposed(base: KnowledgeBase, plan: Roadmap) -> list[Text]:
    """Give what a plan supposes, with nothing drafted beside it."""
    nothing = Drafts(outlines=(), effect=None, done=(), also=(), cures=())
    return [*assumptions(plan, pays(base, date(2014, 6, 15)), nothing, (), PLANNING_DAYS, named=True)]


def prepares(plan: Roadmap) -> bool:
    return any(set(task.norms) & set(DIAGNOSIS) for task in plan.tasks)


@pytest.mark.parametrize("start", [date(2014, 6, 15), date(2014, 7, 26), LAST_DAY])
def test_the_prefect_notifies_in_time(base: KnowledgeBase, start: date) -> None:
    """No diagnosis of nine months stands before a notification that the law wants by 27 July; it may take one day."""
    plan = roadmap(pays(base, start), start, "maptam-79-ii")
    assert not prepares(plan)
    notified = plan.task(NOTIFICATION)
    assert notified.start == start
    assert notified.finish <= LAST_DAY
    kept = next(each for each in plan.key_dates if each.day == LAST_DAY)
    assert (kept.origin, kept.task, kept.slack) == ("law", NOTIFICATION, (LAST_DAY - notified.finish).days)
    assert any("laissés de côté" in text.fr for text in plan.assumptions)
    assert not any("ne peut plus être tenue" in text.fr for text in plan.assumptions)


def test_what_is_lost_is_said(base: KnowledgeBase) -> None:
    """A plan that starts after the last day says that it can no longer be kept."""
    plan = roadmap(pays(base, LAST_DAY), date(2014, 8, 15), "maptam-79-ii")
    assert not prepares(plan)
    assert any("déjà trop tard" in text.fr for text in plan.assumptions)
    assert any("27 juillet 2014" in text.fr and "ne peut plus être tenue" in text.fr for text in plan.assumptions)
    assert any("27 July 2014" in text.en and "no longer be met" in text.en for text in plan.assumptions)


def test_a_delay_that_runs_waits_for_no_diagnosis(base: KnowledgeBase) -> None:
    """Notified on 30 May: the members have until 30 August, although nothing precedes that step."""
    case = pays(base, date(2014, 6, 15), procedure__under_way="maptam_79_ii", auto__notified_on=date(2014, 5, 30))
    plan = roadmap(case, date(2014, 6, 15), "maptam-79-ii")
    votes = plan.task(VOTES)
    assert (votes.start, votes.finish, votes.after) == (date(2014, 6, 15), date(2014, 8, 30), ())
    assert plan.task(ORDER).start == date(2014, 8, 31)
    assert not prepares(plan)
    assert any("court déjà" in text.fr for text in plan.assumptions)
    assert [each.day for each in plan.key_dates if each.task == VOTES] == [date(2014, 8, 30)]
    made = datetime(2026, 11, 24, tzinfo=UTC)
    assert calendar_file(plan, case, "fr", stamp=made).count(b"DTSTART;VALUE=DATE:20140830") == 1


def test_a_route_with_time_keeps_its_diagnosis(base: KnowledgeBase) -> None:
    """Nothing fixed by law is missed by a transformation that nobody has begun."""
    assert prepares(roadmap(pays(base, date(2014, 6, 15)), date(2014, 6, 15), "l5741-4"))


@pytest.mark.parametrize(("late", "said"), [(0, []), (1, ["by 1 day."]), (2, ["by 2 days."])])
def test_a_day_missed_says_by_how_many_days(base: KnowledgeBase, late: int, said: list[str]) -> None:
    """One day is one day; a day that is kept, or only advised, is not told as missed."""
    plan = roadmap(pays(base, date(2014, 6, 15)), date(2014, 6, 15), "maptam-79-ii")
    task = plan.task(NOTIFICATION)
    day = task.finish - timedelta(days=late)
    tasks = (replace(task, due=DueDate(day, "law")), replace(task, due=DueDate(day, "advice")))
    told = supposed(base, replace(plan, tasks=tasks, start=date.min))
    assert [text.en.partition("calendar, ")[2] for text in told if "no longer be met" in text.en] == said


def test_preparation_is_said_to_come_on_top_only_beside_other_acts(base: KnowledgeBase) -> None:
    plan = roadmap(pays(base, date(2014, 6, 15)), date(2014, 6, 15), "l5741-4")
    prepares = [task for task in plan.tasks if set(task.norms) & set(DIAGNOSIS)]
    others = [task for task in plan.tasks if task not in prepares]
    for tasks, said in ((plan.tasks, True), (prepares, False), (others, False)):
        found = [text.en for text in supposed(base, replace(plan, tasks=tuple(tasks)))]
        assert any("on top of the usual durations" in text for text in found) == said


@pytest.mark.parametrize(
    ("as_of", "option", "kept"),
    [
        (date(2016, 6, 14), "stay", True),
        (date(2016, 6, 15), "stay", True),
        (date(2016, 6, 16), "stay", False),
    ],
)
def test_a_fixed_day_is_kept_until_it_is_past(base: KnowledgeBase, as_of: date, option: str, *, kept: bool) -> None:
    """A duty on its last day is still a date to keep; the duty of every option is that of each."""
    case = pays(base, as_of)
    assert "syndicate.scheme-2016.proposal" in {duty.id for duty in case.duties}
    found = {each.id: each for each in key_dates(case, option, (), None)}
    assert ("syndicate.scheme-2016.proposal" in found) == kept


def test_the_fixed_day_of_an_option_is_no_date_of_another(base: KnowledgeBase) -> None:
    case = pays(base, date(2014, 6, 15))
    assert "maptam.inform" in {each.id for each in key_dates(case, "maptam-79-ii", (), None)}
    assert "maptam.inform" not in {each.id for each in key_dates(case, "l5741-4", (), None)}


def test_a_fixed_day_is_told_once_when_a_task_of_the_plan_has_it(base: KnowledgeBase) -> None:
    plan = roadmap(pays(base, date(2014, 6, 15)), date(2014, 6, 15), "maptam-79-ii")
    assert [each.id for each in plan.key_dates if each.day == LAST_DAY] == [f"due/{NOTIFICATION}"]
