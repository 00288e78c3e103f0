"""How sure the answer of a line of the course is, and what it lacks to be established."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from types import MappingProxyType
from typing import Literal, TypeVar, get_args

from petr_advisor.consulting.awaited import of_a_merger
from petr_advisor.consulting.blocked import told_by_votes, unblocking
from petr_advisor.consulting.breaches import TermOutcome
from petr_advisor.consulting.case import Case
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.disputing import disputed_under_way, points_of, turns
from petr_advisor.consulting.naming import names_of
from petr_advisor.consulting.outcomes import ActOutcome, OptionOutcome
from petr_advisor.consulting.requirements import may_concern
from petr_advisor.consulting.supposing import members_open, turning
from petr_advisor.consulting.weighing import LIVE
from petr_advisor.inference.diagram_manager import Node
from petr_advisor.inference.facts import FactKey
from petr_advisor.knowledge.base import READING_PREFIX
from petr_advisor.knowledge.options import WEIGHTS, Titled
from petr_advisor.knowledge.procedures import Procedure
from petr_advisor.procedures.under_readings import Told
from petr_advisor.words.texts import Text

C = TypeVar("C", bound=Case)

Label = Literal["supposed", "disputed", "to_confirm", "established"]
"""From the least sure to the surest: it rests on what is only supposed; another reading of a disputed point in force
changes it; something is still to be answered or checked; nothing is."""

_OPPOSED = frozenset({"against", "settled_against"})

ANSWERED = frozenset({"proposed", "running", "chosen", "done", "stay", "tied"})
"""States of a line that says something which may be more or less sure."""


@dataclass(frozen=True)
class Sureness:
    """How sure an answer is."""

    label: Label
    answers: tuple[FactKey, ...] = ()
    """Facts not known that can still change it."""
    norms: tuple[str, ...] = ()
    """Norms it rests on whose text was not read."""
    points: tuple[str, ...] = ()
    """Disputed points of which another reading in force changes it."""
    questions: tuple[str, ...] = ()
    """Key questions answered before it whose answer it rests on and is not established."""
    conditions: tuple[str, ...] = ()
    """Requirements of its options that are not met, and are to be made so first."""
    terms: tuple[TermOutcome, ...] = ()
    """Events by law beyond which its options do not last."""
    votes: tuple[str, ...] = ()
    """Procedures of its options whose votes are blocked by refusals that may, by the prudent reading, be taken back."""
    contested: tuple[str, ...] = ()
    """Procedures of its options in which members have refused, in a vote that may still carry or fail."""
    following: tuple[str, ...] = ()
    """Key questions answered after it whose answer it says to follow, and is not established."""
    supposed: Text | None = None
    """The « if » it rests on, where no other answer says that it will be so."""
    may_turn: bool = False
    """Whether the answer may still become another one, and not only the way to carry it out."""


def sureness(
    line: CourseLine[C],
    before: Mapping[tuple[str, str | None], Sureness],
    terms: Iterable[TermOutcome] = (),
    earlier: Sequence[CourseLine[C]] = (),
    progress: Mapping[str, Told] = MappingProxyType({}),
    today: Case | None = None,
) -> Sureness | None:
    """Tell how sure a line is, those before it being judged; None where it gives no answer.

    `terms` are the events by law of the case of today, `earlier` the lines before it, `progress` how far the procedures
    that have been started have come. What has no sense in the case of `today`, of a body that is not born, nobody can
    tell: it is not missing.
    """
    if line.state not in ANSWERED or line.shut:
        return None
    rests = {question for question, _ in line.after}
    under = [(key, sure) for (key, _), sure in before.items() if key in rests and sure.label != "established"]
    opened = [line.whatever] if line.once_answered and line.whatever else []
    opened += [*(open_one.question for open_one, _ in turning(line, earlier)), *members_open(line, earlier)]
    questions = tuple(dict.fromkeys((*(key for key, _ in under), *opened)))
    started = [progress[name] for option in line.options for name in option.option.procedures if name in progress]
    blocked = [told for told in started if told.progress.state == "blocked"]
    counted = told_by_votes(line.case, progress.values())
    sense = today.memory.applies if today is not None else line.case.memory.applies
    answers = tuple(key for key in missing_answers(line) if key[0] not in counted and sense(*key) is not False)
    freed = (other.point for told in blocked for other in unblocking(told))
    points = tuple(dict.fromkeys((*points_of(line), *disputed_under_way(line, progress), *freed)))
    norms = tuple(dict.fromkeys(norm for option in line.options for norm in _unread(line.case, option)))
    below = any(sure.may_turn for _, sure in under)
    turned = below or bool(answers or opened) or any(turns(line, point) for point in points)
    ended = tuple(term for term in terms if any(term.ends(option.id) for option in line.options))
    lacking = tuple(dict.fromkeys(found.key for option in line.options for found in option.lacking))
    label = _label(line, answers, norms, points, questions)
    votes = tuple(told.progress.procedure for told in blocked)
    contested = tuple(told.progress.procedure for told in started if _is_contested(told))
    label = "to_confirm" if (ended or lacking or votes or contested) and label == "established" else label
    return Sureness(
        label, answers, norms, points, questions, lacking, ended, votes, contested, supposed=line.supposed,
        may_turn=turned,
    )  # fmt: skip


def _is_contested(told: Told) -> bool:
    """Tell whether some have refused in a vote that is open: others may still carry it or have it fail."""
    tallies = (mark.tally for mark in told.progress.marks.values())
    return any(
        not _OPPOSED.isdisjoint(tally.standing.values())
        for tally in tallies if tally is not None and tally.state == "open"
    )  # fmt: skip


def of_the_same_acts(
    lines: Iterable[CourseLine[C]], found: Mapping[tuple[str, str | None], Sureness]
) -> dict[tuple[str, str | None], Sureness]:
    """Make answers that carry out the same procedure as sure as the least sure of them, which says what they lack.

    A point that is disputed of something else than what they share makes neither the less sure.
    """
    place = {(line.question, line.theme): line for line in lines if line.to_carry_out}
    carried = {
        key: frozenset(name for option in line.options for name in _procedures(line, option))
        for key, line in place.items()
    }
    joined = dict(found)
    for key, procedures in carried.items():
        base = place[key].case.base
        same = [
            found[other]
            for other, theirs in carried.items()
            if other in found and (shared := procedures & theirs)
            if key[0] == other[0] or _bears_on(found[other], (base.procedures[name] for name in shared))
        ]
        if key in found and same:
            joined[key] = min((found[key], *same), key=lambda sure: get_args(Label).index(sure.label))
    return joined


def _bears_on(sure: Sureness, shared: Iterable[Procedure]) -> bool:
    """Tell whether what an answer lacks is of procedures that it shares: what is disputed may be of others alone."""
    of_acts = {
        point
        for procedure in shared
        for act in procedure.acts.values()
        for point in (*procedure.disputed, *act.disputed, *act.by_reading)
    }
    return sure.label != "disputed" or not of_acts.isdisjoint(sure.points)


def resting_on(
    lines: Iterable[CourseLine[C]], found: Mapping[tuple[str, str | None], Sureness]
) -> dict[tuple[str, str | None], Sureness]:
    """Make no answer established that rests on one that is not: on its facts, or on what its procedures change."""
    judged = dict(found)
    earlier: list[CourseLine[C]] = []
    for line in lines:
        own = judged.get((line.question, line.theme))
        if own is not None and own.label == "established":
            ground = {question for question, _ in line.after}
            ground |= {before.question for before in earlier if _changes_ground(before, line)}
            under = tuple(key for (key, _), sure in judged.items() if key in ground and sure.label != "established")
            if under:
                questions = tuple(dict.fromkeys((*own.questions, *under)))
                judged[line.question, line.theme] = replace(own, label="to_confirm", questions=questions)
        earlier.append(line)
    return judged


def _changes_ground(before: CourseLine[C], line: CourseLine[C]) -> bool:
    """Tell whether what an earlier answer carries out changes what the procedures of a later one need unchanged."""
    known = line.case.base.procedures
    needed = {
        aspect
        for option in line.to_carry_out
        for name in option.option.procedures
        for aspect in (*known[name].needs_unchanged, *known[name].made_for)
    }
    altered = {
        each for option in before.to_carry_out for name in option.option.procedures for each in known[name].alters
    }
    return before.question != line.question and not needed.isdisjoint(altered)


def _procedures(line: CourseLine[C], option: OptionOutcome) -> Iterator[str]:
    """Give the procedures of an option, and those that its acts call one and all; an act not called for calls none."""
    known, left = line.case.base.procedures, list(option.option.procedures)
    while left:
        name = left.pop()
        yield name
        acts = known[name].acts if name in known else {}
        calling = (act.calls for key, act in acts.items() if act.calls and may_concern(line.case, f"{name}/{key}"))
        left += [each for calls in calling for each in calls.all]


def _label(
    line: CourseLine[C],
    answers: tuple[FactKey, ...],
    norms: tuple[str, ...],
    points: tuple[str, ...],
    questions: tuple[str, ...],
) -> Label:
    """Give the least sure of the labels that what is missing leads to."""
    if line.supposed or any(option.status == "undetermined" and not option.done for option in line.options):
        return "supposed"
    if points:
        return "disputed"
    return "to_confirm" if answers or norms or questions else "established"


def _unread(case: Case, option: OptionOutcome) -> Iterator[str]:
    found = case.base.norms
    yield from (norm for norm in option.rests_on if norm in found and found[norm].confidence != "verified")


# -- what is not known -----------------------------------------------------------------------------------------


def missing_answers(line: CourseLine[C]) -> Iterator[FactKey]:
    """Give the facts not known on which it turns whether the answer stays what it is, those that can be told today."""
    asked: dict[FactKey, None] = {}
    for node in _turning(line):
        for key in _unknown_in(line.case, node):
            asked |= dict.fromkeys(tuple(of_a_merger(line, key[0])) or _told_first(line.case, key))
    yield from asked


def _unknown_in(case: Case, node: Node) -> list[FactKey]:
    """Give the facts on which a diagram turns, none where it is settled."""
    found = case.situation.relevant(node) if case.situation.open(node) else ()
    return sorted(key for key in found if not key[0].startswith(READING_PREFIX))


def _told_first(case: Case, key: FactKey) -> Iterable[FactKey]:
    """Give a fact that applies; else what it hangs on, which leaves nothing to say of it or has it asked in turn."""
    if case.memory.applies(*key) is None and (before := _unknown_in(case, case.situation.diagrams.applies(key))):
        return chain.from_iterable(_told_first(case, other) for other in before if other != key)
    return (key,)


def _turning(line: CourseLine[C]) -> Iterator[Node]:
    """Give what the answer turns on: the statuses and arguments of the options that may pass before it, and its own."""
    diagrams = line.case.situation.diagrams
    compared = tuple(contenders(line))
    for option in compared:
        statuses = {} if option.done else diagrams.option(option.id)
        yield from (node for status, node in statuses.items() if status != "conditional")
    argued = (merit for option in compared for merit in option.merits if merit.holds is None)
    nodes = (diagrams.condition(merit.merit.when) for merit in argued)
    if len(compared) > 1 or not line.options:  # else nothing can pass before it, whatever its arguments come to be
        yield from nodes
    for option in line.options:
        if option.done is None:
            yield diagrams.condition(option.option.done)
        yield from (diagrams.condition(act.act.when) for act in _first_acts(option))
    yield from (diagrams.condition(name.when) for name in other_names(line))
    elsewhere = line.case.base.key_questions[line.question].elsewhere
    if elsewhere and elsewhere.question not in line.case.key_questions:
        yield from (diagrams.condition(elsewhere.when) for option in line.options if option.option.kind == "staying")


def other_names(line: CourseLine[C]) -> tuple[Titled, ...]:
    """Give the names that an answer to be carried out may have instead of its own: under another it is another act."""
    named = line.option is not None and line.state in {"proposed", "running"}
    return names_of(line.case, line.option.option).others if named and line.option else ()


def _first_acts(option: OptionOutcome) -> Iterator[ActOutcome]:
    """Give the acts that an option begins with, where it is not known whether they are needed; none only advised."""
    if not option.done:
        waiting = (act for act in option.acts if act.needed is None and not act.act.after)
        yield from (act for act in waiting if act.act.origin != "advice")


def contenders(line: CourseLine[C]) -> Iterator[OptionOutcome]:
    """Give the options of the answer, and those that might still pass before it."""
    answer = line.options or line.weighed
    least = (max if line.options else min)((_bounds(option)[1] for option in answer), default=())
    yield from line.options
    mine = {option.id for option in line.options}
    for option in line.weighed:
        if option.id not in mine and _bounds(option)[0] <= least and not option.rank[0]:
            yield option


def _bounds(option: OptionOutcome) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Give the best and the worst rank that an option may come to have."""
    best = [found for found in option.statuses if found in LIVE]
    if not best and not option.done:
        return option.rank, option.rank
    balance: dict[str, tuple[int, int]] = {}
    for weight in WEIGHTS:
        held = [found for found in option.merits if found.merit.weight == weight]
        sure = sum(1 if found.merit.for_ else -1 for found in held if found.holds)
        gain = sum(1 for found in held if found.holds is None and found.merit.for_)
        loss = sum(1 for found in held if found.holds is None and not found.merit.for_)
        balance[weight] = (sure + gain, sure - loss)
    status = {"open": 0, "conditional": 1}
    low = min((status[found] for found in best), default=0)
    high = max((status.get(found, 2) for found in option.statuses), default=0)
    named = {True: (0, 0), None: (0, 2), False: (2, 2)}[option.recommended]
    shut = 1 if high == 2 and not option.done else 0
    decisive, strong, slight = balance["decisive"], balance["strong"], balance["slight"]
    first = (0 if option.running and best else 1, 0 if option.running and option.status in LIVE else 1)
    return (
        (0, named[0], first[0], -decisive[0], low, -strong[0], -slight[0]),
        (shut, named[1], first[1], -decisive[1], high, -strong[1], -slight[1]),
    )
