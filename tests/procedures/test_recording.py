"""Acts recorded in a consultation: they give facts their value, are saved, taken back, and told when they cannot be."""

from dataclasses import replace
from datetime import date

import pytest

from petr_advisor.consulting.consultation import AnswerError, Consultation
from petr_advisor.consulting.saved import decode, encode
from petr_advisor.inference.facts import Range
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.procedures.record import Done
from tests.procedures.routes import other, vote

RECEIVED = date(2026, 9, 10)
SENT = (Done("transformation", "proposal", date(2026, 9, 1)), Done("transformation", "notify", RECEIVED))


def recorded(consultation: Consultation, *acts: Done) -> Consultation:
    for act in acts:
        consultation = consultation.record(act)
    return consultation


def value(consultation: Consultation, fact: str, of: str | None = None) -> object:
    known = consultation.memory.facts.get(fact, of)
    assert known is None or not isinstance(known.value, Range)
    return known.value if known else None


def test_what_is_recorded_is_the_answer_to_the_questions_about_it(consultation: Consultation) -> None:
    found = recorded(consultation, *SENT, vote("transformation", "c", date(2026, 10, 15), "refused"))
    assert value(found, "procedure.under_way") == "l5741_4"
    assert value(found, "committee.proposed") is True
    assert value(found, "proposal.notified_on") == RECEIVED
    assert value(found, "member.vote", "c") == "against"
    assert value(found, "members.refusing") == 1
    asked = {question.fact for question in found.agenda.questions}
    assert not asked & {"procedure.under_way", "committee.proposed", "proposal.notified_on"}


def test_progress_is_told_of_the_procedures_that_run_only(consultation: Consultation) -> None:
    assert consultation.progress == {}
    found = recorded(consultation, *SENT, vote("transformation", "a", date(2026, 10, 5)))
    assert list(found.progress) == ["transformation"]
    assert found.progress["transformation"].progress.awaited == ("votes",)


def test_the_answers_and_the_records_lead_to_the_same_progress(consultation: Consultation) -> None:
    by_acts = recorded(consultation, *SENT, vote("transformation", "c", None, "refused"))
    by_answers = (
        consultation.answer("procedure.under_way", "l5741_4")
        .answer("committee.proposed", "yes")
        .answer("proposal.notified_on", RECEIVED)
        .answer("member.vote", "against", "c")
    )
    one, other = (found.progress["transformation"].progress for found in (by_acts, by_answers))
    assert (one.state, one.awaited, one.next_change) == (other.state, other.awaited, other.next_change)
    assert one.state == "blocked"


def test_the_days_of_receipt_give_the_day_of_the_last_notification(consultation: Consultation) -> None:
    days = {"a": date(2026, 9, 8), "b": date(2026, 9, 10), "c": date(2026, 9, 9)}
    acts = (Done("transformation", "votes", member=key, received=day, only_received=True) for key, day in days.items())
    assert value(recorded(consultation, *acts), "proposal.notified_on") == date(2026, 9, 10)


def test_a_later_vote_of_the_same_member_replaces_the_first_and_can_be_taken_back(consultation: Consultation) -> None:
    first = recorded(consultation, *SENT, vote("transformation", "c", date(2026, 10, 15), "refused"))
    again = first.record(vote("transformation", "c", date(2026, 11, 2)))
    assert again.progress["transformation"].progress.state == "running"
    assert again.undo().progress["transformation"].progress.state == "blocked"
    struck = again.strike("transformation", "votes", "c")
    assert [done.member for done in struck.state.acts] == [None, None]


def test_recorded_acts_are_saved_and_read_again(consultation: Consultation, base: KnowledgeBase) -> None:
    done = recorded(
        consultation, *SENT, vote("transformation", "c", date(2026, 10, 15), "refused", received=RECEIVED, attempt=2)
    ).strike("transformation", "notify")
    read = decode(encode(done, "Pays"), "pays.json", base)
    assert read.set_apart == ()
    assert read.consultation.events == done.events


def test_an_act_that_the_rule_base_no_longer_has_is_set_apart(consultation: Consultation, base: KnowledgeBase) -> None:
    content = encode(recorded(consultation, *SENT), "Pays")
    acts = {
        key: act for key, act in base.procedures["transformation"].acts.items() if key not in {"notify", "challenge"}
    }
    fewer = base.procedures["transformation"].model_copy(update={"acts": acts})
    read = decode(content, "pays.json", other(base, procedures={**base.procedures, "transformation": fewer}))
    assert len(read.set_apart) == 1
    assert [done.act for done in read.consultation.state.acts] == ["proposal"]


@pytest.mark.parametrize(
    ("done", "message"),
    [
        (Done("transformations", "notify"), "transformation"),
        (Done("transformation", "notifie"), "notify"),
        (Done("transformation", "notify", date(1999, 1, 1)), "1999"),
        (Done("transformation", "notify", attempt=0), "result"),
    ],
)
def test_an_act_that_does_not_exist_is_refused_in_words(consultation: Consultation, done: Done, message: str) -> None:
    with pytest.raises(AnswerError, match=message):
        consultation.record(done)


def slips(consultation: Consultation) -> list[tuple[str, str, str | None]]:
    return [(slip.kind, slip.done.act, slip.done.member) for slip in consultation.recordings.slips]


def test_a_vote_by_a_stranger_is_set_aside(consultation: Consultation) -> None:
    found = recorded(consultation, *SENT, vote("transformation", "z", date(2026, 10, 1), "refused"))
    assert slips(found) == [("stranger", "votes", "z")]
    assert found.progress["transformation"].progress.state == "running"


def test_a_late_vote_is_told_and_does_not_count(consultation: Consultation) -> None:
    found = recorded(consultation, *SENT, vote("transformation", "c", date(2026, 12, 12), "refused")).on(
        date(2026, 12, 20)
    )
    assert slips(found) == [("too_late", "votes", "c")]
    assert found.progress["transformation"].progress.state == "votes_acquired"
    assert value(found, "member.vote", "c") == "against_late"


def test_an_act_dated_before_one_that_it_needs_is_set_aside(consultation: Consultation) -> None:
    found = recorded(consultation, *SENT, Done("transformation", "order", date(2026, 9, 5)))
    assert slips(found) == [("out_of_order", "order", None)]
    assert found.progress["transformation"].progress.state == "running"


def test_a_vote_before_it_was_received_is_set_aside(consultation: Consultation) -> None:
    early = vote("transformation", "c", date(2026, 9, 1), received=RECEIVED)
    assert slips(recorded(consultation, early)) == [("out_of_order", "votes", "c")]


def test_a_vote_in_a_procedure_that_the_answers_say_does_not_run_is_set_aside(consultation: Consultation) -> None:
    other = consultation.answer("procedure.under_way", "creation")
    found = recorded(other, vote("transformation", "a", date(2026, 10, 1)))
    assert slips(found) == [("not_running", "votes", "a")]
    assert "transformation" not in found.progress


def test_an_act_of_a_procedure_that_has_taken_effect_is_told_as_over(consultation: Consultation) -> None:
    other = consultation.answer("procedure.under_way", "creation")
    order = Done("transformation", "order", date(2026, 9, 5))
    assert slips(recorded(other, order)) == [("over", "order", None)]
    to_come = replace(order, effect=date(2035, 1, 1))
    assert slips(recorded(other, to_come)) == [("not_running", "order", None)]


def test_what_is_said_of_one_member_in_an_act_without_votes_by_member_is_set_aside(consultation: Consultation) -> None:
    found = recorded(consultation, Done("transformation", "proposal", date(2026, 9, 1), member="a"))
    assert slips(found) == [("no_ballot", "proposal", "a")]


def test_the_register_says_whose_holidays_count(base: KnowledgeBase) -> None:
    """Two EPCIs of Bas-Rhin: published on 25 October 2025, the time to challenge moves off 26 December."""
    rows = {siren: {"member.kind": "cc"} for siren in ("200034270", "200034635")}
    found = Consultation.start(base, date(2025, 12, 1), ["evolution"]).list_entities("member", rows)
    done = (Done("transformation", "order", date(2025, 10, 20)), Done("transformation", "publish", date(2025, 10, 25)))
    due = recorded(found, *done).progress["transformation"].progress.marks["challenge"].due
    assert due is not None
    assert (due.last, [why for _, why in due.off]) == (
        date(2025, 12, 29),
        ["saint-stephen", "saturday", "sunday"],
    )


def test_what_is_received_and_not_voted_is_no_act_done(consultation: Consultation) -> None:
    """A decision of one body, recorded as received only: it is awaited, what came before it is implied."""
    proposal = Done("transformation", "proposal", received=RECEIVED, only_received=True)
    found = recorded(consultation, proposal).progress["transformation"].progress
    assert "proposal" in found.awaited
    assert found.marks["proposal"].status == "awaited"
    assert value(recorded(consultation, proposal), "committee.proposed") is not True
