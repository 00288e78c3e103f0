"""A checklist below a plain prompt: its lines by number, and what is typed of several of them at once."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce

from petr_advisor.consulting.answers import Remark
from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.lines import left_open, with_line
from petr_advisor.inference.facts import FactKey
from petr_advisor.typed.checklists import read_lines
from petr_advisor.typed.figures import place
from petr_advisor.typed.refusals import TypedError
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice

OF_A_LINE = "pdn"
"""The commands about one line: why, law, note."""


@dataclass
class ChecklistPrompt:
    """Puts the lines of a checklist, and reads what is said of them."""

    write: Callable[[str], None]
    language: Language
    consultation: Consultation
    group: Sequence[Question]

    def present(self, to_settle: str) -> None:
        """Write the question, its lines numbered, and how to answer."""
        base, voice = self.consultation.base, Voice(self.language, in_print=False)
        found = base.checklists[self.consultation.checklists[self.group[0].fact]]
        self.write("")
        self.write(f"{voice.say(found.text)}  [{to_settle}]")
        self.write(f"  {voice.say(found.help)}")
        for number, question in enumerate(self.group, 1):
            self.write(f"  {number}. {voice.say(base.line_of[question.fact].label or question.kind.label)}")
        self.write(f"  {voice.phrase('checklist.plain')}")

    def which(self, typed: str) -> bool:
        """Ask of which line a command is meant that says none; tell whether that is so."""
        if len(typed) != 1 or typed.lower() not in OF_A_LINE:
            return False
        voice = Voice(self.language, in_print=False)
        self.write(f"  {voice.phrase('checklist.which-line', command=typed.lower(), last=len(self.group))}")
        return True

    def command(self, typed: str) -> tuple[Question, str] | None:
        """Give the line and the command of « p 2 »; None where it is none. TypedError where there is no such line."""
        found = re.fullmatch(rf"([{OF_A_LINE}])\s*([0-9]+)", typed.lower())
        if found is None:
            return None
        number = place(found[2], len(self.group))
        if number is None:
            raise TypedError.of("checklist.which-line", command=found[1], last=len(self.group))
        return self.group[number - 1], found[1]

    def whole(self, question: Question) -> None:
        """Write the question of a line in full, with where to find its answer."""
        voice = Voice(self.language, in_print=False)
        self.write(f"  {voice.say(question.text)}")
        if question.kind.ask is not None:
            self.write(f"  {voice.say(question.kind.ask.help)}")

    def taken(self, typed: str, remark: Callable[[FactKey], Remark]) -> tuple[Consultation, tuple[Question, ...]]:
        """Take what is typed of the lines, with what was noted beside each; TypedError says what would do.

        Gives the consultation, and the questions to ask by themselves: yes or no leaves several values to choose from.
        """
        held, left = self.consultation, []
        for number, yes in sorted(read_lines(typed, len(self.group)).items()):
            question = self.group[number - 1]
            said = with_line(held, question.key, remark(question.key), yes=yes)
            if said is None:
                left.append(question)
            held = said or left_open(held, question.key, yes=yes)
        return held, tuple(left)

    def put_off(self) -> Consultation:
        """Give the consultation with every line put off."""
        return reduce(lambda held, question: held.skip(*question.key), self.group, self.consultation)
