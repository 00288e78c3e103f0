"""Tasks drafted from the steps of an option and from duties, each after the ones it waits for."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.duties import DutyOutcome
from petr_advisor.consulting.outcomes import ActOutcome, CureOutcome, OptionOutcome
from petr_advisor.explaining.tree import said
from petr_advisor.planning.chains import beside, following, heard, in_sequence
from petr_advisor.planning.delays import read_day
from petr_advisor.planning.model import EVOLUTION, FORM, PETR, PROJECT_QUESTION, Outline, Phase
from petr_advisor.planning.outlining import Outlining, runs
from petr_advisor.planning.schedule import schedule
from petr_advisor.planning.twelve_months import APPROVAL, TWELVE_MONTHS
from petr_advisor.words.texts import Text

EFFECT_NORMS = frozenset(
    {
        "petr.transform.voluntary-order",
        "petr.creation.prefect-approval",
        "petr.art79.order",
        "evo.route.merger.effects",
    }
)
"""The last step that rests on one of these norms makes the option take effect."""
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

    outlining: Outlining
    start: date

    @property
    def consultation(self) -> Consultation:
        """The case that is planned."""
        return self.outlining.consultation

    def of(self, outcome: OptionOutcome, others: Sequence[OptionOutcome]) -> Drafts:
        """Draft every task of the roadmap of an option, without its preparation where the law leaves no time for it."""
        done, left = self._split(outcome.acts)
        if done:
            return self._drafts(outcome, others, done, left, prepare=False)
        if any(map(runs, left)):
            return replace(self._drafts(outcome, others, done, left, prepare=False), unprepared="running")
        found = self._drafts(outcome, others, done, left, prepare=True)
        if not self._misses_a_legal_day(found, outcome.id):
            return found
        found = self._drafts(outcome, others, done, left, prepare=False)
        return replace(found, unprepared="past" if self._misses_a_legal_day(found, outcome.id) else "fixed")

    def _misses_a_legal_day(self, found: Drafts, option: str) -> bool:
        """Tell whether a step of the route would come after the day that the law fixes for it."""
        own = self.consultation.base.acts_of(option)
        steps = (task for task in schedule(found.outlines, self.start) if task.id in own)
        return any(task.due and task.due.origin == "law" and task.finish > task.due.day for task in steps)

    def _drafts(
        self,
        outcome: OptionOutcome,
        others: Sequence[OptionOutcome],
        done: tuple[Text, ...],
        left: Sequence[ActOutcome],
        *,
        prepare: bool,
    ) -> Drafts:
        draft = self.outlining.step
        planned = {norm for each in (outcome, *others) for found in each.acts for norm in found.act.norms}
        project = [step for other in others if _answers_project(other) for step in map(self.outlining.step, other.acts)]
        project = [step for step in project if step.norms[0] != YEARLY_REPORT]
        steps = [draft(step) for step in left if not project or step.act.norms[0] != TWELVE_MONTHS]
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
        aside = [beside(self.outlining.duty(duty), effect, start_of_steps) for duty in apart]
        approved = next((step.id for step in reversed(chained) if step.phase == 2 and not step.aside), None)
        aside = [following(each, approved) if approved and each.phase > 1 else each for each in aside]
        outlines = sorted(
            [*chained, *aside, *self._third(others, chained, aside, planned, advised=petr)],
            key=lambda outline: outline.phase,
        )
        also = tuple(other.option.title for other in others if other.acts)
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

    def _split(self, steps: Sequence[ActOutcome]) -> tuple[tuple[Text, ...], Sequence[ActOutcome]]:
        """Set apart the steps before a delay that already runs, and that one too when it has run out."""
        running = [n for n, found in enumerate(steps) if runs(found)]
        if not running:
            return (), steps
        deadline = steps[running[-1]].deadline
        first = running[-1] + (1 if deadline and deadline < self.start else 0)
        done = (self.outlining.step(found) for found in steps[:first] if found.needed)
        return tuple(said(step.who, step.does) for step in done), steps[first:]

    def _cures(self, outcome: OptionOutcome) -> Iterable[Outline]:
        """Draft an act for each condition that is not met: the first that can be done, else the first that may be.

        One that rests on the same norm as a step is that step, unless it takes members out.
        """
        planned = {norm for step in outcome.acts for norm in step.act.norms}
        chosen: dict[str, CureOutcome] = {}
        for requirement in outcome.requirements if outcome.status == "conditional" else ():
            live = [cure for cure in requirement.cures if cure.in_force and cure.available is not False]
            if requirement.state == "unmet" and live:
                found = next((cure for cure in live if cure.available), live[0])
                if found.cure.removes or not planned & set(found.cure.norms):
                    chosen.setdefault(found.id, found)
        for found in chosen.values():
            yield self.outlining.cure(found)

    def _with_cures(self, steps: list[Outline], cures: list[Outline]) -> list[Outline]:
        """Put the acts that meet what is lacking after the steps that prepare them, before all others."""
        prepared = (n for n, step in enumerate(steps) if self.outlining.topic(step.norms) not in PREPARING_TOPICS)
        place = next(prepared, len(steps))
        return [*steps[:place], *cures, *steps[place:]]

    def _duties(self, option: str) -> Iterable[DutyOutcome]:
        """Give the duties with a delay that arise on the way of an option, dates of the year apart."""
        for found in self.consultation.duties:
            deadline = found.rule.deadline
            if option in found.rule.options and found.rule.duty != "warning" and deadline is not None:
                day = read_day(deadline.text, self.start)
                if day is None or not day.seasonal:
                    yield found

    def _fold(self, steps: list[Outline], duties: Iterable[DutyOutcome]) -> tuple[list[Outline], list[DutyOutcome]]:
        """Put each duty into the step that rests on the same norm; also give those that have no such step."""
        apart: list[DutyOutcome] = []
        last = next((n for n, step in reversed([*enumerate(steps)]) if APPROVAL in step.norms and not step.aside), None)
        for found in duties:
            if last is not None and TWELVE_MONTHS in found.rule.norms:
                # The twelve months end with the last approval; they are not the time that one act takes.
                steps[last] = replace(steps[last], due=steps[last].due or self.outlining.duty(found).due)
                continue
            place = next((n for n, step in enumerate(steps) if set(step.norms) & set(found.rule.norms)), None)
            if place is None:
                apart.append(found)
                continue
            step, duty = steps[place], self.outlining.duty(found)
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
        base = self.consultation.base
        steps = (
            {act.norms[0]: (key, act) for key, act in base.acts_of(PHASES_OF).items()}
            if PHASES_OF in base.options
            else {}
        )
        found = (steps[norm] for norm in norms if norm in steps and norm not in planned)
        return [
            replace(self.outlining.step(ActOutcome(key, PHASES_OF, act, needed=True, deadline=None)), phase=phase)
            for key, act in found
        ]

    def _contracts(self, others: Iterable[OptionOutcome], last: str | None) -> Iterable[Outline]:
        """Draft the steps of the options retained for contracts and funding, one option beside the other."""
        for other in others:
            previous = last
            for found in other.acts:
                step = following(replace(self.outlining.step(found), phase=3), previous)
                previous = previous if step.aside else step.id
                yield step


def _answers_project(found: OptionOutcome) -> bool:
    return found.option.answers == PROJECT_QUESTION
