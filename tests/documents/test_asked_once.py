"""What is asked of each member is not asked again of « one of them »."""

from pathlib import Path

import pytest

from petr_advisor.knowledge.conditions import facts_of
from tests.documents.conftest import READING, case_in, real_base, report_of


@pytest.mark.parametrize("path", sorted(READING.glob("*.yaml"))[::6], ids=lambda path: path.stem)
def test_no_summary_is_asked_beside_what_it_sums(path: Path) -> None:
    settle = report_of(case_in(path)).settle
    of_each = {part.fact for part in settle if part.of}
    sums = {part.fact: real_base().facts[part.fact].summary for part in settle if part.fact in real_base().facts}
    assert not [fact for fact, found in sums.items() if found and not of_each.isdisjoint(facts_of(found.where))]


def test_who_may_be_in_another_petr_is_asked_of_each() -> None:
    settle = report_of(case_in(READING / "gip-terme-proche-2026.yaml")).settle
    asked = [part.question for part in settle if "autre PETR" in part.question]
    assert len(asked) == 1
