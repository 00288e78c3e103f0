"""A proposal that a vote of another answer carries out says which, by whom and when: it has no row of its own."""

from pathlib import Path

import pytest

from petr_advisor.errors import PetrAdvisorError
from tests.documents.conftest import READING, case_in, reading_note, real_base, report_of
from tests.documents.test_formats import squeezed

SEATS = "sieges-illegaux-et-retrait-2026"
CASES = [READING / f"{SEATS}.yaml", *sorted(READING.glob("*.yaml"))[4::9]]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_proposal_that_a_plan_only_calls_for_says_with_what_it_is_voted(path: Path) -> None:
    try:
        report = report_of(case_in(path))
    except PetrAdvisorError:
        pytest.skip("nothing to tell of the case")
    plan, note, base = report.roadmap, report.note, real_base()
    if plan is None or note is None:
        pytest.skip("nothing is planned")
    planned = {task.id.partition("/")[0] for task in plan.tasks}
    beside = {group.number for group in plan.groups if group.id.startswith(("due", "breach/"))}
    mending = {task.number for task in plan.tasks if task.group in beside}
    called = {vote.id.partition("/")[0] for vote in plan.called if vote.task not in mending}
    told = {(answer.question, part.words): part.effect for answer in note.answers for part in answer.parts}
    for question in report.questions:
        for line in question.lines if question.id in {answer.question for answer in note.answers} else ():
            own = {name for key in line.options for name in base.options[key].procedures}
            acts = [act for name in own for act in base.procedures[name].acts.values() if act.calls]
            shared = any(called & {*act.calls.names} for act in acts if act.calls)
            if line.state == "proposed" and shared and not own & planned:
                effect = next((said for (of, words), said in told.items()
                               if of == question.id and words.startswith(line.decision)), None)  # fmt: skip
                assert effect is not None, line.options


def test_the_mission_is_added_to_the_agreement_by_its_amendment() -> None:
    """It had neither body, nor vote, nor day, where `explain` knew its first act."""
    (answer,) = (each for each in reading_note(SEATS).answers if each.question == "services")
    said = squeezed(answer.parts[0].effect or "")
    assert squeezed("fait modifier par avenant la convention territoriale") in said
    assert squeezed("les assemblées des parties au service concluent la convention territoriale, ou y ajoutent") in said
    assert squeezed("entre le 4 décembre 2027") in said


def test_what_has_its_own_acts_says_nothing_of_another_vote() -> None:
    for answer in reading_note("petr-transfert-scot-2026").answers:
        assert not any(squeezed("Un seul vote") in squeezed(part.effect or "") for part in answer.parts)


def test_what_mends_the_seats_of_today_is_no_vote_on_those_of_later() -> None:
    (answer,) = (each for each in reading_note(f"{SEATS}#two-remain").answers if each.question == "governance")
    assert not any(squeezed("qui « fait modifier les sièges") in squeezed(part.effect or "") for part in answer.parts)
