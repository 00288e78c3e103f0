"""What an opposition that was enough lacked: the fewest members whose agreement would have left too few to object."""

from petr_advisor.procedures.again import lacking
from tests.documents.conftest import READING, case_in

REFUSED = READING / "transformation-doffice-refusee-par-trois-2014.yaml"


def test_one_agreement_would_have_been_enough() -> None:
    """Three of four EPCIs objected; without either of two of them, half was left, with less than two thirds."""
    case = case_in(REFUSED)
    mark = case.progress["petr-automatic-2014"].progress.marks["epci-votes"]
    lacked = lacking(mark, case.as_of)
    assert lacked is not None
    assert lacked.sets == (("ca-de-la-cit",), ("cc-du-lautr-cois",))
