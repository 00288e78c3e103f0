"""From the acts of procedures to what is scheduled: their usual times, their limits, what they wait for."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from petr_advisor.knowledge.calls import Calls
from petr_advisor.knowledge.limits import Limit
from petr_advisor.knowledge.procedures import Act
from petr_advisor.planning.anchoring import EFFECT, Anchors
from petr_advisor.planning.calling import Calling
from petr_advisor.planning.convening import meeting_notice
from petr_advisor.planning.network import AT_ONCE, Span, Wait
from petr_advisor.planning.occurring import Occurring
from petr_advisor.planning.restraining import closed_to
from petr_advisor.planning.situation import Situation
from petr_advisor.planning.spans import Lasting, Limited, at_least
from petr_advisor.planning.tempo import Due, Link, Node

LIMIT = "limit"
"""The name of a legal day that is the limit of the act itself."""
ENDING = frozenset({"deemed", "lapses"})
"""What passing a limit does when the act is then done by itself, or can be done no more."""


@dataclass(frozen=True)
class Noding:
    """Makes the nodes of a plan."""

    situation: Situation
    anchors: Anchors
    calling: Callable[[Situation, tuple[str, ...]], Calling]
    """What measures the procedures called in a situation; the acts (`procedure/act`) given take no time."""
    start: date
    planned: frozenset[str] = frozenset()
    """The procedures that the plan holds: one that is called is done there, once."""

    def of(self, own: Occurring) -> Iterator[Node]:
        """Give the nodes of the acts of a procedure; times that belong to others are none."""
        for name, act in own.acts.items():
            if is_task(act):
                yield self._node(name, act, own)

    def _node(self, name: str, act: Act, own: Occurring) -> Node:
        limit = self._limit(act)
        anchor = self.anchors.of(limit, name, own) if limit else None
        called = own.called_by.get(name)
        day, by = own.planned.get(name), own.ready_by.get(name, called)
        shortest, longest = (AT_ONCE, AT_ONCE) if day else self._times(act)
        waits = (*(self._waits(limit, anchor) if limit else ()), *(self._notice(name, own) if called else ()))
        least = self._least(act)
        if self._is_voted(own.name, name):
            shortest = longest = least = AT_ONCE
        if day:  # whoever meets on a day set is convened for it while what comes before is still under way
            waits, least = (*waits, Wait(self.anchors.day(f"{own.key(name)}#convened", self.start), least)), AT_ONCE
        return Node(
            key=own.key(name),
            after=self._after(name, own),
            shortest=at_least(shortest, least),
            longest=at_least(longest, least),
            least=least,
            full=self._full(limit, anchor) if limit and not day else None,
            by=Wait(self.anchors.day(f"{own.key(name)}#by", by), AT_ONCE) if by else None,
            not_before=day or max(own.votes_on.get(name, ()), default=own.instance.not_before),
            planned=day or max(own.votes_on.get(name, ()), default=None),
            waits=waits,
            voted=act.vote is not None,
            practice=act.origin != "law",
            beside=own.aside or own.holds_nothing(name) or self._is_apart(name, own),
            choice=own.choices.get(name),
            dues=tuple(self._dues(limit, anchor, name, own)) if limit else (),
            closed=closed_to(act, self.situation.weeks) if not day else (),
        )

    def _is_apart(self, name: str, own: Occurring) -> bool:
        """Tell whether nothing waits for an act, as no answer says that it is needed and no caution keeps it."""
        return name in own.uncertain and name not in own.choices and not own.acts[name].waited

    def _is_voted(self, procedure: str, name: str) -> bool:
        """Tell whether the votes that an act takes are given, whatever is read of a disputed point: none is to come."""
        mark = self.situation.marks(procedure).get(name)
        reached = mark is not None and mark.tally is not None and mark.tally.state == "reached"
        return reached and self.situation.decided(procedure, name)

    def _limit(self, act: Act) -> Limit | None:
        """Give the limit of an act: the prudent one, and none where it is known not to run."""
        limit = act.limit_prudent or act.limit
        return limit if self.situation.truth(act.limit_when) is not False else None

    def _after(self, name: str, own: Occurring) -> tuple[Link, ...]:
        at_once = own.makes_known(name)
        before = [link for link in own.links[name] if link.on in own.pending or is_task(own.acts[link.on])]
        links = tuple(
            Link(
                self.anchors.effect_day(own, link.on) if link.on in own.pending else own.key(link.on),
                link.habit,
                freed=own.does_without(name, link),
            )
            for link in before
            if not (at_once and link.on in own.pending)
        )
        later = [link.on for link in before if link.on in own.coming and not at_once]
        links = (*links, *(Link(self.anchors.effect_day(own, act)) for act in later))
        begun_by = own.instance.begun_by
        behind = own.instance.behind if not begun_by or name in begun_by else ()
        roots = (*(Link(f"{EFFECT}{each}") for each in own.instance.after), *behind)
        begun = self.situation.begun(own.name)
        calls = own.acts[name].calls
        called = tuple(
            Link(f"{EFFECT}{each}", within=True) for each in (calls.names if calls else ()) if each in self.planned
        )
        if name in begun:  # a vote under way has a clock of its own: what comes of it waits in its place
            return (*links, *called)
        handed_on = roots if any(link.on in begun for link in own.links[name]) else ()
        return (*(links or roots), *handed_on, *called)

    def _times(self, act: Act) -> tuple[Span, Span]:
        """Give the shortest and the longest usual times of an act, those of the procedures that it calls included."""
        if act.calls is not None:
            calls, calling = self._not_planned(act.calls), self._measures(act)
            return calling.span(calls, "shortest"), calling.span(calls, "longest")
        takes = self.situation.base.duration(act)
        return Lasting(takes.shortest), Lasting(takes.longest)

    def _measures(self, act: Act) -> Calling:
        return self.calling(self.situation.as_called(act), act.contains)

    def _least(self, act: Act) -> Span:
        """Give the least time that the law itself makes an act take."""
        if act.calls is not None:
            return self._measures(act).span(self._not_planned(act.calls), "least")
        if act.notice is not None:
            return Lasting(act.notice.length)
        return self._meeting(act.vote.body) if act.vote is not None else AT_ONCE

    def _notice(self, name: str, own: Occurring) -> Iterator[Wait]:
        """Give the shortest notice with which the body of an act is convened, from the day on which it may be."""
        notice = own.acts[name].notice
        if notice is not None:
            yield Wait(self.anchors.ready(name, own), Lasting(notice.urgent or notice.length))

    def _not_planned(self, calls: Calls) -> tuple[tuple[str, ...], bool]:
        """Give the procedures called that the plan does not hold, and whether one of them is enough."""
        if calls.one_of and self.planned.intersection(calls.one_of):
            return (), True
        return tuple(each for each in calls.names if each not in self.planned), bool(calls.one_of)

    def _meeting(self, body: str) -> Span:
        """Give the notice of the meetings of a body, in force on the first day of the plan; no time where none is."""
        found = meeting_notice(self.situation.base, body, self.start, self.situation.truth)
        return Lasting(found) if found is not None else AT_ONCE

    def _waits(self, limit: Limit, anchor: str | None) -> tuple[Wait, ...]:
        return (Wait(anchor, self._limited(limit)),) if limit.kind == "wait" and anchor is not None else ()

    def _full(self, limit: Limit, anchor: str | None) -> Wait | None:
        """Give the limit at whose end an act is done by itself, or can be done no more."""
        ends = limit.passed is not None and limit.passed.does in ENDING
        if limit.kind != "maximum" or not ends or anchor is None:
            return None
        return Wait(anchor, self._limited(limit))

    def _dues(self, limit: Limit, anchor: str | None, name: str, own: Occurring) -> Iterator[Due]:
        """Give the days by which the law wants an act: none of what is only advised."""
        if limit.is_advice:
            return
        if limit.kind == "day" and not limit.of_an_event:
            passed = limit.passed
            ends = passed is not None and passed.does == "lapses" and passed.to is None
            yield Due(day=self._day(limit), name=LIMIT, ends=ends, wished=limit.wished)
        if anchor is None:
            return
        if (
            limit.of_an_event
            or (limit.kind == "maximum" and limit.passed is not None)
            or (limit.kind == "before" and self._of_the_calendar(anchor, own))
        ):
            counted = self._limited(limit)
            read = tuple(Wait(each, counted) for each in self.anchors.otherwise(limit, name, own) if each != anchor)
            yield Due(runs=Wait(anchor, counted), name=LIMIT, read=read, off=counted.off)

    def _of_the_calendar(self, anchor: str | None, own: Occurring) -> bool:
        """Tell whether a limit runs from a known day, or from an act of its procedure that waits for one."""
        if anchor is not None and (event := self.anchors.made.get(anchor)) is not None:
            return event.on is not None
        name = next((name for name in own.acts if own.key(name) == anchor), None)
        waited = self._limit(own.acts[name]) if name is not None else None
        if name is None or waited is None or waited.kind != "wait":
            return False
        return self._of_the_calendar(self.anchors.of(waited, name, own), own)

    def _limited(self, limit: Limit) -> Limited:
        return Limited(limit, self.situation.setting)

    def _day(self, limit: Limit) -> date:
        """Give a fixed day, or the next one of the year."""
        if limit.by is not None:
            return limit.by
        assert limit.yearly is not None  # noqa: S101 - a limit of that kind is one or the other
        this_year = date(self.start.year, limit.yearly.month, limit.yearly.day)
        return this_year if this_year >= self.start else this_year.replace(year=this_year.year + 1)


def is_task(act: Act) -> bool:
    """Tell whether an act is a task of a plan: neither a right of others that runs by itself nor what goes on."""
    return act.repeat not in {"yearly", "going_on"} and (act.limit is None or act.limit.kind != "window")


def ahead(procedures: Iterable[Occurring], situation: Situation) -> dict[str, list[Wait]]:
    """Give, for each act that another has to come before by some time, that time: {act: waits}."""
    found: dict[str, list[Wait]] = {}
    for own in procedures:
        for name, act in own.acts.items():
            limit = act.limit
            if limit is None or limit.kind != "before" or limit.length is None or limit.from_ is None:
                continue
            event = situation.base.events.get(limit.from_)
            targets = [limit.from_, limit.with_act, *(event.acts if event else ())]
            target = next((each for each in targets if each in own.acts), None)
            if target is not None and target != name:
                found.setdefault(own.key(target), []).append(Wait(own.key(name), Lasting(limit.length)))
    return found
