"""The perimeters that PETRs really have are among those found, but where only the sea joins their members."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from petr_advisor.perimeters.exploring import ground
from petr_advisor.territory.enclosing import enclosed
from petr_advisor.territory.groupings import Bounds, groupings_around

ROOT = Path(__file__).parents[2]
SHARED = ROOT / ".." / "shared" / "data" / "petr-members-2022-inferred.csv"
SEA_BETWEEN = {"Pays d'Auray", "Marennes-Oléron", "Pays de Saint-Malo"}
"""Belle-Île and Oléron, where no land border leads; the mouth of the Rance."""

Perimeter = frozenset[str]


def real_cases() -> dict[Perimeter, str]:
    """Give the members of the real cases of the project, by SIREN, with the files that hold them."""
    found: dict[Perimeter, str] = {}
    for path in sorted((ROOT / "scenarios").glob("*/real/*.yaml")):
        for members in _members(yaml.safe_load(path.read_text(encoding="utf-8"))):
            sirens = frozenset(str(member.get("siren")) for member in members)
            if len(sirens) >= 2 and sirens <= ground().place.keys():
                found[sirens] = path.stem
    return found


def _members(node: Any) -> Iterator[Sequence[dict[str, Any]]]:
    if isinstance(node, dict):
        if isinstance(node.get("members"), list):
            yield node["members"]
        for below in node.values():
            yield from _members(below)


def is_found(perimeter: Perimeter) -> bool:
    """Tell whether a perimeter is among the groupings of its size around some of its members, without enclave."""
    land = ground()
    places = np.sort(land.places(sorted(perimeter)))
    around = places[: max(1, len(places) - 5)].tolist()
    found = groupings_around(land, around, (), Bounds(len(places), len(places)))
    same = found[(found == places).all(axis=1)] if len(found) else found
    return len(same) == 1 and not enclosed(land, same).any()


def test_the_real_cases_of_the_project() -> None:
    cases = real_cases()
    assert len(cases) > 20
    assert {name for sirens, name in cases.items() if not is_found(sirens)} <= {
        "saint-malo",
        "marennes-oleron",
        "auray",
    }


@pytest.mark.skipif(not SHARED.is_file(), reason="reads ../shared/data, which is not there")
def test_the_known_petrs() -> None:
    members: dict[str, set[str]] = {}
    with SHARED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            members.setdefault(row["petr_nom"], set()).add(row["epci_siren"])
    assert len(members) == 121
    missing = {name for name, sirens in members.items() if not is_found(frozenset(sirens))}
    assert len(missing) == 3
    assert all(any(known in name for known in SEA_BETWEEN) for name in missing)
