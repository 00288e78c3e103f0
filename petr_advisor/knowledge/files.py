"""The files of a rule base, and the hash that tells one from another; nothing here needs their content understood."""

import hashlib
import os
from pathlib import Path

from petr_advisor.files.reading import ReadingError, files_in, read_file

FORM_VERSION = "5"
"""Changes with the form of the rule base, so that an older cache is not read."""
MAX_BYTES = 1_000_000
"""Of a file."""
SUFFIXES = (".yaml", ".yml")


def knowledge_files(folder: Path) -> tuple[Path, ...]:
    """Give the YAML files of a rule base, in a fixed order; ReadingError for a folder that is shut."""
    return files_in(folder, *SUFFIXES)


def knowledge_hash(*folders: Path) -> str:
    """Give the SHA-256 of the files of a rule base, and of what is laid over it: names and contents.

    PetrAdvisorError for what cannot be read.
    """
    digest = hashlib.sha256(FORM_VERSION.encode())
    for number, folder in enumerate(folders):
        digest.update(b"\0over\0" if number else b"")
        for path in knowledge_files(folder):
            name = path.relative_to(folder).as_posix()
            digest.update(os.fsencode(name) + b"\0" + read_bytes(path, name) + b"\0")
    return digest.hexdigest()


def read_bytes(path: Path, name: str) -> bytes:
    """Read a file of a rule base, or a scenario's, as it is; a FileError says why it cannot be."""
    try:
        return read_file(path, MAX_BYTES)
    except ReadingError as error:
        from petr_advisor.knowledge.problems import FileError, Problem  # noqa: PLC0415 - most files can be read
        from petr_advisor.words.speech import told  # noqa: PLC0415 - as above

        message = told("check.unreadable", why=error.why)
        raise FileError([Problem(name, 0, "", message)]) from error
