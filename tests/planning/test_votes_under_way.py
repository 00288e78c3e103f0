"""Votes under way in a plan: nobody who has voted is asked to; and nothing is done by a body that is not there."""

from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from petr_advisor.consulting.attempts import begun_again
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.running import running_parts
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.planning.model import Roadmap, Task
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.situation import Situation
from petr_advisor.procedures.marks import Mark
from petr_advisor.procedures.record import Done
from petr_advisor.procedures.tally import FINAL
from petr_advisor.scenarios.loading import load_scenarios
from tests.documents.conftest import real_base
from tests.planning.plans import plans

TODAY = date(2026, 11, 27)
NAMES = {"a": "CC de la Garenne", "b": "CC des Deux Rives", "c": "CC du Haut Bois"}
VOTES = "petr-creation", "epci-votes"


def _founding(**votes: str) -> Roadmap:
    """Plan the creation of a PETR by three communities around a GIP, some of which have voted."""
    rows = {of: {"member.name": name, "member.kind": "cc"} for of, name in NAMES.items()}
    case = Consultation.start(real_base(), TODAY, ["evolution", "governance"], engine("native"))
    case = case.answer("structure.legal_form", "gip").list_entities("member", rows)
    case = case.answer("procedure.under_way", "creation")
    for of, result in votes.items():
        case = case.record(Done(*VOTES, member=of, on=date(2026, 10, 1), result=result))  # type: ignore[arg-type]
    return roadmap(case, TODAY, "creation")


def test_those_who_are_still_to_vote_are_named() -> None:
    who = _founding(a="carried", b="carried").task("/".join(VOTES)).who
    assert who.en == "the EPCI councils (still to vote: CC du Haut Bois)"
    assert "reste à voter" in who.fr


def test_who_is_still_to_vote_has_the_day_of_its_own_time() -> None:
    """The day of a member notified later, who has voted already, would cost its own to whoever trusts it."""
    rows = {of: {"member.name": name, "member.kind": "cc"} for of, name in NAMES.items()}
    case = Consultation.start(real_base(), date(2026, 11, 27), ["evolution"], engine("native"))
    case = case.answer("structure.legal_form", "closed_syndicate").list_entities("member", rows)
    case = case.record(Done("petr-transformation", "proposal", date(2026, 9, 1)))
    received = {"a": (date(2026, 9, 10), date(2026, 10, 1)), "b": (date(2026, 9, 14), date(2026, 10, 2))}
    for of, (day, on) in received.items():
        case = case.record(Done("petr-transformation", "epci-votes", on, member=of, received=day, result="carried"))
    case = case.record(
        Done("petr-transformation", "epci-votes", member="c", received=date(2026, 9, 7), only_received=True)
    )
    who = roadmap(case, TODAY, "l5741-4").task("petr-transformation/epci-votes").who
    assert who.en == "the council of each member EPCI (still to vote: CC du Haut Bois, until 7 December 2026 inclusive)"


def test_a_vote_planned_is_named_with_its_day() -> None:
    rows = {of: {"member.name": name, "member.kind": "cc"} for of, name in NAMES.items()}
    case = Consultation.start(real_base(), TODAY, ["evolution"], engine("native"))
    case = case.answer("structure.legal_form", "gip").list_entities("member", rows)
    case = case.answer("procedure.under_way", "creation")
    case = case.record(Done(*VOTES, member="b", on=date(2026, 12, 10), result="carried"))
    who = roadmap(case, TODAY, "creation").task("/".join(VOTES)).who
    assert "CC des Deux Rives on 10 December 2026" in who.en
    assert "CC des Deux Rives le 10 décembre 2026" in who.fr


def test_a_vote_that_needs_no_more_is_not_dated_again() -> None:
    """Two of three have asked for the end: the request is there, and no time runs for the third."""
    rows = {of: {"member.name": name, "member.kind": "cc"} for of, name in NAMES.items()}
    case = Consultation.start(real_base(), TODAY, ["life"], engine("native"))
    case = case.answer("structure.legal_form", "petr").list_entities("member", rows)
    case = case.answer("petr.change_planned", "dissolution")
    for of in ("a", "b"):
        done = Done("petr-dissolution-by-agreement", "votes", member=of, on=date(2026, 10, 1), result="carried")
        case = case.record(done)
    votes = roadmap(case, TODAY, "life-dissolution").task("petr-dissolution-by-agreement/votes")
    assert "majority reached, no further vote is needed" in votes.who.en
    assert (votes.soonest, votes.latest) == (TODAY, TODAY)
    (found,) = running_parts(Desk("en", consultation=case))
    assert any("may still go back on its vote" in said for said in found.tallies[0].said)


def test_nobody_is_named_where_nobody_has_voted() -> None:
    assert "(" not in _founding().task("/".join(VOTES)).who.en


def test_what_an_act_done_contains_is_not_told_as_done_by_a_body_that_is_not_there() -> None:
    done = [text.en for text in _founding(a="carried").done]
    assert any("draft statutes" in text for text in done)
    assert not [text for text in done if "syndicate council" in text]


@cache
def _under_way() -> tuple[tuple[str, Task, Mark, Consultation], ...]:
    return tuple(_votes())


def _votes() -> Iterator[tuple[str, Task, Mark, Consultation]]:
    files = sorted(
        file for file in (examples_folder() / "reading").glob("*.yaml") if "member:" in file.read_text("utf-8")
    )
    for name, case, plan in plans(files):
        for task in plan.tasks:
            procedure, _, act = task.id.partition("/")
            mark = Situation(case).marks(procedure).get(act) if procedure not in begun_again(case) else None
            if mark is not None and mark.tally is not None and mark.tally.state not in FINAL:
                yield name, task, mark, case


def test_nobody_who_voted_is_asked_to_vote_again() -> None:
    looked_at = 0
    for name, task, mark, case in _under_way():
        blocked = mark.tally is not None and mark.tally.state == "blocked"
        for vote in mark.votes:
            known = case.facts.get("member.name", vote.member)
            if vote.vote is None or known is None or (blocked and vote.vote == "against"):
                continue
            looked_at += 1
            assert str(known.value) not in task.who.fr, (name, task.id)
    assert looked_at > 5


@pytest.mark.parametrize("standing", ["awaited", "missing"])
def test_whoever_is_awaited_is_named_once_somebody_has_voted(standing: str) -> None:
    for name, task, mark, case in _under_way():
        decided = Situation(case).decided(*task.id.split("/"))
        if mark.tally is None or decided or not any(vote.vote for vote in mark.votes):
            continue
        for member, found in mark.tally.standing.items():
            known = case.facts.get("member.name", member)
            if found == standing and known is not None:
                assert str(known.value) in task.who.fr.replace("’", "'"), (name, task.id)


def test_a_vote_that_a_majority_has_carried_is_asked_of_nobody_as_if_it_lacked() -> None:
    """Where another reading still asks for all, it is told as such."""
    path = examples_folder() / "reading" / "petr-competence-majorite-atteinte-2026.yaml"
    found = next(iter(load_scenarios(path, real_base()))).consultation(engine("native"))
    who = roadmap(found, found.as_of).task("power-transfer/members").who
    assert "majorité atteinte" in who.fr
    assert "reste à voter" not in who.fr
    assert "another reading" in who.en
    assert "CC des Faucilles" in who.en
