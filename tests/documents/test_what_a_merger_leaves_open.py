"""The note of a PETR all of whose members merge: what may go wrong, what is asked first, what the heir takes over."""

import pytest

from petr_advisor.documents.model_note import Note
from petr_advisor.words.languages import LANGUAGES, Language

from .conftest import READING, case_in, note_of, reading_note, reading_report

MERGING = "petr-fusion-scot-gal-2026"


def _said(note: Note) -> str:
    return "\n".join(" ".join((stop.text, stop.guard or "")) for stop in note.stops).replace("\xa0", " ")


def test_votes_on_leader_out_of_reach_say_what_is_known_of_missing_them_and_whom_to_ask() -> None:
    said = _said(reading_note(MERGING))
    assert "sans que le comité de programmation du GAL et le comité syndical aient voté" in said
    assert "aucun texte lu ne dit qu’il peut s’en passer" in said
    assert "Écrire à la région avant de convoquer" in said


def test_a_scheme_left_with_nobody_to_follow_it_up_is_a_danger_of_the_merger() -> None:
    assert "Le SCoT est abrogé si aucun établissement public n’en assure le suivi" in _said(reading_note(MERGING))


def test_a_petr_that_bears_neither_has_neither_danger() -> None:
    case = case_in(READING / f"{MERGING}.yaml").answer("structure.leader_bearer", "no").answer("scot.bearer", "epci")
    said = _said(note_of(case))
    assert "GAL" not in said
    assert "SCoT est abrogé" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_says_whether_an_act_out_of_reach_is_done_already_is_asked_first(language: Language) -> None:
    note = reading_note(MERGING, language)
    kind = case_in(READING / f"{MERGING}.yaml").base.facts["scot.land_target_in"]
    assert kind.ask is not None
    assert note.points[0].what[:30].replace("’", "'") == kind.ask.text.in_(language)[:30].replace("’", "'")


def test_it_is_asked_no_more_once_said() -> None:
    note = note_of(case_in(READING / f"{MERGING}.yaml").answer("scot.land_target_in", "no"))
    assert not any("intègre-t-il déjà l’objectif" in point.what for point in note.points)


def test_what_members_that_end_owe_late_is_their_heirs_and_no_first_thing_to_read() -> None:
    note = reading_note(MERGING)
    assert not note.pressing
    assert not reading_report(MERGING).overdue
    (point,) = (point for point in note.points if "plan climat" in point.what)
    assert "l’EPCI issu de la fusion prend la suite" in point.what
