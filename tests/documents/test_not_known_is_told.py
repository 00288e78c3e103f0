"""What somebody said not to know is told in the note, with where to find it, though no answer turns on it."""

from petr_advisor.consulting.consultation import Consultation

from .conftest import READING, case_in, report_of

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
