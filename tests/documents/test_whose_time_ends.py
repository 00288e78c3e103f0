"""« If nobody does anything » names those whose silence decides: who has voted in time is not out of time."""

import pytest

from petr_advisor.words.typography import no_capital

from .conftest import READING, reading
from .test_formats import squeezed

AWAITED = sorted(path.stem for path in READING.glob("*.yaml") if "result: null" in path.read_text("utf-8"))
"""Cases in which members are still to vote."""


def test_who_voted_in_time_is_not_among_those_whose_time_is_over() -> None:
    report = reading("petr-sieges-un-membre-muet-2026")
    (change,) = [said for part in report.running for said in part.brief if "délai étant passé" in said]
    assert squeezed(change).endswith(squeezed("le délai étant passé pour CC des Coëvrons Nord."))


@pytest.mark.parametrize(
    ("name", "opponent"),
    [
        ("transformation-bloquee-retrait-2026", "CC de la Dranse"),
        ("petr-sieges-bloques-2026", "CA de la Plaine"),
    ],
)
def test_a_refusal_that_stands_is_the_cause_and_no_silence_is(name: str, opponent: str) -> None:
    (part,) = reading(name).running
    assert any(
        squeezed(each).endswith(squeezed(f"refusée, le refus de {opponent} n’étant pas retiré.")) for each in part.said
    )
    assert not any("délai étant passé" in each for each in (*part.said, *part.brief))


@pytest.mark.parametrize("name", AWAITED)
def test_silence_is_worth_the_same_wherever_it_is_told(name: str) -> None:
    report = reading(name)
    tasks = {task.id: task for task in (report.roadmap.tasks if report.roadmap else ()) if task.awaited}
    said = squeezed(" ".join(each for part in report.running for each in part.awaited))
    for told in (told for part in report.running for told in part.tallies):
        task = tasks.get(told.act)
        if task is not None and task.silence and any(vote.said == "pas encore prononcé" for vote in told.votes):
            assert squeezed(f"; ensuite, {no_capital(task.silence)}") in said


def test_who_settles_a_blocked_vote_is_told_first_wherever_it_is_told() -> None:
    """In the note, in the plan, in what the text put to the vote holds."""
    report = reading("petr-sieges-bloques-2026")
    assert report.roadmap is not None
    (task,) = [each for each in report.roadmap.tasks if each.id == "seats-change/members"]
    assert task.who.index("CA de la Plaine") < task.who.index("CC de l’Arve")
    decision = next(found.decision for found in report.questions if found.id == "life")
    assert squeezed("refus de CA de la Plaine") in squeezed(decision)
