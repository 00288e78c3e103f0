"""What is asked of each member is not asked again of « one of them »."""

from pathlib import Path

import pytest

from petr_advisor.consulting.to_find_out import points
from tests.documents.conftest import READING, case_in, real_base, real_case, report_of


@pytest.mark.parametrize("path", sorted(READING.glob("*.yaml"))[::6], ids=lambda path: path.stem)
def test_no_summary_is_asked_beside_what_it_sums(path: Path) -> None:
    settle = report_of(case_in(path)).settle
    of_each = {part.fact for part in settle if part.of}
    facts = real_base().facts
    assert not [part.fact for part in settle if part.fact in facts and facts[part.fact].summed_from & of_each]


def test_who_may_be_in_another_petr_is_asked_of_each() -> None:
    settle = report_of(case_in(READING / "gip-terme-proche-2026.yaml")).settle
    asked = [part.question for part in settle if "autre PETR" in part.question]
    assert len(asked) == 1


def test_where_the_program_asks_of_all_nobody_is_sent_to_each_as_well() -> None:
    """What to find out holds the question put of all, and not the same one of each member beside it."""
    case = real_case("ariege")
    assert "members.any_in_other_petr" in {question.fact for question in case.agenda.questions}
    found = [point for point in points(case) if "in_other_petr" in point.fact]
    assert [point.fact for point in found] == ["members.any_in_other_petr"]
