"""« If nobody does anything » names those whose silence decides: who has voted in time is not out of time."""

from .conftest import reading
from .test_formats import squeezed


def test_who_voted_in_time_is_not_among_those_whose_time_is_over() -> None:
    report = reading("petr-sieges-un-membre-muet-2026")
    (change,) = [said for part in report.running for said in part.brief if "délai étant passé" in said]
    assert squeezed(change).endswith(squeezed("le délai étant passé pour CC des Coëvrons Nord."))
