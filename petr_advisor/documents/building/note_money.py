"""What is known of money in the case, what is not, and whom to ask: never a figure that nobody gave."""

from collections.abc import Collection, Iterator

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_matters import DutyPart
from petr_advisor.documents.model_note import NoteMoney
from petr_advisor.words.typography import capital, full_stop, no_capital

KNOWN = 6
"""Answers told."""
UNKNOWN = 2
"""Points told that are still to be asked."""
FIGURES = frozenset({"count", "amount"})
"""Kinds of answer that are figures."""
RULES = 1
"""Rules on money told."""


def note_money(desk: Desk, report: Report, told: Collection[str]) -> NoteMoney:
    """Tell of money what the answers say, what they do not, and the first rules of the way proposed.

    `told` are the questions that the note asks already.
    """
    known = [said for _, said in sorted(_known(desk), key=lambda each: each[0])][:KNOWN]
    unknown = list(_unknown(desk, report, told))[:UNKNOWN]
    rules = sorted((duty for duty in report.duties if _rule(duty)), key=lambda duty: not duty.options)
    return NoteMoney(
        known=desk.phrase("note.money-known", said=known) if known else None,
        amounts=desk.phrase("note.money-amounts"),
        unknown=desk.phrase("note.money-unknown", said=unknown) if unknown else None,
        rules=tuple(" ".join(_said(desk, duty)) for duty in rules[:RULES]),
    )


def _said(desk: Desk, duty: DutyPart) -> Iterator[str]:
    """Say who pays for what, and what to do first."""
    yield full_stop(desk.labelled(duty.who, duty.does))
    if duty.precaution:
        yield full_stop(capital(duty.precaution))


def _about_money(desk: Desk, fact: str) -> bool:
    subject = desk.base.subject_of.get(fact)
    return subject is not None and desk.base.subjects[subject].money


def _known(desk: Desk) -> Iterator[tuple[tuple[int, bool], str]]:
    """Say the answers on money that hold for the case as a whole, each with its rank: figures first of a subject."""
    case, subjects = desk.consultation, list(desk.base.subjects)
    for fact, of in case.state.answers:
        found = case.memory.facts.get(fact, of)
        if (
            of is None
            and found is not None
            and _about_money(desk, fact)
            and case.memory.applies(fact, None) is not False
        ):
            kind = desk.base.facts[fact]
            said = desk.labelled(desk.say(kind.label), no_capital(desk.value(kind, found.value)))
            yield (subjects.index(desk.base.subject_of[fact]), kind.type not in FIGURES), said


def _unknown(desk: Desk, report: Report, told: Collection[str]) -> Iterator[str]:
    """Say what is still to be asked on money, and where."""
    for part in report.settle:
        if _about_money(desk, part.fact) and part.question not in told:
            yield f"{part.question} → {capital(part.where).rstrip('.')}" if part.where else part.question


def _rule(duty: DutyPart) -> bool:
    """Tell whether a duty is an obligation on money that follows from the case, or from the way proposed."""
    rule = duty.about_money and duty.kind == "obligation" and not duty.advised and duty.likelihood == "established"
    return rule and duty.deadline is None  # what has a day stands among the dates
