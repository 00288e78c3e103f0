"""The speeds that are aimed at, each measured in seconds of processor: what it is, and what it should be.

    PYTHONPATH=. python benchmarks/targets.py

Warm, on one core; the country (`perimeter --all`) and many dossiers (`columns.py`) are measured apart.
"""

import resource
import statistics
import subprocess
import sys
import time
from datetime import date

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.perimeters.exploring import explore
from petr_advisor.perimeters.wanted import Wanted

DAY = date(2026, 11, 24)
FIRST = """
from datetime import date
from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
case = Consultation.start(load(), date(2026, 11, 24), {questions!r})
case.next_question
"""
AROUND = "246700488"
RUNS = 3
MEMBERS = 12


def spent(code: str) -> float:
    """Give the seconds of processor of a process that runs some code."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def answers(base: KnowledgeBase, questions: tuple[str, ...]) -> list[float]:
    """Give the milliseconds from each answer to conclusions, course and next question, with twelve members."""
    rows = {
        f"m{n}": {"member.name": f"CC {n}", "member.kind": "cc", "member.population": 4000 + 937 * n}
        for n in range(MEMBERS)
    }
    case = Consultation.start(base, DAY, questions, engine("native")).list_entities("member", rows, complete=True)
    _ = case.next_question, case.outcomes, case.course
    found: list[float] = []
    while (question := case.next_question) is not None and len(found) < 60:
        start = time.process_time()
        if question.of is None and question.kind.choices:
            case = case.answer(question.fact, next(iter(question.kind.choices)))
        elif question.of is None and question.kind.type == "yes_no":
            case = case.answer(question.fact, value=True)
        else:
            case = case.dont_know(question.fact, question.of)
        _ = case.next_question, case.outcomes, case.course
        found.append((time.process_time() - start) * 1000)
    return found


def main() -> None:
    """Print a line a target."""
    base = load()
    keys = sorted(base.key_questions, key=lambda key: base.key_questions[key].order)
    for name, questions, most in (("one key question", keys[:1], 0.7), ("all", keys, 1.2)):
        code = FIRST.format(questions=questions)
        spent(code)
        seconds = statistics.median(spent(code) for _ in range(RUNS))
        print(f"first question, {name}, warm: {seconds:.2f} s (aim {most} s)", flush=True)
    for name, questions, most, late in (("one key question", keys[:1], 25, 100), ("all", keys, 70, 100)):
        answers(base, tuple(questions))
        times = sorted(answers(base, tuple(questions)))
        p95 = times[round(0.95 * (len(times) - 1))]
        told = (
            f"median {statistics.median(times):.1f} ms (aim {most}), p95 {p95:.1f} (aim {late}), {len(times)} answers"
        )
        print(f"answer to next question, native, {MEMBERS} members, {name}: {told}", flush=True)
    case = Consultation.start(base, DAY, keys[:1], engine("native"))
    explore(case, Wanted((AROUND,)))
    start = time.process_time()
    found = explore(case, Wanted((AROUND,)))
    seconds = time.process_time() - start
    print(f"around one EPCI, up to six members: {seconds:.2f} s, {len(found.order)} groupings (aim 2 s)")


if __name__ == "__main__":
    main()
