"""Why more questions are to be settled than before, or fewer: progress is never a riddle."""

from petr_advisor.consulting.asking import Asked, asked_as
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.to_find_out import Left
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text
from petr_advisor.words.voice import value_text


def progress_moved(before: Consultation, after: Consultation, fact: str | None) -> tuple[Text, ...]:
    """Say how many questions are new, how many others are settled, and how many more refine, since the answer.

    `fact` is the one answered, none where something else was changed. That its own question is gone goes unsaid; a new
    one is said even where one goes for it and the count stays.
    """
    if before is after:  # only more details are wished for
        return ()
    first, left = _asked(before), _asked(after)
    own = (after.checklists.get(fact or "", fact or ""), None)
    never_put = after.left.never_put - before.left.never_put if after.left.wanting else 0
    come = after.left.unasked - before.left.unasked
    if own in first.keys() - left.keys():  # that it goes from the ones to the others is no riddle
        come -= {fact}
    counts = {
        "progress.more": len(left.keys() - first.keys()),
        "progress.fewer": no_longer_to_settle(before, after, fact),
        "progress.more-to-find": len(come) - max(never_put, 0),
        "progress.fewer-to-find": len(before.left.unasked - after.left.unasked - {fact} - _put(after)),
        "progress.never-put": never_put,
        "progress.more-optional": after.left.optional - before.left.optional,
    }
    what = [told(key, count=count) for key, count in counts.items() if count > 0]
    if not what:
        return ()
    if fact is None:
        return (told("progress.moved-since", what=what),)
    kind, answer = after.base.facts[fact], after.state.answers.get((fact, None))
    if answer is None:  # a list, or what is said of each member
        return (told(_of_list(after, kind.entity), fact=kind.label, what=what),)
    if kind.type == "one_of" and answer.value is not None:  # it is in its own words: a short notice is read
        return (told("progress.moved-by-choice", value=value_text(kind, answer.value), what=what),)
    return (told("progress.moved-by", fact=kind.label, value=value_text(kind, answer.value), what=what),)


def _of_list(held: Consultation, entity: str | None) -> str:
    """Give how it is said why a list moved counters: one that is left is no answer in anybody's mind."""
    if entity is None or entity not in held.state.lists:
        return "progress.moved"
    listed = held.state.lists[entity]
    if listed is None:
        return "progress.not-listed"
    return "progress.moved" if listed.complete else "progress.not-complete"


def no_longer_to_settle(before: Consultation, after: Consultation, fact: str | None) -> int:
    """Count the questions that an answer leaves nothing to settle, but for its own."""
    own = (after.checklists.get(fact or "", fact or ""), None)
    return len(_asked(before).keys() - _asked(after).keys() - {own})


def with_never_put(known: Text, left: Left) -> Text:
    """Add to how many questions are no longer asked by themselves how many of them never were, and why."""
    if not left.never_put:
        return known
    return told("details.never-put-with" if left.wanting else "details.never-put", known=known, count=left.never_put)


def _put(held: Consultation) -> frozenset[str]:
    """Give the facts asked by themselves: one that was only to be checked before is told as a question more."""
    return frozenset(question.fact for question in held.agenda.questions if question.tier == 1)


def _asked(held: Consultation) -> dict[Asked, tuple[str, ...]]:
    """Give what is still asked by itself."""
    return asked_as(held.asked_in, (question for question in held.agenda.questions if question.tier == 1))
