"""Who a vote needs is told as of its day; what anybody may block is in a table; days are those to be counted."""

from functools import cache

import pytest

from petr_advisor.documents.model import Report
from petr_advisor.documents.model_note import Note

from .conftest import EXAMPLES, READING, case_in, report_of
from .test_formats import squeezed

EXIT = "petr-retrait-contrats-2026"
SYNDICATE = "syndicat-d-office-vote-ouvert-2014"
ASSOCIATION = "association-votes-prevus-2026"


@cache
def told(name: str) -> Report:
    """Give the report of a case of `scenarios/reading`, or of an example."""
    return report_of(case_in(EXAMPLES.get(name) or READING / f"{name}.yaml"), "fr")


def note(name: str) -> Note:
    """Give its note."""
    found = told(name).note
    assert found is not None
    return found


def test_who_remains_is_named_for_a_vote_after_an_exit() -> None:
    (vote,) = [vote for vote in note(EXIT).votes if squeezed("approuve le projet révisé") in squeezed(vote.does)]
    said = squeezed(" ".join(vote.how))
    assert squeezed("chacun des membres d’alors (CC du Causse Nord ; CC de la Vallée ; CC du Ségala)") in said
    assert squeezed("CC des Marches") not in said


def test_what_any_member_may_block_is_in_a_table() -> None:
    """The transfer of the SCoT, for which caution asks for everybody, was among « other votes »."""
    votes = note("loire-beauce").votes
    (vote,) = [each for each in votes if squeezed("sur le transfert du SCoT") in squeezed(each.does)]
    assert vote.lost_by_one


def test_a_first_day_without_session_that_ends_a_legal_time_leaves_the_day_before() -> None:
    said = note(ASSOCIATION).no_session
    assert said is not None
    assert squeezed("compter celui qui précède : 17 mai 2027") in squeezed(said)
    other = note("midi-quercy").no_session
    assert other is not None
    assert squeezed("Là où un délai légal") not in squeezed(other)


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("loire-beauce", ["23 juillet 2017"]),  # the three months of the members end at the shortest, among the dates
        (ASSOCIATION, ["17 octobre 2027", "17 avril 2028"]),  # a vote among the dates; the end told in a row of votes
    ],
)
def test_each_day_told_of_a_vote_is_looked_at(name: str, days: list[str]) -> None:
    """The note said that it names these days, and left out the ends of legal times."""
    said = squeezed(note(name).no_session or "")
    assert [day for day in days if squeezed(day) not in said] == []


def test_the_end_of_a_legal_time_at_the_shortest_is_no_first_day() -> None:
    """The note told the members to vote on the day after the last of their three months."""
    said = squeezed(note("loire-beauce").no_session or "")
    assert squeezed("compter celui qui précède : 23 juillet 2017") in said


def test_those_who_have_not_voted_are_no_example_where_no_others_would_do() -> None:
    said = squeezed(" ".join(note(SYNDICATE).underway))
    assert squeezed("par un vote ou par le silence : CC du Marais et CC du Plateau") in said


def test_the_body_that_signs_is_who_has_to_sign_before_the_end() -> None:
    asked = [term.ask for term in told(EXIT).terms if "Occitanie" in term.title]
    assert asked
    assert all(squeezed("le PETR – signer ce jour") in squeezed(said or "") for said in asked)
