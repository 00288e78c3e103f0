"""What somebody said not to know is told in the note, with where to find it, though no answer turns on it."""

from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.layout.options import in_full
from petr_advisor.documents.renderers.text import text
from petr_advisor.documents.texts import pen_of_every_way
from petr_advisor.inference.engines import engine

from .conftest import READING, case_in, real_base, report_of

CASE = READING / "petr-retrait-2026.yaml"


def _asked(case: Consultation) -> list[str]:
    note = report_of(case).note
    assert note is not None
    return [point.what for point in note.points]


def test_an_answer_not_known_is_to_be_found_out() -> None:
    case = case_in(CASE)
    question = case.base.facts["exit.terms_agreed"].ask
    assert question is not None
    said = question.text.fr.replace("'", "’").rstrip(" ?\u00a0")
    assert any(said[:40] in each for each in _asked(case.dont_know("exit.terms_agreed")))
    assert not any(said[:40] in each for each in _asked(case.answer("exit.terms_agreed", "yes")))


def test_where_anything_is_possible_nothing_is_told_of_it() -> None:
    """« Still possible: open, conditional, closed » says nothing."""
    pen = pen_of_every_way(Consultation.start(real_base(), date(2026, 11, 24), ["evolution"], engine("native")), "fr")
    ways = [option for question in pen.report.questions for option in question.options]
    told = {option.id: "encore possible" in text(tuple(in_full(pen, option))) for option in ways}
    undetermined = [option for option in ways if option.status == "undetermined"]
    assert {len(option.possible) for option in undetermined} == {2, 3}
    assert all(told[option.id] is (len(option.possible) == 2) for option in undetermined)
