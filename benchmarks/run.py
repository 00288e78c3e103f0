"""How fast: medians and 95th percentiles, with the native engine's figures beside those of durable_rules in one run.

    python benchmarks/run.py [--runs 20] [--json FILE]

Times depend on the machine; the ratios between engines, taken in one run, are what to compare.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.build import build
from petr_advisor.documents.model import Report
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.writing import SUFFIXES, render
from petr_advisor.files.locations import examples_folder, knowledge_folder
from petr_advisor.inference.compiler import compile_rules
from petr_advisor.inference.engines import available, engine
from petr_advisor.inference.working_memory import run
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.loader import read_folder
from petr_advisor.scenarios.form import UNKNOWN
from petr_advisor.scenarios.loading import load_scenarios, scenario_files
from petr_advisor.scenarios.scenario import Scenario

Figures = dict[str, float]


def timed(action: Callable[[], object], runs: int) -> list[float]:
    """Give the milliseconds of each run, after one that is not counted."""
    action()
    found = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        found.append((time.perf_counter() - start) * 1000)
    return found


def figures(times: list[float]) -> Figures:
    """Give the median and the 95th percentile, in milliseconds."""
    ordered = sorted(times)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    return {"median_ms": round(statistics.median(ordered), 2), "p95_ms": round(p95, 2), "n": len(ordered)}


def first_question(runs: int) -> list[float]:
    """Time a whole process from its start to its first question, then its end."""
    command = [sys.executable, "-m", "petr_advisor", "--plain"]
    environment = {**os.environ, "PETR_ADVISOR_HOME": tempfile.mkdtemp()}

    def start() -> None:
        pipe = subprocess.PIPE
        with subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True, env=environment
        ) as process:
            assert process.stdout
            for line in process.stdout:
                if "?  [" in line:  # the question, then how many are left
                    break
            process.kill()

    return timed(start, runs)


def steps(base: KnowledgeBase, scenarios: list[Scenario], name: str) -> list[float]:
    """Time each answer of each scenario's interview: until the conclusions and the next question are there."""
    chosen = engine("durable" if name == "durable" else "native")
    found = []
    for scenario in scenarios:
        consultation = Consultation.start(base, scenario.as_of, scenario.key_questions or None, chosen)
        _ = consultation.next_question, consultation.outcomes
        while (question := consultation.next_question) is not None:
            start = time.perf_counter()
            consultation = _answer(scenario, consultation)
            _ = consultation.next_question, consultation.outcomes
            found.append((time.perf_counter() - start) * 1000)
            del question
    return found


def _answer(scenario: Scenario, consultation: Consultation) -> Consultation:
    question = consultation.next_question
    assert question is not None
    if question.kind.entity:
        if scenario.members is None:
            return consultation.dont_know(question.fact)
        return scenario.with_members(consultation)
    value = UNKNOWN if question.of else scenario.answers.get(question.fact, UNKNOWN)
    if value == UNKNOWN:
        return consultation.dont_know(question.fact, question.of)
    return consultation.answer(question.fact, value)


def documents(base: KnowledgeBase, runs: int) -> Iterator[tuple[str, list[float]]]:
    """Time the report of an association of 20 members, all key questions asked, in each format."""
    rows = {
        f"m{n}": {"member.name": f"CC {n}", "member.kind": "cc", "member.population": 4000 + 937 * n} for n in range(20)
    }
    day = date(2026, 11, 24)
    case = Consultation.start(base, day).list_entities("member", rows)
    case = case.answer("structure.legal_form", "association")

    def make() -> Report:
        return build(case, "fr", Adviser(), day)

    yield "report of 20 members, built", timed(make, runs)
    report = make()
    for suffix in SUFFIXES:
        yield f"report of 20 members, {suffix}", timed(partial(render, report, suffix), runs)


def measure(runs: int) -> Iterator[tuple[str, Figures]]:
    """Measure everything; each figure is given as soon as it is known, for the whole takes minutes."""
    base = load()
    paths = scenario_files([examples_folder()])
    scenarios = [scenario for path in paths for scenario in load_scenarios(path, base)][:25]
    few = max(3, runs // 4)
    yield "process start to first question", figures(first_question(few))
    yield "load of the rule base, files", figures(timed(lambda: read_folder(knowledge_folder()), few))
    yield "load of the rule base, cached", figures(timed(load, runs))
    yield "compile", figures(timed(partial(compile_rules, base), runs))
    full = scenarios[0].consultation(engine("native"))
    for name in available():
        chosen = engine(name)
        yield (
            f"one evaluation, {name}",
            figures(timed(partial(run, full.compiled, full.rules, full.facts, chosen), runs)),
        )
        yield f"answer to next question, {name}", figures(steps(base, scenarios, name))
    for document, times in documents(base, 3):
        yield document, figures(times)


def main() -> None:
    """Print the figures, and the ratios between engines."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    result = {}
    for name, row in measure(arguments.runs):
        result[name] = row
        line = f"{name:45} median {row['median_ms']:9.2f} ms   p95 {row['p95_ms']:9.2f} ms   n {row['n']:.0f}"
        print(line, flush=True)
    for what in ("one evaluation", "answer to next question"):
        if f"{what}, durable" in result:
            ratio = result[f"{what}, durable"]["median_ms"] / result[f"{what}, native"]["median_ms"]
            print(f"{what}: durable_rules takes {ratio:.1f} times as long as the native engine")
    if arguments.json:
        arguments.json.write_text(json.dumps(result, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
