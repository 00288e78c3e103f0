"""What the acts of a plan mend: remedies that are no procedure of their own, but acts of the way that needs them."""

from collections.abc import Callable, Iterable

from petr_advisor.planning.lines import Line
from petr_advisor.words.texts import Text


def remedies(found: Iterable[Line], told: Callable[[str], str]) -> dict[str, tuple[Text, ...]]:
    """Give, by act, the remedies that it carries out; `told` gives the act that is told in the place of another."""
    mended: dict[str, dict[Text, None]] = {}
    for line in found:
        needed = line.option.requirements if line.option is not None and line.option.status == "conditional" else ()
        for cure in (requirement.chosen.cure for requirement in needed if requirement.chosen is not None):
            for act in cure.acts:
                mended.setdefault(told(act), {})[cure.title] = None
    return {act: tuple(titles) for act, titles in mended.items()}
