"""A vote of a procedure that a task only calls names who can stop it alone, and is not cut for the request to it."""

from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenarios
from tests.documents.conftest import reading_note, real_base, report_of


def test_the_vote_on_the_seats_names_the_member_above_a_quarter() -> None:
    path = examples_folder() / "reading" / "petr-sieges-hors-bornes-2026.yaml"
    scenario = next(iter(load_scenarios(path, real_base())))
    note = report_of(scenario.consultation(engine("native"))).note
    assert note is not None
    votes = (each for each in note.votes if "partage des sièges" in each.does)
    vote = next(each for each in votes if each.does.startswith("se prononce"))
    assert any("CC Trois" in how for how in vote.how)


def test_a_refusal_by_which_another_answer_goes_says_which() -> None:
    """« Le transfert de la compétence » was read as that of the SCoT, the answer that leads: it is the service's."""
    note = reading_note("petr-transfert-scot-2026")
    (said,) = [stop.text for stop in note.stops if "Rien ne se fait sans l’accord" in stop.text]
    assert "pour « Transférer au PETR la compétence dont relève le service" in said.replace("\u00a0", " ")
