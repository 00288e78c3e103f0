"""Votes counted member by member, against a count that enumerates everything, and on cases decided beforehand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import product
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from petr_advisor.knowledge.votes import Count
from petr_advisor.procedures.ballots import Ballot, Clock, Side
from petr_advisor.procedures.missing import Missing, blocking_alone, gap
from petr_advisor.procedures.tally import FINAL, Change, State, tally

TWO_WAYS = [
    {"members": "2/3", "population": "1/2", "population_strictly": True},
    {"members": "1/2", "population": "2/3"},
]
EVERYONE = Count.model_validate({"by": "members", "ways": [{"members": 1}]})
L5211_5 = Count.model_validate(
    {
        "by": "members_and_population",
        "ways": TWO_WAYS,
        "must_include": {"which": "every_member_over", "share": "1/4", "strictly": True},
    }
)
OPPOSITION = Count.model_validate({"by": "members_and_population", "ways": TWO_WAYS, "opposition": True})
MOST_POPULOUS = Count.model_validate(
    {
        "by": "communes_and_population",
        "ways": TWO_WAYS,
        "must_include": {"which": "most_populous_if_over", "share": "1/4"},
    }
)
A_THIRD_OF_EACH = Count.model_validate(
    {
        "by": "communes_and_population",
        "ways": TWO_WAYS,
        "must_include": {"which": "share_of_each_epci", "share": "1/3"},
    }
)
DISSOLUTION = Count.model_validate(
    {
        "by": "members",
        "ways": [
            {"members": 1, "effect": "dissolved"},
            {"members": "1/2", "members_strictly": True, "effect": "prefect_may"},
        ],
    }
)
BY_COMMUNES = Count.model_validate({"by": "communes_and_population", "ways": TWO_WAYS})
RULES = (EVERYONE, L5211_5, OPPOSITION, MOST_POPULOUS, A_THIRD_OF_EACH, BY_COMMUNES)

TODAY = date(2026, 11, 26)
SEPTEMBER = date(2026, 12, 10)
"""The last day of those who received the proposal on 10 September."""


def running(member: str, vote: Side | None = None, until: date = SEPTEMBER, **more: object) -> Ballot:
    """One whose time runs, and whose silence is agreement."""
    return replace(Ballot(member, vote=vote, clock="runs", until=until, silence="favourable"), **more)  # type: ignore[arg-type]


# The cases of a transformation: A and B agree, C says nothing.


def test_on_the_eve_and_on_the_last_day_itself_the_vote_is_open() -> None:
    """Silence counts from the day after: on the last day C may still vote."""
    votes = (running("A", "for"), running("B", "for"), running("C"))
    for day in (SEPTEMBER - timedelta(days=1), SEPTEMBER):
        found = tally(votes, EVERYONE, day)
        assert (found.state, found.until, found.waits_for) == ("open", SEPTEMBER, ("C",))
        assert found.next_change == Change(SEPTEMBER + timedelta(days=1), "carried", ("A", "B", "C"))
    assert tally(votes, EVERYONE, SEPTEMBER + timedelta(days=1)).state == "carried"


def test_an_express_refusal_blocks_until_the_last_day_then_refuses() -> None:
    votes = (running("A", "for"), running("B", "for"), running("C", "against", on=date(2026, 10, 15)))
    found = tally(votes, EVERYONE, TODAY)
    assert (found.state, found.until) == ("blocked", SEPTEMBER)
    assert found.next_change == Change(SEPTEMBER + timedelta(days=1), "refused", ("A", "B", "C"))


def test_a_late_refusal_is_told_and_not_counted() -> None:
    votes = (running("A", "for"), running("C", "against", on=SEPTEMBER + timedelta(days=2)))
    found = tally(votes, EVERYONE, SEPTEMBER + timedelta(days=5))
    assert (found.state, found.late) == ("carried", ("C",))


def test_a_vote_dated_later_is_planned() -> None:
    votes = (running("A", "for"), running("C", "against", on=TODAY + timedelta(days=3)))
    found = tally(votes, EVERYONE, TODAY)
    assert (found.state, found.planned, found.waits_for) == ("open", ("C",), ("C",))
    assert found.next_change is not None
    assert found.next_change.state == "carried"


def test_without_a_limit_one_that_is_silent_is_awaited_without_term() -> None:
    """At a creation A and B have voted, C has not: silence is never worth a vote, and no day changes that."""
    found = tally((Ballot("A", vote="for"), Ballot("B", vote="for"), Ballot("C")), EVERYONE, TODAY)
    assert (found.state, found.waits_for, found.no_term) == ("open", ("C",), True)
    assert (found.until, found.next_change) == (None, None)


def test_without_a_limit_one_refusal_settles_the_attempt() -> None:
    assert tally((Ballot("A", vote="for"), Ballot("X", vote="against")), EVERYONE, TODAY).state == "refused"


AGREED: tuple[tuple[str, int, Side | None], ...] = (("A", 30, "for"), ("B", 30, "for"), ("C", 15, None))


def test_a_majority_reached_early_could_still_be_undone() -> None:
    """A and B are two thirds and their time runs to 2 December; C cannot undo it alone, they could."""
    votes = tuple(
        Ballot(key, people, vote=vote, clock="runs", until=date(2026, 12, 2), silence="unfavourable")
        for key, people, vote in AGREED
    )
    found = tally(votes, L5211_5, TODAY)
    assert (found.state, found.until) == ("reached", date(2026, 12, 2))
    assert found.next_change is not None
    assert (found.next_change.day, found.next_change.state) == (date(2026, 12, 3), "carried")


def test_the_silence_of_a_necessary_member_refuses_on_its_own_day() -> None:
    """B holds a third and was notified first: all is over on 3 December, though A and C have until the 20th."""
    votes = tuple(
        Ballot(key, people, clock="runs", until=until, silence="unfavourable")
        for key, people, until in (
            ("A", 30, date(2026, 12, 20)),
            ("B", 30, date(2026, 12, 2)),
            ("C", 30, date(2026, 12, 20)),
        )
    )
    found = tally(votes, L5211_5, TODAY)
    assert (found.state, found.until) == ("open", date(2026, 12, 2))
    assert found.next_change == Change(date(2026, 12, 3), "refused", ("B",))


def test_an_opposition_needs_three_of_five() -> None:
    """Half of five members is two and a half: A and B, 40 of 80, are one short; D, with 10, is not enough."""
    people = {"A": 20, "B": 20, "C": 15, "D": 10, "E": 15}
    votes = tuple(running(key, "against" if key in "AB" else None, population=size) for key, size in people.items())
    assert tally(votes, OPPOSITION, TODAY).state == "open"
    assert tally(votes, OPPOSITION, SEPTEMBER + timedelta(days=1)).state == "carried"
    assert gap(votes, OPPOSITION, TODAY).to_block == Missing(1, (("C",), ("E",)), all_listed=True)
    third = tuple(replace(vote, vote="against") if vote.member == "E" else vote for vote in votes)
    assert tally(third, OPPOSITION, TODAY).state == "blocked"
    assert tally(third, OPPOSITION, SEPTEMBER + timedelta(days=1)).state == "refused"


def test_silence_that_is_no_vote_neither_carries_nor_objects() -> None:
    """After the last day one that said nothing, where silence is worth nothing, is on neither side."""
    over = SEPTEMBER + timedelta(days=1)
    silent = running("C", silence="nothing")
    assert tally((running("A", "for"), silent), EVERYONE, over).state == "refused"
    assert (
        tally((running("A", "against", population=1), replace(silent, population=9)), OPPOSITION, over).state
        == "carried"
    )


def test_an_unknown_receipt_leaves_the_end_unknown() -> None:
    votes = (running("A", "for"), Ballot("C", clock="unknown", silence="favourable"))
    found = tally(votes, EVERYONE, SEPTEMBER + timedelta(days=90))
    assert (found.state, found.clocks_unknown, found.next_change) == ("open", ("C",), None)


def test_an_unknown_population_is_asked_for_only_where_it_can_change_the_result() -> None:
    two = (Ballot("A", 10, vote="for"), Ballot("B", vote="against"))
    assert tally(two, EVERYONE, TODAY).populations_unknown == ()
    found = tally(two, L5211_5, TODAY)
    assert (found.state, found.populations_unknown) == ("not_known", ("B",))
    assert tally((Ballot("A", vote="for"), Ballot("B", vote="for")), L5211_5, TODAY).state == "carried"
    assert tally((Ballot("A", vote="against"), Ballot("B", vote="against")), L5211_5, TODAY).state == "refused"


def test_of_two_members_the_larger_may_be_enough_alone() -> None:
    """With a quarter or less the other has no say of its own; above, both must agree."""
    alone = (Ballot("A", 75, vote="for"), Ballot("B", 25, vote="against"))
    assert tally(alone, L5211_5, TODAY).state == "carried"
    assert tally((alone[0], replace(alone[1], population=26)), L5211_5, TODAY).state == "refused"


def test_more_than_half_let_the_prefect_dissolve_and_all_do_dissolve() -> None:
    votes = [Ballot(key, vote="for") for key in "ABC"]
    asked = tally((*votes, Ballot("D"), Ballot("E")), DISSOLUTION, TODAY)
    assert (asked.state, asked.effect) == ("reached", "prefect_may")
    assert tally((*votes, Ballot("D", vote="against")), DISSOLUTION, TODAY).effect == "prefect_may"
    assert tally(votes, DISSOLUTION, TODAY).effect == "dissolved"


def test_a_majority_as_the_statutes_say_is_not_counted() -> None:
    with pytest.raises(ValueError, match="statutes"):
        tally((), Count.model_validate({"by": "as_written"}), TODAY)


# The same against brute force.

WINDOW = [TODAY + timedelta(days=days) for days in range(-3, 4)]


CLOCKS: tuple[Clock, ...] = ("runs", "runs", "no_term", "unknown")
VOTES: tuple[Side | None, ...] = (None, None, "for", "against")
SIDES: tuple[Side, Side] = ("for", "against")


@st.composite
def a_ballot(draw: st.DrawFn, key: str) -> Ballot:
    clock: Clock = draw(st.sampled_from(CLOCKS))
    vote: Side | None = draw(st.sampled_from(VOTES))
    return Ballot(
        key,
        draw(st.integers(1, 9)),
        draw(st.sampled_from("XY")),
        vote=vote,
        on=draw(st.sampled_from([None, *WINDOW])) if vote else None,
        clock=clock,
        until=draw(st.sampled_from(WINDOW)) if clock == "runs" else None,
        silence=draw(st.sampled_from(["favourable", "unfavourable", "nothing", "not_written"])),
        communes=draw(st.integers(1, 9)),
    )


BALLOTS = st.integers(1, 6).flatmap(lambda n: st.tuples(*(a_ballot("ABCDEF"[place]) for place in range(n))))


def holds(count: Count, votes: tuple[Ballot, ...], side: frozenset[str]) -> bool:
    """Tell whether some members make the majority: written anew, with fractions."""
    total = Fraction(sum(vote.population or 0 for vote in votes))
    people = {vote.member: Fraction(vote.population or 0) for vote in votes}
    share = sum((people[key] for key in side), Fraction(0)) / total
    weights = {vote.member: vote.communes or 0 if count.by == "communes_and_population" else 1 for vote in votes}
    heads = Fraction(sum(weights[key] for key in side), sum(weights.values()))
    both = (heads >= Fraction(2, 3) and share > Fraction(1, 2)) or (heads >= Fraction(1, 2) and share >= Fraction(2, 3))
    if count is EVERYONE:
        return heads == 1
    if count is L5211_5:
        return both and all(key in side for key in people if people[key] > total / 4)
    if count is MOST_POPULOUS:
        most = max(people.values())
        return both and (most <= total / 4 or all(key in side for key in people if people[key] == most))
    if count is A_THIRD_OF_EACH:
        bodies = {vote.group for vote in votes}
        parts = ([vote.member for vote in votes if vote.group == body] for body in bodies)
        return both and all(Fraction(len(side.intersection(part)), len(part)) >= Fraction(1, 3) for part in parts)
    return both


def ends(votes: tuple[Ballot, ...], day: date, *, going_back: bool) -> Iterator[dict[str, Side | None]]:
    """Give every way in which the votes could end, seen from a day."""
    choices: list[list[Side | None]] = []
    for vote in votes:
        over = vote.until is not None and day > vote.until
        late = vote.on is not None and vote.until is not None and vote.on > vote.until
        said = None if late or (vote.on is not None and vote.on > day) else vote.vote
        silent: Side | None = {"favourable": "for", "unfavourable": "against"}.get(vote.silence)  # type: ignore[assignment]
        if said is not None and (over or vote.clock == "no_term" or not going_back):
            choices.append([said])
        elif over:
            choices.append([silent])
        else:
            choices.append(["for", "against"])
    for chosen in product(*choices):
        yield dict(zip((vote.member for vote in votes), chosen, strict=True))


def carried(count: Count, votes: tuple[Ballot, ...], end: dict[str, Side | None]) -> bool:
    counted = "against" if count.opposition else "for"
    return holds(count, votes, frozenset(key for key, said in end.items() if said == counted)) != count.opposition


def expected(count: Count, votes: tuple[Ballot, ...], day: date) -> State:
    results = {carried(count, votes, end) for end in ends(votes, day, going_back=True)}
    if results == {True}:
        return "carried"
    if results == {False}:
        return "refused"
    kept = {carried(count, votes, end) for end in ends(votes, day, going_back=False)}
    if kept == {False}:
        return "blocked"
    return "reached" if kept == {True} else "open"


@settings(max_examples=400, deadline=None)
@given(BALLOTS, st.sampled_from(RULES), st.sampled_from(WINDOW))
def test_a_tally_is_what_every_possible_end_says(votes: tuple[Ballot, ...], count: Count, day: date) -> None:
    assert tally(votes, count, day).state == expected(count, votes, day)


@settings(max_examples=200, deadline=None)
@given(BALLOTS, st.sampled_from(RULES))
def test_what_comes_next_comes_on_the_day_announced_and_a_final_state_stays(
    votes: tuple[Ballot, ...], count: Count
) -> None:
    """With every vote already dated, no day brings a change that the day before had not announced."""
    said = tuple(replace(vote, on=WINDOW[0] if vote.vote else None) for vote in votes)
    for day in WINDOW:
        today, tomorrow = tally(said, count, day), tally(said, count, day + timedelta(days=1))
        change = today.next_change
        announced = change.state if change and change.day == day + timedelta(days=1) else today.state
        assert tomorrow.state == announced
        assert today.state not in FINAL or (tomorrow.state == today.state and change is None)


@settings(max_examples=200, deadline=None)
@given(BALLOTS, st.sampled_from(RULES))
def test_the_smallest_sets_are_enough_and_nothing_less_is(votes: tuple[Ballot, ...], count: Count) -> None:
    found = gap(votes, count, TODAY)
    for missing, side in zip((found.to_carry, found.to_block), SIDES, strict=True):
        for members in missing.sets if missing else ():
            for spared in (None, *members):
                said = tuple(
                    replace(vote, vote=side, on=None) if vote.member in members and vote.member != spared else vote
                    for vote in votes
                )
                state = tally(said, count, TODAY).state
                reached = {"carried", "reached"} if side == "for" else {"refused", "blocked"}
                assert (state in reached) == (spared is None), (members, spared)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 50), st.sampled_from("XYZ")), min_size=11, max_size=12), st.sampled_from(RULES)
)
def test_among_many_the_number_missing_is_the_smallest(people: list[tuple[int, str]], count: Count) -> None:
    """The example given for many members is as small as the smallest found by trying them all."""
    votes = tuple(Ballot(str(place), size, body) for place, (size, body) in enumerate(people))
    found = gap(votes, count, TODAY)
    exact = gap_by_trying(votes, count)
    assert (found.to_carry and found.to_carry.least, found.to_block and found.to_block.least) == exact


def gap_by_trying(votes: tuple[Ballot, ...], count: Count) -> tuple[int | None, int | None]:
    everybody = frozenset(vote.member for vote in votes)
    sides = [frozenset(key for key, chosen in zip(everybody, picked, strict=True) if chosen)
             for picked in product((0, 1), repeat=len(votes))]  # fmt: skip
    reach = [len(side) for side in sides if holds(count, votes, side)]
    miss = [len(everybody - side) for side in sides if not holds(count, votes, side)]
    least, less = min(reach, default=None), min(miss, default=None)
    return (less, least) if count.opposition else (least, less)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 50), st.sampled_from("XYZ")), min_size=1, max_size=14), st.sampled_from(RULES))
def test_all_who_block_alone_are_named_however_many_they_are(people: list[tuple[int, str]], count: Count) -> None:
    votes = tuple(Ballot(str(place), size, body) for place, (size, body) in enumerate(people))
    everybody = frozenset(vote.member for vote in votes)
    carried = not count.opposition and holds(count, votes, everybody)
    exact = [of for of in map(str, range(len(people))) if carried and not holds(count, votes, everybody - {of})]
    assert list(blocking_alone(votes, count, TODAY)) == exact


@pytest.mark.parametrize("members", [2, 10, 11, 60])
def test_where_all_must_agree_each_of_any_number_blocks(members: int) -> None:
    votes = tuple(Ballot(str(place), 1000 + place) for place in range(members))
    assert len(blocking_alone(votes, EVERYONE, TODAY)) == members


@pytest.mark.parametrize(("members", "seconds"), [(20, 0.05), (200, 1.0)])
def test_many_members_are_counted_fast(members: int, seconds: float) -> None:
    votes = tuple(
        running(
            str(place), "for" if place % 3 else None, SEPTEMBER + timedelta(days=place % 40), population=100 + place
        )
        for place in range(members)
    )
    start = perf_counter()
    tally(votes, L5211_5, TODAY)
    gap(votes, L5211_5, TODAY)
    assert perf_counter() - start < seconds


def test_of_sets_of_one_size_those_who_have_not_voted_come_first() -> None:
    votes = [Ballot("a", vote="against", on=TODAY), Ballot("b"), Ballot("c"), Ballot("d", vote="for", on=TODAY)]
    votes = [replace(vote, clock="runs", until=date(2099, 1, 1)) for vote in votes]
    missing = gap(votes, Count.model_validate({"by": "members", "ways": [{"members": "3/4"}]}), TODAY).to_carry
    assert missing is not None
    assert missing.sets[0] == ("b", "c")
