"""Which of the things said cannot stand together: the smallest sets that leave no completion of the unknown facts."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce

from petr_advisor.inference.diagram_manager import Node
from petr_advisor.inference.diagrams import Diagrams
from petr_advisor.inference.facts import FactKey, Range, Value
from petr_advisor.inference.minimal_sets import minimal_sets


@dataclass(frozen=True)
class Statement:
    """What somebody's answer says of a fact; with no answer behind it, what is so anyway, such as the date."""

    answer: FactKey | None
    key: FactKey
    value: Value | Range


def contradictions(diagrams: Diagrams, statements: Iterable[Statement], limit: int) -> tuple[frozenset[FactKey], ...]:
    """Give the smallest sets of answers that exclude each other, by the conflicts or by what they say of one fact."""
    of_fact: dict[FactKey, list[Statement]] = {}
    for said in statements:
        of_fact.setdefault(said.key, []).append(said)
    tied = {diagrams.fact_of_bit[bit] for bit in diagrams.bdd.support(diagrams.sound())}
    of_fact = {key: found for key, found in of_fact.items() if key in tied or len(found) > 1}
    answers = sorted({said.answer for found in of_fact.values() for said in found if said.answer}, key=str)
    name_of = {answer: f"answer#{number}" for number, answer in enumerate(answers)}
    diagrams.bdd.declare(*name_of.values())
    node = _together(diagrams, of_fact, name_of)
    found = minimal_sets(~node, tuple(name_of.values()), limit)
    answer_of = {name: answer for answer, name in name_of.items()}
    return tuple(frozenset(answer_of[name] for name in names) for names in found)


def _together(diagrams: Diagrams, of_fact: dict[FactKey, list[Statement]], name_of: dict[FactKey, str]) -> Node:
    """Give the diagram of the sets of answers that leave a completion, on one variable for each answer.

    Facts are taken out one after the other, so that no diagram is on all of them and all answers at once.
    """
    bdd = diagrams.bdd
    node = diagrams.sound()
    keys = dict.fromkeys([*of_fact, *(diagrams.fact_of_bit[bit] for bit in sorted(bdd.support(node)))])
    for key in keys:
        for said in of_fact.get(key, ()):
            node &= _says(diagrams, said) | (~bdd.var(name_of[said.answer]) if said.answer else bdd.false)
        bits = {bit for bit in bdd.support(node) if diagrams.fact_of_bit.get(bit) == key}
        node = bdd.exist(bits, node) if bits else node
    return node


def _says(diagrams: Diagrams, said: Statement) -> Node:
    """Give the diagram of what a statement says."""
    return diagrams.among(said.key, diagrams.possible_cells(said.key[0], said.value))


def settles(diagrams: Diagrams, statements: Sequence[Statement], answers: Collection[FactKey], goal: Node) -> bool:
    """Tell whether some of the answers, with what is so anyway, are enough for something to hold in any case.

    Answers that say two values of one fact leave no case: of none everything would hold, also what nobody spoke of.
    """
    none = diagrams.bdd.false
    known = (_says(diagrams, said) for said in statements if said.answer is None or said.answer in answers)
    case = reduce(lambda a, b: a & b, known, ~none)
    return bool(case != none and case & ~goal == none)
