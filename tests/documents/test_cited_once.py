"""Between the same brackets a place of law stands once, though two norms are read in it."""

import re

import pytest

from petr_advisor.documents.layout.note import note
from petr_advisor.documents.layout.pen import pen_for
from petr_advisor.documents.layout.spelling import texts_of
from tests.documents.conftest import READING, case_in, report_of


@pytest.mark.parametrize("name", ["fusion-revision-due-2026", "petr-fusion-syndicat-pret-d-agents-2026"])
def test_a_place_is_cited_once_between_brackets(name: str) -> None:
    """« [CGCT, art. L. 5212-27, III ; CGCT, art. L. 5212-27, III] »: one argument for, one against, one paragraph."""
    text = "\n".join(
        said for block in note(pen_for(report_of(case_in(READING / f"{name}.yaml")))) for said in texts_of(block)
    )
    brackets = [re.split(r"\s*;\s*", found) for found in re.findall(r"\[([^\]]+)\]", text)]
    assert brackets
    assert [places for places in brackets if len(places) != len(set(places))] == []
