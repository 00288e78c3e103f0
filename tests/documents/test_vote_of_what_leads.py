"""A note on several questions has, in its first table, a vote of the answer that it tells first."""

import pytest

from tests.documents.conftest import READING, case_in, report_of


@pytest.mark.parametrize(
    "name",
    [
        "petr-crte-en-place-2026",
        "petr-dissolution-conseil-non-reuni-2018",
        "petr-dissolution-convention-signee-2026",
        "petr-fusion-de-tous-2026",
        "petr-entree-projet-2026",
        "sieges-illegaux-et-retrait-2026",
    ],
)
def test_what_is_told_first_has_its_vote_in_the_first_table(name: str) -> None:
    """A service was to be lent, first of all: the first page had the votes on the project, and not that one."""
    note = report_of(case_in(READING / f"{name}.yaml")).note
    assert note is not None
    own = [vote for vote in note.votes if vote.question == note.leading and vote.certain]
    assert own
    assert any(vote.first for vote in own)
