"""Where no row of a table names an open way, the ways that the law leaves are told: none is said to be shut."""

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.questions import question_part

from .conftest import READING, case_in
from .test_formats import squeezed

CASE = READING / "service-du-petr-transfert-partiel-2026.yaml"


def test_what_is_open_is_named_where_nothing_is_advised() -> None:
    case = case_in(CASE).answer("service.parties", "epci_communes").answer("service.power", "transferred")
    told = question_part(Desk("fr", consultation=case), "services")
    said = squeezed(f"{told.decision} {told.explanation}")
    assert squeezed("ce que la loi permet ici est à comparer") in said
    assert squeezed("voies examinées sont fermées") not in said
