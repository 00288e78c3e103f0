"""Dossiers of the real rule base drawn by a seed: values at the thresholds of the law, lists with holes, silence."""

from collections.abc import Iterator
from datetime import date
from random import Random

from petr_advisor.consulting.answers import Answered, Chosen, Event, GivenBy, Listed
from petr_advisor.consulting.case import Case, compiled, diagrams, enacted
from petr_advisor.inference.facts import Value
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.base import KnowledgeBase

PART = 3
"""How many key questions are put to a dossier; every so often all of them are."""
DAYS = (date(2014, 7, 27), date(2015, 8, 8), date(2019, 1, 1), date(2022, 12, 31), date(2026, 11, 24))
"""Few dates, so that what was built for one serves again."""


_VALUES: dict[tuple[int, str, date], tuple[Value, ...]] = {}


def values(base: KnowledgeBase, fact: str, day: date) -> tuple[Value, ...]:
    """Give values of a fact on both sides of everything that the law compares it with, remembered."""
    place = (id(base), fact, day)
    if place not in _VALUES:
        law = diagrams(compiled(base, tuple(base.key_questions)), enacted(base, day))
        found = tuple(value for cell in law.cells(fact) for value in cell.representatives)
        _VALUES[place] = found or ("", "67", "2A", "Côte-d'Or")
    return _VALUES[place]


def dossier(base: KnowledgeBase, seed: int, engine: Engine) -> Case:
    """Give the dossier of a seed, put to some key questions."""
    random = Random(seed)  # noqa: S311 - a dossier is to be had again
    day = DAYS[seed % len(DAYS)]
    events = (*_members(base, day, random), *_answers(base, day, random), *_choices(base, random))
    return Case(base, day, _questions(base, seed // len(DAYS)), engine, events)


def _questions(base: KnowledgeBase, turn: int) -> tuple[str, ...]:
    """Give some of the key questions, the next ones each time, and all of them at the end of a round."""
    found = tuple(base.key_questions)
    start = turn % (len(found) // PART + 2) * PART
    return found[start : start + PART] or found


def _members(base: KnowledgeBase, day: date, random: Random) -> Iterator[Event]:
    """Say nothing of the members, or that they cannot be listed, or list some, not all of whom are well known."""
    if random.random() < 1 / 3:
        return
    if random.random() < 1 / 3:
        yield Listed("member", None)
        return
    facts = [fact for fact, kind in base.facts.items() if kind.of == "member" and kind.askable]
    often = random.choice((0.5, 0.9, 1))
    by: GivenBy = "user"
    rows = tuple(
        (
            f"m{number}",
            tuple((fact, random.choice(values(base, fact, day)), by) for fact in facts if random.random() < often),
        )
        for number in range(random.choice((0, 1, 2, 3, 5)))
    )
    yield Listed("member", rows, random.random() < 0.8)


def _answers(base: KnowledgeBase, day: date, random: Random) -> Iterator[Event]:
    often = random.choice((0.1, 0.3, 0.6, 1))
    for fact, kind in base.facts.items():
        if kind.askable and kind.of is None and random.random() < often:
            unknown = random.random() < 0.05
            yield Answered((fact, None), None if unknown else random.choice(values(base, fact, day)))


def _choices(base: KnowledgeBase, random: Random) -> Iterator[Event]:
    for question in base.key_questions:
        if random.random() < 0.1:
            yield Chosen(question, random.choice([key for key, o in base.options.items() if o.answers == question]))
