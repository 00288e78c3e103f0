"""What is late on the day of the consultation is said to be late wherever it is told, of each of those who owe it."""

import pytest

from petr_advisor.documents.blocks import Bullets, Heading, words
from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.layout.document import document_of
from petr_advisor.documents.model import Report
from petr_advisor.documents.renderers.to_md import write
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.sizes import SIZES, Size

from .conftest import EXAMPLES, MADE_ON, READING, case_in, reading_report

LATE = "Late unless it is done: the last day was 31 December 2018."
BOTH = "CC Quercy Vert-Aveyron; CC du Quercy Caussadais"


def midi_quercy(size: Size = "file") -> Report:
    return build(case_in(EXAMPLES["midi-quercy"]), "en", Adviser(), MADE_ON, extent=extent_of(size))


@pytest.mark.parametrize("size", SIZES)
def test_each_document_tells_once_what_is_late_beside_the_question(size: Size) -> None:
    """No plan is expected to meet it, nobody said that it is not met: it comes after what is to be decided."""
    report = midi_quercy(size)
    (late,) = report.overdue_aside
    assert not report.overdue
    said = late.replace("\u00a0", " ")
    assert said.startswith(f"{BOTH}: have a climate plan")
    assert said.endswith(LATE)
    assert write(document_of(report)).decode().count(late) == 1


def test_what_is_late_beside_the_question_comes_after_the_answers_whatever_comes_first() -> None:
    """It is one member's own affair: it took a line of the first page from what is to be decided."""
    case = case_in(READING / "petr-dissolution-scot-leader-2026.yaml")
    report = build(case, "fr", Adviser(), MADE_ON, extent=extent_of("note"))
    alone = reading_report("petr-retrait-2026")
    assert breaches_first(report)
    for each in (report, alone):
        assert each.overdue_aside[0] not in breaches_first(each)
        written = write(document_of(each)).decode()
        assert written.index(each.overdue_aside[0]) > written.index("Ce qui est demandé")


def breaches_first(report: Report) -> list[str]:
    """Give the lines of what is to be put right first."""
    blocks = document_of(report).blocks
    places = [n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.id == "breaches-first"]
    found = [blocks[place + 1] for place in places]
    return [words(item.line) for block in found if isinstance(block, Bullets) for item in block.items]


def test_what_was_said_not_to_be_done_is_to_be_put_right_first_and_once() -> None:
    """The climate plan is wished for at the scale of the SCoT, and members were said to have none."""
    report = reading_report("transformation-bloquee-scot-garde-2026")
    (late,) = report.overdue
    assert not report.overdue_aside
    assert "plan climat" in late
    assert report.note is not None
    assert not [said for said in report.note.pressing if "plan climat" in said]


def test_a_day_gone_by_is_no_day_to_come_of_a_first_act() -> None:
    report = midi_quercy()
    (scot,) = [question for question in report.questions if question.id == "scot"]
    first = scot.next_steps[0]
    assert (first.who.replace("\u00a0", " "), first.late) == (BOTH, True)
    said = write(document_of(midi_quercy("report"))).decode().replace("\u00a0", " ")
    assert "by 31 December 2018" not in said.replace("otherwise by 31 December 2018", "")


def test_what_is_still_to_come_is_not_late() -> None:
    report = midi_quercy()
    assert [duty.rule for duty in report.duties if duty.late] == ["scot.climate-plan-obligation"] * 2


@pytest.mark.parametrize("size", SIZES)
def test_an_agreement_missing_once_the_project_is_approved_is_to_be_put_right_first(size: Size) -> None:
    case = case_in(EXAMPLES["midi-quercy"])
    (part,) = [each for each in midi_quercy(size).breaches if each.key == "agreement.conclude.petr"]
    assert "territorial agreement" in part.title
    assert part.by_law is not None
    signed = case.answer("petr.agreement_signed", "yes")
    assert all(each.id != part.key for each in signed.duties)
