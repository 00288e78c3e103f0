"""Tasks drafted from the steps of an option and from duties, each after the ones it waits for."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from petr_advisor.consultation import Consultation
from petr_advisor.duties import DutyOutcome
from petr_advisor.explaining.tree import entity_name, said
from petr_advisor.knowledge.acts import Deadline
from petr_advisor.knowledge.texts import Text
from petr_advisor.outcomes import CureOutcome, OptionOutcome, StepOutcome
from petr_advisor.planning.chains import beside, following, heard, in_sequence
from petr_advisor.planning.delays import read_day, read_delay, read_due
from petr_advisor.planning.model import Delay, Outline, Phase
from petr_advisor.planning.schedule import schedule
from petr_advisor.planning.twelve_months import APPROVAL, TWELVE_MONTHS

EFFECT_NORMS = frozenset(
    {
        "petr.transform.voluntary-order",
        "petr.creation.prefect-approval",
        "petr.art79.order",
        "evo.route.merger.effects",
    }
)
"""The last step that rests on one of these norms makes the option take effect."""
PROJECT_TOPICS = frozenset({"territorial-project", "development-council"})
CONTRACT_TOPICS = frozenset(
    {
        "agreement-and-contracts",
        "contractualisation",
        "cofunding",
        "cper",
        "european-funds",
        "state-contracts",
        "state-grants",
    }
)
PREPARING_TOPICS = frozenset({"cures", "closed-syndicates", "open-syndicates"})
"""Topics of the steps in which the present syndicate prepares what its members lack."""
PHASES_OF = "change-in-eight-phases"
"""The option whose steps are the phases of a change, each resting first on a norm of its own."""
DIAGNOSIS = ("change.phase-0-mandate", "change.phase-1-diagnosis", "change.phase-2-scenarios")
"""Phases of a change that come before the steps of a route."""
WITHOUT_STEPS, WITHOUT_PROJECT = "change.phase-3-decision", "change.phase-4-project"
"""Phases that stand in for steps which the route does not have."""
CONTRACTS, SERVICES, EVALUATION = "change.phase-5-contracts", "change.phase-6-services", "change.phase-7-evaluation"
"""Phases that come after the territorial project."""
YEARLY_REPORT = "petr.project.annual-report"
"""The norm of a step that comes back each year, which the last phase of a change plans."""
FORM, PETR = "structure.legal_form", "petr"
"""The fact that says what the structure is, and the form that owes a territorial project."""
EVOLUTION = "evolution"
"""The key question whose options say what the structure becomes."""
PROJECT_QUESTION = "project"
"""The key question whose steps belong to the second phase."""
CONTRACT_QUESTIONS = ("contracts", "cper", "funding", "europe", "cofunding")
"""Key questions whose steps belong to the third phase."""


@dataclass(frozen=True)
class Drafts:
    """Tasks in an order in which none comes before one it waits for."""

    outlines: tuple[Outline, ...]
    effect: str | None
    done: tuple[Text, ...]
    also: tuple[Text, ...]
    """Options of other key questions whose steps were taken in."""
    cures: tuple[str, ...]
    """The tasks that make met what the option lacks."""
    unprepared: Literal["running", "fixed", "past"] | None = None
    """Why mandate, diagnosis and scenarios were left out: a legal delay runs, a legal day would be missed or is."""


@dataclass(frozen=True)
class Drafting:
    """Drafts the tasks of one option."""

    consultation: Consultation
    start: date
    planning: Delay
    """What stands in for a delay that nobody wrote."""

    def of(self, outcome: OptionOutcome, others: Sequence[OptionOutcome]) -> Drafts:
        """Draft every task of the roadmap of an option, without its preparation where the law leaves no time for it."""
        done, left = self._split(outcome.steps)
        if done:
            return self._drafts(outcome, others, done, left, prepare=False)
        if any(map(_runs, left)):
            return replace(self._drafts(outcome, others, done, left, prepare=False), unprepared="running")
        found = self._drafts(outcome, others, done, left, prepare=True)
        if not self._misses_a_legal_day(found, outcome.id):
            return found
        found = self._drafts(outcome, others, done, left, prepare=False)
        return replace(found, unprepared="past" if self._misses_a_legal_day(found, outcome.id) else "fixed")

    def _misses_a_legal_day(self, found: Drafts, option: str) -> bool:
        """Tell whether a step of the route would come after the day that the law fixes for it."""
        steps = (task for task in schedule(found.outlines, self.start) if task.id.partition("/")[0] == option)
        return any(task.due and task.due.origin == "law" and task.finish > task.due.day for task in steps)

    def _drafts(
        self,
        outcome: OptionOutcome,
        others: Sequence[OptionOutcome],
        done: tuple[Text, ...],
        left: Sequence[StepOutcome],
        *,
        prepare: bool,
    ) -> Drafts:
        planned = {norm for each in (outcome, *others) for found in each.steps for norm in found.step.norms}
        project = [step for other in others if _answers_project(other) for step in map(self._step, other.steps)]
        project = [step for step in project if step.norms[0] != YEARLY_REPORT]
        steps = [self._step(step) for step in left if not project or step.step.norms[0] != TWELVE_MONTHS]
        if len(steps) > 1:
            steps = [step for step in steps if step.norms[0] != YEARLY_REPORT]
        folded, apart = self._fold([*steps, *project], {found.id: found for found in self._duties(outcome.id)}.values())
        steps, project = folded[: len(steps)], folded[len(steps) :]
        bodies = [step for step in steps if project and step.phase == 2]
        steps = [step for step in steps if step not in bodies]
        before = self._advice(DIAGNOSIS, 1, planned) if prepare else []
        cures = [] if done else list(self._cures(outcome))
        steps = self._with_cures(steps or self._advice((WITHOUT_STEPS,), 1, planned), cures)
        effect = next((step.id for step in reversed(steps) if EFFECT_NORMS & set(step.norms)), None)
        petr = self._ends_as_petr(outcome)
        chained = in_sequence(
            [*before, *(steps if project or not petr else self._with_project(steps, planned))], effect
        )
        origin = effect or next((each.id for each in reversed(chained) if not each.aside), None)
        chained += [following(body, origin) for body in bodies]
        chained += heard(in_sequence(project, None, origin), bodies)
        start_of_steps = before[-1].id if before else None
        aside = [beside(self._duty(duty, None), effect, start_of_steps) for duty in apart]
        approved = next((step.id for step in reversed(chained) if step.phase == 2 and not step.aside), None)
        aside = [following(each, approved) if approved and each.phase > 1 else each for each in aside]
        outlines = sorted(
            [*chained, *aside, *self._third(others, chained, aside, planned, advised=petr)],
            key=lambda outline: outline.phase,
        )
        also = tuple(other.option.title for other in others if other.steps)
        return Drafts(tuple(outlines), effect, done, also, tuple(cure.id for cure in cures))

    def _ends_as_petr(self, outcome: OptionOutcome) -> bool:
        """Tell whether a PETR may act at the end: an option that makes another body, or none, leaves it nothing."""
        if outcome.option.answers != EVOLUTION:
            return True
        if FORM in outcome.option.makes:
            return outcome.option.makes[FORM] == PETR
        form = self.consultation.facts.get(FORM, None)
        return outcome.option.kind == "staying" and form is not None and form.value == PETR

    def _with_project(self, steps: Sequence[Outline], planned: Collection[str]) -> list[Outline]:
        """Put the advice on the territorial project before the contracts where no step speaks of it."""
        if any(step.phase == 2 for step in steps):
            return list(steps)
        place = next((n for n, step in enumerate(steps) if step.phase == 3), len(steps))
        return [*steps[:place], *self._advice((WITHOUT_PROJECT,), 2, planned), *steps[place:]]

    def _third(
        self,
        others: Iterable[OptionOutcome],
        chained: Sequence[Outline],
        aside: Sequence[Outline],
        planned: Collection[str],
        *,
        advised: bool,
    ) -> list[Outline]:
        """Draft what comes after the project: the contracts retained and the advice on them, meant for a PETR."""
        certain = [each for each in (*chained, *aside) if not each.aside]
        last = next((each.id for each in reversed(certain) if each.phase == 2), None)
        last = last or next((each.id for each in reversed(chained) if not each.aside), None)
        advice = [CONTRACTS, *([SERVICES] if "services" in self.consultation.key_questions else []), EVALUATION]
        advice = advice if advised else []
        contracts = (other for other in others if not _answers_project(other))
        return [
            *self._contracts(contracts, last),
            *(following(each, last) for each in self._advice(advice, 3, planned)),
        ]

    def _split(self, steps: Sequence[StepOutcome]) -> tuple[tuple[Text, ...], Sequence[StepOutcome]]:
        """Set apart the steps before a delay that already runs, and that one too when it has run out."""
        running = [n for n, found in enumerate(steps) if _runs(found)]
        if not running:
            return (), steps
        deadline = steps[running[-1]].deadline
        first = running[-1] + (1 if deadline and deadline < self.start else 0)
        done = (self._step(found) for found in steps[:first] if found.needed)
        return tuple(said(step.who, step.does) for step in done), steps[first:]

    def _step(self, found: StepOutcome) -> Outline:
        base, step = self.consultation.base, found.step
        ruled = self._ruled(found.key.partition("/")[0], step.norms)
        return Outline(
            id=found.key,
            phase=self._phase(found.key.partition("/")[0], step.norms),
            kind="step",
            who=base.actors[step.who].label,
            does=step.does,
            majority=base.majorities[step.majority].label if step.majority else None,
            silence=step.silence,
            note=step.note,
            documents=self._documents(step.documents),
            norms=step.norms,
            certain=found.needed is True or found.presumed,
            aside=found.needed is None and not found.presumed,
            supposed=found.presumed,
            duration=read_delay(step.deadline) or ruled or self.planning,
            words=step.deadline.text if step.deadline else ruled.words if ruled else None,
            due=read_due(step.deadline, found.deadline),
            running=_runs(found),
        )

    def _cures(self, outcome: OptionOutcome) -> Iterable[Outline]:
        """Draft an act for each condition that is not met: the first that can be done, else the first that may be.

        One that rests on the same norm as a step is that step, unless it takes members out.
        """
        planned = {norm for step in outcome.steps for norm in step.step.norms}
        chosen: dict[str, CureOutcome] = {}
        for requirement in outcome.requirements if outcome.status == "conditional" else ():
            live = [cure for cure in requirement.cures if cure.in_force and cure.available is not False]
            if requirement.state == "unmet" and live:
                found = next((cure for cure in live if cure.available), live[0])
                if found.cure.removes or not planned & set(found.cure.norms):
                    chosen.setdefault(found.id, found)
        for found in chosen.values():
            yield self._cure(found)

    def _with_cures(self, steps: list[Outline], cures: list[Outline]) -> list[Outline]:
        """Put the acts that meet what is lacking after the steps that prepare them, before all others."""
        prepared = (n for n, step in enumerate(steps) if self._topic(step.norms) not in PREPARING_TOPICS)
        place = next(prepared, len(steps))
        return [*steps[:place], *cures, *steps[place:]]

    def _cure(self, found: CureOutcome) -> Outline:
        base, cure = self.consultation.base, found.cure
        return Outline(
            id=f"cure/{found.id}",
            phase=2 if self._topic(cure.norms) in PROJECT_TOPICS else 1,
            kind="step",
            who=base.actors[cure.who].label,
            does=cure.title,
            majority=base.majorities[cure.majority].label if cure.majority else None,
            silence=cure.silence,
            note=cure.note,
            documents=self._documents(cure.documents),
            norms=cure.norms,
            certain=found.available is True,
            duration=read_delay(Deadline(text=cure.within)) or self.planning if cure.within else self.planning,
            words=cure.within,
            due=None,
        )

    def _phase(self, option: str, norms: Sequence[str]) -> Phase:
        """Give the phase of a step: that of its key question, else by the topic of its norms."""
        question = self.consultation.base.options[option].answers
        if question in CONTRACT_QUESTIONS:
            return 3
        return 2 if question == PROJECT_QUESTION or self._topic(norms) in PROJECT_TOPICS else 1

    def _ruled(self, option: str, norms: Sequence[str]) -> Delay | None:
        """Give the delay of a duty on the same way and the same norm, even while the answers do not say if it binds."""
        rules = (rule for rule in self.consultation.rules.rules.values() if rule.duty and option in rule.options)
        found = (rule for rule in rules if set(rule.norms) & set(norms) - {TWELVE_MONTHS})
        delays = (read_delay(rule.deadline) for rule in found)
        return next((delay for delay in delays if delay), None)

    def _duties(self, option: str) -> Iterable[DutyOutcome]:
        """Give the duties with a delay that arise on the way of an option, dates of the year apart."""
        for found in self.consultation.duties:
            deadline = found.rule.deadline
            if option in found.rule.options and found.rule.duty != "warning" and deadline is not None:
                day = read_day(deadline.text, self.start)
                if day is None or not day.seasonal:
                    yield found

    def _duty(self, found: DutyOutcome, phase: Phase | None) -> Outline:
        rule = found.rule
        assert rule.duty is not None and rule.to is not None and rule.who is not None  # noqa: S101, PT018 - a duty has them
        who = self.consultation.base.actors[rule.who].label
        if found.of is not None and rule.for_each is not None:
            name = entity_name(self.consultation, rule.for_each, found.of)
            who = Text(fr=f"{who.fr} ({name})", en=f"{who.en} ({name})")
        topic = self._topic(rule.norms)
        return Outline(
            id=found.id if found.of is None else f"{found.id}@{found.of}",
            phase=phase or (2 if topic in PROJECT_TOPICS else 3 if topic in CONTRACT_TOPICS else 1),
            kind=rule.duty,
            who=who,
            does=rule.to,
            majority=None,
            silence=rule.silence,
            note=rule.consequence,
            documents=self._documents(rule.documents),
            norms=rule.norms,
            certain=not found.presumed,
            aside=found.presumed,
            duration=read_delay(rule.deadline) or self.planning,
            words=rule.deadline.text if rule.deadline else None,
            due=read_due(rule.deadline, found.deadline),
        )

    def _fold(self, steps: list[Outline], duties: Iterable[DutyOutcome]) -> tuple[list[Outline], list[DutyOutcome]]:
        """Put each duty into the step that rests on the same norm; also give those that have no such step."""
        apart: list[DutyOutcome] = []
        last = next((n for n, step in reversed([*enumerate(steps)]) if APPROVAL in step.norms and not step.aside), None)
        for found in duties:
            if last is not None and TWELVE_MONTHS in found.rule.norms:
                # The twelve months end with the last approval; they are not the time that one act takes.
                steps[last] = replace(steps[last], due=steps[last].due or self._duty(found, None).due)
                continue
            place = next((n for n, step in enumerate(steps) if set(step.norms) & set(found.rule.norms)), None)
            if place is None:
                apart.append(found)
                continue
            step, duty = steps[place], self._duty(found, None)
            known = step.duration.origin != "assumption"
            steps[place] = replace(
                step,
                documents=tuple(dict.fromkeys([*step.documents, *duty.documents])),
                norms=tuple(dict.fromkeys([*step.norms, *duty.norms])),
                duration=step.duration if known else duty.duration,
                words=step.words if known or duty.duration.origin == "assumption" else duty.words,
                due=step.due or duty.due,
            )
        return steps, apart

    def _advice(self, norms: Iterable[str], phase: Phase, planned: Collection[str]) -> list[Outline]:
        """Draft phases of a change that no step plans, whether or not leading it is among the questions asked."""
        option = self.consultation.base.options.get(PHASES_OF)
        steps = {step.norms[0]: (number, step) for number, step in enumerate(option.steps)} if option else {}
        found = (steps[norm] for norm in norms if norm in steps and norm not in planned)
        return [
            replace(self._step(StepOutcome(f"{PHASES_OF}/{number}", step, needed=True, deadline=None)), phase=phase)
            for number, step in found
        ]

    def _contracts(self, others: Iterable[OptionOutcome], last: str | None) -> Iterable[Outline]:
        """Draft the steps of the options retained for contracts and funding, one option beside the other."""
        for other in others:
            previous = last
            for found in other.steps:
                step = following(replace(self._step(found), phase=3), previous)
                previous = previous if step.aside else step.id
                yield step

    def _documents(self, documents: Iterable[str]) -> tuple[Text, ...]:
        return tuple(self.consultation.base.documents[key].label for key in documents)

    def _topic(self, norms: Sequence[str]) -> str | None:
        found = self.consultation.base.norms.get(norms[0]) if norms else None
        return found.topic if found else None


def _answers_project(found: OptionOutcome) -> bool:
    return found.option.answers == PROJECT_QUESTION


def _runs(found: StepOutcome) -> bool:
    """Tell whether the delay of a step runs from an event whose day is known."""
    return found.deadline is not None and found.step.deadline is not None and found.step.deadline.after is not None
