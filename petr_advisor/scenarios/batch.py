"""Evaluate many scenarios, several files at a time, and write the results as text, JSON or JUnit."""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar
from xml.etree import ElementTree as ET

from petr_advisor.checking import load
from petr_advisor.documents.sheets import explanation_text
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.inference.durable_process import EngineFaultError
from petr_advisor.inference.engines import EngineName, engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.problems import FileError, Problem
from petr_advisor.knowledge.yaml_reader import read_yaml
from petr_advisor.progress import Progress, to_nobody
from petr_advisor.scenarios.differences import Difference
from petr_advisor.scenarios.evaluation import Evaluation, evaluate, option_json
from petr_advisor.scenarios.loading import load_scenarios, scenario_files
from petr_advisor.scenarios.scenario import Scenario
from petr_advisor.scenarios.workers import processes, processors
from petr_advisor.words.texts import Language

Result = TypeVar("Result")


@dataclass(frozen=True)
class Row:
    """The outcome of one scenario, in plain values that can cross from one process to another."""

    name: str
    title: str
    as_of: str
    rule_base: str
    engines: tuple[str, ...]
    differences: tuple[dict[str, str], ...]
    """Each with `about`, `expected`, `found` and, where there is one, the proof under `how`."""
    options: tuple[dict[str, Any], ...]
    """What is concluded, where it was asked for; nothing from answers that exclude each other."""
    conflicts: tuple[str, ...]
    """Which answers exclude each other."""
    seconds: float

    @property
    def passed(self) -> bool:
        """Whether every expectation holds."""
        return not self.differences


@dataclass(frozen=True)
class _Wrong:
    """What is wrong with a scenario file."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Batch:
    """What to evaluate, and how."""

    engines: tuple[EngineName, ...]
    knowledge: Path | None = None
    as_of: date | None = None
    """Another date of law for all of them."""
    language: Language = "fr"
    jobs: int = field(default_factory=processors)
    """How many processes."""
    options: bool = True
    """Whether what is concluded of each option is given too."""


def evaluate_all(paths: Iterable[Path], batch: Batch, progress: Progress = to_nobody) -> tuple[Row, ...]:
    """Evaluate every scenario of some files and folders, in order; a FileError holds the problems of all files."""
    found = over_files(paths, partial(_evaluate_file, batch), batch.knowledge, batch.jobs, progress)
    return tuple(row for rows in found for row in rows)


def over_files(
    paths: Iterable[Path],
    work: Callable[[tuple[Scenario, ...]], Result],
    knowledge: Path | None = None,
    jobs: int | None = None,
    progress: Progress = to_nobody,
) -> tuple[Result, ...]:
    """Do some work on the scenarios of each file, several files at a time; a FileError holds the problems of all.

    Files with the same key questions follow one another: what a process built for some serves the next.
    """
    listed = scenario_files(paths)
    files = sorted(listed, key=_asks)
    if not files:
        raise PetrAdvisorError.of("command.no-scenario")
    jobs = processors() if jobs is None else jobs
    _base.cache_clear()
    _base(knowledge)  # a rule base that does not load is told once, and leaves a cache for the workers
    one = partial(_over_file, work, knowledge)
    if jobs < 2 or len(files) < 8:
        found = list(_told(map(one, files), len(files), progress))
    else:
        with processes(jobs) as pool:
            found = list(_told(pool.map(one, files, chunksize=4), len(files), progress))
    by_file = dict(zip(files, found, strict=True))
    found = [by_file[file] for file in listed]
    problems = [problem for outcome in found if isinstance(outcome, _Wrong) for problem in outcome.problems]
    if problems:
        raise FileError(problems)
    return tuple(outcome for outcome in found if not isinstance(outcome, _Wrong))


def _told(found: Iterable[Result], total: int, progress: Progress) -> Iterator[Result]:
    for done, outcome in enumerate(found, 1):
        progress(done, total)
        yield outcome


def _asks(path: Path) -> tuple[str, ...]:
    """Give the key questions and the day of a file as it writes them, without a judgement on either."""
    try:
        data = read_yaml(path).data
    except FileError:
        return ()
    return tuple(str(data.get(key)) for key in ("key_questions", "as_of")) if isinstance(data, Mapping) else ()


@cache
def _base(knowledge: Path | None) -> KnowledgeBase:
    """Give the rule base, loaded once a process: its engine forms and diagrams are remembered with it."""
    return load(knowledge)


def _over_file(work: Callable[[tuple[Scenario, ...]], Result], knowledge: Path | None, path: Path) -> "Result | _Wrong":
    try:
        return work(tuple(load_scenarios(path, _base(knowledge))))
    except FileError as error:
        return _Wrong(error.problems)


def _evaluate_file(batch: Batch, scenarios: tuple[Scenario, ...]) -> tuple[Row, ...]:
    return tuple(_evaluate(batch, scenario) for scenario in scenarios)


def _evaluate(batch: Batch, scenario: Scenario) -> Row:
    start = time.perf_counter()
    dated = replace(scenario, as_of=batch.as_of) if batch.as_of else scenario
    try:
        found = evaluate(dated, [engine(name) for name in batch.engines])
    except EngineFaultError as fault:  # no other engine answers in its place: here the engines are what is tested
        told = Difference("engines", "an answer", fault.told(batch.language))
        found = Evaluation(dated, batch.engines, (told,), ())
    differences = []
    for difference in found.differences:
        row = {"about": difference.about, "expected": difference.expected, "found": difference.found}
        if difference.how:
            row["how"] = explanation_text(difference.how, scenario.base, batch.language)
        differences.append(row)
    outcomes = found.outcomes if batch.options else ()
    options = [option_json(option) for outcome in outcomes for option in (*outcome.routes, *outcome.staying)]
    return Row(
        scenario.name,
        scenario.title.in_(batch.language),
        dated.as_of.isoformat(),
        scenario.base.hash,
        found.engines,
        tuple(differences),
        tuple(options),
        found.conflicts,
        time.perf_counter() - start,
    )


def as_text(rows: tuple[Row, ...]) -> str:
    """Write the differences with their proofs, then how many passed."""
    lines = []
    for row in rows:
        if not row.passed:
            lines.append(f"✘ {row.name} — {row.title}")
        for difference in row.differences:
            lines.append(f"    {difference['about']}: expected {difference['expected']}, found {difference['found']}")
            lines += [f"      {line}" for line in difference.get("how", "").splitlines()]
    failed = sum(not row.passed for row in rows)
    engines = " and ".join(rows[0].engines)
    lines.append(f"{len(rows) - failed} passed, {failed} failed ({engines})")
    return "\n".join(lines)


def as_json(rows: tuple[Row, ...]) -> str:
    """Write the results with every option's outcome; `format` is the version of this form."""
    results = [
        {
            "scenario": row.name,
            "title": row.title,
            "passed": row.passed,
            "engines": list(row.engines),
            "as_of": row.as_of,
            "rule_base": row.rule_base,
            "differences": [{key: found[key] for key in ("about", "expected", "found")} for found in row.differences],
            "conflicts": list(row.conflicts),
            "options": list(row.options),
        }
        for row in rows
    ]
    return json.dumps({"format": 1, "results": results}, ensure_ascii=False, indent=1)


def as_junit(rows: tuple[Row, ...]) -> str:
    """Write the results as a JUnit test suite."""
    failed = sum(not row.passed for row in rows)
    suite = ET.Element("testsuite", name="petr-advisor", tests=str(len(rows)), failures=str(failed))
    for row in rows:
        case = ET.SubElement(suite, "testcase", classname="scenarios", name=row.name, time=f"{row.seconds:.3f}")
        for difference in row.differences:
            message = f"{difference['about']}: expected {difference['expected']}, found {difference['found']}"
            ET.SubElement(case, "failure", message=message).text = difference.get("how", message)
    return ET.tostring(suite, encoding="unicode", xml_declaration=True)


TELLING_OPTIONS = frozenset({"json"})
"""The forms that tell what is concluded of each option."""

WRITERS = {"text": as_text, "json": as_json, "junit": as_junit}
"""The forms of the results."""
