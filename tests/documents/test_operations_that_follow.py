"""« No operation » is not said beside another answer that is one: the line of the PETR's life says what follows."""

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.model_options import LinePart

from .conftest import READING, case_in, report_of

FILE = READING.parent / "course" / "an-operation-that-follows.yaml"


def test_the_life_of_the_petr_says_which_operation_follows() -> None:
    case = case_in(FILE)
    line = _life(case)
    assert line.decision.startswith("Aucune autre opération n’est proposée")
    assert line.decision.endswith("confier le SCoT au PETR.")
    assert line.sure is not None
    assert [part.ids for part in line.sure.missing] == [("scot",)]
    assert all("PETR, pays et SCoT" in part.said.replace("\xa0", " ") for part in line.sure.missing)


def test_nothing_follows_where_the_petr_bears_its_scot_already() -> None:
    line = _life(case_in(FILE).answer("scot.bearer", "structure"))
    assert "n’engager aucune opération" in line.decision


def _life(case: Consultation) -> LinePart:
    return next(line for each in report_of(case).questions if each.id == "life" for line in each.lines)
