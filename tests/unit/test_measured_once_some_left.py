"""Whether what stays of a perimeter is in one piece is read off the land borders, once it is said who leaves."""

from collections.abc import Mapping
from datetime import date

import pytest

from petr_advisor.batch.columnar import Plain, facts_on
from petr_advisor.batch.form import Raw
from petr_advisor.checking import load
from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.inference.facts import EntityList, Known, Value

MIDDLE, CAHORS, SERRES = "200039519", "200023737", "200040418"
"""CC du Quercy Blanc lies between the two others, which do not touch."""
LEFT = {kind.without: fact for fact, kind in load().facts.items() if kind.without is not None}


def withdrawing(leaves: Mapping[str, bool], day: date = date(2026, 11, 30)) -> Consultation:
    case = Consultation.start(load(), day, ["life"], engine("native"))
    case = case.answer("structure.legal_form", "petr").answer("petr.change_planned", "withdrawal")
    cells: dict[str, dict[str, Value]] = {
        of: {"member.name": of, "member.kind": "ca" if of == CAHORS else "cc"} for of in (CAHORS, MIDDLE, SERRES)
    }
    case = case.list_entities("member", cells)
    for of, value in leaves.items():
        case = case.answer("member.leaves", value, of)
    return case


def test_what_stays_in_one_piece_is_measured_and_not_asked() -> None:
    (fact,) = LEFT.values()
    case = withdrawing({CAHORS: False, MIDDLE: False, SERRES: True})
    known = case.facts.known[fact, None]
    assert (known.value, known.by) == (True, "measure")
    assert fact not in {question.fact for question in case.agenda.questions}


@pytest.mark.parametrize(
    "leaves",
    [{CAHORS: False, SERRES: True}, {CAHORS: False, MIDDLE: True, SERRES: False}, {}],
    ids=["not said of one", "in two pieces", "not said"],
)
def test_what_is_not_known_or_in_pieces_is_asked(leaves: Mapping[str, bool]) -> None:
    """Two pieces on the map may be joined by a bridge: a person says so."""
    (fact,) = LEFT.values()
    case = withdrawing(leaves)
    assert (fact, None) not in case.facts.known
    hint = case.hint(fact)
    assert (hint is not None) is (len(leaves) == 3)
    assert hint is None or (hint.value is False and not hint.settled)


def test_who_leaves_is_asked_first_so_that_what_stays_is_not() -> None:
    (fact,) = LEFT.values()
    case, asked = withdrawing({}), []
    for _ in range(30):
        question = case.agenda.next()
        if question is None:
            break
        asked.append(question.fact)
        case = case.dont_know(*question.key) if question.of is None else case.answer(*_stays(question))
    assert set(LEFT) <= set(asked)
    assert fact not in asked


def _stays(question: Question) -> tuple[str, Value, str | None]:
    values: dict[str, Value] = {"yes_no": question.of == SERRES, "count": 1}
    return question.fact, values.get(question.kind.type, next(iter(question.kind.choices), False)), question.of


def test_a_row_of_a_batch_is_measured_the_same() -> None:
    (fact,) = LEFT.values()
    for out in (MIDDLE, SERRES):
        case = withdrawing({of: of == out for of in (CAHORS, MIDDLE, SERRES)})
        known = {key: Known(answer.value) for key, answer in case.state.answers.items() if answer.value is not None}
        row = Plain(raw=Raw(1, {}), known=known, members=EntityList((CAHORS, MIDDLE, SERRES), complete=True))
        measured, known_so = (each.known.get((fact, None)) for each in (facts_on(row, case.rules), case.facts))
        assert (measured is None) is (known_so is None) is (out == MIDDLE)
        assert measured is None or known_so is None or (measured.value, measured.by) == (known_so.value, known_so.by)
