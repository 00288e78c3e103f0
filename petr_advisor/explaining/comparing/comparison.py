"""Two consultations side by side: answers and conclusions that differ, and what makes the difference."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.left_with import unnamed_beside
from petr_advisor.consulting.outcomes import OptionOutcome, QuestionOutcome
from petr_advisor.consulting.ranking import MeritOutcome, Status
from petr_advisor.consulting.there_today import there_today
from petr_advisor.explaining.comparing.changes import (
    ActChange,
    AnswerChange,
    DutyChange,
    EntityChange,
    MeritChange,
    OptionChange,
    Place,
    ProposalChange,
    RequirementChange,
    Told,
)
from petr_advisor.explaining.comparing.norms import NormChange, norm_changes
from petr_advisor.inference.relevance import SHUT


@dataclass(frozen=True)
class Comparison:
    """What differs between two consultations."""

    before: Consultation
    after: Consultation
    answers: tuple[AnswerChange, ...]
    entities: tuple[EntityChange, ...]
    proposals: tuple[ProposalChange, ...]
    options: tuple[OptionChange, ...]
    duties: tuple[DutyChange, ...]

    @cached_property
    def norms(self) -> tuple[NormChange, ...]:
        """The norms behind what differs that begin or end between the two dates of law."""
        then, now = sorted((self.before, self.after), key=lambda consultation: consultation.as_of)
        return norm_changes(then, now, self._concerned())

    @property
    def nothing(self) -> bool:
        """Whether nothing differs."""
        return not (self.answers or self.entities or self.proposals or self.options or self.duties)

    def _concerned(self) -> dict[str, dict[str, None]]:
        """Give the norms behind what differs, each with what rests on it (`option:ID`, `requirement:KEY`…)."""
        found: dict[str, dict[str, None]] = {}

        def note(norms: Iterable[str], about: str) -> None:
            for norm in norms:
                found.setdefault(norm, {})[about] = None

        for option in self.options:
            if option.moved:
                note(option.option.norms, f"option:{option.id}")
            for requirement in option.requirements:
                note(requirement.requirement.norms, f"requirement:{requirement.key}")
                for _, cure in requirement.cures:
                    note(cure.cure.norms, f"cure:{cure.id}")
            for merit in option.merits:
                note(merit.merit.norms, f"merit:{merit.key}")
            for act in option.acts:
                note(act.act.norms, f"act:{act.key}")
        for duty in self.duties:
            note(duty.duty.rule.norms, f"duty:{duty.duty.id}")
        return found


def compare(a: Consultation, b: Consultation) -> Comparison:
    """Give what differs between two consultations; the rule base of the second is the first one's, or that one changed.

    A changed base (`checking.load` with an overlay) holds every name that the other does.
    """
    said = tuple(_answers(a, b)), tuple(_entities(a, b))
    return Comparison(a, b, *said, tuple(_proposals(a, b)), tuple(_options(a, b)), tuple(_duties(a, b)))


def then_and_now(consultation: Consultation, dates: Sequence[date]) -> tuple[Comparison, ...]:
    """Compare the same case at dates of law, each with the one before; AnswerError for a date out of range."""
    held = [consultation.on(day) for day in sorted(set(dates))]
    return tuple(compare(then, now) for then, now in pairwise(held))


# -- what was said ---------------------------------------------------------------------------------------------


def _answers(a: Consultation, b: Consultation) -> Iterator[AnswerChange]:
    mine, theirs = a.state.answers, b.state.answers
    alone = {change.id for change in _entities(a, b)}
    order = list(a.base.facts)
    for key in sorted(mine.keys() | theirs.keys(), key=lambda key: (order.index(key[0]), key[1] or "")):
        before, after = mine.get(key), theirs.get(key)
        asked = before is not None, after is not None
        values = before.value if before else None, after.value if after else None
        if key[1] not in alone and (values[0] != values[1] or asked[0] != asked[1]):
            yield AnswerChange(key, values[0], values[1], asked)


def _entities(a: Consultation, b: Consultation) -> Iterator[EntityChange]:
    for kind in dict.fromkeys((*a.state.lists, *b.state.lists)):
        mine, theirs = (found.ids if (found := c.state.lists.get(kind)) else () for c in (a, b))
        yield from (EntityChange(kind, of, gained=False) for of in mine if of not in theirs)
        yield from (EntityChange(kind, of, gained=True) for of in theirs if of not in mine)


# -- what follows ----------------------------------------------------------------------------------------------


def _proposals(a: Consultation, b: Consultation) -> Iterator[ProposalChange]:
    mine, theirs = ({(line.question, line.theme): line for line in each.course.lines} for each in (a, b))
    for key in dict.fromkeys((*mine, *theirs)):
        before, after = mine.get(key), theirs.get(key)
        change = ProposalChange(
            *key, before, after, tuple(told_as(c, line, key[0]) for c, line in ((a, before), (b, after)))
        )
        said = [(line.state, [option.id for option in line.options]) if line else None for line in (before, after)]
        if said[0] != said[1] or change.told[0] != change.told[1]:
            yield change


def told_as(case: Consultation, line: CourseLine[Consultation] | None, question: str) -> Told:
    """Give what an answer of the course to a key question is told as: its state, where that says it all."""
    if line is None:
        return "unanswered" if question in case.key_questions else "not_asked"
    if line.state == "done" and not there_today(case, line):
        return "included"  # one that the answers before it bring, and that is not there yet
    return "stay_beside" if unnamed_beside(case, line) else line.state


def _options(a: Consultation, b: Consultation) -> Iterator[OptionChange]:
    questions = tuple(dict.fromkeys((*a.key_questions, *b.key_questions)))
    outcomes = [{found.id: found for found in c.outcomes} for c in (a, b)]
    for question in questions:
        if not all(question in found for found in outcomes):
            continue
        places = [_places(found[question]) for found in outcomes]
        for key, option in b.base.options.items():
            if option.answers == question:
                before, after = (found[question].option(key) for found in outcomes)
                change = OptionChange(
                    key, option, _status(before), _status(after), (places[0].get(key), places[1].get(key)),
                    tuple(_requirements(before, after)), tuple(_merits(before, after)), tuple(_acts(before, after)),
                )  # fmt: skip
                if change.moved or change.requirements or change.merits or change.acts:
                    yield change


def _status(found: OptionOutcome | None) -> Status:
    return found.status if found else "not_in_force"


def _places(found: QuestionOutcome) -> Mapping[str, Place]:
    """Give the place of each route that is not closed; those that compare equal share theirs: 3, 3, then 5."""
    live = [route for route in found.routes if not route.rank[0]]
    ranks = [route.rank for route in live]
    return {route.id: Place(ranks.index(route.rank) + 1, ranks.count(route.rank) > 1) for route in live}


def _requirements(a: OptionOutcome | None, b: OptionOutcome | None) -> Iterator[RequirementChange]:
    mine, theirs = ({found.key: found for found in each.requirements} if each else {} for each in (a, b))
    shut = not any(each and _live(each) for each in (a, b))
    for key in dict.fromkeys((*mine, *theirs)):
        before, after = mine.get(key), theirs.get(key)
        found = after or before
        states = before.state if before else None, after.state if after else None
        pairs = zip(before.cures, after.cures, strict=False) if before and after else ()
        cures = tuple((c, d) for c, d in pairs if (c.available, c.in_force) != (d.available, d.in_force))
        if shut or not {"unmet", "unknown"} & set(states):
            cures = ()
        if found and (states[0] != states[1] or cures):
            yield RequirementChange(key, found.requirement, states[0], states[1], cures)


def _merits(a: OptionOutcome | None, b: OptionOutcome | None) -> Iterator[MeritChange]:
    """Give the arguments that differ, of an option in play on both sides."""
    if a is None or b is None or not _live(a) or not _live(b):
        return
    mine: dict[str, MeritOutcome] = {found.key: found for found in a.merits}
    theirs: dict[str, MeritOutcome] = {found.key: found for found in b.merits}
    for key in dict.fromkeys((*mine, *theirs)):
        before, after = mine.get(key), theirs.get(key)
        found = after or before
        holds = before.holds if before else False, after.holds if after else False
        if found and holds[0] != holds[1]:
            yield MeritChange(key, found.merit, *holds)


def _acts(a: OptionOutcome | None, b: OptionOutcome | None) -> Iterator[ActChange]:
    """Give the acts of which something told differs, of an option in play on both sides."""
    if a is None or b is None or not _live(a) or not _live(b):
        return
    mine, theirs = {found.key: found for found in a.acts}, {found.key: found for found in b.acts}
    for key in dict.fromkeys((*mine, *theirs)):
        change = ActChange(key, mine.get(key), theirs.get(key))
        if change.sides[0] != change.sides[1]:
            yield change


def _live(found: OptionOutcome) -> bool:
    return found.status not in SHUT


def _duties(a: Consultation, b: Consultation) -> Iterator[DutyChange]:
    mine, theirs = {(found.id, found.of): found for found in a.duties}, {(f.id, f.of): f for f in b.duties}
    for key in dict.fromkeys((*mine, *theirs)):
        before, after = mine.get(key), theirs.get(key)
        told = [(found.presumed, found.deadline) if found else None for found in (before, after)]
        if told[0] != told[1]:
            yield DutyChange(before, after)
