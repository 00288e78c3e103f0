"""A way that waits for an answer says what shuts it whatever that answer, until when, and what would lift it."""

from dataclasses import replace
from datetime import date

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.building.questions import answer_in_short
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.procedures.record import Done
from petr_advisor.scenarios.loading import load_scenarios
from petr_advisor.scenarios.scenario import Scenario

FILE = "course/governance-of-a-petr-not-yet-proposed.yaml"


def scenario() -> Scenario:
    base = load()
    return next(iter(load_scenarios(examples_folder() / FILE, base)))


def explained(case: Consultation) -> str:
    """Give the explanation of the answer, its apostrophes as they are typed."""
    return (answer_in_short(case, "evolution", "fr").explanation or "").replace("’", "'")


def test_a_refusal_is_told_beside_what_is_not_known() -> None:
    case = scenario().consultation(engine("native"))
    base = case.base
    agreement = base.options["l5741-4"].requires["agreement"]
    said = explained(case)
    assert agreement.title.fr.split(",")[0] in said
    assert "21 décembre 2026" in said
    assert base.facts["perimeter.one_piece"].label.fr in said


def test_nothing_is_told_of_an_obstacle_where_nobody_refuses() -> None:
    case = scenario().consultation(engine("native"))
    known = case.memory.facts.known
    refusing = next(of for of in case.lists["member"].ids if known["member.vote", of].value == "against")
    told = case.answer("member.vote", "for", refusing)
    assert "21 décembre 2026" not in explained(told)


def test_no_vote_can_change_after_the_last_day_of_who_received_last() -> None:
    case = scenario().consultation(engine("native"))
    silent, carried, refused = case.lists["member"].ids
    sent = Done("petr-transformation", "notify", on=date(2026, 9, 21))
    vote = replace(sent, act="epci-votes", on=date(2026, 10, 5), received=date(2026, 9, 22))
    told = case
    for done in (
        replace(sent, act="proposal", on=date(2026, 9, 14)),
        sent,
        replace(vote, member=silent, on=None, received=date(2026, 9, 24), only_received=True),
        replace(vote, member=carried),
        replace(vote, member=refused, result="refused"),
    ):
        told = told.record(done)
    said = explained(told)
    assert "24 décembre 2026" in said
    assert "21 décembre 2026" not in said
