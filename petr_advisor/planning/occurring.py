"""Procedures to be carried out, each for one occasion: which of their acts there are in this case."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from petr_advisor.knowledge.conditions import AllOf, AnyOf, Condition, Literal
from petr_advisor.knowledge.effects import ActResult
from petr_advisor.knowledge.procedures import Act
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.planning.overtaking import ahead_of, out_of_date, overtaken_acts
from petr_advisor.planning.situation import Situation
from petr_advisor.planning.tempo import Link
from petr_advisor.procedures.marks import Mark
from petr_advisor.procedures.order import all_before

CONTINGENT = frozenset({"refused", "not_done", "late", "prefect_may", "dissolved"})
"""Results that a plan does not reckon with: acts to come are supposed to be obtained, in time."""


@dataclass(frozen=True)
class Instance:
    """A procedure carried out once, for a line of the course."""

    procedure: str
    group: str
    """The line of the plan to which it belongs."""
    after: tuple[str, ...] = ()
    """The procedures that must have taken effect first."""
    beside: bool = False
    """Whether it runs beside the others, and nothing waits for it."""
    sure: bool = True
    """Whether the case is known to call for it."""
    at_once: bool = False
    """Whether it mends a breach: no later act of another procedure does it in its place."""
    behind: tuple[Link, ...] = ()
    """What an act of another procedure that calls it waits for, and so does this one."""
    begun_by: frozenset[str] = frozenset()
    """The first acts that alone wait for what is `behind`; all of them where none is said."""
    called: bool = False
    """Whether an act of another procedure of the plan consists of it, and is done with it."""
    since: date | None = None
    """The day on which what it is done for arises, where that is still to come: nothing of it begins before."""
    due: date | None = None
    """The legal day by which it is due, where no line of the course calls for it."""
    asked_from: date | None = None
    """The day from which what is due is asked for: a plan works it out from the time that it takes."""

    @property
    def not_before(self) -> date | None:
        """The first day on which anything of it is done."""
        return max((day for day in (self.since, self.asked_from) if day is not None), default=None)


@dataclass(frozen=True)
class Occurring:
    """The acts of a procedure that there are in a case."""

    instance: Instance
    acts: Mapping[str, Act]
    """Under the readings followed, in order; those known to be done are not there."""
    uncertain: frozenset[str]
    """Those of which it is not known whether the case calls for them."""
    supposed: frozenset[str]
    """Those called for, of which it is not known whether they were done already."""
    done: Mapping[str, date | None]
    """The acts done, with their day when it is known."""
    links: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)
    """What each waits for, among those that there are."""
    effect: tuple[str, ...] = ()
    """The acts whose day is that of the effect."""
    planned: Mapping[str, date] = field(default_factory=dict)
    """The days to come that the case gives acts: each takes no time and calls nothing."""
    pending: Mapping[str, date] = field(default_factory=dict)
    """The acts done whose own effect is still to come, with its day: what comes after them waits for it."""
    coming: Mapping[str, date] = field(default_factory=dict)
    """The acts planned whose own effect comes after their day, with its day: what comes after waits for both."""
    votes_on: Mapping[str, tuple[date, ...]] = field(default_factory=dict)
    """The votes under way for which the case gives some members a day to come, with these days, in order."""
    choices: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Of the uncertain acts, those of ways between which an answer still to come chooses: its fact and its choice."""
    effect_on: date | None = None
    """The day of the effect, where the case gives it: that of an act done, or planned on a day."""
    may_end: tuple[str, ...] = ()
    """The acts whose day is that of the effect, those of which it is not known whether they are called for included."""

    def needing(self, acts: Collection[str]) -> "Occurring":
        """Give it with some acts (`procedure/act`) called for, of which that is not known."""
        uncertain = frozenset(name for name in self.uncertain if self.key(name) not in acts)
        if uncertain == self.uncertain:
            return self
        return replace(self, uncertain=uncertain, effect=tuple(name for name in self.may_end if name not in uncertain))

    @property
    def ready_by(self) -> dict[str, date]:
        """Give the acts of habit and advice that come before one with a day to come: they are done by that day.

        A vote of members is begun with the first of them.
        """
        found: dict[str, date] = {}
        days = {**self.planned, **{name: found[0] for name, found in self.votes_on.items()}}
        for name, day in sorted(days.items(), key=lambda each: each[1], reverse=True):
            early = (act for act in ahead_of(self.acts, (name,)) if act in self.acts)
            found |= {act: day for act in early if self.acts[act].origin != "law" and act not in self.planned}
        return found

    @property
    def called_by(self) -> dict[str, date]:
        """Give the opinions that an act with a day to come waits for by law: they can be asked for by then.

        A vote takes its own time.
        """
        return {
            link.on: day
            for name, day in sorted(self.planned.items(), key=lambda each: each[1], reverse=True)
            for link in self.links.get(name, ())
            if not link.habit and link.on in self.acts and link.on not in self.planned
            if self.acts[link.on].notice is not None and self.acts[link.on].vote is None
        }

    def before(self, act: str) -> frozenset[str]:
        """Give the acts that come before one, among those that there are."""
        return all_before(self.acts, (act,)) & self.acts.keys()

    def does_without(self, act: str, link: Link) -> bool:
        """Tell whether an act comes without one before it: whoever makes an effect is not held by what is only advised.

        Votes and opinions asked for by caution hold it, for without them it may be unlawful.
        """
        before = self.acts.get(link.on)
        advised = before is not None and before.origin == "advice" and before.vote is None and before.silence is None
        return act in self.effect and link.habit and advised

    def holds_nothing(self, act: str) -> bool:
        """Tell whether all that would follow an act comes without it, and it carries out nothing else of the plan."""
        after = [(name, link) for name, links in self.links.items() for link in links if link.on == act]
        return (
            bool(after) and not self.acts[act].contains and all(self.does_without(name, link) for name, link in after)
        )

    def makes_known(self, act: str) -> bool:
        """Tell whether others may go to court from an act on: it follows what it makes known, not its effect."""
        limits = (each.limit for each in self.acts.values())
        return any(limit is not None and limit.kind == "window" and limit.with_act == act for limit in limits)

    @property
    def name(self) -> str:
        """The procedure's identifier."""
        return self.instance.procedure

    def key(self, act: str) -> str:
        """Name an act of it in the plan."""
        return f"{self.name}/{act}"

    @property
    def aside(self) -> bool:
        """Whether it runs beside: as said, or because no law asks for any of its acts and none waits for it."""
        asked = self.instance.called or any(act.origin == "law" for act in self.acts.values())
        return self.instance.beside or not asked

    def leads_to_effect(self, act: str) -> bool:
        """Tell whether an act comes before the effect, or makes it; before the end where there is no effect."""
        left, seen = list(self.ends), set(self.ends)
        while left:
            for link in self.links.get(left.pop(), ()):
                if link.on not in seen:
                    seen.add(link.on)
                    left.append(link.on)
        return act in seen

    @property
    def ends(self) -> tuple[str, ...]:
        """The acts after which what it leads to is there: those of the effect, else those that none follows."""
        if self.effect:
            return self.effect
        followed = {link.on for links in self.links.values() for link in links}
        return tuple(act for act in self.acts if act not in followed and act not in self.uncertain)


def occurring(
    situation: Situation, instance: Instance, begins: Mapping[str, date], start: date, within: Collection[str] = ()
) -> Occurring:
    """Give the acts of a procedure that there are in a case; `begins` are their first days as far as they are known.

    Those `within` (`procedure/act`) were done with an act that contains them; those before one that has begun, too.
    """
    procedure = situation.base.procedures[instance.procedure]
    read = situation.acts(instance.procedure)
    excluded = {name for act in read.values() for name in act.excludes}
    kept: dict[str, Act] = {}
    uncertain: set[str] = set()
    supposed: set[str] = set()
    done: dict[str, date | None] = {}
    pending: dict[str, date] = {}
    days = {name: day for name, day in situation.planned(instance.procedure).items() if day >= start}
    marks, shown = situation.marks(instance.procedure), situation.asked_before(instance.procedure)
    excluded |= {name for name in marks if read[name].excluded_if is not None and marks[name].status == "left_out"}
    overtaken = overtaken_acts(situation, read, procedure.effect_at)
    for name, act in read.items():
        begin = begins.get(f"{instance.procedure}/{name}", start)
        if name in excluded or not act.included or not (act.period is None or act.period.covers(begin)):
            continue
        if _contingent(act, read, procedure.effect_at) and not situation.has_come(instance.procedure, name):
            continue
        called_for = True if act.when in shown else situation.truth(act.when)
        already = False if act.done is None else situation.truth(act.done)
        if called_for is False:
            continue
        if f"{instance.procedure}/{name}" in within or name in overtaken:
            done[name] = None
            continue
        if name in marks and situation.over(instance.procedure, name):
            done[name] = marks[name].day
            if (later := marks[name].effect) is not None and later > start:
                pending[name] = later
            continue
        kept[name] = act.model_copy(update={"calls": None}) if name in days else act
        if called_for is None or not instance.sure:
            uncertain.add(name)
        elif already is None and not _cannot_have_been(situation, instance, act) and situation.may_hold(act.done):
            supposed.add(name)
    for name in out_of_date(read, kept, done, situation.begun(instance.procedure), procedure.effect_at):
        kept.pop(name, None)
    links = {name: tuple(_links(name, read, (*kept, *pending), done)) for name in kept}
    effect = tuple(name for name in procedure.effect_at if name in kept and name not in uncertain)
    uncertain &= kept.keys()
    days = {name: day for name, day in days.items() if name in kept}
    told = {name: day for name, day in situation.coming(instance.procedure).items() if name in days}
    coming = {**_effects_after(situation, kept, start), **told}
    votes = {name: found for name, found in situation.votes_on(instance.procedure).items() if name in kept}
    return Occurring(
        instance, kept, frozenset(uncertain), frozenset(supposed), done, links, effect, days, pending, coming, votes,
        _choices(situation, instance, {name: kept[name] for name in kept if name in uncertain}),
        _effect_on(procedure.effect_at, marks, days, told),
        tuple(name for name in procedure.effect_at if name in kept),
    )  # fmt: skip


def _cannot_have_been(situation: Situation, instance: Instance, act: Act) -> bool:
    """Tell whether nobody can have done an act yet, as what it rests on is made first: a vote, or a body to be born."""
    makers = {maker.partition("/")[0] for maker in situation.base.actors[act.who].set_up_by}
    effects = (effect for each in instance.after for effect in situation.base.procedures[each].effects)
    to_come = any(effect.new_subject is not None or effect.set_form is not None for effect in effects)
    return not makers.isdisjoint(instance.after) or (act.vote is not None and to_come)


def _effects_after(situation: Situation, acts: Mapping[str, Act], start: date) -> dict[str, date]:
    """Give the days to come on which acts take effect that the law has wait for an event."""
    events = situation.base.events
    found = {name: events[act.effect_after].morrow(start) for name, act in acts.items() if act.effect_after is not None}
    return {name: day for name, day in found.items() if day is not None}


def _effect_on(
    acts: tuple[str, ...], marks: Mapping[str, Mark], planned: Mapping[str, date], coming: Mapping[str, date]
) -> date | None:
    """Give the day of an effect that is known: the last of its acts, done or planned."""
    done = {name: marks[name].effect or marks[name].day for name in acts if name in marks and marks[name].over}
    return max(filter(None, ({**done, **planned, **coming}.get(name) for name in acts)), default=None)


def _choices(situation: Situation, instance: Instance, acts: Mapping[str, Act]) -> dict[str, tuple[str, str]]:
    """Give the acts of ways of which one is taken, whatever is answered: each choice has acts of its own."""
    found: dict[str, dict[str, str]] = {}
    for name, act in acts.items() if instance.sure else ():
        when = None if act.when is None else _left(situation, act.when.normal)
        if when is not None and when.positive and len(when.test.values) == 1:
            found.setdefault(when.fact, {})[name] = str(when.test.values[0])
    return {
        name: (fact, choice)
        for fact, of in found.items()
        if _choices_of(situation.base.all_facts[fact]) == set(of.values())
        for name, choice in of.items()
    }


def _choices_of(kind: FactType) -> set[str]:
    return {"yes", "no"} if kind.type == "yes_no" else {*kind.choices}


def _left(situation: Situation, condition: Condition) -> Literal | None:
    """Give the one test on which a condition still turns, the rest of it being known; None where there are more."""
    if isinstance(condition, Literal):
        return condition
    parts = condition.parts if isinstance(condition, AllOf | AnyOf) else ()
    open_ = [part for part in parts if situation.truth(part) is None]
    return _left(situation, open_[0]) if len(open_) == 1 else None


def _contingent(act: Act, acts: Mapping[str, Act], effect_at: tuple[str, ...]) -> bool:
    """Tell whether an act comes only after a result that a plan does not reckon with, and is not the way itself."""
    if not _hangs_on_a_mishap(act.when_act):
        return False
    leads = [each for each in effect_at if each in acts]
    return not leads or not all(_hangs_on_a_mishap(acts[each].when_act) for each in leads)


def _hangs_on_a_mishap(results: tuple[ActResult, ...]) -> bool:
    return any(each.result in CONTINGENT for each in results)


def _links(name: str, acts: Mapping[str, Act], kept: Collection[str], done: Collection[str]) -> Iterator[Link]:
    """Give what an act waits for; one that is not in the case hands on what it waits for itself, one done nothing."""
    found: dict[str, bool] = {}
    _reach(acts, {**dict.fromkeys(done, False), **dict.fromkeys(kept, True)}, name, habit=False, found=found)
    yield from (Link(before, habit) for before, habit in found.items())


def _reach(
    acts: Mapping[str, Act], known: Mapping[str, bool], name: str, *, habit: bool, found: dict[str, bool]
) -> None:
    """Collect what an act waits for; `known` tells of an act whether it is to be done, or was."""
    for before in acts[name].after:
        by_habit = habit or before in acts[name].habit
        if known.get(before):
            found[before] = found.get(before, True) and by_habit
        elif before in acts and before not in known:
            _reach(acts, known, before, habit=by_habit, found=found)
