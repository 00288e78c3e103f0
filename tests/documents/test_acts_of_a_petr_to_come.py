"""What a PETR still to be born has to have voted is to come: nothing of it can have been refused."""

from tests.documents.conftest import EXAMPLES, case_in

ADOPTION = ("project-adoption/mayors-conference", "project-adoption/every-epci", "project-adoption/partners")


def test_the_votes_on_a_project_wait_for_the_petr() -> None:
    """The charter of the syndicate deals with two themes of four: no text is being adopted, none has been refused."""
    (line,) = case_in(EXAMPLES["loire-beauce"]).course.of("project")
    route = next(route for route in line.outcome.routes if route.id == "project-updated")
    states = {found.key: found.state for found in route.requirements}
    assert route.status == "open"
    assert {states[key] for key in ADOPTION} == {"to_come"}
    assert "unknown" not in states.values()


def test_a_petr_in_place_may_have_had_its_text_refused() -> None:
    case = case_in(EXAMPLES["loire-beauce"]).answer("structure.legal_form", "petr")
    (line,) = case.answer("petr.project_approved", value=False).course.of("project")
    route = next(route for route in line.outcome.routes if route.id == "project-updated")
    states = {found.key: found.state for found in route.requirements}
    assert states["project-adoption/every-epci"] == "unknown"
