"""Many cases as columns beside the native engine case by case, in one run: what to compare is the ratio.

    PYTHONPATH=. python benchmarks/columns.py [--rows 65536] [--cases 100] [--json FILE]

The cases are random dossiers, a quarter of their facts unknown, with lists of members and without; every token of a
case is found in both ways (`python -m tests.columns` holds them against each other).
"""

import argparse
import json
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from petr_advisor.checking import load
from petr_advisor.columns.memory import remember
from petr_advisor.columns.table import Table
from petr_advisor.consulting.case import compiled, enacted
from petr_advisor.inference.engines import engine
from petr_advisor.inference.working_memory import run
from tests.columns.drawing import drawn

DAY = date(2026, 11, 24)


def a_second(rows: int, action: Callable[[], object]) -> float:
    """Give how many cases are concluded in a second of processor."""
    start = time.process_time()
    action()
    return rows / (time.process_time() - start)


def main() -> None:
    """Print a line for one key question and for all, with members and without."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=65_536)
    parser.add_argument("--cases", type=int, default=100, help="cases that the engine concludes one by one")
    parser.add_argument("--json", type=Path)
    wanted = parser.parse_args()
    base, found = load(None), {}
    first = min(base.key_questions, key=lambda key: base.key_questions[key].order)
    for name, questions in ((first, (first,)), ("all", tuple(base.key_questions))):
        form, rules = compiled(base, questions), enacted(base, DAY)
        listed = drawn(form, rules, wanted.rows, seed=1)
        for kind, table in (("with members", listed), ("without", Table(listed.rows, listed.columns))):
            remember(form, rules, drawn(form, rules, 64, seed=2))  # what is built once is not counted
            facts = [table.facts(row) for row in range(wanted.cases)]
            columns = a_second(wanted.rows, partial(remember, form, rules, table))
            native = a_second(wanted.cases, lambda: [run(form, rules, each, engine("native")) for each in facts])  # noqa: B023 - called at once
            found[f"{name}, {kind}"] = {"columns": columns, "native": native, "ratio": columns / native}
            print(f"{name:12} {kind:14} {columns:12,.0f} {native:10,.0f} cases a second, ×{columns / native:,.0f}")
    if wanted.json:
        wanted.json.write_text(json.dumps(found, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
