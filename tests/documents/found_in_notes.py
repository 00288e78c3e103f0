"""What a reader of a note looks for and has to find: properties that hold of every case, one function each."""

import re

from petr_advisor.documents.leads import acting
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_note import Note

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
