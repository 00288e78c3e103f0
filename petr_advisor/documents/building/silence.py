"""What a procedure under way does of those who do nothing: where silence leads, and the votes that no plan holds."""

from collections.abc import Collection, Iterable, Iterator

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.running import next_said
from petr_advisor.documents.building.votes import awaited_of, turns_of
from petr_advisor.documents.model_note import NoteVote
from petr_advisor.knowledge.options import Option
from petr_advisor.knowledge.procedures import Act
from petr_advisor.procedures.progress import Progress, State
from petr_advisor.words.typography import capital, no_capital

CARRIED: frozenset[State] = frozenset({"votes_acquired", "in_effect"})
"""States that are not those of what stays: where silence leads there, doing nothing does not keep what is."""


def goes_on(desk: Desk, options: Iterable[Option]) -> Iterator[str]:
    """Say what comes by itself of the procedures under way of some ways, and where it is elsewhere than to stay."""
    for found, said in _going_on(desk, options):
        yield desk.phrase("note.silence-leads", said=said) if _leads_elsewhere(found) else said


def leads_elsewhere(desk: Desk, options: Iterable[Option]) -> Iterator[str]:
    """Say the same of those alone that lead elsewhere than to stay."""
    for found, said in _going_on(desk, options):
        if _leads_elsewhere(found):
            yield desk.phrase("note.silence-leads", said=said)


def _going_on(desk: Desk, options: Iterable[Option]) -> Iterator[tuple[Progress, str]]:
    own = {name for option in options for name in option.procedures}
    for key, told in desk.consultation.progress.items():
        found = told.progress
        if found.next_change is not None and key in own:
            title = capital(desk.say(desk.base.title_of(key)))
            yield found, desk.labelled(title, no_capital(next_said(desk, found.acts, found)))


def _leads_elsewhere(found: Progress) -> bool:
    return found.next_change is not None and found.next_change.state in CARRIED


def votes_unplanned(desk: Desk, planned: Collection[str]) -> Iterator[NoteVote]:
    """Give the votes under way on what is asked about that no task of a plan is: their time runs all the same."""
    asked = desk.consultation.key_questions
    options = [option for option in desk.base.options.values() if option.answers in asked]
    own = {name for option in options for name in option.procedures}
    for procedure, told in desk.consultation.progress.items():
        for key, act in told.progress.acts.items() if procedure in own else ():
            task = f"{procedure}/{key}"
            if task not in planned and (awaited := awaited_of(desk, task)):
                yield from _vote(desk, told.progress, key, act, awaited)


def _vote(desk: Desk, found: Progress, key: str, act: Act, awaited: tuple[str, ...]) -> Iterator[NoteVote]:
    tally = found.marks[key].tally
    if tally is None or tally.until is None:
        return
    letter = desk.base.act(f"{found.procedure}/{key}").silence
    silence = desk.on_silence(act.silence_prudent or act.silence, letter)
    majority = desk.majority(act.majority)
    yield NoteVote(
        task=0,
        act=f"{found.procedure}/{key}",
        who=capital(desk.actor(act.who)),
        does=desk.say(act.does),
        way=capital(desk.say(desk.base.title_of(found.procedure))),
        how=tuple(capital(text) for text in (majority, silence) if text),
        silence=silence and capital(silence),
        when=" ".join(awaited),
        awaited=awaited,
        turns=tuple(turns_of(desk, f"{found.procedure}/{key}")),
        soonest=desk.consultation.as_of,
        latest=tally.until,
        certain=True,
        decides=True,
        citations=desk.cite(act.norms),
    )
