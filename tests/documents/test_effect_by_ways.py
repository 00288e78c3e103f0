"""Where an act is one of several procedures, the first day of the effect is said to be that of the quickest of them."""

from collections.abc import Iterator

import pytest

from petr_advisor.documents.model import Report

from .conftest import READING, case_in, reading_report, real_base, report_of
from .test_formats import squeezed

CASES = (
    "petr-transfert-scot-2026",
    "petr-transfert-scot-2026#another-power",
    "petr-reprend-scot-syndicat-2026",
    "scot-caduc-relais-convenu-2026",
    "petr-scot-silence-echu-2026",
)
"""Plans in which a syndicate hands over all its services, or is dissolved, for its SCoT to pass."""


def slower_ways(report: Report) -> Iterator[str]:
    """Give the procedures, of which one is done before the effect, a vote of which comes after the first day of it."""
    plan = report.roadmap
    assert plan is not None
    base, effect = real_base(), next((task for task in plan.tasks if task.number == plan.effect), None)
    waited = {task.number: base.act(task.id).calls for task in plan.tasks if effect and effect.group == task.group}
    for vote in plan.called:
        name, calls = vote.id.partition("/")[0], waited.get(vote.task)
        if effect and calls and name in calls.one_of and vote.before_end and vote.soonest > effect.soonest:
            yield name


@pytest.mark.parametrize("name", CASES)
def test_a_way_slower_than_the_first_day_of_the_effect_is_told_with_its_own(name: str) -> None:
    report = reading_report(name)
    note, slower = report.note, set(slower_ways(report))
    assert note is not None
    said = squeezed(note.effect or "")
    titles = {key: squeezed(real_base().title_of(key).fr).replace("'", "’") for key in slower}
    assert [key for key, title in titles.items() if title not in said] == []
    assert ("suppose la voie" in (note.effect or "")) == bool(slower)


def test_the_property_speaks_of_a_case() -> None:
    """The answers do not say by which of the two ways the lead body ends: the slower one has days of its own."""
    report = report_of(case_in(READING / f"{CASES[0]}.yaml").answer("scot.handover", "not_discussed"))
    assert set(slower_ways(report)) == {"petr-dissolution-by-agreement"}
    assert report.note is not None
    assert squeezed("26 juillet 2027") in squeezed(report.note.effect or "")
