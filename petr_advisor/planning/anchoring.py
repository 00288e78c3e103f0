"""The events that limits run from: the act or the day that stands for each in a plan."""

from collections.abc import Iterable, Iterator
from datetime import date

from petr_advisor.knowledge.lengths import Span
from petr_advisor.knowledge.limits import Limit
from petr_advisor.planning.occurring import Occurring
from petr_advisor.planning.situation import Situation
from petr_advisor.planning.spans import Lasting
from petr_advisor.planning.tempo import Link, Node
from petr_advisor.procedures.order import all_before

EVENT = "event:"
READY = "ready:"
EFFECT = "effect:"


class Anchors:
    """Finds the node of an event, and makes one where the plan has none: a known day, the moment an act may begin."""

    def __init__(self, situation: Situation, procedures: Iterable[Occurring], start: date) -> None:
        """Know the procedures of a plan, in order."""
        self.situation = situation
        self.procedures = tuple(procedures)
        self.start = start
        self.made: dict[str, Node] = {}
        for each in self.procedures:
            self._effect(each)

    def of(self, limit: Limit, act: str, own: Occurring) -> str | None:
        """Give the node from which a limit of an act runs, or None when nothing says its day."""
        event = limit.from_
        if event is None:
            return None
        if (running := self.situation.clock(own.name, act)) is not None:
            return self._known(f"{own.key(act)}#received", running)
        if self.situation.untimed(own.name, act):
            return None
        if event in own.acts or event in own.done:
            return self._act(event, own)
        kind = self.situation.base.events.get(event)
        if kind is None:
            return self._known(event, self.situation.day(event))
        day = kind.under(self.situation.case.followed)
        begun = own.instance.since or self.start
        name = event if begun == self.start else f"{event}@{begun}"
        found = self._known(name, self.situation.day(day.fact) or day.known_day(begun))
        if found is None and limit.with_act is not None:
            found = self._act(limit.with_act, own)
        if found is None and day.acts:
            found = self._first_of(day.acts, own)
            found = self._later(event, found, kind.later) if found and kind.later else found
        if found is None and day.effect:
            found = self._effect_before(act, own, event)
        if found is None and kind.otherwise == "caller_effect":
            return self._effect_before(act, own, event)
        if found is None and kind.otherwise == "vote_day":
            found = self._vote(act, own)
        if found is None and kind.otherwise is not None and not self._is_past(act, own):
            found = self.ready(act, own)
        return found

    def again(self, limit: Limit, own: Occurring) -> Iterator[Limit]:
        """Give a right of others for each event of a procedure from which it runs."""
        events = self.situation.base.events
        yield limit
        for name in events[limit.from_].again if limit.from_ in events else ():
            if not own.acts.keys().isdisjoint(events[name].acts):
                yield limit.model_copy(update={"from_": name})

    def otherwise(self, limit: Limit, act: str, own: Occurring) -> Iterator[str]:
        """Give the acts of the plan from which a limit runs by other readings in force, where its event is to come."""
        case, kind = self.situation.case, self.situation.base.events.get(limit.from_ or "")
        if kind is None or self.situation.clock(own.name, act) is not None:
            return
        day = kind.under(case.followed)
        if self.situation.day(day.fact) is not None or day.known_day(self.start) is not None:
            return
        for point, readings in kind.by_reading.items():
            for reading in case.rules.readings(point):
                if reading in readings and reading != case.followed[point]:
                    found = self._first_of(readings[reading].acts, own)
                    yield from (found,) if found else ()

    def _is_past(self, act: str, own: Occurring) -> bool:
        """Tell whether what comes before an act is done: an event of unknown day came then, on no day to come."""
        before = all_before(self.situation.base.procedures[own.name].acts, (act,))
        return not own.links[act] and not before.isdisjoint(own.done)

    def day(self, name: str, day: date) -> str:
        """Give the node of a day that is known."""
        key = f"{EVENT}{name}"
        self.made[key] = Node(key, on=day)
        return key

    def _known(self, event: str, day: date | None) -> str | None:
        if day is None:
            return None
        return self.day(event, day)

    def _later(self, event: str, act: str, days: int) -> str:
        """Give the node of an event that comes some days after the act that brings it about."""
        key, takes = f"{EVENT}{event}@{act}", Lasting(Span(n=days, unit="day"))
        self.made[key] = Node(key, (Link(act),), takes, takes, takes)
        return key

    def effect_day(self, own: Occurring, act: str) -> str:
        """Give the node of the day to come on which an act done takes effect."""
        return self.day(f"{own.key(act)}#effect", own.pending.get(act) or own.coming[act])

    def _act(self, name: str, own: Occurring) -> str | None:
        if name in own.acts:
            return own.key(name)
        return self._known(own.key(name), own.done.get(name))

    def _vote(self, act: str, own: Occurring) -> str | None:
        """Give the last vote that comes before an act."""
        before = own.before(act)
        voted = [name for name, each in own.acts.items() if name in before and each.vote is not None]
        return own.key(voted[-1]) if voted else None

    def _first_of(self, names: tuple[str, ...], own: Occurring) -> str | None:
        """Give the first of some acts: of this procedure, else of another of the plan, called ones included."""
        for name in names:
            if found := self._act(name, own):
                return found
        for each in self.procedures:
            for name in names:
                if each is not own and (found := self._act(name, each)):
                    return found
            for act, found_act in each.acts.items():
                called = found_act.calls.names if found_act.calls else ()
                base = self.situation.base.procedures
                if any(name in base[key].acts for key in called if key in base for name in names):
                    return each.key(act)
        return None

    def _effect(self, own: Occurring) -> str | None:
        """Give the moment at which what a procedure leads to is there."""
        if not own.ends:
            return None
        key = f"{EFFECT}{own.name}"
        coming = () if own.effect else tuple(Link(self.effect_day(own, act)) for act in own.pending)
        later = tuple(Link(self.effect_day(own, act)) for act in own.ends if act in own.coming)
        ends = coming or (*(Link(own.key(act)) for act in own.ends), *later)
        self.made[key] = Node(key, ends, beside=own.aside)
        return key

    def _effect_before(self, act: str, own: Occurring, event: str) -> str | None:
        """Give the effect that an act follows: of its own procedure when that comes first, else of one before it."""
        if not (own.effect and own.leads_to_effect(act)) and not self._is_occasion(event, own):
            if own.effect_on is not None:
                return self.day(f"{EFFECT}{own.name}#on", own.effect_on)
            if own.effect:
                return f"{EFFECT}{own.name}"
        before = [each for each in self.procedures if each.effect and self._before(each, own)]
        return f"{EFFECT}{before[-1].name}" if before else None

    def _is_occasion(self, event: str, own: Occurring) -> bool:
        """Tell whether an event is the occasion of a duty that a procedure meets: it is then none of its own making."""
        effects = self.situation.base.procedures[own.name].effects
        return any(each.meets is not None and each.meets.occasion == event for each in effects)

    @staticmethod
    def _before(one: Occurring, own: Occurring) -> bool:
        """Tell whether a procedure waits for another, or is called by it."""
        called = (name for act in one.acts.values() if act.calls for name in act.calls.names)
        return one.name in own.instance.after or own.name in called

    def ready(self, act: str, own: Occurring) -> str:
        """Give the moment at which an act may begin."""
        key = f"{READY}{own.key(act)}"
        links = tuple(Link(own.key(link.on), link.habit) for link in own.links[act])
        roots = () if links else tuple(Link(f"{EFFECT}{each}") for each in own.instance.after)
        self.made[key] = Node(key, (*links, *roots))
        return key
