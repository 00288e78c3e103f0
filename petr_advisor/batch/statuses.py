"""Only the statuses, the duties and the breaches of rows: in columns, and by the engine where columns cannot tell."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
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
from petr_advisor.batch.form import Line, Lines, Order, Raw, no_lines
from petr_advisor.batch.together import Found, concluded_together, keys_of
from petr_advisor.consulting.case import enacted
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.duties import bearing
from petr_advisor.consulting.requirements import called_for
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.enacted import RuleBase
from petr_advisor.words.texts import Language

BREACH = "breach"


@dataclass(frozen=True)
class Told:
    """What was found of a row, or of one case of its scenario: under each law, in order."""

    whose: Whose
    found: tuple[tuple[RuleBase, Found], ...]
    by: str


def statuses_of(order: Order, rows: tuple[Raw, ...], base: KnowledgeBase) -> Lines:
    """Conclude the statuses of some rows; lines are in the order of the rows, whichever way each was concluded."""
    lines = no_lines()
    for each in (found for on_row in told_of(order, rows, base) for found in on_row):
        if isinstance(each, Refused):
            lines["rejects"].append(reject_line(each, order.language))
            continue
        for rules, found in each.found:
            write(lines, each.whose, rules, found, order.language, each.by)
        for (earlier, before), (later, after) in pairwise(each.found):
            days = earlier.as_of, later.as_of
            lines["changes"] += differing(each.whose, days, summed_up(before), summed_up(after))
    return lines


def told_of(order: Order, rows: tuple[Raw, ...], base: KnowledgeBase) -> list[list[Told | Refused]]:
    """Give what is found of each row on its days, or what is wrong with it."""
    found: list[list[Told | Refused]] = [[] for _ in rows]
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
        for raw, told in taken:
            found[places[id(raw)]].append(told)
    for raw in left:
        found[places[id(raw)]] += _by_engine(raw, order, base)
    return found


def _in_columns(
    group: Group, rows: Iterable[Plain], order: Order, base: KnowledgeBase
) -> tuple[list[tuple[Raw, Told]], list[Raw]]:
    """Conclude rows on each of their days; also give those that columns cannot tell on one of them."""
    days = order.days or (group.day,)
    by_day = [concluded_together(rows, enacted(base, day), group.questions) for day in days]
    taken, left = [], []
    for row in rows:
        on_each = [together.found.get(id(row)) for together in by_day]
        told = [(together.rules, each) for together, each in zip(by_day, on_each, strict=True) if each is not None]
        if len(told) < len(on_each):
            left.append(row.raw)
            continue
        taken.append((row.raw, Told((row.raw.row, *name_of(row.raw)), tuple(told), BY_COLUMNS)))
    return taken, left


def _by_engine(raw: Raw, order: Order, base: KnowledgeBase) -> Iterator[Told | Refused]:
    """Conclude a row as a consultation, or say what is wrong with it."""
    for taken in cases_of(raw, base, order):
        if isinstance(taken, Refused):
            yield taken
            continue
        cases = on_days(taken.case, order.days)
        clashes = dict.fromkeys(found for case in cases for found in clash_lines(taken, case))
        if clashes:
            yield from clashes
            continue
        told = tuple((case.rules, found_by_engine(case)) for case in cases)
        yield Told((taken.row, taken.id, taken.territory), told, BY_ENGINE)


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


def write(lines: Lines, whose: Whose, rules: RuleBase, found: Found, language: Language, by: str) -> None:
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


def summed_up(found: Found) -> Mapping[What, str]:
    """Give what was found in words that compare, as a consultation is summed up."""
    return dict(_sums(found))


def _sums(found: Found) -> Iterator[tuple[What, str]]:
    for key, statuses in found.options.items():
        yield ("option", key), _named(statuses)
    for (key, of), established in found.duties.items():
        yield ("duty", key if of is None else f"{key}@{of}"), "established" if established else "presumed"
    for key in found.breaches:
        yield (BREACH, key), "established"
