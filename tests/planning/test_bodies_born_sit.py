"""A body that a procedure creates has delegates elected and sits: nothing is decided for it by nobody."""

from collections.abc import Callable

from petr_advisor.knowledge.procedures import Act, Procedure
from tests.documents.conftest import real_base

ELECTED, AS_STATUTES_SAY = frozenset({"closed_syndicate", "petr", "pole"}), frozenset({"open_syndicate"})
"""Forms whose committee is made of delegates that the members elect; of those whom its statutes name."""
ELECTION = "election-absolute-majority"


def _creates(procedure: Procedure, forms: frozenset[str]) -> bool:
    """Tell whether a procedure creates a body of some forms."""
    return any(each.new_subject is not None and each.new_subject.form in forms for each in procedure.effects)


def _gives_the_scot(procedure: Procedure) -> bool:
    """Tell whether a procedure gives the SCoT to a body that it creates."""
    return any(each.bearer is not None and each.bearer.to == "new" for each in procedure.effects)


def _has(name: str, wanted: Callable[[Act], bool], seen: frozenset[str] = frozenset()) -> bool:
    """Tell whether a procedure, or one that it calls, near or far, has an act."""
    acts = real_base().procedures[name].acts.values()
    called = {each for act in acts if act.calls for each in act.calls.names} - seen
    return any(map(wanted, acts)) or any(_has(each, wanted, seen | called) for each in called)


def test_whatever_body_of_delegates_is_created_has_them_elected_and_sits() -> None:
    procedures = real_base().procedures
    of_delegates = {name for name, found in procedures.items() if _creates(found, ELECTED) or _gives_the_scot(found)}
    created = of_delegates | {name for name, found in procedures.items() if _creates(found, AS_STATUTES_SAY)}
    assert of_delegates
    assert not {name for name in of_delegates if not _has(name, lambda act: act.majority == ELECTION)}
    assert not {name for name in created if not _has(name, lambda act: act.takes == "installation")}
