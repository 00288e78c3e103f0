"""A refusal of one thing is none of another: who has to agree there is told, and votes recorded are not asked."""

from datetime import date
from functools import cache

from petr_advisor.documents.model import Report

from .test_formats import squeezed
from .test_what_may_stop import report

SEATS = {"procedure": "seats-change"}
SENT = "2026-09-28"
RECEIVED = {**SEATS, "act": "members", "received": SENT}


@cache
def told() -> Report:
    """Give the report of a PETR that owes its first project, whose largest member refuses the new seats."""
    return report(
        as_of=date(2026, 11, 16),
        key_questions=["life", "governance", "project"],
        members=[
            {"name": "CA du Marais", "kind": "ca", "population": 63000, "departement": "17"},
            {"name": "CC des Îlots", "kind": "cc", "population": 26000, "departement": "17"},
            {"name": "CC du Bois", "kind": "cc", "population": 20000, "departement": "17"},
        ],
        answers={
            "structure.legal_form": "petr", "petr.change_planned": "seats", "statutes.seat_formula": "no",
            "seats.asked_by": "committee", "petr.project_approved": "no", "petr.started_on": date(2024, 1, 1),
            "project.base": "no", "territory.scot_cover": "wider", "territory.regional_park": "no",
        },
        acts=[
            {**SEATS, "act": "request", "on": date(2026, 9, 24)},
            {**RECEIVED, "member": "CA du Marais", "on": date(2026, 11, 5), "result": "refused"},
            {**RECEIVED, "member": "CC du Bois", "on": date(2026, 11, 9)},
            {**RECEIVED, "member": "CC des Îlots", "result": None},
        ],
    )  # fmt: skip


def test_who_refused_the_seats_has_not_refused_the_project() -> None:
    note = told().note
    assert note is not None
    project = next(answer for answer in note.answers if answer.question == "project")
    said = squeezed(project.refused or "")
    assert squeezed("CA du Marais a refusé ceci : partager de nouveau les sièges") in said
    assert squeezed("s’assurer de son accord ici") in said
    assert "déjàvoté" not in said
    assert "Riennepasse" not in said


def test_who_refused_the_seats_has_voted_against_them() -> None:
    note = told().note
    assert note is not None
    against = squeezed("CA du Marais a déjà voté contre")
    stops = [squeezed(stop.text) for stop in note.stops]
    assert any(against in said for said in stops if squeezed("nouveau partage des sièges") in said)
    assert not any(against in said for said in stops if squeezed("approuve le projet") in said)


def test_how_votes_stand_is_not_asked_once_they_are_recorded() -> None:
    note = told().note
    assert note is not None
    assert not any(squeezed("Où en sont les votes") in squeezed(point.what) for point in note.points)
    assert all(part.fact != "governance.seats_votes" for part in told().settle)
