"""What is not planned for a body that ends is said not to come before that end at its earliest: its days say so."""

from datetime import date

import pytest

from petr_advisor.planning import until_then
from petr_advisor.planning.building import Built
from petr_advisor.planning.days import end_of_the_body
from petr_advisor.planning.lines import Line
from tests.documents.conftest import READING, reading_note, real_base
from tests.planning.plans import plans

CASES = sorted(READING.glob("petr-dissolution*.yaml"))
SOONEST = "si cette fin vient au plus tôt"
CAN_BE_DONE = until_then._can_be_done


@pytest.fixture
def days(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[tuple[date, date]]]:
    """Give, by procedure left out, the first day of its last act that a legal day binds, and that of the end."""
    found: dict[str, list[tuple[date, date]]] = {}

    def seen(line: Line, built: Built) -> bool:
        if not (kept := CAN_BE_DONE(line, built)):
            for each in line.instances:
                soonest = [
                    legal.soonest for legal in built.schedule.legal if legal.act.startswith(f"{each.procedure}/")
                ]
                end = end_of_the_body(built, "shortest")
                found.setdefault(each.procedure, []).append((max(soonest, default=date.max), end))
        return kept

    monkeypatch.setattr(until_then, "_can_be_done", seen)
    return found


def test_what_is_said_of_a_body_gone_is_what_the_days_say(days: dict[str, list[tuple[date, date]]]) -> None:
    told = 0
    for name, _, plan in plans(CASES):
        for each in plan.key_dates:
            if each.consequence is None or SOONEST not in each.consequence.in_("fr"):
                continue
            told += 1
            procedure = real_base().rules[each.id.partition("@")[0]].carried_out_by
            assert procedure is not None
            left_out = days[procedure]
            assert all(soonest >= end for soonest, end in left_out), (name, each.id)
        days.clear()
    assert told


def test_nobody_reads_that_nothing_is_to_be_revised() -> None:
    """« Ne serait fait qu'après la fin » excused what a later end leaves time for."""
    pressing = [
        said for said in reading_note("petr-dissolution-scot-leader-2026").pressing if "réviser le projet" in said
    ]
    assert len(pressing) == 1
    assert SOONEST in pressing[0]
    assert "commencer sans attendre" in pressing[0]
    assert "avant que le PETR prenne fin" in pressing[0]
