"""The first page of a note has the votes under way, says when what comes first begins, and tells a day once."""

from petr_advisor.documents.model_note import Note
from petr_advisor.files.locations import examples_folder
from tests.documents.conftest import READING, case_in, report_of

UNDER_WAY = READING / "syndicat-d-office-votes-partages-2014.yaml"


def note(name: str) -> Note:
    found = report_of(case_in(READING / name)).note
    assert found is not None
    return found


def test_a_vote_under_way_stands_among_the_first_and_silence_counts_in_what_is_missing() -> None:
    found = note(UNDER_WAY.name)
    assert any(vote.awaited for vote in found.votes[:3])
    said = " ".join(found.underway).replace("\u00a0", " ")
    assert "il manque 2 accords au moins, par un vote ou par le silence" in said


def test_a_vote_under_way_that_an_act_of_the_plan_calls_stands_once_with_its_clocks() -> None:
    found = report_of(case_in(examples_folder() / "life" / "power-given-back-by-statutes.yaml")).note
    assert found is not None
    (vote,) = [
        each for each in found.votes if "prononce sur la modification" in each.does and each.soonest.year == 2016
    ]
    assert any("6 octobre 2016" in said for said in vote.awaited)


def test_a_procedure_called_first_is_to_be_started_at_once() -> None:
    first = note("petr-gemapi-et-sieges-2016.yaml").first_act
    assert first is not None
    assert "à engager sans attendre" in first.replace("\u00a0", " ")


def test_nothing_of_another_answer_is_told_to_begin_with_beside_votes_under_way() -> None:
    """« Pour commencer : demande au département son règlement », above a vote that silence loses in a month."""
    for name in ("petr-retrait-contrats-2026.yaml", UNDER_WAY.name):
        report = report_of(case_in(READING / name))
        assert report.note is not None
        assert report.roadmap is not None
        voting = {task.group for task in report.roadmap.tasks if task.awaited}
        assert voting
        first = report.note.first_act or ""
        told = [task for task in report.roadmap.tasks if task.who in first and task.title in first]
        assert all(task.group in voting for task in told), first


def test_the_day_of_an_act_is_not_told_again_for_the_one_that_notes_it() -> None:
    dates = note("petr-entree-premier-projet-2015.yaml").dates
    late = [each.text for each in dates if each.danger and each.day.year == 2016]
    assert len(late) == 1
    assert "approuve le projet" in late[0].replace("\u00a0", " ")
