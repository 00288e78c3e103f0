"""A condition beneath a way under way that nobody has looked into is told first, with its cure and its point of law."""

from tests.documents.conftest import READING, case_in, report_of

OPEN = READING / "syndicat-ouvert-transformation-2026.yaml"


def test_what_nobody_knows_of_the_body_that_votes_is_the_first_line() -> None:
    (found,) = [each for each in report_of(case_in(OPEN)).breaches if each.key == "l5741-4/closed-regime"]
    assert "régime fermé" in found.title
    assert found.mended is not None
    assert "constatée par arrêté" in found.mended
    assert "Point de droit discuté" in found.mended


def test_what_is_known_to_be_so_is_not_told() -> None:
    case = case_in(OPEN).answer("structure.statutes_aligned", "yes")
    assert not [each for each in report_of(case).breaches if each.key == "l5741-4/closed-regime"]
