"""What a person said beside an answer: as it stands, and in words."""

from collections.abc import Iterator

from petr_advisor.consulting.answers import NO_REMARK, Remark, State
from petr_advisor.consulting.case import Case
from petr_advisor.inference.facts import FactKey
from petr_advisor.words.voice import Voice


def remark_on(case: Case, key: FactKey) -> Remark:
    """Give what was said beside the answer in force for a question."""
    return _remark(case.state, key, case.base.facts[key[0]].entity)


def note_lines(voice: Voice, remark: Remark) -> Iterator[str]:
    """Give the note, then where it was read; nothing where nothing was noted."""
    if remark.note:
        yield voice.phrase("note.words", words=remark.note)
    if remark.source:
        yield voice.phrase("note.source", source=remark.source)


def _remark(state: State, key: FactKey, listed: str | None) -> Remark:
    if listed is not None:
        return state.remarks.get(listed, NO_REMARK)
    answer = state.answers.get(key)
    return answer.remark if answer is not None else NO_REMARK
