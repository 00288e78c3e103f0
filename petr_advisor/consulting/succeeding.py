"""What the answers of a course do to what a body has: who succeeds it in that, how its area changes."""

from collections.abc import Iterable, Iterator

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.requirements import truth
from petr_advisor.knowledge.effects import Effect


def successors(case: Case, carried_out: Iterable[tuple[str, str]], what: str) -> Iterator[str]:
    """Give the actors to whom the options carried out (question, option) pass something of a body that they end."""
    for _, option in carried_out:
        for name in case.base.options[option].procedures:
            found = case.base.procedures[name].effects
            effects = tuple(each for each in found if each.when is None or truth(case, each.when) is True)
            for each in effects:
                ends = each.end_subject
                if ends is not None and ends.successor is not None and _moves(effects, what, ends.who):
                    yield ends.successor


def area_changes(case: Case, carried_out: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Give what the options carried out (question, option) do to the area of the SCoT that the body bears."""
    for _, option in carried_out:
        for name in case.base.options[option].procedures:
            for each in case.base.procedures[name].effects:
                area = each.scot_area
                if area is not None and area.bearer == "subject" and (each.when is None or truth(case, each.when)):
                    yield area.change


def _moves(effects: Iterable[Effect], what: str, from_: str) -> bool:
    return any(each.move is not None and (each.move.what, each.move.from_) == (what, from_) for each in effects)
