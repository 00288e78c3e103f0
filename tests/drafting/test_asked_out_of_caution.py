"""A vote that one reading alone wants is asked for out of caution: no draft of it says that the law requires it."""

import pytest

from petr_advisor.consulting.called import act_of
from tests.documents.conftest import real_base
from tests.drafting.conftest import case, drafts, words

COURSES = ("reading/petr-transfert-scot-2026", "reading/petr-projet-en-retard-cper-2026")
"""In these a strategic plan stands as the project; whether the members then have to approve it is disputed."""


def perhaps_needless(course: str, act: str) -> bool:
    """Tell whether the law wants an act by one reading of a disputed point, and it is advised by the letter."""
    procedure, _, name = act.partition("/")
    letter = real_base().procedures[procedure].acts[name]
    held = act_of(case(course), act)
    read = (each for readings in letter.by_reading.values() for each in readings.values())
    return held.vote is not None and letter.origin == "advice" and any(each.get("origin") == "law" for each in read)


@pytest.mark.parametrize("course", COURSES)
def test_a_vote_that_may_be_needless_is_never_told_as_required(course: str) -> None:
    """A note told councillors that all had to agree, and a letter of the same course that the law does not ask it."""
    found = [each for each in drafts(course).made if perhaps_needless(course, each.act)]
    notes = [each for each in found if real_base().templates[each.template].kind == "note"]
    assert notes != []
    for each in found:
        said = words(each)
        assert "l’accord de tous est nécessaire" not in said, each.name
        assert "ar prudence" in said, each.name
    for each in notes:
        assert "selon une autre lecture, il n’est pas exigé" in words(each), each.name
