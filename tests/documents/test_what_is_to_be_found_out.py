"""What is first to be found out: the day of an event by law that comes first; never what an answer itself leads to."""

from petr_advisor.files.locations import examples_folder
from tests.documents.conftest import case_in, report_of


def test_the_term_of_a_gip_is_told_and_its_day_asked_for_first() -> None:
    case = case_in(examples_folder() / "evolution" / "traps" / "gip-term-of-unknown-day.yaml")
    report = report_of(case)
    (term,) = report.terms
    assert term.day is None
    assert "4 mois avant ce jour" in term.ask
    assert report.settle[0].fact == "structure.gip_ends_on"
    europe = next(question for question in report.questions if question.id == "europe")
    assert "jour qui reste à dire" in europe.decision


def test_beside_a_petr_proposed_nobody_is_asked_whether_one_is_planned() -> None:
    case = case_in(examples_folder() / "course" / "change-led-where-a-petr-is-proposed.yaml")
    assert case.course.lines[0].option is not None
    assert case.course.lines[0].option.id == "creation"
    assert "structure.petr_planned" in {question.fact for question in case.agenda.questions}
    assert "structure.petr_planned" not in {part.fact for part in report_of(case).settle}


def test_the_answers_that_are_missing_are_named() -> None:
    """« 2 réponses manquent » says which, as it does of disputed points and of other subjects."""
    case = case_in(examples_folder() / "course" / "change-led-where-a-petr-is-proposed.yaml")
    parts = [line.sure for question in report_of(case).questions for line in question.lines if line.sure]
    missing = [(sure, part) for sure in parts for part in sure.missing if part.kind == "answers"]
    assert missing
    for sure, part in missing:
        label = case.base.facts[part.ids[0].partition("@")[0]].label.in_("fr")
        assert label in part.said
        assert part.said in sure.said
