"""What a line of a checklist says of its fact."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from petr_advisor.consulting.answers import Remark
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.facts import FactKey
from petr_advisor.knowledge.checklists import Line


def with_lines(
    held: Consultation, said: Mapping[FactKey, bool | None], remark_on: Callable[[FactKey], Remark]
) -> Consultation:
    """Give the consultation with what is said of some lines, each with its remark, which nobody supposes any more.

    Where it leaves several values to choose from, what was answered before no longer stands.
    """
    for key, yes in said.items():
        now = with_line(held, key, replace(remark_on(key), supposed=False), yes=yes)
        before = held.withdraw(*key) if key in held.state.answers else held
        held = before if now is None else now
    return held


def with_line(held: Consultation, key: FactKey, remark: Remark, *, yes: bool | None) -> Consultation | None:
    """Give the consultation with a line found to be so, or not, or (None) « I do not know ».

    None where that leaves several values to choose from: the fact is then to be asked by itself.
    """
    fact, of = key
    if yes is None:
        return held.dont_know(fact, of, remark)
    value = _line(held, fact).value(held.base.facts[fact], yes=yes)
    return None if value is None else held.answer(fact, value, of, remark=remark)


def line_said(held: Consultation, key: FactKey) -> bool | None:
    """Give what the answer in force says of a line; None for « I do not know » and for what says neither."""
    answer = held.state.answers.get(key)
    return None if answer is None else _line(held, key[0]).said(held.base.facts[key[0]], answer.value)


def _line(held: Consultation, fact: str) -> Line:
    """Give the line of a fact; one of yes or no says the same where no checklist has it."""
    return held.base.line_of.get(fact) or Line(fact=fact)
