"""What it would take to open an option, as plain text."""

from collections.abc import Iterator

from petr_advisor.altering.alterations import Alteration, Change
from petr_advisor.case import Case
from petr_advisor.explanations import entity_name
from petr_advisor.inference.facts import FactKey, Range
from petr_advisor.knowledge.texts import Language, Text
from petr_advisor.outcomes import OptionOutcome, option_outcome
from petr_advisor.report.plain import articles
from petr_advisor.wording import REQUIREMENT_SYMBOL, SILENCE, STATUS_WORD, day, listed, period, say_value

_PHRASES = {
    "open": Text(
        fr="L’option est déjà possible : il n’y a rien à changer.", en="The option is already open: nothing to change."
    ),
    "free": Text(
        fr="Rien de ce qui est connu ne s’y oppose. Il reste à éclaircir :",
        en="Nothing that is known stands against it. What remains to be settled:",
    ),
    "none": Text(
        fr="Rien de ce qui peut être changé ne rendrait cette option possible.",
        en="Nothing that can be changed would open this option.",
    ),
    "conflict": Text(
        fr="Des réponses s’excluent l’une l’autre : les corriger d’abord.",
        en="Some answers exclude each other: correct them first.",
    ),
    "one": Text(fr="Une seule façon d’y parvenir :", en="There is one way:"),
    "several": Text(
        fr="{} façons d’y parvenir, chacune réduite au nécessaire :",
        en="{} ways, each with nothing more than it needs:",
    ),
    "settle": Text(fr="À éclaircir d’abord : ", en="To settle first: "),
    "or": Text(fr=" ou ", en=" or "),
    "then": Text(fr="puis ", en="then "),
    "wait": Text(fr="Laisser passer le temps jusqu’au {}", en="Let time pass until {}"),
    "runs": Text(fr="le délai court depuis le {}", en="the time runs from {}"),
    "months": Text(fr="Temps à prévoir : {} mois", en="Time to allow: {} months"),
    "month": Text(fr="Temps à prévoir : un mois", en="Time to allow: one month"),
    "not_before": Text(fr="Pas avant le {}", en="Not before {}"),
    "sure": Text(fr="L’option est alors possible dans tous les cas.", en="The option is then open in every case."),
    "lacking": Text(fr="Conditions non remplies :", en="Requirements not met:"),
}


def altering_text(case: Case, option: str, found: tuple[Alteration, ...], language: Language) -> str:
    """Write the smallest sets of alterations that open an option."""
    return "\n".join(_lines(case, option, found, language))


def _say(phrase: str, language: Language, *values: object) -> str:
    return _PHRASES[phrase].in_(language).format(*values)


def _lines(case: Case, option: str, found: tuple[Alteration, ...], language: Language) -> Iterator[str]:
    entry = case.base.options[option]
    title = f"« {entry.title.fr} »" if language == "fr" else f"“{entry.title.en}”"
    if option not in case.rules.options:
        days = period(case.base.option_period(entry), language)
        word, places = STATUS_WORD["not_in_force"].in_(language), articles(case.base, entry.norms, language)
        yield f"{title} — {word} ({days}) [{places}]"
        return
    outcome = option_outcome(case, option, case.rules.options[option])
    yield f"{title} — {STATUS_WORD[outcome.status].in_(language)}"
    if not found:
        yield from _never(case, outcome, language)
        return
    if not found[0].changes:
        yield _say("open" if found[0].sure else "free", language)
        yield from (f"  ? {fact_name(case, key, language)}" for key in found[0].to_settle)
        return
    yield _say("one", language) if len(found) == 1 else _say("several", language, len(found))
    for place, alteration in enumerate(found, 1):
        yield ""
        yield from _alteration(case, alteration, place, language)


def _never(case: Case, outcome: OptionOutcome, language: Language) -> Iterator[str]:
    """Say that nothing opens the option, and what stands against it."""
    if case.situation.contradictory:
        yield _say("conflict", language)
        yield from (f"  ! {case.base.conflicts[key].message.in_(language)}" for key in case.conflicts)
        return
    yield _say("none", language)
    lacking = [each for each in outcome.requirements if each.state == "unmet"]
    if lacking:
        yield _say("lacking", language)
    for each in lacking:
        places = articles(case.base, each.requirement.norms, language, case.as_of)
        yield f"  {REQUIREMENT_SYMBOL['unmet']} {each.requirement.title.in_(language)} [{places}]"


def _alteration(case: Case, found: Alteration, place: int, language: Language) -> Iterator[str]:
    lead = f"{place}. "
    for change in found.changes:
        then = _say("then", language) if not change.at_once else ""
        yield f"{lead}{then}{_change(case, change, language)}"
        if change.cure and change.cure.note:
            yield f"      {change.cure.note.in_(language)}"
        lead = " " * len(lead)
    if found.until:
        yield f"{lead}{_say('not_before', language, day(found.until, language))}"
    if found.months:
        yield lead + (_say("month", language) if found.months == 1 else _say("months", language, found.months))
    if found.to_settle:
        names = listed((fact_name(case, key, language) for key in found.to_settle), language)
        yield f"{lead}{_say('settle', language)}{names}"
    elif found.sure:
        yield f"{lead}{_say('sure', language)}"


def _change(case: Case, change: Change, language: Language) -> str:
    if change.cure is not None:
        return _act(case, change, language)
    if change.until is not None:
        fact = case.base.facts[change.id]
        start = say_value(fact, change.was, language)
        wait, runs = _say("wait", language, day(change.until, language)), _say("runs", language, start)
        label, places = fact.label.in_(language), articles(case.base, fact.norms, language, case.as_of)
        return f"{wait} ({runs}, {label}) [{places}]"
    kind = case.base.facts[change.id]
    was = say_value(kind, change.was, language)
    places = f" [{articles(case.base, kind.norms, language, case.as_of)}]" if kind.norms else ""
    name = fact_name(case, (change.id, change.of), language)
    return f"{name}{' : ' if language == 'fr' else ': '}{was} → {_values(case, change, language)}{places}"


def _values(case: Case, change: Change, language: Language) -> str:
    """Say the values that will do: words one by one, numbers and shares by their ends."""
    kind = case.base.facts[change.id]
    values = change.values
    low, high = values[0], values[-1]
    if low != high and not isinstance(low, str | bool) and not isinstance(high, str | bool):
        unbounded = kind.type in {"count", "amount"} and kind.maximum is None and high == 10**9
        return say_value(kind, Range(low, None if unbounded else high), language)
    return _say("or", language).join(say_value(kind, value, language) for value in values)


def _act(case: Case, change: Change, language: Language) -> str:
    cure, base = change.cure, case.base
    if cure is None:
        return change.id
    details = [base.actors[cure.who].label.in_(language)]
    details += [base.majorities[cure.majority].label.in_(language)] if cure.majority else []
    details += [cure.within.in_(language)] if cure.within else []
    details += [SILENCE[cure.silence].in_(language)] if cure.silence else []
    return f"{cure.title.in_(language)} ({listed(details, language)}) [{articles(base, cure.norms, language)}]"


def fact_name(case: Case, key: FactKey, language: Language) -> str:
    """Name a fact, with the entity it belongs to."""
    kind = case.base.all_facts[key[0]]
    owner = f"{entity_name(case, kind.of or '', key[1])} — " if key[1] else ""
    return f"{owner}{kind.label.in_(language)}"
