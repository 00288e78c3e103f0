"""What the law wants of the body before its first vote stands on the first page, not among the dates alone."""

from datetime import date
from pathlib import Path

import pytest

from petr_advisor.errors import PetrAdvisorError
from tests.documents.conftest import READING, case_in, reading_note, reading_report, real_base, report_of
from tests.documents.test_formats import squeezed

TRANSFER = "petr-transfert-scot-2026"
CASES = [READING / f"{TRANSFER}.yaml", *sorted(READING.glob("*.yaml"))[2::7]]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_the_body_owes_before_its_first_vote_stands_beside_what_comes_first(path: Path) -> None:
    try:
        report = report_of(case_in(path))
    except PetrAdvisorError:
        pytest.skip("nothing to tell of the case")
    plan, note, actors = report.roadmap, report.note, real_base().actors
    if plan is None or note is None or note.kind != "course":
        pytest.skip("nothing is planned")
    sure = [task for task in plan.tasks if task.certain and not task.milestone]
    until = min((task.latest for task in sure if task.majority), default=date.max)
    for task in sure:
        fixed = [legal.day for legal in task.legal if not legal.counted and not legal.wished]
        own = actors[real_base().act(task.id).who]
        free = not task.majority and not task.after and task.origin == "law"
        if free and (own.of_the_body or own.voters) and any(plan.start <= day <= until for day in fixed):
            assert squeezed(task.title) in squeezed(note.first_act or ""), task.id


def test_the_conference_of_mayors_of_january_is_on_the_first_page() -> None:
    """Its legal day came before every other, and stood on the third page alone."""
    said = squeezed(reading_note(TRANSFER).first_act or "")
    assert squeezed("au plus tard le 1er janvier 2027 : le président du PETR réunit la conférence des maires") in said
    assert said.startswith(squeezed("Le président du PETR : notifie la délibération sur le SCoT"))


def test_what_comes_first_is_not_told_twice() -> None:
    report = reading_report("sieges-illegaux-et-retrait-2026")
    assert report.note is not None
    assert squeezed(report.note.first_act or "").count(squeezed("conférence des maires")) == 1
