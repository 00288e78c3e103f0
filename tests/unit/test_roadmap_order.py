"""What waits for what in a plan: one after the other, beside, together, from the day of effect."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from petr_advisor.planning.chains import TOGETHER, beside, in_sequence
from petr_advisor.planning.model import Delay, DueDate, Outline
from petr_advisor.planning.schedule import schedule
from petr_advisor.words.texts import Text

WORDS = Text(fr="des mots", en="some words")
FROM_EFFECT = Text(fr="deux mois après la date d'effet", en="two months from the date of effect")
MONTH = Delay(1, 0, "law")
PLANS, APPROVAL = (sorted(norms) for norms in TOGETHER)


def days(number: int) -> timedelta:
    return timedelta(days=number)


def outline(name: str, *norms: str) -> Outline:
    return Outline(
        name, 1, "step", WORDS, WORDS, None, None, None, (), norms, certain=True, duration=MONTH, words=None, due=None
    )


def waits(*outlines: Outline, effect: str | None = None, first_after: str | None = None) -> dict[str, tuple[str, ...]]:
    return {each.id: each.after for each in in_sequence(outlines, effect, first_after)}


def test_each_act_waits_for_the_one_before() -> None:
    found = waits(outline("a"), outline("b"), outline("c"), first_after="before")
    assert found == {"a": ("before",), "b": ("a",), "c": ("b",)}


def test_after_a_delay_that_runs_the_next_act_waits_for_it_and_for_what_came_before() -> None:
    found = waits(outline("a"), replace(outline("runs"), running=True), outline("b"), outline("c"))
    assert found == {"a": (), "runs": (), "b": ("a", "runs"), "c": ("b",)}


def test_acts_of_one_group_do_not_wait_for_one_another_and_what_follows_waits_for_all() -> None:
    found = waits(outline("a"), outline("p", PLANS[0]), outline("q", PLANS[1]), outline("b"))
    assert found == {"a": (), "p": ("a",), "q": ("a",), "b": ("p", "q")}
    found = waits(outline("p", PLANS[0]), outline("v", APPROVAL[0]), outline("w", APPROVAL[1]))
    assert found == {"p": (), "v": ("p",), "w": ("p",)}


def test_nothing_waits_for_an_act_that_may_not_be_needed() -> None:
    found = waits(outline("a"), replace(outline("maybe"), aside=True), outline("b"))
    assert found == {"a": (), "maybe": ("a",), "b": ("a",)}


def test_what_runs_from_the_day_of_effect_waits_for_that_act_alone_once_it_is_past() -> None:
    late = replace(outline("late"), duration=replace(MONTH, runs_from="effect"))
    order = (outline("order"), outline("a"), late)
    assert waits(*order, effect="order")["late"] == ("order",)
    assert waits(*order)["late"] == ("a",)
    assert waits(replace(late, id="early"), *order, effect="order")["early"] == ()


@pytest.mark.parametrize(
    ("words", "effect", "after"),
    [
        (FROM_EFFECT, "order", ("order",)),
        (FROM_EFFECT, None, ("start",)),
        (WORDS, "order", ("start",)),
        (None, "order", ("start",)),
        (WORDS, None, ("start",)),
    ],
)
def test_a_duty_of_no_step_waits_for_the_effect_only_when_it_runs_from_it(
    words: Text | None, effect: str | None, after: tuple[str, ...]
) -> None:
    assert beside(replace(outline("duty"), words=words), effect, "start").after == after


def test_a_delay_that_runs_ends_on_its_day_whatever_its_length_and_never_before_it_starts() -> None:
    """The plan starts on 31 January: a day to come is kept, a day already past leaves that first day."""
    for day, finish, slack in ((date(2027, 3, 2), date(2027, 3, 2), 0), (date(2027, 1, 2), date(2027, 1, 31), 30)):
        runs = replace(outline("runs"), running=True, due=DueDate(day, "law"))
        longest = replace(outline("long"), duration=Delay(0, 30, "law"))
        found = schedule([runs, longest], date(2027, 1, 31))[0]
        assert (found.start, found.finish, found.due, found.slack) == (date(2027, 1, 31), finish, runs.due, slack)


def test_only_a_delay_that_runs_ends_on_its_day() -> None:
    """An act that is due later takes its own time; a delay that runs with no day known takes its own too."""
    acts = [replace(outline("act"), due=DueDate(date(2027, 8, 1), "law")), replace(outline("runs"), running=True)]
    assert [task.finish for task in schedule(acts, date(2027, 1, 31))] == [date(2027, 2, 28)] * 2


@pytest.mark.parametrize(("due", "finish"), [(4, 4), (15, 15), (16, 15), (1, 1), (0, 15)])
def test_an_act_of_unknown_length_takes_what_the_law_leaves_it(due: int, finish: int) -> None:
    """Up to its day when that comes sooner than the planning value, and is not past; its length is counted in days."""
    first, unknown = date(2027, 3, 1), Delay(0, 14, "assumption")
    legal_day = DueDate(first + days(due - 1), "law")
    task = schedule([replace(outline("act"), duration=unknown, due=legal_day)], first)[0]
    assert task.finish == first + days(finish - 1)
    assert task.duration == (replace(unknown, days=finish) if finish < 15 else unknown)


def test_only_a_delay_of_law_gives_a_planned_day() -> None:
    """An act with its own day keeps it; one whose length is supposed or advised is due on none."""
    due = DueDate(date(2027, 8, 1), "advice")
    acts = [outline("law"), replace(outline("own"), due=due), replace(outline("guess"), duration=Delay(1, 0, "advice"))]
    found = [task.due for task in schedule(acts, date(2027, 1, 31))]
    assert found == [DueDate(date(2027, 2, 28), "planned"), due, None]


def test_the_slack_of_a_shorter_chain_is_the_same_for_each_of_its_acts() -> None:
    """Ten days and twenty beside forty: either may slip by ten, the forty by none, what may not be needed by none."""
    lengths = {"ten": 10, "twenty": 20, "forty": 40, "maybe": 90}
    waiting = {"twenty": ("ten",)}
    acts = [
        replace(outline(name), duration=Delay(0, n, "law"), after=waiting.get(name, ()), aside=name == "maybe")
        for name, n in lengths.items()
    ]
    assert {task.id: task.slack for task in schedule(acts, date(2027, 1, 31))} == {
        "ten": 10, "twenty": 10, "forty": 0, "maybe": 0,
    }  # fmt: skip
