"""The reservation made on the answer names another way: none passes before itself."""

from datetime import date

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.questions import answer_in_short
from petr_advisor.inference.engines import engine


def test_a_way_chosen_while_undetermined_is_no_rival_of_itself() -> None:
    base = load()
    case = Consultation.start(base, date(2014, 6, 15), ["evolution"], engine("native"))
    case = case.answer("structure.legal_form", "closed_syndicate")
    waiting = [route for route in case.outcomes[0].routes if route.status == "undetermined"]
    assert waiting
    for route in waiting:
        chosen = case.choose("evolution", route.id)
        desk = Desk("en", consultation=chosen)
        alone = desk.phrase("explain-rival", option=desk.quoted(route.option.title))
        assert alone not in (answer_in_short(chosen, "evolution", "en").explanation or "")
