"""What `petr-advisor batch` does: conclude many dossiers, or tell one of them in full."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from petr_advisor.commands.settings import BatchSettings, Settings
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.words.voice import screen_voice

if TYPE_CHECKING:
    from petr_advisor.batch.form import Order
    from petr_advisor.batch.running import Files


def batch(dossiers: Path, output: Path, settings: Settings, wanted: BatchSettings) -> tuple[str, bool]:
    """Conclude every row; gives what was written, in a sentence, and whether every row could be taken."""
    from petr_advisor.batch.progress import Shown  # noqa: PLC0415 - only here are the libraries of tables needed
    from petr_advisor.batch.running import run_batch  # noqa: PLC0415
    from petr_advisor.scenarios.batch import processors  # noqa: PLC0415

    voice, shown = screen_voice(settings.language), Shown(settings.language)
    files, order = _files(dossiers, output, wanted), _order(settings, wanted)
    try:
        done = run_batch(
            files, order, wanted.jobs or processors(), shown, resume=wanted.resume, overwrite=wanted.overwrite
        )
    except KeyboardInterrupt:
        shown.end()
        if sys.stderr is not None:
            print(voice.phrase("batch.interrupted"), file=sys.stderr)
        raise
    finally:
        shown.end()
    told = [voice.phrase("batch.done", output=output, n=done.rows, options=done.lines["options"])]
    if wanted.statuses and done.by_engine:
        told.append(voice.phrase("batch.by-engine", n=done.by_engine))
    if rejects := done.lines["rejects"]:
        told.append(voice.phrase("batch.rejects", n=rejects, path=done.paths["rejects"]))
    return "\n".join(told), not rejects


def row_text(dossiers: Path, number: int, settings: Settings, wanted: BatchSettings) -> str:
    """Tell everything that follows from one row, as `explain` tells a case; PetrAdvisorError says what is wrong."""
    from petr_advisor.batch.cases import Refused, cases_of  # noqa: PLC0415 - as above
    from petr_advisor.batch.running import row_of  # noqa: PLC0415
    from petr_advisor.batch.working import base_of  # noqa: PLC0415
    from petr_advisor.documents.texts import conclusions_text  # noqa: PLC0415

    order = _order(settings, wanted)
    raw = row_of(_files(dossiers, dossiers, wanted), order, number)
    told = []
    for found in cases_of(raw, base_of(settings.knowledge), order):
        if isinstance(found, Refused):
            raise PetrAdvisorError.of("batch.row-refused", row=number, column=found.column, why=found.why)
        told.append(conclusions_text(found.case, settings.language))
    return "\n\n".join(told)


def _files(dossiers: Path, output: Path, wanted: BatchSettings) -> "Files":
    from petr_advisor.batch.running import Files  # noqa: PLC0415 - as above

    return Files(dossiers, wanted.members, output, wanted.ignored)


def _order(settings: Settings, wanted: BatchSettings) -> "Order":
    from petr_advisor.batch.form import Order  # noqa: PLC0415 - as above

    if settings.engine == "all":
        raise PetrAdvisorError.of("command.one-engine")
    today = date.today()  # noqa: DTZ011 - the day on which a person asks is a local day
    chosen = settings.engine or "native"
    return Order(settings.knowledge, chosen, wanted.days, today, wanted.questions, settings.language, wanted.statuses)
