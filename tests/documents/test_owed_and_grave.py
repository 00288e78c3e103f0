"""What the law wants at once of what is in place is told first, whichever questions are asked beside."""

import pytest

from .conftest import READING, case_in, real_base, report_of
from .test_formats import squeezed

CASE = READING / "petr-convention-a-completer-2025.yaml"


@pytest.mark.parametrize("asked", [("project",), ("life", "project")])
def test_a_grave_obligation_is_to_be_put_right_first(asked: tuple[str, ...]) -> None:
    case, looked_at = case_in(CASE).about(asked), 0
    first = {part.key: part for part in report_of(case).breaches}
    for key, rule in real_base().rules.items():
        if rule.grave and rule.duty == "obligation" and rule.consequence is not None:
            looked_at += 1
            assert squeezed(first[key].by_law or "") == squeezed(rule.consequence.fr.replace("'", "’"))
            assert first[key].citations
    assert looked_at


def test_it_is_not_told_once_it_is_met() -> None:
    case = case_in(CASE).answer("agreement.clauses", "all")
    keys = {part.key for part in report_of(case).breaches}
    assert keys.isdisjoint(key for key, rule in real_base().rules.items() if rule.duty == "obligation")
