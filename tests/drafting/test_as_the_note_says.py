"""A vote is by one majority, and silence is worth one thing, in the plan, the note and the drafts of a course."""

from typing import get_args

import pytest

from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.settings import Adviser
from petr_advisor.knowledge.acts import Silence
from petr_advisor.words.typography import no_capital
from petr_advisor.words.voice import Voice
from tests.documents.conftest import MADE_ON, real_base
from tests.drafting.conftest import case, drafts, words

CALLING = "reading/association-votes-prevus-2026"
ENTERING = "reading/petr-entree-sieges-projet-2026"


def test_the_transfer_of_the_scot_is_voted_by_the_majority_it_asks_for() -> None:
    """Entrusting the SCoT to a PETR asks each EPCI's agreement of its transfer."""
    report = build(case(CALLING), "fr", Adviser(), MADE_ON, extent=extent_of("note"))
    assert report.roadmap is not None
    asked = real_base().majorities["all-concordant"].label.fr
    told = {vote.majority for vote in report.roadmap.called if "transfert" in vote.does and "membre" in vote.who}
    told |= {task.majority for task in report.roadmap.tasks if task.id == "scot-transfer/members" and task.majority}
    assert told == {asked}


@pytest.mark.parametrize("name", [CALLING, ENTERING])
def test_what_silence_is_worth_is_told_alike(name: str) -> None:
    report = build(case(name), "fr", Adviser(), MADE_ON, extent=extent_of("note"))
    assert report.roadmap is not None
    worth = {task.id: no_capital(task.silence) for task in report.roadmap.tasks if task.silence and task.majority}
    telling = [Voice("fr").silence(silence) for silence in get_args(Silence)]
    made = [
        found for found in drafts(name).made if found.act in worth and any(said in words(found) for said in telling)
    ]
    assert made
    assert [found.name for found in made if worth[found.act] not in words(found)] == []


def test_no_seats_are_proposed_without_the_one_that_enters() -> None:
    report = build(case(ENTERING), "fr", Adviser(), MADE_ON, extent=extent_of("note"))
    assert report.note is not None
    assert report.governance is not None
    assert (report.note.seats, report.governance.total) == (None, None)
