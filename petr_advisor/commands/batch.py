"""What `petr-advisor batch` does: conclude many dossiers, or tell one of them in full."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from petr_advisor.commands.progress import Bar
from petr_advisor.commands.settings import BatchSettings, Settings
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.writing import write
from petr_advisor.words.voice import STATUS_SYMBOL, Voice, screen_voice

if TYPE_CHECKING:
    from petr_advisor.batch.form import Order, Raw
    from petr_advisor.batch.running import Done, Files
    from petr_advisor.consulting.consultation import Consultation
    from petr_advisor.knowledge.base import KnowledgeBase

MOST_TOLD = 20
"""Changes told on a screen; the others are in the table of counts."""


def batch(dossiers: Path, output: Path, settings: Settings, wanted: BatchSettings) -> tuple[str, bool]:
    """Conclude every row; gives what was written, in a sentence, and whether every row could be taken."""
    from petr_advisor.batch.pools import Workers  # noqa: PLC0415 - only here are the libraries needed
    from petr_advisor.batch.running import run_batch  # noqa: PLC0415
    from petr_advisor.scenarios.workers import processors  # noqa: PLC0415

    voice = screen_voice(settings.language)
    files, order = _files(dossiers, output, wanted), _order(settings, wanted)
    try:
        workers = Workers(wanted.jobs or processors(), wanted.scheduler)
        with Bar(settings.language, "batch.progress") as bar:
            done = run_batch(files, order, workers, bar, resume=wanted.resume, overwrite=wanted.overwrite)
    except KeyboardInterrupt:
        if sys.stderr is not None:
            print(voice.phrase("batch.interrupted"), file=sys.stderr)
        raise
    told = [voice.phrase("batch.done", output=output, n=done.rows, options=done.lines["options"])]
    if order.compares:
        told += changes_told(done, voice)
        told += _mapped(files, order, done, voice)
    if (wanted.statuses or wanted.overlay) and done.by_engine:
        told.append(voice.phrase("batch.by-engine", n=done.by_engine))
    if rejects := done.lines["rejects"]:
        told.append(voice.phrase("batch.rejects", n=rejects, path=done.paths["rejects"]))
    return "\n".join(told), not rejects


def changes_told(done: "Done", voice: Voice) -> Iterator[str]:
    """Say how many rows change and, of what changes for most of them but duties, what it was and what it becomes."""
    yield voice.phrase("batch.changed", n=len(done.changed), total=done.cases)
    told = [line for line in done.counts if line["what"] != "duty"][:MOST_TOLD]
    for line in told:
        before, after = (_state(line[name], voice) for name in ("before", "after"))
        said = voice.phrase("batch.change", title=line["title"], before=before, after=after)
        because = f" [{line['because']}]" if line["because"] else ""
        yield f"{line['rows']:>7}  {said}{because}"
    if more := len(done.counts) - len(told):
        yield voice.phrase("batch.more-changes", n=more, path=done.paths["counts"])


def _state(state: str | None, voice: Voice) -> str:
    """Say a status, the state of a duty, an answer by its options; that nothing follows where there is none."""
    if state is None:
        return voice.phrase("batch.nothing")
    word, _, more = state.partition(" ")
    if word in {"established", "presumed"}:
        return f"{voice.phrase(f'batch.{word}')} {more}".strip()
    return voice.status(word) if word in STATUS_SYMBOL else state.partition(":")[2] or state


def _mapped(files: "Files", order: "Order", done: "Done", voice: Voice) -> Iterator[str]:
    """Draw which territories change, beside the output, where their members are known."""
    from petr_advisor.batch.mapping import map_of  # noqa: PLC0415 - as above

    if order.overlay is None or (svg := map_of(files, order, done, voice)) is None:
        return
    path = files.output.with_name(f"{files.output.stem}-map.svg")
    write(path, svg.encode(), overwrite=True)  # what stands beside the output is made again with it
    yield voice.phrase("batch.mapped", path=path)


def row_text(dossiers: Path, number: int, settings: Settings, wanted: BatchSettings) -> str:
    """Tell everything that follows from one row, as `explain` tells a case; under changed rules, what they change.

    PetrAdvisorError says what is wrong.
    """
    from petr_advisor.batch.bases import base_of  # noqa: PLC0415 - as above
    from petr_advisor.batch.reforming import laws_of  # noqa: PLC0415
    from petr_advisor.batch.running import row_of  # noqa: PLC0415
    from petr_advisor.documents.texts import comparison_text, conclusions_text  # noqa: PLC0415
    from petr_advisor.explaining.comparing.comparison import compare  # noqa: PLC0415

    order = _order(settings, wanted)
    raw = row_of(_files(dossiers, dossiers, wanted), order, number)
    if wanted.overlay is None:
        cases = _cases(raw, base_of(settings.knowledge), order)
        return "\n\n".join(conclusions_text(case, settings.language) for case in cases)
    voice = screen_voice(settings.language)
    names = voice.phrase("batch.law-today"), voice.phrase("batch.law-changed", name=str(wanted.overlay))
    before, after = (_cases(*law, order) for law in laws_of(raw, order))
    both = zip(before, after, strict=True)
    return "\n\n".join(comparison_text(compare(*pair), settings.language, names) for pair in both)


def _cases(raw: "Raw", base: "KnowledgeBase", order: "Order") -> list["Consultation"]:
    from petr_advisor.batch.cases import Refused, cases_of  # noqa: PLC0415 - as above

    cases = []
    for found in cases_of(raw, base, order):
        if isinstance(found, Refused):
            raise PetrAdvisorError.of("batch.row-refused", row=raw.row, column=found.column, why=found.why)
        cases.append(found.case)
    return cases


def _files(dossiers: Path, output: Path, wanted: BatchSettings) -> "Files":
    from petr_advisor.batch.running import Files  # noqa: PLC0415 - as above
    from petr_advisor.scenarios.loading import example_or_path  # noqa: PLC0415

    return Files(example_or_path(dossiers), wanted.members, output, wanted.ignored)


def _order(settings: Settings, wanted: BatchSettings) -> "Order":
    from petr_advisor.batch.form import Order  # noqa: PLC0415 - as above

    if settings.engine == "all":
        raise PetrAdvisorError.of("command.one-engine")
    today = date.today()  # noqa: DTZ011 - the day on which a person asks is a local day
    chosen = settings.engine or "native"
    if wanted.overlay is not None and len(wanted.days) > 1:
        raise PetrAdvisorError.of("batch.overlay-and-days")
    return Order(
        settings.knowledge, chosen, wanted.days, today, wanted.questions, settings.language, wanted.statuses,
        wanted.overlay,
    )  # fmt: skip
