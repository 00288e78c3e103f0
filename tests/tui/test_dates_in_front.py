"""Which legal dates stand first on the conclusions: those in danger are an alarm, those only at risk are not."""

from collections.abc import Iterator
from datetime import date

import pytest

from petr_advisor.documents.blocks import Block, words
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.layout.summary import breaches
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


def test_what_is_to_be_asked_before_a_scheme_ends_is_no_legal_date() -> None:
    """« 3 dates légales en danger » counted the question to ask of the region, told with the end of its contract."""
    pen = pen_of_every_way(held_to_the_end("a PETR with its SCoT, contracts and a shared support function"), "fr")
    plan = pen.report.roadmap
    assert plan is not None
    assert any("demander à la région" in term.ask for term in pen.report.terms)
    assert not any("demander à la région" in said for said in plan.warnings)
    first = next(line for line in course(pen) if line.target and line.target.kind == "dates")
    assert first.content.plain == "⚠ 3 dates légales en danger"


def test_what_is_late_comes_first_as_in_a_note() -> None:
    """« CC du Grand Langres : avoir un plan climat… En retard » was told by the note alone; far terms come last."""
    case = held_to_the_end("a PETR with its SCoT, contracts and a shared support function")
    held = pen_of_every_way(case.answer("petr.agreement_signed", "yes"), "fr")
    late, (near,) = "CC du Grand Langres : avoir un plan climat. En retard.", held.report.terms
    far = near.model_copy(update={"title": "Fin lointaine", "day": date(2040, 1, 1), "ask_by": None})
    pen = Pen("fr", report=held.report.model_copy(update={"overdue": (late,), "terms": (far, near)}))
    told = [line for line in course(pen) if line.target and line.target.kind == "breach"]
    begun = [each.content.plain.removeprefix("⚠ ") for each in told]
    assert begun[0].startswith(near.title)
    assert begun[1] == late
    assert begun[2].startswith("Fin lointaine")
    details = [plain_words(told_of(pen, line.target)) for line in told if line.target]
    assert late in details[1]
    assert "Fin lointaine" in details[2]
    note = [words(item.line) for block in breaches(pen) for item in getattr(block, "items", ())]
    assert [said == late for said in note] == [False, True]


def plain_words(blocks: Iterator[Block]) -> str:
    """The words of lists."""
    return " ".join(words(item.line) for block in blocks for item in getattr(block, "items", ()))


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
