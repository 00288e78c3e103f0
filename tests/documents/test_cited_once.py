"""Between the same brackets a place of law stands once, though two norms are read in it."""

import re

import pytest

from petr_advisor.documents.layout.note import note
from petr_advisor.documents.layout.pen import pen_for
from petr_advisor.documents.layout.spelling import texts_of
from tests.documents.conftest import READING, case_in, report_of


@pytest.mark.parametrize(
    "name", ["fusion-revision-due-2026", "petr-fusion-syndicat-pret-d-agents-2026", "petr-entree-projet-2026"]
)
def test_a_place_is_cited_once_between_brackets(name: str) -> None:
    """« [CGCT, art. L. 5212-27, III ; CGCT, art. L. 5212-27, III] »: one argument for, one against, one paragraph.

    Nor does a place of another text bring it along: « art. L. 5211-18, I ; Maire-info, réponse ; L. 5211-18, I ».
    """
    text = "\n".join(
        said for block in note(pen_for(report_of(case_in(READING / f"{name}.yaml")))) for said in texts_of(block)
    )
    brackets = [
        [place.rpartition("art. ")[2] or place for place in re.split(r"\s*;\s*", found.replace("\u00a0", " "))]
        for found in re.findall(r"\[([^\]]+)\]", text)
    ]
    assert brackets
    assert [places for places in brackets if len(places) != len(set(places))] == []
