"""A body that another one takes the place of does nothing any more: what is planned later is its successor's."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from petr_advisor.consulting.acting import who_acts
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.files.locations import examples_folder
from petr_advisor.knowledge.conditions import facts_of
from petr_advisor.planning.model import Roadmap
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
            begun = [task.ready for task in plan.tasks if task.id.startswith("members-merge-all/substitution")]
            yield name, held, plan, min(begun)


def test_no_council_of_a_merged_epci_votes_once_it_is_merged() -> None:
    looked_at = 0
    for name, held, plan, day in replaced():
        gone = who_acts(held, OF_THE_MEMBERS)
        for task in plan.tasks:
            if held.base.act(task.id).who == OF_THE_MEMBERS:
                looked_at += 1
                assert (task.who == gone) is (task.ready < day), (name, task.id)
    assert looked_at


def test_an_option_about_each_member_is_about_the_one_that_is_left() -> None:
    looked_at = 0
    for name, held, _, _ in replaced():
        for line in held.course.lines:
            for option in line.outcome.routes:
                titled = held.base.options[option.id].titled
                if not any("members.epci" in facts_of(each.when) for each in titled):
                    continue  # its name turns on something else
                looked_at += 1
                assert option.option.title != held.base.options[option.id].title, (name, option.id)
    assert looked_at


def test_no_organ_of_the_petr_acts_once_it_has_ended() -> None:
    looked_at = 0
    for name, held, plan, _ in replaced():
        last = plan.last
        for task in plan.tasks if last is not None else ():
            actor = held.base.actors[held.base.act(task.id).who]
            if last is not None and actor.of_the_body is not None and not held.base.act(task.id).calls:
                looked_at += 1
                late = task.latest > last
                assert not late or any(day.state == "impossible" for day in task.legal), (name, task.id)
    assert looked_at


def test_what_falls_due_after_the_end_is_the_successors() -> None:
    looked_at = 0
    for name, held, plan, _ in replaced():
        gone = tuple(who_acts(held, actor).fr for actor in ("petr", "petr-council", "scot-bearer"))
        for key, title in _due_after_the_end(plan):
            looked_at += 1
            assert not title.startswith(gone), (name, key)
    assert looked_at


def _due_after_the_end(plan: Roadmap) -> Iterator[tuple[str, str]]:
    """Give what is owed once the body has ended: by the acts of the plan that meet it, else as a date."""
    if plan.last is None:
        return
    yield from ((day.id, day.title.fr) for day in plan.key_dates if day.unmet and day.day > plan.last)
    yield from ((task.id, title.fr) for task in plan.tasks if task.ready > plan.last for title in task.meets)
