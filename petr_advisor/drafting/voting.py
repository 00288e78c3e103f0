"""The vote that a draft is for: by which majority, in what time, what silence is worth, whose agreement it takes."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.newcomer import NEWCOMER
from petr_advisor.consulting.requirements import truth
from petr_advisor.consulting.running import setting_of
from petr_advisor.drafting.leavers import taking_in
from petr_advisor.drafting.needed import needed
from petr_advisor.drafting.occasions import procedure_of
from petr_advisor.drafting.unknown import unknown_in
from petr_advisor.explaining.tree import entity_name
from petr_advisor.knowledge.lengths import Span
from petr_advisor.knowledge.limits import Limit
from petr_advisor.knowledge.procedures import Act
from petr_advisor.planning.convening import meeting_notice
from petr_advisor.territory.measures import MEASURED
from petr_advisor.words.texts import Text
from petr_advisor.words.typography import no_capital
from petr_advisor.words.voice import Voice


@dataclass(frozen=True)
class Voting:
    """Tells of an act of a case, and of the vote that comes after it."""

    case: Consultation
    voice: Voice
    key: str
    """The act, by `procedure/act`."""
    day: date
    """The day on which it would be taken."""
    members: tuple[str, ...]
    """The members on that day."""
    member: str | None = None
    """The member for which the draft is made, where there is one for each."""
    spelt: Callable[[str], str] = str
    """Writes a name as running text says it."""

    @cached_property
    def act(self) -> Act:
        """The act as it is under the readings followed."""
        return self._act(self.key.partition("/")[2])

    def _act(self, name: str) -> Act:
        return self.case.base.act_under(f"{procedure_of(self.key)}/{name}", self.case.followed)

    @cached_property
    def following(self) -> Act | None:
        """The vote that comes after the act, in the same procedure: the next one that others answer in their time.

        In a draft made for a member, the one in which that member has a vote.
        """
        votes = tuple(self._votes_after())
        mine = (vote for vote in votes if vote.vote is not None and self.member in self._voters(vote.vote.body))
        return next(iter((*mine, *votes)), None)

    @property
    def rule_before(self) -> str | None:
        """The rule by which votes of members are counted, where the act comes after such votes of its procedure."""
        return next((self.rule(act.majority) for act in self._votes_before()), None)

    @property
    def rule_before_by_caution(self) -> str | None:
        """The same rule, where which majority it is has several readings on the day of the act."""
        acts = self.case.base.procedures[procedure_of(self.key)].acts
        for name in self.act.after:
            for point, readings in acts[name].by_reading.items():
                asked = {each["vote"]["majority"] for each in readings.values() if "vote" in each}
                if self.is_open(point) and len(asked) > 1:
                    return self.rule_before
        return None

    @property
    def points(self) -> tuple[str, ...]:
        """The disputed points on which the act turns; where it is no vote, those of the votes around it."""
        others: Sequence[Act] = ()
        if self.act.vote is None:
            others = tuple(self._votes_before()) or ((self.following,) if self.following is not None else ())
        found = dict.fromkeys((*self.act.disputed, *(point for act in others for point in act.disputed)))
        return tuple(point for point in found if self.is_open(point))

    @property
    def questions(self) -> str | None:
        """Put the disputed points on which the act turns as questions, one after the other."""
        return " ".join(self.voice.say(self.case.base.disputed[point].question) for point in self.points) or None

    def is_open(self, point: str) -> bool:
        """Tell whether a point had several readings on the day of the act."""
        readings = self.case.base.disputed[point].readings.values()
        return sum(reading.in_force.covers(self.day) for reading in readings) > 1

    def _votes_before(self) -> Iterator[Act]:
        """Give the votes of members that the act comes after, in its procedure."""
        for act in map(self._act, self.act.after):
            if self.among_members(act) is not None and (act.period is None or act.period.covers(self.day)):
                yield act

    def _votes_after(self) -> Iterator[Act]:
        procedure, _, name = self.key.partition("/")
        for other in self.case.base.procedures[procedure].acts:
            found = self._act(other)
            exists = found.period is None or found.period.covers(self.day)
            if name in found.after and found.vote is not None and found.included and exists:
                yield found

    def _voters(self, body: str) -> set[str]:
        return {voter.member for voter in setting_of(self.case).voters(body) or ()}

    def rule(self, majority: str | None) -> str | None:
        """Name a majority with what it takes."""
        if majority is None:
            return None
        rule = self.case.base.majorities[majority]
        takes = no_capital(self.voice.say(rule.explanation)).rstrip(".")
        return self.voice.phrase("draft.rule", rule=rule.label, takes=takes)

    def followed(self, act: Act) -> str | None:
        """Name the majority of an act with what it takes; that caution alone follows it, where others are read."""
        rule, others = self.rule(act.majority), self.other_majorities(act)
        if rule is not None and self.is_perhaps_needless(act):
            return self.voice.phrase("draft.rule-perhaps-needless", rule=rule)
        if rule is None or not others:
            return rule
        labels = [self.case.base.majorities[each].label for each in others]
        key = "draft.rule-by-caution" if self.is_cautious(act) else "draft.rule-kept"
        return self.voice.phrase(key, rule=rule, others=labels)

    def is_perhaps_needless(self, act: Act) -> bool:
        """Tell whether one reading alone has the law want an act that is advised by the letter."""
        letter = self._letter(act)
        if letter.origin != "advice":
            return False
        return any(
            self.is_open(point) and any(each.get("origin") == "law" for each in readings.values())
            for point, readings in letter.by_reading.items()
        )

    def is_cautious(self, act: Act) -> bool:
        """Tell whether the majority of an act asks for every member: no other reading asks for more."""
        count = self.case.base.majorities[act.majority].count if act.majority is not None else None
        return count is not None and all(way.members == 1 for way in count.ways)

    @property
    def failing(self) -> Text | str | None:
        """Say what follows where the vote of the act fails; where its majority is disputed, one refusal may do."""
        said = self.act.failing
        if said is None or not self.other_majorities(self.act):
            return said
        return self.voice.phrase("draft.failing-disputed", failing=said)

    def other_majorities(self, act: Act) -> tuple[str, ...]:
        """Give the majorities that other readings ask for, of the points that are open on the day of the draft."""
        found = [
            each["vote"]["majority"]
            for point, readings in self._letter(act).by_reading.items()
            if self.is_open(point)
            for each in readings.values()
            if "vote" in each
        ]
        return tuple(each for each in dict.fromkeys(found) if each != act.majority)

    def span(self, act: Act) -> str | None:
        """Say the length of the limit of an act, where it is a length of time."""
        if act.limit_when is not None and truth(self.case, act.limit_when) is False:
            return None
        limit: Limit | None = act.limit_prudent or act.limit
        return self._in_words(self.voice.span(limit.length)) if limit is not None and limit.length is not None else None

    def _in_words(self, span: str) -> str:
        """Write a small number at the head of a length of time in letters, as acts do."""
        numbers = self.voice.phrase("draft.numbers").split()
        found = re.match(r"\d+", span)
        if found is None or int(found[0]) > len(numbers):
            return span
        return numbers[int(found[0]) - 1] + span[found.end() :]

    @property
    def notice(self) -> Span | None:
        """Give how long before its meeting the body that votes has to be called, where a text says it."""
        return meeting_notice(
            self.case.base, self.act.who, self.day, lambda when: when is None or truth(self.case, when)
        )

    def in_words(self, length: Span) -> str:
        """Say a length of time as acts do."""
        return self._in_words(self.voice.span(length))

    @property
    def law_term(self) -> str | None:
        """Say by when the act is due, where its time runs from a day that the law gives all, and no act of a plan."""
        limit: Limit | None = self.act.limit_prudent or self.act.limit
        event = self.case.base.events.get(limit.from_ or "") if limit is not None else None
        span = self.span(self.act)
        if event is None or not event.days or span is None:
            return None
        return self.voice.phrase("draft.law-term", span=span, event=event.label)

    @property
    def last_day(self) -> str | None:
        """Say the last day of the act by the length of its limit and the event from which it runs."""
        limit: Limit | None = self.act.limit_prudent or self.act.limit
        span = self.span(self.act)
        event = self.case.base.events.get(limit.from_ or "") if limit is not None else None
        if limit is not None and limit.yearly is not None and limit.yearly.of == "year_after":
            return self.voice.phrase("draft.last-day-by", limit=self.voice.limit(self.case.base, limit))
        if limit is None or limit.kind != "maximum" or span is None or event is None:
            return None
        when = self.act.limit_when
        if when is not None and truth(self.case, when) is None:
            labels = [self.case.base.all_facts[fact].label for fact in unknown_in(self.case, when)]
            return self.voice.phrase("draft.last-day-from-if", facts=labels, span=span, event=event.label)
        return self.voice.phrase("draft.last-day-from", span=span, event=event.label)

    def silence(self, act: Act) -> str | None:
        """Say what silence is worth by the text, and that it is not safe where a reading or caution says otherwise."""
        letter = self._letter(act).silence
        if letter is None:
            return None
        return self.voice.silence(letter, safe=not {act.silence, act.silence_prudent} - {None, letter})

    def _letter(self, act: Act) -> Act:
        """Give an act as it stands whatever the readings followed."""
        acts = self.case.base.procedures[procedure_of(self.key)].acts
        return next((each for each in acts.values() if (each.who, each.does) == (act.who, act.does)), act)

    def among_delegates(self, act: Act) -> bool:
        """Tell whether an act is a vote of one assembly, whose delegates are counted."""
        rule = self.case.base.majorities[act.majority] if act.majority is not None else None
        return act.vote is not None and rule is not None and (rule.count is None or rule.count.by == "delegates")

    def among_members(self, act: Act) -> str | None:
        """Give the rule by which the votes of the members are counted, where the act is their vote."""
        rule = self.case.base.majorities[act.majority] if act.majority is not None else None
        if rule is None or rule.count is None or rule.count.by == "delegates":
            return None
        return self.followed(act)

    def whose_agreement(self, act: Act) -> str | None:
        """Say which members' agreement the decision cannot do without, where populations are known."""
        found = needed(self.case, act, self.members)
        joined = NEWCOMER in self.members and procedure_of(self.key) not in taking_in(self.case)
        if found is None or (joined and found.by_population):
            return None
        if found.all:
            key = "draft.needed-all" if found.by_population else "draft.needed-everybody"
            if self.is_perhaps_needless(act) or (not found.by_population and self.other_majorities(act)):
                key = "draft.needed-by-caution"
            return self.voice.phrase(key, n=self._in_words(str(len(found.members) + joined)))
        names = [self.spelt(entity_name(self.case, MEASURED, of)) for of in found.members]
        return self.voice.phrase("draft.needed", names=names)
