"""How far a procedure has come, on cases decided beforehand: transformation, creation, opposition, withdrawal."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from petr_advisor.procedures.progress import NextChange, Progress, progress
from petr_advisor.procedures.record import Done, Setting
from petr_advisor.procedures.under_readings import told
from tests.procedures.routes import setting, vote

RECEIVED = date(2026, 9, 10)
LAST = date(2026, 12, 10)
AFTER = LAST + timedelta(days=1)
TODAY = date(2026, 11, 26)

PROPOSED = (
    Done("transformation", "proposal", date(2026, 9, 1)),
    Done("transformation", "notify", RECEIVED),
)
TWO_AGREE = (
    *PROPOSED,
    vote("transformation", "A", date(2026, 10, 5)),
    vote("transformation", "B", date(2026, 10, 6)),
)


def seen(found: Progress) -> tuple[object, ...]:
    return found.state, found.awaited, found.next_change


# A transformation: A and B agree, C says nothing; silence is agreement after three months.


@pytest.mark.parametrize("day", [TODAY, LAST - timedelta(days=1), LAST])
def test_it_runs_until_the_last_day_included(day: date) -> None:
    found = progress("transformation", setting(*TWO_AGREE), day)
    change = NextChange(AFTER, "votes_acquired", ("votes", "order"), ("A", "B", "C"))
    assert seen(found) == ("running", ("votes",), change)
    due = found.marks["votes"].due
    assert due is not None
    assert (due.last, due.event) == (LAST, RECEIVED)


def test_the_day_after_the_votes_are_acquired_and_the_order_is_awaited_without_term() -> None:
    found = progress("transformation", setting(*TWO_AGREE), AFTER)
    assert seen(found) == ("votes_acquired", ("order",), None)
    assert (found.marks["votes"].status, found.marks["votes"].day) == ("deemed", AFTER)


def test_habits_never_block_and_are_no_omission() -> None:
    """Nobody recorded the check: the committee's vote implies nothing of it, and nothing waits for it."""
    found = progress("transformation", setting(*TWO_AGREE), TODAY)
    assert found.marks["check"].status == "awaited"
    assert found.omitted == ()


def test_a_vote_implies_the_acts_of_law_before_it() -> None:
    found = progress(
        "transformation", setting(vote("transformation", "A", date(2026, 10, 5), received=RECEIVED)), TODAY
    )
    assert found.omitted == ("proposal",)
    assert (found.marks["notify"].status, found.marks["notify"].day) == ("done", RECEIVED)
    assert found.state == "running"


def test_the_order_brings_it_into_effect_and_opens_the_duties() -> None:
    done = (*TWO_AGREE, Done("transformation", "order", date(2026, 12, 20), effect=date(2027, 1, 1)))
    before = progress("transformation", setting(*done), date(2026, 12, 21))
    assert (before.state, before.since) == ("votes_acquired", date(2027, 1, 1))
    assert before.next_change == NextChange(date(2027, 1, 1), "in_effect", ())
    found = progress("transformation", setting(*done), date(2027, 1, 1))
    assert (found.state, found.since, found.awaited) == ("in_effect", date(2027, 1, 1), ("project",))
    due = found.marks["project"].due
    assert due is not None
    assert due.last == date(2027, 12, 20)


def test_a_duty_past_its_day_is_late_and_still_due() -> None:
    done = (*TWO_AGREE, Done("transformation", "order", date(2026, 12, 20)))
    on_time = progress("transformation", setting(*done), date(2027, 12, 20))
    assert on_time.next_change == NextChange(date(2027, 12, 21), "in_effect", ("project",))
    late = progress("transformation", setting(*done), date(2027, 12, 21))
    assert (late.marks["project"].status, late.marks["project"].late) == ("awaited", True)


def test_the_time_to_challenge_moves_off_a_sunday_and_then_closes() -> None:
    """Published on 10 May 2027: two clear months end on Sunday 11 July, hence on Monday 12."""
    done = (
        *TWO_AGREE,
        Done("transformation", "order", date(2027, 5, 3)),
        Done("transformation", "publish", date(2027, 5, 10)),
    )
    found = progress("transformation", setting(*done), date(2027, 7, 12)).marks["challenge"]
    assert found.due is not None
    assert (found.status, found.due.last, found.due.off) == (
        "awaited",
        date(2027, 7, 12),
        ((date(2027, 7, 11), "sunday"),),
    )
    assert progress("transformation", setting(*done), date(2027, 7, 13)).marks["challenge"].status == "closed"


def test_an_express_refusal_blocks_and_is_disputed() -> None:
    """C may go back on it until its last day; by a qualified majority the vote would go on."""
    refused = (*TWO_AGREE, vote("transformation", "C", date(2026, 10, 15), "refused"))
    found = told("transformation", setting(*refused), TODAY)
    assert (found.progress.state, found.progress.decided_by) == ("blocked", ("votes",))
    assert found.progress.next_change == NextChange(AFTER, "refused", ("votes",), ("A", "B", "C"))
    assert [(other.point, other.reading, other.progress.state) for other in found.otherwise] == [
        ("d-refusal", "qualified-majority", "running")
    ]
    after = told("transformation", setting(*refused), AFTER)
    assert (after.progress.state, after.progress.since) == ("refused", AFTER)
    assert after.otherwise[0].progress.state == "votes_acquired"


def test_a_late_refusal_changes_nothing_and_is_told() -> None:
    late = (*TWO_AGREE, vote("transformation", "C", LAST + timedelta(days=2), "refused"))
    found = progress("transformation", setting(*late), LAST + timedelta(days=5))
    tally = found.marks["votes"].tally
    assert tally is not None
    assert (found.state, tally.late) == ("votes_acquired", ("C",))


def test_a_refused_attempt_is_followed_by_another_whose_votes_start_again() -> None:
    refused = (*TWO_AGREE, vote("transformation", "C", date(2026, 10, 15), "refused"))
    again = Done("transformation", "proposal", date(2027, 2, 1), attempt=2)
    found = progress("transformation", setting(*refused, again), date(2027, 2, 2))
    assert (found.attempt, found.state, found.awaited) == (2, "running", ("notify",))
    assert progress("transformation", setting(*refused, again), date(2027, 1, 31)).state == "refused"


def test_an_act_dated_later_is_planned() -> None:
    assert progress("transformation", setting(*PROPOSED), date(2026, 8, 25)).state == "to_start"
    found = progress("transformation", setting(*PROPOSED), date(2026, 9, 5))
    assert (found.state, found.planned) == ("running", (("notify", RECEIVED, None),))


def test_an_unknown_receipt_is_named() -> None:
    votes = (Done("transformation", "proposal", date(2026, 9, 1)), *TWO_AGREE[2:])
    found = progress("transformation", setting(*votes), TODAY)
    tally = found.marks["votes"].tally
    assert tally is not None
    assert (found.state, found.next_change, tally.clocks_unknown) == ("running", None, ("A", "B", "C"))


def test_the_answers_are_a_record_too() -> None:
    """The facts asked today say the same as recorded acts."""
    facts = {"procedure.under_way": "l5741_4", "committee.proposed": "yes", "proposal.notified_on": RECEIVED}
    found = progress("transformation", setting(facts=facts, votes={"A": "for", "B": "for", "C": "silent"}), TODAY)
    assert (found.state, found.awaited) == ("running", ("votes",))
    assert found.next_change is not None
    assert (found.next_change.day, found.next_change.state) == (AFTER, "votes_acquired")
    blocked = setting(facts=facts, votes={"A": "for", "B": "for", "C": "against"})
    assert progress("transformation", blocked, TODAY).state == "blocked"


def test_a_vote_by_a_stranger_is_told_and_not_counted() -> None:
    found = progress(
        "transformation", setting(*TWO_AGREE, vote("transformation", "Z", date(2026, 10, 7), "refused")), TODAY
    )
    assert (found.state, found.strangers) == ("running", (("votes", "Z"),))


# A creation: no limit is written, and silence is never a vote.


def test_a_creation_waits_without_term_for_the_one_that_is_silent() -> None:
    votes = (vote("birth", "A", date(2026, 6, 1)), vote("birth", "B", date(2026, 6, 8)))
    found = progress("birth", setting(*votes), TODAY)
    assert seen(found) == ("running", ("votes",), None)
    tally = found.marks["votes"].tally
    assert tally is not None
    assert (tally.waits_for, tally.no_term) == (("C",), True)


def test_one_refusal_at_a_creation_refuses_this_attempt() -> None:
    votes = (vote("birth", "A", date(2026, 6, 1)), vote("birth", "C", date(2026, 6, 9), "refused"))
    found = progress("birth", setting(*votes), TODAY)
    assert (found.state, found.since, found.decided_by) == ("refused", date(2026, 6, 9), ("votes",))


def test_nothing_done_is_to_start() -> None:
    found = progress("birth", setting(), TODAY)
    assert seen(found) == ("to_start", ("votes",), None)


# The transformation by law of 2014: silence lets it pass, a qualified opposition stops it.

FIVE = {"A": 20, "B": 20, "C": 15, "D": 10, "E": 15}
INFORMED = date(2014, 7, 27)


def informed(day: date, *against: str) -> Setting:
    objections = (vote("automatic", key, date(2014, 9, 1), "refused", act="objections") for key in against)
    return setting(*objections, facts={"auto.notified_on": day}, members=FIVE)


def test_two_objections_of_five_leave_it_running_until_the_27_october() -> None:
    found = progress("automatic", informed(INFORMED, "A", "B"), date(2014, 10, 26))
    assert found.state == "running"
    assert found.next_change == NextChange(
        date(2014, 10, 28), "votes_acquired", ("objections", "order"), ("A", "B", "C", "D", "E")
    )


def test_three_objections_block_then_refuse_it() -> None:
    assert progress("automatic", informed(INFORMED, "A", "B", "E"), date(2014, 10, 26)).state == "blocked"
    found = progress("automatic", informed(INFORMED, "A", "B", "E"), date(2014, 10, 28))
    assert (found.state, found.decided_by) == ("refused", ("objections",))


def test_notified_too_late_it_is_disputed() -> None:
    """On the prudent reading the objections run to 30 October; on the other the power was lost."""
    found = told("automatic", informed(date(2014, 7, 30)), date(2014, 9, 15))
    assert found.progress.state == "running"
    assert found.progress.marks["inform"].late
    due = found.progress.marks["objections"].due
    assert due is not None
    assert due.last == date(2014, 10, 30)
    assert [(other.reading, other.progress.state) for other in found.otherwise] == [("only-voluntary", "out_of_time")]


# A withdrawal: silence is refusal, and each member has its own clock.


def withdrawal(*votes: Done, **received: date) -> Setting:
    got = (
        Done("withdrawal", "votes", member=key, received=day, only_received=True)
        for key, day in received.items()
        if key not in {vote.member for vote in votes}
    )
    return setting(
        Done("withdrawal", "committee", date(2026, 8, 25)), *got, *votes, members={"A": 30, "B": 30, "C": 30}
    )


def test_a_majority_reached_early_still_runs() -> None:
    day = date(2026, 9, 2)
    votes = (vote("withdrawal", key, date(2026, 10, 1), received=day) for key in "AB")
    found = progress("withdrawal", replace(withdrawal(*votes, C=day)), TODAY)
    tally = found.marks["votes"].tally
    assert tally is not None
    assert (found.state, tally.state) == ("running", "open")  # C, a third of the people, is necessary
    two = setting(
        *(found_ for found_ in withdrawal(vote("withdrawal", "A", date(2026, 10, 1), received=day), B=day, C=day).acts),
        vote("withdrawal", "B", date(2026, 10, 1), received=day),
        members={"A": 30, "B": 30, "C": 15},
    )
    reached = progress("withdrawal", two, TODAY)
    tally = reached.marks["votes"].tally
    assert tally is not None
    assert (reached.state, tally.state) == ("running", "reached")
    assert reached.next_change is not None
    assert (reached.next_change.day, reached.next_change.state) == (date(2026, 12, 3), "votes_acquired")


def test_the_silence_of_a_necessary_member_refuses_on_its_own_day() -> None:
    """B was notified first: it fails on 3 December, though A and C have until the 20th."""
    acts = withdrawal(A=date(2026, 9, 20), B=date(2026, 9, 2), C=date(2026, 9, 20))
    found = progress("withdrawal", acts, TODAY)
    assert found.next_change == NextChange(date(2026, 12, 3), "refused", ("votes",), ("B",))
    assert progress("withdrawal", acts, date(2026, 12, 3)).state == "refused"
    assert progress("withdrawal", acts, date(2026, 12, 2)).state == "running"


# A power transferred in 2015, when the law on silence changed.


def test_a_new_law_within_the_limit_is_disputed_and_the_stricter_is_shown() -> None:
    """Notified on 1 July 2015, C silent: agreed under the law of that day, out of time under that of 9 August."""
    day = date(2015, 7, 1)
    acts = setting(
        Done("power-transfer", "committee", date(2015, 6, 20)),
        Done("power-transfer", "notify", day),
        *(vote("power-transfer", key, date(2015, 9, 1), act="votes-2014") for key in "AB"),
        members={"A": 30, "B": 30, "C": 30},
    )
    found = told("power-transfer", acts, date(2015, 10, 2))
    assert found.progress.marks["votes"].status == "left_out"
    assert found.progress.state == "out_of_time"
    assert [(other.point, other.progress.state) for other in found.otherwise] == [("transition", "votes_acquired")]


def test_of_two_acts_by_period_the_day_of_notification_chooses() -> None:
    acts = setting(
        Done("power-transfer", "committee", date(2016, 1, 5)), Done("power-transfer", "notify", date(2016, 1, 10))
    )
    found = progress("power-transfer", acts, date(2016, 2, 1))
    assert (found.marks["votes"].status, found.marks["votes-2014"].status) == ("awaited", "left_out")
