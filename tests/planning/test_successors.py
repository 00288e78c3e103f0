"""A body that another one takes the place of does nothing any more: what is planned later is its successor's."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from petr_advisor.consulting.acting import who_acts
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.files.locations import examples_folder
from petr_advisor.planning.model import Roadmap
from petr_advisor.planning.steps import act_of
from tests.planning.plans import plans

OF_THE_MEMBERS = "every-member-epci"
"""Who acts for the EPCIs, one by one."""


@cache
def replaced() -> tuple[tuple[str, Consultation, Roadmap, date], ...]:
    """Give the plans of the cases in which all members become one, with the day from which they are."""
    return tuple(_replaced())


def _replaced() -> Iterator[tuple[str, Consultation, Roadmap, date]]:
    files = (path for folder in ("reading", "life") for path in sorted((examples_folder() / folder).glob("*.yaml")))
    for name, held, plan in plans(path for path in files if "members_merger" in path.read_text("utf-8")):
        options = {option.id for line in held.course.lines for option in line.to_carry_out}
        if "life-all-merge" in options:
            begun = [task.ready for task in plan.tasks if act_of(task).startswith("members-merge-all/substitution")]
            yield name, held, plan, min(begun)


def test_no_council_of_a_merged_epci_votes_once_it_is_merged() -> None:
    looked_at = 0
    for name, held, plan, day in replaced():
        gone = who_acts(held, OF_THE_MEMBERS)
        for task in plan.tasks:
            if held.base.act(act_of(task)).who == OF_THE_MEMBERS:
                looked_at += 1
                assert (task.who == gone) is (task.ready < day), (name, task.id)
    assert looked_at


def test_an_option_about_each_member_is_about_the_one_that_is_left() -> None:
    looked_at = 0
    for name, held, _, _ in replaced():
        for line in held.course.lines:
            for option in (each for each in line.outcome.routes if held.base.options[each.id].titled):
                looked_at += 1
                assert option.option.title != held.base.options[option.id].title, (name, option.id)
    assert looked_at
