"""What comes first in a note is told once, the vote by which all begins among it; what ends last has its name."""

import pytest

from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.settings import Adviser

from .conftest import EXAMPLES, MADE_ON, READING, case_in, reading_note, reading_report, report_of
from .test_formats import squeezed

ASSOCIATION = "association-votes-prevus-2026"


def test_what_avoids_an_event_is_told_with_it_alone() -> None:
    """The question to the region stood twice among what is to be settled first."""
    report = build(
        case_in(READING / f"{ASSOCIATION}.yaml", "where-the-scheme-ends"),
        "fr",
        Adviser(),
        MADE_ON,
        extent=extent_of("note"),
    )
    assert any(squeezed("demander à la région") in squeezed(part.ask) for part in report.terms)
    assert report.note is not None
    assert not any(squeezed("demander à la région") in squeezed(said) for said in report.note.pressing)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_vote_by_which_all_begins_is_among_the_first(name: str) -> None:
    note = report_of(case_in(EXAMPLES[name])).note
    assert note is not None
    deciding = [vote for vote in note.votes if vote.decides and vote.certain]
    if not any(vote.awaited for vote in note.votes):
        assert min(deciding, key=lambda vote: (vote.soonest, vote.latest)).first


def test_a_plan_that_goes_on_long_after_the_rest_says_with_what() -> None:
    span = squeezed(reading_note(ASSOCIATION).span or "")
    assert squeezed("au 17 mai 2031 au plus tard. Finit alors : l’assemblée générale") in span


def test_a_plan_whose_parts_end_together_says_nothing_of_it() -> None:
    assert reading_report("petr-retrait-contrats-2026").roadmap is not None
    assert "Finit alors" not in (reading_note("petr-retrait-contrats-2026").span or "")
