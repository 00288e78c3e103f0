"""What is against the law today is mended today, by who is there: not only by the answer for those of after."""

from datetime import date

import pytest

from .test_what_may_stop import report

MEMBERS = [
    {"name": "Ville", "kind": "ca", "population": 74200, "leaves": True},
    {"name": "Fave", "kind": "cc", "population": 8300, "leaves": False},
    {"name": "Collines", "kind": "cc", "population": 21900, "leaves": False},
]


@pytest.mark.parametrize(("planned", "later"), [("withdrawal", True), ("none", False)])
def test_the_seats_of_today_do_not_wait_for_the_members_of_after(planned: str, *, later: bool) -> None:
    found = report(
        as_of=date(2026, 11, 24),
        key_questions=["life", "governance"],
        members=MEMBERS,
        answers={
            "structure.legal_form": "petr",
            "petr.change_planned": planned,
            "exit.route": "ordinary",
            "perimeter.remainder_sound": "yes",
            "perimeter.one_piece": "yes",
            "perimeter.no_enclave": "yes",
            "governance.seats_in_bounds": "no",
        },
    )
    (seats,) = [part for part in found.breaches if part.key == "petr/seats-in-bounds"]
    assert seats.mended
    said = seats.mended.replace("\xa0", " ")
    assert ("dès maintenant" in said) == later
    assert ("12 sièges, soit Ville 6" in said) == later
    assert found.note
    assert found.note.seats
    assert ("sans Ville" in found.note.seats.replace("\xa0", " ")) == later
