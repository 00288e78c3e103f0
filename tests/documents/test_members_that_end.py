"""A body is made by the members that will be there: what others have started and that replaces some comes first."""

from petr_advisor.documents.build import build
from petr_advisor.documents.settings import Adviser
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenarios

from .conftest import MADE_ON, real_base

FILE = "petr-a-creer-membres-qui-fusionnent-2016.yaml"


def test_the_heir_of_members_that_end_votes_and_is_seated_in_their_place() -> None:
    running, nothing = load_scenarios(examples_folder() / "reading" / FILE, real_base())
    for scenario, ends in ((running, True), (nothing, False)):
        case = scenario.consultation(engine("native"))
        found = build(case, "fr", Adviser(), MADE_ON)
        said = next(each for each in found.questions if each.id == "evolution").lines[0].decision
        assert ("prend leur place" in said) == ends, said
        assert found.note is not None
        assert (found.note.seats is None) == ends
