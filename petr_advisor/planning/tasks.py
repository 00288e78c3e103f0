"""The tasks of a plan, made of acts that were dated."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from petr_advisor.consulting.acting import who_acts
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.read_otherwise import later_day
from petr_advisor.explaining.tree import said
from petr_advisor.knowledge.limits import Limit
from petr_advisor.knowledge.procedures import Act
from petr_advisor.planning.building import Built
from petr_advisor.planning.called_first import OF_CALLED
from petr_advisor.planning.duty_days import DutyDays, duty_title
from petr_advisor.planning.legal_days import LegalDay
from petr_advisor.planning.model import LATE, OnceKept, Risk, Task
from petr_advisor.planning.network import DAY, last_begin
from petr_advisor.planning.noding import is_task
from petr_advisor.planning.occurring import Occurring
from petr_advisor.planning.once_kept import once_kept
from petr_advisor.planning.spans import Limited
from petr_advisor.planning.voters import named_with_their_day, who_is_to_act
from petr_advisor.words.texts import Text


@dataclass(frozen=True)
class Tasking:
    """Makes the tasks of a plan."""

    case: Consultation
    built: Built
    duties: DutyDays
    remedies: Mapping[str, tuple[Text, ...]]
    """By the act that carries them out."""

    def tasks(self) -> Iterator[Task]:
        """Give the tasks, by line, then in the order in which they come."""
        for own in self._in_groups():
            names = [name for name in own.acts if own.key(name) in self._keys]
            for name in sorted(names, key=lambda name: self._when(own.key(name))):
                yield self._task(own, name, own.acts[name])

    def done(self) -> Iterator[Text]:
        """Name the acts done already: none of a body that the plan is still to set up, none that others did instead.

        What an act of the plan is still to do is not done, though the answers before it leave that it will be.
        """
        by_others = self._done_by_others() | self._still_to_do()
        for own in self.built.procedures:
            acts = self.case.base.procedures[own.name].acts
            for name in own.done:
                to_set_up = not self._keys.keys().isdisjoint(self.case.base.actors[acts[name].who].set_up_by)
                if not to_set_up and own.key(name) not in by_others:
                    yield said(who_acts(self.case, acts[name].who), acts[name].does)

    def _done_by_others(self) -> frozenset[str]:
        """Give the acts contained in one that is done by somebody else: their own author may not even be there."""
        base = self.case.base
        return frozenset(
            inner
            for own in self.built.procedures
            for name in own.done
            for inner in base.procedures[own.name].acts[name].contains
            if base.act(inner).who != base.procedures[own.name].acts[name].who
        )

    def _still_to_do(self) -> frozenset[str]:
        """Give the acts contained in those that the plan is to do."""
        procedures = self.built.procedures
        to_do = (act for own in procedures for name, act in own.acts.items() if own.key(name) in self._keys)
        return frozenset(inner for act in to_do for inner in act.contains)

    @cached_property
    def critical(self) -> tuple[str, ...]:
        """The tasks that make the plan as long as it is at the longest, in order."""
        nodes, days = self.built.schedule.networks.nodes, self.built.schedule.days["longest"]
        needed = [key for key in self._keys if not nodes[key].beside]
        if not needed:
            return ()
        days = {**days, **self.built.held}
        last = max(needed, key=lambda key: days[key].done)
        chain = self.built.schedule.networks.longest.binding(last, days)
        return tuple(key for key in (*self._held_before(chain[0]), *chain) if key in self._keys)

    def _held_before(self, first: str) -> list[str]:
        """Give what is held by its last day for one act so held: none of them can slip."""
        held, before = self.built.held, self.built.schedule.networks.longest.ancestors(first)
        return sorted(held.keys() & before, key=lambda key: held[key].done) if first in held else []

    @cached_property
    def _keys(self) -> dict[str, None]:
        return {own.key(name): None for own in self.built.procedures for name, act in own.acts.items()
                if is_task(act) and own.key(name) not in self.built.told_by}  # fmt: skip

    @cached_property
    def _slack(self) -> dict[str, int]:
        """Days by which each act can slip without its procedure ending later, nor what it is to come before.

        Another procedure may last years more, of a body to be wound up for instance: an act has not all that time.
        """
        networks, days = self.built.schedule.networks, self.built.schedule.days["longest"]
        of = {own.key(name): own.name for own in self.built.procedures for name in own.acts}
        needed = [key for key in self._keys if not networks.nodes[key].beside]
        ends: dict[str, date] = {}
        for key in needed:
            ends[of[key]] = max(ends.get(of[key], days[key].done), days[key].done)
        latest = networks.longest.latest({key: ends[of[key]] for key in needed})
        for key, then in self._to_come_before():
            if key in latest and then in latest:
                latest[key] = min(latest[key], last_begin(networks.longest.works[then].takes, latest[then]))
        return {key: max((latest[key] - days[key].done).days, 0) for key in needed}

    def _to_come_before(self) -> Iterator[tuple[str, str]]:
        """Give the acts that are to be done before another of their procedure, each with that one."""
        for own in self.built.procedures:
            for name, act in own.acts.items():
                limit = self._limit(own, name, act)
                then = limit.from_ if limit is not None and limit.kind == "before" else None
                if then is not None and then in own.acts:
                    yield own.key(name), own.key(then)

    def _in_groups(self) -> list[Occurring]:
        groups = list(dict.fromkeys(own.instance.group for own in self.built.procedures))
        return sorted(self.built.procedures, key=lambda own: groups.index(own.instance.group))

    def _when(self, key: str) -> tuple[date, date, int]:
        own = self.built.held.get(key) or self.built.schedule.days["longest"][key]
        return own.ready, own.done, self._places[key]

    @cached_property
    def _places(self) -> dict[str, int]:
        """Where each act stands in an order in which none comes before one that it waits for."""
        return {key: place for place, key in enumerate(self.built.schedule.networks.longest.works)}

    def _task(self, own: Occurring, name: str, act: Act) -> Task:
        base, key, days = self.case.base, own.key(name), self.built.schedule.days
        node = self.built.schedule.networks.nodes[key]
        longest = days["longest"][key]
        met = self.duties.met.get(key, ())
        written = [norm for norm in act.norms if base.written_by(norm, self.case.as_of)]
        waits = self.built.schedule.networks.longest.works[key].after
        held = self.built.held.get(key, longest)
        begins = held.ready + DAY if waits and held.done > held.ready else held.ready
        return Task(
            id=key,
            group=own.instance.group,
            who=who_is_to_act(self.built.situations[own.name], own.name, name, act),
            days_named=named_with_their_day(self.built.situations[own.name], own.name, name),
            does=act.does,
            origin=act.origin,
            majority=base.majorities[act.majority].label if act.majority else None,
            silence=act.silence_prudent or act.silence,
            letter=base.act(key).silence,
            note=act.note,
            documents=tuple(base.documents[paper].label for paper in act.documents),
            norms=tuple(dict.fromkeys((*written, *(norm for duty in met for norm in duty.rule.norms)))),
            certain=name not in own.uncertain,
            supposed=name in own.supposed,
            beside=node.beside,
            takes=None if act.calls else base.duration(act),
            calls=tuple(map(base.title_of, act.calls.names if act.calls else ())),
            limit=self._limit(own, name, act),
            begins=begins,
            ready=days["shortest"][key].ready,
            ready_latest=longest.ready,
            soonest=days["shortest"][key].done,
            latest=longest.done,
            slack=0 if key in self.built.held else self._slack.get(key, 0),
            critical=key in self.critical,
            after=tuple(dict.fromkeys(self._shown((*waits, *(link.on for link in node.after if link.alongside))))),
            same_day=self.built.one_day.get(key, ()),
            completes=tuple(self._completed_by(own, name)),
            better_after=tuple(self._better_after(own, name)),
            legal=tuple(self._legal(key)),
            meets=tuple(duty_title(self.built.situations[own.name].case, duty) for duty in met),
            mends=self.remedies.get(key, ()),
            milestone=act.milestone,
            planned=own.planned.get(name),
            effect=own.coming.get(name),
            once_kept=self._once_kept.get(key),
            in_time=self.built.in_time.get(key),
        )

    @cached_property
    def _once_kept(self) -> dict[str, OnceKept]:
        return once_kept(self.built)

    def _completed_by(self, own: Occurring, name: str) -> Iterator[str]:
        """Give the tasks that an act completes: of those that make the effect with it, the ones that it waits for."""
        if name in own.may_end:
            before = self.built.schedule.networks.longest.ancestors(own.key(name))
            both = (own.key(other) for other in own.may_end if other != name)
            yield from (key for key in both if key in before and key in self._keys)

    @cached_property
    def _completed(self) -> dict[str, date]:
        """Give, of the tasks that others surely complete, the day on which they have at the shortest."""
        days, found = self.built.schedule.days["shortest"], dict[str, date]()
        for own in self.built.procedures:
            for name in own.effect:
                done = days[own.key(name)].done
                for key in self._completed_by(own, name):
                    found[key] = max(done, found.get(key, done))
        return found

    def _better_after(self, own: Occurring, name: str) -> Iterator[str]:
        """Give the tasks that an act would follow and comes without, those that it may come before."""
        soonest = self.built.schedule.days["shortest"][own.key(name)].done
        for link in own.links[name]:
            key = own.key(link.on)
            later = key in self._keys and self.built.schedule.days["longest"][key].done > soonest
            if later and own.does_without(name, link):
                yield key

    def _limit(self, own: Occurring, name: str, act: Act) -> Limit | None:
        """Give the limit of an act, the prudent one; where none is known to run, that of an act told in its place."""
        runs = self.built.situations[own.name].truth(act.limit_when) is not False
        limit = (act.limit_prudent or act.limit) if runs else None
        return limit or next(self._limits_inside(own.key(name)), None)

    def _limits_inside(self, key: str) -> Iterator[Limit]:
        """Give the limits of the acts in the place of which one is told, from events that have a name of their own."""
        base = self.case.base
        for inside in (act for act, other in self.built.told_by.items() if other == key):
            act, situation = base.act(inside), self.built.situations.get(inside.partition("/")[0])
            if act.limit and act.limit.from_ in base.events and situation and situation.truth(act.limit_when):
                yield act.limit

    def _legal(self, key: str) -> Iterable[LegalDay]:
        """Give the days by which the law wants an act, each once: its own limit may be that of a duty it meets.

        A later one is worth nothing where an earlier one may not be kept.
        """
        found = {each.day: each for each in self.built.schedule.legal if each.act == key}
        missed = min((day for day, each in found.items() if each.state in LATE), default=None)
        kept = (each for day, each in found.items() if missed is None or day <= missed or each.state in LATE)
        completed = self._completed.get(key)
        return [
            replace(each, otherwise=later_day(self.case, key, each.day) or each.otherwise, completed=completed)
            for each in kept
        ]

    def _shown(self, waits: tuple[str, ...]) -> Iterator[str]:
        """Give the tasks that stand behind what a task waits for."""
        works = self.built.schedule.networks.longest.works
        for key in waits:
            caller = key.partition(OF_CALLED)[0]
            if caller in self._keys:
                yield caller
            else:
                yield from self._shown(works[key].after)


def risks(built: Built) -> Iterator[Risk]:
    """Give the rights of others that run from acts of the plan."""
    days, nodes = built.schedule.days, built.schedule.networks.nodes
    for window in built.windows:
        if nodes[window.anchor].on is None:
            situation = built.situations[window.act.partition("/")[0]]
            span = Limited(window.limit, situation.setting)
            first, last = days["shortest"][window.anchor].done, days["longest"][window.anchor].done
            title = said(situation.base.actors[window.who].label, situation.base.act(window.act).does)
            task = _task_of(window.anchor, built)
            yield Risk(
                window.id, title, task, span.end(first), span.end(last), window.norms, window.limit, span.off(last)
            )


def _task_of(anchor: str, built: Built) -> str:
    """Give the task behind a node."""
    works, days = built.schedule.networks.longest.works, built.schedule.days["longest"]
    while anchor.count("/") != 1 or ":" in anchor:
        anchor = max(works[anchor].after, key=lambda key: days[key].done)
    return built.told(anchor)
