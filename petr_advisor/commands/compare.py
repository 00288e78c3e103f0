"""What `petr-advisor compare` does: two cases side by side, or one case then and now."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from petr_advisor.checking import load
from petr_advisor.commands.dossiers import Dossier, find_dossier
from petr_advisor.commands.opening import engine_of
from petr_advisor.commands.settings import DEFAULT, Settings
from petr_advisor.documents.texts import comparison_text
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.explaining.comparing.comparison import Comparison, compare, then_and_now

Names = tuple[str, str] | None
"""What the two cases are called; none for one case at two dates."""


def compare_text(a: str, b: str | None, dates: Sequence[date], settings: Settings = DEFAULT) -> str:
    """Give what differs between two scenarios, at one date of law for both if any, or between dates for one of them.

    The dates stand in the place of the one in the settings.
    """
    _, found, names = _compared(a, b, dates, settings)
    return "\n\n".join(comparison_text(each, settings.language, names) for each in found)


def write_comparison(
    a: str,
    b: str | None,
    dates: Sequence[date],
    settings: Settings,
    output: Path,
    *,
    adviser: Path | None = None,
    overwrite: bool = False,
) -> str:
    """Write the same as a document: whether the proposal changes, and why, then everything that differs."""
    from petr_advisor.documents.building.covering import cover_of  # noqa: PLC0415 - only here are documents needed
    from petr_advisor.documents.building.desk import Desk  # noqa: PLC0415
    from petr_advisor.documents.layout.comparing import document_of  # noqa: PLC0415
    from petr_advisor.documents.settings import read_settings, usual_settings  # noqa: PLC0415
    from petr_advisor.documents.writing import OF_DOCUMENTS, check_output, write_document  # noqa: PLC0415

    check_output(output, OF_DOCUMENTS, overwrite=overwrite)
    by = usual_settings() if adviser is None else read_settings(adviser)
    dossier, found, names = _compared(a, b, dates, settings)
    desk = Desk(settings.language, consultation=found[-1].after)
    territory = dossier.territory.in_(settings.language) if dossier.territory else None
    today = date.today()  # noqa: DTZ011 - the day a document is made is a local day
    cover = cover_of(desk, by, today, (), territory=territory)
    path = write_document(document_of(found, cover, desk, names), output, overwrite=overwrite)
    return f"{path} ({path.stat().st_size / 1000:.0f} kB)"


def _compared(
    a: str, b: str | None, dates: Sequence[date], settings: Settings
) -> tuple[Dossier, tuple[Comparison, ...], Names]:
    base, engine, language = load(settings.knowledge), engine_of(settings), settings.language
    first = find_dossier(a, base)
    if b is None:
        if len(set(dates)) < 2:
            raise PetrAdvisorError.of("command.second-case")
        return first, then_and_now(first.consultation(engine, None), dates), None
    if len(dates) > 1:
        raise PetrAdvisorError.of("command.one-date")
    at = dates[0] if dates else None
    second = find_dossier(b, base)
    found = compare(first.consultation(engine, at), second.consultation(engine, at))
    return first, (found,), (first.title.in_(language), second.title.in_(language))
