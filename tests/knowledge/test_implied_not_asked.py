"""What an answer settles is not asked: by what cannot be together, whatever else is not known, at any date."""

from collections.abc import Iterator
from datetime import date
from itertools import permutations

import pytest

from petr_advisor.consulting.consultation import AnswerError, Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.conditions import facts_of
from tests.documents.conftest import real_base

DAYS = (date(2014, 2, 1), date(2014, 6, 15), date(2015, 6, 1), date(2019, 6, 1), date(2026, 11, 24))
LARGE, LARGER = "members.some_above_50000", "members.some_above_100000"


def begun(day: date) -> Consultation:
    """An association of which nobody can list the members."""
    start = Consultation.start(real_base(), day, None, engine("native"))
    return start.answer("structure.legal_form", "association").cannot_list("member")


def tied(case: Consultation) -> list[tuple[str, str]]:
    """The facts asked of a territory that cannot be together in every way."""
    facts, known = case.base.facts, case.memory.facts.known
    free = {key for key, kind in facts.items() if kind.askable and kind.of is None and (key, None) not in known}
    sets = [sorted(free & set(facts_of(conflict.when))) for conflict in case.base.conflicts.values()]
    return sorted({pair for each in sets for pair in permutations(each, 2)})


def values_left(case: Consultation, fact: str) -> int:
    """Count the values of a fact that what is known leaves, those alike as one."""
    allowed = case.situation.allowed((fact, None))
    return sum(not allowed.isdisjoint(cell.representatives) for cell in case.situation.diagrams.cells(fact))


def settling(case: Consultation, fact: str, by: str) -> Iterator[Consultation]:
    """The case with each answer to one fact that leaves a single value to the other."""
    for value in sorted(case.situation.allowed((by, None)), key=str):
        try:
            said = case.answer(by, value)
        except AnswerError:  # a value that stands for a range, and that nobody gives
            continue
        if not said.clashes and values_left(said, fact) == 1 < values_left(case, fact):
            yield said


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_what_an_answer_settles_is_not_asked(day: date) -> None:
    case, found = begun(day), set[tuple[str, str]]()
    for fact, by in tied(case):
        for said in settling(case, fact, by):
            found.add((fact, by))
            assert fact not in {question.fact for question in said.agenda.questions}, (fact, by)
    assert (LARGER, LARGE) in found
