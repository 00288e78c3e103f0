"""Yes and no as a person types them, in either language, in full or by the first letter: read here and nowhere else."""

from functools import lru_cache

from petr_advisor.territory.names import fold
from petr_advisor.words.speech import told


def yes_or_no(typed: str) -> bool | None:
    """Give what was meant; None where it is neither."""
    said = fold(typed)
    return next((value for value in (True, False) if said in _words(value=value)), None)


@lru_cache
def _words(*, value: bool) -> frozenset[tuple[str, ...]]:
    text = told("yes" if value else "no")
    whole = [fold(word) for word in (text.fr, text.en)]
    return frozenset([*whole, *((first[0],) for first, *_ in whole)])
