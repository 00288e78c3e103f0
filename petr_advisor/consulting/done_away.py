"""What a course does away with: the duties of a body that it does not form, the key questions about that body."""

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.curing import after_way
from petr_advisor.consulting.duties import DutyOutcome
from petr_advisor.consulting.requirements import truth

Owed = tuple[str, str | None]
"""A duty, and the entity that it binds."""


def owed(duty: DutyOutcome) -> Owed:
    """Name a duty of a case."""
    return duty.id, duty.of


def fallen(consultation: Consultation) -> frozenset[Owed]:
    """Give the duties of today that the course leaves no ground to.

    Some hold no more once the answers that consist in staying are followed; others are about a key question that then
    has no subject, whatever else they are about. Others again are only about what ends with an answer: nothing of them
    is left but a day to come, which may be before that end.
    """
    left = consultation
    for line in consultation.course.lines:
        if line.state == "stay" and line.option is not None:
            left = after_way(left, line.option)
    ended, ending = moot(consultation), _ending(consultation)
    kept = None if left is consultation else frozenset(map(owed, left.duties))
    return frozenset(
        owed(duty)
        for duty in consultation.duties
        if not ended.isdisjoint(duty.rule.about)
        or (kept is not None and owed(duty) not in kept)
        or (_only_about(consultation, duty, ending) and not (duty.deadline and duty.deadline >= consultation.as_of))
    )


def _only_about(consultation: Consultation, duty: DutyOutcome, ending: frozenset[str]) -> bool:
    """Tell whether all the key questions asked that a duty is about are among some."""
    asked = set(duty.rule.about).intersection(consultation.key_questions)
    return bool(asked) and asked <= ending


def _ending(consultation: Consultation) -> frozenset[str]:
    """Give the key questions whose subject ends with an answer before them."""
    asked = consultation.base.key_questions
    return frozenset(
        line.question
        for line in consultation.course.lines
        if line.state == "moot" and (moot := asked[line.question].moot) and moot.after
    )


def moot(consultation: Consultation) -> frozenset[str]:
    """Give the key questions whose subject is not there, on the facts that the answers before them leave."""
    asked = consultation.base.key_questions
    return frozenset(
        line.question
        for line in consultation.course.lines
        if line.state == "moot" and (moot := asked[line.question].moot) and moot.when and truth(line.case, moot.when)
    )
