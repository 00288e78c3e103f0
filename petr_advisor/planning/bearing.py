"""How two procedures of a plan bear on each other, and on bodies: one disturbs, calls, does or waits for the other."""

from collections.abc import Mapping

from petr_advisor.knowledge.procedures import Procedure


def disturbs(one: Procedure, other: Procedure) -> bool:
    """Tell whether one of two procedures changes what the other needs unchanged."""
    return not {*one.needs_unchanged}.isdisjoint(other.alters) or not {*one.alters}.isdisjoint(other.needs_unchanged)


def waits_on(after: Mapping[str, tuple[str, ...]], one: str, other: str) -> bool:
    """Tell whether a procedure waits for another, near or far."""
    return any(each == other or waits_on(after, each, other) for each in after.get(one, ()))


def calls(procedures: Mapping[str, Procedure], one: str, other: str) -> bool:
    """Tell whether one of two procedures calls the other, near or far: it then stands where it is called."""
    return _reached(procedures, one, other, frozenset()) or _reached(procedures, other, one, frozenset())


def does(procedures: Mapping[str, Procedure], one: str, other: str) -> bool:
    """Tell whether all that a procedure changes is changed by another one too, which calls the same procedures."""
    same = {*procedures[other].alters} and {*procedures[other].alters} <= {*procedures[one].alters}
    called = _called(procedures[other])
    return bool(same and called and called <= _called(procedures[one]))


def ends_in_another(procedure: Procedure) -> bool:
    """Tell whether bodies end by a procedure in a new one that takes their place."""
    ends = any(effect.end_subject is not None for effect in procedure.effects)
    return ends and any(
        effect.new_subject is not None and effect.new_subject.role == "new" for effect in procedure.effects
    )


def is_born(procedure: Procedure) -> bool:
    """Tell whether a body is born by a procedure that is nobody's of today."""
    return any(effect.new_subject for effect in procedure.effects) and not ends_in_another(procedure)


def _called(procedure: Procedure) -> set[str]:
    return {name for act in procedure.acts.values() if act.calls for name in act.calls.names}


def _reached(procedures: Mapping[str, Procedure], caller: str, called: str, seen: frozenset[str]) -> bool:
    names = _called(procedures[caller])
    left = (names & procedures.keys()) - seen
    return called in names or any(_reached(procedures, name, called, seen | left) for name in left)
