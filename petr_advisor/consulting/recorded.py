"""What recorded acts say of the facts: they give them their value, so that there is one truth only.

An act recorded makes true what its `done` says, gives its `done_on` its day, and gives the vote fact of a member the
member's vote; so does an act that a later one implies.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from petr_advisor.consulting.answers import State
from petr_advisor.inference.atoms import parse_value
from petr_advisor.inference.completion import EntityView
from petr_advisor.inference.facts import FactKey, Facts, Known, Value
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import Condition, parts_of
from petr_advisor.knowledge.enacted import RuleBase
from petr_advisor.procedures.ballots import Ballot
from petr_advisor.procedures.marking import Marking
from petr_advisor.procedures.progress import UNDER_WAY, Progress, stand
from petr_advisor.procedures.record import Done, Setting
from petr_advisor.procedures.slips import Slip, sift
from petr_advisor.procedures.voting import Voting
from petr_advisor.territory.communes import how_many

_SILENT = "silent"
"""The choice of a vote fact for one that has not voted; the others are `for`, `against`, and these with `_late`."""


LATE = "_late"
"""What ends the choices of such a fact for a vote that came once its time was over."""


@dataclass(frozen=True)
class Recordings:
    """The acts recorded, sifted, and what they say of the facts."""

    acts: tuple[Done, ...] = ()
    """Those from which something is concluded."""
    slips: tuple[Slip, ...] = ()
    """Those that cannot be as they are said."""
    facts: Mapping[FactKey, Known] = field(default_factory=dict)
    """What they say."""
    under_way: frozenset[str] = frozenset()
    """The procedures that have begun by them and go on."""
    last_days: Mapping[str, date] = field(default_factory=dict)
    """By vote of theirs, `procedure/act`, the last day of the member who received last what it votes on."""


def recordings(rules: RuleBase, state: State, readings: Mapping[str, str]) -> Recordings:
    """Read the acts recorded on the answers alone, before anything is concluded."""
    if not state.acts:
        return Recordings()
    setting, slips = sift(_setting(rules, state, readings), rules.as_of)
    begun = dict.fromkeys(done.procedure for done in setting.acts)
    stands = {key: stand(key, setting, rules.as_of) for key in begun}
    going_on = {key: found for key, found in stands.items() if found.state in UNDER_WAY}
    facts = dict(_facts(rules, setting, rules.as_of))
    return Recordings(setting.acts, slips, facts, frozenset(going_on), dict(_last_days(going_on)))


def _last_days(going_on: Mapping[str, Progress]) -> Iterator[tuple[str, date]]:
    """Give the last day of each vote: each member's time runs from its own receipt, not from the sending."""
    for procedure, found in going_on.items():
        for act, mark in found.marks.items():
            if days := [vote.until for vote in mark.votes if vote.until is not None]:
                yield f"{procedure}/{act}", max(days)


def _setting(rules: RuleBase, state: State, readings: Mapping[str, str]) -> Setting:
    known = {key: Known(found.value, found.by) for key, found in state.answers.items() if found.value is not None}
    lists = {kind: found for kind, found in state.lists.items() if found is not None}
    facts = Facts(known, lists)

    def holds(condition: Condition, _day: date) -> bool | None:
        return EntityView(rules, facts, "", frozenset()).truth(condition)

    return Setting(
        base=rules.base,
        holds=holds,
        day_of=facts.day,
        voters=lambda body: voters(rules, facts, {}, body),
        said=lambda _fact, _member: None,
        named=lambda actor: named(rules, facts, {}, actor),
        communes=lambda member: how_many(member, rules.as_of),
        readings=readings,
        acts=tuple(_with_effect(rules.base, done) for done in state.acts),
    )


def _with_effect(base: KnowledgeBase, done: Done) -> Done:
    """Give an act recorded its own day of effect, where it has one and the record gives none."""
    if done.on is None or done.effect is not None or done.member is not None or done.result == "refused":
        return done
    acts = (base.act(key) for key in (done.key, *base.same_acts.get(done.key, ())))
    event = next((act.effect_after for act in acts if act.effect_after is not None), None)
    effect = base.events[event].morrow(done.on) if event is not None else None
    return done if effect is None else replace(done, effect=effect)


def voters(
    rules: RuleBase, facts: Facts, derived: Mapping[str, frozenset[str]], body: str
) -> tuple[Ballot, ...] | None:
    """Give the members of a body whose votes are counted; None when it has none or they are not all listed."""
    actor = rules.base.actors.get(body)
    if actor is None or actor.voters is None:
        return None
    listed = facts.entities.get(actor.voters.entity)
    if listed is None or not listed.complete:
        return None
    where, fact = actor.voters.where, actor.voters.population
    views = {of: EntityView(rules, facts, of, derived.get(of, frozenset())) for of in listed.ids}
    kept = [of for of in listed.ids if where is None or views[of].truth(where) is not False]
    return tuple(Ballot(of, _count(facts, fact, of)) for of in kept)


def named(rules: RuleBase, facts: Facts, derived: Mapping[str, frozenset[str]], actor: str) -> frozenset[str]:
    """Give the members listed that an actor surely is."""
    where = rules.base.actors[actor].named
    listed = facts.entities.get(where.entity) if where is not None else None
    if where is None or where.where is None or listed is None:
        return frozenset()
    views = ((of, EntityView(rules, facts, of, derived.get(of, frozenset()))) for of in listed.ids)
    return frozenset(of for of, view in views if view.truth(where.where) is True)


def _count(facts: Facts, fact: str | None, of: str) -> int | None:
    known = facts.get(fact, of) if fact is not None else None
    return known.value if known is not None and isinstance(known.value, int) else None


def _facts(rules: RuleBase, setting: Setting, as_of: date) -> Iterator[tuple[FactKey, Known]]:
    for key in dict.fromkeys(done.procedure for done in setting.acts):
        attempt = max(done.attempt for done in setting.acts if done.procedure == key)
        marking = Marking(key, setting, as_of, attempt).settled()
        if not marking.begun:
            continue
        if marking.procedure.runs is not None:
            yield from _made(rules, marking.procedure.runs)
        for act in (*marking.order.present,):
            if act in marking.implied or (act in marking.begun and not _is_only_received(marking, act)):
                yield from _of_act(rules, marking, act)


def _is_only_received(marking: Marking, key: str) -> bool:
    """Tell whether all that is recorded of an act is that who decides on the whole received what is asked."""
    found = marking.records.get(key, ())
    return bool(found) and all(done.only_received and done.member is None for done in found)


def _of_act(rules: RuleBase, marking: Marking, key: str) -> Iterator[tuple[FactKey, Known]]:
    act, voting = marking.acts[key], Voting.of(marking, key)
    if voting is None and act.done is not None:
        yield from _made(rules, act.done, f"{marking.key}/{key}" if key in marking.begun else None)
    day = marking.days.recorded(key) or _all_received(marking, key)
    if act.done_on is not None and day is not None:
        yield (act.done_on, None), Known(day, "measure")
    if voting is not None and act.votes is not None:
        for ballot in voting.ballots:
            late = ballot.on is not None and ballot.until is not None and ballot.on > ballot.until
            if (value := _vote(rules, act.votes, ballot, late=late)) is not None:
                yield (act.votes, ballot.member), Known(value, "measure")


def _all_received(marking: Marking, key: str) -> date | None:
    """Give the day on which the last member received what this act sends, when all are recorded."""
    for vote, act in marking.acts.items():
        voting = Voting.of(marking, vote)
        if voting is not None and act.limit is not None and act.limit.with_act == key:
            received = {done.member: done.received for done in marking.records.get(vote, ())}
            days = [received.get(ballot.member) for ballot in voting.voters]
            known = [day for day in days if day is not None]
            return max(known) if known and len(known) == len(days) else None
    return None


def _vote(rules: RuleBase, fact: str, ballot: Ballot, *, late: bool) -> Value | None:
    choices = rules.base.facts[fact].choices if fact in rules.base.facts else {}
    if ballot.vote is None:
        return _SILENT if _SILENT in choices else None
    wanted = f"{ballot.vote}{LATE}" if late else ballot.vote
    return wanted if wanted in choices else None


def _made(rules: RuleBase, condition: Condition, shown_by: str | None = None) -> Iterator[tuple[FactKey, Known]]:
    """Give the facts that a condition fixes: its literals that allow one value.

    None that rules alone conclude, nor any that only acts other than the one recorded show.
    """
    for part in parts_of(condition):
        if part.positive and len(part.test.values) == 1:
            kind = rules.base.facts.get(part.fact)
            shown = kind is not None and (not kind.shown_by or shown_by in kind.shown_by)
            if kind is not None and shown and kind.of is None and not kind.closed:
                yield (part.fact, None), Known(parse_value(kind, part.test.values[0]), "measure")
