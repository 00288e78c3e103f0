"""What a line of a checklist says of its fact."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from petr_advisor.consulting.answers import Remark
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.facts import FactKey
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checklists import Line

Said: TypeAlias = bool | str | None
"""What is said of a line: yes, no, one of the values that this leaves, or None for « I do not know »."""


def with_lines(
    held: Consultation, said: Mapping[FactKey, Said], remark_on: Callable[[FactKey], Remark]
) -> Consultation:
    """Give the consultation with what is said of some lines, each with its remark, which nobody supposes any more.

    Where it leaves several values to choose from, what was answered before goes, and what it denies is kept.
    """
    for key, each in said.items():
        remark = replace(remark_on(key), supposed=False)
        if isinstance(each, str):
            held = held.answer(key[0], each, key[1], remark=remark)
        else:
            now = with_line(held, key, remark, yes=each)
            held = left_open(held, key, yes=each) if now is None else now
    return held


def leaves(base: KnowledgeBase, fact: str, *, yes: bool) -> tuple[str, ...]:
    """Give the values that yes, or no, leaves to choose from; none where it gives one."""
    line, kind = base.line_of.get(fact), base.facts[fact]
    if line is None or line.value(kind, yes=yes) is not None:
        return ()
    denied = line.value(kind, yes=not yes)
    return tuple(value for value in kind.choices if value != denied)


def left_open(held: Consultation, key: FactKey, *, yes: bool | None) -> Consultation:
    """Give the consultation with a line that leaves several values to choose from: all but the one that it denies."""
    fact, of = key
    denied = None if yes is None else _line(held, fact).value(held.base.facts[fact], yes=not yes)
    state = held.state
    if isinstance(denied, str):
        same = state.denied.get(key) == denied and key not in state.skipped
        return held if same else held.deny(fact, denied, of)
    return held.withdraw(fact, of) if key in state.answers or key in state.skipped else held


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
    """Give what the answer in force says of a line; None for « I do not know » and for what says neither.

    Of a question still open, it is what denied one of its values.
    """
    fact, _ = key
    answer, denied = held.state.answers.get(key), held.state.denied.get(key)
    if answer is None and denied is not None:
        return denied == _line(held, fact).if_no
    return None if answer is None else _line(held, fact).said(held.base.facts[fact], answer.value)


def _line(held: Consultation, fact: str) -> Line:
    """Give the line of a fact; one of yes or no says the same where no checklist has it."""
    return held.base.line_of.get(fact) or Line(fact=fact)
