"""What nobody knows to be kept, though the law has acted on its loss, is told first; what is lost is told as it is."""

from .conftest import READING, case_in, report_of

CASE = case_in(READING / "association-scot-six-ans-inconnu-2026.yaml")
VOTED = "scot.review_voted"


def test_a_scheme_that_may_have_lapsed_is_to_be_checked_first() -> None:
    (part,) = report_of(CASE).breaches
    assert part.title.startswith("À vérifier avant toute décision")
    assert "depuis le 11 décembre 2025" in (part.by_law or "").replace("\u00a0", " ")
    assert part.citations


def test_nothing_is_to_be_checked_once_the_vote_is_known() -> None:
    assert not report_of(CASE.answer(VOTED, "yes")).breaches


def test_what_is_lost_is_told_as_it_is() -> None:
    (part,) = report_of(CASE.answer(VOTED, "no")).breaches
    assert part.title.replace("\u00a0", " ") == "Le SCoT n’a pas été maintenu dans ses six ans."
