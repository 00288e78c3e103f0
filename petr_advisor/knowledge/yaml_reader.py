"""Read YAML into plain values, keeping the line of each, and refuse what a hostile or careless file may hold.

Built on the events of the C parser: nothing is constructed but mappings, lists, text, whole numbers, dates and
true / false / null, as in YAML 1.2 (`on`, `yes`, `no` and `off` are text). Anchors, aliases, tags, keys written twice
and deep nesting are refused, each with its line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from petr_advisor.knowledge.files import read_bytes
from petr_advisor.knowledge.problems import FileError, Problem
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text

MAX_DEPTH = 30
Path_ = tuple[str | int, ...]

_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)([eE][-+]?[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass
class Document:
    """A file's content as plain values, with the line of each path."""

    file: str
    """Its name, for messages."""
    data: Any = None
    """The content."""
    lines: dict[Path_, int] = field(default_factory=dict)
    """The line of each path inside it, from 1."""

    def line(self, path: Path_) -> int:
        """Give the line of a path, or of the nearest place above it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def problem(self, path: Path_, message: Text, nearest: str | None = None) -> Problem:
        """Make a problem out of a path of this file."""
        return Problem(self.file, self.line(path), ".".join(map(str, path)), message, nearest)


def read_yaml(path: Path) -> Document:
    """Read a file; a FileError says what is wrong with it and where."""
    return parse_yaml(read_text(path, str(path)), str(path))


def read_text(path: Path, name: str) -> str:
    """Read a file as text; a FileError says why it cannot be."""
    raw = read_bytes(path, name)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise FileError([Problem(name, line, "", told("check.not-utf8"))]) from error


def parse_yaml(text: str, name: str) -> Document:
    """Read a text; a FileError says what is wrong with it and where."""
    document = Document(name)
    try:
        _Builder(document).build(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    except yaml.MarkedYAMLError as error:
        opened = any(word in str(error.context) for word in ("flow", "quoted"))
        mark = (error.context_mark if opened else error.problem_mark) or error.problem_mark or error.context_mark
        raise _not_yaml(name, mark.line + 1 if mark else 0, f"{error.context} {error.problem}") from error
    except yaml.YAMLError as error:
        raise _not_yaml(name, 0, str(error)) from error
    return document


_YAML_WORDS = {
    "mapping values": "check.yaml.colon",
    "expected ':'": "check.yaml.no-colon",
    "or '}'": "check.yaml.brace",
    "or ']'": "check.yaml.bracket",
    "unexpected end of stream": "check.yaml.quote",
    "cannot start any token": "check.yaml.start",
    "expected key": "check.yaml.indent",
    "expected '-'": "check.yaml.indent",
    "sequence entries": "check.yaml.indent",
    "<block end>": "check.yaml.indent",
    "escape": "check.yaml.escape",
    "depth": "check.yaml.depth",
    "control": "check.yaml.control",
    "special": "check.yaml.control",
}
"""What the parser complains of, and how an author is told."""


def _not_yaml(name: str, line: int, complaint: str) -> FileError:
    """Say in both languages what the parser complains of."""
    what = told(next((key for words, key in _YAML_WORDS.items() if words in complaint), "check.yaml.other"))
    return FileError([Problem(name, line, "", told("check.not-yaml", what=what))])


class _Builder:
    """Turns parser events into plain values."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def build(self, events: Iterator[Any]) -> None:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if self.document.lines:
                    self._refuse((), event, told("check.one-document"))
                self.document.data = self._value(next(events), events, ())

    def _value(self, event: Any, events: Iterator[Any], path: Path_) -> Any:
        self.document.lines.setdefault(path, event.start_mark.line + 1)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._refuse(path, event, told("check.no-alias"))
        if getattr(event, "tag", None) not in {None, "!"}:
            self._refuse(path, event, told("check.no-tag", name=event.tag))
        if len(path) > MAX_DEPTH:
            self._refuse(path, event, told("check.too-deep", most=MAX_DEPTH))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path) if event.implicit[0] else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        return self._mapping(events, path)

    def _sequence(self, events: Iterator[Any], path: Path_) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            values.append(self._value(event, events, (*path, len(values))))
        return values

    def _mapping(self, events: Iterator[Any], path: Path_) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self._refuse(path, event, told("check.plain-key"))
            key = event.value
            inner = (*path, key)
            if key in values:
                first = str(self.document.lines[inner])
                self._refuse(inner, event, told("check.key-twice", name=key, line=first))
            self.document.lines[inner] = event.start_mark.line + 1
            values[key] = self._value(next(events), events, inner)
        return values

    def _scalar(self, event: Any, path: Path_) -> Any:
        text: str = event.value
        if text in _WORDS:
            return _WORDS[text]
        if _INT.fullmatch(text) and len(text) < 20:
            return int(text)
        if _DATE.fullmatch(text):
            try:
                return date.fromisoformat(text)
            except ValueError:
                self._refuse(path, event, told("check.no-such-day", value=text))
        if _FLOAT.fullmatch(text):
            return float(text)
        return text

    def _refuse(self, path: Path_, event: Any, message: Text) -> None:
        line = event.start_mark.line + 1
        raise FileError([Problem(self.document.file, line, ".".join(map(str, path)), message)])
