"""What the law imposes is told as such: the duty that a proposed option meets, and its day; the breach it mends."""

from collections.abc import Iterator
from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.done_away import still_owed
from petr_advisor.consulting.duties import DutyOutcome
from petr_advisor.consulting.repairs import mended_later
from petr_advisor.consulting.requirements import truth
from petr_advisor.consulting.settled import held
from petr_advisor.consulting.to_check import amiss_in_the_text, mends, to_check
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.running import opposing
from petr_advisor.documents.building.votes import names_said
from petr_advisor.knowledge.options import Option
from petr_advisor.knowledge.procedures import Act
from petr_advisor.procedures.progress import Progress
from petr_advisor.words.typography import no_capital


def owed_decision(desk: Desk, line: CourseLine[Consultation]) -> str | None:
    """Say that the option meets what the law imposes, and until when; None where it is a free choice.

    The law imposes a result, seldom the way: that the option is the only one is never said.
    """
    if line.option is None:
        return None
    found = owed(line, desk.today or desk.consultation)
    option = no_capital(desk.say(line.option.option.title))
    if found is None:
        return _mending(desk, line, option)
    day, limit = found.deadline, found.rule.limit
    if day is None and limit is not None and not limit.is_advice:
        return desk.phrase("decision-owed-within", option=option, limit=desk.limit(desk.base, limit))
    key = "decision-owed-late" if day and day < line.case.as_of else "decision-owed-by" if day else "decision-owed"
    return desk.phrase(key, option=option, day=day)


def owed(line: CourseLine[Consultation], today: Consultation) -> DutyOutcome | None:
    """Give the obligation that an act of the option itself meets: of several, the one that falls due first.

    What a procedure that it calls meets is owed whatever is decided: the option is not taken for that.

    A day of the calendar is told to those whom it binds today: a body still to be born has its own time from its birth.
    """
    if line.option is None:
        return None
    own = line.case.base.acts_of(line.option.id).items()
    acts = {key for key, act in own if act.calls is None and _may_be(line, act)}
    met = [found for found in line.case.duties if _compels(found) and not acts.isdisjoint(found.rule.met_by)]
    bound = {found.id for found in today.duties}
    theirs = [found for found in met if found.id in bound or found.rule.limit is None or found.rule.limit.by is None]
    return min(theirs, key=lambda found: found.deadline or date.max, default=None)


def lacking(desk: Desk, line: CourseLine[Consultation]) -> Iterator[str]:
    """Say what the law wants at once of what is done already: what today's body lacks, and its procedure completes."""
    acts = {key for option in line.options for key in desk.base.acts_of(option.id)}
    for found in desk.consultation.duties:
        compels = found.rule.owed_at_once and not found.presumed
        if compels and found.rule.to is not None and not acts.isdisjoint(found.rule.met_by):
            yield desk.phrase("decision-lacks", duty=found.rule.to)


def _mending(desk: Desk, line: CourseLine[Consultation], option: str) -> str | None:
    """Say that the option mends a breach, or is settled; where what is done is to hold it, by when to check it.

    What is known not to be in that text is not to be checked: the text is voted again.
    """
    if (amiss := amiss_in_the_text(desk.consultation, line)) is not None:
        title = desk.quoted(amiss.condition.requirement.title)
        return desk.phrase("decision-held-amiss", option=option, title=title)
    found = to_check(desk.consultation, line)
    if found is None and (then := _mending_then(desk, line, option)) is not None:
        return then
    if found is None and mends(line):
        return desk.phrase("decision-mends", option=option)
    text = held(desk.consultation, line) if found is None else None
    if text is not None and not _put_to_the_vote(desk, text):
        return desk.phrase("decision-to-check", option=option)
    if text is not None:
        names = opposing(desk, text) if text.state == "blocked" else []
        key = "decision-held-blocked" if names else "decision-held"
        return desk.phrase(key, option=option, n=len(names), names=names_said(desk, names))
    if found is None:
        return None
    return desk.phrase("decision-to-check-by" if found.by else "decision-to-check", option=option, day=found.by)


def _mending_then(desk: Desk, line: CourseLine[Consultation], option: str) -> str | None:
    """Say when the option holds, where a breach of today is mended otherwise by who is there today."""
    options = desk.consultation.rules.options
    for breach in desk.consultation.breaches:
        if mended_later(desk.consultation, breach) == line and breach.mended_by:
            before = [desk.quoted(desk.base.options[key].title) for _, key in line.after]
            now = [desk.quoted(options[key].title) for key in breach.mended_by]
            listed = {"before": desk.listed(before), "now": desk.listed(now, "or")}
            return desk.phrase("decision-mends-then", option=option, **listed)
    return None


def _put_to_the_vote(desk: Desk, found: Progress) -> bool:
    """Tell whether members vote, or have voted, on the text of a procedure: who asks for it only prepares that text."""
    acts = desk.consultation.base.procedures[found.procedure].acts
    awaited = any(acts[name].vote is not None for name in found.awaited)
    return awaited or any(mark.tally is not None for mark in found.marks.values())


def mending_once_settled(desk: Desk, line: CourseLine[Consultation]) -> str | None:
    """Name what mends a breach of today, where what is not known keeps the answer of its theme unsettled."""
    options = desk.consultation.rules.options
    mending = {key for breach in desk.consultation.breaches for key in breach.mended_by}
    found = [key for key in options if key in mending and _answers(options[key], line)]
    named = [no_capital(desk.say(options[key].title)) for key in found]
    return desk.phrase("decision-mends-once-settled", options=desk.listed(named, "or")) if named else None


def _answers(option: Option, line: CourseLine[Consultation]) -> bool:
    return line.theme is not None and (option.answers, option.theme) == (line.question, line.theme)


def until_then(desk: Desk, line: CourseLine[Consultation]) -> Iterator[str]:
    """Say what is due about a question by a day to come, until the answer that leaves it no subject takes effect."""
    for found in still_owed(desk.consultation, line.question):
        who = desk.entity(found.rule.for_each or "", found.of) if found.of else desk.actor(found.rule.who)
        act = (
            desk.phrase("mark.labelled", label=no_capital(who), value=desk.say(found.rule.to)) if found.rule.to else ""
        )
        yield desk.phrase("decision-until-then", day=found.deadline, act=act)


def _compels(found: DutyOutcome) -> bool:
    """Tell whether a duty is known to command, of itself and not as one way is taken, what has to be done."""
    return found.rule.duty == "obligation" and not found.rule.options and not found.presumed


def _may_be(line: CourseLine[Consultation], act: Act) -> bool:
    return act.when is None or truth(line.case, act.when) is not False
