"""Nothing changes overnight that the day before had not announced, whatever was recorded and when."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from petr_advisor.procedures.progress import Progress, progress
from petr_advisor.procedures.record import Done, Result, Setting, known_by
from tests.procedures.routes import PRUDENT, routes, setting

FIRST = date(2015, 6, 1)
"""Before the law on silence changed, so that limits run across it."""
DAYS = st.integers(0, 120).map(lambda days: FIRST + timedelta(days=days))
ENDS: tuple[Result, ...] = ("carried", "carried", "refused")
RESULTS = st.sampled_from(ENDS)
READINGS = st.fixed_dictionaries(
    {point: st.sampled_from(list(found.readings)) for point, found in routes().disputed.items()}
)


@st.composite
def a_record(draw: st.DrawFn, procedure: str) -> Done:
    acts = routes().procedures[procedure].acts
    act = draw(st.sampled_from(list(acts)))
    vote = acts[act].vote
    member = draw(st.sampled_from(["A", "B", "C", "Z"])) if vote is not None and vote.body == "members" else None
    received = draw(DAYS) if member is not None and draw(st.booleans()) else None
    effect = draw(st.none() | DAYS) if member is None else None
    only_received = received is not None and draw(st.booleans())
    attempt = draw(st.sampled_from([1, 1, 1, 2]))
    return Done(procedure, act, draw(DAYS), draw(RESULTS), member, received, effect, attempt, only_received)


Case = tuple[str, list[Done], dict[str, int], dict[str, str]]


@st.composite
def a_case(draw: st.DrawFn) -> Case:
    procedure = draw(st.sampled_from(list(routes().procedures)))
    acts = draw(st.lists(a_record(procedure), max_size=7))
    sizes = {key: draw(st.integers(1, 40)) for key in "ABC"}
    return procedure, acts, sizes, {**PRUDENT, **draw(READINGS)}


def built(case: Case) -> tuple[str, Setting]:
    procedure, acts, sizes, readings = case
    return procedure, setting(*acts, members=sizes, readings=readings)


def shown(found: Progress) -> object:
    marks = {
        key: (mark.shown, mark.late, mark.result, mark.tally and mark.tally.state) for key, mark in found.marks.items()
    }
    return found.attempt, found.state, marks


def days_recorded(case: Setting) -> set[date | None]:
    return {day for done in case.acts for day in (done.on, done.received, done.effect)}


@settings(max_examples=15, deadline=None)
@given(a_case())
def test_every_change_falls_on_a_day_that_the_day_before_announced(case: Case) -> None:
    procedure, at = built(case)
    today = progress(procedure, at, FIRST)
    for _ in range(260):
        day = today.as_of + timedelta(days=1)
        tomorrow = progress(procedure, at, day)
        if shown(tomorrow) != shown(today) and day not in days_recorded(at):
            assert today.next_change is not None, (day, shown(today), shown(tomorrow))
            assert today.next_change.day == day
            assert today.next_change.state == tomorrow.state
        elif day not in days_recorded(at):
            assert today.next_change is None or today.next_change.day != day
        today = tomorrow


@settings(max_examples=60, deadline=None)
@given(a_case(), DAYS)
def test_what_comes_later_changes_nothing_today(case: Case, as_of: date) -> None:
    """Acts dated after the day are planned: without them progress is the same, but for what is planned."""
    procedure, at = built(case)
    kept = (known_by(done, as_of) for done in at.acts)
    known = replace(at, acts=tuple(done for done in kept if done is not None))
    both = [progress(procedure, found, as_of) for found in (at, known)]
    states: list[Callable[[Progress], object]] = [lambda found: found.state, lambda found: found.next_change]
    for state in states:
        assert state(both[0]) == state(both[1])
