"""Why the counters of the header moved otherwise than by the question that was answered: progress is never a riddle."""

from petr_advisor.tui.evaluator import Evaluation
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text


def moved_counters(before: Evaluation, after: Evaluation, fact: str | None) -> tuple[Text, ...]:
    """Say how many more questions are to be settled, or how many fewer, and how many more refine, since the answer.

    `fact` is the one answered, none where something else was changed. That its own question is gone goes unsaid.
    """
    if before.consultation is after.consultation:  # only more details are wished for
        return ()
    first = _more(before, after, 1)
    own = after.consultation.base.checklist_of.get(fact or "", fact)
    gone = own in before.asks(1) and own not in after.asks(1)
    fewer = -first - gone if after.to_settle(1) else 0  # once none is left, that is said
    counts = {"progress.more": first, "progress.fewer": fewer, "progress.more-optional": _more(before, after, 2)}
    what = [told(key, count=count) for key, count in counts.items() if count > 0]
    if not what:
        return ()
    if fact is None:
        return (told("progress.moved-since", what=what),)
    return (told("progress.moved", fact=after.consultation.base.facts[fact].label, what=what),)


def _more(before: Evaluation, after: Evaluation, tier: int) -> int:
    return len(after.asks(tier)) - len(before.asks(tier))
