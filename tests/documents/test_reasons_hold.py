"""Reasons agree with the rest of the page: none counts on a way not taken, none says only that a thing is wanted."""

from petr_advisor.documents.model import Report
from petr_advisor.documents.model_note import Note
from tests.documents.conftest import EXAMPLES, READING, case_in, reading, real_report, report_of


def _reasons(report: Report, question: str) -> list[str]:
    return [reason.text for found in report.questions if found.id == question for reason in found.reasons]


def _told(note: Note) -> list[str]:
    """Give what a note says for its answers and for other ways."""
    return [*(reason.text for reason in note.reasons), *(plea for way in note.ways for plea in way.pleas)]


def _pleas(report: Report, option: str, mark: str = "without_effect") -> dict[str, bool]:
    """Give the arguments for an option, each with whether what it counts on is not taken, or another mark."""
    options = (each for question in report.questions for each in question.options if each.id == option)
    return {merit.text: getattr(merit, mark) for each in options for merit in each.merits if merit.favours}


def test_contracts_that_the_course_does_not_take_are_no_reason_for_the_petr() -> None:
    report = report_of(case_in(READING / "association-votes-prevus-2026.yaml", "where-the-scheme-ends"))
    pleas = _pleas(report, "creation")
    (without_effect,) = (text for text, nowhere in pleas.items() if nowhere)
    assert "contrats" in without_effect
    said = _reasons(report, "evolution")
    assert said
    assert without_effect.rstrip(".") not in {text.rstrip(".") for text in said}


def test_contracts_that_nobody_asked_about_may_be_a_reason() -> None:
    pleas = _pleas(real_report("loire-beauce#closed", "fr"), "creation")
    assert any("contrats" in text for text in pleas)
    assert not any(pleas.values())


def test_that_it_is_wanted_is_told_as_such_and_not_as_a_condition_of_the_law() -> None:
    report = reading("petr-dissolution-scot-2026")
    first = _reasons(report, "life")[0]
    assert first.startswith("C’est le choix envisagé, dont le dossier ne donne pas la raison")
    told = [text for question in report.questions for text in _reasons(report, question.id)]
    assert not any("les membres envisagent" in text for text in told)


def test_a_choice_of_each_member_that_nobody_wants_is_no_reason_for_a_power() -> None:
    case = case_in(READING / "petr-competence-majorite-atteinte-2026.yaml").about(("life", "governance"))
    held = {}
    for wanted in ("in_statutes", "not_wanted"):
        answered = case.answer("governance.a_la_carte", wanted)
        options = (each for line in answered.course.of("life") for each in line.weighed if each.id == "life-new-power")
        merits = (merit for each in options for merit in each.merits)
        held[wanted] = [found.holds for found in merits if found.merit.norms == ("petr.competence.a-la-carte",)]
    assert held == {"in_statutes": [True], "not_wanted": [False]}


def test_a_power_that_another_body_bears_is_not_told_as_held_by_those_who_give_it() -> None:
    """They are competent by law, and nobody is asked whether they are; what it is for comes before how it is done."""
    report = reading("petr-transfert-scot-2026")
    (first, second, *_) = _reasons(report, "life")
    assert "Un même établissement tient le SCoT et le projet de territoire" in first
    assert "le même jour" in second
    assert not any("chaque EPCI détient" in text for found in report.questions for text in _reasons(report, found.id))
    assert "détient-il la compétence à transférer" not in report.model_dump_json()


def test_what_the_plan_is_too_late_for_is_not_the_reason_told() -> None:
    """The only contract that the PETR would sign misses the day aimed at: the project and the SCoT are left."""
    report = report_of(case_in(EXAMPLES["loire-beauce"]))
    (late,) = (text for text, too_late in _pleas(report, "l5741-4", "too_late").items() if too_late)
    assert "contrats" in late
    (first, *_) = _reasons(report, "evolution")
    assert "projet de territoire" in first
    assert "SCoT" in first
    note = report.note
    assert note is not None
    assert [text for text in _told(note) if late in text] == []


def test_what_the_plan_is_in_time_for_is_still_the_reason_told() -> None:
    """Without the day that the State aims at, the contract is reached: what the PETR opens the way to comes first."""
    case = case_in(EXAMPLES["loire-beauce"])
    kept = case.about(("evolution", "scot", "project"))
    (first, *_) = _reasons(report_of(kept), "evolution")
    assert "cadre des contrats" in first
