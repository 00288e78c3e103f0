"""Votes recorded or blocked: what another reading makes of them, and what need not be answered beside them."""

from collections.abc import Iterable, Iterator

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.requirements import truth
from petr_advisor.procedures.again import ENDED
from petr_advisor.procedures.under_readings import Otherwise, Told
from petr_advisor.procedures.voting import TRANSITION


def unblocking(told: Told) -> Iterator[Otherwise]:
    """Give the other readings that leave votes their course which the reading followed blocks."""
    if told.progress.state == "blocked":
        for other in told.otherwise:
            if other.point != TRANSITION and other.progress.state not in ENDED | {"blocked"}:
                yield other


def told_by_votes(case: Case, progress: Iterable[Told]) -> frozenset[str]:
    """Give the facts that sum up votes of which some are recorded, member by member: nobody answers them as well."""
    return frozenset(fact for told in progress for fact in _told_by(case, told))


def _told_by(case: Case, told: Told) -> Iterator[str]:
    for key, act in told.progress.acts.items():
        said, mark = act.told_by, told.progress.marks[key]
        if said is None or mark.tally is None or all(ballot.vote is None for ballot in mark.votes):
            continue
        if said.when is None or truth(case, said.when) is not False:
            yield said.fact
