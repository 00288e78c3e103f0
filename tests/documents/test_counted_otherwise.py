"""A legal time that another reading counts from another act of the plan: its day and what it changes are told."""

from datetime import date

from petr_advisor.planning.roadmap import roadmap

from .conftest import EXAMPLES, case_in, report_of

APPROVAL = "project-updated/expressly-approves-updated"
SPAN = "entre le 23 septembre 2018 et, avec les durées les plus longues, le 28 février 2019"


def test_the_other_reading_counts_twelve_months_from_the_act_of_the_plan_that_it_names() -> None:
    case = case_in(EXAMPLES["loire-beauce"])
    plan = roadmap(case, case.as_of)
    installed = plan.task("petr-transformation/install")
    (legal,) = plan.task(APPROVAL).legal
    assert legal.otherwise is not None
    assert (legal.otherwise.first, legal.otherwise.day) == (
        installed.soonest.replace(year=installed.soonest.year + 1),
        installed.latest.replace(year=installed.latest.year + 1),
    )
    assert (legal.state, legal.kept_otherwise, legal.missed_otherwise) == ("at_risk", True, False)


def test_the_note_and_the_warnings_say_that_the_other_reading_is_kept() -> None:
    report = report_of(case_in(EXAMPLES["loire-beauce"]))
    assert report.note is not None
    assert report.roadmap is not None
    dangers = [each.danger or "" for each in report.note.dates if each.first == date(2018, 7, 23)]
    for said in (*dangers, *(each for each in report.roadmap.warnings if "23 juillet 2018" in plain(each))):
        assert f"{SPAN} selon une autre lecture, discutée, que ces durées permettent de tenir" in plain(said)
    assert len(dangers) == 1


def test_an_answer_whose_last_day_is_counted_otherwise_by_another_reading_is_disputed() -> None:
    report = report_of(case_in(EXAMPLES["loire-beauce"]))
    (project,) = [question for question in report.questions if question.id == "project"]
    sure = project.lines[0].sure
    assert sure is not None
    assert sure.label == "disputed"


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")
