"""What a cure makes is coherent: once carried out, it leaves no answers that exclude each other."""

from dataclasses import replace
from datetime import date

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.atoms import parse_value
from petr_advisor.inference.engines import engine
from petr_advisor.inference.facts import FactKey, Value

COUNTED = {
    "structure.legal_form": "none",
    "procedure.under_way": "creation",
    "members.epci": 3,
    "members.in_favour": 2,
    "members.refusing": 1,
    "members.any_refused": "yes",
    "members.not_in_favour": 1,
    "refusal.outlook": "may_change",
}


def test_a_new_favourable_vote_takes_the_refusal_out_of_the_counts() -> None:
    base = load()
    consultation = Consultation.start(base, date(2026, 11, 24), ["evolution"], engine("native"))
    for fact, value in COUNTED.items():
        consultation = consultation.answer(fact, value)
    makes = base.cures["refusing-epci-votes-again"].makes
    supposed: dict[FactKey, Value] = {
        (fact, None): parse_value(base.facts[fact], value) for fact, value in makes.items()
    }

    assert consultation.conflicts == ()
    assert replace(consultation, supposed=supposed).conflicts == ()
