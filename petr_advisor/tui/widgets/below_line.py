"""What « yes » or « no » to a line of several values leaves to choose from, below the line itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from textual.content import Content

from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.lines import leaves
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.tui.evaluator import Evaluation
from petr_advisor.tui.widgets.hanging import Hanging
from petr_advisor.tui.widgets.rows import Row
from petr_advisor.typed.values import UNKNOWN
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import screen_voice

OTHERS = "others"
"""Stands for the choices that the territory and the other answers shut out, and for a figure that no member has."""
MOST = 9
"""The last figure: a line that leaves more than have one is asked by itself."""

Left = Mapping[bool, tuple[str, ...]]
"""The values that yes, and no, leaves to choose from below a line."""


@dataclass(frozen=True)
class Below:
    """The choices below a line: their figures go on after those of the lines, which keep theirs."""

    fact: str
    kind: FactType
    lines: int
    """How many lines there are."""
    keys: tuple[str, ...]
    """The values offered, then what stands for the others, and for « I do not know »."""
    every: tuple[str, ...]
    """The values that may be offered."""

    @property
    def figures(self) -> tuple[int, int]:
        """Give the first figure and the last."""
        return self.lines + 1, self.lines + len(self.keys) - 1

    @property
    def whole(self) -> "Below":
        """The same with every choice."""
        return replace(self, keys=(*self.every, UNKNOWN))

    def rows(self, picked: str | None, language: Language) -> list[Row]:
        """Give a row for each, set in below the line."""
        return [
            (
                Hanging(
                    Content.assemble(
                        (f"   {UNKNOWN if key == UNKNOWN else figure} ", "dim"),
                        ("(•) " if key == picked else "( ) ", "$accent"),
                    ),
                    Content(self._words(key, language)),
                ),
                True,
            )
            for figure, key in enumerate(self.keys, self.lines + 1)
        ]

    def _words(self, key: str, language: Language) -> str:
        voice = screen_voice(language)
        if key == UNKNOWN:
            return voice.phrase("question.unknown")
        if key == OTHERS:
            return voice.phrase("question.others", count=len(self.every) - len(self.keys) + 2)
        return self.kind.choices[key].label.in_(language)


def below(fact: str, kind: FactType, lines: int, every: tuple[str, ...], offered: Sequence[str]) -> Below:
    """Give what stands below a line: what the territory and the other answers leave first, where they leave any."""
    kept = tuple(value for value in every if value in offered) or every
    others = () if kept == every else (OTHERS,)
    return Below(fact, kind, lines, (*kept, *others, UNKNOWN), every)


def left_below(base: KnowledgeBase, questions: Sequence[Question]) -> dict[str, Left]:
    """Give what each line leaves to choose from below it: as much as has a figure."""
    found: dict[str, Left] = {}
    for question in questions:
        left = {yes: leaves(base, question.fact, yes=yes) for yes in (True, False)}
        found[question.fact] = {
            yes: values for yes, values in left.items() if values and len(questions) + len(values) <= MOST
        }
    return found


def offered_below(questions: Sequence[Question], evaluation: Evaluation | None) -> dict[str, tuple[str, ...]]:
    """Give what the territory and the other answers leave of each line of several values."""
    return {each.fact: evaluation.offered.get(each.key, ()) for each in questions} if evaluation else {}
