"""What is impossible stays in small parts: a diagram of a part is worked on at every question."""

from datetime import date

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine

LARGEST = 60
"""Variables of a part, which do not depend on what else the process has loaded, as its nodes do. One conflict that tied
the place of a territory (11 variables) to its members (54, in 2014 56) made one part of both, and every question ten
times as slow: write such a conflict on facts of one part, or as a warning."""


@pytest.mark.parametrize("day", [date(2014, 6, 1), date(2026, 11, 24)])
def test_no_conflict_ties_large_parts_together(day: date) -> None:
    base = load()
    situation = Consultation.start(base, day, engine=engine("native")).situation
    sizes = sorted(len(variables) for _, variables in situation._care)
    assert len(sizes) > 1
    assert sizes[-1] <= LARGEST
