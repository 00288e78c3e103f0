"""What is to be verified before an answer is acted upon, where it would turn the answer over, and to what."""

from collections.abc import Iterable

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.naming import not_said_by
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.consulting.overturning import overturning
from petr_advisor.consulting.supposing import turning
from petr_advisor.documents.building.desk import Desk
from petr_advisor.inference.facts import FactKey
from petr_advisor.words.typography import full_stop, no_capital


def verified_first(desk: Desk, line: CourseLine[Consultation]) -> str | None:
    """Say what is to be verified first, where the other answer would turn the decision over, and to what."""
    return _turned_over(desk, line) or _otherwise_named(desk, line) or _otherwise_answered(desk, line)


def _turned_over(desk: Desk, line: CourseLine[Consultation]) -> str | None:
    """Say which facts, said not to be known, would turn the decision over."""
    found = overturning(line)
    if found is None:
        return None
    titles = [other.option.title for other in found.instead]
    alone = no_capital(desk.proposal(titles[0]))
    instead = full_stop(desk.listed(map(desk.quoted, titles), "or")) if len(titles) > 1 else alone
    return _to_verify(desk, found.facts, instead)


def _otherwise_named(desk: Desk, line: CourseLine[Consultation]) -> str | None:
    """Say what is to be verified first, where it is said not to be known under which of its names a way is done."""
    option = line.option if line.state in {"proposed", "running"} else None
    unknown = not_said_by(line.case, option) if option else ()
    if option is None or option.option.titled is None or not unknown:
        return None
    return _to_verify(desk, unknown, no_capital(desk.proposal(option.option.titled.title)))


def _to_verify(desk: Desk, keys: Iterable[FactKey], instead: str) -> str:
    facts = desk.listed(desk.quoted(desk.base.facts[fact].label) for fact, _ in keys)
    return desk.phrase("decision-verify-first", facts=facts, instead=instead)


def _otherwise_answered(desk: Desk, line: CourseLine[Consultation]) -> str | None:
    """Say what the answer would be instead, where an earlier question waits and its likeliest way turns this one over.

    What is said under an « if » of its own needs no other, nor what every answer leads to.
    """
    if line.state != "proposed" or line.supposed or line.whatever:
        return None
    earlier = (desk.today or desk.consultation).course.before(line.question)
    held = {option.id for option in line.options}
    for before, found in turning(line, earlier):
        if before.rival is not None and found.state == "proposed" and found.option and found.option.id not in held:
            return _if_answered(desk, before, before.rival, found.option)
    return None


def _if_answered(desk: Desk, before: CourseLine[Consultation], rival: OptionOutcome, then: OptionOutcome) -> str:
    return desk.phrase(
        "decision-if-answered",
        question=desk.quoted(desk.base.key_questions[before.question].title),
        earlier=desk.quoted(rival.option.title),
        instead=no_capital(desk.proposal(then.option.title)),
    )
