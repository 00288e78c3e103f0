"""The working sheet of whoever finishes an act: when, formalities, usual mistakes, texts cited, what to check."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from petr_advisor.consulting.newcomer import NEWCOMER
from petr_advisor.consulting.requirements import truth
from petr_advisor.documents.places import place_name, reference_in
from petr_advisor.documents.roadmap_words import dates
from petr_advisor.drafting.convened import ENCLOSED, is_enclosed, last_notices
from petr_advisor.drafting.deadlines import aimed_at, at_risk, ends_at_best, kept_days, own_days, step_at_risk, told_day
from petr_advisor.drafting.filling import Filling
from petr_advisor.drafting.leavers import seated_by
from petr_advisor.drafting.model import Grid, Line
from petr_advisor.drafting.unknown import unknown_in
from petr_advisor.explaining.tree import entity_name
from petr_advisor.knowledge.law import LAW_READ_UP_TO
from petr_advisor.knowledge.procedures import Act
from petr_advisor.knowledge.templates import ActTemplate, Settlement, TemplateKind
from petr_advisor.planning.legal_days import LegalDay
from petr_advisor.planning.model import Task
from petr_advisor.planning.spans import Lasting
from petr_advisor.procedures.working_days import to_session_day
from petr_advisor.territory.measures import MEASURED
from petr_advisor.words.typography import capital, no_capital

MEETING: frozenset[TemplateKind] = frozenset({"resolution", "minutes"})
"""The sorts of acts that a meeting takes."""
_SUNDAY = 6
_ARTICLE = re.compile(r"\b[LRD]\.\s?\*?\d+(?:-\d+)*")


@dataclass(frozen=True)
class Sheet:
    """Lays out what the sheet says of an act."""

    template: ActTemplate
    filling: Filling
    task: Task
    norms: tuple[str, ...]
    """What the act rests on, in force on its day."""
    decisive: frozenset[str]
    """Those on which it decides, formalities and texts only in view apart."""
    other: ActTemplate | None = None
    """The act that a note goes with."""
    act: Sequence[Line | Grid] = ()
    """What the act says."""

    def when(self) -> Iterator[Line]:
        """Say what act of the plan it is, and under which law it was drafted."""
        act, voice = self.filling.voting.act, self.filling.voice
        who = self.filling.occasions.who_acts(act.who)
        opens = self.filling.opening or self.template.asks
        shared = self.filling.key in (self.other or self.template).apart
        key = "draft.before-of-the-plan" if opens else "draft.beside-of-the-plan" if shared else "draft.of-the-plan"
        words = {"who": who, "does": act.does, "days": self._days, "day": self.filling.day}
        yield Line(voice.phrase(key, **words, **({"planned": dates(self.task, voice)} if opens else {})))
        yield from self._no_session()
        yield from self._to_convene()
        yield from self._last_days()
        ruled = bool((self.other or self.template).rule)  # told apart, as its majority is not one of its act
        decided = [self._majority(act)] if act.majority and not shared and not ruled else []
        silent = self.filling.opening or self.filling.voting.among_delegates(act)
        silence = None if silent else self.filling.voting.silence(act)
        said = [*decided, *([silence] if silence else [])]
        if said:
            yield Line(capital(voice.listed(said)) + ".")
        if not self.certain:
            yield Line(self._uncertain())
        yield from self._settled_way()
        yield from self._if_joined()
        if self.filling.day > LAW_READ_UP_TO:
            yield Line(voice.phrase("law-read-up-to", day=LAW_READ_UP_TO))

    def _majority(self, act: Act) -> str:
        """Name the majority of an act, and say where caution alone follows it."""
        label = self.filling.case.base.majorities[act.majority or ""].label
        needless = self.filling.voting.is_perhaps_needless(act)
        if needless or self.filling.voting.other_majorities(act):
            cautious = needless or self.filling.voting.is_cautious(act)
            key = "draft.majority-by-caution" if cautious else "draft.majority-kept"
            return self.filling.voice.phrase(key, rule=label)
        return self.filling.voice.say(label)

    @property
    def _days(self) -> str:
        """Say when: the day that the case gives, the span that the plan leaves, or the first day.

        What asks for an act or opens it comes before that act's own span; any other is the act, in the plan's words.
        """
        voice, day = self.filling.voice, self.filling.day
        if self.filling.records.session(self.filling.member) is not None:
            return voice.phrase("draft.on-planned-day", day=day)
        before = self.template.asks or self.filling.opening
        if self.task.in_time is not None and not before:
            return capital(dates(self.task, voice))
        followed = (each.latest for each in self.filling.steps if each.id in (self.other or self.template).follows)
        last = max((self.task.ready_latest, *followed)) if before else self.task.latest
        told = told_day(self.filling.case, (self.other or self.template).articles, day)
        last = last if told is None else min(last, told)
        if last > day and self.task.planned is None:
            return voice.phrase("draft.between", day=day, last=last)
        return voice.phrase("draft.earliest", day=day)

    @cached_property
    def _own_days(self) -> tuple[LegalDay, ...]:
        """The days of the law that bind the act itself: a step of another act keeps none of that act's."""
        return tuple(own_days(self.filling.case, self.filling.plan, self.filling.bearing))

    @property
    def _held_by(self) -> date | None:
        """Give the day by which a vote that waits for who joins can be held at the longest, where its span ends before.

        It never goes beyond a day of the law that the act keeps.
        """
        filling, task = self.filling, self.task
        seated = seated_by(filling.case, filling.plan, delegates=filling.member is None)
        if seated is None or task.takes is None:
            return None
        held = min((Lasting(task.takes.longest).end(seated), *kept_days(self._own_days)))
        return held if held > task.latest else None

    def _to_convene(self) -> Iterator[Line]:
        """Say what goes with a notice of meeting, and by when those of a day that the case gives have to be sent."""
        kind = (self.other or self.template).kind
        if is_enclosed(self.filling, self.task, kind):
            yield Line(self.filling.voice.phrase("draft.enclosed"))
        if kind in MEETING | ENCLOSED:
            yield from map(Line, last_notices(self.filling, self.task))

    def _no_session(self) -> Iterator[Line]:
        """Warn where the first day of a meeting is one on which councils do not sit, or of a letter, none leaves.

        Where a time set by law ends before the next one, the meeting has to be before.
        """
        filling, day = self.filling, self.filling.day
        template = self.other or self.template
        sits = template.kind in MEETING or template.sits
        if not (sits or template.kind == "letter") or filling.records.session(filling.member) is not None:
            return
        where = filling.case.base.holidays, filling.case.departements
        following = to_session_day(day, *where)
        if following == day:
            return
        if any(day <= last < following for last in ends_at_best(self._own_days)):
            before = to_session_day(day, *where, back=True)
            key = "draft.no-session-legal" if sits else "draft.no-letter-legal"
            yield Line(filling.voice.phrase(key, day=day, last=before))
            return
        sunday = day.weekday() == _SUNDAY
        if sits:
            key = "draft.no-session-sunday" if sunday else "draft.no-session-holiday"
        else:
            key = "draft.no-letter-sunday" if sunday else "draft.no-letter-holiday"
        yield Line(filling.voice.phrase(key, day=day, next=following))

    def _last_days(self) -> Iterator[Line]:
        """Say the last day of the act: of each member whose time runs, by the length of its limit, or by law."""
        filling, voice = self.filling, self.filling.voice
        running = filling.records.last_days((filling.member,) if filling.member is not None else filling.members)
        if running:
            named = [voice.labelled(entity_name(filling.case, MEASURED, each), day) for each, day in running.items()]
            days = list(running.values()) if filling.member is not None else named
            yield Line(voice.phrase("draft.last-day", last=days))
        elif not (filling.opening or self.template.asks) and (last := filling.voting.last_day) is not None:
            yield Line(last)  # what a letter asks for is done in a time of its own, which may run from that letter
        elif (kept := next(kept_days(self._own_days), None)) is not None and not self.filling.opening:
            yield Line(voice.phrase("draft.last-day-law", last=kept))
        if (late := filling.late) is not None:
            yield Line(late)
        own = tuple(at_risk(self._own_days, voice))
        yield from map(Line, own)
        if not own and late is None:
            yield from map(Line, step_at_risk(filling.case, filling.plan, filling.bearing, voice))
        yield from map(Line, aimed_at(filling.case, filling.plan, filling.occasions.procedure, voice))

    def _if_joined(self) -> Iterator[Line]:
        """Say that who joins is counted among the members, from the day on which the plan makes it one."""
        if self._counts_newcomer:
            name = self.filling.named(self.filling.newcomer or "")
            if not self._waits_for_newcomer:
                yield Line(self.filling.voice.phrase("draft.counts-newcomer", name=name))
            elif (held := self._held_by) is not None:
                yield Line(self.filling.voice.phrase("draft.for-newcomer-later", name=name, last=held))
            else:
                yield Line(self.filling.voice.phrase("draft.for-newcomer", name=name))

    @cached_property
    def _counts_newcomer(self) -> bool:
        place = self.filling.newcomer
        counted = NEWCOMER in self.filling.members and not self.filling.staying
        return place is not None and counted and self._is_said(self.filling.named(place))

    @cached_property
    def _waits_for_newcomer(self) -> bool:
        """Whether it is a vote that cannot be held before who joins is a member."""
        voted = (self.other or self.template).kind in MEETING
        return self._counts_newcomer and voted and self._is_about(self.filling.named(self.filling.newcomer or ""))

    def _is_about(self, name: str) -> bool:
        """Tell whether the act is of who joins, or names it without the other members: it cannot be taken out of it."""
        others = [each for each in self.filling.column("members") if each != name]
        lines = [part.text for part in self.act if isinstance(part, Line) and name in part.text]
        return self.filling.member == NEWCOMER or any(not any(each in line for each in others) for line in lines)

    def _is_said(self, name: str) -> bool:
        """Tell whether the act names somebody, in its text or in a row of its own for who joins."""
        return any(
            name in part.text if isinstance(part, Line) else len(part.rows) == len(self.filling.members)
            for part in self.act
        )

    @property
    def certain(self) -> bool:
        """Whether the act is known to be needed: by the plan, and by what its template is for."""
        return self.task.certain and not self._is_optional and not self._open_facts

    @cached_property
    def _open_facts(self) -> tuple[str, ...]:
        """The facts, not known, on which it depends whether the template is for the case."""
        case, template = self.filling.case, self.other or self.template
        unknown = unknown_in(case, template.unless) if template.unless is not None else ()
        unsaid = (fact for fact in template.hinges_on if case.memory.facts.get(fact) is None)
        return tuple(dict.fromkeys((*unknown, *unsaid)))

    @property
    def _is_optional(self) -> bool:
        template = self.other or self.template
        return template.optional and self.filling.key in template.apart

    def _uncertain(self) -> str:
        """Say on what it depends that the act is needed: facts not known, the way that the plan leaves open."""
        case, voice = self.filling.case, self.filling.voice
        if self._is_optional:
            return voice.phrase("draft.optional")
        conditions = [act.when for act in (self.filling.voting.act, *self.filling.occasions.calling) if act.when]
        unknown = (fact for when in conditions for fact in unknown_in(case, when))
        if facts := dict.fromkeys((*unknown, *self._open_facts)):
            return voice.phrase("draft.uncertain-facts", facts=[case.base.all_facts[fact].label for fact in facts])
        way = self.filling.occasions.way
        if way is not None:
            return voice.phrase("draft.uncertain-way", way=no_capital(voice.say(case.base.title_of(way))))
        return voice.phrase("draft.uncertain")

    def _settled_way(self) -> Iterator[Line]:
        """Say which of several ways the answers choose, where the act is of it."""
        found = self.filling.occasions.settled_way
        if found is not None:
            voice, title = self.filling.voice, self.filling.case.base.title_of
            others = [voice.quoted(title(name)) for name in found[1]]
            yield Line(voice.phrase("draft.settled-way", way=title(found[0]), others=others))

    def references(self) -> Iterator[Line]:
        """Cite norms by their place, in the version in force on the day of the act, with what they say."""
        if not self.norms:
            return
        voice = self.filling.voice
        yield Line(voice.phrase("draft.references"), "heading")
        for (place, version), statements in self._cited.items():
            text = " ".join(statements)
            yield Line(voice.phrase("draft.reference", place=place, version=version, statement=text), "item")

    @cached_property
    def _cited(self) -> Mapping[tuple[str, str], Sequence[str]]:
        """What is said at each place; what stands at a place without version joins the one cited with its version."""
        base, voice = self.filling.case.base, self.filling.voice
        unknown = voice.phrase("draft.version-unknown")
        said: dict[tuple[str, str], list[str]] = {}
        for key in self.norms:
            said.setdefault(self._place(key), []).append(key)
        sure = [place for place in said if place[1] != unknown]
        cited: dict[tuple[str, str], list[str]] = {}
        for place, keys in said.items():
            found = [
                other for other in sure if articles_of(place[0]) and articles_of(place[0]) <= articles_of(other[0])
            ]
            cited.setdefault(found[0] if place[1] == unknown and found else place, []).extend(keys)
        order = tuple(base.norms).index  # one place is told in the same order in all acts
        return {
            place: list(dict.fromkeys(voice.sentence(base.norms[key].statement) for key in sorted(keys, key=order)))
            for place, keys in cited.items()
        }

    def _place(self, key: str) -> tuple[str, str]:
        """Name the place of a norm, and the version of its text in force on the day of the act."""
        base, voice, day = self.filling.case.base, self.filling.voice, self.filling.day
        reference = reference_in(self.filling.case, base.norms[key], day)
        version = next((each for each in base.sources[reference.id].versions if each.period.covers(day)), None)
        if version is None:
            return place_name(base, reference, voice), voice.phrase("draft.version-unknown")
        said = [voice.period(version.period), *([voice.set(version.act)] if version.act else [])]
        return place_name(base, reference, voice), voice.listed(said, "comma")

    def to_check(self) -> Iterator[Line]:
        """Say what the texts read do not make sure: norms known otherwise, disputed points with whom to ask."""
        base, voice = self.filling.case.base, self.filling.voice
        checks: dict[str, list[str]] = {}
        for norm in self.norms:
            check = base.norms[norm].check
            if check is not None and norm not in self._settled_norms:
                checks.setdefault(voice.sentence(check), []).append(self._place(norm)[0])
        said = [
            voice.phrase("draft.check", places=list(dict.fromkeys(places)), check=check)
            for check, places in checks.items()
        ]
        if unread := tuple(dict.fromkeys(self._place(norm)[0] for norm in self.norms if self._has_changed(norm))):
            said.append(voice.phrase("draft.changed-since", places=unread))
        for point in self._points():
            found = base.disputed[point]
            course, ask = voice.sentence(found.prudent_course), voice.sentence(found.ask)
            said.append(voice.phrase("draft.disputed", question=found.question, course=course, ask=ask))
        if said:
            yield Line(voice.phrase("draft.to-check"), "heading")
            yield from (Line(text, "item") for text in said)

    def _has_changed(self, key: str) -> bool:
        """Tell whether the last version read of the text of a norm had ended by the day of the act."""
        filling = self.filling
        base, day = filling.case.base, filling.day
        versions = base.sources[reference_in(filling.case, base.norms[key], day).id].versions
        ends = [each.period.to for each in versions]
        return bool(ends) and all(end is not None and end < day for end in ends)

    def _points(self) -> tuple[str, ...]:
        """Give the disputed points on which the act decides, once each, without those that the case settles."""
        base = self.filling.case.base
        points = [point for norm in self.norms if norm in self.decisive for point in base.norms[norm].disputed]
        settled = {point for each in self._settled for point in each.disputed}
        settled |= {point for norm in self.template.not_cited for point in base.norms[norm].disputed}
        points += self.filling.voting.points
        told = (point for point in dict.fromkeys(points) if point not in settled)
        return tuple(point for point in told if self.filling.voting.is_open(point))

    @cached_property
    def _settled(self) -> tuple[Settlement, ...]:
        settles = (*self.template.settles, *(self.other.settles if self.other is not None else ()))
        return tuple(each for each in settles if truth(self.filling.case, each.when) is True)

    @property
    def _settled_norms(self) -> frozenset[str]:
        return frozenset(norm for each in self._settled for norm in each.norms)


def articles_of(place: str) -> frozenset[str]:
    """Give the articles that the name of a place names, without their spaces."""
    return frozenset(re.sub(r"\s", "", found) for found in _ARTICLE.findall(place))
