"""What is owed at once of what is in place is told first, whichever questions are asked beside."""

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.done_away import fallen, owed
from petr_advisor.knowledge.rules import Rule

from .conftest import READING, case_in, report_of
from .test_formats import squeezed

CASE = READING / "petr-convention-a-completer-2025.yaml"


def _owed_at_once(case: Consultation) -> dict[str, Rule]:
    """Give the grave obligations that follow from the answers of a case, and that its course leaves owed."""
    left = (found for found in case.duties if not found.presumed and owed(found) not in fallen(case))
    return {found.id: found.rule for found in left if found.rule.owed_at_once}


@pytest.mark.parametrize("asked", [("project",), ("life", "project")])
def test_a_grave_obligation_is_to_be_put_right_first(asked: tuple[str, ...]) -> None:
    case = case_in(CASE).about(asked)
    first, left = {part.key: part for part in report_of(case).breaches}, _owed_at_once(case)
    assert left
    for key, rule in left.items():
        consequence = rule.consequence.fr.replace("'", "’") if rule.consequence is not None else ""
        assert squeezed(first[key].by_law or "") == squeezed(consequence)
        assert first[key].citations


def test_it_is_not_told_once_it_is_met() -> None:
    before, after = case_in(CASE), case_in(CASE).answer("agreement.clauses", "all")
    met = _owed_at_once(before).keys() - _owed_at_once(after)
    assert met
    assert met.isdisjoint(part.key for part in report_of(after).breaches)


@pytest.mark.parametrize("asked", [("life", "project", "contracts"), ("contracts",)])
@pytest.mark.parametrize("revision", ["current", "due"])
def test_it_is_voted_as_soon_whatever_is_to_change(asked: tuple[str, ...], revision: str) -> None:
    """An entry that may fail and a text still to be approved put off nothing of what is owed at once."""
    entering = case_in(READING / "petr-entree-convention-a-completer-2026.yaml").answer("project.revision", revision)
    days = {
        planned: [part.voted for part in report_of(case).breaches if part.key in _owed_at_once(case)]
        for planned in ("joining", "none")
        for case in [entering.answer("petr.change_planned", planned).about(asked)]
    }
    assert days["joining"] == days["none"]
    assert squeezed("entre le 14 décembre 2026 et le 14 mars 2027") in squeezed(days["joining"][0] or "")
