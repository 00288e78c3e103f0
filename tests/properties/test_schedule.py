"""Plans of acts at random: order, tightness, three speeds, the days of the law, counted forward and back."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from time import perf_counter

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from petr_advisor.planning.backward import back_from
from petr_advisor.planning.legal_days import schedule
from petr_advisor.planning.network import Closed, Network, Wait, Work, last_begin
from petr_advisor.planning.tempo import TEMPOS, Due, Link, Node, speeds

START = date(2026, 1, 31)
thorough = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@dataclass(frozen=True)
class Time:
    """A length in months and days, as a calendar counts it."""

    months: int = 0
    days: int = 0

    def end(self, day: date) -> date:
        return day + relativedelta(months=self.months) + timedelta(days=self.days)


times = st.builds(Time, st.integers(0, 4), st.integers(0, 40))


@st.composite
def plans(draw: st.DrawFn) -> list[Node]:
    """Acts of which each waits for some of those before it; the law's least ≤ the shortest ≤ the longest."""
    nodes: list[Node] = []
    for number in range(draw(st.integers(1, 9))):
        before = [node.key for node in nodes]
        links = draw(st.lists(st.builds(Link, st.sampled_from(before), st.booleans()), max_size=3)) if before else []
        least, shorter, longer = (draw(times) for _ in range(3))
        shortest = Time(least.months + shorter.months, least.days + shorter.days)
        longest = Time(shortest.months + longer.months, shortest.days + longer.days)
        wait = draw(st.one_of(st.none(), st.builds(Wait, st.sampled_from(before), times))) if before else None
        due = Due(day=START + timedelta(days=draw(st.integers(-50, 900))))
        nodes.append(
            Node(
                key=f"act-{number}",
                after=tuple(links),
                shortest=shortest,
                longest=longest,
                least=least,
                waits=(wait,) if wait else (),
                practice=draw(st.booleans()),
                dues=(due,) if draw(st.booleans()) else (),
            )
        )
    return nodes


@thorough
@given(times, st.integers(0, 1500))
def test_the_last_beginning_is_in_time_and_the_next_day_is_not(span: Time, number: int) -> None:
    day = START + timedelta(days=number)
    begin = last_begin(span, day)
    assert span.end(begin) <= day < span.end(begin + timedelta(days=1))


@thorough
@given(plans())
def test_no_act_comes_before_one_that_it_waits_for(nodes: list[Node]) -> None:
    found = schedule(nodes, START)
    for tempo in TEMPOS:
        network = found.networks.of(tempo)
        for key, work in network.works.items():
            days = found.days[tempo][key]
            assert START <= days.ready <= days.done
            assert all(found.days[tempo][each].done <= days.ready for each in work.after)
            assert all(wait.span.end(found.days[tempo][wait.on].done) <= days.done for wait in work.waits)


@thorough
@given(plans())
def test_an_act_is_as_early_as_what_it_waits_for_lets_it_be(nodes: list[Node]) -> None:
    network = speeds(nodes).longest
    days = network.earliest(START)
    for key, work in network.works.items():
        floors = [work.takes.end(days[key].ready), *(wait.span.end(days[wait.on].done) for wait in work.waits)]
        assert days[key].done == max(floors)
        assert days[key].ready == max((days[each].done for each in work.after), default=START)


@thorough
@given(plans())
def test_the_law_is_no_slower_than_the_shortest_nor_the_shortest_than_the_longest(nodes: list[Node]) -> None:
    found = schedule(nodes, START)
    for node in nodes:
        least, shortest, longest = (found.days[tempo][node.key].done for tempo in TEMPOS)
        assert least <= shortest <= longest


@thorough
@given(plans(), st.integers(0, 900))
def test_the_last_days_counted_back_are_the_last_ones(nodes: list[Node], number: int) -> None:
    """Done by them, the day is kept; a day later than the earliest of them, it is missed."""
    network, target, day = speeds(nodes).shortest, nodes[-1].key, START + timedelta(days=number)
    back = network.latest({target: day})
    assert set(back) == {target} | network.ancestors(target)
    for key, last in back.items():
        pinned = {**network.works, key: replace(network.works[key], on=last)}
        early = date(2000, 1, 1)
        assert Network(pinned.values()).earliest(early)[target].done <= day
        if key != target:
            pinned[key] = replace(network.works[key], on=last + timedelta(days=1))
            assert Network(pinned.values()).earliest(early)[target].done > day


@thorough
@given(plans())
def test_the_critical_path_holds_the_last_day(nodes: list[Node]) -> None:
    """Its acts follow one another, and each has no slack."""
    network = speeds(nodes).longest
    days = network.earliest(START)
    last = max(days, key=lambda key: days[key].done)
    path = network.binding(last, days)
    latest = network.latest({last: days[last].done})
    assert path[-1] == last
    for before, after in pairwise(path):
        assert before in network.works[after].before
    begins = network.works[path[0]]
    assert days[path[0]].ready == START or begins.waits
    assert all(latest[key] >= days[key].done for key in path)


@thorough
@given(plans())
def test_the_state_of_a_legal_day_says_which_speeds_keep_it(nodes: list[Node]) -> None:
    found = schedule(nodes, START)
    for each in found.legal:
        done = {tempo: found.days[tempo][each.act].done for tempo in TEMPOS}
        kept = {tempo: done[tempo] <= each.day for tempo in TEMPOS}
        assert {
            "met": kept["longest"],
            "at_risk": kept["shortest"] and not kept["longest"],
            "out_of_reach": kept["least"] and not kept["shortest"],
            "impossible": not kept["least"] and each.day >= START,
            "past": each.day < START and not kept["longest"],
        }[each.state]


@thorough
@given(plans())
def test_habits_alone_never_make_a_day_impossible(nodes: list[Node]) -> None:
    """Without the acts of practice, what the law alone makes late is as late."""
    found = schedule(nodes, START)
    for each in found.legal:
        if each.state == "impossible":
            bare = [replace(node, shortest=node.least, longest=node.least) for node in nodes]
            assert schedule(bare, START).days["least"][each.act].done > each.day


@thorough
@given(plans(), st.integers(0, 900))
def test_counted_back_the_prudent_day_never_comes_after_the_last(nodes: list[Node], number: int) -> None:
    day = START + timedelta(days=number)
    found = back_from(speeds(nodes), nodes[-1].key, day, START)
    assert all(each.prudent <= each.last <= day for each in found.acts.values())
    in_time = found.state in {"met", "at_risk"}
    roots = [key for key in found.acts if not speeds(nodes).shortest.works[key].before]
    assert not in_time or all(found.acts[key].last >= START for key in roots)


def test_acts_that_wait_in_a_circle_are_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"a → b → a|b → a → b"):
        Network([Work("a", after=("b",)), Work("b", after=("a",))])


def test_a_legal_day_that_habits_would_miss_is_kept_without_them() -> None:
    """Preparation is advice: it gives way."""
    study = Node("study", shortest=Time(6), longest=Time(9), practice=True)
    vote = Node("vote", (Link("study", habit=True),), Time(1), Time(2), Time(days=5), dues=(Due(date(2026, 4, 30)),))
    found = schedule([study, vote], START)
    assert found.legal[0].state == "met"
    assert found.pressed >= {"vote"}
    assert found.days["longest"]["study"].done > found.days["longest"]["vote"].done


def test_a_day_out_of_reach_names_the_acts_to_shorten() -> None:
    vote = Node("vote", (), Time(2), Time(3), Time(days=5))
    order = Node("order", (Link("vote"),), Time(1), Time(2), dues=(Due(date(2026, 3, 1)),))
    found = schedule([vote, order], START).legal[0]
    assert (found.state, found.shorten) == ("out_of_reach", ("vote", "order"))


def test_a_limit_that_ends_in_silence_is_counted_in_full_at_the_longest() -> None:
    notify = Node("notify", (), Time(days=7), Time(days=14))
    votes = Node("votes", (Link("notify"),), Time(2), Time(3), Time(days=5), full=Wait("notify", Time(3)))
    days = schedule([notify, votes], date(2026, 9, 1)).days
    assert days["shortest"]["votes"].done == date(2026, 11, 8)
    assert days["longest"]["votes"].done == date(2026, 12, 15)


def test_a_day_that_runs_from_an_act_of_the_plan_moves_with_it() -> None:
    install = Node("install", shortest=Time(1), longest=Time(2))
    pay = Node("pay", (Link("install"),), Time(1), Time(2), dues=(Due(runs=Wait("install", Time(3))),))
    found = schedule([install, pay], START).legal[0]
    assert (found.day, found.state, found.counted) == (date(2026, 6, 30), "met", True)


def test_five_hundred_acts_are_dated_in_less_than_a_tenth_of_a_second() -> None:
    """A course of eleven key questions has fewer."""
    nodes = [
        Node(f"act-{n}", tuple(Link(f"act-{m}") for m in range(max(0, n - 3), n)), Time(0, 1), Time(0, 2))
        for n in range(500)
    ]
    best = min(_elapsed(nodes) for _ in range(5))
    assert best < 0.1


def _elapsed(nodes: list[Node]) -> float:
    begin = perf_counter()
    schedule(nodes, START)
    return perf_counter() - begin


@thorough
@given(nodes=plans(), first=st.integers(0, 400), length=st.integers(0, 60), begun=st.booleans())
def test_nothing_is_planned_on_days_that_are_closed_to_it_and_the_law_is_not_bound(
    *, nodes: list[Node], first: int, length: int, begun: bool
) -> None:
    weeks = Closed(START + timedelta(days=first), START + timedelta(days=first + length), begun=begun)
    shut = [replace(node, closed=(weeks,)) for node in nodes]
    found = schedule(shut, START)
    alike = speeds(nodes, found.pressed)  # a day of the law that closed days put at risk presses acts out of habits
    free = {tempo: alike.of(tempo).earliest(START) for tempo in TEMPOS}
    assert found.days["least"] == free["least"]
    for node in nodes:
        for tempo in ("shortest", "longest"):
            days = found.days[tempo][node.key]
            assert not weeks.first <= days.done <= weeks.last
            assert begun or not weeks.first <= days.ready <= weeks.last
            assert days.done >= free[tempo][node.key].done
        last = found.networks.longest.latest({node.key: found.days["longest"][node.key].done})
        assert last[node.key] == found.days["longest"][node.key].done
