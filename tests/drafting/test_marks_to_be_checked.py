"""An article left to be checked says in the margin why and where to read it; a budget, what makes its text apply."""

import re

import pytest

from petr_advisor.drafting.model import Line
from petr_advisor.words.texts import Language
from tests.drafting.conftest import COMBES, COURSES, act_of, drafts, of

Course = tuple[str, Language, str | None]
MARK = re.compile(r"\[[^\]]*(à vérifier|to be checked)\]")


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course[0])
def test_an_article_left_to_be_checked_says_why_in_the_margin(course: Course) -> None:
    lines = [(each, part) for each in drafts(*course).made for part in each.parts if isinstance(part, Line)]
    marked = [(each, part) for each, part in lines if re.match(r".*\[article", part.text) and MARK.search(part.text)]
    assert [each.name for each, part in marked if not any("Légifrance" in said for said in part.remarks)] == []


def test_a_first_budget_says_what_extends_its_time_to_a_public_establishment() -> None:
    """L. 5711-1 makes the rules of EPCIs apply; the three months are written for authorities, extended by another."""
    (found,) = of(COMBES, "first-budget")
    remarks = [
        said for part in found.parts if isinstance(part, Line) and "1612-3" in part.text for said in part.remarks
    ]
    assert any("1612-20" in said and "de mémoire" in said for said in remarks)
    assert "1612-20" not in act_of(found)
