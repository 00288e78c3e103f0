"""A vote that the usual durations take past the day by which the law wants what waits for it says so in its row."""

from datetime import date

import pytest

from petr_advisor.documents.model import Report
from petr_advisor.documents.model_note import NoteVote

from .conftest import READING, case_in, report_of

SYNDICATE = "syndicat-d-office-vote-ouvert-2014"
ASSOCIATION = "association-votes-prevus-2026"
MERGER = "petr-fusion-avec-le-dehors-2016"
SHARED = "petr-fusion-et-partage-des-sieges-2016"


def _report(name: str) -> Report:
    return report_of(case_in(READING / f"{name}.yaml"), "fr")


def _row(name: str, does: str) -> NoteVote:
    note = _report(name).note
    assert note is not None
    return next(vote for vote in note.votes if does in vote.does.replace("\u00a0", " "))


def _when(name: str, does: str) -> str:
    return _row(name, does).when.replace("\u202f", " ").replace("\u00a0", " ")


def test_a_vote_within_a_task_has_the_end_of_the_time_that_runs_for_it() -> None:
    """The EPCIs were told to approve the project by July 2016, ten months after the end of the twelve."""
    said = _when(SYNDICATE, "approuve le projet")
    assert "la fin du délai légal" in said
    assert "du 22 août 2015 au 22 septembre 2015" in said
    assert "à risque" in said


def test_what_a_procedure_has_done_after_its_effect_has_no_such_end() -> None:
    """The agreement follows the project: the twelve months of the project are not its own."""
    assert "délai légal" not in _when(SYNDICATE, "approuvent la convention")


def test_a_vote_has_the_end_of_the_time_of_the_act_that_records_it() -> None:
    said = _when(ASSOCIATION, "approuve le PAS")
    assert "d’un acte qui en dépend" in said
    assert "au 17 avril 2028" in said
    assert "à risque" in said


ASKS, VOTES = "demande à changer le nombre", "se prononce sur le nouveau partage"


@pytest.mark.parametrize("does", [ASKS, VOTES])
def test_a_vote_within_a_task_has_the_days_that_keep_the_day_fixed_for_it(does: str) -> None:
    """« Vote before the merger », and the votes stood after it: the law leaves the time that usual durations do not.

    The last of these days leaves what follows its own time: a request on the eve would be of no use.
    """
    said, row = _when(MERGER, does), _row(MERGER, does)
    assert "pour tenir l’échéance légale du 1er janvier 2017" in said
    assert "trop tard pour elle" in said
    assert row.due == date(2017, 1, 1)
    assert row.soonest < date(2016, 12, 1)


def test_the_days_that_keep_a_deadline_are_in_the_order_of_the_acts() -> None:
    plan = _report(MERGER).roadmap
    assert plan is not None
    days = {vote.id: vote.brought for vote in plan.called}
    asks, votes = days["seats-change/request"], days["seats-change/members"]
    assert asks is not None
    assert votes is not None
    assert asks[0] < votes[0] <= votes[1] < date(2017, 1, 1)
    assert asks[1] < votes[1]


def test_where_silence_agrees_too_late_the_votes_are_to_be_express() -> None:
    assert "par des votes exprès" in _when(MERGER, VOTES)
    assert "par des votes exprès" not in _when(MERGER, ASKS)


def test_who_decides_before_a_merger_is_named_and_who_after_it() -> None:
    """The note of a sharing to be voted before the merger named the EPCI that it makes."""
    [said] = [how for how in _row(SHARED, VOTES).how if how.startswith("Indispensable")]
    before, _, after = said.partition("une fois la liste des membres changée")
    assert "CC du Piémont" in before
    assert "EPCI issu de la fusion" not in before
    assert "EPCI issu de la fusion" in after


def test_a_day_that_usual_durations_keep_brings_no_vote_forward() -> None:
    for name in (SYNDICATE, ASSOCIATION):
        plan = _report(name).roadmap
        assert plan is not None
        missed = {task.number for task in plan.tasks if any(legal.state == "out_of_reach" for legal in task.legal)}
        assert all(vote.brought is None for vote in plan.called if vote.task not in missed)


def test_a_day_that_an_order_fixes_is_out_of_reach_and_runs_from_no_act() -> None:
    """The merger has its effect on 1 January 2017, whatever the plan: no act sets that day, and no time runs to it."""
    plan = _report(MERGER).roadmap
    assert plan is not None
    (legal,) = next(task for task in plan.tasks if task.id == "members-merge-some/seats").legal
    assert (legal.state, legal.counted) == ("out_of_reach", False)
    assert "hors d’atteinte" in legal.state_said.replace("\u00a0", " ")


def test_both_days_of_effect_do_without_an_act_that_may_be_needed() -> None:
    """The order was said to come by 17 April at the latest: the communes, if asked, have until 17 March alone."""
    note = _report(ASSOCIATION).note
    assert note is not None
    assert note.effect is not None
    assert "Chacune de ces deux dates suppose" in note.effect.replace("\u00a0", " ")


def _brought(name: str, **answers: str) -> dict[str, tuple[date, date] | None]:
    case = case_in(READING / f"{name}.yaml")
    for fact, value in answers.items():
        case = case.answer(fact.replace("__", "."), value)
    plan = report_of(case, "fr").roadmap
    assert plan is not None
    return {vote.id: vote.brought for vote in plan.called}


def test_a_vote_brought_forward_leaves_the_notice_that_its_meeting_may_need() -> None:
    """The note of 10 October 2016 had the committee vote on the 14th: three clear days, where five may be owed.

    The sixth day is a Sunday. The last day leaves the members five clear days too: the 18th, not Sunday the 20th.
    """
    asks = _brought(SHARED)["seats-change/request"]
    assert asks == (date(2016, 10, 17), date(2016, 11, 18))


def test_three_clear_days_are_enough_where_no_commune_has_3500_inhabitants() -> None:
    asks = _brought(SHARED, governance__commune_over_3500="no")["seats-change/request"]
    assert asks is not None
    assert asks[0] == date(2016, 10, 14)
