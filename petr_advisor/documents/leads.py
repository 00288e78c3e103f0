"""Which of several answers leads: the note frames it, and whatever tells of the conclusions begins with it."""

from collections.abc import Iterable, Iterator

from petr_advisor.documents.model_options import QuestionPart

NOTHING_YET = frozenset({"to_settle", "conflict"})
"""Kinds of answer that wait for something."""
IDLE = NOTHING_YET | {"stay", "done"}
"""Kinds of answer on which nothing is to be done."""


def acting(questions: Iterable[QuestionPart]) -> Iterator[QuestionPart]:
    """Give the questions on which something is to be done for a reason."""
    return (found for found in questions if found.reasons and found.verdict not in IDLE)


def leading(questions: tuple[QuestionPart, ...]) -> QuestionPart | None:
    """Give, of several questions, the first on which something is to be done for a reason.

    None where one before it is still to be settled: what only goes with it does not come first.
    """
    first = next(acting(questions), None) if len(questions) > 1 else None
    before = questions[: questions.index(first)] if first else ()
    return None if any(found.verdict in NOTHING_YET for found in before) else first


def leading_first(questions: tuple[QuestionPart, ...]) -> tuple[QuestionPart, ...]:
    """Give the questions with the one that leads before the others, which stay in the order of the course."""
    first = leading(questions)
    return questions if first is None else (first, *(each for each in questions if each is not first))
