"""What `petr-advisor compare` does: two cases side by side, one case then and now, or several cases in a table."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from petr_advisor.checking import load
from petr_advisor.commands import showing
from petr_advisor.commands.dossiers import Dossier, find_dossier
from petr_advisor.commands.opening import engine_of
from petr_advisor.commands.settings import DEFAULT, Settings
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.blocks import Block
from petr_advisor.documents.layout.beside import Beside, Column, beside, in_words, laid_out
from petr_advisor.documents.renderers.text import text
from petr_advisor.documents.texts import comparison_text
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.explaining.comparing.comparison import Comparison, compare, then_and_now
from petr_advisor.words.voice import Voice

Names = tuple[str, str] | None
"""What the two cases are called; none for one case at two dates."""
ABREAST = 4
"""How many cases stand beside one another in a table; of more, the first stands in each table."""


def compare_text(first: str, others: Sequence[str], dates: Sequence[date], settings: Settings = DEFAULT) -> str:
    """Give what differs between two cases, at one date of law for both if any, or between dates for one of them.

    The dates stand in the place of the one in the settings. Of three and more, what each comes to, in a table.
    """
    if len(others) > 1:
        table = _in_columns((first, *others), dates, settings)[1]
        voice = Voice(settings.language, in_print=False)
        return showing.laid_out(_table(table)) if showing.draws_tables() else text(in_words(table, voice))
    _, found, names = _compared(first, others, dates, settings)
    return "\n\n".join(comparison_text(each, settings.language, names) for each in found)


def write_comparison(
    first: str,
    others: Sequence[str],
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
    from petr_advisor.documents.layout.comparing import compared, document_of  # noqa: PLC0415
    from petr_advisor.documents.settings import read_settings, usual_settings  # noqa: PLC0415
    from petr_advisor.documents.writing import OF_DOCUMENTS, check_output, write_document  # noqa: PLC0415

    check_output(output, OF_DOCUMENTS, overwrite=overwrite)
    by = usual_settings() if adviser is None else read_settings(adviser)
    if len(others) > 1:
        dossier, table = _in_columns((first, *others), dates, settings)
        desk = Desk(settings.language, consultation=dossier.consultation(engine_of(settings), _common(dates)))
        blocks: tuple[Block, ...] = tuple(_table(table))
    else:
        dossier, found, names = _compared(first, others, dates, settings)
        desk = Desk(settings.language, consultation=found[-1].after)
        blocks = tuple(block for each in found for block in compared(each, desk, names))
    territory = dossier.territory.in_(settings.language) if dossier.territory else None
    today = date.today()  # noqa: DTZ011 - the day a document is made is a local day
    cover = cover_of(desk, by, today, (), territory=territory)
    path = write_document(document_of(blocks, cover, desk), output, overwrite=overwrite)
    return f"{path} ({path.stat().st_size / 1000:.0f} kB)"


def _compared(
    a: str, others: Sequence[str], dates: Sequence[date], settings: Settings
) -> tuple[Dossier, tuple[Comparison, ...], Names]:
    base, engine, language = load(settings.knowledge), engine_of(settings), settings.language
    first = find_dossier(a, base)
    if not others:
        if len(set(dates)) < 2:
            raise PetrAdvisorError.of("command.second-case")
        return first, then_and_now(first.consultation(engine, None), dates), None
    at, second = _common(dates), find_dossier(others[0], base)
    found = compare(first.consultation(engine, at), second.consultation(engine, at))
    return first, (found,), (first.title.in_(language), second.title.in_(language))


def _common(dates: Sequence[date]) -> date | None:
    """Give the date of law at which several cases are compared; none where each is at its own."""
    if len(dates) > 1:
        raise PetrAdvisorError.of("command.one-date")
    return dates[0] if dates else None


def _in_columns(cases: Sequence[str], dates: Sequence[date], settings: Settings) -> tuple[Dossier, Beside]:
    """Give the first of several cases, and all of them beside one another."""
    base, engine, voice = load(settings.knowledge), engine_of(settings), Voice(settings.language, in_print=False)
    at, dossiers = _common(dates), [find_dossier(case, base) for case in cases]
    held: list[Consultation] = [dossier.consultation(engine, at) for dossier in dossiers]
    titles = [dossier.title.in_(settings.language) for dossier in dossiers]
    columns = [Column(title, consultation) for title, consultation in zip(titles, held, strict=True)]
    return dossiers[0], beside(columns, voice)


def _table(found: Beside) -> Iterator[Block]:
    return laid_out(found, ABREAST)
