"""A day of the law that a plan has to keep, put in one language."""

from collections.abc import Sequence

from petr_advisor.documents import roadmap_words as words
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.second_hand import of_legal
from petr_advisor.documents.building.shortened import kept_said
from petr_advisor.documents.model_roadmap import CalledVote, LegalDayPart
from petr_advisor.planning import model as plans
from petr_advisor.planning.legal_days import LegalDay


def legal_part(
    desk: Desk, plan: plans.Roadmap, task: plans.Task, each: LegalDay, called: Sequence[CalledVote]
) -> LegalDayPart:
    """Put it so; `called` are the votes of procedures that its task calls."""
    state = words.state(each, plan, desk)
    return LegalDayPart(
        day=each.day,
        first=each.first if each.first < each.day else None,
        state=each.state,
        margin=each.margin,
        counted=each.counted,
        wished=each.wished,
        of_a_scheme=each.of_a_scheme,
        shorten=tuple(map(int, words.numbers(each.shorten, plan))),
        today=each.today,
        otherwise_said=words.other_day(each.otherwise, desk) if each.otherwise else None,
        otherwise_told=next(iter(words.otherwise(each, desk)), None),
        missed_otherwise=each.missed_otherwise,
        kept_said=kept_said(desk, task, each, called, state),
        second_hand=of_legal(desk, task.id, each),
        state_said=state,
        said=words.legal(each, plan, desk),
    )
