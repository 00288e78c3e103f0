"""What is to be checked before an act that avoids an event by law is not told to whoever answered that it is so."""

from datetime import date

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.build import build
from petr_advisor.documents.settings import Adviser
from petr_advisor.inference.engines import engine
from petr_advisor.words.voice import screen_voice

DAY, EPCIS = "reconnu avant le 18 décembre 2010", "tous les membres sont des EPCI à fiscalité propre"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({}, {DAY, EPCIS}),
        ({"members.every_own_tax_epci": True}, {DAY}),
        ({"structure.pays_recognised": True, "structure.pays_recognised_on": date(2005, 4, 1)}, {EPCIS}),
        (
            {
                "structure.pays_recognised": True,
                "structure.pays_recognised_on": date(2005, 4, 1),
                "members.every_own_tax_epci": True,
            },
            set(),
        ),
    ],
)
def test_only_what_no_answer_says_is_to_be_checked(said: dict[str, object], told: set[str]) -> None:
    """« après avoir vérifié… que tous les membres sont des EPCI » was asked of who had answered yes."""
    case = Consultation.start(load(), date(2014, 6, 15), ["evolution"], engine("native"))
    case = case.answer("structure.legal_form", "closed_syndicate").cannot_list("member")
    for fact, value in said.items():
        case = case.answer(fact, value)
    (term,) = (each for each in case.terms if each.key == "maptam-notice-ends")
    (act,) = term.acts
    assert {words for words in (DAY, EPCIS) if words in act.does.fr} == told
    assert ("vérifié" in act.does.fr) == ("checked" in act.does.en) == bool(told)
    assert act.does.fr.startswith("demander au préfet")


def test_the_part_that_holds_more_than_money_says_so() -> None:
    """« Salariés de droit privé : oui » and « fonder son contrat sur les solidarités » stood under « L'argent »."""
    case = Consultation.start(load(), date(2026, 11, 24), ["contracts"], engine("native"))
    members = {of: {"member.name": f"CC {of}", "member.kind": "cc", "member.population": 9000} for of in ("x", "y")}
    case = case.list_entities("member", members).answer("structure.legal_form", "petr")
    case = case.answer("petr.project_approved", value=True).answer("structure.private_staff", value=True)
    note = build(case, "fr", Adviser(), date(2026, 11, 24)).note
    assert note is not None
    assert note.money is not None
    assert "salariés de droit privé" in " ".join(note.money.said)
    title = screen_voice("fr").phrase("note.money")
    assert all(word in title.lower() for word in ("argent", "moyens", "contrats"))
