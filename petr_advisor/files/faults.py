"""What nobody foresaw: the details go to a file, and a person reads a sentence."""

import os
import platform
import sys
import tempfile
import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from petr_advisor import __version__
from petr_advisor.errors import PetrAdvisorError, reason
from petr_advisor.files.locations import logs_folder
from petr_advisor.files.secrets import without_passwords
from petr_advisor.files.writing import keep

FAULT_CODE = 70
"""The exit code of a program that met a fault of its own (EX_SOFTWARE)."""
KEPT = 20
"""How many of the last faults are kept."""


class FaultError(PetrAdvisorError):
    """A fault in words: what happened, where the details are, how to report it."""


def fault(error: BaseException) -> FaultError:
    """Record an error that nobody foresaw, and give what a person is told of it."""
    place = record(error)
    if isinstance(error, OSError | MemoryError):  # the machine's, which need not be reported
        return FaultError.of("fault.system", why=reason(error))
    en, fr = f"The program met something that it did not foresee. {_KEPT_EN}", f"Imprévu dans le programme. {_KEPT_FR}"
    if place is None:
        return FaultError(en, fr=fr)
    return FaultError(
        f"{en}\nDetails: {place}\nTo report it, read this file, then send it to whoever gave you the program.",
        fr=f"{fr}\nDétails : {place}\nPour le signaler, relisez ce fichier, puis envoyez-le à la personne qui vous a "
        "remis le programme.",
    )


_KEPT_EN = "The answers saved so far are kept."
_KEPT_FR = "Les réponses déjà enregistrées sont conservées."


def record(error: BaseException) -> Path | None:
    """Write where an error arose, without the values at hand, to a file of its own; None where none can be written."""
    content = _details(error).encode("utf-8", "backslashreplace")
    try:
        now = datetime.now().astimezone()
        path = logs_folder() / f"fault-{now:%Y-%m-%dT%H-%M-%S-%f}-{os.getpid()}.txt"
        keep(path, content)
        _prune(path.parent)
    except (OSError, PetrAdvisorError):  # no place on the disk, or no home
        return _record_elsewhere(content)
    return path


def _record_elsewhere(content: bytes) -> Path | None:
    """Write the details among the temporary files."""
    with (
        suppress(OSError),
        tempfile.NamedTemporaryFile(prefix="petr-advisor-fault-", suffix=".txt", delete=False) as file,
    ):
        file.write(content)
        return Path(file.name)
    return None


def _details(error: BaseException) -> str:
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    where = f"petr-advisor {__version__}, Python {platform.python_version()}, {platform.platform()}"
    told = f"{now}\n{where}\n{sys.argv[1:]}\n\n{''.join(traceback.format_exception(error))}"
    return without_passwords(told)


def _prune(folder: Path) -> None:
    for old in sorted(folder.glob("fault-*.txt"))[:-KEPT]:
        old.unlink(missing_ok=True)
