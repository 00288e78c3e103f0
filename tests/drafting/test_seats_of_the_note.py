"""A draft seats those whom the note seats, and as many: who leaves so that the way can be taken has no place there."""

import re

import pytest

from petr_advisor.drafting.model import Grid
from tests.documents.conftest import report_of
from tests.drafting.conftest import case, drafts, words

TRANSFORMED = "course/transformation-with-a-commune"
SEATS = re.compile(r"\[?(\d+)")


def seated(name: str) -> dict[str, int]:
    found = report_of(case(name)).governance
    assert found is not None
    assert found.total
    return {part.member: part.seats for part in found.seats}


@pytest.mark.parametrize("name", [TRANSFORMED, "course/syndicate-that-becomes-a-petr"])
def test_every_table_of_seats_of_a_draft_is_that_of_the_note(name: str) -> None:
    expected = seated(name)
    tables = [
        (found.name, part)
        for found in drafts(name).made
        for part in found.parts
        if isinstance(part, Grid) and any("sièges" in head.casefold() or "délégués" in head for head in part.header)
    ]
    assert tables
    for draft, table in tables:
        column = next(n for n, head in enumerate(table.header) if "sièges" in head.casefold() or "délégués" in head)
        told = {row[0]: int(found.group(1)) for row in table.rows if (found := SEATS.match(row[column]))}
        assert told == expected, draft


def test_a_commune_that_is_replaced_has_no_place_in_the_acts_of_the_petr() -> None:
    named = [found.name for found in drafts(TRANSFORMED).made if found.act.startswith("petr-transformation/")]
    assert named
    told = [found for found in drafts(TRANSFORMED).made if found.act.startswith("petr-transformation/")]
    assert [found.name for found in told if "Belval |" in words(found)] == []
