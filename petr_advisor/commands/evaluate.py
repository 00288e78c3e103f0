"""What `petr-advisor evaluate` does: replay scenarios, or walk them over the dates of the law."""

from pathlib import Path

from petr_advisor.commands.opening import engine_names
from petr_advisor.commands.progress import Bar
from petr_advisor.commands.settings import Settings
from petr_advisor.scenarios.batch import TELLING_OPTIONS, WRITERS, Batch, evaluate_all, over_files
from petr_advisor.scenarios.walk import walk
from petr_advisor.scenarios.workers import processors


def evaluate_paths(paths: list[Path], form: str, settings: Settings, jobs: int | None = None) -> tuple[str, bool]:
    """Evaluate scenarios; give the results in the form asked, and whether all expectations hold."""
    batch = Batch(
        engine_names(settings),
        settings.knowledge,
        settings.as_of,
        settings.language,
        jobs or processors(),
        form in TELLING_OPTIONS,
    )
    with Bar(settings.language, "evaluate.progress") as bar:
        rows = evaluate_all(paths, batch, bar)
    return WRITERS[form](rows), all(row.passed for row in rows)


def walk_paths(paths: list[Path], settings: Settings, jobs: int | None) -> tuple[str, bool]:
    """Walk scenarios over every date on which the law changes; give what is wrong, and whether nothing is."""
    with Bar(settings.language, "evaluate.progress") as bar:
        files = over_files(paths, walk, settings.knowledge, jobs, bar)
    faults = [str(fault) for file in files for fault in file.faults]
    cases, days = sum(file.cases for file in files), sum(file.days for file in files)
    faults.append(f"{cases} cases at {days // max(cases, 1)} dates each: {len(faults) or 'no'} gaps or overlaps")
    return "\n".join(faults), len(faults) == 1
