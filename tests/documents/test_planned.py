"""The roadmap inside the documents: the same plan as the command's, in every format."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pypdf
import pytest

from petr_advisor.documents.blocks import Heading, PictureBlock
from petr_advisor.documents.build import build
from petr_advisor.documents.gantt import PAGE, gantt_pictures
from petr_advisor.documents.layout.document import lay_out
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.layout.plan import _when
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_roadmap import LegalDayPart
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.writing import render
from petr_advisor.inference.engines import engine
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.settings import PlanSettings
from petr_advisor.scenarios.loading import load_scenarios
from petr_advisor.words.typography import capital
from petr_advisor.words.voice import Voice
from tests.documents.conftest import EXAMPLES, MADE_ON, case_in, real_base, real_case, real_report, started
from tests.documents.page_checks import Page
from tests.documents.test_formats import squeezed

TRAPS = Path(__file__).parents[2] / "scenarios" / "scot" / "traps"

PLANNED = "marennes-oleron#confirmed"
"""A case with something to do."""


def test_a_plan_is_that_of_the_course_or_says_why_there_is_none(report: Report) -> None:
    """Every line with something to do is planned, from the date of law; a report without plan gives the reason."""
    plan = report.roadmap
    assert (plan is None) == (report.no_roadmap is not None)
    page = Page(render(report, ".html").decode())
    if plan is None:
        assert report.no_roadmap is not None
        assert report.no_roadmap in page.text
        return
    assert plan.start == report.cover.as_of
    assert plan.end == max(task.latest for task in plan.tasks if not task.beside)
    assert [task.number for task in plan.tasks] == list(range(1, len(plan.tasks) + 1))
    assert {task.number for task in plan.tasks if task.critical} == set(plan.critical_path)
    assert all(after < task.number for task in plan.tasks for after in task.after)
    assert all(task.citations and task.takes for task in plan.tasks)
    assert all(task.title[1:] in page.text for task in plan.tasks)
    assert all(text in page.text for text in (*plan.assumptions, *plan.warnings))


def test_the_plan_is_that_of_the_command() -> None:
    """Days, slack and legal days are those of the plan of the same course."""
    report = real_report(PLANNED, "fr")
    assert report.roadmap is not None
    plan = roadmap(real_case(PLANNED), report.cover.as_of)
    assert [(t.id, t.begins, t.soonest, t.latest, t.slack) for t in report.roadmap.tasks] == [
        (t.id, t.begins, t.soonest, t.latest, t.slack) for t in plan.tasks
    ]
    assert [(each.day, each.unmet) for each in report.roadmap.milestones] == [
        (each.day, each.unmet) for each in plan.key_dates
    ]
    assert [(each.day, each.state) for task in report.roadmap.tasks for each in task.legal] == [
        (each.day, each.state) for task in plan.tasks for each in task.legal
    ]


def test_every_format_holds_the_plan() -> None:
    """The chart is a picture with a text alternative in each format; the table names every actor and day."""
    report = real_report("loire-beauce#closed", "en")
    assert report.roadmap is not None
    text = squeezed("".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(render(report, ".pdf"))).pages))
    file = docx.Document(io.BytesIO(render(report, ".docx")))
    cells = "\n".join(cell.text for table in file.tables for row in table.rows for cell in row.cells)
    markdown = render(report, ".md").decode()
    for task in report.roadmap.tasks:
        assert squeezed(task.who) in text
        assert task.who in cells
        assert capital(task.takes) in cells
    assert [
        block for block in lay_out(report).blocks if isinstance(block, PictureBlock) and "gantt" in block.picture.id
    ]
    assert "Critical path" in markdown


def test_the_roadmap_stands_after_the_steps(report: Report) -> None:
    """When follows what."""
    ids = [block.id for block in lay_out(report).blocks if isinstance(block, Heading) and block.level == 1]
    assert ids.index("roadmap") == ids.index("steps") + 1


@pytest.mark.parametrize("members", [2, 60])
def test_a_chart_fits_on_a_page(members: int) -> None:
    """However many tasks there are, each picture is no taller than a page, and every task is on one of them."""
    rows = {f"m{n}": {"member.name": f"CC {n}", "member.kind": "cc", "member.population": 9000} for n in range(members)}
    case = started().list_entities("member", rows).answer("structure.legal_form", "closed_syndicate")
    plan = roadmap(case, date(2027, 1, 31), "l5741-4")
    pictures = gantt_pictures(plan, Voice("fr"))
    for picture in pictures:
        height = float(picture.svg.partition('height="')[2].partition('"')[0])
        assert height <= PAGE + 1
    said = " ".join(picture.alt for picture in pictures)
    assert all(f"{number}. " in said for number in range(1, len(plan.tasks) + 1))
    many = replace(plan, tasks=plan.tasks * 6)
    assert len(gantt_pictures(many, Voice("en"))) > len(pictures)


def test_another_first_day() -> None:
    """The plan starts on the day given, the law stays that of its date."""
    report = build(real_case(PLANNED), "fr", Adviser(), MADE_ON, wanted=PlanSettings(start=date(2028, 2, 29)))
    assert report.roadmap is not None
    assert report.roadmap.start == date(2028, 2, 29)
    assert report.cover.as_of < report.roadmap.start


def test_steps_name_what_they_leave_behind() -> None:
    """The table of steps says which documents to produce."""
    report = real_report("marennes-oleron#confirmed", "fr")
    steps = next(option for option in report.questions[0].options if option.id == "creation").steps
    assert ("délibération", "projet de statuts") in [step.documents for step in steps]
    assert "À produire\u00a0: délibération, projet de statuts" in Page(render(report, ".html").decode()).text


def test_later_questions_are_answered_on_what_the_earlier_answers_leave() -> None:
    """A project is due once the PETR is there: nothing is answered for want of a PETR that the first answer sets up."""
    case = case_in(EXAMPLES["loire-beauce"])
    report = build(case, "fr", Adviser(), MADE_ON)
    answers = {question.id: question for question in report.questions}
    assert answers["evolution"].retained == ("l5741-4",)
    assert "project-not-due" not in answers["project"].retained
    assert answers["project"].supposes is not None
    assert squeezed(answers["project"].supposes) in squeezed(Page(render(report, ".html").decode()).text)
    stays = {part.id: part for part in build(case.choose("evolution", "stay"), "fr", Adviser(), MADE_ON).questions}
    assert stays["project"].retained == ("project-not-due",)
    assert stays["project"].supposes is None


def told_report(name: str) -> Report:
    """Give the report, in French, of a trap on the SCoT."""
    found = load_scenarios(TRAPS / f"{name.partition('#')[0]}.yaml", real_base())
    case = next(each for each in found if each.name == name).consultation(engine("native"))
    return build(case, "fr", Adviser(), MADE_ON)


def test_a_past_day_that_may_have_been_kept_is_to_be_checked_and_no_warning() -> None:
    """What several members owe for one day is one line; it warns only once somebody said that it was not done."""
    found = {name: told_report(f"scot-in-two-pieces#{name}") for name in ("made-in-one-piece", "no-climate-plan")}
    for name, warned in (("made-in-one-piece", False), ("no-climate-plan", True)):
        plan = found[name].roadmap
        assert plan is not None
        (line,) = [each for each in plan.milestones if each.day == date(2018, 12, 31)]
        assert "CC de l’Est, CC de l’Ouest" in line.title.replace("'", "’")
        assert ("vérifier si c" in (line.unmet_said or "")) is not warned
        assert any("31 décembre 2018" in said.replace("\N{NO-BREAK SPACE}", " ") for said in plan.warnings) is warned


def test_an_act_whose_legal_day_is_in_danger_is_not_said_to_have_slack() -> None:
    report = real_report(PLANNED, "fr")
    assert report.roadmap is not None
    late = LegalDayPart(
        day=MADE_ON, state="out_of_reach", margin=-9, counted=False, shorten=(), state_said="x", said="x"
    )
    task = report.roadmap.tasks[0].model_copy(
        update={"critical": False, "beside": False, "legal": (late,), "after": ()}
    )
    told = [run.text for line in _when(Pen("fr", report=report), task) for run in line]
    assert not any("arge" in text for text in told)
    in_time = task.model_copy(update={"legal": ()})
    assert any("arge" in run.text for line in _when(Pen("fr", report=report), in_time) for run in line)


@pytest.mark.parametrize("folder", EXAMPLES)
def test_no_task_is_told_to_wait_twice_for_the_same(folder: str) -> None:
    """Two acts that are one task, as a call and what it ends with, are waited for once."""
    plan = build(case_in(EXAMPLES[folder]), "fr", Adviser(), MADE_ON).roadmap
    assert plan is not None
    assert [task.after for task in plan.tasks if len(set(task.after)) < len(task.after)] == []
