"""Each election may be contested: from that of the delegates, and from the day after that of the president."""

from petr_advisor.planning.roadmap import roadmap
from tests.documents.conftest import EXAMPLES, case_in

DELEGATES, INSTALL = "petr-transformation/delegates", "petr-transformation/install"


def test_a_right_that_runs_from_an_election_runs_from_each_of_them() -> None:
    """Decree: the five days on the president and vice-presidents run twenty-four hours after the election."""
    case = case_in(EXAMPLES["loire-beauce"])
    plan = roadmap(case, case.as_of)
    found = {risk.after: risk for risk in plan.risks if risk.limit.from_ in {"election", "president-elected"}}
    days = {act: (risk.soonest - plan.task(act).soonest).days for act, risk in found.items()}
    assert days == {DELEGATES: 5, INSTALL: 6}
    assert len({risk.id for risk in plan.risks}) == len(plan.risks)
