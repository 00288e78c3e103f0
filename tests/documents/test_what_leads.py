"""Of several answers, the note frames one: the screen, plain prompts and slides begin with the same."""

from functools import cache
from pathlib import Path

import pytest

from petr_advisor.documents.build import build
from petr_advisor.documents.model import Report
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.texts import conclusions_text, pen_of_every_way, slides_of
from petr_advisor.files.locations import examples_folder
from petr_advisor.tui.conclusions import ANSWER, course
from petr_advisor.words.texts import Language
from tests.documents.conftest import READING, case_in

IN_ORDER = READING / "association-agglomeration-2015.yaml"
WAITING = READING / "aide-part-trop-faible-2026.yaml"
"""Something else is to be settled before what is proposed: nothing is framed."""
AFTER_ONE_THAT_STAYS = [
    examples_folder() / name
    for name in (
        "course/agreement-of-a-kept-project.yaml",
        "course/an-operation-that-follows.yaml",
        "course/association-that-leads-a-gal.yaml",
        "course/project-overdue-and-revision-due.yaml",
        "life/mobility-left-to-the-region.yaml",
        "project/approved-is-not-the-next.yaml",
        "project/real/first-project-before-elections.yaml",
    )
]
CASES = [*AFTER_ONE_THAT_STAYS, IN_ORDER, WAITING]


@cache
def told(path: Path) -> Report:
    case = case_in(path)
    return build(case, "fr", Adviser(), case.as_of)


@cache
def first_of(path: Path) -> str:
    """Give the key question that the note frames; the first one, where it frames none."""
    found = told(path)
    assert found.note is not None
    return found.note.leading or found.questions[0].id


def test_some_cases_put_another_question_before_it() -> None:
    """Else nothing below would be tried."""
    assert all(told(path).questions[0].id != first_of(path) for path in AFTER_ONE_THAT_STAYS)
    found = told(WAITING).note
    assert found is not None
    assert found.leading is None


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_screen_begins_with_it(path: Path) -> None:
    """« Staying as one is » came first on the screen, what is to be voted first in the note."""
    lines = [line for line in course(pen_of_every_way(case_in(path), "fr")) if line.section == ANSWER]
    keys = [line.target.key for line in lines if line.target is not None]
    assert keys[0] == first_of(path)
    others = [each.id for each in told(path).questions if each.id != first_of(path)]
    assert [*dict.fromkeys(keys)][1:] == others, "the others stay in the order of the course"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_plain_prompts_and_slides_begin_with_it(path: Path, language: Language) -> None:
    """The table of the answers, of which nobody reads the last line first."""
    case = case_in(path)
    titles = {key: case.base.key_questions[key].title.in_(language) for key in case.key_questions}
    rows = next(slide.grid.rows for slide in slides_of(case, language, "Pays") if slide.grid)
    assert rows[0][0] == titles[first_of(path)]
    if told(path).questions[0].verdict != "to_settle":  # what is still open is named below the others
        begun = (line.removeprefix("- ") for line in conclusions_text(case, language).splitlines())
        named = (key for line in begun for key, title in titles.items() if line.startswith(title))
        assert next(named) == first_of(path)
