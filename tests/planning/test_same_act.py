"""An act that stands in two procedures is done once: whichever of the two it is recorded in, the other has it too."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.same_acts import same_acts
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.situation import Situation
from petr_advisor.procedures.marking import Marking
from petr_advisor.procedures.record import Done, Setting
from petr_advisor.scenarios.loading import load_scenarios
from tests.documents.conftest import real_base

ON, EFFECT = date(2026, 11, 12), date(2027, 1, 1)
AS_OF = date(2026, 11, 23)
PAIRS = tuple((act, other) for act, others in sorted(real_base().same_acts.items()) for other in others)


def setting(base: KnowledgeBase, *acts: Done) -> Setting:
    """Give a situation in which every condition holds."""
    return Setting(base, lambda _when, _day: True, lambda _fact: None, lambda _body: None, lambda *_: None, acts=acts)


def recorded(key: str) -> Done:
    procedure, _, act = key.partition("/")
    return Done(procedure, act, ON, effect=EFFECT)


def marked(key: str, *acts: Done) -> tuple[str, date | None, date | None]:
    procedure, _, act = key.partition("/")
    found = Marking(procedure, setting(real_base(), *acts), AS_OF).records.get(act, ())
    return (found[-1].act, found[-1].on, found[-1].effect) if found else ("", None, None)


@pytest.mark.parametrize(("act", "other"), PAIRS)
def test_what_is_recorded_of_an_act_is_recorded_of_the_one_that_it_is(act: str, other: str) -> None:
    assert marked(other, recorded(act)) == (other.partition("/")[2], ON, EFFECT)


@pytest.mark.parametrize(("act", "other"), PAIRS)
def test_its_own_record_passes_before_that_of_the_other(act: str, other: str) -> None:
    own = replace(recorded(other), on=date(2026, 10, 1), effect=None)
    assert marked(other, recorded(act), own) == (own.act, own.on, None)


def _voters(key: str) -> str | None:
    vote = real_base().act(key).vote
    return vote.body if vote is not None else None


@pytest.mark.parametrize(("act", "other"), PAIRS)
def test_the_vote_of_one_member_is_a_vote_of_that_act_only_where_the_same_body_votes_it(act: str, other: str) -> None:
    same = _voters(act) is not None and _voters(act) == _voters(other)
    found = marked(other, replace(recorded(act), member="a"))
    assert found == ((other.partition("/")[2], ON, EFFECT) if same else ("", None, None))


def test_some_act_has_the_votes_of_another_and_some_has_not() -> None:
    assert {_voters(act) == _voters(other) for act, other in PAIRS if _voters(act)} == {True, False}


def test_an_act_that_may_be_one_of_several_does_not_say_which() -> None:
    found = same_acts(real_base().procedures)
    several = {
        f"{key}/{name}": act.same_as
        for key, procedure in real_base().procedures.items()
        for name, act in procedure.acts.items()
        if len(act.same_as) > 1
    }
    assert several
    for act, names in several.items():
        assert act not in found
        assert all(act in found[name] for name in names)


@cache
def mergers() -> tuple[tuple[str, Consultation], ...]:
    """Give the shipped cases in which member EPCIs merge and nothing of it is recorded yet."""
    return tuple(_mergers())


def _mergers() -> Iterator[tuple[str, Consultation]]:
    for name in ("petr-fusion-de-tous-2026", "petr-fusion-comptee-2026", "petr-fusion-plus-large-2026"):
        for scenario in load_scenarios(examples_folder() / f"reading/{name}.yaml", real_base()):
            case = scenario.consultation(engine("native"))
            if case.as_of >= ON and not case.state.acts:
                yield scenario.name, case


def calling(case: Consultation) -> Iterator[tuple[str, str]]:
    """Give the acts of the plan's procedures that stand in another one too, each with the one that it is."""
    planned = {
        instance for line in case.course.lines for option in line.to_carry_out for instance in option.option.procedures
    }
    for key in planned:
        for name, act in case.base.procedures[key].acts.items():
            if len(act.same_as) == 1 and Situation(case).truth(act.when):
                yield f"{key}/{name}", act.same_as[0]


def test_the_plan_is_the_same_wherever_the_act_is_recorded() -> None:
    looked_at = 0
    for name, case in mergers():
        for act, other in calling(case):
            looked_at += 1
            here, there = (case.record(replace(recorded(key), on=case.as_of)) for key in (act, other))
            one, two = (roadmap(each, each.as_of) for each in (here, there))
            days = [{task.id: (task.soonest, task.latest) for task in plan.tasks} for plan in (one, two)]
            assert days[0] == days[1], (name, act)
            assert act not in days[0], (name, act)
    assert looked_at > 1
