"""Which legal dates stand first on the conclusions: those in danger are an alarm, those only at risk are not."""

from collections.abc import Iterator

import pytest

from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.texts import pen_of_every_way
from petr_advisor.tui.conclusions import course, told_of
from petr_advisor.words.texts import Language
from tests.tui.test_checklists import held_to_the_end

WORDS = {"fr": ("en danger", "à risque"), "en": ("in danger", "at risk")}
STATES = {"fr": ("à risque", "hors d’atteinte"), "en": ("at risk", "out of reach")}


def first_lines(pen: Pen) -> Iterator[str]:
    """The lines on legal dates."""
    yield from (line.content.plain for line in course(pen) if line.target and line.target.kind == "dates")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_dates_met_unless_everything_drags_are_no_alarm(language: Language) -> None:
    """An association that has started nothing reads none; its two dates are told in a calm line."""
    pen = pen_of_every_way(held_to_the_end("an association of real members"), language)
    plan = pen.report.roadmap
    assert plan is not None
    assert plan.at_risk == len(plan.warnings) == 2
    (line,) = first_lines(pen)
    assert line.startswith("· 2 ")
    assert WORDS[language][1] in line
    assert WORDS[language][0] not in line


def test_dates_in_danger_are_counted_alone() -> None:
    pen = pen_of_every_way(held_to_the_end("a PETR with its SCoT, services and contracts"), "fr")
    plan = pen.report.roadmap
    assert plan is not None
    danger = len(plan.warnings) - plan.at_risk
    first = next(line for line in course(pen) if line.target and line.target.kind == "dates")
    assert first.content.plain == f"⚠ {danger} dates légales en danger"
    assert first.target is not None
    assert sum(len(getattr(block, "items", ())) for block in told_of(pen, first.target)) == danger


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_date_in_danger_is_a_sentence_one_reads_once(language: Language) -> None:
    """Its state and three acts to shorten stood between brackets, over eight lines of a terminal."""
    first = {"fr": "à raccourcir d’abord", "en": "to shorten first"}[language]
    for held in ("an association of real members", "a PETR with its SCoT, services and contracts"):
        plan = pen_of_every_way(held_to_the_end(held), language).report.roadmap
        assert plan is not None
        for warning in plan.warnings:
            assert not any(f"({state}" in warning for state in STATES[language])
            assert ";" not in warning.partition(first)[2], warning
