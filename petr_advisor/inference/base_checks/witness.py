"""Describe a completion of the facts in which something holds."""

from fractions import Fraction

from petr_advisor.inference.diagram_manager import Node
from petr_advisor.inference.diagrams import Diagrams
from petr_advisor.inference.facts import FactKey, Value
from petr_advisor.words.speech import both, told, verbatim
from petr_advisor.words.texts import Text

_SHOWN = 8
"""More facts than this tell a reader nothing."""


def describe(diagrams: Diagrams, node: Node) -> Text:
    """Give a few facts under which a diagram is true."""
    bits = diagrams.bdd.pick(node) or {}
    keys: dict[FactKey, int] = {}
    for bit, value in bits.items():
        key = diagrams.fact_of_bit[bit]
        place = int(bit.rpartition("#")[2])
        keys[key] = keys.get(key, 0) | int(value) << place
    shown: list[Text] = []
    for key, number in keys.items():
        cells = diagrams.cells(key[0])
        shown.append(_show(key[0], cells[min(number, len(cells) - 1)].representatives[0]))
    if not shown:
        return told("check.any-facts")
    more = "…" if len(shown) > _SHOWN else ""
    return both(lambda speech: speech.listed(shown[:_SHOWN], "comma") + more)


def _show(fact: str, value: Value) -> Text:
    """Write the value of a fact as in a file."""
    if isinstance(value, bool):
        return verbatim(f"{fact}: {'yes' if value else 'no'}")
    if isinstance(value, Fraction) and value.denominator > 1000:
        return told("check.about", fact=fact, value=f"{float(value):.2f}")
    return verbatim(f"{fact}: {value}")
