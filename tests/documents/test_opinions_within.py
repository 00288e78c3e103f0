"""An opinion that the law asks for within an act is told with it, until it is given."""

from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.procedures.record import Done

from .conftest import READING, case_in, real_base, report_of

CDCI = "cdci"


def test_who_calls_a_procedure_says_the_opinion_of_the_cdci_in_it() -> None:
    base, looked_at = real_base(), 0
    for key in base.act_keys:
        act = base.act(key)
        for name in act.calls.all if act.calls else ():
            asked = [
                inner
                for inner in base.procedures[name].acts.values()
                if inner.who == CDCI and inner.origin == "law" and inner.when is None and not inner.when_act
            ]
            looked_at += len(asked)
            assert not asked or CDCI in {each.body for each in act.consults}, (key, name)
    assert looked_at


def _opinions(case: Consultation, act: str) -> str:
    plan = report_of(case).roadmap
    assert plan is not None
    return " ".join(next(task for task in plan.tasks if task.id == act).opinions)


def test_the_plan_of_a_petr_that_ends_by_a_merger_tells_the_opinion_of_the_cdci() -> None:
    case = case_in(READING / "petr-fusion-de-tous-2026.yaml").about(("life",))
    assert "CDCI" in _opinions(case, "members-merge-all/merger")
    given = case.record(Done("epci-merger", "perimeter", date(2026, 6, 1)))
    given = given.record(Done("epci-merger", "notify", date(2026, 6, 8))).record(
        Done("epci-merger", "cdci", date(2026, 11, 2))
    )
    assert "CDCI" not in _opinions(given, "members-merge-all/merger")


def test_who_gives_an_opinion_is_not_said_to_ask_itself() -> None:
    case = case_in(READING / "syndicat-route-inconnue-2026.yaml")
    assert not _opinions(case, "closed-syndicate-creation/cdci")
