"""Seats that a text being voted on holds are not voted a second time, and whoever it has to cap is named."""

from petr_advisor.documents.building.council import capped_in_the_text
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.questions import question_part
from petr_advisor.planning.roadmap import roadmap

from .conftest import READING, case_in, report_of
from .test_formats import squeezed

CASE = READING / "petr-entree-agglomeration-2016.yaml"
"""Whether the candidate may join is not known: the entry is no answer, but its text is being voted on."""


def test_no_second_vote_is_planned_beside_the_text_under_vote() -> None:
    case = case_in(CASE)
    planned = {task.id.partition("/")[0] for task in roadmap(case, case.as_of).tasks}
    assert planned.isdisjoint({"seats-floor-and-cap", "seats-change"})
    told = question_part(Desk("fr", consultation=case), "governance")
    assert squeezed("Se règle dans le texte déjà soumis au vote") in squeezed(told.decision)
    assert all(squeezed("fait modifier les sièges") not in squeezed(step.does) for step in told.next_steps)


def test_the_note_names_whoever_has_half_of_the_seats_at_most() -> None:
    note = report_of(case_in(CASE)).note
    assert note is not None
    assert note.seats is not None
    assert squeezed("ceux du texte voté le 18 janvier 2016") in squeezed(note.seats)
    assert squeezed("que CA de la Confluence, qui aurait avec l’entrée plus de la moitié") in squeezed(note.seats)


def test_nobody_is_named_below_half_nor_where_the_population_is_not_told() -> None:
    case = case_in(CASE)
    smaller = case.answer("joiner.population", 12000)
    assert not list(capped_in_the_text(Desk("fr", consultation=smaller)))
    assert not list(capped_in_the_text(Desk("fr", consultation=case.dont_know("joiner.population"))))
