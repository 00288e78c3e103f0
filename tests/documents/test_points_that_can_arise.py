"""A disputed point that the case cannot raise is not told because an act of its plan cites the same norm."""

from petr_advisor.documents.model import Report
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenarios
from tests.documents.conftest import EXAMPLES, READING, case_in, real_base, report_of

TWO_PETRS = "d-double-membership-after-merger"


def _merger(**answers: str) -> Report:
    found = load_scenarios(READING / "petr-fusion-datee-2026.yaml", real_base())
    case = next(iter(found)).consultation(engine("native"))
    for fact, value in answers.items():
        case = case.answer(fact.replace("__", "."), value)
    return report_of(case)


def test_a_merger_within_one_petr_raises_no_question_of_two() -> None:
    assert TWO_PETRS not in {point.id for point in _merger().disputed}
    assert TWO_PETRS in {point.id for point in _merger(members__any_in_other_petr="yes").disputed}


def test_a_petr_to_which_a_scot_still_to_be_made_goes_raises_the_question_of_its_transfer() -> None:
    """Nobody bears a SCoT that there is not: that is no reason for the question to fall."""
    found = report_of(case_in(EXAMPLES["loire-beauce"]))
    assert "d-majority-to-transfer-scot" in {point.id for point in found.disputed}
