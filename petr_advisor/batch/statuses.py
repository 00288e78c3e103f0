"""Only the statuses, the duties and the breaches of rows: in columns, and by the engine where columns cannot tell."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise

from petr_advisor.batch.cases import Refused, cases_of
from petr_advisor.batch.columnar import Group, NotPlainError, Plain, Plainly, name_of
from petr_advisor.batch.concluding import (
    BY_COLUMNS,
    BY_ENGINE,
    SEPARATOR,
    What,
    Whose,
    clash_lines,
    differing,
    on_days,
    reject_line,
)
from petr_advisor.batch.form import Line, Lines, Order, Raw
from petr_advisor.batch.together import Found, Together, concluded_together, keys_of
from petr_advisor.consulting.case import enacted
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.duties import bearing
from petr_advisor.consulting.requirements import called_for
from petr_advisor.knowledge.base import KnowledgeBase, RuleBase
from petr_advisor.words.texts import Language

BREACH = "breach"


def statuses_of(order: Order, rows: tuple[Raw, ...], base: KnowledgeBase) -> Lines:
    """Conclude the statuses of some rows; lines are in the order of the rows, whichever way each was concluded."""
    lines: dict[int, Lines] = {place: _none() for place in range(len(rows))}
    places = {id(raw): place for place, raw in enumerate(rows)}
    plainly, groups, left = Plainly(base, order), dict[Group, list[Plain]](), list[Raw]()
    for raw in rows:
        try:
            groups.setdefault(plainly.group(raw), []).append(plainly.plain(raw))
        except NotPlainError:
            left.append(raw)
    for group, together in groups.items():
        taken, others = _in_columns(group, together, order, base)
        left += others
        for raw, found in taken:
            lines[places[id(raw)]] = found
    for raw in left:
        lines[places[id(raw)]] = _by_engine(raw, order, base)
    return {table: [line for found in lines.values() for line in found[table]] for table in _none()}


def _none() -> Lines:
    return {"options": [], "duties": [], "changes": [], "rejects": []}


def _in_columns(
    group: Group, rows: Iterable[Plain], order: Order, base: KnowledgeBase
) -> tuple[list[tuple[Raw, Lines]], list[Raw]]:
    """Conclude rows on each of their days; also give those that columns cannot tell on one of them."""
    days = order.days or (group.day,)
    by_day = [concluded_together(rows, enacted(base, day), group.questions) for day in days]
    taken, left = [], []
    for row in rows:
        on_each = [together.found.get(id(row)) for together in by_day]
        told = [each for each in on_each if each is not None]
        if len(told) < len(on_each):
            left.append(row.raw)
            continue
        whose = (row.raw.row, *name_of(row.raw))
        taken.append((row.raw, _lines(whose, by_day, told, order.language)))
    return taken, left


def _lines(whose: Whose, by_day: list[Together], told: list[Found], language: Language) -> Lines:
    lines = _none()
    for together, found in zip(by_day, told, strict=True):
        _write(lines, whose, together.rules, found, language, BY_COLUMNS)
    _compare(lines, whose, [(together.rules, found) for together, found in zip(by_day, told, strict=True)])
    return lines


def _by_engine(raw: Raw, order: Order, base: KnowledgeBase) -> Lines:
    """Conclude a row as a consultation, or say what is wrong with it."""
    lines = _none()
    for taken in cases_of(raw, base, order):
        if isinstance(taken, Refused):
            lines["rejects"].append(reject_line(taken, order.language))
            continue
        cases = on_days(taken.case, order.days)
        clashes = dict.fromkeys(found for case in cases for found in clash_lines(taken, case))
        if clashes:
            lines["rejects"] += [reject_line(found, order.language) for found in clashes]
            continue
        whose = (taken.row, taken.id, taken.territory)
        told = [(case.rules, found_by_engine(case)) for case in cases]
        for rules, found in told:
            _write(lines, whose, rules, found, order.language, BY_ENGINE)
        _compare(lines, whose, told)
    return lines


def found_by_engine(case: Consultation) -> Found:
    """Give what a consultation concludes, as the columns tell it, and no more: reasons and acts are not looked for."""
    options = {key: statuses for key in keys_of(case.rules, case.key_questions) if (statuses := _statuses(case, key))}
    return Found(options, dict(_duties(case)), tuple(breach.key for breach in case.breaches))


def _statuses(case: Consultation, key: str) -> frozenset[str]:
    """Give the statuses still possible of an option; none where nothing calls for it."""
    if key not in case.rules.options:
        return frozenset({"not_in_force"})
    return case.situation.statuses(key) if called_for(case, key) else frozenset()


def _duties(case: Consultation) -> Iterator[tuple[tuple[str, str | None], bool]]:
    """Give the duties that follow, and whether each is established."""
    for name, _, scope, strength in bearing(case):
        if strength:
            yield (name, scope.entity), strength == "established"


def _write(lines: Lines, whose: Whose, rules: RuleBase, found: Found, language: Language, by: str) -> None:
    """Add the lines of what was found of a row on a day."""
    start: Line = dict(zip(("row", "id", "territory"), whose, strict=True)) | {"as_of": rules.as_of.isoformat()}
    for key, statuses in found.options.items():
        told: Line = {"status": _named(statuses), "possible": _listed(statuses), "by": by}
        lines["options"].append(start | _option_in_words(rules, key, language) | told)
    for (key, of), established in found.duties.items():
        told = {"of": of, "established": "yes" if established else "no"}
        lines["duties"].append(start | _duty_in_words(rules, key, language) | told)
    lines["duties"] += [start | _breach_in_words(rules, key, language) for key in found.breaches]


@cache
def _named(statuses: frozenset[str]) -> str:
    return next(iter(statuses)) if len(statuses) == 1 else "undetermined"


@cache
def _listed(statuses: frozenset[str]) -> str:
    return SEPARATOR.join(sorted(statuses))


@lru_cache(maxsize=4_096)
def _option_in_words(rules: RuleBase, key: str, language: Language) -> Line:
    option = rules.base.options[key]
    title = option.title.in_(language)
    return {"key_question": option.answers, "theme": option.theme, "option": key, "title": title}


@lru_cache(maxsize=4_096)
def _duty_in_words(rules: RuleBase, key: str, language: Language) -> Line:
    rule = rules.base.rules[key]
    text = rule.to.in_(language) if rule.to else None
    return {"kind": rule.duty, "duty": key, "text": text, "norms": SEPARATOR.join(rule.norms)}


@lru_cache(maxsize=4_096)
def _breach_in_words(rules: RuleBase, key: str, language: Language) -> Line:
    regime, _, name = key.partition("/")
    title = rules.base.regimes[regime].conditions[name].title.in_(language)
    return {"kind": BREACH, "duty": key, "text": title, "established": "yes"}


def _compare(lines: Lines, whose: Whose, told: list[tuple[RuleBase, Found]]) -> None:
    for (earlier, before), (later, after) in pairwise(told):
        lines["changes"] += differing(whose, (earlier.as_of, later.as_of), _summed_up(before), _summed_up(after))


def _summed_up(found: Found) -> Mapping[What, str]:
    return dict(_sums(found))


def _sums(found: Found) -> Iterator[tuple[What, str]]:
    for key, statuses in found.options.items():
        yield ("option", key), _named(statuses)
    for (key, of), established in found.duties.items():
        yield ("duty", key if of is None else f"{key}@{of}"), "established" if established else "presumed"
    for key in found.breaches:
        yield (BREACH, key), "established"
