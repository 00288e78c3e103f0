"""An act waits, as by habit, for those of other procedures that caution puts before it, where the plan has them."""

from petr_advisor.documents.model_note import NoteVote
from tests.documents.conftest import READING, reading_note
from tests.planning.plans import plans

NAME = "petr-dissolution-scot-leader-2026"
ENDS, TAKEN_OVER = "petr-dissolution-by-agreement/votes", "scot-dedicated-syndicate/ask-syndicate-whose"


def test_the_end_of_the_powers_is_asked_for_once_who_takes_the_scot_over_is_known() -> None:
    """The risk told « first have each EPCI vote on the new lead body », a month after the vote on the end."""
    seen = 0
    for name, _, plan in plans([READING / f"{NAME}.yaml"]):
        tasks = {task.id: task for task in plan.tasks}
        if TAKEN_OVER in tasks and ENDS in tasks:
            seen += 1
            assert tasks[TAKEN_OVER].soonest < tasks[ENDS].soonest, name
            assert tasks[TAKEN_OVER].latest < tasks[ENDS].latest, name
    assert seen


def _votes(name: str) -> tuple[NoteVote, ...]:
    return reading_note(name).votes


def test_the_vote_that_members_have_begun_stands_in_the_first_table() -> None:
    """One council alone is left to vote, and all hangs on it: later than others, it is no less what is asked."""
    [begun] = [vote for vote in _votes(NAME) if vote.begun]
    assert begun.first
    assert "CC du Plateau" in begun.who
    assert min(vote.soonest for vote in _votes(NAME) if vote.first) < begun.soonest


def test_once_a_member_has_refused_the_row_says_what_is_left_of_the_majority() -> None:
    """Consent of all was still proposed three weeks after an express refusal."""
    [begun] = [vote for vote in _votes(NAME) if vote.begun]
    assert sum("reste la demande motivée" in said for said in begun.how) == 1
    others = [vote for vote in (*_votes(NAME), *_votes("petr-dissolution-scot-2026")) if not vote.begun]
    assert [vote.does for vote in others for said in vote.how if "reste la demande motivée" in said] == []


def test_where_who_has_refused_is_needed_again_the_note_says_what_then() -> None:
    stops = [stop.text for stop in reading_note(NAME).stops]
    assert sum("CC de l’Aval a refusé" in text and "autre repreneur" in text for text in stops) == 1
    assert sum("autre repreneur" in text for text in stops) == 1
