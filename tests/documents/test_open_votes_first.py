"""The vote that is open stands first, in the first table and among what comes next, with the day of each."""

from datetime import date
from functools import cache

import pytest

from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.model import Report
from petr_advisor.documents.renderers.slides.telling import slides

from .conftest import READING, case_in, report_of
from .test_formats import squeezed

EXIT = "petr-retrait-contrats-2026"
SYNDICATE = "syndicat-d-office-vote-ouvert-2014"
ASSOCIATION = "association-votes-prevus-2026"


@cache
def told(name: str) -> Report:
    """Give the report of a case of `scenarios/reading`."""
    name, _, variant = name.partition("#")
    return report_of(case_in(READING / f"{name}.yaml", variant or None), "fr")


def next_steps(name: str) -> list[str]:
    """Give what the last slide says, without spaces."""
    report = told(name)
    assert report.note is not None
    return [squeezed(said) for said in slides(Pen("fr", report=report), report.note)[-1].items]


@pytest.mark.parametrize("name", [EXIT, SYNDICATE])
def test_the_first_row_is_the_vote_that_is_open(name: str) -> None:
    note = told(name).note
    assert note is not None
    assert len(note.votes[0].awaited) > 0
    days = [vote.soonest for vote in note.votes if vote.first and not vote.awaited]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("name", "said"),
    [(EXIT, "CC des Marches – se prononce sur le retrait"), (SYNDICATE, "CC du Marais et CC du Plateau")],
)
def test_what_comes_next_begins_with_it(name: str, said: str) -> None:
    assert next_steps(name)[0].startswith(squeezed(said))


def test_what_comes_next_is_said_once_and_by_day() -> None:
    """The request to the region was told twice, before the votes that come first."""
    found = next_steps(ASSOCIATION)
    assert found[0].startswith(squeezed("Les conseils des EPCI"))
    assert len({said.removeprefix("⚠")[:60] for said in found}) == len(found)


def test_votes_planned_on_several_days_have_each_of_them() -> None:
    note = told(ASSOCIATION).note
    assert note is not None
    assert squeezed(note.votes[0].when) == squeezed("Le 10 décembre 2026 et le 17 décembre 2026")
    assert note.votes[0].latest == date(2026, 12, 17)


def test_whoever_the_text_put_to_the_vote_has_to_cap_is_named() -> None:
    note = told(ASSOCIATION).note
    assert note is not None
    assert note.seats is not None
    assert squeezed("CC du Val de Drôme en Biovallée, qui a plus de la moitié de la population") in squeezed(note.seats)
