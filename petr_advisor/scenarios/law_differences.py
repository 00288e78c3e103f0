"""Compare the law as it is written with what a scenario expects of it, whatever the case."""

from collections.abc import Iterator
from datetime import date, timedelta

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.law import InForcePeriod
from petr_advisor.scenarios.condition_cases import condition_differences
from petr_advisor.scenarios.differences import Difference
from petr_advisor.scenarios.law_form import (
    OPTION,
    LawExpected,
    ProcedureWritten,
    procedure_written,
    terms_written,
    without_words,
)
from petr_advisor.words.texts import Entry

ABSENT = "not in the rule base"


def law_differences(expect: LawExpected, base: KnowledgeBase, as_of: date) -> Iterator[Difference]:
    """Give what differs; nothing is concluded for it, so that it costs little."""
    for key, wanted in expect.procedures.items():
        found = base.procedures.get(key)
        if found is None:
            yield Difference(f"law.procedures.{key}", "written", ABSENT)
        else:
            yield from _of_procedure(f"law.procedures.{key}", wanted, procedure_written(found))
    for name, terms, held in (("cures", expect.cures, base.cures), ("duties", expect.duties, base.rules)):
        for key, of in terms.items():
            if key not in held:
                yield Difference(f"law.{name}.{key}", "written", ABSENT)
            else:
                yield from _of_entry(f"law.{name}.{key}", of, terms_written(held[key]))
    yield from _calendar(expect, base)
    yield from condition_differences(expect.conditions, base, as_of)
    for sure, names in expect.sure.items():
        for norm in names:
            seen = base.norms[norm].confidence if norm in base.norms else ABSENT
            if seen != sure:
                yield Difference(f"law.sure.{norm}", sure, seen)


def _of_procedure(about: str, wanted: ProcedureWritten, seen: ProcedureWritten) -> Iterator[Difference]:
    if tuple(wanted.acts) != tuple(seen.acts):
        yield Difference(f"{about}.acts", ", ".join(wanted.acts), ", ".join(seen.acts))
    for act, of in wanted.acts.items():
        if act in seen.acts:
            yield from _of_entry(f"{about}.{act}", of, seen.acts[act])
    yield from _of_entry(about, wanted.model_copy(update={"acts": {}}), seen.model_copy(update={"acts": {}}))


def _of_entry(about: str, wanted: Entry, seen: Entry) -> Iterator[Difference]:
    for field in type(wanted).model_fields:
        one, other = getattr(wanted, field), getattr(seen, field)
        if field == "limit":
            one = without_words(one)
        if one != other:
            yield Difference(f"{about}.{field}", _shown(one), _shown(other))


def _shown(value: object) -> str:
    return value.model_dump_json(exclude_none=True, by_alias=True) if isinstance(value, Entry) else str(value)


def _calendar(expect: LawExpected, base: KnowledgeBase) -> Iterator[Difference]:
    """Compare the first and last days of norms and options."""
    one = timedelta(days=1)
    for word, days, beyond in (("begins", expect.begins, -one), ("ends", expect.ends, one)):
        for day, names in days.items():
            for name in names:
                period = _period(name, base)
                if period is None:
                    yield Difference(f"law.{word}.{name}", str(day), ABSENT)
                elif not period.covers(day) or period.covers(day + beyond):
                    yield Difference(f"law.{word}.{name}", str(day), _days(period))
    for norm, usable in expect.usable.items():
        seen = base.norms[norm].usable if norm in base.norms else None
        if seen != usable:
            yield Difference(f"law.usable.{norm}", _days(usable), _days(seen) if seen else ABSENT)


def _period(name: str, base: KnowledgeBase) -> InForcePeriod | None:
    if name.startswith(OPTION):
        option = base.options.get(name.removeprefix(OPTION))
        return option.period if option is not None else None
    return base.norms[name].in_force if name in base.norms else None


def _days(period: InForcePeriod) -> str:
    return f"{_day(period.from_)}..{_day(period.to)}"


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
