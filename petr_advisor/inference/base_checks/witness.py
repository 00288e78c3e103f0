"""Describe a completion of the facts in which something holds."""

from datetime import date
from fractions import Fraction

from petr_advisor.inference.diagram_manager import Node
from petr_advisor.inference.diagrams import Diagrams
from petr_advisor.inference.facts import FactKey, Value

_SHOWN = 8
"""More facts than this tell a reader nothing."""


def describe(diagrams: Diagrams, node: Node) -> str:
    """Give a few facts under which a diagram is true."""
    bits = diagrams.bdd.pick(node) or {}
    keys: dict[FactKey, int] = {}
    for bit, value in bits.items():
        key = diagrams.fact_of_bit[bit]
        place = int(bit.rpartition("#")[2])
        keys[key] = keys.get(key, 0) | int(value) << place
    shown = []
    for key, number in keys.items():
        cells = diagrams.cells(key[0])
        shown.append(f"{key[0]}: {_show(cells[min(number, len(cells) - 1)].representatives[0])}")
    return ", ".join(shown[:_SHOWN]) + ("…" if len(shown) > _SHOWN else "") if shown else "any facts"


def _show(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Fraction):
        return f"about {float(value):.2f}" if value.denominator > 1000 else str(value)
    return value.isoformat() if isinstance(value, date) else str(value)
