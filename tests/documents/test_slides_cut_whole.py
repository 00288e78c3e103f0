"""What has no room on a slide is cut between two things told, never within a rule: half of it says another one."""

import pytest

from petr_advisor.documents.renderers.slides.fitting import cut

PARTS = (
    "Vote la dissolution : consentement, ou demande motivée",
    "Le silence ne vaut pas accord : il faut un acte exprès",
    "Accord de tous, ou demande de la majorité des membres",
    "Indispensable : CC du Plateau",
)


@pytest.mark.parametrize("width", range(160, 520, 20))
@pytest.mark.parametrize("most", [3, 4, 5, 6])
def test_a_row_of_votes_is_cut_between_two_rules(width: int, most: int) -> None:
    kept = cut(" · ".join(PARTS), width, 14, most)
    told = kept.removesuffix("…").rstrip().split(" · ")
    assert told[1:] == list(PARTS[1 : len(told)])
    if len(told) > 1:
        assert told[0] == PARTS[0]
