"""What a note tells of the plan around an act: the steps just before it, and those that its effect still takes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from petr_advisor.consulting.called import act_of
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.drafting.occasions import Occasions, procedure_of
from petr_advisor.drafting.recorded import Recorded
from petr_advisor.knowledge.procedures import Act
from petr_advisor.planning.model import Roadmap, Task
from petr_advisor.words.texts import Text
from petr_advisor.words.voice import Voice

MOST_AFTER = 5
"""Steps after an act that its note tells: the plan has them all."""


@dataclass(frozen=True)
class Around:
    """The steps of a plan around one of its acts."""

    case: Consultation
    plan: Roadmap
    steps: Sequence[Task]
    """The tasks of the plan, with those of the procedures that they call."""
    act: str
    """By `procedure/act`."""
    voice: Voice
    opening: bool = False
    """Whether it is told for a draft that comes before the act."""

    def before(self) -> tuple[str, ...]:
        """Say what comes just before, where the law asks for it."""
        found = self._found
        names = (*self._told(tuple(self._leading_to(found.id))), *self._by_caution) if found is not None else ()
        recorded = tuple(self._recorded())
        names = (*names, *self._followed, *(self._still_to_come if recorded else ()))
        tasks = sorted((self._tasks[name] for name in dict.fromkeys(names)), key=lambda task: task.held_from)
        if not any(self._act(task).vote for task in tasks):  # a text drawn up in it puts what others voted to work
            set_up = {act for actor in self.case.base.actors.values() for act in actor.set_up_by}
            callers = (self._tasks[name] for name in self._leading_to_callers() if name not in set_up)
            told = [task for task in callers if self._act(task).vote or task.id in self._effects(task.id)]
            tasks = [*(task for task in told if task not in tasks), *tasks]
        said = (*recorded, *self._said(tasks))
        return (*(said or self._said([self._tasks[name] for name in self._leading_to_callers()])), *self._opened)

    @property
    def _still_to_come(self) -> Iterator[str]:
        """Give the votes of its procedure, and the acts by which this takes effect, that come before the act.

        What is recorded as done is told apart: without these, the account would go from it straight to the last step.
        """
        for name in self._before(self.act) if self.act in self._tasks else ():
            if procedure_of(name) == procedure_of(self.act) and (
                self._act(self._tasks[name]).vote is not None or name in self._effects(self.act)
            ):
                yield name

    @cached_property
    def _followed(self) -> tuple[str, ...]:
        """Give the acts of the plan that the drafts of the act come after, though the act itself does not wait."""
        own = (each for each in self.case.base.templates.values() if self.act in each.acts)
        found = dict.fromkeys(name for each in own for name in each.follows)
        return tuple(name for name in found if name in self._tasks)

    @property
    def _by_caution(self) -> Iterator[str]:
        """Give the acts of other procedures that caution puts before the act, and the votes before these there."""
        for name in self.case.base.act_under(self.act, self.case.followed).after_others:
            if name in self._tasks:
                yield from (each for each in self._waits_for[name] if self._act(self._tasks[each]).vote)
                yield name

    @property
    def _opened(self) -> Iterator[str]:
        """Say what the drafts that open the act do, unless it is told before one of them."""
        if not self.opening:
            yield from self._opening_of(self.act)

    def _opening_of(self, act: str) -> Iterator[str]:
        """Say what the drafts that open an act do."""
        for template in self.case.base.templates.values():
            if template.step is not None and act in template.opens:
                yield self.voice.say(template.step)

    def _leading_to_callers(self) -> tuple[str, ...]:
        """Give what the acts that call its procedure wait for by law, where nothing in it comes before the act."""
        callers = [task.id for task in self._tasks.values() if procedure_of(self.act) in self._called_by(task)]
        found = dict.fromkeys(name for each in callers for name in self._leading_to(each))
        return tuple(sorted(found, key=lambda name: self._tasks[name].held_from))

    def _called_by(self, task: Task) -> tuple[str, ...]:
        calls = self._act(task).calls
        return tuple(calls.names) if calls is not None else ()

    def _leading_to(self, name: str) -> Iterator[str]:
        """Give what an act waits for by law, there or before what is no vote in its own procedure, and such votes.

        An act by which its procedure takes effect is told too, whatever comes between.
        """
        left, seen = [(each, True) for each in self._waits_for[name]], set[str]()
        while left:
            each, direct = left.pop(0)
            if each in seen:
                continue
            seen.add(each)
            act, own = self._act(self._tasks[each]), procedure_of(each) == procedure_of(name)
            told = direct or not own or each in self._effects(each)
            takes_effect = own and each in self._effects(each)  # by an order, if only of practice
            if (act.origin == "law" and told) or (own and act.vote is not None) or takes_effect:
                yield each
            if own and act.vote is None:
                left += [(before, False) for before in self._waits_for[each]]

    def _told(self, names: Sequence[str]) -> Sequence[str]:
        """Leave out of what comes before the act that who takes it was set up, where there is more to tell."""
        who = self.case.base.act_under(self.act, self.case.followed).who
        set_up = self.case.base.actors[who].set_up_by
        return [name for name in names if name not in set_up] or names

    def _recorded(self) -> Iterator[str]:
        """Say the acts of its procedure that come before it and are recorded with their day."""
        procedure, _, name = self.act.partition("/")
        acts = self.case.base.procedures[procedure].acts
        earlier, left = set[str](), [name]
        while left:
            new = [each for each in acts[left.pop()].after if each in acts and each not in earlier]
            earlier.update(new)
            left += new
        for key in acts:
            done = Recorded(self.case).of(f"{procedure}/{key}") if key in earlier else None
            if done is not None and done.on is not None:
                who = self._who(self.act, acts[key])
                yield self.voice.phrase("draft.step-done", who=who, does=acts[key].does, day=done.on)

    def after(self) -> tuple[str, ...]:
        """Say the acts that wait for it, and those between it and them, in order of time: the first ones.

        Of what comes before it, it is the first itself.
        """
        if self._found is None:
            return ()
        if self.opening:
            completing = [task for task in self._tasks.values() if self._found.id in task.completes]
            return self._said([self._found, *completing])
        act = self._found.id
        waiting = {name for name, after in self._follows.items() if act in after}
        ends = waiting | self._effects(self.act)
        then = [
            task for name, task in self._tasks.items()
            if name in waiting
            or (act in self._upstream(name) and any(name == each or name in self._upstream(each) for each in ends))
        ]  # fmt: skip
        then = [task for task in then if task.id not in self._held | self._instead and not self._is_failing(task)]
        ids = {task.id for task in then}
        put = {act for each in self.case.base.templates.values() if ids & set(each.acts) for act in each.also}
        then = [task for task in then if task.id not in put]  # what one of them puts to the same vote
        own = [task for task in then if procedure_of(task.id) == procedure_of(self.act)]
        votes = [task for task in self._own if act in self._before(task.id) and task.id not in self._followed]
        return self._first(own or then) or self._first(votes)

    def _is_failing(self, task: Task) -> bool:
        """Tell whether a step is there only if what is voted is refused: no vote in favour leads to it."""
        name = self.act.partition("/")[2]
        results = self._act(task).when_act if procedure_of(task.id) == procedure_of(self.act) else ()
        return any(each.act == name and each.result == "refused" for each in results)

    def _effects(self, act: str) -> set[str]:
        """Give the acts by which the procedure of an act takes effect."""
        procedure = procedure_of(act)
        named = {f"{procedure}/{key}" for key in self.case.base.procedures[procedure].effect_at}
        return self._tasks.keys() & named

    def _first(self, tasks: Sequence[Task]) -> tuple[str, ...]:
        found = sorted(tasks, key=lambda task: (task.held_from, len(self._upstream(task.id))))[:MOST_AFTER]
        said = (each for task in found for each in (*self._opening_of(task.id), *self._said([task])))
        return tuple(dict.fromkeys(said))

    @property
    def _own(self) -> Iterator[Task]:
        """The votes of its procedure, other than those that its draft holds."""
        for key, task in self._tasks.items():
            if procedure_of(key) == procedure_of(self.act) and key not in self._held and self._act(task).vote:
                yield task

    @cached_property
    def _held(self) -> frozenset[str]:
        """The other acts that the draft of this one holds: they are put to the same vote."""
        templates = self.case.base.templates.values()
        return frozenset(act for template in templates if self.act in template.acts for act in template.also)

    @property
    def _found(self) -> Task | None:
        return self._tasks.get(self.act)

    @cached_property
    def _tasks(self) -> dict[str, Task]:
        return {task.id: task for task in self.steps if not task.milestone}

    @cached_property
    def _waits_for(self) -> dict[str, tuple[str, ...]]:
        """What each act waits for; one of a procedure called, for those of its procedure.

        What waits for a day to watch waits for the acts of which it is the day.
        """
        held = {task.id for task in self.plan.tasks}
        named = {task.id: task.after if task.id in held else self._own_before(task) for task in self.steps}
        watched = {task.id for task in self.steps if task.milestone}

        def acts(names: Sequence[str]) -> Iterator[str]:
            for each in names:
                yield from acts(named[each]) if each in watched else [each] if each in self._tasks else []

        return {name: tuple(dict.fromkeys(acts(named[name]))) for name in self._tasks}

    def _own_before(self, task: Task) -> tuple[str, ...]:
        return tuple(f"{procedure_of(task.id)}/{key}" for key in self._act(task).after)

    @cached_property
    def _follows(self) -> dict[str, tuple[str, ...]]:
        """What each act waits for, with what it would wait for in its procedure but that may not take place."""
        found = {}
        for name, waited in self._waits_for.items():
            own = (f"{procedure_of(name)}/{key}" for key in self._act(self._tasks[name]).after)
            unsure = (each for each in own if each in self._tasks and not self._tasks[each].certain)
            found[name] = tuple(dict.fromkeys((*waited, *unsure)))
        return found

    @cached_property
    def _instead(self) -> frozenset[str]:
        """The acts of its procedure that may take its place: the same draft is of either, and neither is sure."""
        templates = [each for each in self.case.base.templates.values() if self.act in each.acts]
        own = {act for each in templates for act in each.acts if procedure_of(act) == procedure_of(self.act)}
        sure = self._found is None or self._found.certain
        return frozenset(act for act in own & self._tasks.keys() if not sure and not self._tasks[act].certain)

    def _before(self, name: str) -> set[str]:
        """Give all that an act waits for, by whatever comes between."""
        return _all_before(name, self._waits_for)

    def _upstream(self, name: str) -> set[str]:
        """Give all that an act waits for, what may not take place among it."""
        return _all_before(name, self._follows)

    def _act(self, task: Task) -> Act:
        return act_of(self.case, task.id)

    def _who(self, key: str, act: Act) -> Text:
        return Occasions(self.case, self.plan, key, self.plan.start, tuple(self.steps)).who_acts(act.who)

    def _said(self, tasks: Sequence[Task]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._each(tasks)))

    def _each(self, tasks: Sequence[Task]) -> Iterator[str]:
        for task in tasks:
            act = self._act(task)
            asked = act.silence == "not_written" and act.vote is None and not act.consults
            if asked and not self.case.base.actors[act.who].set_up_by:
                continue  # the opinion of the staff: the act has it in view; that of a body of the PETR is a step
            said = {"who": self._who(task.id, act), "does": act.does}
            yield self.voice.phrase("draft.step" if task.certain else "draft.step-if", **said)


def _all_before(name: str, waits_for: Mapping[str, Sequence[str]]) -> set[str]:
    seen, left = set[str](), [name]
    while left:
        new = [each for each in waits_for[left.pop()] if each not in seen]
        seen.update(new)
        left += new
    return seen
