"""What waits for what: tasks put one after the other, or beside."""

from collections.abc import Sequence
from dataclasses import replace

from petr_advisor.planning.delays import runs_from_effect
from petr_advisor.planning.model import Outline

OPINIONS = "petr.project.opinions"
"""The norm by which the mayors' conference and the development council give their opinion."""
TOGETHER = (
    frozenset({"petr.project.scot-compatibility", "petr.project.pnr-compatibility", "petr.pnr.coordination-agreement"}),
    frozenset({"petr.project.approval", "petr.project.association-departement-region"}),
)
"""First norms of steps that need not wait for one another: fitting the text to other plans, approving it."""


def following(outline: Outline, previous: str | None) -> Outline:
    """Let a task wait for one other, or for none."""
    return replace(outline, after=(previous,) if previous else ())


def in_sequence(outlines: Sequence[Outline], effect: str | None, first_after: str | None = None) -> list[Outline]:
    """Put tasks in sequence, no phase before an earlier one; what runs from the date of effect waits for that only.

    Nothing waits for a task that may not be needed.
    """
    chained: list[Outline] = []
    past_effect = False
    previous: tuple[str, ...] = (first_after,) if first_after else ()
    group: frozenset[str] | None = None
    start_of_group: tuple[str, ...] = ()
    for outline in outlines:
        together = next((each for each in TOGETHER if set(outline.norms[:1]) & each), None)
        if together is None or together is not group:
            group, start_of_group = together, previous
        after = previous if group is None else start_of_group
        if outline.running:
            after = ()  # its delay runs already: it waits for nothing, and the next act waits for both
        elif effect and past_effect and outline.duration.runs_from == "effect":
            after = (effect,)
        phase = max(outline.phase, chained[-1].phase) if chained else outline.phase
        chained.append(replace(outline, phase=phase, after=after))
        if not outline.aside:
            kept = previous if outline.running else tuple(each for each in previous if each not in after)
            previous = (outline.id,) if group is None and not outline.running else (*kept, outline.id)
        past_effect = past_effect or outline.id == effect
    return chained


def heard(project: Sequence[Outline], bodies: Sequence[Outline]) -> list[Outline]:
    """Let the first opinion on the project wait for the bodies that give it."""
    first = next((each.id for each in project if OPINIONS in each.norms), None)
    waits = tuple(body.id for body in bodies)
    return [replace(each, after=(*each.after, *waits)) if each.id == first else each for each in project]


def beside(outline: Outline, effect: str | None, start_of_steps: str | None) -> Outline:
    """Put a duty that no step carries beside the steps: after the date of effect when it says so."""
    return following(outline, effect if effect and runs_from_effect(outline.words) else start_of_steps)
