"""The end of the body under study by the answers of a course, and the case as it is from then on."""

from collections.abc import Callable, Iterator

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CARRIED, CourseLine
from petr_advisor.consulting.curing import after_way
from petr_advisor.consulting.requirements import truth
from petr_advisor.consulting.succeeding import successors
from petr_advisor.knowledge.effects import Effect
from petr_advisor.knowledge.options import Option


def after_the_end(consultation: Consultation) -> Consultation | None:
    """Give the case once an answer that ends the body under study is carried out; None where none does."""
    return _after(consultation, ends_the_body)


def after_the_merger(consultation: Consultation) -> Consultation | None:
    """Give the case once an answer that makes one of the body under study and of others is carried out; else None."""
    return _after(consultation, _merges)


def _after(consultation: Consultation, made: Callable[[Consultation, Effect], bool]) -> Consultation | None:
    """Give the case once the first answer with such an effect is carried out; None where none has it."""
    for line in _carried_out(consultation):
        if line.option and any(made(line.case, effect) for effect in _effects(line.case, line.option.option)):
            return after_way(line.case, line.option)
    return None


def _carried_out(consultation: Consultation) -> Iterator[CourseLine[Consultation]]:
    """Give the lines of the course whose answer is carried out."""
    for line in consultation.course.lines:
        if line.option is not None and line.state in CARRIED and not line.shut and not line.waits_for_another:
            yield line


def _merges(_: Consultation, effect: Effect) -> bool:
    return effect.end_subject is not None and effect.end_subject.who == "merging"


def ends_the_body(case: Consultation, effect: Effect) -> bool:
    """Tell whether an effect is known to end the body under study, at once or once it is wound up."""
    of_the_subject = effect.end_subject is not None and effect.end_subject.who == "subject"
    return of_the_subject and (effect.when is None or truth(case, effect.when) is True)


def heir(consultation: Consultation) -> str | None:
    """Name the actor who takes the place of the body under study once an answer ends it; None where nobody does."""
    carried_out = ((line.question, line.option.id) for line in _carried_out(consultation) if line.option is not None)
    return next(successors(consultation, carried_out, "assets"), None)


def organ_of_the_body(case: Consultation, actor: str | None) -> bool:
    """Tell whether an actor is known to be an organ of the body under study."""
    when = case.base.actors[actor].of_the_body if actor is not None else None
    return when is not None and truth(case, when) is True


def _effects(case: Consultation, option: Option) -> tuple[Effect, ...]:
    return tuple(effect for name in option.procedures for effect in case.base.procedures[name].effects)
