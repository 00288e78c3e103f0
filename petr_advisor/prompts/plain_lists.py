"""Numbered lists below a plain prompt: the answers given, and what is to be found out; a number takes one up."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from petr_advisor.consulting.admitting import fitting
from petr_advisor.consulting.answers import Remark
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.finding_out import SUFFIXES, points_to_find_out, write_list
from petr_advisor.explaining.clash_words import answer_text
from petr_advisor.explaining.left_words import changed
from petr_advisor.explaining.remark_words import note_lines, remark_on
from petr_advisor.inference.facts import FactKey
from petr_advisor.typed.figures import place
from petr_advisor.typed.refusals import quoted
from petr_advisor.words.texts import Language
from petr_advisor.words.typography import clean
from petr_advisor.words.voice import Voice


@dataclass
class ListsPrompt:
    """Shows lists, and gives what the person picks."""

    read: Callable[[], str]
    write: Callable[[str], None]
    language: Language

    def answers(self, consultation: Consultation) -> FactKey | None:
        """List the answers with their notes; give the one to change."""
        state = consultation.state
        lists = [name for name, kind in consultation.base.facts.items() if kind.entity in state.lists]
        keys: list[FactKey] = [*((name, None) for name in lists), *(key for key in state.answers if key[1] is None)]
        if not keys:
            self.write(self._voice.phrase("answers.none"))
            return None
        for number, key in enumerate(keys, 1):
            self.write(f"  {number}. {self._voice.say(answer_text(consultation, key))}")
            self._notes(consultation, key)
        self.write(self._voice.phrase("plain.change"))
        return self._picked(keys)

    def find_out(self, consultation: Consultation) -> FactKey | None:
        """List what is to be found out, and write it to a file if one is named; give the point to answer."""
        points = points_to_find_out(consultation, self.language)
        if not points:
            self.write(self._voice.phrase("find-out.nothing"))
            return None
        keys = [(part.fact, part.of[0] if part.of else None) for part in points]
        what = changed(proposed=consultation.left.proposes())
        for number, (part, key) in enumerate(zip(points, keys, strict=True), 1):
            kind = self._voice.phrase("find-out.of-decisive" if part.decisive else "find-out.of-refining", what=what)
            self.write(f"  {number}. {part.question} [{kind}]")
            if part.where:
                self.write(f"     {part.where}")
            self._notes(consultation, key)
        self.write(self._voice.phrase("plain.fill-in"))
        typed = self.read().strip()
        if typed.lower().endswith(SUFFIXES):
            path = Path(typed).expanduser()
            name = self._voice.phrase("find-out.title")
            write_list(consultation, name, self.language, path, overwrite=False)
            self.write(self._voice.phrase("export.written", path=path))
            return None
        return self._at(typed, keys)

    def note(self, consultation: Consultation, key: FactKey) -> Remark:
        """Read a note and its source beside a question."""
        self._notes(consultation, key)
        self.write(self._voice.phrase("note.ask"))
        words = clean(self.read())
        self.write(self._voice.phrase("note.ask-source"))
        return fitting(Remark(words, clean(self.read())))

    def _notes(self, consultation: Consultation, key: FactKey) -> None:
        for line in note_lines(self._voice, remark_on(consultation, key)):
            self.write(f"     {line}")

    def _picked(self, keys: list[FactKey]) -> FactKey | None:
        return self._at(self.read().strip(), keys)

    def _at(self, typed: str, keys: list[FactKey]) -> FactKey | None:
        chosen = place(typed, len(keys))
        if typed and not chosen:
            self.write(f"! {self._voice.phrase('plain.not-there', typed=quoted(typed))}")
        return keys[chosen - 1] if chosen else None

    @property
    def _voice(self) -> Voice:
        return Voice(self.language, in_print=False)
