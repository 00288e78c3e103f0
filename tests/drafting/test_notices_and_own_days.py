"""A meeting is counted from a day on which its notice leaves; the act of a member waits for no other member's vote."""

from dataclasses import replace
from datetime import timedelta

import pytest

from petr_advisor.drafting.model import Draft
from petr_advisor.drafting.opening import opened_on
from petr_advisor.drafting.wanted import Wanted
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.spans import Lasting
from petr_advisor.planning.steps import steps
from petr_advisor.procedures.working_days import to_session_day
from petr_advisor.words.texts import Language
from tests.documents.conftest import real_base
from tests.drafting.conftest import COURSES, SIONNE, VALLEY, case, drafts, of

Course = tuple[str, Language, str | None]
FIVE_CLEAR_DAYS = timedelta(6)


@pytest.mark.parametrize("name", [SIONNE, VALLEY])
def test_a_meeting_is_counted_from_a_day_on_which_its_notice_leaves(name: str) -> None:
    """After an election on a Saturday, the notice was of the Sunday, and five clear days were counted from there."""
    held, base = case(name), real_base()
    found = {task.id: task for task in steps(held, roadmap(held, held.as_of))}
    where = base.holidays, held.departements
    convened = [(key, each) for key, each in base.templates.items() if each.convened and found.keys() & {*each.opens}]
    assert convened != []
    for key, meeting in convened:
        (act,) = found.keys() & {*meeting.opens}
        for shift in range(400):
            task = replace(found[act], ready=found[act].ready + timedelta(shift))
            held_on = opened_on(held, Wanted(key, task), meeting)
            leaves = to_session_day(task.ready + timedelta(1), *where)
            assert held_on >= leaves + FIVE_CLEAR_DAYS, (key, task.ready)
            assert to_session_day(held_on, *where) == held_on, (key, task.ready)


def test_the_notice_of_a_meeting_after_an_election_leaves_on_a_day_on_which_letters_do() -> None:
    held, notice = case(SIONNE), real_base().templates["enlarged-committee-notice"]
    where = held.base.holidays, held.departements
    found = {task.id: task for task in steps(held, roadmap(held, held.as_of))}
    (act,) = found.keys() & {*notice.acts}
    for shift in range(14):
        task = replace(found[act], ready=found[act].ready + timedelta(shift))
        day = opened_on(held, Wanted("enlarged-committee-notice", task), notice)
        assert to_session_day(day, *where) == day


def pairs(course: Course) -> list[tuple[Draft, Draft]]:
    """Give each letter written for one member with the act of that member that it asks for."""
    templates, made = real_base().templates, [each for each in drafts(*course).made if each.called]
    letters = [each for each in made if templates[each.template].asks]
    acts = [each for each in made if templates[each.template].kind == "resolution"]
    return [(letter, act) for letter in letters for act in acts if (letter.act, letter.called) == (act.act, act.called)]


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course[0])
def test_the_first_day_of_an_act_is_counted_from_the_letter_that_asks_for_it(course: Course) -> None:
    held = case(course[0])
    tasks = {task.id: task for task in roadmap(held, held.as_of, course[2]).tasks}
    for letter, act in pairs(course):
        takes = tasks[act.act].takes if act.act in tasks else None
        if takes is not None:
            assert act.day <= Lasting(takes.shortest).end(letter.day), act.name


def test_the_communes_of_a_community_that_has_voted_wait_for_no_other() -> None:
    """Asked on 28 November, they were said to be able to vote on 28 March at the earliest, as those of the last."""
    days = {each.called: each.day for each in of(VALLEY, "commune-consent")}
    assert days["CC du Diois"] < days["CC du Crestois et de Pays de Saillans Coeur de Drôme"]
    (note,) = (each for each in of(VALLEY, "summary-note") if each.act == "petr-creation/commune-consent")
    assert note.day == min(days.values())
