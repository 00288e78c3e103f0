"""What is impossible stays in small parts: a diagram of a part is worked on at every question."""

from datetime import date

import pytest

from petr_advisor.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.loader import read_folder
from petr_advisor.locations import knowledge_folder

LARGEST = 1000
"""Nodes of a part. One conflict that tied the place of a territory to its members made 3,191 of 656, and every question
ten times as slow: write such a conflict on facts of one part, or as a warning."""


@pytest.mark.parametrize("day", [date(2014, 6, 1), date(2026, 11, 24)])
def test_no_conflict_ties_large_parts_together(day: date) -> None:
    base = read_folder(knowledge_folder())[0]
    situation = Consultation.start(base, day, engine=engine("native")).situation
    parts = {tuple(sorted(variables)): len(node) for node, variables in situation._care}
    assert parts
    assert max(parts.values()) <= LARGEST
