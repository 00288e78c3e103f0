"""What warns of a proposal stands on the slide beside it: a room does not read the speaker's notes."""

import pytest

from petr_advisor.documents.model import Report
from petr_advisor.documents.model_note import NoteAnswer
from tests.documents.conftest import EXAMPLES, case_in, reading_report, report_of
from tests.documents.test_slides import deck, told, words


def loire() -> Report:
    return report_of(case_in(EXAMPLES["loire-beauce"]))


def _course(report: Report) -> str:
    return told(words(list(deck(report).slides)[1]))


@pytest.mark.parametrize("report", [loire(), reading_report("petr-dissolution-scot-leader-2026")])
def test_that_the_law_is_to_be_checked_is_on_the_first_slide(report: Report) -> None:
    assert report.cover.banner is not None
    assert told("Droit à vérifier avant d’agir") in told(words(next(iter(deck(report).slides))))


def test_that_what_is_proposed_may_still_change_is_in_the_title_of_its_slide() -> None:
    report = loire()
    assert report.provisional is not None
    title = list(deck(report).slides)[1].shapes.title.text_frame.text
    assert told(report.provisional.rstrip(".")).casefold() in told(title).casefold()


def _warned(report: Report) -> list[NoteAnswer]:
    assert report.note is not None
    return [answer for answer in report.note.answers if answer.marks]


@pytest.mark.parametrize("name", ["petr-transfert-scot-2026", "petr-fusion-et-partage-des-sieges-2016"])
def test_a_day_out_of_reach_stands_beside_the_proposal(name: str) -> None:
    report = reading_report(name)
    warned = [each for each in _warned(report) if each.late_days]
    assert warned
    assert all(told(said) in _course(report) for each in warned for said in each.late_days)


def test_who_has_refused_stands_beside_what_needs_its_agreement() -> None:
    report = reading_report("petr-dissolution-scot-leader-2026")
    (refused,) = [each.refused for each in _warned(report) if each.refused]
    assert told("CC de l’Aval a refusé ceci : dissoudre le PETR") in told(refused)
    assert told(refused) in _course(report)


def test_the_speaker_has_each_warning_in_full() -> None:
    report = reading_report("petr-transfert-scot-2026")
    notes = told(list(deck(report).slides)[1].notes_slide.notes_text_frame.text)
    warned = [said for each in _warned(report) for said in each.warnings]
    assert warned
    assert all(told(said) in notes for said in warned)
