"""A questionnaire that comes back filled in: which answers it holds, and what they change in a case."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from petr_advisor.consulting.answers import Remark
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.finding_out import TABLE
from petr_advisor.documents.renderers.docx_fields import answers_in, tag_of
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.reading import read_file
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.territory.register import Register
from petr_advisor.typed.entities import Row, entity_kind, listed
from petr_advisor.typed.members import MemberReader
from petr_advisor.typed.refusals import quoted, tidy
from petr_advisor.typed.values import UNKNOWN, read
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Language, Text

MAX_BYTES = 5_000_000
"""Of a file that comes back."""
_NOT_KNOWN = frozenset(UNKNOWN * times for times in (1, 2, 3))
"""What is written where nobody knows."""
_LINE = re.compile(r"^\s*\[(?P<key>[^\]\s]{1,200})\][^=]*=(?P<said>.*)$")
_EACH = re.compile(r"\s*[\n|]\s*")
"""What stands between the things of a list."""
_ESCAPED = re.compile(r"\\([^A-Za-z0-9\s])")


@dataclass(frozen=True)
class Returned:
    """What came back."""

    consultation: Consultation
    """The case with the answers taken."""
    taken: int
    """How many answers are new or other than before."""
    same: int
    """How many are those that there were."""


def written_in(path: Path) -> tuple[tuple[str, str], ...]:
    """Give the answers written in a file, by the tag of what they answer; PetrAdvisorError when it cannot be read.

    A Word file holds them in its fields, a table in a column; any other is read as text, on lines such as
    `[ID] (what is expected) = …`.
    """
    content = read_file(path, MAX_BYTES)
    if path.suffix.lower() == ".docx":
        found = answers_in(content)
        if found is None:
            raise PetrAdvisorError.of("inquiry.not-a-word-file", path=path)
        return tuple(found)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PetrAdvisorError.of("inquiry.not-text", path=path) from error
    return tuple(_cells(text) if path.suffix.lower() == TABLE else _lines(text))


def _cells(text: str) -> Iterator[tuple[str, str]]:
    """Give the answers of a table, whose columns may have been moved; workbooks write commas in some countries."""
    first = text.partition("\n")[0]
    rows = csv.reader(io.StringIO(text), delimiter=";" if ";" in first else ",")
    heads = next(rows, [])
    key, found = _column(heads, "find-out.key"), _column(heads, "find-out.found")
    if key is None or found is None:
        return
    yield from ((row[key], row[found]) for row in rows if len(row) > max(key, found))


def _column(heads: list[str], phrase: str) -> int | None:
    """Find a column by its head, in either language."""
    title = told(phrase)
    return next((heads.index(name) for name in (title.fr, title.en) if name in heads), None)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Give the lines that hold answers."""
    for line in text.splitlines():
        if mark := _LINE.match(_ESCAPED.sub(r"\1", line)):
            yield mark["key"], mark["said"]


def take(
    consultation: Consultation, written: tuple[tuple[str, str], ...], language: Language, register: Register | None,
    source: str,
) -> Returned:  # fmt: skip
    """Take answers into a case, each with its source; PetrAdvisorError names all those that cannot be, and takes none.

    A field left empty changes nothing; a question mark says « I do not know ».
    """
    taker = _Taker(consultation, language, register, source)
    for tag, said in written:
        taker.take(tag, said)
    if taker.refused:
        raise PetrAdvisorError(*("\n".join(found.in_(each) for found in taker.refused) for each in ("en", "fr")))
    return Returned(taker.consultation, taker.taken, taker.same)


class _Taker:
    def __init__(self, consultation: Consultation, language: Language, register: Register | None, source: str) -> None:
        self.consultation, self.language, self.register = consultation, language, register
        self.remark = Remark(source=source)
        self.taken = self.same = 0
        self.refused: list[Text] = []
        self._keys = {tag_of(key): key for key in _keys(consultation)}

    def take(self, tag: str, said: str) -> None:
        """Take one answer, or note why it cannot be."""
        if not said.strip():
            return
        key = self._keys.get(tag)
        if key is None:
            self._refuse(tag, told("inquiry.no-such-question"))
            return
        fact, _, of = key.partition("@")
        try:
            after = self._answered(self.consultation.base.facts[fact], fact, of or None, said)
        except PetrAdvisorError as error:
            self._refuse(key, error.text)
            return
        changed = after.state.answers != self.consultation.state.answers or after.state.lists != (
            self.consultation.state.lists
        )
        self.taken, self.same = self.taken + changed, self.same + (not changed)
        self.consultation = after if changed else self.consultation

    def _answered(self, kind: FactType, fact: str, of: str | None, said: str) -> Consultation:
        if kind.entity is not None:
            return self._list(kind.entity, said)
        text = tidy(said)
        if text in _NOT_KNOWN:
            return self.consultation.dont_know(fact, of, self.remark)
        value = read(kind, text, self.language)
        before = self.consultation.state.answers.get((fact, of))
        if before is not None and before.value == value:
            return self.consultation
        return self.consultation.answer(fact, value, of, remark=self.remark)

    def _list(self, entity: str, said: str) -> Consultation:
        kind = entity_kind(self.consultation.base, entity)
        reader = MemberReader(self.consultation.base, kind, self.register, self.language)
        rows: list[Row] = []
        for line in _EACH.split(said):
            rows.append(reader.read(line, rows))
        return listed(self.consultation, kind, rows, complete=True)

    def _refuse(self, key: str, why: Text) -> None:
        fact = self.consultation.base.facts.get(key.partition("@")[0])
        label = fact.label if fact else quoted(key)
        self.refused.append(told("mark.labelled", label=label, value=why))


def _keys(consultation: Consultation) -> Iterator[str]:
    """Name everything that can be answered in a case: facts of the territory, and of each entity listed."""
    for fact, kind in consultation.base.facts.items():
        if kind.of is None:
            yield fact
        elif found := consultation.state.lists.get(kind.of):
            yield from (f"{fact}@{of}" for of in found.ids)
