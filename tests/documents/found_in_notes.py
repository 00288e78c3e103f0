"""What a reader of a note looks for and has to find: properties that hold of every case, one function each."""

import re

from petr_advisor.documents.leads import acting
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_note import Note
from petr_advisor.documents.model_roadmap import Roadmap
from petr_advisor.knowledge.base import KnowledgeBase

ROW = 600
"""Letters of a row that a president reads: what a vote waits for stands apart."""


def decisive_not_found(report: Report, note: Note) -> list[str]:
    """Give the decisive points that a note says to be and neither tells nor names; or that it counts otherwise."""
    if report.provisional is None:
        return []
    said = int(re.findall(r"\d+", report.provisional)[0])
    told = [point.named for point in note.points if point.named] + list(note.named_points)
    wanted = [part.question for part in report.settle if part.decisive]
    if len(told) != said or len(wanted) != said:
        return [f"{said}: {len(told)} told, {len(wanted)} to settle"]
    heads = [point.what for point in note.points if point.named]
    return [head for head in heads if not any(head.startswith(question) for question in wanted)]


def voted_without_a_reason(report: Report, note: Note) -> list[str]:
    """Give the answers that a vote told carries out and that have a reason, where the note gives none of them."""
    if len(report.questions) == 1:
        return []
    voted = {vote.question for vote in note.votes if vote.certain and vote.proposed}
    told = {reason.about for reason in note.reasons}
    asked = [found for found in acting(report.questions) if found.id in voted and found.reasons]
    return [found.title for found in asked if found.title not in told]


def dissolutions_of_nobody(note: Note) -> list[str]:
    """Give the votes on a dissolution that do not say of what."""
    return [vote.does for vote in note.votes if re.search(r"\bdissolution(?! d)", vote.does)]


def rows_that_nobody_reads(report: Report, note: Note) -> list[str]:
    """Give the first row of a table that several answers share, where it is longer than a few lines."""
    first = note.votes[:1] if len(report.questions) > 1 else ()
    return [vote.does for vote in first if len(vote.does) + sum(map(len, vote.how)) > ROW]


def ends_by_receipt_untold(base: KnowledgeBase, plan: Roadmap, note: Note) -> list[str]:
    """Give the votes to come whose time runs for each from its own receipt, told up to a day that may be too late."""
    tasks = {task.id: task for task in plan.tasks}
    wrong = []
    for vote in note.votes:
        task = tasks.get(vote.act)
        limit = base.act(vote.act).limit if task is not None else None
        event = base.events.get(limit.from_ or "") if limit is not None else None
        if task is None or event is None or not event.for_each or vote.awaited or vote.due is not None:
            continue
        ends = {legal.first for legal in task.legal if legal.counted and legal.first and legal.first < task.latest}
        if ends and vote.days and ends.isdisjoint(vote.days):
            wrong.append(f"{vote.act}: {vote.when}")
    return wrong


def sheets_that_say_another_silence(report: Report, note: Note) -> list[str]:
    """Give the sheets of votes that do not say of silence, in the same words, what the row of the note says."""
    sheets = {each.act: each for each in report.ballots}
    rows = [vote for vote in note.votes if vote.act in sheets and vote.silence]
    return [f"{row.act}: {sheets[row.act].silence}" for row in rows if sheets[row.act].silence not in row.how]


def sheets_without_their_time(report: Report) -> list[str]:
    """Give the sheets that count each member's months and do not say how many these are."""
    return [each.act for each in report.ballots if each.months and not re.search(r"\d+\s(mois|an)", each.by_when or "")]
