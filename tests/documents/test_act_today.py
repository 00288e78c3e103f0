"""A legal day a few days away, which the law's own delays still leave time for, comes first: act today."""

from datetime import date
from pathlib import Path

from petr_advisor.documents.blocks import Paragraph, words
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.layout.summary import page_of
from petr_advisor.documents.model import Report
from tests.documents.conftest import case_in, report_of
from tests.documents.test_what_may_stop import report

DOSSIER = Path(__file__).parents[2] / "examples" / "midi-quercy" / "dossier.yaml"


def squeezed(text: str) -> str:
    """Give a text with plain spaces and apostrophes."""
    return text.replace("\xa0", " ").replace("’", "'")


def _six_years_of_a_scot(as_of: date, *questions: str, **more: object) -> Report:
    members = [{"name": n, "kind": "cc", "population": p} for n, p in (("Haute", 24300), ("Basse", 16900))]
    return report(
        as_of=as_of,
        key_questions=[*questions, "scot"],
        members=members,
        answers={
            "structure.legal_form": "petr",
            "territory.scot_cover": "same",
            "scot.bearer": "structure",
            "scot.approved_on": date(2020, 10, 20),
            "scot.has_pas": False,
            "scot.land_target_in": True,
            **more,
        },
    )


def test_a_legal_day_in_a_week_is_what_comes_first_and_is_for_today() -> None:
    found = _six_years_of_a_scot(date(2026, 10, 12))
    (first,) = found.today
    assert "dernier jour le 20 octobre 2026" in squeezed(first.title)
    assert "agir aujourd'hui, convoquer qui doit voter, au besoin en urgence" in squeezed(first.does)
    assert found.roadmap is not None
    assert "agir aujourd'hui" in squeezed(found.roadmap.warnings[0])


def test_what_passing_the_day_does_is_told_with_it() -> None:
    (first,) = _six_years_of_a_scot(date(2026, 10, 12)).today
    assert "caduc" in first.does


def test_a_day_for_today_is_no_breach() -> None:
    assert _six_years_of_a_scot(date(2026, 10, 12)).breaches == ()


def test_a_question_without_an_act_sends_to_what_is_for_today() -> None:
    found = _six_years_of_a_scot(date(2026, 10, 12), "life", **{"petr.change_planned": "none"})
    life = found.questions[0]
    assert not life.next_steps
    page = page_of(Pen("fr", report=found), life)
    told = [squeezed(words(block.line)) for block in page if isinstance(block, Paragraph)]
    assert any(each.startswith("Aucun autre acte que ceux à régler") for each in told)
    alone = page_of(Pen("fr", report=found), life, "find-out.title")  # on the screen no such list stands above it
    told = [squeezed(words(block.line)) for block in alone if isinstance(block, Paragraph)]
    assert any("que donne le calendrier (p)" in each for each in told)


def test_what_is_to_be_done_today_is_told_once() -> None:
    found = _six_years_of_a_scot(date(2026, 10, 12))
    assert found.note is not None
    assert [late for answer in found.note.answers for late in answer.late] == []
    whole = squeezed(found.model_dump_json())
    assert whole.count("convoquer qui doit voter") == 1


def test_a_legal_day_far_enough_is_not_for_today() -> None:
    assert _six_years_of_a_scot(date(2026, 6, 12)).today == ()


def test_a_text_still_to_be_written_and_heard_of_is_not_for_today() -> None:
    """What takes a launch, a text, opinions and votes is not done by convening who votes last."""
    found = report_of(case_in(DOSSIER))
    assert found.roadmap is not None
    near = [day for task in found.roadmap.tasks for day in task.legal if day.state == "out_of_reach"]
    assert any(len(day.shorten) > 2 for day in near)
    assert found.today == ()
    assert all("aujourd" not in text for text in found.roadmap.warnings)
