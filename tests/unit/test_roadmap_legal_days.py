"""The roadmap of the automatic transformation of 2014: no plan that misses a day of the law without saying so."""

from datetime import UTC, date, datetime

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.ics import calendar_file
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.planning.drafts import DIAGNOSIS
from petr_advisor.planning.roadmap import Roadmap, roadmap

LAST_DAY = date(2014, 7, 27)
NOTIFICATION, VOTES, ORDER = (f"maptam-79-ii/{number}" for number in range(3))


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
