"""Two sharings of seats: what may be voted at the same meetings and what comes after the effect are told together."""

import pytest

from petr_advisor.words.voice import Voice
from tests.documents.conftest import reading_note, reading_report
from tests.documents.test_formats import squeezed

SEATS = "sieges-illegaux-et-retrait-2026"


def test_the_second_sharing_is_ready_in_time_if_voted_with_the_first() -> None:
    """The first page let both be voted together, the second put one after the effect, and nothing joined them."""
    said = squeezed(reading_note(SEATS).effect_first or "")
    assert said.count(squeezed("Plus simple : le voter aux séances où")) == 1
    plan = reading_report(SEATS).roadmap
    assert plan is not None
    effect = next(task for task in plan.tasks if task.number == plan.effect)
    first = [task for task in plan.tasks if squeezed(task.title) in said and task.number not in effect.better_after]
    assert [task for task in first if task.latest > effect.latest or task.soonest > effect.soonest] == []


@pytest.mark.parametrize("name", [SEATS, "petr-membres-fusionnent-2016"])
def test_the_days_of_sessions_shared_by_two_answers_are_those_of_the_votes(name: str) -> None:
    """One note gave the end of the whole step, months after its sessions; the other one counted those."""
    plan, note = reading_report(name).roadmap, reading_note(name)
    assert plan is not None
    told = [note.effect_first or "", *(part.effect or "" for answer in note.answers for part in answer.parts)]
    told = [
        squeezed(text) for text in told if "aux séances où" in text or ("une étape de" in text and "sièges" in text)
    ]
    days = [day for vote in plan.called if vote.id.startswith("seats-change/") and vote.before_end
            for day in vote.to_hold]  # fmt: skip
    between = squeezed(f"entre le {Voice('fr').day(min(days))} et le {Voice('fr').day(max(days))}")
    assert told != []
    assert [text for text in told if between not in text] == []


def test_one_sharing_alone_is_joined_to_no_other() -> None:
    said = reading_note(f"{SEATS}#within-the-bounds").effect_first or ""
    assert squeezed("Plus simple : le voter") not in squeezed(said)
