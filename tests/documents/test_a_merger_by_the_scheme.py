"""A merger that others decide: what its votes wait for, who may sit meanwhile, what the seats have to be shared by."""

from datetime import date
from functools import cache

from petr_advisor.documents.model import Report

from .conftest import READING, case_in, report_of
from .test_formats import squeezed

MERGER = READING / "petr-fusion-avec-le-dehors-2016.yaml"


@cache
def told(day: date = date(2016, 10, 10)) -> Report:
    """Give the report of a merger to be pronounced on 10 December 2016, looked at on a day."""
    return report_of(case_in(MERGER).on(day), "fr")


def underway(report: Report) -> str:
    """Give how far it has come, without spaces."""
    assert report.note is not None
    return squeezed(" ".join(report.note.underway))


def test_silence_that_would_count_after_the_day_planned_is_told() -> None:
    """Notified on 10 October, the draft leaves seventy-five days: silence counts from 24 December only."""
    said = underway(told())
    assert (
        squeezed("les communes des EPCI concernés et les conseils des EPCI répondre jusqu’au 24 décembre 2016") in said
    )
    assert squeezed("Vérifier si cela est fait, et de quel jour") in said


def test_it_is_not_told_where_the_time_is_over_by_that_day() -> None:
    assert squeezed("Vérifier si cela est fait") not in underway(told(date(2016, 9, 26)))


def test_who_may_sit_meanwhile_is_to_be_asked() -> None:
    note = told().note
    assert note is not None
    assert any(squeezed("demander à la préfecture s’il peut siéger") in squeezed(stop.text) for stop in note.stops)


def test_what_seats_left_open_wait_for_is_among_what_is_to_be_found_out() -> None:
    note = told().note
    assert note is not None
    assert any(squeezed("Combien d’habitants comptera le nouvel EPCI") in squeezed(point.what) for point in note.points)
