"""The acts of a plan that can be drafted, in order of time; those that cannot, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from petr_advisor.consulting.among import truth_of
from petr_advisor.consulting.called import act_of
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.newcomer import NEWCOMER, of_newcomer
from petr_advisor.consulting.requirements import truth
from petr_advisor.consulting.running import setting_of
from petr_advisor.drafting.contents import contents
from petr_advisor.drafting.deadlines import wish_told
from petr_advisor.drafting.filling import Filling
from petr_advisor.drafting.laying import Laying
from petr_advisor.drafting.member_days import MemberDays
from petr_advisor.drafting.model import Draft, Drafts, LeftOut, Without
from petr_advisor.drafting.names import file_name
from petr_advisor.drafting.occasions import procedure_of
from petr_advisor.drafting.opening import after, opened_on
from petr_advisor.drafting.recorded import Recorded
from petr_advisor.drafting.undrafted import Undrafted
from petr_advisor.drafting.wanted import Wanted, covered, place_in_a_meeting
from petr_advisor.drafting.ways import Ways
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.explaining.tree import entity_name
from petr_advisor.knowledge.problems import nearest
from petr_advisor.knowledge.procedures import Act
from petr_advisor.knowledge.templates import ActTemplate
from petr_advisor.planning.model import Roadmap, Task
from petr_advisor.planning.steps import called_steps, steps
from petr_advisor.procedures.working_days import to_session_day
from petr_advisor.territory.measures import MEASURED
from petr_advisor.words.typography import capital
from petr_advisor.words.voice import Voice

MOST_APART = 20
"""Members for whom an act is drafted one by one; for more, once for all."""


@dataclass(frozen=True)
class Choosing:
    """Drafts the acts of a plan."""

    case: Consultation
    plan: Roadmap
    voice: Voice
    territory: str | None = None
    """What the territory is called, where that is known."""

    def drafts(self, only: str | None = None) -> Drafts:
        """Draft every act, or one named by its template or as `procedure/act`; PetrAdvisorError when there is none."""
        asked = self._wanted if only is None else self._named(only)
        wanted = tuple(each for each in asked if only is not None or not self._is_set_aside(each))
        usable = tuple(each for found in wanted if self._usable(found) for each in self._each_member(found))
        aside = covered(usable, self.case.base.templates)
        made = sorted((self._made(each) for each in usable if each not in aside), key=lambda draft: draft.day)
        left_out = [self._left_out(each) for each in wanted if each.other is None and not self._usable(each)]
        left_out += [self._covered(each) for each in aside if each.other is None]
        left_out += self._set_aside([each for each in asked if each.other is None and each not in wanted])
        without = () if only else (*self._undrafted.found(), *self._asked(usable))
        found = Drafts(_apart(tuple(made)), tuple(left_out), without, wish_told(self.plan.wish, self.voice))
        return found if only is not None or not found.made else replace(found, contents=self._contents(found))

    def _contents(self, found: Drafts) -> Draft:
        """Give the table of contents, with the days on which by habit no council sits and no letter leaves."""
        days = {draft.day for draft in found.made} | {act.day for act in found.without}
        holidays, where = self.case.base.holidays, self.case.departements
        off = tuple(day for day in sorted(days) if to_session_day(day, holidays, where) != day)
        return contents(found, self.voice, self.plan, self.territory, off)

    def _act(self, task: Task) -> Act:
        return act_of(self.case, task.id)

    @cached_property
    def _steps(self) -> tuple[Task, ...]:
        return tuple(steps(self.case, self.plan))

    def _asked(self, usable: Sequence[Wanted]) -> Iterator[Without]:
        """Give the votes that letters ask of those who are no members, which no template drafts."""
        for each in usable:
            if each.other is None and (asked := self.case.base.templates[each.key].asked) is not None:
                yield Without(each.task.held_from, self._filling(each).text(asked), each.task.certain)

    def _is_set_aside(self, wanted: Wanted) -> bool:
        return wanted.act in self._on_request or procedure_of(wanted.act) in self._ways.instead

    @cached_property
    def _ways(self) -> Ways:
        return Ways(self.case, self.plan, self._steps)

    @property
    def _undrafted(self) -> Undrafted:
        return Undrafted(self.case, self.plan, self.voice, self._steps, self._ways, self._on_request)

    @cached_property
    def _on_request(self) -> frozenset[str]:
        """The acts of procedures that only acts call of which nobody said whether they are needed."""
        called = tuple(called_steps(self.case, self.plan))
        sure = {step.id for caller, step in called if caller.certain} | {task.id for task in self.plan.tasks}
        return frozenset(step.id for caller, step in called if not caller.certain) - sure

    @cached_property
    def _wanted(self) -> tuple[Wanted, ...]:
        """The templates of the tasks, each once in a procedure, then the notes that go with some."""
        found: dict[tuple[str, str], Wanted] = {}
        templates = sorted(self.case.base.templates.items(), key=place_in_a_meeting)
        for task in self._steps:
            for key, template in templates:
                if task.id in template.acts and self._called_for(template):
                    once = (key, _occasion(template, task.id))
                    held = found.get(once)
                    if held is None:
                        found[once] = Wanted(key, task)
                    elif template.once_each and task.certain and not held.task.certain:
                        # a paper that several acts annex goes with one that is sure to be, ready for the first of them
                        found[once] = Wanted(key, task.ready_on(held.task.held_from))
        return (*found.values(), *self._notes(tuple(found.values())))

    def _called_for(self, template: ActTemplate) -> bool:
        """Tell whether a case is one of those that a template is for."""
        if template.when is not None and truth(self.case, template.when) is not True:
            return False
        return template.unless is None or truth(self.case, template.unless) is not True

    def _each_member(self, wanted: Wanted) -> Iterator[Wanted]:
        """Give a template once for each member that the act is of, or once where they are not listed or too many."""
        template = self.case.base.templates[wanted.key]
        if wanted.other is not None:
            yield wanted
            yield from self._own_notes(wanted)
            return
        if not template.each_member or procedure_of(wanted.act) in template.for_all:
            yield wanted
            return
        filling = self._filling(wanted)
        vote = filling.voting.act.vote
        voters = {each.member for each in (setting_of(self.case).voters(vote.body) if vote else None) or ()}
        held = filling.listed if procedure_of(wanted.act) in template.leavers_too else filling.members
        held = tuple(member for member in held if member != NEWCOMER)
        members = [member for member in held if member in voters or not voters & set(held)]
        members = [member for member in members if self._may_be_of(template, member)]
        if not 0 < len(members) <= MOST_APART:
            yield wanted
            return
        yield from (replace(wanted, member=member) for member in members if not self._has_voted(wanted, member))
        voting = self._filled(wanted, wanted.task.held_from) if wanted.act in template.opens else filling
        if filling.newcomer is not None and (
            NEWCOMER in voting.members or procedure_of(wanted.act) in template.newcomer
        ):
            yield replace(wanted, member=NEWCOMER)

    def _own_notes(self, wanted: Wanted) -> Iterator[Wanted]:
        """Give a note once more for each member whose act has words that no other's has: who leaves, for one."""
        for each in self._each_member(replace(wanted, key=wanted.other or "", other=None)):
            laid = Laying(self.case.base.templates[each.key], self._filling(each), each.task)
            if each.member not in {None, NEWCOMER} and laid.has_own_words:
                yield replace(wanted, member=each.member)

    def _may_be_of(self, template: ActTemplate, member: str) -> bool:
        where = template.members_where
        return where is None or truth_of(self.case, MEASURED, member, where) is not False

    def _has_voted(self, wanted: Wanted, member: str) -> bool:
        """Tell whether the act of a template is a vote that a member has given: there is nothing left to draft."""
        vote = self._records.vote(wanted.act, member)
        return vote is not None and not vote.planned

    @cached_property
    def _records(self) -> Recorded:
        return Recorded(self.case)

    def _notes(self, found: tuple[Wanted, ...]) -> Iterator[Wanted]:
        templates = self.case.base.templates
        for key, template in templates.items():
            for each in found:
                if templates[each.key].kind in template.goes_with and templates[each.key].noted:
                    yield Wanted(key, each.task, each.key)

    def _named(self, name: str) -> tuple[Wanted, ...]:
        found = tuple(each for each in self._wanted if name in {each.key, each.act})
        if found:
            return found
        known = tuple(dict.fromkeys(each.key for each in self._wanted))
        near = nearest(name, known)
        if near is not None:
            raise PetrAdvisorError.of("draft.no-act-near", name=name, near=near)
        raise PetrAdvisorError.of("draft.no-act", name=name, known=known)

    def _day(self, wanted: Wanted) -> date:
        """Give the day of an act: the earliest; what asks for it or opens it is of the day after what it follows.

        A letter that is the act itself, a notification, is of the act's own days, as the plan tells them.
        The vote of a member that the case gives a day to come is on that day, and what waits for its vote alone is
        counted from it; what goes with the votes of all, a note or the text that they vote, is for the first of them.
        Nothing is of a day before the acts that its template follows.
        """
        template = self.case.base.templates[wanted.other or wanted.key]
        followed = (after(self.case, each, template) for each in self._steps if each.id in template.follows)
        return max((self._own_day(wanted), *followed))

    def _own_day(self, wanted: Wanted) -> date:
        task, template = wanted.task, self.case.base.templates[wanted.other or wanted.key]
        if self.case.base.templates[wanted.key].asks or wanted.act in template.opens:
            ready = min(opened_on(self.case, wanted, template), task.held_from)
            return min(self._member_days.letter(wanted.act, wanted.member) or ready, ready)
        if wanted.member is not None:
            return self._member_days.act(wanted.act, task, wanted.member) or task.held_from
        members = (each for each in self._filled(wanted, task.held_from).members if self._may_be_of(template, each))
        days = (self._member_days.act(wanted.act, task, member) for member in members)
        return min((day for day in days if day is not None), default=task.held_from)

    @cached_property
    def _member_days(self) -> MemberDays:
        return MemberDays(self.case, self._records, self.plan.start)

    def _usable(self, wanted: Wanted) -> bool:
        templates = (self.case.base.templates[key] for key in (wanted.key, wanted.other) if key is not None)
        return all(template.usable.covers(self._day(wanted)) for template in templates)

    def _left_out(self, wanted: Wanted) -> LeftOut:
        template = self.case.base.templates[wanted.key]
        period, day = self.voice.period(template.usable), self._day(wanted)
        said = self.voice.phrase("draft.left-out", title=self._title(wanted), period=period, day=day)
        return LeftOut(wanted.key, wanted.act, said)

    def _covered(self, wanted: Wanted) -> LeftOut:
        said = self.voice.phrase("draft.covered", title=self._title(wanted), name=wanted.key)
        return LeftOut(wanted.key, wanted.act, said)

    def _set_aside(self, found: Sequence[Wanted]) -> Iterator[LeftOut]:
        """Say by procedure which acts are drafted once they are known to be needed, or asked for by name.

        Those of a way that is not the one drafted say so.
        """
        for procedure in dict.fromkeys(procedure_of(each.act) for each in found):
            own = [each for each in found if procedure_of(each.act) == procedure]
            acts = list(dict.fromkeys(each.act for each in own))
            title = capital(self.voice.say(self.case.base.title_of(procedure)))
            way = self._ways.instead.get(procedure)
            instead = self.voice.say(self.case.base.title_of(way)) if way is not None else ""
            key = "draft.other-way" if way is not None else "draft.on-request"
            said = self.voice.phrase(key, title=title, n=len(acts), acts=acts, way=instead)
            yield LeftOut(own[0].key, own[0].act, said, way is not None)

    def _title(self, wanted: Wanted) -> str:
        """Name a draft; a note bears the name of the act that it goes with."""
        filling = self._filling(wanted)
        title = filling.text(self.case.base.templates[wanted.key].title)
        if wanted.other is None:
            return title
        other = filling.text(self.case.base.templates[wanted.other].title)
        return self.voice.phrase("draft.note-of", note=title, act=other)

    def _file(self, wanted: Wanted) -> str:
        """Name the file of a draft, in short."""
        filling = self._filling(wanted)
        templates = [self.case.base.templates[key] for key in (wanted.key, wanted.other) if key is not None]
        named = [filling.text(template.file or template.title) for template in templates]
        title = named[0] if len(named) == 1 else self.voice.phrase("draft.note-file", note=named[0], act=named[1])
        return file_name(title, self._called(wanted, filling))

    def _called(self, wanted: Wanted, filling: Filling) -> str:
        """Say for whom a file is, where there is one for each."""
        if wanted.member is None:
            return ""
        if wanted.member != NEWCOMER:
            return entity_name(self.case, MEASURED, wanted.member)
        if (name := of_newcomer(self.case, f"{MEASURED}.name")) is not None:
            return str(name.value)
        joins = self.case.base.blanks[filling.newcomer].joins if filling.newcomer is not None else None
        return self.voice.say(joins.called) if joins is not None else ""

    def _filling(self, wanted: Wanted, subject: str = "") -> Filling:
        return self._filled(wanted, self._day(wanted), subject)

    def _filled(self, wanted: Wanted, day: date, subject: str = "") -> Filling:
        template = self.case.base.templates[wanted.other or wanted.key]
        return Filling(
            self.case, self.voice, self.plan, wanted.act, day, self._steps, subject, self.territory, wanted.member,
            staying=procedure_of(wanted.act) in template.staying, opening=wanted.act in template.opens,
            beside=wanted.act in template.apart and wanted.act not in template.opens,
        )  # fmt: skip

    def _made(self, wanted: Wanted) -> Draft:
        templates = self.case.base.templates
        other = templates[wanted.other] if wanted.other is not None else None
        filling = self._filling(wanted)
        if other is not None:
            filling = self._filling(wanted, filling.text(other.in_note or other.subject or other.title))
        laying = Laying(templates[wanted.key], filling, wanted.task, other)
        parts = tuple(laying.lines())  # while they are laid out, what they lack is found
        return Draft(
            wanted.key, wanted.act, self._title(wanted), self._file(wanted), filling.day, laying.norms, parts,
            self.voice.say(self.case.base.title_of(wanted.act.partition("/")[0])),
            self._called(wanted, filling) or None, laying.certain, tuple(filling.lacking),
        )  # fmt: skip


def _occasion(template: ActTemplate, act: str) -> str:
    """Name what a template is drafted once for: the course, the procedure of an act, or the act."""
    if template.once:
        return ""
    return procedure_of(act) if template.once_each else act


def _apart(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Give drafts of the same name names of their own: that of their procedure is put after."""
    names = [draft.name for draft in drafts]
    found = [
        replace(draft, name=file_name(draft.title, draft.procedure)) if names.count(draft.name) > 1 else draft
        for draft in drafts
    ]
    taken: dict[str, int] = {}
    for place, draft in enumerate(found):
        taken[draft.name] = taken.get(draft.name, 0) + 1
        if taken[draft.name] > 1:
            found[place] = replace(draft, name=f"{draft.name} {taken[draft.name]}")
    return tuple(found)
