"""« I do not know »: what is said to be settled by it stays so, whatever is answered to all that may still be asked."""

from collections.abc import Iterator
from datetime import date
from random import Random

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.consultation import AnswerError, Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from tests.walking.steps import values

FORMS = ("closed_syndicate", "open_syndicate", "association", "petr", "gip")
DAYS = (date(2014, 7, 1), date(2026, 11, 24))


@pytest.fixture(scope="module")
def law() -> KnowledgeBase:
    """The real rule base."""
    return load()


def begun(law: KnowledgeBase, day: date, form: str) -> Consultation:
    """Begin a consultation of somebody who knows the form of the structure, and cannot list its members."""
    begun = Consultation.start(law, day, ["evolution"], engine("native"))
    return begun.answer("structure.legal_form", form).cannot_list("member")


def proposed(consultation: Consultation) -> list[tuple[str, list[tuple[str, str]]]]:
    """Give what is proposed: the state of each line and its options, each with its status."""
    return [(line.state, [(each.id, each.status) for each in line.options]) for line in consultation.course.lines]


def answered(case: Consultation, question: Question, rng: Random) -> Consultation | None:
    """Answer a question at random; None where the answer is refused or excludes another."""
    try:
        found = case.answer(question.fact, rng.choice(values(case, question.fact)), question.of)
    except AnswerError:
        return None
    return None if found.clashes else found


def going_on(case: Consultation, rng: Random) -> Iterator[Consultation]:
    """Give a case as it becomes when all that may still be asked is answered at random, whatever its tier."""
    for _ in range(40):
        questions = [question for question in case.agenda.questions if not question.kind.entity]
        if not questions:
            return
        if (later := answered(case, rng.choice(questions), rng)) is not None:
            case = later
            yield case


def held(law: KnowledgeBase, rng: Random) -> Iterator[Consultation]:
    """Give a consultation, question by question, until nothing asked can change the proposal."""
    case = begun(law, rng.choice(DAYS), rng.choice(FORMS))
    while (question := case.next_question_for()) is not None:
        known = None if rng.random() < 0.6 else answered(case, question, rng)
        case = case.dont_know(*question.key) if known is None else known
        yield case


@pytest.mark.parametrize("seed", range(12))
def test_nothing_asked_later_proposes_what_had_no_hope(law: KnowledgeBase, seed: int) -> None:
    """Whatever is answered from then on, no option is proposed but those that could, and what was settled stays."""
    rng = Random(seed)  # noqa: S311 - nothing secret
    for case in held(law, rng):
        hope = case.agenda.hopes.get("evolution")
        if hope is None:
            continue
        before = proposed(case)
        for later in going_on(case, rng):
            found = {option.id for line in later.course.lines for option in line.options}
            assert found <= hope
            assert hope or proposed(later) == before


def test_the_seeds_find_what_has_hope_and_what_has_not(law: KnowledgeBase) -> None:
    """The test above speaks of something."""
    found = [case.agenda.hopes.get("evolution") for seed in range(12) for case in held(law, Random(seed))]  # noqa: S311
    assert frozenset() in found
    assert any(found)


def test_mostly_unknown_is_settled_by_ten_questions(law: KnowledgeBase) -> None:
    """A syndicate of 2014 of which little is known: nothing can be proposed, and that is said early."""
    case = Consultation.start(law, date(2014, 6, 15), ["evolution"], engine("native"))
    count = 0
    while (question := case.next_question_for()) is not None:
        known = question.fact == "structure.legal_form"
        case = case.answer(question.fact, "closed_syndicate") if known else case.dont_know(*question.key)
        count += 1
    assert count <= 10
    assert proposed(case) == [("to_settle", [])]
    assert case.course.lines[0].rival is not None
    assert len(case.agenda.details["arguments"]) > 0
