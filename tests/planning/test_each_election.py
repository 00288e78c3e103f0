"""Each election may be contested: the time to do so runs from that of the delegates and from that of the president."""

from petr_advisor.planning.roadmap import roadmap
from tests.documents.conftest import EXAMPLES, case_in

DELEGATES, INSTALL = "petr-transformation/delegates", "petr-transformation/install"


def test_a_right_that_runs_from_an_election_runs_from_each_of_them() -> None:
    case = case_in(EXAMPLES["loire-beauce"])
    plan = roadmap(case, case.as_of)
    found = {risk.after: risk for risk in plan.risks if risk.limit.from_ == "election"}
    assert found.keys() == {DELEGATES, INSTALL}
    for act, risk in found.items():
        assert (risk.soonest - plan.task(act).soonest).days == 5
    assert len({risk.id for risk in plan.risks}) == len(plan.risks)
