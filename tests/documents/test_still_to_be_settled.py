"""What is asked for and still to be settled is a line of the answers, with what to find out to begin with."""

import re

import pytest

from petr_advisor.documents.blocks import Table
from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.layout.document import NOTE
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.sizes import Size
from petr_advisor.documents.writing import render

from .conftest import MADE_ON, READING, case_in, reading_note, reading_report


def test_what_is_still_to_be_settled_has_its_line_among_the_answers() -> None:
    """In the order in which questions are asked: an entry asked for does not come below what goes with it."""
    found = reading_note("petr-entree-non-tranchee-2026")
    assert [answer.question for answer in found.answers] == ["life", "governance"]
    life = found.answers[0]
    assert life.state == "to_settle"
    assert life.decision.startswith("À trancher")
    assert "CC des Gorges" in life.decision


def test_to_begin_with_is_to_find_out_what_what_is_asked_for_turns_on() -> None:
    first = reading_note("petr-entree-non-tranchee-2026").first_act
    assert first is not None
    assert "CC des Gorges" in first
    assert "DDT" in first


def test_what_nobody_asked_for_does_not_come_before_the_first_act() -> None:
    """Of questions put beside others: what is under way is what to begin with."""
    found = reading_note("transformation-doffice-votes-acquis-2015")
    assert [each.question for each in found.answers if each.state == "to_settle"] == ["cper", "europe"]
    assert (found.first_act or "").startswith("Le préfet")


def test_the_line_says_that_it_is_to_be_settled() -> None:
    pen = Pen("fr", report=reading_report("petr-entree-non-tranchee-2026"))
    tables = [block for part in NOTE for block in part(pen) if isinstance(block, Table)]
    rows = ["".join(run.text for line in row[1] for run in line) for row in tables[0].rows]
    assert rows[0].startswith("À trancher")


@pytest.mark.parametrize("size", ["note", "report"])
def test_no_answer_bears_its_label_twice(size: Size) -> None:
    """At the size of a report, where the whole of an answer is one, « À trancher » stood before itself."""
    found = build(case_in(READING / "gip-2026.yaml"), "fr", Adviser(), MADE_ON, extent=extent_of(size))
    said = render(found, ".md").decode().replace("*", "").replace("\N{NO-BREAK SPACE}", " ")
    assert "À trancher : « Entrer au volet" in said
    assert not re.search(r"(\b[^:.|\n]{3,}) : \1 : ", said)
