"""Acts that stand in several procedures: recorded in one, they are recorded in the others."""

from collections.abc import Iterator, Mapping

from petr_advisor.knowledge.procedures import Procedure


def same_acts(procedures: Mapping[str, Procedure]) -> dict[str, tuple[str, ...]]:
    """Give, by act (`procedure/act`), those that it is as well, in order; acts that are no other's are not there.

    Where an act may be one of several, its own record does not say which: it is none of them.
    """
    said: dict[str, dict[str, None]] = {}
    for act, names in _named(procedures):
        for name in names:
            said.setdefault(name, {})[act] = None
        if len(names) == 1:
            said.setdefault(act, {})[names[0]] = None
    return {act: tuple(other for other in _reached(said, act) if other != act) for act in said}


def _named(procedures: Mapping[str, Procedure]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, procedure in procedures.items():
        yield from ((f"{key}/{name}", act.same_as) for name, act in procedure.acts.items() if act.same_as)


def _reached(said: Mapping[str, Mapping[str, None]], act: str) -> Iterator[str]:
    seen, left = {act}, [act]
    while left:
        here = left.pop(0)
        yield here
        left += [other for other in said.get(here, ()) if other not in seen]
        seen.update(said.get(here, ()))
