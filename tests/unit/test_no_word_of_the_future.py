"""On a date of 2014-2016 no text that may be told names what came later: bodies, Acts, codes, years."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from petr_advisor.checking import load
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import AllOf, AnyOf, Condition, Literal, facts_of
from petr_advisor.knowledge.enacted import RuleBase, enact
from petr_advisor.knowledge.options import Option
from petr_advisor.knowledge.walking import parts
from petr_advisor.words.speech import months as speech_months
from petr_advisor.words.texts import Text

DAYS = (
    date(2014, 2, 15), date(2014, 9, 15), date(2015, 3, 15), date(2015, 10, 1), date(2016, 3, 15), date(2016, 11, 15)
)  # fmt: skip

NAMES = {
    r"NOTRe\b": date(2015, 8, 8),
    r"SRADDET": date(2015, 8, 8),
    r"contrats? de ruralité|rurality contract": date(2016, 6, 23),
    r"\bDSIL\b": date(2016, 1, 1),
    r"comité social et économique|\bCSE\b": date(2017, 9, 23),
    r"code de la commande publique|Public Procurement Code": date(2018, 12, 5),
    r"\bANCT\b": date(2019, 7, 23),
    r"comités? socia(?:l|ux) territoria(?:l|ux)|\bCST\b": date(2019, 8, 7),
    r"\bAOM\b|loi d'orientation des mobilités|Mobility Act": date(2019, 12, 26),
    r"Petites villes de demain": date(2020, 10, 1),
    r"\bCRTE\b": date(2020, 11, 20),
    r"\bZAN\b|zéro artificialisation": date(2021, 8, 24),
    r"[Cc]ode général de la fonction publique|General Civil Service Code": date(2021, 12, 5),
    r"\b3DS\b": date(2022, 2, 22),
    r"Fonds vert|[Gg]reen fund": date(2022, 8, 27),
    r"France ruralités|\bFRR\b": date(2023, 6, 15),
}
"""What a text may name, and the first day on which it could be named."""

YEARS = {2015: date(2013, 1, 1), 2016: date(2013, 1, 1), 2017: date(2013, 12, 20), 2018: date(2015, 8, 19)}
"""Years to come of which a text in force spoke already: programmes, the European funds, the energy transition."""

A_PROGRAMME = re.compile(r"20\d\d[-–]20\d\d|Ambitions 2020|jusqu'en 2020|until 2020")
A_YEAR = re.compile(r"(?<![\d.\-/°])20[12]\d(?![\d°])")
SINCE = re.compile(r"(?:[Dd]epuis|[Ss]ince)(?: le)?(?: (\d+)(?:er)?)?(?: ([^\W\d]+))? (20[12]\d)\b")
"""What has begun already: no text in force spoke of it as past, whatever it said of the years to come."""


def _texts(entry: object, place: str) -> Iterator[tuple[str, str]]:
    """Give every text below an entry, in both languages."""
    for path, value in parts(entry):
        if isinstance(value, Text):
            where = ".".join(map(str, (place, *path)))
            yield from ((f"{where} ({language})", getattr(value, language)) for language in ("fr", "en"))


def _never(condition: Condition | None, day: date) -> bool:
    """Tell whether a condition fails on a date of law, whatever is answered."""
    match condition:
        case Literal("consultation.date", test, True):
            keeps = {
                "before": date.__lt__, "after": date.__gt__, "on_or_before": date.__le__, "on_or_after": date.__ge__,
            }  # fmt: skip
            return not all(keeps[name](day, bound) for name, bound in test.bounds if isinstance(bound, date))
        case AllOf(parts):
            return any(_never(part, day) for part in parts)
        case AnyOf(parts):
            return bool(parts) and all(_never(part, day) for part in parts)
    return False


def _cited(entry: object) -> Iterator[str]:
    """Give the norms that an entry and its parts cite."""
    for _, value in parts(entry):
        yield from getattr(value, "norms", ())


def _spoken(condition: Condition | None, day: date) -> Iterator[str]:
    """Give the facts of a condition, but those of a branch that fails on the day."""
    if condition is None or _never(condition, day):
        return
    if isinstance(condition, AllOf | AnyOf):
        for part in condition.parts:
            yield from _spoken(part, day)
    else:
        yield from facts_of(condition)


def _cures(base: KnowledgeBase, enacted: RuleBase) -> set[str]:
    """Give the cures of what the options of a day require, of themselves and by the regime they lead to."""
    required = [each for option in enacted.options.values() for each in base.requirements(option).values()]
    conditions = [each for regime in base.regimes.values() for each in regime.conditions.values()]
    return {cure for each in required for cure in each.cures} | {cure for each in conditions for cure in each.cures}


def _procedures(base: KnowledgeBase, enacted: RuleBase) -> set[str]:
    """Give the procedures of the options and cures of a day, and those that their acts call in turn."""
    found: set[str] = set()
    waiting = {name for option in enacted.options.values() for name in option.procedures}
    cures = (enacted.cures[key] for key in _cures(base, enacted) if key in enacted.cures)
    waiting |= {cure.procedure for cure in cures if cure.procedure}
    while waiting:
        found |= waiting
        acts = (act for name in waiting for act in base.procedures[name].acts.values())
        waiting = {name for act in acts if act.calls for name in act.calls.names} - found
    return found


def _entries(base: KnowledgeBase, day: date) -> Iterator[tuple[str, object]]:
    """Give what is enacted and may arise on a day, by place."""
    enacted = enact(base, day)
    for key, option in enacted.options.items():
        yield f"option {key}", option
    for procedure in _procedures(base, enacted):
        for name, act in base.procedures[procedure].acts.items():
            period = base.period_of(act.norms, acts=False)
            if not _never(act.when, day) and period is not None and period.covers(day):
                yield f"act {procedure}/{name}", act
    for key in _cures(base, enacted):
        if key in enacted.cures and not _never(enacted.cures[key].when, day):
            yield f"cure {key}", enacted.cures[key]
    yield from ((f"rule {key}", rule) for key, rule in enacted.rules.items() if not _never(rule.when, day))
    yield from ((f"point {key}", point) for key, point in base.disputed.items() if len(enacted.readings(key)) > 1)
    yield from ((f"actor {key}", actor) for key, actor in base.actors.items())


def _told(base: KnowledgeBase, day: date) -> dict[str, object]:
    """Give what may be told on a day: what is enacted, the questions that it asks, the norms that it cites."""
    told = dict(_entries(base, day))
    spoken: set[str] = set()
    for entry in tuple(told.values()):
        if isinstance(entry, Option):
            for requirement in base.requirements(entry).values():
                spoken.update(_spoken(requirement.needs, day))
            for merit in entry.merits.values():
                spoken.update(_spoken(merit.when, day))
        for condition in ("when", "unless", "done"):
            spoken.update(_spoken(getattr(entry, condition, None), day))
    for fact in spoken & set(base.facts):
        if not _never(base.facts[fact].applies_when, day):
            told[f"fact {fact}"] = base.facts[fact]
    cited = {norm for entry in tuple(told.values()) for norm in _cited(entry)}
    told |= {f"norm {norm}": base.norms[norm] for norm in cited if base.norms[norm].in_force.covers(day)}
    return told


def _future(text: str, day: date) -> list[str]:
    """Give the names and years of a text that nobody could write on a day."""
    named = [found.group() for name, first in NAMES.items() if day < first and (found := re.search(name, text))]
    years = {int(year) for year in A_YEAR.findall(A_PROGRAMME.sub("", text))}
    return named + [str(year) for year in sorted(years) if day < YEARS.get(year, date(year, 1, 1))]


def _begun(text: str, day: date) -> list[str]:
    """Find what a text says to have begun already, on a day, in a month or in a year to come."""
    return [found.group() for found in SINCE.finditer(text) if _first_day(found) > day]


def _first_day(since: re.Match[str]) -> date:
    months = [*speech_months("fr"), *speech_months("en")]
    month = months.index(since[2]) % 12 + 1 if since[2] in months else 1
    return date(int(since[3]), month, int(since[1] or 1))


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_no_text_says_that_a_day_to_come_has_begun(day: date) -> None:
    told = _told(load(), day)
    texts = (found for place, entry in told.items() for found in _texts(entry, place))
    assert {where: found for where, text in texts if (found := _begun(text, day))} == {}
    assert "fact exits.purpose" in told  # asked by cures alone


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_no_text_told_on_a_day_of_2014_to_2016_speaks_of_what_came_later(day: date) -> None:
    base = load()
    told = _told(base, day)
    late = {
        where: found
        for place, entry in told.items()
        for where, text in _texts(entry, place)
        if (found := _future(text, day))
    }
    assert late == {}
    assert len(told) > 500  # otherwise the entries were not found


def test_a_word_of_the_future_is_seen() -> None:
    assert _future("Depuis le 1er avril 2020, le CRTE", date(2014, 6, 1)) == ["CRTE", "2020"]
    assert _future("CPER 2015-2020, au plus tard le 1er janvier 2017", date(2014, 6, 1)) == []


def test_what_is_said_to_have_begun_is_seen() -> None:
    assert _begun("Depuis le 9 août 2015, le préfet", date(2014, 6, 1)) == ["Depuis le 9 août 2015"]
    assert _begun("Since 9 August 2015 the prefect", date(2014, 6, 1)) == ["Since 9 August 2015"]
    assert _begun("Depuis le 9 août 2015, le préfet", date(2015, 3, 1)) == ["Depuis le 9 août 2015"]
    assert _begun("Depuis le 9 août 2015, le préfet", date(2015, 10, 1)) == []
    assert _begun("depuis 2015, since April 2015", date(2015, 3, 15)) == ["since April 2015"]
