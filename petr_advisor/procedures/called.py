"""An act of a procedure that other acts call: they may ask for another vote than it has by itself."""

from collections.abc import Iterable

from petr_advisor.knowledge.procedures import Act


def as_called(act: Act, key: str, callers: Iterable[Act]) -> Act:
    """Give an act (`procedure/act`) as the acts that call its procedure ask for it, or as it is by itself."""
    procedure, _, name = key.partition("/")
    for caller in callers:
        if caller.calls is not None and procedure in caller.calls.names and name in caller.in_call:
            disputed = tuple(dict.fromkeys((*act.disputed, *caller.disputed)))
            act = act.model_copy(update={"vote": caller.in_call[name], "disputed": disputed})
    return act
