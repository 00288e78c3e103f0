"""A vote names its body and its object: of two committees which one, of a dissolution whose, of a transfer of what."""

from petr_advisor.documents.model_note import Note

from .conftest import READING, case_in, note_of
from .test_formats import squeezed

TRANSFER, DISSOLUTION = "petr-transfert-scot-2026", "petr-dissolution-scot-leader-2026"
NO_REASON = "petr-dissolution-scot-2026"


def _note(name: str) -> Note:
    return note_of(case_in(READING / f"{name}.yaml"))


def test_two_committees_in_one_note_have_each_its_name() -> None:
    handed_over = note_of(case_in(READING / f"{TRANSFER}.yaml").answer("scot.handover", "services"))
    committees = {vote.who for vote in handed_over.votes if "comité" in vote.who.casefold()}
    assert "Le comité syndical" not in committees
    assert {"Le comité du syndicat qui remet ses services", "Le comité syndical du PETR"} <= committees


def test_a_dissolution_called_by_a_transfer_says_of_what() -> None:
    """The line just above is for something else: it says again what it is for, and points at nothing."""
    said = [(vote.does, vote.purpose or "") for vote in _note(TRANSFER).votes]
    (place,) = (at for at, (does, _) in enumerate(said) if does.startswith("consent à dissoudre"))
    assert not said[place - 1][1]
    assert "l’ancien porteur du SCoT" in said[place][1]


def test_a_transfer_says_that_it_is_of_a_power() -> None:
    told = [vote.does for vote in _note(TRANSFER).votes if "transfert" in vote.does]
    assert not any(does.endswith("le transfert") or "transfert et" in does for does in told)


def test_who_pays_the_staff_of_a_body_dissolved_is_told_with_money() -> None:
    money = _note(DISSOLUTION).money
    assert money is not None
    said = squeezed(" ".join(money.said))
    assert squeezed("tous les agents du PETR sans repreneur") in said
    assert squeezed("l’avis du comité du personnel a été donné, ou le sera, avant le vote") in said


def test_who_takes_leader_over_is_to_be_found_and_feared() -> None:
    note = _note(DISSOLUTION)
    assert any(point.what.startswith("Qui reprend le programme LEADER") for point in note.points)
    assert any("sans avoir désigné qui reprend le programme" in stop.text for stop in note.stops)


def test_nothing_against_staying_merely_denies_the_end_proposed() -> None:
    against = [said for way in _note(DISSOLUTION).ways if way.kind == "staying" for said in way.against]
    assert against
    assert not any("ne prend pas fin" in said for said in against)


def test_the_vote_of_the_answer_that_members_have_begun_is_among_the_first_and_has_a_guard() -> None:
    """Two votes come before it, and are to: the first rows are read in order of time."""
    note = _note(DISSOLUTION)
    first = note.votes[:3]
    assert [vote.soonest for vote in first] == sorted(vote.soonest for vote in first)
    assert first[-1].does.startswith("consent à dissoudre")
    assert squeezed(note.stops[0].guard or "") == squeezed("s’en assurer avant le 27 avril 2027.")


def test_the_reason_of_a_choice_that_has_none_is_the_first_point_to_find_out() -> None:
    first, *others = _note(NO_REASON).points
    assert "raison du choix envisagé" in first.what
    assert not any("raison du choix" in point.what for point in (*others, *_note(TRANSFER).points))
