"""Answers that cannot be true together: which ones they are, so that a person knows what to change.

While there is a clash nothing is concluded: what would follow from impossible answers is worth nothing. Most are told
in the words of the rule base; whatever else its constraints exclude is found in the diagrams, and told by the names of
the facts.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.miscounted import miscounted
from petr_advisor.inference.completion import overridden
from petr_advisor.inference.contradictions import Statement, contradictions, settles
from petr_advisor.inference.facts import FactKey, Known
from petr_advisor.inference.justification import Proof
from petr_advisor.inference.working_memory import THE_TERRITORY
from petr_advisor.knowledge.conditions import literals
from petr_advisor.knowledge.vocabulary import Conflict
from petr_advisor.territory.measures import MEASURED, Hint
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text
from petr_advisor.words.voice import value_text

SHOWN = 3
"""How many sets of answers are told at once where the rule base has no words: correcting one may do for all."""


@dataclass(frozen=True)
class Clash:
    """An impossible combination met by a case."""

    id: str
    """The conflict of the rule base; where it has no words for the combination, the facts joined by `+`, or the fact
    that recorded votes deny."""
    message: Text
    """What is impossible, and what to check."""
    norms: tuple[str, ...]
    answers: tuple[FactKey, ...]
    """The answers it is made of, lists included, in the order in which they were given."""
    on_date: bool
    """Whether the date of the consultation is part of it."""


def clashes(case: Case) -> tuple[Clash, ...]:
    """Give the clashes of a case, each with its answers; those that have words first, and others when there is none."""
    if case.disowned:
        return tuple(_disowned(case, fact, hint) for fact, hint in case.disowned.items())
    if wrong := tuple(_miscounted(case, *found) for found in miscounted(case)):
        return wrong
    if measured := overridden(case.rules, case.memory.facts) if case.lists else {}:
        return tuple(_outlisted(case, key, found) for key, found in measured.items())
    if case.conflicts:
        return tuple(_declared(case, key) for key in case.conflicts)
    return tuple(_untold(case)) if case.situation.contradictory else ()


def _disowned(case: Case, fact: str, hint: Hint) -> Clash:
    """Tell an answer that the register or the map does not bear out; the list of members may be the wrong one."""
    kind = case.base.facts[fact]
    said = value_text(kind, case.state.answers[fact, None].value)
    known = [value_text(kind, value) for value in hint.among]
    message = told("clash.against-territory", label=kind.label, said=said, known=known, note=hint.note)
    lists = [name for name, found in case.base.facts.items() if found.entity == MEASURED]
    answers = tuple((name, None) for name in (fact, *lists))
    return Clash("+".join(sorted((fact, *lists))), message, kind.norms, answers, on_date=False)


def _miscounted(case: Case, answer: FactKey, act: str) -> Clash:
    """Tell an answer that sums up votes otherwise than they were recorded."""
    fact = answer[0]
    kind = case.base.facts[fact]
    said = value_text(kind, case.state.answers[answer].value)
    message = told("clash.against-votes", label=kind.label, said=said, act=case.base.act(act).does)
    return Clash(fact, message, kind.norms, (answer,), on_date=False)


def _outlisted(case: Case, key: FactKey, measured: Known) -> Clash:
    """Tell an answer that a list goes beyond, however much of it is still to come."""
    kind = case.base.facts[key[0]]
    said, known = (value_text(kind, each.value) for each in (case.memory.facts.known[key], measured))
    message = told("clash.against-list", label=kind.label, said=said, known=known)
    answers = _in_order(case, {key, *_behind(case, key, measured)})
    return Clash("+".join(sorted(fact for fact, _ in answers)), message, kind.norms, answers, on_date=False)


def _declared(case: Case, key: str) -> Clash:
    proof = case.justifications.proof(f"conflict:{key}:true", THE_TERRITORY)
    return _clash(case, key, set(_answers(case, proof)) if proof else set())


def _clash(case: Case, key: str, behind: set[FactKey]) -> Clash:
    """Tell a clash in the words of the rule base."""
    conflict = case.base.conflicts[key]
    return Clash(key, conflict.message, conflict.norms, _in_order(case, behind), _dated(case, conflict))


def _in_order(case: Case, behind: set[FactKey]) -> tuple[FactKey, ...]:
    given = [*case.state.answers, *((fact, None) for fact, kind in case.base.facts.items() if kind.entity)]
    return tuple(answer for answer in given if answer in behind)


def _dated(case: Case, conflict: Conflict) -> bool:
    return any(
        literal.test.dated or "calendar" in case.base.all_facts[literal.fact].given_by
        for literal in literals(conflict.when)
    )


def _answers(case: Case, proof: Proof) -> Iterator[FactKey]:
    """Give the answers at the leaves of a proof; what was measured of a list comes down to the list."""
    for node in proof.walk():
        if node.leaf and node.atom is not None and node.known is not None:
            of = node.scope.entity if case.base.all_facts[node.atom.fact].of else None
            yield from _behind(case, (node.atom.fact, of), node.known)


def _behind(case: Case, key: FactKey, known: Known) -> Iterator[FactKey]:
    """Give the answer behind what is known of a fact: itself, or the list of which it was measured."""
    if known.by != "measure":
        yield key
        return
    facts = case.base.facts
    summary = facts[key[0]].summary
    target = next(iter(summary.measure.values())) if summary else MEASURED
    entity = facts[target].of if target in facts else target
    yield from ((fact, None) for fact, found in facts.items() if found.entity == entity)


# -- what the rule base has no words for -----------------------------------------------------------------------


def _untold(case: Case) -> Iterator[Clash]:
    """Give the smallest sets of answers that exclude each other."""
    diagrams = case.situation.diagrams
    statements = tuple(_statements(case))
    words: dict[str, Clash] = {}
    for answers in contradictions(diagrams, statements, SHOWN):
        named = (
            key
            for key, conflict in case.base.conflicts.items()
            if settles(diagrams, statements, answers, diagrams.condition(conflict.when))
        )
        key = next(named, None)
        clash = _unnamed(case, set(answers)) if key is None else _clash(case, key, set(answers))
        words.setdefault(clash.id, clash)
    yield from words.values()


def _statements(case: Case) -> Iterator[Statement]:
    """Give what is known of the territory, each with the answer behind it; what a reading says is nobody's answer."""
    known = {key: found for key, found in case.memory.facts.known.items() if found.by != "reading"}
    for key, found in known.items():
        if case.base.all_facts[key[0]].of is None:
            sources = list(_behind(case, key, found)) if found.by in {"user", "register", "measure"} else []
            yield Statement(next(iter(sources), None), key, found.value)


def _unnamed(case: Case, behind: set[FactKey]) -> Clash:
    """Tell a clash by the names of its facts."""
    answers = _in_order(case, behind)
    message = told("clash.unnamed", labels=[case.base.facts[fact].label for fact, _ in answers])
    on_date = any(fact in case.compiled.aging for fact, _ in answers)
    return Clash("+".join(sorted(fact for fact, _ in answers)), message, (), answers, on_date)
