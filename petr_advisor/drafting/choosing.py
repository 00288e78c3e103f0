"""The acts of a plan that can be drafted, in order of time; those that cannot, and why."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.drafting.filling import Filling
from petr_advisor.drafting.laying import Laying
from petr_advisor.drafting.model import Draft, Drafts, LeftOut
from petr_advisor.drafting.names import file_name
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.knowledge.problems import nearest
from petr_advisor.knowledge.templates import ActTemplate
from petr_advisor.planning.model import Roadmap, Task
from petr_advisor.planning.network import DAY
from petr_advisor.planning.steps import act_of, steps
from petr_advisor.words.voice import Voice


@dataclass(frozen=True)
class Wanted:
    """A template used for a task of the plan, with the one that it goes with where it is a note."""

    key: str
    task: Task
    other: str | None = None

    @property
    def act(self) -> str:
        """The act of the task, by `procedure/act`."""
        return act_of(self.task)


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
        wanted = self._wanted if only is None else self._named(only)
        made = sorted((self._made(each) for each in wanted if self._usable(each)), key=lambda draft: draft.day)
        left_out = tuple(self._left_out(each) for each in wanted if each.other is None and not self._usable(each))
        return Drafts(_apart(tuple(made)), left_out, () if only else tuple(self._without()))

    @cached_property
    def _wanted(self) -> tuple[Wanted, ...]:
        """The templates of the tasks, each once in a procedure, then the notes that go with some."""
        found: dict[tuple[str, str], Wanted] = {}
        for task in steps(self.case, self.plan):
            for key, template in self.case.base.templates.items():
                if act_of(task) in template.acts:
                    found.setdefault((key, "" if template.once else task.id.partition("/")[0]), Wanted(key, task))
        return (*found.values(), *self._notes(tuple(found.values())))

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
        """Give the day of an act: the earliest; a letter leaves on the day after that of the act that it follows."""
        task = wanted.task
        letter = self.case.base.templates[wanted.key].kind == "letter"
        return min(task.ready + DAY, task.soonest) if letter else task.soonest

    def _usable(self, wanted: Wanted) -> bool:
        templates = (self.case.base.templates[key] for key in (wanted.key, wanted.other) if key is not None)
        return all(template.usable.covers(self._day(wanted)) for template in templates)

    def _left_out(self, wanted: Wanted) -> LeftOut:
        template = self.case.base.templates[wanted.key]
        period, day = self.voice.period(template.usable), self._day(wanted)
        said = self.voice.phrase("draft.left-out", title=self._title(wanted), period=period, day=day)
        return LeftOut(wanted.key, wanted.act, said)

    def _title(self, wanted: Wanted) -> str:
        """Name a draft; a note bears the name of the act that it goes with."""
        title = self.voice.say(self.case.base.templates[wanted.key].title)
        if wanted.other is None:
            return title
        other = self.voice.say(self.case.base.templates[wanted.other].title)
        return self.voice.phrase("draft.note-of", note=title, act=other)

    def _made(self, wanted: Wanted) -> Draft:
        templates = self.case.base.templates
        other = templates[wanted.other] if wanted.other is not None else None
        title = self.voice.say(other.title) if other is not None else ""
        filling = Filling(self.case, self.voice, self.plan, wanted.act, self._day(wanted), title, self.territory)
        template: ActTemplate = templates[wanted.key]
        laying = Laying(template, filling, wanted.task, other)
        named = self._title(wanted)
        return Draft(
            wanted.key, wanted.act, named, file_name(named), filling.day, laying.norms, tuple(laying.lines()),
            self.voice.say(self.case.base.title_of(wanted.act.partition("/")[0])),
        )  # fmt: skip

    def _without(self) -> Iterator[str]:
        drafted = {act for template in self.case.base.templates.values() for act in template.acts}
        for task in self.plan.tasks:
            if act_of(task) not in drafted and not task.milestone and not task.calls:
                yield self.voice.labelled(self.voice.say(task.who), self.voice.say(task.does))


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
