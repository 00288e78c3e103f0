"""Acts and votes as a person records them: which can be, and the line typed for one.

An act: its day, then « refusé » where it was. A member's vote: the day it received what it votes on, its vote, the day
of the vote, between semicolons; what is not known is left empty.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from petr_advisor.consulting.consultation import EARLIEST, LATEST, Consultation
from petr_advisor.consulting.outcomes import QuestionOutcome
from petr_advisor.consulting.running import setting_of
from petr_advisor.explaining.explanations import entity_name
from petr_advisor.inference.relevance import SHUT
from petr_advisor.procedures.marking import Marking
from petr_advisor.procedures.progress import attempts
from petr_advisor.procedures.record import Done, Result
from petr_advisor.procedures.voting import Voting
from petr_advisor.territory.names import fold
from petr_advisor.typed.days import read_day
from petr_advisor.typed.refusals import Proposal, TypedError, quoted, tidy
from petr_advisor.words.languages import LANGUAGES
from petr_advisor.words.speech import told
from petr_advisor.words.voice import Voice

RESULTS: tuple[Result, Result] = ("carried", "refused")


@dataclass(frozen=True)
class Row:
    """Something that can be recorded: an act, or the vote of a member in it."""

    procedure: str
    act: str
    member: str | None = None
    done: Done | None = None
    """What is recorded of it."""
    attempt: int = 1


def recordable(consultation: Consultation, outcomes: tuple[QuestionOutcome, ...]) -> tuple[str, ...]:
    """Give the procedures of which acts can be recorded: those started, then those of the ways that are not closed."""
    ways = [each for outcome in outcomes for each in outcome.routes if each.status not in SHUT]
    base = consultation.base
    found = (key for way in ways for key in base.options[way.id].procedures if key in base.procedures)
    started = {done.procedure for done in consultation.state.acts}
    return tuple(dict.fromkeys((*consultation.progress, *sorted(started), *found)))


def rows(consultation: Consultation, procedure: str) -> tuple[Row, ...]:
    """Give what can be recorded of a procedure, in order, in its last attempt: one row a member where members vote."""
    setting = setting_of(consultation)
    attempt = attempts(procedure, replace(setting, acts=consultation.state.acts), date.max)[-1]
    marking = Marking(procedure, setting, consultation.as_of, attempt).settled()
    recorded = {(done.act, done.member): done for done in _of(consultation, procedure, attempt)}
    return tuple(
        Row(procedure, act, member, recorded.get((act, member)), attempt)
        for act in marking.order.present
        for member in _members(marking, act)
    )


def _of(consultation: Consultation, procedure: str, attempt: int) -> Iterator[Done]:
    for done in consultation.state.acts:
        if done.procedure == procedure and done.attempt == attempt:
            yield done


def _members(marking: Marking, act: str) -> tuple[str | None, ...]:
    voting = Voting.of(marking, act)
    return tuple(voter.member for voter in voting.voters) if voting is not None else (None,)


def read_done(typed: str, row: Row) -> Done:
    """Read the line typed for a row; TypedError says what would do."""
    parts = [part.strip() for part in tidy(typed).split(";")]
    if not any(parts):
        raise TypedError.of("typed.empty")
    if row.member is None:
        return _act(row, *_filled(parts, 2))
    received, vote, on = _filled(parts, 3)
    result = _result(vote)
    if on and result is None:
        raise TypedError.of("typed.vote-missing")
    return Done(
        row.procedure,
        row.act,
        _day(on),
        result or "carried",
        row.member,
        _day(received),
        attempt=row.attempt,
        only_received=result is None,
    )


def _act(row: Row, on: str, result: str) -> Done:
    return Done(row.procedure, row.act, _day(on), _result(result) or "carried", attempt=row.attempt)


def _filled(parts: list[str], wanted: int) -> tuple[str, ...]:
    if len(parts) > wanted:
        raise TypedError.of("typed.vote-parts" if wanted > 2 else "typed.act-parts")
    return (*parts, *("" for _ in range(wanted - len(parts))))


def _day(typed: str) -> date | None:
    if not typed:
        return None
    try:
        return read_day(typed, EARLIEST, LATEST)
    except Proposal as error:  # a month or a year alone is not a day to count from
        raise TypedError.of("typed.day") from error


def _result(typed: str) -> Result | None:
    """Read a vote or a result, in either language."""
    if not typed:
        return None
    for result in RESULTS:
        for language in LANGUAGES:
            words = told(f"typed.result.{result}").in_(language).split(",")
            if fold(typed) in {fold(word) for word in words}:
                return result
    raise TypedError.of("typed.not-a-vote", typed=quoted(typed))


def as_line(done: Done | None, voice: Voice) -> str:
    """Write what is recorded as it would be typed."""
    if done is None:
        return ""
    shown = {result: voice.phrase(f"acts.{result}") for result in RESULTS}
    on = done.on.strftime("%d/%m/%Y") if done.on else ""
    if done.member is None:
        return f"{on} ; {shown['refused']}" if done.result == "refused" else on
    received = done.received.strftime("%d/%m/%Y") if done.received else ""
    vote = "" if done.only_received else shown["refused" if done.result == "refused" else "carried"]
    return " ; ".join((received, vote, "" if done.only_received else on)).rstrip(" ;")


def row_said(voice: Voice, consultation: Consultation, row: Row) -> str:
    """Say what can be recorded, and what is."""
    base = consultation.base
    act = base.procedures[row.procedure].acts[row.act]
    said = voice.phrase("running.act", who=base.actors[act.who].label, does=act.does)
    if row.member is not None:
        kind = base.actors[act.vote.body].voters if act.vote is not None else None
        said = f"{entity_name(consultation, kind.entity, row.member) if kind else row.member} — {said}"
    line = as_line(row.done, voice)
    return voice.labelled(said, line) if line else said
