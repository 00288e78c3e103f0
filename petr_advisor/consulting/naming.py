"""The names of an option in a case: the one it has, those it may have instead, and what it turns on which it is."""

from typing import NamedTuple

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.requirements import holds, truth
from petr_advisor.inference.facts import FactKey
from petr_advisor.knowledge.base import READING_PREFIX
from petr_advisor.knowledge.options import Option, Titled
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text


class Names(NamedTuple):
    """The names of an option in a case."""

    title: Text
    """The one it has, nothing more being known."""
    others: tuple[Titled, ...]
    """Those it would have instead, what is not known being as they want it."""


def names_of(case: Case, option: Option) -> Names:
    """Give the names of an option: one that is known to hold leaves no place for those after it."""
    others: list[Titled] = []
    for name in option.titled:
        known = truth(case, name.when)
        if known is True:
            return Names(name.title, tuple(others))
        if known is None:
            others.append(name)
    return Names(option.title, tuple(others))


def named_in(case: Case, option: Option) -> Option:
    """Give an option under the name that it has in a case, with whom it is about where that is known."""
    title = names_of(case, option).title
    known = case.memory.facts.get(option.about) if option.about is not None else None
    if known is not None and isinstance(known.value, str):
        title = told("option-about", title=title, name=known.value)
    return option if title is option.title else option.model_copy(update={"title": title})


def awaited_name(case: Case, option: Option) -> Titled | None:
    """Give the name that an option may have, of which it has to be known before it is proposed."""
    others = names_of(case, option).others
    return next((name for name in others if name.awaits is not None and holds(case, name.awaits)), None)


def turns_on(case: Case, name: Titled) -> tuple[FactKey, ...]:
    """Give the facts not known on which a name turns."""
    relevant = case.situation.relevant(case.situation.diagrams.condition(name.when))
    return tuple(sorted(key for key in relevant if not key[0].startswith(READING_PREFIX)))


def not_said_by(case: Case, name: Titled) -> tuple[FactKey, ...]:
    """Give the facts said not to be known on which a name turns: meanwhile, the option is proposed under another."""
    said = case.state.answers
    return tuple(key for key in turns_on(case, name) if key in said and said[key].value is None)
