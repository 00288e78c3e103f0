"""The decisive reasons of an answer: arguments, the law that opens the way, why not the others."""

from collections.abc import Iterator, Sequence
from itertools import islice

from petr_advisor.consulting.outcomes import option_outcome
from petr_advisor.consulting.weighing import LIVE
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.weighed import Weighing
from petr_advisor.documents.model_options import OptionPart, Reason, RequirementPart
from petr_advisor.knowledge.conditions import literals
from petr_advisor.words.typography import full_stop, no_capital

DECISIVE_REASONS = 3
"""How many are told."""


CONDITIONS_SHOWN = 3
"""How many of the conditions that open a way are named."""


def decisive_reasons(found: Weighing) -> tuple[Reason, ...]:
    """Give the weightiest reasons of an answer, three at most."""
    return tuple(islice(_reasons(found), DECISIVE_REASONS))


def _reasons(found: Weighing) -> Iterator[Reason]:
    """Give the decisive reasons, the weightiest first: arguments, the law that opens the way, why not the others."""
    desk, options, verdict = found.here, found.options, found.verdict
    kept = [part for part in found.kept if part.id not in found.late]
    first = kept[0] if kept else None
    if verdict == "moot":
        return
    if found.line.shut:
        yield from _closed(desk, tuple(found.kept), found.wanted)
        return
    if found.several and kept:
        done = {option.id for line in found.lines if line.state in {"stay", "done"} for option in line.options}
        # what is to be voted comes first: what is there already needs no plea
        yield from (_reason_of_tied(desk, part) for part in sorted(kept, key=lambda part: part.id in done))
        return
    pleas = [merit for merit in first.merits if merit.favours and not merit.without_effect] if first else []
    # what it is for comes before how well it goes, unless no day is left for it
    pleas.sort(key=lambda merit: (merit.too_late, not merit.aim))
    for merit in pleas[: DECISIVE_REASONS - 1]:
        yield Reason(text=full_stop(merit.text), citations=merit.citations)
    taken = first if first is not None and first.status == "open" and verdict not in {"stay", "done"} else None
    asked = taken is not None and (_only_planned(desk, taken) or (not pleas and _is_a_choice(desk, taken)))
    if taken is not None and not asked:
        if not pleas:  # that the law allows it is no reason to want it: what it is for comes first
            yield Reason(text=taken.summary, citations=taken.citations)
        yield from _why_open(desk, taken)
    if verdict in {"stay", "done"} and first is not None:
        yield Reason(text=first.summary, citations=first.citations)
        yield from _drawbacks(desk, tuple(part for part in options if part.id != first.id))
    others = tuple(part for part in options if first is not None and part.id != first.id)
    if taken is not None and asked:
        # that it is wanted is what is asked, no reason: what speaks against the other ways that are open comes before
        yield from _drawbacks(desk, others)
        yield _planned(desk, taken)
        yield from _why_open(desk, taken)
    # what is under way was chosen already: other ways are no reason for it, unless they are wanted as well
    shut = options if verdict != "running" else tuple(part for part in options if part.id in found.wanted)
    yield from _closed(desk, shut, found.wanted)
    if first is not None and verdict not in {"stay", "done"} and not asked:
        yield from _drawbacks(desk, others)


def _met(desk: Desk, option: OptionPart) -> list[RequirementPart]:
    """Give the conditions met that open an option, beside that it is wanted."""
    occasion = f"{option.id}/{desk.base.options[option.id].occasion}"
    return [each for each in option.requirements if each.state == "met" and each.key != occasion]


def _only_planned(desk: Desk, option: OptionPart) -> bool:
    """Tell whether nothing but its being wanted opens an option."""
    occasion = f"{option.id}/{desk.base.options[option.id].occasion}"
    return not _met(desk, option) and any(each.key == occasion for each in option.requirements)


def _is_a_choice(desk: Desk, option: OptionPart) -> bool:
    """Tell whether an option is there because the answers say that what it leads to is wanted."""
    written = desk.base.options[option.id]
    return written.occasion is not None and written.wanted is not None


def _planned(desk: Desk, option: OptionPart) -> Reason:
    """Say that the case gives no other reason than that it is wanted, and that the way is open."""
    by_law = desk.any_text(option.citations)
    said = desk.phrase("reason-planned" if by_law else "reason-planned-by-practice")
    return Reason(text=full_stop(said), citations=option.citations, only_intended=True)


def _why_open(desk: Desk, option: OptionPart) -> Iterator[Reason]:
    """Say which conditions open an option."""
    met = _met(desk, option)
    today = _met_today(desk, option.id)
    held = [each for each in met if today is None or each.key in today]
    before = [each for each in met if each not in held]
    yield from _opening(desk, held, "reason-open", "reason-open-by-practice")
    yield from _opening(desk, before, "reason-opened-before", "reason-opened-before-by-practice")


def _met_today(desk: Desk, option: str) -> frozenset[str] | None:
    """Give the conditions of an option that the case of today meets; None where it is weighed on nothing else."""
    if desk.today is None or option not in desk.today.rules.options:
        return None
    found = option_outcome(desk.today, option)
    return frozenset(each.key for each in found.requirements if each.state == "met")


def _opening(desk: Desk, met: Sequence[RequirementPart], by_law: str, by_practice: str) -> Iterator[Reason]:
    """Say that conditions open a way, the first of them, by a text or by practice alone."""
    shown = met[:CONDITIONS_SHOWN]
    citations = tuple({c.place: c for each in shown for c in each.citations}.values())
    if shown:
        key = by_law if desk.any_text(citations) else by_practice
        said = desk.phrase(key, conditions=desk.listed(no_capital(each.title) for each in shown), n=len(shown))
        yield Reason(text=full_stop(said), citations=citations)


def _reason_of_tied(desk: Desk, part: OptionPart) -> Reason:
    """Say why an option is kept: what speaks for it, else what it is; what speaks against it is no reason."""
    merit = next((merit for merit in part.merits if merit.favours and not merit.without_effect), None)
    text = merit.text if merit else part.summary
    return Reason(
        text=full_stop(desk.phrase("reason-of-option", option=part.title, reason=no_capital(text))),
        citations=merit.citations if merit else part.citations,
    )


def _drawbacks(desk: Desk, options: tuple[OptionPart, ...]) -> Iterator[Reason]:
    """Say what speaks against the routes that are open."""
    for part in options:
        against = next((merit for merit in part.merits if not merit.favours), None)
        if part.kind == "route" and part.status in LIVE and against:
            text = desk.phrase("reason-of-option", option=part.title, reason=no_capital(against.text))
            yield Reason(text=full_stop(text), citations=against.citations)


def is_there(desk: Desk, part: OptionPart) -> bool:
    """Tell whether a way is closed because what it makes is there already."""
    made = desk.base.options[part.id].makes
    known = {fact: desk.consultation.facts.get(fact) for fact in made}
    so = {fact for fact, found in known.items() if found is not None and found.value == made[fact]}
    unmet = (desk.base.requirement(each.key).needs for each in part.requirements if each.state == "unmet")
    return any({each.fact for each in literals(needs)} <= so for needs in unmet)


def _closed(desk: Desk, options: tuple[OptionPart, ...], wanted: frozenset[str]) -> Iterator[Reason]:
    """Say why other ways are closed: those that are wanted first, then those that lack least."""
    failed = [(part, [r for r in part.requirements if r.state == "unmet"]) for part in options if part.kind == "route"]
    shut = [(part, unmet) for part, unmet in failed if part.status == "closed" and unmet and not is_there(desk, part)]
    for part, unmet in sorted(shut, key=lambda pair: (pair[0].id not in wanted, len(pair[1]))):
        without_cure = (found for found in unmet if not any(cure.state == "available" for cure in found.cures))
        lacking = next(without_cure, unmet[0])
        text = desk.phrase("reason-closed", option=part.title, lacking=no_capital(lacking.title))
        yield Reason(text=full_stop(text), citations=lacking.citations)
