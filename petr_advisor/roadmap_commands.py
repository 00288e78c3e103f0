"""What the commands on roadmaps do: print one, write its calendar."""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile

from petr_advisor.checking import load
from petr_advisor.commands import engines
from petr_advisor.consultation import Consultation
from petr_advisor.dossiers import find_dossier
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.knowledge.texts import Language
from petr_advisor.report.ics import calendar_file
from petr_advisor.report.roadmap_text import roadmap_text as written
from petr_advisor.roadmap import Roadmap, roadmap


@dataclass(frozen=True)
class PlanSettings:
    """How a scenario is planned; the plan starts on the date of law unless another day is given."""

    option: str | None = None
    start: date | None = None
    knowledge: Path | None = None
    as_of: date | None = None
    engine_name: str | None = None
    language: Language = "fr"


DEFAULT = PlanSettings()


def roadmap_text(scenario: str, settings: PlanSettings = DEFAULT) -> str:
    """Give the roadmap of a scenario as text."""
    plan, consultation, _ = _plan(scenario, settings)
    return written(plan, consultation, settings.language)


def write_calendar(
    scenario: str,
    output: Path,
    settings: PlanSettings = DEFAULT,
    *,
    overwrite: bool = False,
    stamp: datetime | None = None,
) -> str:
    """Write the calendar of a scenario's roadmap, and say how many events it holds."""
    if not overwrite and output.exists():
        raise _exists(output)
    plan, consultation, territory = _plan(scenario, settings)
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


def _plan(scenario: str, settings: PlanSettings) -> tuple[Roadmap, Consultation, str]:
    """Plan a scenario; also give its consultation and its title, which names the territory."""
    found = find_dossier(scenario, load(settings.knowledge))
    consultation = found.consultation(engines(settings.engine_name)[0], settings.as_of)
    plan = roadmap(consultation, settings.start or consultation.as_of, settings.option)
    return plan, consultation, found.title.in_(settings.language)
