"""Python's collector of circles runs between operations on diagrams, never within one.

dd makes a Python object for a node after CUDD has computed it and before CUDD is told that it is used. Making an object
may start Python's collector; where the circles that it frees hold diagrams, CUDD hears in between that nodes are no
longer used, those of the result among them. Nodes in use are then freed, and CUDD ends the process (« dead count !=
deleted », seen in a long run of random consultations). Circles cannot all be avoided: a screen, an error with its
frames. So the collector is put out where CUDD serves, and called here when no operation is under way; what is in no
circle, nearly everything, is freed at once as ever.
"""

import gc

DUE = 2_000_000
"""Objects made since the last look, after which a new one is worth its time: cases hold no circle, a look finds few."""
WHOLE = 10
"""One look in so many goes through everything; the others through what is young."""


class _Looks:
    """Whether looking is up to us, and how often it was done."""

    ours = False
    done = 0


def keep_between_operations() -> None:
    """Put Python's own collector out: from now on `collect_when_due` does its work."""
    _Looks.ours = True
    gc.disable()


def collect_when_due() -> None:
    """Free circles that nothing uses any more, if enough was made; to be called where no operation is under way."""
    if _Looks.ours and gc.get_count()[0] >= DUE:
        _Looks.done += 1
        gc.collect(2 if _Looks.done % WHOLE == 0 else 1)
