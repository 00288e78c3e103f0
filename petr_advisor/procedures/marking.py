"""The marking of a procedure: where each of its acts stands on a day, from what is recorded and what time has done.

A timed graph of acts: an act may be done once those before it are done or do not exist in the case; habits never hold
back an act of law; a recorded act implies those before it; passing a limit does what the limit says.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from petr_advisor.knowledge.conditions import facts_of
from petr_advisor.knowledge.effects import ActResult
from petr_advisor.knowledge.procedures import Act, Procedure
from petr_advisor.procedures.acts_read import acts_read
from petr_advisor.procedures.ballots import Ballot
from petr_advisor.procedures.days import Days
from petr_advisor.procedures.limits import Due
from petr_advisor.procedures.marks import Mark, Status
from petr_advisor.procedures.order import Order
from petr_advisor.procedures.record import Done, Setting, known_by
from petr_advisor.procedures.tally import FINAL
from petr_advisor.procedures.voting import Voting

_LASTING = frozenset(
    {"acts", "records", "to_come", "_of_attempt", "_made_law", "_absent", "_existing", "_excluded", "runs"}
)
"""What of a marking does not turn on which acts are left out."""

_PASSED_RESULT = {"favourable": "carried", "unfavourable": "refused", "given": "given"}


@dataclass(frozen=True, eq=False)
class Marking:
    """A procedure on a day, in a situation; marks are worked out once, when they are asked for."""

    key: str
    """The procedure."""
    setting: Setting
    as_of: date
    attempt: int = 1
    left_out: frozenset[str] = frozenset()
    """Acts that do not exist in the case: see `settled`."""

    @cached_property
    def procedure(self) -> Procedure:
        """The procedure itself."""
        return self.setting.base.procedures[self.key]

    @cached_property
    def acts(self) -> Mapping[str, Act]:
        """Its acts under the readings followed, each by those that were in force on the day it began."""
        return acts_read(self)

    @cached_property
    def records(self) -> dict[str, tuple[Done, ...]]:
        """What is recorded of each act in this attempt by the day, members' votes included."""
        known = (known_by(done, self.as_of) for done in self._of_attempt)
        return _by_act(done for done in known if done is not None)

    @cached_property
    def to_come(self) -> dict[str, tuple[Done, ...]]:
        """What is recorded of each act with a later day: planned, not done."""
        return _by_act(done for done in self._of_attempt if done.on is not None and done.on > self.as_of)

    @cached_property
    def _of_attempt(self) -> tuple[Done, ...]:
        own = tuple(done for done in self.setting.acts if (done.procedure, done.attempt) == (self.key, self.attempt))
        whole = {done.act for done in own if done.member is None}
        also = (done for done in self.setting.recorded_elsewhere(self.key, self.as_of) if done.attempt == self.attempt)
        return (*own, *(done for done in also if done.act not in whole and self._is_called_for(done.act)))

    def _is_called_for(self, key: str) -> bool:
        """Tell whether the case may have an act in it: of two that are the act recorded, one may be of other days."""
        when = self.procedure.acts[key].when
        return when is None or self.setting.holds(when, self.as_of) is not False

    @property
    def days(self) -> Days:
        """The days of events, as they are known; not kept: it would hold what holds it (see `inference.collecting`)."""
        return Days(self)

    @cached_property
    def order(self) -> Order:
        """The acts that exist, with their links."""
        return Order(self.acts, self.left_out, self._made_law)

    @cached_property
    def possible(self) -> Order:
        """The acts that the situation has in it, whatever came of the others."""
        return Order(self.acts, self._absent, self._made_law)

    @cached_property
    def _made_law(self) -> frozenset[str]:
        own = self.procedure.acts
        return frozenset(key for key, act in self.acts.items() if act.origin == "law" != own[key].origin)

    @cached_property
    def runs(self) -> bool:
        """Tell whether the answers say that it has been started."""
        return self.procedure.runs is not None and self.setting.holds(self.procedure.runs, self.as_of) is True

    @cached_property
    def begun(self) -> frozenset[str]:
        """Acts of which something is recorded by the day: what comes before them is implied."""
        return frozenset(key for key in self.order.present if self._is_begun(key))

    def _is_begun(self, key: str) -> bool:
        acts = [found for found in self.records.get(key, ()) if (key, found.member) not in self._early]
        day = self.days.recorded(key)
        days = [found.on for found in acts if not found.only_received]
        days += [found.received for found in acts if found.received is not None]
        days += [day] if day is not None else []
        days += [ballot.on for ballot in self.said(key) if (key, ballot.member) not in self._early]
        return any(day is None or day <= self.as_of for day in days)

    @cached_property
    def _early(self) -> frozenset[tuple[str, str | None]]:
        """Votes of members given, as they may be, before what they come after: they imply none of it."""
        return frozenset((done.act, done.member) for done in self._of_attempt if self._is_early(done))

    def _is_early(self, done: Done) -> bool:
        vote = self.acts[done.act].vote
        if done.member is None or done.on is None or vote is None or not vote.early:
            return False
        if vote.asked_by is not None and done.member in self.setting.named(self.acts[vote.asked_by].who):
            return True
        before = self.order.earlier(done.act)
        days = [other.on for other in self._of_attempt if other.member is None and other.act in before]
        return any(day is not None and day > done.on for day in (*days, done.received))

    def said(self, key: str) -> tuple[Ballot, ...]:
        """Give the votes of members that are known, from any source."""
        voting = Voting.of(self, key)
        return tuple(each for each in voting.ballots if each.vote) if voting is not None else ()

    @cached_property
    def implied(self) -> frozenset[str]:
        """Acts that come before one that is begun."""
        return self.order.before(*self.begun)

    def settled(self) -> "Marking":
        """Leave out the acts that do not exist in the case, by the situation and by what came of other acts."""
        found = self._without(self._absent)
        for _ in self.acts:
            absent = self._absent | {key for key in self._awaiting if found.is_ruled_out(key)}
            if absent == found.left_out:
                break
            found = self._without(absent)
        return found

    def _without(self, absent: frozenset[str]) -> "Marking":
        """Leave some acts out: the acts themselves, and what is recorded of them, are the same."""
        twin = replace(self, left_out=absent)
        vars(twin).update({name: found for name, found in vars(self).items() if name in _LASTING})
        return twin

    @cached_property
    def _awaiting(self) -> tuple[str, ...]:
        """The acts that what came of others may leave out."""
        return tuple(key for key, act in self.acts.items() if act.excluded_if is not None or act.when_act)

    @cached_property
    def _absent(self) -> frozenset[str]:
        return frozenset(key for key in self.acts if self.exists(key) is False)

    def exists(self, key: str) -> bool | None:
        """Tell whether the situation has an act in it, whatever came of the others; None, not known."""
        if key not in self._existing:
            self._existing[key] = self._exists(key, self.acts[key])
        return self._existing[key]

    @cached_property
    def _existing(self) -> dict[str, bool | None]:
        return {}

    @cached_property
    def _excluded(self) -> frozenset[str]:
        """The acts that others leave no place for, whatever the case."""
        return frozenset(key for other in self.acts.values() if other.included for key in other.excludes)

    def _exists(self, key: str, act: Act) -> bool | None:
        if not act.included or key in self._excluded:
            return False
        if act.period is not None and not act.period.covers(self.days.beginning(key) or self.as_of):
            return False
        if act.when is None or self.records.get(key):
            return True
        return self.setting.holds(act.when, self.as_of)

    def is_ruled_out(self, key: str) -> bool:
        """Tell whether what came of other acts leaves an act out."""
        act = self.acts[key]
        if act.excluded_if is not None and self.came_of(act.excluded_if):
            return True
        return bool(act.when_act and self.records) and not all(self.came_of(result) for result in act.when_act)

    def came_of(self, wanted: ActResult) -> bool:
        """Tell whether an act has a result by the day."""
        found = self.mark(wanted.act)
        if wanted.result == "late":
            return found.late
        if wanted.result == "all_voted":
            return bool(found.votes) and all(vote.vote for vote in found.votes)
        if wanted.result in {"done", "not_done"}:
            return found.over is (wanted.result == "done")
        return wanted.result in {found.result, found.status}

    def mark(self, key: str) -> Mark:
        """Tell where an act stands."""
        found = self._marks
        if key not in found:
            found[key] = Mark("waiting")  # what it is to one that asks for it while it is being worked out
            found[key] = self._marked(key, self.acts[key])
        return found[key]

    @cached_property
    def _marks(self) -> dict[str, Mark]:
        return {}

    def _marked(self, key: str, act: Act) -> Mark:
        if key in self.left_out:
            return Mark("left_out")
        found = self._recorded(key, act) or self._denied(act) or self._open(key, act)
        mark = replace(found, doubtful=True) if self.exists(key) is None else found
        if key not in self.implied or mark.status not in {"waiting", "awaited", "planned"}:
            return mark
        received = self._received(key)  # who received it proves that it was sent
        status: Status = "implied" if received is None else "done"
        return replace(mark, status=status, day=received, waits_for=())

    def _received(self, key: str) -> date | None:
        """Give the last day on which a member is known to have received what an act sends."""
        votes = [vote for vote, act in self.acts.items() if act.limit is not None and act.limit.with_act == key]
        days = (done.received for vote in votes for done in self.records.get(vote, ()))
        return max((day for day in days if day is not None), default=None)

    def _recorded(self, key: str, act: Act) -> Mark | None:
        """Give the mark of an act that is recorded as a whole, by an act or by the answers."""
        whole = [found for found in self.records.get(key, ()) if found.of_the_whole]
        record = whole[-1] if whole else None
        day = self.days.recorded(key)
        planned = self.days.planned(key)
        if record is None and day is None and planned is not None:
            still = self._open(key, act)
            return replace(still, status="planned", day=planned) if still.status in {"waiting", "awaited"} else still
        by_answers = day is not None or self._is_answered(act)
        if record is None and not by_answers:
            return None
        limit = self.due(key)
        late = limit is not None and day is not None and day > limit.last
        if late and limit is not None and _decides_alone(limit):
            return replace(self._open(key, act), late=True)
        if record is None:
            return Mark("done", day, "carried", due=limit, late=late)
        status: Status = "refused" if record.result == "refused" else "done"
        return Mark(status, day, record.result, due=limit, late=late, effect=record.effect)

    def _denied(self, act: Act) -> Mark | None:
        """Give the mark of an act that the answers say was refused."""
        denied = act.denied is not None and self.setting.holds(act.denied, self.as_of)
        return Mark("refused", result="refused") if denied else None

    def _is_answered(self, act: Act) -> bool:
        """Tell whether the answers say that an act is done, and not what acts recorded make of them."""
        if act.done is None or not set(facts_of(act.done)).isdisjoint(self.setting.from_acts):
            return False
        return self.setting.holds(act.done, self.as_of) is True

    def due(self, key: str) -> Due | None:
        """Give the last day of an act's limit, where it runs and is known."""
        act = self.acts[key]
        if act.limit is None or (
            act.limit_when is not None and self.setting.holds(act.limit_when, self.as_of) is False
        ):
            return None
        return self.setting.due(act.limit, self.days.event(key, act.limit))

    def _open(self, key: str, act: Act) -> Mark:
        """Give the mark of an act that nobody recorded as a whole: what time has done, and what it waits for."""
        waits = tuple(before for before in self.order.binding[key] if not self._lets_go(before))
        if act.milestone:
            return Mark("waiting", waits_for=waits) if waits else Mark("done", self.days.beginning(key))
        voting = Voting.of(self, key)
        if voting is not None and (not waits or key in self.begun or key in self.implied):
            return self._voted(voting)
        if waits and not self._has_come(key):
            return Mark("waiting", waits_for=waits)
        return self._passed(act, self.due(key))

    def _lets_go(self, before: str) -> bool:
        """Tell whether an act no longer holds back those after it."""
        mark = self.mark(before)
        return mark.over or mark.doubtful or (mark.status == "refused" and self.goes_on(before))

    def goes_on(self, key: str) -> bool:
        """Tell whether the refusal of an act stops nothing: the procedure goes on, or at an act that comes later."""
        refused = self.acts[key].refused
        if refused is None:
            return False
        return refused.does == "goes_on" or (
            refused.to is not None and refused.to not in {key, *self.order.earlier(key)}
        )

    def _has_come(self, key: str) -> bool:
        """Tell whether power over an act has passed to it, as that of another lapsed."""
        limits = {before: self.acts[before].limit for before in self.order.present}
        passed = {before: limit.passed for before, limit in limits.items() if limit is not None and limit.passed}
        return any(found.to == key and self.mark(before).status == "lapsed" for before, found in passed.items())

    def _passed(self, act: Act, limit: Due | None) -> Mark:
        """Give the mark of an act that may be done, after what passing its limit did."""
        unknown = limit is None and act.limit is not None and act.limit.from_ is not None
        if limit is None or self.as_of <= limit.last or limit.limit.passed is None:
            return Mark("awaited", due=limit, due_unknown=unknown)
        passed, day = limit.limit.passed, limit.last + timedelta(days=1)
        if passed.does == "deemed":
            result = _PASSED_RESULT[passed.result or "given"]
            return Mark("refused" if result == "refused" else "deemed", day, result, due=limit)
        if passed.does == "lapses":
            return Mark("lapsed", day, due=limit)
        if passed.does in {"closes", "opens"}:
            return Mark("closed", day, due=limit)
        return Mark("awaited", due=limit, late=True)

    def _voted(self, voting: Voting) -> Mark:
        tally = voting.tally(self.as_of)
        counted = Mark("awaited", due=voting.last, tally=tally, votes=voting.ballots, count=voting.count)
        if tally.state not in FINAL:
            return replace(counted, due_unknown=bool(tally.clocks_unknown))
        day, express = voting.settled(self.as_of)
        status: Status = "done" if express else "deemed"
        if tally.state == "refused":
            status = "refused" if voting.is_refused_by_answers(self.as_of) else "lapsed"
        return replace(counted, status=status, day=day, result="refused" if tally.state == "refused" else tally.effect)


def _decides_alone(limit: Due) -> bool:
    """Tell whether passing the limit settles the act, so that doing it later changes nothing."""
    return limit.limit.passed is not None and limit.limit.passed.does in {"deemed", "lapses"}


def _by_act(records: Iterable[Done]) -> dict[str, tuple[Done, ...]]:
    found: dict[str, tuple[Done, ...]] = {}
    for done in records:
        found[done.act] = (*found.get(done.act, ()), done)
    return found
