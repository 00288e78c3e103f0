"""What is said of acts in one language: lengths, limits, what passing them does, usual durations."""

from dataclasses import dataclass
from datetime import date, timedelta

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.lengths import Duration, Span
from petr_advisor.knowledge.limits import Limit, Passed, YearDay
from petr_advisor.knowledge.procedures import Act, Procedure
from petr_advisor.knowledge.rules import Rule
from petr_advisor.words.grammar import contracted
from petr_advisor.words.speech import Speech, months

MONTHS_OF_YEAR = 12


@dataclass(frozen=True)
class ActSpeech(Speech):
    """Says the times of acts from their values."""

    def span(self, span: Span) -> str:
        """Say a number of units of time; months that make several years as years."""
        years, months_left = divmod(span.n, MONTHS_OF_YEAR)
        if span.unit == "month" and years > 1 and not months_left:
            return self.phrase("span.year", n=years)
        return self.phrase(f"span.{span.unit}", n=span.n)

    def takes(self, duration: Duration) -> str:
        """Say how long an act usually takes."""
        if not duration.longest.n:
            return self.phrase("takes.nothing")
        shortest, longest = self.span(duration.shortest), self.span(duration.longest)
        key = "exactly" if duration.shortest == duration.longest else "range"
        return self.phrase(f"takes.{key}", shortest=shortest, longest=longest)

    def limit(self, base: KnowledgeBase, limit: Limit, procedure: Procedure | None = None) -> str:
        """Say by when an act is to be done; `procedure` names the acts that limits run from."""
        said = self._limit(base, limit, procedure)
        return self.listed((said, self.phrase("limit.moved")), "comma") if limit.moved else said

    def _limit(self, base: KnowledgeBase, limit: Limit, procedure: Procedure | None) -> str:
        event = self._event(base, limit.from_, procedure) if limit.from_ else ""
        length = self.span(limit.length) if limit.length else ""
        if limit.by is not None:
            key = "by-advised" if limit.is_advice else "by-wished" if limit.wished else "by"
            if limit.at_earliest is not None:
                return self.phrase("limit.by-earliest", day=limit.by, where=self.say(limit.at_earliest))
            return self.phrase(f"limit.{key}", day=limit.by)
        if limit.yearly is not None:
            return self.phrase(f"limit.{limit.yearly.of}", day=self._day_of_year(limit.yearly), event=event)
        if (day := _waited_for(base, limit)) is not None:
            return self.phrase("limit.not-before", day=day)
        key = "just_before" if limit.kind == "before" and limit.length is None else limit.weekday or limit.kind
        start = contracted(self.phrase("limit.start", event=event)) if event else ""
        return self.phrase(f"limit.{key}", length=length, event=event, start=start)

    def _day_of_year(self, day: YearDay) -> str:
        number = self.phrase("calendar.first") if day.day == 1 else str(day.day)
        return self.phrase("day-of-year", day=number, month=months(self.language)[day.month - 1])

    def _event(self, base: KnowledgeBase, name: str, procedure: Procedure | None) -> str:
        """Name what a limit runs from, with an article: an event, a date fact, or an act by what it does."""
        if name in base.events:
            return self.say(base.events[name].label)
        if name in base.facts:
            kind = base.facts[name]
            return self.say(kind.named) if kind.named else self.phrase("limit.event.fact", name=kind.label)
        act = procedure.acts.get(name) if procedure else None
        return self.phrase("limit.event.act", name=self.quoted(act.does)) if act else name

    def passed(self, passed: Passed) -> str:
        """Say what passing a limit does."""
        deemed = passed.result is not None
        said = self.phrase(f"passed.deemed.{passed.result}") if deemed else self.phrase(f"passed.{passed.does}")
        return self.phrase("passed.says", passed=said, says=passed.says) if passed.says else said

    def by_when(self, base: KnowledgeBase, act: Act | Rule, procedure: Procedure | None = None) -> str | None:
        """Say the limit of an act and what passing it does, but for what its silence says already; None without one.

        Nobody is late of a day that the State only aims at.
        """
        if act.limit is None:
            return None
        said, passed = self.limit(base, act.limit, procedure), act.limit.passed
        if passed is None or act.limit.wished or (passed.does == "deemed" and act.silence and not passed.says):
            return said
        if passed.says is not None and _waited_for(base, act.limit) is not None:  # that day itself ends the wait
            return self.listed((said, self.say(passed.says)))
        return self.listed((said, self.passed(passed)))


def _waited_for(base: KnowledgeBase, limit: Limit) -> date | None:
    """Give the first day after a wait that runs from an event of one known day; None for any other limit."""
    days = base.events[limit.from_].days if limit.kind == "wait" and limit.from_ in base.events else ()
    if len(days) != 1 or limit.length is None or limit.length.unit != "day":
        return None
    return days[0] + timedelta(limit.length.n)
