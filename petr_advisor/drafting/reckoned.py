"""Words that follow a number which no fact holds: those of the band in which it falls."""

from collections.abc import Callable

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.completion import EntityView
from petr_advisor.inference.facts import Known
from petr_advisor.inference.working_memory import THE_TERRITORY
from petr_advisor.knowledge.blanks import Reckoning
from petr_advisor.words.texts import Text


def reckoned(case: Consultation, reckoning: Reckoning, held: Callable[[str], object]) -> Text | None:
    """Give the words for the sum of some places; None where one is not known, or where another number has others."""
    parts = [held(name) for name in reckoning.sum]
    numbers = [part for part in parts if isinstance(part, int)]
    if len(numbers) < len(parts):
        return None
    found = _words(case, reckoning, sum(numbers))
    if reckoning.like is None:
        return found
    other = held(reckoning.like)
    return found if isinstance(other, int) and _words(case, reckoning, other) is found else None


def _words(case: Consultation, reckoning: Reckoning, number: int) -> Text | None:
    facts = case.memory.facts.with_known({(reckoning.fact, None): Known(number, "measure")})
    tokens = case.memory.tokens.get(THE_TERRITORY, frozenset())
    view = EntityView(case.rules, facts, THE_TERRITORY.kind, tokens)
    sayings = case.base.blanks[reckoning.words].says
    return next((each.text for each in sayings if each.when is not None and view.truth(each.when) is True), None)
