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
        assert ("vote à leur place" in said) == ends, said
        assert found.note is not None
        assert (found.note.seats is None) == ends


def test_whoever_creates_while_something_else_is_under_way_is_warned_of_being_one_alone() -> None:
    running, _ = load_scenarios(examples_folder() / "reading" / FILE, real_base())
    found = build(running.consultation(engine("native")), "fr", Adviser(), MADE_ON)
    assert any("qu’un EPCI, le PETR ne pourrait pas" in risk.consequence for risk in found.risks if risk.consequence)
