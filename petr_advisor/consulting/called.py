"""An act as it is in a case: under the readings followed, and with the one of several procedures that is settled."""

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.requirements import truth
from petr_advisor.knowledge.calls import Calls
from petr_advisor.knowledge.procedures import Act


def act_of(case: Case, key: str) -> Act:
    """Give an act by `procedure/act`; of several procedures that it may consist of, the one that the case settles."""
    act = case.base.act_under(key, case.followed)
    way = settled_way(case, act.calls) if act.calls is not None else None
    if act.calls is None or way is None:
        return act
    return act.model_copy(update={"calls": act.calls.model_copy(update={"all": (way,), "one_of": ()})})


def settled_way(case: Case, calls: Calls) -> str | None:
    """Give the one of several procedures that the answers choose; none where what is recorded is of another one."""
    found = next((name for name, when in calls.settled.items() if truth(case, when) is True), None)
    recorded = {done.procedure for done in case.recordings.acts}
    return found if found is not None and recorded.isdisjoint({*calls.one_of} - {found}) else None
