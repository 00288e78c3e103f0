"""Where the arguments favour staying, the document and the plain text both say so."""

import pytest

from petr_advisor.documents.build import build
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.texts import conclusions_text
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenarios

from .conftest import MADE_ON, real_base

CASES = {
    scenario.name.partition("#")[2]: scenario
    for scenario in load_scenarios(examples_folder() / "evolution" / "traps" / "better-to-stay.yaml", real_base())
}


@pytest.mark.parametrize(
    ("variant", "verdict"),
    [("", "stay"), ("a-project-to-carry", "proposed"), ("private-partners", "stay"), ("petr-in-place", "stay")],
)
def test_staying_is_proposed_where_the_arguments_favour_it(variant: str, verdict: str) -> None:
    case = CASES[variant].consultation(engine("native"))
    assert build(case, "fr", Adviser(), MADE_ON).questions[0].verdict == verdict
    assert ("aucun n’offre dans ce cas plus d’avantages" in conclusions_text(case, "fr")) == (verdict == "stay")
