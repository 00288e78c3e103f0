"""What `petr-advisor roadmap` and `petr-advisor calendar` do: print a plan, write its deadlines."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile

from petr_advisor.commands.opening import open_case
from petr_advisor.commands.settings import BEST_NOW, DEFAULT, PlanSettings, Settings
from petr_advisor.consultation import Consultation
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.planning.roadmap import Roadmap, roadmap
from petr_advisor.report.ics import calendar_file
from petr_advisor.report.roadmap_text import roadmap_text as written


def roadmap_text(case: str, settings: Settings = DEFAULT, wanted: PlanSettings = BEST_NOW) -> str:
    """Give the roadmap of a case as text."""
    plan, consultation, _ = _plan(case, settings, wanted)
    return written(plan, consultation, settings.language)


def write_calendar(
    case: str,
    output: Path,
    settings: Settings = DEFAULT,
    wanted: PlanSettings = BEST_NOW,
    *,
    overwrite: bool = False,
    stamp: datetime | None = None,
) -> str:
    """Write the calendar of a case's roadmap, and say how many events it holds."""
    if not overwrite and output.exists():
        raise _exists(output)
    plan, consultation, territory = _plan(case, settings, wanted)
    now = stamp or datetime.now(UTC).replace(microsecond=0)
    content = calendar_file(plan, consultation, settings.language, stamp=now, territory=territory)
    write_beside(output, content, overwrite=overwrite)
    number = len(plan.tasks) + len(plan.key_dates)
    return f"{output} : {number} événements" if settings.language == "fr" else f"{output}: {number} events"


def write_beside(output: Path, content: bytes, *, overwrite: bool) -> None:
    """Write a file whole or not at all: beside its place, then renamed; PetrAdvisorError when it cannot be."""
    beside = None
    try:
        with NamedTemporaryFile("wb", dir=output.parent, prefix=".petr-", delete=False) as file:
            beside = Path(file.name)
            file.write(content)
        beside.chmod(0o666 & ~_umask())
        if output.is_dir():
            raise PetrAdvisorError(
                f"{output}: this is a folder. Give the name of a file.",
                fr=f"{output} : c'est un dossier. Donnez le nom d'un fichier.",
            )
        if not overwrite and output.exists():
            raise _exists(output)
        beside.replace(output)
    except OSError as error:
        reason = error.strerror or error
        raise PetrAdvisorError(
            f"{output}: cannot be written ({reason}).", fr=f"{output} : écriture impossible ({reason})."
        ) from error
    finally:
        if beside is not None:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def _umask() -> int:
    """Read the mask of new files, which can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _exists(output: Path) -> PetrAdvisorError:
    return PetrAdvisorError(
        f"{output}: the file exists already. Name another one, or add --overwrite.",
        fr=f"{output} : ce fichier existe déjà. Nommez-en un autre, ou ajoutez --overwrite.",
    )


def _plan(case: str, settings: Settings, wanted: PlanSettings) -> tuple[Roadmap, Consultation, str]:
    """Plan a case; also give its consultation and its title, which names the territory."""
    dossier, found = open_case(case, settings)
    plan = roadmap(found, wanted.start or found.as_of, wanted.option)
    return plan, found, dossier.title.in_(settings.language)
