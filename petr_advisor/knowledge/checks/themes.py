"""The course of action: every route of a question with themes answers one of them, and what is done has a date."""

from collections.abc import Iterator

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.uses import Place
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.problems import Problem
from petr_advisor.words.speech import told


def check(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report routes that no theme would ever propose, and days since when that are no days."""
    for key, option in base.options.items():
        question = base.key_questions.get(option.answers)
        if question is not None and question.themes and option.kind == "route" and option.theme is None:
            message = told("check.theme-missing", answers=option.answers, known=tuple(question.themes))
            yield Place("options", key).problem(places, message)
        since = base.facts.get(option.done_on or "")
        if since is not None and since.type != "date":
            message = told("check.done-on-no-date", name=option.done_on, type=since.type)
            yield Place("options", key, ("done_on",)).problem(places, message)
