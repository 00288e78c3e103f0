"""Tell what follows from a case as plain data: options, the course, duties."""

from collections.abc import Iterator
from functools import cached_property

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.duties import DutyOutcome
from petr_advisor.consulting.outcomes import DisputedOutcome, OptionOutcome, QuestionOutcome
from petr_advisor.consulting.requirements import RequirementOutcome
from petr_advisor.documents.building.questions import answer_in_short
from petr_advisor.explaining.explanations import how
from petr_advisor.inference.atoms import Truth
from petr_advisor.inference.facts import FactKey
from petr_advisor.serving.teller import Teller
from petr_advisor.serving.told import (
    ActTold,
    ArgumentTold,
    DisputedTold,
    DutyTold,
    LineTold,
    OptionTold,
    QuestionOutcomeTold,
    RequirementTold,
    Status,
)

TRUTH = {True: "yes", False: "no", None: "unknown"}


class Conclusion:
    """Tells what follows from a consultation."""

    def __init__(self, teller: Teller) -> None:
        self.teller = teller
        self.consultation: Consultation = teller.consultation

    @cached_property
    def supposed(self) -> tuple[FactKey, ...]:
        """The facts that are only supposed."""
        return tuple(key for key, answer in self.consultation.state.answers.items() if answer.remark.supposed)

    def question(self, found: QuestionOutcome) -> QuestionOutcomeTold:
        """Tell every option of a key question."""
        base, teller = self.consultation.base, self.teller
        return QuestionOutcomeTold(
            id=found.id,
            title=teller.say(base.key_questions[found.id].title),
            routes=tuple(self.option(option) for option in found.routes),
            staying=tuple(self.option(option) for option in found.staying),
            absent={key: teller.period(period) for key, period in found.absent},
        )

    def option(self, found: OptionOutcome) -> OptionTold:
        """Tell an option."""
        teller, status = self.teller, status_of(found)
        return OptionTold(
            id=found.id,
            title=teller.say(found.option.title),
            summary=teller.say(found.option.summary),
            kind=found.option.kind,
            status=status,
            status_said=teller.status("undetermined" if status == "unknown" else status),
            prudent=tuple(sorted(found.statuses)),
            done=_truth(found.done),
            requirements=tuple(self._requirement(each) for each in found.requirements),
            arguments=tuple(
                ArgumentTold(
                    text=teller.say(each.merit.text),
                    favours=each.merit.for_ is not None,
                    weight=each.merit.weight,
                    holds=_truth(each.holds),
                    norms=teller.noting(each.merit.norms),
                )
                for each in found.merits
            ),
            acts=tuple(
                ActTold(
                    key=each.key,
                    who=teller.actor(each.act.who),
                    does=teller.say(each.act.does),
                    needed="yes" if each.needed else "unknown",
                    deadline=each.deadline,
                    norms=teller.noting(each.act.norms),
                )
                for each in found.acts
            ),
            disputed=tuple(self._disputed(each) for each in found.disputed),
            confidence=found.confidence,
            supposed=teller.facts(self._supposed_in(self.consultation, found.id)),
            norms=teller.noting(found.rests_on),
        )

    def _requirement(self, found: RequirementOutcome) -> RequirementTold:
        teller = self.teller
        live = (cure.cure for cure in found.cures if cure.in_force and cure.available is not False)
        return RequirementTold(
            key=found.key,
            title=teller.say(found.requirement.title),
            state=found.state,
            state_said=teller.say(found.word),
            cures=tuple(teller.say(cure.title) for cure in live),
            norms=teller.noting(found.requirement.norms),
        )

    def _disputed(self, found: DisputedOutcome) -> DisputedTold:
        point = self.consultation.base.disputed[found.point]
        return DisputedTold(
            point=found.point,
            question=self.teller.say(point.question),
            prudent=self.consultation.followed[found.point],
            prudent_course=self.teller.say(point.prudent_course),
            ask=self.teller.say(point.ask),
            readings={reading: tuple(sorted(statuses)) for reading, statuses in found.statuses},
            norms=self.teller.noting(point.norms),
        )

    def _supposed_in(self, case: Case, option: str) -> Iterator[FactKey]:
        """Give the supposed facts in the proof of an option."""
        proof = how(case, f"option:{option}") if self.supposed else None
        for found in proof.walk() if proof else ():
            if found.about in self.supposed:
                yield found.about

    # -- the course ------------------------------------------------------------------------------------------------

    def course(self) -> tuple[LineTold, ...]:
        """Tell what is proposed."""
        return tuple(self._line(line) for line in self.consultation.course.lines)

    def _line(self, line: CourseLine[Consultation]) -> LineTold:
        teller = self.teller
        sure = self.consultation.sureness.get((line.question, line.theme))
        short = answer_in_short(self.consultation, line.question, teller.language)
        supposed = tuple(key for option in line.options for key in self._supposed_in(line.case, option.id))
        return LineTold(
            question=line.question,
            theme=line.theme,
            state=line.state,
            options=tuple(option.id for option in line.options),
            said=short.decisions,
            sure="supposed" if supposed and sure else sure.label if sure else None,
            sure_said=short.sure,
            missing=teller.facts(sure.answers if sure else ()),
            supposed=teller.facts(supposed),
            disputed=sure.points if sure else (),
            unread=teller.noting(sure.norms) if sure else (),
            norms=teller.noting(norm for option in line.options for norm in option.rests_on),
        )

    # -- duties ----------------------------------------------------------------------------------------------------

    def duties(self) -> tuple[DutyTold, ...]:
        """Tell what is owed, allowed, forbidden, advised, to be feared."""
        return tuple(self._duty(found) for found in self.consultation.duties)

    def _duty(self, found: DutyOutcome) -> DutyTold:
        rule, teller = found.rule, self.teller
        assert rule.duty is not None  # noqa: S101 - the outcome of a duty
        return DutyTold(
            id=found.id,
            of=found.of,
            kind=rule.duty,
            who=teller.actor(rule.who),
            text=teller.maybe(rule.to) or "",
            holds="presumed" if found.presumed else "yes",
            deadline=found.deadline,
            confidence=found.confidence,
            disputed=tuple(dict.fromkeys(each.point for each in found.disputed)),
            norms=teller.noting(rule.norms),
        )


def status_of(found: OptionOutcome) -> Status:
    """Give the status of an option: `disputed` where another reading of the law gives another one."""
    if found.disputed:
        return "disputed"
    return "unknown" if found.status == "undetermined" else found.status


def _truth(found: Truth) -> str:
    return TRUTH[found]
