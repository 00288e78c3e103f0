"""What `petr-advisor report` does: a document from a case."""

from datetime import date
from pathlib import Path

from petr_advisor.checking import load
from petr_advisor.commands import engines
from petr_advisor.dossiers import find_dossier
from petr_advisor.knowledge.texts import Language


def report(
    scenario: str,
    output: Path,
    language: Language,
    settings: Path | None = None,
    as_of: date | None = None,
    engine: str | None = None,
    *,
    overwrite: bool = False,
    knowledge: Path | None = None,
) -> str:
    """Write the report of a case in the format of the output's suffix; gives what was written, in a sentence."""
    from petr_advisor.report.build import build  # noqa: PLC0415 - only here are the documents' libraries needed
    from petr_advisor.report.settings import read_settings  # noqa: PLC0415
    from petr_advisor.report.writing import check_output, write_report  # noqa: PLC0415

    check_output(output, overwrite=overwrite)
    adviser = read_settings(settings)
    found = find_dossier(scenario, load(knowledge))
    title = found.title.in_(language)
    document = build(
        found.consultation(engines(engine)[0], as_of),
        language,
        adviser,
        date.today(),  # noqa: DTZ011 - the day a document is made is a local day
        territory=found.territory.in_(language) if found.territory else None,
        subtitle=None if found.territory == found.title else title,
    )
    path = write_report(document, output, overwrite=overwrite)
    return f"{path} ({path.stat().st_size / 1000:.0f} kB)"
