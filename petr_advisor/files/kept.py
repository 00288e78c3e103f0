"""What took long to make, kept on the disk for the next process of the same program.

The file holds a digest, then objects as Python writes them (pickle). A file that is cut short, damaged or of another
program is no file; and a file in which somebody wrote something else makes nothing but values and entries of this
program, whatever it says.
"""

import gc
import hashlib
import pickle
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from fractions import Fraction
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from pydantic import VERSION

from petr_advisor.files.writing import keep

_PACKAGE = Path(__file__).parents[1]
_VALUES = {(kind.__module__, kind.__name__): kind for kind in (date, Fraction, frozenset, set)}
_DECLARE = ("petr_advisor.knowledge.", "petr_advisor.words.")
"""Where the entries of a rule base are declared."""
_DIGEST = 32


def read_kept(path: Path) -> Any:
    """Give what was kept; None for a file that is not there or is not one of ours."""
    try:
        found = path.read_bytes()
    except OSError:
        return None
    digest, content = found[:_DIGEST], found[_DIGEST:]
    if hashlib.sha256(content).digest() != digest:
        return None
    with suppress(Exception), _uncollected():  # whatever it is that cannot be read, it is made anew
        return _OurOwn(BytesIO(content)).load()
    return None


def write_kept(path: Path, made: Any) -> None:
    """Keep something; an OSError where the disk does not take it."""
    content = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
    keep(path, hashlib.sha256(content).digest() + content)


@cache
def program_digest() -> str:
    """Tell one state of the program, Python and pydantic from another: what one keeps is nothing to the others."""
    digest = hashlib.sha256(f"{sys.version} {VERSION}".encode())
    for path in sorted(
        (*_PACKAGE.glob("knowledge/*.py"), *_PACKAGE.glob("inference/*.py"), *_PACKAGE.glob("words/*.py"))
    ):
        found = path.stat()
        digest.update(f"{path.name} {found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.hexdigest()


class _OurOwn(pickle.Unpickler):
    """Makes values, and entries of a rule base."""

    def find_class(self, module: str, name: str) -> Any:
        """Give a class of ours; an UnpicklingError for anything else.

        What a module of ours only imports is none of ours, whatever the name it is asked by.
        """
        if (module, name) in _VALUES:
            return _VALUES[module, name]
        found = super().find_class(module, name) if module.startswith(_DECLARE) else None
        if isinstance(found, type) and found.__module__ == module:
            return found
        raise pickle.UnpicklingError(f"{module}.{name}")


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let Python not look for circles while many objects are made, none of which is in one."""
    ours = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if ours:
            gc.enable()
