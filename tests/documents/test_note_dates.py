"""A note says beside an answer that a legal day of its plan is not kept: nobody votes on it unaware."""

from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.model import Report
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.writing import render
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.planning.model import LATE
from petr_advisor.words.voice import Voice
from tests.documents.conftest import CASES, EXAMPLES, MADE_ON, case_in, reading, real_base, real_report
from tests.documents.test_formats import squeezed

ENTRY = examples_folder() / "reading" / "petr-entree-non-tranchee-2026.yaml"
NOT_KEPT = {"out_of_reach", "impossible", "past"}


@cache
def report(name: str) -> Report:
    if name not in EXAMPLES:
        return real_report(name, "fr")
    return build(case_in(EXAMPLES[name]), "fr", Adviser(), MADE_ON, extent=extent_of("note"))


def feared(found: Report, question: str) -> Iterator[date]:
    """Give the days in danger of what is owed whatever is answered, of which a consequence is written."""
    assert found.roadmap is not None
    owed = {group.number for group in found.roadmap.groups if group.id.startswith("due/")}
    rules = [each for each in real_base().rules.values() if each.consequence and question in each.about]
    feared = {act for each in rules for act in each.met_by}
    for task in found.roadmap.tasks:
        if task.group in owed and task.id in feared:
            yield from (legal.day for legal in task.legal if legal.state != "met")


@pytest.mark.parametrize("name", [*EXAMPLES, *(name for name, _ in CASES)])
def test_a_day_that_is_not_kept_stands_beside_the_answer(name: str) -> None:
    found = report(name)
    assert found.note is not None
    if found.roadmap is None:
        assert not any(answer.late for answer in found.note.answers)
        return
    questions = {group.number: group.id.partition("/")[0] for group in found.roadmap.groups}
    for answer in found.note.answers:
        said, days = " ".join(answer.late), Voice("fr")
        wanted = {
            days.day(legal.day)
            for task in found.roadmap.tasks
            if questions[task.group] == answer.question
            for legal in task.legal
            if legal.state in NOT_KEPT
        }
        wanted |= set(map(days.day, feared(found, answer.question)))
        assert bool(said) == bool(wanted)
        assert [day for day in wanted if day not in said] == []


def test_the_note_shows_it() -> None:
    late = [said for answer in report("loire-beauce").note.answers for said in answer.late]  # type: ignore[union-attr]
    assert any("30 juin 2017" in said for said in late)
    text = squeezed(render(report("loire-beauce"), ".md").decode())
    assert [said for said in late if squeezed(said) not in text] == []


def beside_the_scot(as_of: date, approved_on: date) -> str:
    given = {
        "structure.legal_form": "petr",
        "territory.scot_cover": "same",
        "scot.bearer": "structure",
        "scot.approved_on": approved_on,
        "scot.review_voted": False,
    }
    case = Consultation.start(real_base(), as_of, ("scot",), engine("native"))
    for fact, value in given.items():
        case = case.answer(fact, value)
    found = build(case, "fr", Adviser(), MADE_ON, extent=extent_of("note")).note
    assert found is not None
    return " ".join(" ".join(said for answer in found.answers for said in answer.late).split())


@pytest.mark.parametrize("as_of", [date(2026, 9, 14), date(2026, 11, 20)])
def test_what_passing_a_day_does_stands_beside_it_before_and_after(as_of: date) -> None:
    said = beside_the_scot(as_of, date(2020, 11, 5))
    assert "5 novembre 2026" in said
    assert "à la lecture prudente, le SCoT serait à tenir pour caduc" in said
    assert "Discuté" in said
    assert "DDT" in said


def test_before_may_2026_the_lapse_is_sure() -> None:
    said = beside_the_scot(date(2024, 9, 1), date(2018, 11, 5))
    assert "5 novembre 2024" in said
    assert "le SCoT est caduc" in said
    assert "lecture prudente" not in said


def test_a_vote_that_nobody_said_was_held_is_asked_for_unless_it_was() -> None:
    """A committee in place is not told without a word to elect its president again."""
    found = build(case_in(ENTRY), "fr", Adviser(), MADE_ON, extent=extent_of("note"))
    assert found.note is not None
    assert found.roadmap is not None
    supposed = {task.number for task in found.roadmap.tasks if task.supposed}
    told = {vote.task: "Si ce n’est pas déjà fait" in vote.how for vote in found.note.votes}
    assert supposed & told.keys()
    assert told == {task: task in supposed for task in told}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_window_of_a_vote_stops_where_a_period_of_the_law_may_end_it(name: str) -> None:
    """Where it runs from an act of the plan too: nobody reads a day on which it is too late."""
    found = report(name)
    assert found.note is not None
    assert found.roadmap is not None
    moving = {
        task.number: legal
        for task in found.roadmap.tasks
        for legal in task.legal
        if legal.counted and legal.state in LATE and not task.last
    }
    votes = [vote for vote in found.note.votes if vote.task in moving and vote.due is None and not vote.awaited]
    for vote in votes:
        assert Voice("fr").day(moving[vote.task].day) in vote.when
        assert Voice("fr").day(vote.latest) not in vote.when or vote.latest == moving[vote.task].day


def test_a_day_on_which_who_signs_ends_is_kept_or_marked() -> None:
    found = reading("transformation-doffice-votes-acquis-2015")
    assert found.roadmap is not None
    assert found.note is not None
    signed = next(task for task in found.roadmap.tasks if task.id == "region-contract-petr/approves-contract-signs")
    assert signed.soonest <= date(2015, 12, 31) < signed.latest
    assert [(legal.day, legal.state) for legal in signed.legal] == [(date(2015, 12, 31), "at_risk")]
    assert any(each.day == date(2015, 12, 31) and each.danger for each in found.note.dates)
