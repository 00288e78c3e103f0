"""What may stop a course is first what is known of the case, in order of time; what may not be needed comes last."""

import pytest

from petr_advisor.documents.model_note import Note

from .conftest import EXAMPLES, READING, case_in, reading_note, report_of
from .test_formats import squeezed

EXIT = "petr-retrait-contrats-2026"
SYNDICATE = "syndicat-d-office-vote-ouvert-2014"
ASSOCIATION = "association-votes-prevus-2026"


def note(name: str) -> Note:
    """Give the note of a case of `scenarios/reading`."""
    found = report_of(case_in(READING / f"{name}.yaml"), "fr").note
    assert found is not None
    return found


def stops(name: str) -> list[str]:
    """Give what may stop it, without spaces."""
    return [squeezed(stop.text) for stop in note(name).stops]


@pytest.mark.parametrize("does", ["se prononce sur la modification", "approuve le projet"])
def test_who_refuses_what_is_under_way_can_stop_what_follows_it(does: str) -> None:
    """Two EPCIs have refused to be a PETR: no statutes and no project will pass without them either."""
    (said,) = [text for text in stops(SYNDICATE) if squeezed(does) in text]
    assert squeezed("a déjà voté contre") in said or squeezed("ont déjà voté contre") in said


def test_the_contract_signed_with_who_leaves_stands_before_what_may_not_be_needed() -> None:
    found = stops(EXIT)
    assert any(squeezed("Faire signer un contrat à l’EPCI dont le retrait est en cours") in said for said in found)
    assert not any(squeezed("Rien ne se fait sans l’accord de") in said for said in found)


def test_votes_to_come_that_one_member_stops_are_in_order_of_time() -> None:
    days = [stop.guard for stop in note(ASSOCIATION).stops if stop.guard and "s’en assurer avant" in stop.guard]
    assert [squeezed(day) for day in days] == [
        squeezed(f"s’en assurer avant le {day}.") for day in ("10 décembre 2026", "17 septembre 2027")
    ]


def test_votes_that_need_the_same_members_are_one_danger() -> None:
    """Three of five dangers told again that each member has to agree: what the case has else was not told."""
    found = stops(ASSOCIATION)
    (votes,) = [said for said in found if squeezed("l’accord de chacun des membres") in said]
    first, second = (votes.index(squeezed(does)) for does in ("approuve le PAS", "sur le transfert du SCoT"))
    assert first < second
    assert squeezed("dans le délai de 3 mois") in votes
    assert not any(squeezed("le délai de 3 mois") in said for said in found if said != votes)


@pytest.mark.parametrize("said", ["porteur LEADER", "prise illégale d’intérêts"])
def test_what_the_answers_endanger_is_told_in_the_place_of_what_was_told_again(said: str) -> None:
    assert any(squeezed(said) in found for found in stops(ASSOCIATION))


def test_what_decides_whether_a_vote_is_needed_is_to_be_known_before_the_first_vote() -> None:
    """Whether each community of communes has its communes' agreement bears on the day of effect: L. 5214-27."""
    (point,) = [point.what for point in note(ASSOCIATION).points if "ont-elles accepté" in point.what]
    assert squeezed("à savoir avant le 10 décembre 2026") in squeezed(point)


def test_what_a_petr_signs_with_no_agreement_is_a_danger_of_its_contracts() -> None:
    found = report_of(case_in(EXAMPLES["midi-quercy"]), "fr").note
    assert found is not None
    assert any("chef de file" in stop.text for stop in found.stops)


def test_what_to_make_sure_of_has_the_day_of_who_can_stop_it() -> None:
    """The meeting of 15 December is that of a member whose vote decides nothing."""
    first = note(EXIT).stops[0]
    assert squeezed(first.guard or "") == squeezed("s’en assurer avant le 30 décembre 2026.")


def test_a_vote_that_comes_too_late_is_made_sure_of_before_its_own_day() -> None:
    """The councils were to be made sure of before 15 March, for a vote that the plan has on 1 August at the soonest."""
    found = report_of(case_in(EXAMPLES["midi-quercy"]), "en")
    assert found.note is not None
    guards = [stop.guard for stop in found.note.stops if stop.guard and "make sure of it before" in stop.guard]
    assert squeezed("make sure of it before 1 August 2021.") in [squeezed(guard) for guard in guards]
    assert not any("15 March 2021" in guard for guard in guards)


def test_an_answer_that_nobody_votes_says_who_begins() -> None:
    """Two ways came first for the CPER, and no line of the note said who does what."""
    found = report_of(case_in(EXAMPLES["midi-quercy"]), "fr").note
    assert found is not None
    (cper,) = [answer for answer in found.answers if answer.question == "cper"]
    assert squeezed("D’abord, le PETR propose l’opération au préfet et à la région") in squeezed(cper.decision)
    assert "D’abord" in cper.parts[-1].words


def test_who_begins_an_answer_is_told_beside_it_and_not_after_another() -> None:
    """The agreement with the EPCIs seemed to wait for what is asked of the prefecture on a contract with the State."""
    (contracts,) = [
        each for each in reading_note("petr-projet-en-retard-cper-2026").answers if each.question == "contracts"
    ]
    (begun,) = [part.words for part in contracts.parts if "D’abord, le président" in part.words]
    assert "contrat de l’État" in begun
    assert "convention territoriale" not in begun
