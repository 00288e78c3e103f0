"""Who does not sit is told of each meeting (CGCT, art. L. 5211-40-2): whatever says how a body is called says so."""

import pytest

from petr_advisor.drafting.model import Draft, Line
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice
from tests.documents.conftest import real_base
from tests.drafting.conftest import COURSES, drafts

Course = tuple[str, Language, str | None]
CALLED = ("notice", "notice-before-2020", "notice-of-the-first-meeting", "notice-of-the-first-meeting-before-2020")
TOLD = ("information", "information-before-2022")
NORM = "petr.info.councillors-not-sitting"


def says(found: Draft, passages: tuple[str, ...], language: Language) -> bool:
    """Tell whether a draft writes one of some shared passages."""
    texts = [real_base().passages[each].text for each in passages]
    said = {Voice(language).say(text) for text in texts if text is not None}
    return any(part.text in said for part in found.parts if isinstance(part, Line))


def test_every_template_that_says_how_a_body_is_called_says_who_is_told() -> None:
    templates = real_base().templates.items()
    used = {key: {each.use for each in template.formalities} for key, template in templates}
    assert [key for key, names in used.items() if "notice" in names and not names.issuperset(TOLD)] == []


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course[0])
def test_the_papers_of_a_meeting_say_that_those_who_do_not_sit_are_told_of_it(course: Course) -> None:
    """The minutes of a community council, or a note, said nothing of it; only some summonses did."""
    base = real_base()
    for each in drafts(*course).made:
        due = says(each, CALLED, course[1]) and base.norms[NORM].in_force.covers(each.day)
        assert says(each, TOLD, course[1]) == due, each.name


def test_a_commune_is_told_nothing_of_the_sort_for_its_own_meeting() -> None:
    for each in drafts("rouergue-creates").made:
        if each.act.endswith("/commune-consent"):
            assert not says(each, TOLD, "fr"), each.name
