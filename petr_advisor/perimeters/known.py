"""What is known of every grouping: the answers of a case, less its members and what is measured on them."""

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.program import Engine
from petr_advisor.territory.measures import MEASURED, register


def without_members(given: Consultation, questions: tuple[str, ...], engine: Engine | None) -> Consultation:
    """Give a case of some key questions with the answers of another that hold whoever the members are."""
    case = Consultation.start(given.base, given.as_of, questions, engine)
    for (fact, of), told in given.state.answers.items():
        if of is None and told.value is not None and not is_measured(case, fact):
            case = case.answer(fact, told.value)
    return case


def members_of(given: Consultation) -> tuple[str, ...]:
    """Give the SIRENs of the members of a case that the register knows."""
    listed = given.state.lists.get(MEASURED)
    return tuple(of for of in (listed.ids if listed else ()) if register().get(of) is not None)


def is_measured(case: Consultation, fact: str) -> bool:
    """Tell whether a fact is measured on the members: on the map, in the register, or added up."""
    kind = case.base.facts[fact]
    return kind.measure is not None or (kind.summary is not None and kind.type != "yes_no")
