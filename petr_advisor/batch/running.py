"""Run a batch: read, conclude in several processes, keep each part, put the output together."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from petr_advisor import __version__
from petr_advisor.batch.bases import base_of
from petr_advisor.batch.checking import check_columns, each_once, known_columns, members_by_dossier
from petr_advisor.batch.counting import by_case, cases_in, counted
from petr_advisor.batch.form import FORMS, TABLES, Line, Lines, Order, Raw, Table
from petr_advisor.batch.parts import Parts, table_path
from petr_advisor.batch.pools import Awaited, StoppedError, Workers, pool
from petr_advisor.batch.reading import source
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.reading import files_in, shown
from petr_advisor.files.writing import check_place
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.words.voice import screen_voice

PART = 32
"""Rows of a part: what an interruption may lose, of each process."""
PART_OF_STATUSES = 2_048
"""The same where rows are concluded together."""


@dataclass(frozen=True)
class Files:
    """What a batch reads and writes."""

    dossiers: Path
    members: Path | None
    output: Path
    ignored: tuple[str, ...] = ()
    """Columns that are left aside."""


@dataclass(frozen=True)
class Done:
    """What a batch did."""

    rows: int
    """Rows read."""
    kept: int
    """Rows of them concluded before an interruption."""
    lines: dict[Table, int]
    """Lines of each table."""
    by_engine: int
    """Rows that were concluded one by one."""
    paths: dict[Table, Path]
    """Where each table goes."""
    counts: list[Line]
    """How many cases each change touches."""
    changed: Mapping[tuple[int, str], int]
    """How many things change in each case that a change touches: (row, identifier)."""
    cases: int
    """Cases that were concluded: one a row, or several a scenario file."""


Progress = Callable[[int, int, int], None]
"""Told (rows done, rows in all, rows done before an interruption)."""


def run_batch(
    files: Files, order: Order, workers: Workers, progress: Progress, *, resume: bool = False, overwrite: bool = False
) -> Done:
    """Conclude every row; PetrAdvisorError for what cannot be read or written, with no output left by halves."""
    if files.output.suffix.lower() not in FORMS:
        raise PetrAdvisorError.of("batch.form", name=shown(files.output), known=FORMS)
    for table in TABLES:
        check_place(table_path(files.output, table), overwrite=overwrite)
    base = base_of(order.knowledge, order.overlay)
    for day in order.days or (order.today,):  # an order that no row could follow is refused before any work is done
        Consultation.start(base_of(order.knowledge), day, order.questions or None, engine(order.engine))
    found = source(files.dossiers)
    check_columns(files.dossiers, found, known_columns(base), files.ignored)
    total = found.count()
    if not total:
        raise PetrAdvisorError.of("batch.empty", name=shown(files.dossiers))
    parts = Parts(files.output, _made_from(files, order, base))
    with _alone(files.output):
        parts.begin(resume=resume)
        kept, rows, number = 0, 0, 0
        for number, (size, lines) in enumerate(_parts(files, base, order, workers, parts), 1):
            rows += size
            if lines is None:
                kept += size
            else:
                parts.put(number - 1, lines)
            progress(min(rows, total), total, kept)
        compared: tuple[Table, ...] = ("changes", "counts") if order.compares else ()
        by_engine = parts.rows_by_engine(number)
        changes = parts.joined("changes", number)
        counts, changed = counted(changes, base, screen_voice(order.language)), by_case(changes)
        cases = cases_in(parts.joined("options", number))
        lengths = parts.assemble(number, ("options", "duties", *compared), counts, overwrite=overwrite)
    paths = {table: table_path(files.output, table) for table in TABLES}
    return Done(total, kept, lengths, by_engine, paths, counts, changed, cases)


def row_of(files: Files, order: Order, number: int) -> Raw:
    """Give one row of the dossiers, with its members; PetrAdvisorError where there is none of that number."""
    base = base_of(order.knowledge, order.overlay)
    found = source(files.dossiers)
    check_columns(files.dossiers, found, known_columns(base), files.ignored)
    for raw in rows_of(files, base):
        if raw.row == number and raw.table == "dossiers":
            return raw
    raise PetrAdvisorError.of("batch.no-row", row=number, n=found.count(), name=shown(files.dossiers))


def rows_of(files: Files, base: KnowledgeBase) -> Iterator[Raw]:
    """Give the rows of the dossiers with their members, then the lines of members that are none's."""
    members, lost = members_by_dossier(files.members, source(files.members), base) if files.members else ({}, ())
    yield from each_once(source(files.dossiers).rows(), members, files.ignored)
    yield from lost


def _parts(
    files: Files, base: KnowledgeBase, order: Order, workers: Workers, parts: Parts
) -> Iterator[tuple[int, Lines | None]]:
    """Give each part in order, with its number of rows; no lines for one that is there already."""
    rows = rows_of(files, base)
    size = _part(order)
    chunks = enumerate(iter(lambda: tuple(islice(rows, size)), ()))
    waiting: deque[tuple[int, Awaited | None]] = deque()
    try:
        with pool(workers) as given:
            for number, chunk in chunks:
                waiting.append((len(chunk), None if parts.has(number) else given.submit(order, chunk)))
                if len(waiting) > given.ahead:
                    yield _next(waiting)
            while waiting:
                yield _next(waiting)
    except StoppedError as error:
        raise PetrAdvisorError.of("batch.killed", name=shown(files.output)) from error


def _part(order: Order) -> int:
    return PART_OF_STATUSES if order.only_statuses or order.overlay is not None else PART


def _next(waiting: "deque[tuple[int, Awaited | None]]") -> tuple[int, Lines | None]:
    size, awaited = waiting.popleft()
    return size, None if awaited is None else awaited()


@contextmanager
def _alone(output: Path) -> Iterator[None]:
    """Keep another batch from writing the same output; PetrAdvisorError when one does."""
    lock = FileLock(output.with_name(f".{output.name}.lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise PetrAdvisorError.of("batch.elsewhere", name=shown(output)) from error
    try:
        yield
    finally:
        lock.release()
        Path(lock.lock_file).unlink(missing_ok=True)


def _made_from(files: Files, order: Order, base: KnowledgeBase) -> dict[str, Any]:
    """Say what the parts are made from: the version, the rule base, what is read to the letter, what is wanted."""
    told = asdict(order) | {"knowledge": base.hash}
    return {
        "version": __version__,
        "part": _part(order),
        "order": {name: str(value) for name, value in told.items()},
        "ignored": list(files.ignored),
        "read": [_hash(path) for path in (files.dossiers, files.members) if path is not None],
    }


def _hash(path: Path) -> str:
    found = sha256()
    for each in files_in(path, ".yaml") if path.is_dir() else (path,):
        found.update(each.name.encode("utf-8", "surrogateescape"))
        with each.open("rb") as file:
            while block := file.read(1 << 20):
                found.update(block)
    return found.hexdigest()
