"""Whatever condition an entry holds, the checks read it: none is left out of the list of where they stand."""

from petr_advisor.knowledge.checks.conditions_used import conditions
from petr_advisor.knowledge.conditions import Condition
from petr_advisor.knowledge.entries import KINDS
from petr_advisor.knowledge.walking import parts
from tests.documents.conftest import real_base


def test_every_condition_of_the_base_is_checked() -> None:
    base = real_base()
    held = {
        (kind, key, path)
        for kind in KINDS
        for key, entry in getattr(base, kind).items()
        for path, found in parts(entry)
        if isinstance(found, Condition)
    }
    read = {(use.place.kind, use.place.key, use.place.path) for use in conditions(base)}
    assert held == read
