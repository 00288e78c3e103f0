"""The same case for another service, another operation: what was said of the one in hand alone is left out."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from petr_advisor.consulting.answers import (
    Answered,
    Chosen,
    Event,
    GivenBy,
    Listed,
    Recorded,
    Skipped,
    Struck,
    Withdrawn,
)
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.facts import Value
from petr_advisor.knowledge.options import Another
from petr_advisor.knowledge.subjects import names_of

Known = tuple[str, Value, GivenBy]
"""What a list says of one of its entities."""


def others(held: Consultation) -> Mapping[str, Another]:
    """Give, by key question, what another may be taken of: that of which something was said, whatever is asked."""
    said = {key[0] for key in held.state.answers}
    found = {key: question.another for key, question in held.base.key_questions.items()}
    return {key: each for key, each in found.items() if each is not None and any(_of_it(each, fact) for fact in said)}


def another_at(held: Consultation, fact: str) -> Another | None:
    """Give what is said below a question to take one thing at a time; None below the others."""
    found = (question.another for question in held.base.key_questions.values())
    return next((each for each in found if each is not None and fact in each.told_at), None)


def for_another(held: Consultation, question: str) -> Consultation:
    """Give the consultation as if nothing had been said, chosen or recorded of the one in hand."""
    return replace(held, events=tuple(_left(held, question)))


def _left(held: Consultation, question: str) -> Iterator[Event]:
    it, base = held.base.key_questions[question].another, held.base
    if it is None:
        yield from held.events
        return
    procedures = {name for option in base.options.values() if option.answers == question for name in option.procedures}
    for event in held.events:
        match event:
            case Answered(key) | Skipped(key) | Withdrawn(key) if _of_it(it, key[0]):
                continue
            case Chosen(asked) if asked == question:
                continue
            case Recorded(done) if done.procedure in procedures:
                continue
            case Struck(procedure) if procedure in procedures:
                continue
            case Listed(entities=rows) if rows is not None:
                yield replace(event, entities=tuple((row, _kept(it, values)) for row, values in rows))
            case _:
                yield event


def _kept(it: Another, values: tuple[Known, ...]) -> tuple[Known, ...]:
    return tuple(known for known in values if not _of_it(it, known[0]))


def _of_it(it: Another, fact: str) -> bool:
    return any(name in it.holds for name in names_of(fact))
