"""A vote asked for after a first one of the same procedure says so, and what the first came to, on the first page."""

from collections.abc import Iterator
from datetime import date

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.model_note import Note, NoteVote
from petr_advisor.procedures.again import ENDED

from .conftest import READING, case_in, note_of, reading_note, real_base
from .test_formats import squeezed

AFTER_A_FAILURE = (
    "association-refus-a-trois-2026",
    "petr-competence-actes-d-une-autre-voie-2026#own-way",
    "petr-entree-hors-delai-2026",
    "petr-restitution-refusee-2026",
    "petr-retrait-refuse-conditions-signees-2026",
    "transformation-refusee-pays-2015#peut-revenir",
)
"""Cases whose attempt is over, and which ask for another one."""
SILENT = "petr-transfert-scot-2026"


def on_page_one(note: Note) -> list[NoteVote]:
    return [vote for vote in note.votes if vote.first or len(note.asked) == 1]


def failed(case: Consultation) -> Iterator[str]:
    """Give what is voted in the acts recorded by which an attempt is over."""
    for key, told in case.progress.items():
        for name in told.progress.decided_by if told.progress.state in ENDED else ():
            yield squeezed(case.base.procedures[key].acts[name].does.fr).replace("'", "’")


def seconds(note: Note) -> list[str]:
    return [squeezed(vote.does) for vote in on_page_one(note) if "Second vote" in " ".join(vote.how)]


@pytest.mark.parametrize("name", AFTER_A_FAILURE)
def test_what_is_voted_again_after_an_attempt_that_failed_is_a_second_vote(name: str) -> None:
    file, _, variant = name.partition("#")
    case = case_in(READING / f"{file}.yaml", variant or None)
    first = set(failed(case))
    assert first
    assert {does.lower() for does in seconds(reading_note(name))} == {does.lower() for does in first}


def test_a_vote_after_a_silence_that_has_ended_says_when_and_who_did_not_refuse() -> None:
    (vote,) = (vote for vote in on_page_one(reading_note(SILENT)) if vote.anew)
    (said,) = (squeezed(text) for text in vote.how if text.startswith("Second vote"))
    assert squeezed("clos le 20 novembre 2026") in said
    assert squeezed("des EPCI sont restés silencieux") in said
    assert "transfertduSCoT" in squeezed(vote.does)


@pytest.mark.parametrize(
    "answers",
    [{"scot.transfer_votes": "not_started"}, {"scot.silence_ended_on": date(2027, 1, 20)}],
    ids=["nobody was asked", "the time still runs"],
)
def test_a_first_vote_is_no_second_one(answers: dict[str, object]) -> None:
    case = case_in(READING / f"{SILENT}.yaml")
    for fact, value in answers.items():
        case = case.answer(fact, value)
    assert seconds(note_of(case)) == []


def test_an_answer_that_tells_of_silence_has_the_day_on_which_it_ended() -> None:
    base = real_base()
    told = {
        f"{key}/{name}": act.told_by
        for key, procedure in base.procedures.items()
        for name, act in procedure.acts.items()
        if act.told_by
        and any(choice.votes == "some_silent" for choice in base.facts[act.told_by.fact].choices.values())
    }
    assert told
    assert [name for name, said in told.items() if said.ended_on is None] == []
