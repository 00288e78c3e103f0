"""A proposal that a vote of another answer carries out says which, by whom and when: it has no row of its own."""

from tests.documents.conftest import reading_note
from tests.documents.test_formats import squeezed

SEATS = "sieges-illegaux-et-retrait-2026"


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
