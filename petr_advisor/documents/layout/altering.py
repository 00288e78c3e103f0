"""What it would take to open an option."""

from collections.abc import Iterable, Iterator

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.clashes import clashes
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.outcomes import OptionOutcome, option_outcome
from petr_advisor.documents.blocks import Block, Bullets, Item, Paragraph, plain
from petr_advisor.documents.sheets import articles
from petr_advisor.explaining.altering.alterations import Alteration, Change
from petr_advisor.explaining.explanations import entity_name
from petr_advisor.inference.facts import FactKey, Range
from petr_advisor.planning.cure_days import cure_planned
from petr_advisor.planning.model import Roadmap
from petr_advisor.words.texts import Text
from petr_advisor.words.voice import REQUIREMENT_SYMBOL, Voice, act_details


def altered(
    case: Case, option: str, found: tuple[Alteration, ...], voice: Voice, plan: Roadmap | None = None
) -> Iterator[Block]:
    """Lay out the smallest sets of alterations that open an option; what an answer brings about has the plan's days."""
    entry = case.base.options[option]
    title = voice.quoted(entry.title)
    if option not in case.rules.options:
        days = voice.period(case.base.option_period(entry))
        word, places = voice.status("not_in_force"), articles(case.base, entry.norms, voice)
        yield _said(f"{title} — {word} ({days}) [{places}]")
        return
    outcome = option_outcome(case, option)
    yield _said(f"{title} — {voice.status(outcome.status)}{_afterwards(case, outcome, voice)}")
    if not found:
        yield from _never(case, outcome, voice)
    elif not found[0].changes:
        yield _said(voice.phrase("alter.open" if found[0].sure else "alter.free"))
        yield from _listed(f"? {fact_name(case, key, voice)}" for key in found[0].to_settle)
    else:
        yield _said(voice.phrase("alter.one" if len(found) == 1 else "alter.several", n=len(found)))
        yield Bullets(items=tuple(_alteration(case, each, voice, plan) for each in found), numbered=True)


def _afterwards(case: Case, outcome: OptionOutcome, voice: Voice) -> str:
    """Say what the option is once the answers before it are carried out, where that is another thing than today."""
    lines = case.course.lines if isinstance(case, Consultation) else ()
    then = (each for line in lines for each in (*line.outcome.routes, *line.outcome.staying) if each.id == outcome.id)
    found = next(then, outcome)
    if found.status == outcome.status:
        return ""
    return voice.phrase("alter.afterwards", status=voice.status(found.status), when=voice.phrase("origin.afterwards"))


def _said(text: str) -> Paragraph:
    return Paragraph(line=plain(text))


def _listed(texts: Iterable[str]) -> Iterator[Block]:
    if items := tuple(Item(line=plain(text)) for text in texts):
        yield Bullets(items=items)


def _never(case: Case, outcome: OptionOutcome, voice: Voice) -> Iterator[Block]:
    """Say that nothing opens the option, and what stands against it."""
    if case.situation.contradictory:
        yield _said(voice.phrase("alter.conflict"))
        yield from _listed(f"! {voice.say(clash.message)}" for clash in clashes(case))
        return
    yield _said(voice.phrase("alter.none"))
    lacking = [each.requirement for each in outcome.requirements if each.state == "unmet"]
    if lacking:
        yield _said(voice.phrase("alter.lacking"))
    yield from _listed(
        f"{REQUIREMENT_SYMBOL['unmet']} {voice.say(each.title)} [{articles(case.base, each.norms, voice, case.as_of)}]"
        for each in lacking
    )


def _alteration(case: Case, found: Alteration, voice: Voice, plan: Roadmap | None) -> Item:
    """Lay out one set: its first change heads the others, and what else is to be known of it."""
    first, *others = found.changes
    children = [*_note(first, voice)]
    for change in others:
        then = "" if change.at_once else f"{voice.phrase('alter.then')} "
        children.append(
            Item(line=plain(then + _change(case, change, voice, plan)), children=tuple(_note(change, voice)))
        )
    children += [Item(line=plain(text)) for text in _limits(case, found, voice, plan)]
    return Item(line=plain(_change(case, first, voice, plan)), children=tuple(children))


def _note(change: Change, voice: Voice) -> Iterator[Item]:
    if change.cure and change.cure.note:
        yield Item(line=plain(voice.say(change.cure.note)))


def _limits(case: Case, found: Alteration, voice: Voice, plan: Roadmap | None) -> Iterator[str]:
    """Say from when a set opens the option, how long it takes, and how sure that is."""
    if found.until:
        yield voice.phrase("alter.not-before", day=found.until)
    if found.months and not any(_planned(case, change, plan) for change in found.changes):
        yield voice.phrase("alter.month" if found.months == 1 else "alter.months", n=found.months)
    if found.to_settle:
        yield voice.phrase("alter.settle", names=[fact_name(case, key, voice) for key in found.to_settle])
    elif found.sure:
        yield voice.phrase("alter.sure")


def _planned(case: Case, change: Change, plan: Roadmap | None) -> Text | None:
    if plan is None or change.cure is None or not isinstance(case, Consultation):
        return None
    return cure_planned(case, plan, change.cure)


def _change(case: Case, change: Change, voice: Voice, plan: Roadmap | None) -> str:
    if change.cure is not None:
        return _act(case, change, voice, plan)
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


def _act(case: Case, change: Change, voice: Voice, plan: Roadmap | None) -> str:
    cure, base = change.cure, case.base
    if cure is None:
        return change.id
    details = voice.listed(act_details(base, cure, _planned(case, change, plan)))
    return f"{voice.say(cure.title)} ({details}) [{articles(base, cure.norms, voice)}]"


def fact_name(case: Case, key: FactKey, voice: Voice) -> str:
    """Name a fact, with the entity it belongs to."""
    kind = case.base.all_facts[key[0]]
    owner = f"{entity_name(case, kind.of or '', key[1])} — " if key[1] else ""
    return f"{owner}{voice.say(kind.label)}"
