"""Checks that need nothing but the rule base itself: names, periods, scopes, texts, what is left unused."""

from collections.abc import Iterable, Iterator

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks import (
    absence,
    acts_to_come,
    checklists,
    identifiers,
    norms,
    order,
    origins,
    references,
    regimes,
    respondents,
    scopes,
    subjects,
    tables,
    templates,
    themes,
    unused,
    wording,
)
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.problems import Problem, in_order

_OF_WHAT_IS_READ = (identifiers.check, references.check, wording.check)
"""Checks of what is written, which hold for an entry read in part."""
_OF_WHOLE_ENTRIES = (
    norms.check,
    scopes.check,
    order.check,
    origins.check,
    absence.check,
    tables.check,
    themes.check,
    regimes.check,
    respondents.check,
    subjects.check,
    checklists.check,
    acts_to_come.check,
    templates.check,
    unused.check,
)


def check(base: KnowledgeBase, places: Places) -> tuple[Problem, ...]:
    """Give every problem found, in the order of the files; of an entry read in part, what does not come of that."""
    written = (problem for part in _OF_WHAT_IS_READ for problem in part(base, places))
    whole = (problem for part in _OF_WHOLE_ENTRIES for problem in part(base, places))
    return in_order((*written, *of_whole_entries(whole, places)))


def of_whole_entries(problems: Iterable[Problem], places: Places) -> Iterator[Problem]:
    """Give the problems that are not about an entry read in part, and so may come of what was left out of it."""
    return (problem for problem in problems if places.entry_of(problem) not in places.broken)
