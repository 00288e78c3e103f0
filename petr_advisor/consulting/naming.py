"""What it turns on which of its two names a way has, where it is not proposed under one of them by default."""

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.consulting.requirements import holds, truth
from petr_advisor.inference.facts import FactKey
from petr_advisor.knowledge.base import READING_PREFIX
from petr_advisor.knowledge.options import Titled


def named_by(case: Case, way: OptionOutcome) -> tuple[FactKey, ...]:
    """Give the facts not known that say which name a way has, where it has to be known before it is proposed."""
    titled = way.option.titled
    if titled is None or titled.awaits is None or not holds(case, titled.awaits):
        return ()
    return _open(case, titled)


def not_said_by(case: Case, way: OptionOutcome) -> tuple[FactKey, ...]:
    """Give the facts said not to be known that say which name a way has, proposed under the first meanwhile."""
    said = case.state.answers
    open_ones = _open(case, way.option.titled) if way.option.titled else ()
    return tuple(key for key in open_ones if key in said and said[key].value is None)


def _open(case: Case, titled: Titled) -> tuple[FactKey, ...]:
    """Give the facts not known on which a name turns."""
    if truth(case, titled.when) is not None:
        return ()
    relevant = case.situation.relevant(case.situation.diagrams.condition(titled.when))
    return tuple(sorted(key for key in relevant if not key[0].startswith(READING_PREFIX)))
