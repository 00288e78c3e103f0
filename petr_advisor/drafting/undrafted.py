"""The acts of a course that no template drafts, as the table of contents names them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from petr_advisor.consulting.called import act_of
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.drafting.either import either_of
from petr_advisor.drafting.model import Without
from petr_advisor.drafting.occasions import Occasions, procedure_of
from petr_advisor.drafting.ways import Ways
from petr_advisor.knowledge.procedures import Act
from petr_advisor.planning.model import Roadmap, Task
from petr_advisor.planning.steps import same_acts
from petr_advisor.words.texts import Text
from petr_advisor.words.typography import no_capital
from petr_advisor.words.voice import Voice


@dataclass(frozen=True)
class Undrafted:
    """Names the acts of a plan that are not drafted."""

    case: Consultation
    plan: Roadmap
    voice: Voice
    steps: tuple[Task, ...]
    """The tasks of the plan, with those of the procedures that they call."""
    ways: Ways
    on_request: frozenset[str]
    """The acts that are drafted on request alone."""

    def found(self) -> tuple[Without, ...]:
        """Give the acts, with their procedures where those are a way that the answers choose.

        Those said in the same words are told apart by their procedures too.
        """
        found = tuple(self._without())
        said = [each.said for each, _ in found]
        chosen = {self.case.base.title_of(name) for name in self.ways.chosen}
        return tuple(
            self._of(each, title) if title in chosen or said.count(each.said) > 1 else each for each, title in found
        )

    def _act(self, task: Task) -> Act:
        return act_of(self.case, task.id)

    def _of(self, act: Without, procedure: Text) -> Without:
        named = no_capital(self.voice.say(procedure))
        return replace(act, said=self.voice.phrase("draft.act-of", act=act.said, procedure=named))

    def _who(self, task: Task, act: Act) -> Text:
        return Occasions(self.case, self.plan, task.id, task.held_from, self.steps).who_acts(act.who)

    def _without(self) -> Iterator[tuple[Without, Text]]:
        """Say the acts that no template drafts, with their procedures."""
        either = either_of(self.case, self._undrafted, self._act)
        for task in self._undrafted:
            act = self._act(task)
            said = self.voice.labelled(self.voice.say(self._who(task, act)), self.voice.say(act.does))
            late = (each.day for each in task.legal if each.soonest > each.day and not each.wished)
            if (missed := next(late, None)) is not None:
                said = self.voice.phrase("draft.act-due", act=said, day=missed)
            found = Without(task.held_from, said, task.certain, task.id in either)
            yield found, self.case.base.title_of(procedure_of(task.id))
        for task, first in self._set_apart():
            act = self._act(task)
            said = self.voice.labelled(self.voice.say(self._who(task, act)), self.voice.say(act.does))
            said = self.voice.phrase("draft.act-apart", act=said, day=task.held_from)
            yield Without(first.held_from, said, task.certain), self.case.base.title_of(procedure_of(task.id))

    def _set_apart(self) -> Iterator[tuple[Task, Task]]:
        """Give the acts whose text of their own is not the one drafted, with the first act by which they ask for it."""
        for template in self.case.base.templates.values():
            asks = [step for step in self.steps if step.id in template.acts]
            procedures = {procedure_of(step.id) for step in asks}
            callers = [task for task in self.plan.tasks if procedures & self._calls(task)]
            apart = [task for task in callers if task.id in template.set_apart]
            if asks and len(apart) < len(callers):
                yield from ((task, min(asks, key=lambda step: step.held_from)) for task in apart)

    def _calls(self, task: Task) -> set[str]:
        calls = self._act(task).calls if not task.milestone else None
        return {*calls.names} if calls is not None else set()

    @cached_property
    def _undrafted(self) -> tuple[Task, ...]:
        """The acts of the course and of what it calls that no template drafts, each once.

        What a letter asks for is drafted by whoever takes it; what is drafted on request alone is left out with the
        rest of its procedure. An act called that a task of the plan is, that task tells.
        """
        same = {act for act, _ in same_acts(self.case, self.plan)}
        templates = self.case.base.templates.values()
        held = {act for template in templates if not template.asks for act in (*template.acts, *template.also)}
        found = {task.id: task for task in reversed((*self.plan.tasks, *self.steps)) if not task.milestone}
        calling = {act for act, task in found.items() if self._act(task).calls is not None}
        aside = {act for act in found if act in self.on_request or procedure_of(act) in self.ways.instead}
        yearly = {act for act, task in found.items() if self._act(task).repeat == "yearly"}  # it has no day of its own
        tasks = (task for act, task in found.items() if act not in held | calling | aside | yearly | same)
        return tuple(sorted(tasks, key=lambda task: task.held_from))
