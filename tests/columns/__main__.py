"""Hold random dossiers against the native engine, `python -m tests.columns ROWS [SEED]`, or with 0 all scenarios."""

import sys
import time
from datetime import date
from pathlib import Path

from petr_advisor.checking import load
from petr_advisor.columns.memory import remember
from petr_advisor.consulting.case import compiled, enacted
from petr_advisor.inference.engines import engine
from tests.columns.comparing import against, cases_in, disagreements
from tests.columns.drawing import drawn

DAYS = (date(2014, 7, 1), date(2019, 3, 1), date(2023, 6, 1), date(2026, 11, 24))
SCENARIOS = Path(__file__).parents[2] / "scenarios"
A_TABLE = 2_048


def main(rows: int, seed: int) -> int:
    """Say how many rows were compared, and how they differ; give how many differences there are."""
    base, wrong, done = load(None), 0, 0
    if not rows:
        cases = cases_in([SCENARIOS], base)
        told = list(disagreements(cases))
        print("\n".join((*told, f"{len(cases)} cases, {len(told)} differences")))
        return len(told)
    spent = {"columns": 0.0, "native": 0.0}
    questions = (tuple(base.key_questions), tuple(base.key_questions)[:1])
    while done < rows:
        number = done // A_TABLE
        form, rules = compiled(base, questions[number % 2]), enacted(base, DAYS[number % len(DAYS)])
        table = drawn(form, rules, min(A_TABLE, rows - done), seed + number)
        start = time.process_time()
        found = remember(form, rules, table)
        between = time.process_time()
        for difference in against(found, table, engine("native")):
            wrong += 1
            print(difference)
        spent["columns"] += between - start
        spent["native"] += time.process_time() - between
        done += table.rows
    print(f"{done} dossiers, {wrong} differences; seconds of processor: {spent}")
    return wrong


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1) > 0)
