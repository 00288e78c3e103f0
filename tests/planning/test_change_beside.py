"""The change is led beside the law: what prepares a decision comes before the vote by which it is taken."""

import re
from collections.abc import Iterator
from functools import cache

from petr_advisor.files.locations import examples_folder
from petr_advisor.planning.model import Roadmap, Task
from tests.documents.conftest import real_base
from tests.planning.plans import plans


@cache
def led() -> tuple[tuple[str, Roadmap, Task, str], ...]:
    """Give the plans that hold a vote which contains a decision of the leading of the change, with that vote."""
    return tuple(_led())


def _led() -> Iterator[tuple[str, Roadmap, Task, str]]:
    acts = {f"{key}/{name}": act for key, found in real_base().procedures.items() for name, act in found.acts.items()}
    files = sorted(
        path
        for path in examples_folder().glob("*/*.yaml")
        if re.search("key_questions:.*change", path.read_text("utf-8"))
    )
    for name, _, plan in plans(files):
        for task in plan.tasks:
            for inner in acts[task.id].contains:
                procedure = inner.partition("/")[0]
                if any(other.id.startswith(f"{procedure}/") and other.beside for other in plan.tasks):
                    yield name, plan, task, inner


def test_what_prepares_a_decision_is_done_by_the_day_of_the_vote_and_the_decision_is_that_vote() -> None:
    looked_at = 0
    for name, plan, vote, inner in led():
        procedure, _, decision = inner.partition("/")
        order = list(real_base().procedures[procedure].acts)
        assert inner not in {task.id for task in plan.tasks}, name
        for task in plan.tasks:
            own, _, act = task.id.partition("/")
            if own == procedure and order.index(act) < order.index(decision):
                looked_at += 1
                assert (task.soonest, task.latest) <= (vote.soonest, vote.latest), (name, task.id)
    assert looked_at
