"""What a case says to a plan: whether a condition holds, the day of a fact, the reading followed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial, reduce
from operator import and_

from petr_advisor.consulting.called import act_of
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.requirements import truth
from petr_advisor.consulting.running import setting_of
from petr_advisor.inference.atoms import Truth
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import TRUE, AllOf, When
from petr_advisor.knowledge.procedures import Act
from petr_advisor.planning.restraining import Weeks, weeks
from petr_advisor.procedures.again import may_begin_again, standing
from petr_advisor.procedures.marks import Mark
from petr_advisor.procedures.order import all_before
from petr_advisor.procedures.progress import UNDER_WAY, Progress, stand
from petr_advisor.procedures.record import Setting
from petr_advisor.procedures.working_days import to_session_day


@dataclass(frozen=True)
class Situation:
    """A case as a plan reads it."""

    case: Consultation
    apart: frozenset[str] = frozenset()
    """The members of today that have no part in a body to be made."""
    gone: frozenset[str] = frozenset()
    """The members that are out by then: an attempt that they block begins again."""

    anew: frozenset[str] = frozenset()
    """The procedures that begin here, what is recorded of them being of something else."""

    @cached_property
    def setting(self) -> Setting:
        """The same as procedures read it."""
        found = setting_of(self.case)
        if not self.anew:
            return found
        return replace(found, acts=tuple(done for done in found.acts if done.procedure not in self.anew))

    def claims(self, act: Act) -> bool:
        """Tell whether what is recorded of the procedures that an act calls is of this act, and of no other."""
        return (
            act.calls is not None
            and act.calls.recorded_while is not None
            and bool(truth(self.case.today, act.calls.recorded_while))
        )

    @cached_property
    def claimed(self) -> frozenset[str]:
        """The procedures recorded of which some act claims the record."""
        recorded = {done.procedure for done in self.case.recordings.acts}
        acts = (act for each in self.base.procedures.values() for act in each.acts.values()) if recorded else ()
        calls = (act.calls.names for act in acts if act.calls is not None and self.claims(act))
        return frozenset(name for names in calls for name in names if name in recorded)

    def as_called(self, act: Act) -> "Situation":
        """Give the situation in which the procedures run that an act calls: less a record that another act claims."""
        return self if self.claims(act) or not self.claimed else self._beside_the_record

    @cached_property
    def _beside_the_record(self) -> "Situation":
        return Situation(self.case, self.apart, self.gone, self.claimed)

    @cached_property
    def weeks(self) -> tuple[Weeks, ...]:
        """The weeks in which bodies may not decide freely."""
        return tuple(weeks(self.base, self.case.as_of))

    @cached_property
    def _stands(self) -> dict[str, Progress]:
        """How far the procedures asked for so far have come."""
        return {}

    @property
    def base(self) -> KnowledgeBase:
        """The rule base."""
        return self.case.base

    def truth(self, condition: When | None) -> Truth:
        """Tell whether a condition on the territory holds; true where there is none, None where it is not known."""
        if condition is None:
            return True
        return self.setting.holds(condition, self.case.as_of)

    def may_hold(self, condition: When | None) -> bool:
        """Tell whether a condition may be true, as far as is known: what clashes with the answers cannot.

        Of what it demands, nothing can be said where the key questions do not bear on it.
        """
        allowed = self.case.situation
        found = condition.normal if condition is not None else TRUE
        parts = found.parts if isinstance(found, AllOf) else (found,)
        nodes = (allowed.diagrams.condition(part) for part in parts if allowed.diagrams.speaks_of(part))
        return allowed.possible(reduce(and_, nodes, allowed.diagrams.sound()))

    def day(self, fact: str | None) -> date | None:
        """Give the day that a date fact holds, when it is known."""
        return self.setting.day_of(fact) if fact is not None and fact in self.base.all_facts else None

    def sits(self, day: date, *, back: bool = False) -> date:
        """Give the first day from a day on, or the last up to it, on which a council sits by habit."""
        return to_session_day(day, self.base.holidays, self.case.departements, back=back)

    def stands(self, procedure: str) -> Progress:
        """Tell how far a procedure has come, in its last attempt."""
        if procedure not in self._stands:
            self._stands[procedure] = stand(procedure, self.setting, self.case.as_of)
        return self._stands[procedure]

    @cached_property
    def _marks(self) -> dict[str, Mapping[str, Mark]]:
        """Where the acts stand of the procedures asked for so far."""
        return {}

    def marks(self, procedure: str) -> Mapping[str, Mark]:
        """Tell where each act stands in the attempt to plan: where the last is over, what of it holds for the next."""
        if procedure not in self._marks:
            self._marks[procedure] = self._marked(procedure)
        return self._marks[procedure]

    def _marked(self, procedure: str) -> Mapping[str, Mark]:
        found = self.stands(procedure)
        kept = standing(found, self.gone, frozenset(filter(partial(self._lasts, found), found.marks)))
        return found.marks if kept is None else {act: mark for act, mark in found.marks.items() if act in kept}

    def over(self, procedure: str, act: str) -> bool:
        """Tell whether an act is behind: done, or refused where that stops nothing and the law goes on after it.

        What the answers alone deny has no day: it is still to be tried.
        """
        mark, refused = self.marks(procedure)[act], self.stands(procedure).acts[act].refused
        if mark.status != "refused" or refused is None or mark.day is None:
            return mark.over
        earlier = all_before(self.stands(procedure).acts, (act,))
        return refused.does == "goes_on" or (refused.to is not None and refused.to not in {act, *earlier})

    def _lasts(self, found: Progress, key: str) -> bool:
        """Tell whether an act without vote leaves documents that serve a new attempt."""
        act = found.acts[key]
        return act.vote is None and any(self.base.documents[paper].lasts for paper in act.documents)

    def decided(self, procedure: str, act: str) -> bool:
        """Tell whether no vote still to come changes anything of an act, whatever is read of a disputed point."""
        found = self.case.progress.get(procedure) if procedure not in self.anew else None
        return found is not None and found.decided(act)

    def planned(self, procedure: str) -> Mapping[str, date]:
        """Give the days to come that are recorded of acts, planned and not done: that of the last vote of members.

        A vote whose members have not all their day, or have all voted, gives none.
        """
        marks = self.marks(procedure)
        votes: dict[str, dict[str, date]] = {}
        for act, day, member in self.stands(procedure).planned:
            votes.setdefault(act, {}).update({member: day} if member is not None else {})
        found = {
            act: mark.day if mark.status == "planned" else _last_vote(mark, votes.get(act, {}))
            for act, mark in marks.items()
        }
        return {act: day for act, day in found.items() if day is not None}

    def begun(self, procedure: str) -> frozenset[str]:
        """Give the votes of members that are under way: what habit puts before them comes too late."""
        as_of = self.case.as_of
        marks = self.marks(procedure).items()
        days = {act: [vote.on if vote.vote else vote.received for vote in mark.votes] for act, mark in marks}
        return frozenset(act for act, found in days.items() if any(day is not None and day <= as_of for day in found))

    def votes_on(self, procedure: str) -> Mapping[str, tuple[date, ...]]:
        """Give the days to come that are recorded of votes of members, by act, in order."""
        marks = self.marks(procedure)
        found: dict[str, list[date]] = {}
        for act, day, member in self.stands(procedure).planned:
            if member is not None and act in marks:
                found.setdefault(act, []).append(day)
        return {act: tuple(sorted(days)) for act, days in found.items()}

    def coming(self, procedure: str) -> Mapping[str, date]:
        """Give the days of effect that acts planned on a day are said to fix, where these come after that day."""
        found: dict[str, date] = {}
        for act, day in self.planned(procedure).items():
            own = {f"{procedure}/{act}", *self.base.same_acts.get(f"{procedure}/{act}", ())}
            said = (done.effect for done in self.setting.acts if done.key in own and done.on == day)
            if later := [effect for effect in said if effect is not None and effect > day]:
                found[act] = max(later)
        return found

    def under_way(self, procedure: str) -> bool:
        """Tell whether acts of a procedure are recorded and it goes on: what was to come before it is overtaken."""
        elsewhere = self.setting.recorded_elsewhere(procedure, self.case.as_of)
        recorded = any(done.procedure == procedure for done in self.setting.acts) or any(True for _ in elsewhere)
        found = self.stands(procedure)
        return recorded and found.state in UNDER_WAY and not may_begin_again(found, self.gone)

    def has_come(self, procedure: str, act: str) -> bool:
        """Tell whether the results after which alone an act comes have come already, in a procedure under way."""
        return self.under_way(procedure) and self.marks(procedure)[act].status != "left_out"

    def goes_on(self, procedure: str) -> bool:
        """Tell whether acts of a procedure are recorded and it goes on, or has led to its effect."""
        return self.under_way(procedure) or self.stands(procedure).state == "in_effect"

    def clock(self, procedure: str, act: str) -> date | None:
        """Give the day from which the time of a vote under way runs: that of the member whose last day settles it.

        Of one that no members take one by one, the day on which who decides received what is asked.
        """
        mark = self.marks(procedure).get(act)
        if mark is None or mark.status != "awaited":
            return None
        if mark.tally is None:
            own = (done for done in self.setting.acts if done.key == f"{procedure}/{act}" and done.only_received)
            return max((done.received for done in own if done.member is None and done.received), default=None)
        last = mark.tally.until or (mark.due.last if mark.due else None)
        return next((vote.received for vote in mark.votes if vote.until is not None and vote.until == last), None)

    def untimed(self, procedure: str, act: str) -> bool:
        """Tell whether nobody says when those still to vote received it: the time of others is not theirs."""
        mark = self.marks(procedure).get(act)
        if mark is None or mark.status != "awaited" or mark.tally is None or mark.tally.until is not None:
            return False
        known = {vote.member for vote in mark.votes if vote.until is not None}
        return bool(known) and known.isdisjoint(mark.tally.waits_for)

    def asked_before(self, procedure: str) -> tuple[When, ...]:
        """Give the cases in which acts recorded of a procedure exist: that they were done shows that these hold.

        One only planned shows nothing against an answer.
        """
        acts = self.base.procedures[procedure].acts
        recorded = {
            done.act
            for done in self.setting.acts
            if done.procedure == procedure
            and (done.on is None or done.on <= self.case.as_of or self.truth(acts[done.act].when) is not False)
        }
        return tuple(when for name in acts if name in recorded and (when := acts[name].when) is not None)

    def acts(self, procedure: str) -> dict[str, Act]:
        """Give the acts of a procedure as they are under the readings followed."""
        found = self.base.procedures[procedure].acts
        acts = {name: act_of(self.case, f"{procedure}/{name}") for name in found}
        return {name: self._apart(act) for name, act in acts.items()}

    def _apart(self, act: Act) -> Act:
        """Give an act that calls, in the place of a procedure that runs for another text, the one that is its own."""
        calls = act.calls
        if calls is None or calls.apart is None or not any(map(self.is_of_another, calls.names)):
            return act
        return act.model_copy(update={"calls": calls.model_copy(update={"all": (calls.apart,), "one_of": ()})})

    def is_of_another(self, procedure: str) -> bool:
        """Tell whether what runs of a procedure is of an answer of the course, or of an act that claims it."""
        if not self.under_way(procedure):
            return False
        answers = (option.option for line in self.case.today.course.lines for option in line.to_carry_out[:1])
        return procedure in self.claimed or any(procedure in option.procedures for option in answers)


def _last_vote(mark: Mark, days: Mapping[str, date]) -> date | None:
    """Give the day of the last vote of members, where each from whom one is awaited has a day to come for it."""
    awaited = mark.tally.waits_for if mark.status == "awaited" and mark.tally is not None else ()
    return max(days.values()) if awaited and days.keys() >= set(awaited) else None
