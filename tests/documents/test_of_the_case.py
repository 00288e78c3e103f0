"""A note tells of other ways only what is of the case: not what is there already, nor why nobody took another path."""

import pytest

from petr_advisor.consulting.blocked import unblocking
from tests.documents.conftest import READING, case_in, reading_note, reading_report, real_base

BLOCKED = ("syndicat-ouvert-transformation-2026", "syndicat-transformation-bloquee-permis-2015")
"""A way under way, blocked by the refusal of a member."""
FORMS = ("syndicat-ouvert-transformation-2026", "syndicat-transformation-bloquee-permis-2015", "petr-retrait-2026")
"""An open syndicate, a closed one, a PETR."""


@pytest.mark.parametrize("name", FORMS)
def test_no_way_to_what_is_there_is_named_among_those_that_are_closed(name: str) -> None:
    facts, note = case_in(READING / f"{name}.yaml").facts, reading_note(name)
    form = facts.get("structure.legal_form")
    assert form is not None
    for option in real_base().options.values():
        if option.makes.get("structure.legal_form") == form.value and option.kind == "route":
            assert option.title.fr not in note.closed, option.title.fr


@pytest.mark.parametrize("name", BLOCKED)
def test_what_closes_a_way_that_nobody_wants_is_no_reason_for_one_under_way(name: str) -> None:
    found = reading_report(name)
    (line,) = (each for each in case_in(READING / f"{name}.yaml").course.lines if each.state == "running")
    wanted = {route.id for route in line.outcome.routes if route.wanted}
    (question,) = (each for each in found.questions if each.id == line.question)
    others = [part.title for part in question.options if part.id not in wanted]
    told = [reason.text for reason in question.reasons]
    assert told
    assert not [said for said in told for title in others if title in said and "est écartée" in said]


@pytest.mark.parametrize("name", BLOCKED)
def test_what_is_prudent_holds_once_a_member_has_refused(name: str) -> None:
    """It was « sound out each one before it votes », of a member that had voted."""
    case, told = case_in(READING / f"{name}.yaml"), 0
    for progress in case.progress.values():
        for other in unblocking(progress):
            course = real_base().disputed[other.point].prudent_course
            assert course.fr.startswith("Si un EPCI refuse"), other.point
            assert course.en.startswith("If an EPCI refuses"), other.point
            told += 1
    assert told
