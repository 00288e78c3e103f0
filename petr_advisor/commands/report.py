"""What `petr-advisor report` does: a document from a case."""

from datetime import date
from pathlib import Path

from petr_advisor.commands.opening import open_case, option_named
from petr_advisor.commands.settings import DEFAULT, Settings
from petr_advisor.documents.sizes import Size, annexes
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.planning.settings import BEST_NOW, PlanSettings


def report(
    case: str,
    output: Path,
    settings: Settings = DEFAULT,
    wanted: PlanSettings = BEST_NOW,
    *,
    adviser: Path | None = None,
    size: Size = "note",
    without: str = "",
    overwrite: bool = False,
) -> str:
    """Write the report of a case in the format of the output's suffix; gives what was written, in a sentence.

    Only a whole file has annexes, `without` some of which, named with commas between them, it may go.
    An option that is wanted is the one chosen for its key question, and the one planned. `adviser` is a TOML file;
    the one beside the saved consultations, where there is one, when None.
    """
    from petr_advisor.documents.build import build, extent_of  # noqa: PLC0415 - only here are the documents' libraries needed
    from petr_advisor.documents.settings import read_settings, usual_settings  # noqa: PLC0415
    from petr_advisor.documents.writing import check_output, write_report  # noqa: PLC0415

    left_out = annexes(without)
    if left_out and size != "file":
        raise PetrAdvisorError.of("command.annexes-of-file", size=size)
    check_output(output, overwrite=overwrite)
    by = usual_settings() if adviser is None else read_settings(adviser)
    dossier, found = open_case(case, settings)
    if wanted.option is not None:
        found = found.choose(option_named(wanted.option, found).answers, wanted.option)
    document = build(
        found,
        settings.language,
        by,
        date.today(),  # noqa: DTZ011 - the day a document is made is a local day
        territory=dossier.territory.in_(settings.language) if dossier.territory else None,
        subtitle=None if dossier.territory == dossier.title else dossier.title.in_(settings.language),
        wanted=wanted,
        extent=extent_of(size, left_out),
    )
    path = write_report(document, output, overwrite=overwrite)
    return f"{path} ({path.stat().st_size / 1000:.0f} kB)"
