"""What an opposition that was enough lacked: the fewest members whose agreement would have left too few to object."""

from tests.documents.conftest import READING, case_in, report_of

REFUSED = READING / "transformation-doffice-refusee-par-trois-2014.yaml"


def test_one_agreement_would_have_been_enough() -> None:
    """Three of four EPCIs objected; without either of two of them, half was left, with less than two thirds."""
    told = report_of(case_in(REFUSED), "fr").model_dump_json().replace("\u00a0", " ").replace("\u202f", " ")
    assert "il a manqué 1 accord au moins : CA de la Cité ou CC du Lautrécois." in told
