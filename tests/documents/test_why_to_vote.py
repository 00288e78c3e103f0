"""The first reason of an answer says what it is for: a council does not vote because goods pass by law."""

import pytest

from .conftest import EXAMPLES, READING, case_in, report_of
from .test_formats import squeezed

CASES = {
    # The contracts that it would be the frame of miss their day, or are signed without it.
    "loire-beauce": "Le PETR mène le projet de territoire que chaque EPCI approuve",
    "syndicat-d-office-vote-ouvert-2014": "Le PETR peut être le cadre des contrats de développement",
    "petr-retrait-contrats-2026": "au lieu d’être gardé contre son gré",
}


@pytest.mark.parametrize(("name", "why"), CASES.items())
def test_the_first_reason_is_one_to_vote(name: str, why: str) -> None:
    note = report_of(case_in(EXAMPLES.get(name) or READING / f"{name}.yaml"), "fr").note
    assert note is not None
    assert squeezed(why) in squeezed(note.reasons[0].text)
