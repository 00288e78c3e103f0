"""Votes that a refusal blocks: what another reading makes of them, and what need not be answered beside them."""

from collections.abc import Iterator

from petr_advisor.procedures.again import ENDED
from petr_advisor.procedures.under_readings import Otherwise, Told
from petr_advisor.procedures.voting import TRANSITION


def unblocking(told: Told) -> Iterator[Otherwise]:
    """Give the other readings that leave votes their course which the reading followed blocks."""
    if told.progress.state == "blocked":
        for other in told.otherwise:
            if other.point != TRANSITION and other.progress.state not in ENDED | {"blocked"}:
                yield other


def told_by_votes(told: Told) -> Iterator[str]:
    """Give the facts that the votes counted member by member tell: nobody has to answer them as well."""
    for key, act in told.progress.acts.items():
        if act.told_by is not None and told.progress.marks[key].tally is not None:
            yield act.told_by.fact
