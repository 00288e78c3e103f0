"""The first reason of what is proposed is one to want it: that the law opens the way is none."""

import pytest

from petr_advisor.words.voice import Voice

from .conftest import reading
from .test_formats import squeezed

OPENS = ("reason-open", "reason-open-by-practice", "reason-opened-before", "reason-opened-before-by-practice")


def _begins_by_opening(said: str) -> bool:
    heads = (Voice("fr").phrase(key, conditions="|", n=n).partition("|")[0] for key in OPENS for n in (1, 2))
    return squeezed(said).startswith(tuple(map(squeezed, heads)))


@pytest.mark.parametrize(
    "name",
    ["syndicat-2014", "petr-convention-a-completer-2025", "petr-commune-part-2014", "petr-instruction-2026"],
)
def test_what_is_proposed_is_not_pleaded_by_its_conditions(name: str) -> None:
    """A note had « the law opens it to this territory », with a drawback, for all its « why »."""
    proposed = [found for found in reading(name).questions if found.verdict in {"proposed", "running"}]
    assert any(found.reasons for found in proposed)
    assert [
        found.reasons[0].text for found in proposed if found.reasons and _begins_by_opening(found.reasons[0].text)
    ] == []
