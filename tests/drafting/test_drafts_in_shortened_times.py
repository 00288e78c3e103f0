"""Drafts have the days that keep a day of the law, where usual durations miss it: one course has one clock."""

from datetime import date

import pytest

from petr_advisor.planning.roadmap import roadmap
from tests.documents.conftest import real_base
from tests.drafting.conftest import case, drafts

SHORTENED = (
    "reading/gip-terme-proche-2026",
    "reading/petr-transfert-scot-2026",
    "reading/petr-projet-en-retard-cper-2026",
)
VOTED_AT_ONCE = {"bodies-set-up/members"}
"""Acts that the meeting which opens them may vote as well."""


def days_of(name: str, *, opening: bool) -> dict[str, date]:
    """Give the first days on which acts are drafted, or, opening, asked for by a letter, by act."""
    templates, found = real_base().templates, dict[str, date]()
    for each in drafts(name).made:
        template = templates[each.template]
        if not template.goes_with and (template.asks or each.act in template.opens) is opening:
            found[each.act] = min(each.day, found.get(each.act, each.day))
    return found


@pytest.mark.parametrize("name", SHORTENED)
def test_no_act_is_dated_before_one_that_it_waits_for(name: str) -> None:
    """The request stood after the approval that it asks for, and the opinion before the votes."""
    held, days = case(name), days_of(name, opening=False)
    plan = roadmap(held, held.as_of)
    early = [
        (before, act)
        for act, day in days.items()
        for task in plan.tasks
        if task.id == act
        for before in task.after
        if before in days and days[before] > day
    ]
    assert early == []


@pytest.mark.parametrize("name", SHORTENED)
def test_what_shortened_times_bring_forward_is_drafted_for_these_days(name: str) -> None:
    held, days = case(name), days_of(name, opening=False)
    brought = [each for each in roadmap(held, held.as_of).tasks if each.in_time and not each.in_time.within_usual]
    drafted = [task for task in brought if task.id in days]
    assert drafted != []
    for task in drafted:
        assert task.in_time is not None
        assert days[task.id] <= task.in_time.last, task.id


@pytest.mark.parametrize("name", SHORTENED[1:])
def test_a_letter_leaves_before_the_act_that_it_asks_for(name: str) -> None:
    days, asked = days_of(name, opening=False), days_of(name, opening=True)
    both = asked.keys() & days.keys()
    assert both != set()
    assert [act for act in both if asked[act] >= days[act] and act not in VOTED_AT_ONCE] == []
