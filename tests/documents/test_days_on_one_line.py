"""In narrow columns a date is not cut between its day and its month."""

from petr_advisor.documents.renderers.days import unbroken


def test_a_day_stays_with_its_month() -> None:
    for said in ("le 30 septembre 2017", "le 1er mai 2021", "1 May 2021"):
        before, after = unbroken(said).split("\N{NO-BREAK SPACE}")
        assert f"{before} {after}" == said


def test_other_figures_are_left_alone() -> None:
    assert unbroken("12 membres, 3 mars") == "12 membres, 3\N{NO-BREAK SPACE}mars"
