"""Bodies that a plan sets up, which do nothing before; that which ends on a known day, which does nothing from it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.ending import ends_the_body, organ_of_the_body
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.planning.legal_days import LAST_DAY
from petr_advisor.planning.network import DAY
from petr_advisor.planning.occurring import Occurring
from petr_advisor.planning.situation import Situation
from petr_advisor.planning.tempo import Due, Link, Node
from petr_advisor.planning.told_once import waits_for


def after_set_up(procedures: Sequence[Occurring], base: KnowledgeBase, nodes: dict[str, Node]) -> None:
    """Let each act wait for those of the plan that set up whose act it is, and who signs it, unless these wait for it.

    What is done at once is done by who is there today, and waits for what is set up at once only.
    """
    setting = {name: tuple(setting_up(procedures, actor.set_up_by)) for name, actor in base.actors.items()}
    at_once = {own.name for own in procedures if own.instance.at_once}
    for own in procedures:
        for name, act in own.acts.items():
            key = own.key(name)
            for before in (each for actor in (act.who, *act.signed_with) for each in setting[actor]):
                if own.name in at_once and before.partition("/")[0] not in at_once:
                    continue
                if key in nodes and before in nodes and not waits_for(nodes, before, key):
                    nodes[key] = replace(nodes[key], after=(*nodes[key].after, Link(before)))


def after_elections(procedures: Sequence[Occurring], base: KnowledgeBase, nodes: dict[str, Node]) -> None:
    """Let what waits for a procedure that renews an organ wait for the election of who sits in it.

    The effect alone, an order that enlarges it, leaves it without those who are to be called to its meeting.
    """
    electing = {name: tuple(setting_up(procedures, actor.elected_by)) for name, actor in base.actors.items()}
    for own in procedures:
        for name, act in own.acts.items():
            key = own.key(name)
            for before in (each for each in electing[act.who] if each.partition("/")[0] in own.instance.after):
                if key in nodes and before in nodes and not waits_for(nodes, before, key):
                    nodes[key] = replace(nodes[key], after=(*nodes[key].after, Link(before)))


def last_day(procedures: Sequence[Occurring], situations: Mapping[str, Situation]) -> date | None:
    """Give the last day of the body under study, where a procedure ends it at once on a day that is known."""
    found = []
    for own in procedures:
        situation = situations[own.name]
        effects = situation.base.procedures[own.name].effects
        ends = any(
            each.end_subject is not None and each.end_subject.person == "ends" and ends_the_body(situation.case, each)
            for each in effects
        )
        if ends and (days := _known_days(own)):
            found.append(max(days) - DAY)
    return min(found, default=None)


def ends_by_term(procedures: Sequence[Occurring], case: Consultation) -> date | None:
    """Give the last day of the body of a case, where the law ends it on a day to come and nothing prolongs it.

    Once another body has taken its place in the course, the case is about that one, and no such day concerns it.
    """
    held = {own.name for own in procedures}
    found = (
        each.day - DAY
        for each in case.terms
        if each.day is not None
        and each.term.ends_the_body
        and not each.past
        and not any(way.act.prolongs and way.act.procedure in held for way in each.acts)
    )
    return min(found, default=None)


def _known_days(own: Occurring) -> tuple[date, ...]:
    """Give the days of the effect of a procedure, where all are known: of what is done, or planned on a day."""
    if not own.effect:
        return tuple(own.pending.values())
    days = tuple(own.coming.get(act, own.planned[act]) for act in own.effect if act in own.planned)
    return days if len(days) == len(own.effect) else ()


def before_the_end(own: Occurring, situation: Situation, last: date, nodes: dict[str, Node]) -> None:
    """Bind each act of an organ of the body under study, or that one signs too, to the last day of the body.

    An act that only calls others is told by theirs.
    """
    for name, act in own.acts.items():
        key = own.key(name)
        organs = (organ_of_the_body(situation.case, actor) for actor in (act.who, *act.signed_with))
        if key not in nodes or act.calls is not None or not any(organs):
            continue
        nodes[key] = replace(nodes[key], dues=(*nodes[key].dues, Due(day=last, name=LAST_DAY, ends=True)))


def setting_up(procedures: Sequence[Occurring], acts: Sequence[str]) -> Iterator[str]:
    """Give what does some acts in a plan: themselves, else the acts that call their procedure."""
    held: Mapping[str, Occurring] = {own.name: own for own in procedures}
    for act in acts:
        procedure, _, name = act.partition("/")
        if procedure in held:
            if name in held[procedure].acts and name not in held[procedure].uncertain:
                yield act
            continue
        for own in procedures:
            for caller, found in own.acts.items():
                if found.calls and procedure in found.calls.names and caller not in own.uncertain:
                    yield own.key(caller)
