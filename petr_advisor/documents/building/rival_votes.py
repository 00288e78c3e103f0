"""Votes of a procedure called of which one alone is held, whoever holds it; on what it turns that a vote is needed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from petr_advisor.consulting.called import act_of
from petr_advisor.consulting.requirements import truth
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.model_roadmap import CalledVote
from petr_advisor.knowledge.conditions import AllOf, Condition, Literal, literals
from petr_advisor.knowledge.procedures import Act
from petr_advisor.planning.model import Task
from petr_advisor.words.typography import no_capital


def each_once(desk: Desk, called: Sequence[CalledVote], tasks: Mapping[int, Task]) -> Iterator[CalledVote]:
    """Give the votes that tasks only call; those that exclude each other as one, with all who may hold it."""
    told: set[str] = set()
    for vote in called:
        rivals = [other for other in called if other.task == vote.task and _excludes(desk, vote, other)]
        if vote.id in told:
            continue
        told |= {other.id for other in rivals}
        yield _as_one(desk, tasks[vote.task], vote, rivals) if rivals and _all_choices(desk, (vote, *rivals)) else vote


def turns_on(desk: Desk, act: str) -> str | None:
    """Name the one fact not known on which it turns that an act (`procedure/act`) is needed; None where they differ."""
    when = _act(desk, act).when
    facts = _unknown(desk, when.normal) if when is not None else ()
    return desk.say(desk.base.all_facts[facts[0]].label) if len(facts) == 1 else None


def _unknown(desk: Desk, condition: Condition) -> tuple[str, ...]:
    """Give the facts not known on which a condition turns; one that is asked once another is known comes after it."""
    found = dict.fromkeys(each.fact for each in literals(condition) if truth(desk.consultation, each) is None)
    return tuple(fact for fact in found if not _waits(desk, fact, found))


def _waits(desk: Desk, fact: str, others: dict[str, None]) -> bool:
    applies = desk.base.all_facts[fact].applies_when
    return applies is not None and any(each.fact in others for each in literals(applies))


def _as_one(desk: Desk, calling: Task, vote: CalledVote, rivals: Sequence[CalledVote]) -> CalledVote:
    """Give the first of votes that exclude each other, held by any of those who may: it is needed as soon as one is."""
    every = (vote, *rivals)
    who = desk.listed((vote.who, *(no_capital(other.who) for other in rivals)), "or")
    called = _act(desk, calling.id).calls
    sure = calling.certain and called is not None and vote.id.partition("/")[0] in called.all
    rest = [part for part in _parts(desk, vote) if part in _parts(desk, rivals[0])]
    return vote.model_copy(
        update={
            "who": who,
            "soonest": min(each.soonest for each in every),
            "latest": max(each.latest for each in every),
            "certain": sure and all(truth(desk.consultation, part) for part in rest),
        }
    )


def _excludes(desk: Desk, vote: CalledVote, other: CalledVote) -> bool:
    """Tell whether, of two votes of a procedure that nobody knows to be needed, one answer makes one of them needed.

    What follows them is the same: another way would have votes of its own.
    """
    if vote.id == other.id or vote.certain or other.certain:
        return False
    same = vote.id.partition("/")[0] == other.id.partition("/")[0]
    return same and _choice(desk, vote, other) is not None and _followed(desk, vote) == _followed(desk, other)


def _followed(desk: Desk, vote: CalledVote) -> frozenset[str]:
    procedure, _, name = vote.id.partition("/")
    return frozenset(key for key, act in desk.base.procedures[procedure].acts.items() if name in act.after)


def _choice(desk: Desk, vote: CalledVote, other: CalledVote) -> str | None:
    """Give the fact, not known, by which alone the conditions of two votes differ, each asking for one choice of it."""
    ours, theirs = _parts(desk, vote), _parts(desk, other)
    apart = [part for part in ours if part not in theirs], [part for part in theirs if part not in ours]
    facts = {part.fact for parts in apart for part in _choices(parts)}
    if [len(parts) for parts in apart] != [1, 1] or len(facts) != 1:
        return None
    return facts.pop() if truth(desk.consultation, apart[0][0]) is None else None


def _choices(parts: Iterable[Condition]) -> Iterator[Literal]:
    """Give the tests of conditions that ask for one choice of a fact."""
    yield from (each for each in parts if isinstance(each, Literal) and each.positive and len(each.test.values) == 1)


def _all_choices(desk: Desk, votes: Sequence[CalledVote]) -> bool:
    """Tell whether votes that exclude each other are all that there are: one of them is held, whatever is answered."""
    fact = str(_choice(desk, votes[0], votes[1]))
    kind = desk.base.all_facts[fact]
    choices = (each for vote in votes for each in _choices(_parts(desk, vote)))
    asked = {str(each.test.values[0]) for each in choices if each.fact == fact}
    return asked == ({"yes", "no"} if kind.type == "yes_no" else {*kind.choices})


def _parts(desk: Desk, vote: CalledVote) -> tuple[Condition, ...]:
    when = _act(desk, vote.id).when
    normal = when.normal if when is not None else None
    return normal.parts if isinstance(normal, AllOf) else tuple(filter(None, (normal,)))


def _act(desk: Desk, act: str) -> Act:
    return act_of(desk.consultation, act)
