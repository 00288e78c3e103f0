"""What it would take to open an option, as plain text."""

from collections.abc import Iterator

from petr_advisor.altering.alterations import Alteration, Change
from petr_advisor.case import Case
from petr_advisor.clashes import clashes
from petr_advisor.explanations import entity_name
from petr_advisor.inference.facts import FactKey, Range
from petr_advisor.knowledge.texts import Language
from petr_advisor.outcomes import OptionOutcome, option_outcome
from petr_advisor.report.plain import articles
from petr_advisor.words.voice import REQUIREMENT_SYMBOL, Voice, act_details


def altering_text(case: Case, option: str, found: tuple[Alteration, ...], language: Language) -> str:
    """Write the smallest sets of alterations that open an option."""
    return "\n".join(_lines(case, option, found, Voice(language, in_print=False)))


def _lines(case: Case, option: str, found: tuple[Alteration, ...], voice: Voice) -> Iterator[str]:
    entry = case.base.options[option]
    title = voice.quoted(entry.title)
    if option not in case.rules.options:
        days = voice.period(case.base.option_period(entry))
        word, places = voice.status("not_in_force"), articles(case.base, entry.norms, voice)
        yield f"{title} — {word} ({days}) [{places}]"
        return
    outcome = option_outcome(case, option, case.rules.options[option])
    yield f"{title} — {voice.status(outcome.status)}"
    if not found:
        yield from _never(case, outcome, voice)
        return
    if not found[0].changes:
        yield voice.phrase("alter.open" if found[0].sure else "alter.free")
        yield from (f"  ? {fact_name(case, key, voice)}" for key in found[0].to_settle)
        return
    yield voice.phrase("alter.one" if len(found) == 1 else "alter.several", n=len(found))
    for place, alteration in enumerate(found, 1):
        yield ""
        yield from _alteration(case, alteration, place, voice)


def _never(case: Case, outcome: OptionOutcome, voice: Voice) -> Iterator[str]:
    """Say that nothing opens the option, and what stands against it."""
    if case.situation.contradictory:
        yield voice.phrase("alter.conflict")
        yield from (f"  ! {voice.say(clash.message)}" for clash in clashes(case))
        return
    yield voice.phrase("alter.none")
    lacking = [each for each in outcome.requirements if each.state == "unmet"]
    if lacking:
        yield voice.phrase("alter.lacking")
    for each in lacking:
        places = articles(case.base, each.requirement.norms, voice, case.as_of)
        yield f"  {REQUIREMENT_SYMBOL['unmet']} {voice.say(each.requirement.title)} [{places}]"


def _alteration(case: Case, found: Alteration, place: int, voice: Voice) -> Iterator[str]:
    lead = f"{place}. "
    for change in found.changes:
        then = f"{voice.phrase('alter.then')} " if not change.at_once else ""
        yield f"{lead}{then}{_change(case, change, voice)}"
        if change.cure and change.cure.note:
            yield f"      {voice.say(change.cure.note)}"
        lead = " " * len(lead)
    if found.until:
        yield lead + voice.phrase("alter.not-before", day=found.until)
    if found.months:
        yield lead + voice.phrase("alter.month" if found.months == 1 else "alter.months", n=found.months)
    if found.to_settle:
        names = [fact_name(case, key, voice) for key in found.to_settle]
        yield lead + voice.phrase("alter.settle", names=names)
    elif found.sure:
        yield lead + voice.phrase("alter.sure")


def _change(case: Case, change: Change, voice: Voice) -> str:
    if change.cure is not None:
        return _act(case, change, voice)
    if change.until is not None:
        fact = case.base.facts[change.id]
        start = voice.value(fact, change.was)
        wait, runs = voice.phrase("alter.wait", day=change.until), voice.phrase("alter.runs", start=start)
        label, places = voice.say(fact.label), articles(case.base, fact.norms, voice, case.as_of)
        return f"{wait} ({runs}, {label}) [{places}]"
    kind = case.base.facts[change.id]
    was = voice.value(kind, change.was)
    places = f" [{articles(case.base, kind.norms, voice, case.as_of)}]" if kind.norms else ""
    name = fact_name(case, (change.id, change.of), voice)
    return voice.labelled(name, f"{was} → {_values(case, change, voice)}{places}")


def _values(case: Case, change: Change, voice: Voice) -> str:
    """Say the values that will do: words one by one, numbers and shares by their ends."""
    kind = case.base.facts[change.id]
    values = change.values
    low, high = values[0], values[-1]
    if low != high and not isinstance(low, str | bool) and not isinstance(high, str | bool):
        unbounded = kind.type in {"count", "amount"} and kind.maximum is None and high == 10**9
        return voice.value(kind, Range(low, None if unbounded else high))
    return voice.listed((voice.value(kind, value) for value in values), "or")


def _act(case: Case, change: Change, voice: Voice) -> str:
    cure, base = change.cure, case.base
    if cure is None:
        return change.id
    return f"{voice.say(cure.title)} ({voice.listed(act_details(base, cure))}) [{articles(base, cure.norms, voice)}]"


def fact_name(case: Case, key: FactKey, voice: Voice) -> str:
    """Name a fact, with the entity it belongs to."""
    kind = case.base.all_facts[key[0]]
    owner = f"{entity_name(case, kind.of or '', key[1])} — " if key[1] else ""
    return f"{owner}{voice.say(kind.label)}"
