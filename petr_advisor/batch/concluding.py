"""The lines that a case gives: one an option, one a duty, a breach or a legal day; what differs between two days."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from petr_advisor.batch.cases import Refused, Taken
from petr_advisor.batch.form import Line
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.outcomes import OptionOutcome, QuestionOutcome
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import screen_voice

BY_ENGINE, BY_COLUMNS = "engine", "columns"
"""How a row was concluded: by itself, as a consultation is, or with many others."""

SEPARATOR = " | "
"""Between several things in one cell."""

Whose = tuple[int, str, str | None]
"""(row, identifier, territory)."""

What = tuple[str, str]
"""(option, answer, duty or breach; its key)."""

OPTIONS = (
    "row", "id", "territory", "as_of", "key_question", "theme", "option", "title", "status", "possible", "rank",
    "answer", "proposed", "unmet", "unknown", "reasons", "cures", "acts", "disputed", "confidence", "by",
)  # fmt: skip
DUTIES = (
    "row", "id", "territory", "as_of", "kind", "duty", "of", "who", "text", "established", "deadline", "norms",
    "confidence",
)  # fmt: skip
CHANGES = ("row", "id", "territory", "from", "to", "what", "key", "before", "after", "because")
COUNTS = ("from", "to", "what", "key", "title", "before", "after", "because", "rows")
REJECTS = ("table", "row", "id", "column", "reason")


def option_lines(taken: Taken, case: Consultation, language: Language) -> Iterator[Line]:
    """Give one line an option of the key questions asked, on the day of the case."""
    for outcome in case.outcomes:
        for place, option in enumerate((*outcome.routes, *outcome.staying), 1):
            lines = [line for line in case.course.of(outcome.id) if _bears_on(line, option)]
            yield _start(taken, case) | _option_line(outcome, option, lines, language) | {"rank": place}
        for key, _ in outcome.absent:
            absent = case.base.options[key]
            yield _start(taken, case) | {
                "key_question": outcome.id,
                "theme": absent.theme,
                "option": key,
                "title": absent.title.in_(language),
                "status": "not_in_force",
                "possible": "not_in_force",
            }


def _bears_on(line: CourseLine[Consultation], option: OptionOutcome) -> bool:
    """Tell whether an answer of the course is one to which an option may belong: staying belongs to every theme."""
    return None in {line.theme, option.option.theme} or line.theme == option.option.theme


def _start(taken: Taken, case: Consultation) -> Line:
    return {"row": taken.row, "id": taken.id, "territory": taken.territory, "as_of": case.as_of.isoformat()}


def _option_line(
    outcome: QuestionOutcome, option: OptionOutcome, lines: list[CourseLine[Consultation]], language: Language
) -> Line:
    unmet = [found for found in option.requirements if found.state == "unmet"]
    unknown = [found for found in option.requirements if found.state == "unknown"]
    reasons = (f"{found.requirement.title.in_(language)} [{', '.join(found.requirement.norms)}]" for found in unmet)
    cures = dict.fromkeys(cure.id for found in unmet for cure in found.cures if cure.available)
    acts = (act.key if act.deadline is None else f"{act.key} {act.deadline}" for act in option.acts if act.needed)
    return {
        "key_question": outcome.id,
        "theme": option.option.theme,
        "option": option.id,
        "title": option.option.title.in_(language),
        "status": option.status,
        "possible": SEPARATOR.join(sorted(option.statuses)),
        "answer": SEPARATOR.join(dict.fromkeys(line.state for line in lines)),
        "proposed": "yes" if any(option.id == each.id for line in lines for each in line.options) else "no",
        "unmet": SEPARATOR.join(found.key for found in unmet),
        "unknown": SEPARATOR.join(found.key for found in unknown),
        "reasons": SEPARATOR.join(reasons),
        "cures": SEPARATOR.join(cures),
        "acts": SEPARATOR.join(acts),
        "disputed": SEPARATOR.join(found.point for found in option.disputed),
        "confidence": option.confidence,
        "by": BY_ENGINE,
    }


def duty_lines(taken: Taken, case: Consultation, language: Language) -> Iterator[Line]:
    """Give one line a duty, a breach, an event by law to come, on the day of the case."""
    for duty in case.duties:
        yield _start(taken, case) | {
            "kind": duty.rule.duty,
            "duty": duty.id,
            "of": duty.of,
            "who": _actor(case, duty.rule.who, language),
            "text": duty.rule.to.in_(language) if duty.rule.to else None,
            "established": "no" if duty.presumed else "yes",
            "deadline": duty.deadline.isoformat() if duty.deadline else None,
            "norms": SEPARATOR.join(duty.rule.norms),
            "confidence": duty.confidence,
        }
    for breach in case.breaches:
        yield _start(taken, case) | {
            "kind": "breach",
            "duty": breach.key,
            "text": breach.condition.title.in_(language),
            "established": "yes",
            "norms": SEPARATOR.join(breach.norms),
        }
    for term in case.terms:
        yield _start(taken, case) | {
            "kind": "term",
            "duty": term.key,
            "text": term.term.title.in_(language),
            "established": "yes",
            "deadline": term.day.isoformat() if term.day else None,
            "norms": SEPARATOR.join(term.term.norms),
        }


def _actor(case: Consultation, who: str | None, language: Language) -> str | None:
    return None if who is None or who not in case.base.actors else case.base.actors[who].label.in_(language)


def change_lines(taken: Taken, before: Consultation, after: Consultation) -> Iterator[Line]:
    """Give one line an option, an answer of the course, a duty or a breach that is otherwise on a later day."""
    days = (before.as_of, after.as_of)
    yield from differing((taken.row, taken.id, taken.territory), days, _summed_up(before), _summed_up(after))


def differing(
    whose: Whose, days: tuple[date, date], earlier: Mapping[What, str], later: Mapping[What, str]
) -> Iterator[Line]:
    """Give one line each thing that is otherwise on the second of two days."""
    row, name, territory = whose
    for what, key in sorted({**earlier, **later}):
        was, is_ = earlier.get((what, key)), later.get((what, key))
        if was != is_:
            yield {
                "row": row, "id": name, "territory": territory, "from": days[0].isoformat(), "to": days[1].isoformat(),
                "what": what, "key": key, "before": was, "after": is_,
            }  # fmt: skip


def _summed_up(case: Consultation) -> Mapping[What, str]:
    """Give what follows from a case in words that compare: the statuses, the answers, the duties, the breaches."""
    found: dict[What, str] = {}
    for outcome in case.outcomes:
        found |= {("option", each.id): each.status for each in (*outcome.routes, *outcome.staying)}
        found |= {("option", key): "not_in_force" for key, _ in outcome.absent}
    for line in case.course.lines:
        key = line.question if line.theme is None else f"{line.question}/{line.theme}"
        found["answer", key] = ":".join((line.state, *(option.id for option in line.options)))
    for duty in case.duties:
        state = "presumed" if duty.presumed else "established"
        name = duty.id if duty.of is None else f"{duty.id}@{duty.of}"
        found["duty", name] = state if duty.deadline is None else f"{state} {duty.deadline}"
    found |= {("breach", breach.key): "established" for breach in case.breaches}
    return found


def clash_lines(taken: Taken, case: Consultation) -> Iterator[Refused]:
    """Give the answers of a case that exclude each other: nothing is concluded from them."""
    for clash in case.clashes:
        facts = SEPARATOR.join(fact for fact, _ in clash.answers)
        yield Refused(taken.row, taken.id, facts or clash.id, clash.message)


def reject_line(found: Refused, language: Language) -> Line:
    """Give the line of something that is wrong."""
    why = screen_voice(language).say(found.why)
    return {"table": found.table, "row": found.row, "id": found.id, "column": found.column, "reason": why}


def on_days(case: Consultation, days: tuple[date, ...]) -> tuple[Consultation, ...]:
    """Give a case on each day of law asked for, or on its own."""
    return tuple(case if day == case.as_of else case.on(day) for day in days) or (case,)


COLUMNS: Mapping[str, tuple[str, ...]] = {
    "options": OPTIONS, "duties": DUTIES, "changes": CHANGES, "counts": COUNTS, "rejects": REJECTS
}  # fmt: skip
"""The columns of each table, in order."""

NUMBERS: Mapping[str, Any] = {"row": int, "rank": int, "rows": int}
"""The columns that are no text."""
