"""Acts that are done, or no longer to be done, since what comes after them has begun."""

from collections.abc import Collection, Iterator, Mapping

from petr_advisor.knowledge.procedures import Act
from petr_advisor.planning.situation import Situation
from petr_advisor.procedures.order import all_before


def ahead_of(acts: Mapping[str, Act], done: Collection[str]) -> frozenset[str]:
    """Give the acts that come before those done, and those to be done before one of them, however little."""
    found = all_before(acts, done)
    limits = {name: act.limit for name, act in acts.items() if act.limit is not None and act.limit.kind == "before"}
    by = {name for name, limit in limits.items() if limit.from_ in done and name not in done}
    return found | by


def out_of_date(
    read: Mapping[str, Act],
    kept: Collection[str],
    done: Collection[str],
    begun: Collection[str],
    effect_at: Collection[str],
) -> Iterator[str]:
    """Give the acts that no law asks for and that what came after has overtaken.

    What follows an effect still to come was done for reasons of its own, and overtakes nothing before it.
    """
    effects = {name for name in effect_at if name in kept}
    own = {name for name in done if effects.isdisjoint(all_before(read, (name,)))}
    return (name for name in ahead_of(read, {*own, *begun}) if read[name].origin != "law")


def overtaken_acts(situation: Situation, read: Mapping[str, Act], effect_at: Collection[str]) -> set[str]:
    """Give the acts done by now, since one that comes after them calls what runs, and nobody awaits them.

    What follows the effect may run for reasons of its own: only what leads there shows that the acts before are done.
    What the answers say is not done yet, and what comes before it, is still to come, though what runs went ahead of it.
    """
    leading = all_before(read, [each for each in effect_at if each in read]) | {*effect_at}
    calling = (name for name in read if name in leading or not effect_at)
    overtaken = all_before(read, [name for name in calling if _calls_what_runs(situation, read[name])])
    denied = {name for name in overtaken if _is_denied(situation, read[name])}
    still_to_come = denied | all_before(read, [*denied])
    return {name for name in overtaken - still_to_come if not _awaited(situation, read[name])}


def _is_denied(situation: Situation, act: Act) -> bool:
    """Tell whether the answers say that an act is not done."""
    return act.done is not None and situation.truth(act.done) is False


def _calls_what_runs(situation: Situation, act: Act) -> bool:
    """Tell whether an act consists of procedures of which one is under way, and so has begun."""
    found = situation.as_called(act)
    return act.calls is not None and any(found.under_way(called) for called in act.calls.names)


def _awaited(situation: Situation, act: Act) -> bool:
    """Tell whether an act is the same as one that a procedure under way still waits for."""
    named = (other.partition("/") for other in act.same_as)
    return any(
        situation.under_way(procedure) and not situation.marks(procedure)[own].over for procedure, _, own in named
    )
