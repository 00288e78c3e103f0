"""Whether what a way leads to is there already, where an answer denies what the rules would conclude of it."""

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.inference.facts import FactKey


def there_by(case: Case, way: OptionOutcome) -> tuple[FactKey, ...]:
    """Give the facts not known that say whether what a way leads to is there, of those that it has to be asked of."""
    keys = ((fact, None) for fact in way.option.done_awaits)
    return tuple(key for key in keys if case.memory.applies(*key) is True and case.memory.facts.get(*key) is None)
