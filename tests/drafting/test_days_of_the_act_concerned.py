"""A day of the law is told as that of the act that it binds: what leads to that act tells it with the act's name."""

import pytest

from petr_advisor.drafting.model import Draft, Line
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice
from tests.drafting.conftest import COURSES, case, drafts

Course = tuple[str, Language, str | None]
OWN = ("draft.deadline-at-risk", "draft.deadline-at-risk-counted", "draft.last-day-law")


def starts(language: Language) -> tuple[str, ...]:
    """Give the words with which a sheet opens a day of the law that it tells as the act's own."""
    voice = Voice(language)
    return tuple(voice.phrase(key, first="§", day="§", last="§").partition("§")[0] for key in OWN)


def told_as_its_own(found: Draft, language: Language) -> bool:
    return any(part.text.startswith(starts(language)) for part in found.parts if isinstance(part, Line))


def bound_acts(course: Course) -> set[str]:
    """Give the acts that a day of the law binds in a plan, and those by which what a task consists of ends."""
    held = case(course[0])
    plan = roadmap(held, held.as_of, course[2])
    found = {each for task in plan.tasks if task.legal for each in (task.id, *_ends(course[0], task.id))}
    return found | {task.id for task in plan.tasks if found.intersection(task.completes)}


def _ends(name: str, task: str) -> list[str]:
    base, held = case(name).base, case(name)
    calls = base.act_under(task, held.followed).calls
    return [f"{each}/{end}" for each in (calls.names if calls else ()) for end in base.procedures[each].effect_at]


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course[0])
def test_only_the_act_that_a_day_of_the_law_binds_tells_it_as_its_own(course: Course) -> None:
    bound = bound_acts(course)
    wrong = [each.name for each in drafts(*course).made if told_as_its_own(each, course[1]) and each.act not in bound]
    assert wrong == []


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course[0])
def test_the_development_council_is_told_no_day_as_its_own(course: Course) -> None:
    """No text gives it a time for its opinion: the twelve months are those of the project."""
    papers = ("development-council", "development-council-members", "development-council-opinion")
    own = [each.name for each in drafts(*course).made if each.template in papers and told_as_its_own(each, course[1])]
    assert own == []
