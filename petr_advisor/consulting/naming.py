"""What it turns on which of its two names a way has, where it is not proposed under one of them by default."""

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.consulting.requirements import holds, truth
from petr_advisor.inference.facts import FactKey
from petr_advisor.knowledge.base import READING_PREFIX


def named_by(case: Case, way: OptionOutcome) -> tuple[FactKey, ...]:
    """Give the facts not known that say which name a way has, where it has to be known before it is proposed."""
    titled = way.option.titled
    if titled is None or titled.awaits is None or not holds(case, titled.awaits):
        return ()
    if truth(case, titled.when) is not None:
        return ()
    relevant = case.situation.relevant(case.situation.diagrams.condition(titled.when))
    return tuple(sorted(key for key in relevant if not key[0].startswith(READING_PREFIX)))
