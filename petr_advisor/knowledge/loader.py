"""Read the files of a rule base into a KnowledgeBase, with every problem of form."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from petr_advisor.files.reading import shown, what_is
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.entries import KINDS as KINDS  # noqa: PLC0414 - what a loaded base holds
from petr_advisor.knowledge.entries import read_entry
from petr_advisor.knowledge.files import knowledge_files, knowledge_hash
from petr_advisor.knowledge.places import Places as Places  # noqa: PLC0414 - they come with a base
from petr_advisor.knowledge.problems import FileError, Problem, nearest, unknown_name
from petr_advisor.knowledge.reform import INNER
from petr_advisor.knowledge.salvage import salvage
from petr_advisor.knowledge.yaml_reader import Document, read_text
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Entry

Raw = dict[str, dict[str, Any]]
"""Entries as written, by kind and identifier."""
AMENDS = "amends"
"""Written in an entry of a second folder that holds only what differs from the base's."""


def read_folder(folder: Path) -> tuple[KnowledgeBase, Places]:
    """Read a rule base without cross-checking it; a FileError holds all problems of form."""
    base, places, problems = read_what_can_be(folder)
    if problems:
        raise FileError(problems)
    return base.model_copy(update={"hash": knowledge_hash(folder)}), places


def read_what_can_be(folder: Path, overlay: Path | None = None) -> tuple[KnowledgeBase, Places, tuple[Problem, ...]]:
    """Read the entries that can be read, and tell what is wrong with the form of the others; the base has no hash.

    The entries of `overlay`, a folder in the same form, stand in the place of those of the same name, in whole or where
    they differ, or are added.
    """
    raw: Raw = {kind: {} for kind in KINDS}
    places = Places()
    problems: list[Problem] = []
    for path in _files(folder):
        problems += _read_file(path, path.relative_to(folder).as_posix(), raw, places)
    if overlay is not None:
        problems += _lay_over(overlay, raw, places)
    problems += _put_checks(raw, places)
    base, wrong = _read_entries(raw, places)
    return base, places, (*problems, *wrong)


def _lay_over(overlay: Path, raw: Raw, places: Places) -> Iterator[Problem]:
    """Put the entries of a second folder in the place of the first one's, or beside them."""
    changed: Raw = {kind: {} for kind in KINDS}
    over = Places()
    for path in _files(overlay):
        yield from _read_file(path, f"{shown(overlay)}/{path.relative_to(overlay).as_posix()}", changed, over)
    for kind, entries in changed.items():  # what is replaced keeps its place in the order of the base
        raw[kind].update({key: _amended(raw[kind].get(key), entry) for key, entry in entries.items()})
    places.lay(over)


def _amended(of_the_base: Any, entry: Any) -> Any:
    """Give an entry whole where a second folder writes what differs only (`amends: true`).

    A field stands in the place of that of the base; of one that holds things by name, each field of each of them does.
    """
    if not (isinstance(of_the_base, Mapping) and isinstance(entry, Mapping) and entry.get(AMENDS) is True):
        return entry
    written = {field: value for field, value in entry.items() if field != AMENDS}
    return {**of_the_base, **{field: _laid(of_the_base.get(field), value, field) for field, value in written.items()}}


def _laid(earlier: Any, value: Any, field: str) -> Any:
    if field not in INNER or not (isinstance(earlier, Mapping) and isinstance(value, Mapping)):
        return value
    both = {key: (earlier.get(key), part) for key, part in value.items()}
    met = {
        key: {**was, **is_} for key, (was, is_) in both.items() if isinstance(was, Mapping) and isinstance(is_, Mapping)
    }
    return {**earlier, **value, **met}


def _files(folder: Path) -> tuple[Path, ...]:
    if what_is(folder) != "folder":
        raise FileError([Problem(shown(folder), 0, "", told("check.no-folder"))])
    if not (files := knowledge_files(folder)):
        raise FileError([Problem(shown(folder), 0, "", told("check.empty-folder"))])
    return files


def _read_file(path: Path, name: str, raw: Raw, places: Places) -> Iterator[Problem]:
    """Sort the entries of a file by kind; yield what is wrong with its text."""
    try:
        text = read_text(path, name)
    except FileError as error:
        places.lose(None)
        yield from error.problems
        return
    found = salvage(text, name)
    yield from found.problems
    for lost in found.entries:
        places.break_off(lost.kind, lost.key, lost.guess)
        places.hear(lost.text)
    if found.document is None:
        places.lose(text)
    else:
        yield from _collect(found.document, raw, places, partly=bool(found.entries))


def _collect(document: Document, raw: Raw, places: Places, *, partly: bool) -> Iterator[Problem]:
    """Sort a file's entries by kind; yield what is not an entry of a known kind, or was written before."""
    if not isinstance(document.data, Mapping):
        yield document.problem((), told("check.entries-expected", kinds=KINDS))
        return
    for kind, entries in document.data.items():
        if kind not in raw:
            for key, entry in entries.items() if isinstance(entries, Mapping) else ():
                places.break_off(kind, key, entry)
            yield document.problem((kind,), told("check.unknown-kind", name=kind, kinds=KINDS), nearest(kind, KINDS))
        elif isinstance(entries, Mapping):
            yield from _of_kind(document, kind, entries, raw, places)
        elif entries is not None or not partly:  # a kind of which every entry was set aside holds nothing
            yield document.problem((kind,), told("check.by-identifier"))


def _of_kind(document: Document, kind: str, entries: Mapping[str, Any], raw: Raw, places: Places) -> Iterator[Problem]:
    for key, entry in entries.items():
        if earlier := places.add(kind, key, document):
            first = f"{earlier.file}:{earlier.line((kind, key))}"
            yield document.problem((kind, key), told("check.duplicate", name=key, first=first))
            places.break_off(kind, key, entry)
        else:
            raw[kind][key] = entry


def _put_checks(raw: Raw, places: Places) -> Iterator[Problem]:
    """Put the text of a check where a norm gives its name; yield the names that nothing declares."""
    checks = raw["checks"]
    for key, norm in raw["norms"].items():
        name = norm.get("check") if isinstance(norm, Mapping) else None
        if not isinstance(name, str):
            continue
        raw["norms"][key] = {**norm, "check": checks.get(name, {"fr": "…", "en": "…"})}
        if name not in checks and not places.set_aside(name):
            near = nearest(name, checks)
            message = unknown_name("check", name, near or next(iter(checks), None))
            yield places.problem("norms", key, ("check",), message, near)


def _read_entries(raw: Raw, places: Places) -> tuple[KnowledgeBase, tuple[Problem, ...]]:
    """Make a base of the entries that can be read, with what is wrong with the others."""
    read: dict[str, dict[str, Entry]] = {kind: {} for kind in KINDS}
    problems: list[Problem] = []
    for kind, entries in raw.items():
        for key, written in entries.items():
            entry, wrong = read_entry(kind, written)
            problems += [places.problem(kind, key, *found) for found in wrong]
            if wrong:
                places.break_off(kind, key, written)
            if entry is not None:
                read[kind][key] = entry
    return KnowledgeBase.model_validate(read), tuple(problems)
