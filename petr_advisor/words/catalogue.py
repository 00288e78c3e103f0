"""The catalogue of phrases: `catalogue/*.yaml`, read once, when the first phrase is needed."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml

from petr_advisor.words.languages import LANGUAGES
from petr_advisor.words.notation import places
from petr_advisor.words.texts import Text

FOLDER = Path(__file__).parent / "catalogue"


class CatalogueError(ValueError):
    """The catalogue does not hold; the text says which phrase, and why."""


@cache
def catalogue() -> Mapping[str, Text]:
    """Give every phrase by its key."""
    return read(FOLDER)


def read(folder: Path) -> dict[str, Text]:
    """Read a catalogue; a CatalogueError names the first phrase that is written twice or not well in both languages."""
    found: dict[str, Text] = {}
    for path in sorted(folder.glob("*.yaml")):
        for key, text in _phrases(path):
            if key in found:
                raise CatalogueError(f"{path.name}: `{key}` is written twice")
            found[key] = text
    return found


def _phrases(path: Path) -> Iterator[tuple[str, Text]]:
    """Give the phrases of a file, from the events of the C parser: a key, then each language with its text."""
    events = yaml.parse(path.read_bytes(), Loader=yaml.CSafeLoader)
    words = iter([event.value for event in events if isinstance(event, yaml.ScalarEvent)])
    for key in words:
        texts = {language: text for _, language, text in zip(LANGUAGES, words, words, strict=False)}
        yield key, _checked(f"{path.name}: `{key}`", texts)


def _checked(where: str, texts: dict[str, str]) -> Text:
    """Make a text of what was read, the same fields in each language."""
    if tuple(texts) != LANGUAGES or not all(map(str.strip, texts.values())):
        raise CatalogueError(f"{where} must have a text in each of {', '.join(LANGUAGES)}, in this order")
    try:
        french, english = map(places, texts.values())
    except ValueError as error:
        raise CatalogueError(f"{where}: {error}") from error
    if french != english:
        other = ", ".join(sorted(french ^ english))
        raise CatalogueError(f"{where} has a field in one language that the other lacks: {other}")
    return Text(**texts)
