"""What a shell may complete: names of cases, of key questions, of options; nothing where they cannot be read."""

from collections.abc import Callable, Iterable
from contextlib import suppress

Complete = Callable[[str], list[str]]
"""Given the beginning of a word, the words that begin with it."""


def _completed(found: Callable[[], Iterable[str]]) -> Complete:
    def complete(incomplete: str) -> list[str]:
        with suppress(Exception):  # a key pressed in a shell is no place to tell what is wrong
            return sorted({name for name in found() if name.startswith(incomplete)})
        return []

    return complete


def _cases() -> Iterable[str]:
    """Name the saved consultations and the examples."""
    from petr_advisor.dossiers import names  # noqa: PLC0415 - only where a shell asks
    from petr_advisor.files.locations import examples_folder  # noqa: PLC0415
    from petr_advisor.files.reading import files_in  # noqa: PLC0415

    return (*names(), *(file.stem for file in files_in(examples_folder(), ".yaml")))


def _key_questions() -> Iterable[str]:
    from petr_advisor.checking import load  # noqa: PLC0415 - as above

    return load(None).key_questions


def _options() -> Iterable[str]:
    from petr_advisor.checking import load  # noqa: PLC0415 - as above

    return load(None).options


def _saved() -> Iterable[str]:
    from petr_advisor.dossiers import names  # noqa: PLC0415 - as above

    return names()


cases, key_questions, options, saved = map(_completed, (_cases, _key_questions, _options, _saved))
