"""What is to be verified before an answer is acted upon, where it would turn the answer over, and to what."""

from collections.abc import Iterable, Sequence

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.naming import not_said_by
from petr_advisor.consulting.overturning import overturning
from petr_advisor.consulting.supposing import led_elsewhere
from petr_advisor.consulting.sureness import other_names
from petr_advisor.documents.building.desk import Desk
from petr_advisor.inference.facts import FactKey
from petr_advisor.words.texts import Text
from petr_advisor.words.typography import full_stop, no_capital


def verified_first(desk: Desk, line: CourseLine[Consultation]) -> str | None:
    """Say what is to be verified first, where the other answer would turn the decision over, and to what."""
    return _turned_over(desk, line) or _otherwise_named(desk, line) or _otherwise_answered(desk, line)


def _turned_over(desk: Desk, line: CourseLine[Consultation]) -> str | None:
    """Say which facts, said not to be known, would turn the decision over."""
    found = overturning(line)
    if found is None:
        return None
    return _to_verify(desk, found.facts, [other.option.title for other in found.instead])


def _otherwise_named(desk: Desk, line: CourseLine[Consultation]) -> str | None:
    """Say what is to be verified first, where it is said not to be known under which of its names a way is done."""
    unsaid = [(name.title, keys) for name in other_names(line) if (keys := not_said_by(line.case, name))]
    facts = dict.fromkeys(key for _, keys in unsaid for key in keys)
    return _to_verify(desk, facts, [title for title, _ in unsaid]) if unsaid else None


def _to_verify(desk: Desk, keys: Iterable[FactKey], titles: Sequence[Text]) -> str:
    facts = desk.facts_named(keys)
    alone = no_capital(desk.proposal(titles[0]))
    instead = full_stop(desk.listed(map(desk.quoted, titles), "or")) if len(titles) > 1 else alone
    return desk.phrase("decision-verify-first", facts=facts, instead=instead)


def _otherwise_answered(desk: Desk, line: CourseLine[Consultation]) -> str | None:
    """Say what the answer would be instead, where an earlier question waits and its likeliest way turns this one over.

    What is said under an « if » of its own needs no other, nor what every answer leads to.
    """
    if line.state != "proposed" or line.supposed or line.whatever:
        return None
    today, held = desk.today or desk.consultation, {option.id for option in line.options}
    for question, rival, then in led_elsewhere(line, today.course, held, {"proposed"}):
        return desk.phrase(
            "decision-if-answered",
            question=desk.quoted(desk.base.key_questions[question].title),
            earlier=desk.quoted(rival.option.title),
            instead=no_capital(desk.proposal(then.option.title)),
        )
    return None
