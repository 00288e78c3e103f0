"""In the table of answers of a note, what is to be voted stands in strong letters, and nothing else does."""

import pytest

from petr_advisor.documents.blocks import Heading
from petr_advisor.documents.layout.document import document_of
from petr_advisor.documents.writing import render

from .conftest import reading, reading_note, reading_report

TOLD = {"done", "to_settle", "moot", "none", "conflict"}
"""Kinds of answer by which nothing is voted."""


@pytest.mark.parametrize("name", ["sieges-illegaux-et-retrait-2026", "petr-dechets-inconnu-2015"])
def test_each_theme_is_strong_where_there_is_something_to_vote(name: str) -> None:
    report = reading(name).model_copy(update={"size": "note"})
    assert report.note is not None
    text = render(report, ".md").decode()
    parts = [part for answer in report.note.answers for part in answer.parts]
    told = [part for part in parts if part.state in TOLD]
    assert told
    assert all(part.words in text and f"**{part.words}**" not in text for part in told)
    assert all(f"**{part.words}**" in text for part in parts if part not in told)


def test_a_vote_of_a_procedure_that_serves_many_ends_says_what_it_is_for() -> None:
    """The statutes are changed for the seats here: their name alone speaks of the head office."""
    votes = reading_note("transformation-doffice-votes-acquis-2015").votes
    (vote,) = [vote for vote in votes if vote.who.startswith("Le conseil") and "modification" in vote.does]
    assert "sièges" in (vote.purpose or "")


def test_beside_many_answers_the_votes_come_first() -> None:
    """The first answer and the votes fill a page; the other answers come after it."""
    document = document_of(reading_report("transformation-doffice-votes-acquis-2015"))
    order = [block.id for block in document.blocks if isinstance(block, Heading)]
    assert order.index("note-course") < order.index("note-asked") < order.index("note-others")


def test_what_goes_with_an_answer_still_to_be_settled_does_not_lead() -> None:
    """An entry is asked for and still to be settled: the seats that would follow it are not framed before it."""
    report = reading_report("petr-entree-non-tranchee-2026")
    assert report.note is not None
    assert report.note.answers[0].state == "to_settle"
    assert report.note.leading is None
    order = [block.id for block in document_of(report).blocks if isinstance(block, Heading)]
    assert order.index("note-course") < order.index("note-asked")
    assert "note-others" not in order


def test_what_begins_at_once_is_not_said_by_the_day_it_ends() -> None:
    first = reading_note("petr-fusion-scot-gal-2026").first_act or ""
    assert "région" in first  # what the day that is not kept waits for, before what has a year left
    assert "dès maintenant ; achevé" in first.replace("\N{NO-BREAK SPACE}", " ").replace(
        "\N{NARROW NO-BREAK SPACE}", " "
    )


def test_a_day_that_the_law_alone_gives_is_no_meeting() -> None:
    votes = reading_note("petr-fusion-scot-gal-2026").votes
    said = [vote.when for vote in votes if vote.soonest == vote.latest]
    assert said
    assert all(when.startswith("Au plus tard") and "hors d’atteinte" in when for when in said)
