"""Why nothing is proposed yet, although the ways are weighed: something is to be known of the first of them before."""

from typing import Literal, NamedTuple

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.naming import awaited_name, turns_on
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.inference.facts import FactKey
from petr_advisor.knowledge.conditions import Condition


class HeldUp(NamedTuple):
    """What is to be known before a way is proposed."""

    by: Literal["there", "compared", "named"]
    """Whether what it leads to is there already; what the ways of its question are compared by; which name it has."""
    facts: tuple[FactKey, ...]
    """The facts not known that say it."""
    condition: Condition | None = None
    """What is to be found out; none where it was said not to be known, and is not asked again."""


def held_up(case: Case, question: str, way: OptionOutcome | None) -> HeldUp | None:
    """Give what holds up a way that would come first, if there is one, among those of a question: the first such."""
    if way is not None and (facts := there_by(case, way)):
        return HeldUp("there", facts, way.option.done)
    if facts := _compared_by(case, question):
        return HeldUp("compared", facts)
    name = awaited_name(case, way.option) if way is not None else None
    if name is not None and (facts := turns_on(case, name)):
        return HeldUp("named", facts, name.when)
    return None


def there_by(case: Case, way: OptionOutcome) -> tuple[FactKey, ...]:
    """Give the facts not known that say whether what a way leads to is there: an answer denies what rules conclude."""
    keys = ((fact, None) for fact in way.option.done_awaits)
    return tuple(key for key in keys if case.memory.applies(*key) is True and case.memory.facts.get(*key) is None)


def _compared_by(case: Case, question: str) -> tuple[FactKey, ...]:
    """Give the facts by which the ways of a question are compared, of those said not to be known."""
    said = case.state.answers
    keys = ((fact, None) for fact in case.base.key_questions[question].awaits)
    return tuple(key for key in keys if key in said and said[key].value is None and case.memory.applies(*key))
