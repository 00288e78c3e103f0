"""What a course does away with: the duties of a body that it does not form, the key questions about that body."""

from collections.abc import Collection
from datetime import date

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

    Some hold no more once the answers that consist in staying are followed; others are about a key question that has
    no subject, whatever else they are about. Where it is an answer that will leave it none, as where they are only
    about what ends with one, nothing of them is left but a day to come, which may be before that end.
    """
    left = consultation
    for line in consultation.course.lines:
        if line.state == "stay" and line.option is not None:
            left = after_way(left, line.option)
    ended, ending = moot(consultation), _ending(consultation)
    today = ended - _by_an_answer(consultation)
    kept = None if left is consultation else frozenset(map(owed, left.duties))
    return frozenset(
        owed(duty)
        for duty in consultation.duties
        if not today.isdisjoint(duty.rule.about)
        or (kept is not None and owed(duty) not in kept)
        or (
            not _falls_due_before(consultation, duty)
            and (not ended.isdisjoint(duty.rule.about) or _only_about(consultation, duty, ending))
        )
    )


def still_owed(consultation: Consultation, question: str) -> tuple[DutyOutcome, ...]:
    """Give the obligations of one key question that run until an answer leaves it no subject, by their day.

    They are about it alone, or an act of one of its options meets them.
    """
    if question not in _ending(consultation) | _by_an_answer(consultation):
        return ()
    base, gone = consultation.base, fallen(consultation)
    acts = {act for key, each in base.options.items() if each.answers == question for act in base.acts_of(key)}
    found = [
        (duty.deadline, duty)
        for duty in consultation.duties
        if duty.rule.duty == "obligation"
        and owed(duty) not in gone
        and (duty.rule.about == (question,) or not acts.isdisjoint(duty.rule.met_by))
        and duty.deadline is not None
        and _falls_due_before(consultation, duty)
    ]
    return tuple(duty for _, duty in sorted(found, key=lambda each: each[0]))


def _falls_due_before(consultation: Consultation, duty: DutyOutcome) -> bool:
    """Tell whether the day of a duty is to come, and before the known day on which an answer leaves it no subject."""
    if duty.deadline is None or duty.deadline < consultation.as_of:
        return False
    ends = _end_days(consultation, duty.rule.about)
    return not ends or duty.deadline < max(ends)


def _end_days(consultation: Consultation, about: Collection[str]) -> tuple[date, ...]:
    """Give the days, as far as recorded, on which the answers before some key questions without subject take effect."""
    base = consultation.base
    before = {
        option
        for line in consultation.course.lines
        if line.state == "moot" and line.question in about and (moot := base.key_questions[line.question].moot)
        for _, option in line.after
        if option in moot.after
    }
    effects = ((name, act) for option in before for name in base.options[option].procedures
               for act in base.procedures[name].effect_at)  # fmt: skip
    acts = {key for name, act in effects for key in (f"{name}/{act}", *base.procedures[name].acts[act].same_as)}
    found = (done for done in consultation.recordings.acts if done.key in acts)
    return tuple(day for done in found if (day := done.effect or done.on))


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


def _by_an_answer(consultation: Consultation) -> frozenset[str]:
    """Give the key questions that have a subject as long as no answer before them is carried out."""
    asked = consultation.base.key_questions
    return frozenset(
        line.question
        for line in consultation.course.lines
        if line.state == "moot"
        and (moot := asked[line.question].moot)
        and moot.when
        and (moot.after or truth(consultation, moot.when) is not True)
    )


def moot(consultation: Consultation) -> frozenset[str]:
    """Give the key questions whose subject is not there, on the facts that the answers before them leave."""
    asked = consultation.base.key_questions
    return frozenset(
        line.question
        for line in consultation.course.lines
        if line.state == "moot" and (moot := asked[line.question].moot) and moot.when and truth(line.case, moot.when)
    )
