"""What has the keyboard at once on a form: one question, or all those of yes or no, answered line by line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual.content import Content

from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.tui.widgets.form_fields import DECISIVE, SAID, UNKNOWN, told_answer, told_field
from petr_advisor.typed.forms import ORDER, Field, Form, Standing
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import screen_voice

LINES = "lines"
"""Stands for the questions of yes or no, in place of the name of a fact."""


@dataclass(frozen=True)
class Unit:
    """One question of a form, or several put together."""

    name: str
    """The fact that it asks for, or `LINES`."""
    fields: tuple[Field, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """What it asks."""
        return tuple(field.question for field in self.fields)

    @property
    def facts(self) -> frozenset[str]:
        """The facts that it asks for."""
        return frozenset(field.fact for field in self.fields)

    @property
    def settled(self) -> frozenset[str]:
        """The facts on which nothing depends any more."""
        return frozenset(field.fact for field in self.fields if field.standing == "aside")

    @property
    def standing(self) -> Standing:
        """How it stands: as the one that matters most."""
        return min((field.standing for field in self.fields), key=ORDER.index)

    @property
    def open(self) -> bool:
        """Whether an answer to it is still of use."""
        return any(field.open for field in self.fields)

    def told(self, consultation: Consultation, language: Language) -> Content:
        """Tell it without the keyboard: the question with its answer, or each line with what is said of it."""
        if self.name != LINES:
            return told_field(self.fields[0], consultation, language)
        voice = screen_voice(language)
        mark = (f"{DECISIVE if self.standing == 'decisive' else SAID if not self.open else UNKNOWN} ", "bold $warning")
        parts = [Content.assemble(mark, voice.phrase("form.lines"))]
        for question in self.questions:
            said = told_answer(question, consultation, voice) or "…"
            label = question.kind.label.in_(language)
            parts.append(Content.assemble(f"    {label}{voice.phrase('mark.colon')}", (said, "bold $text-accent")))
        return Content("\n").join(parts)


def units(form: Form, places: Mapping[str, int], kept: Sequence[Question] = ()) -> dict[str, Unit]:
    """Give what a form puts, by name, in its order; questions of yes or no together, in that of the vocabulary.

    The lines in sight are `kept` in their places until they are left, those on which nothing depends any more too;
    new ones come after them.
    """
    fields = [field for field in form.fields if field.standing != "aside"]
    there = {field.fact for field in fields}
    fields += [Field(question, "aside") for question in kept if question.fact not in there]
    order = [question.fact for question in kept]
    lines = [field for field in fields if field.question.kind.type == "yes_no" and field.question.kind.of is None]
    together = sorted(lines, key=lambda field: places[field.fact]) if len(lines) > 1 else []
    together.sort(key=lambda field: order.index(field.fact) if field.fact in order else len(order))
    found: dict[str, Unit] = {}
    for field in fields:
        unit = Unit(LINES, tuple(together)) if field in together else Unit(field.fact, (field,))
        found.setdefault(unit.name, unit)
    return found
