"""Change the law one small thing at a time, and count how many of the changes `check` or a scenario notices.

    python -m scripts.mutate_law [--sample 300] [--seed 1] [--jobs 2] [--tries 150] [--report FILE]

A change is drawn by operator, then by place, from what the rule base holds: an act, an order or an antecedent dropped,
a majority swapped, a silence flipped, a limit shifted by a unit, its event or what passing it does changed, a
comparison, a date or a confidence changed. Each one is put to the scenarios that state the law, checked as an author's
files would be, then put to the other scenarios that can see it, the nearest first, until one fails. Survivors are
printed: each is a line of law that nobody would miss.
"""

import argparse
import json
import multiprocessing
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from petr_advisor.checking import all_problems
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.locations import knowledge_folder
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.entries import read_entry
from petr_advisor.knowledge.loader import Places, read_folder
from petr_advisor.scenarios.evaluation import evaluate
from petr_advisor.scenarios.law_differences import law_differences
from petr_advisor.scenarios.law_form import LawExpected, law_about
from petr_advisor.scenarios.loading import load_scenarios, scenario_files
from petr_advisor.scenarios.scenario import Scenario
from scripts.law_mutants import Mutant, mutants
from scripts.law_nearness import near

SCENARIOS = Path("scenarios")
NOTHING = LawExpected()


@dataclass(frozen=True)
class Verdict:
    """What noticed a change."""

    mutant: str
    operator: str
    caught_by: str
    """`check`, the name of a scenario, or nothing for a survivor."""
    seconds: float


@dataclass(frozen=True)
class Bench:
    """What every change is tried on; workers take it over when they are forked."""

    base: KnowledgeBase
    places: Places
    known: frozenset[str]
    """Problems that the rule base has before any change: none, if it is clean."""
    scenarios: tuple[Scenario, ...]
    tries: int = 150
    """How many scenarios are tried on a change at most, those nearest to it first."""


def bench(tries: int) -> Bench:
    """Read the rule base and every scenario."""
    base, places = read_folder(knowledge_folder())
    scenarios = [found for path in scenario_files([SCENARIOS]) for found in load_scenarios(path, base)]
    known = frozenset(str(problem) for problem in all_problems(base, places))
    return Bench(base, places, known, tuple(scenarios), tries)


def judged(mutant: Mutant, on: Bench) -> Verdict:
    """Tell what notices a change: the form of the entry, a scenario that states the law, the checks, or another."""
    start = time.monotonic()
    entry, problems = read_entry(mutant.kind, mutant.entry)
    caught = "check" if problems or entry is None else ""
    if not caught and entry is not None:
        entries = {**getattr(on.base, mutant.kind), mutant.key: entry}
        changed = KnowledgeBase.model_validate({**_kinds(on.base), mutant.kind: entries})
        caught = _unlike(mutant, changed, on) or _unsound(changed, on) or _failing(mutant, changed, on)
    return Verdict(str(mutant), mutant.operator, caught, time.monotonic() - start)


def _kinds(base: KnowledgeBase) -> dict[str, object]:
    return {name: getattr(base, name) for name in KnowledgeBase.model_fields}


def _unlike(mutant: Mutant, changed: KnowledgeBase, on: Bench) -> str:
    """Give the first scenario that states the law otherwise: nothing is concluded for it, so it comes first."""
    for scenario in on.scenarios:
        said = law_about(scenario.expect.law, mutant.kind, mutant.key)
        if said != NOTHING and any(law_differences(said, changed, scenario.as_of)):
            return scenario.name
    return ""


def _unsound(changed: KnowledgeBase, on: Bench) -> str:
    try:
        found = {str(problem) for problem in all_problems(changed, on.places)}
    except (PetrAdvisorError, KeyError):
        return "check"
    return "check" if found - on.known else ""


def _failing(mutant: Mutant, changed: KnowledgeBase, on: Bench) -> str:
    """Give the first scenario that the change makes fail; nothing when all that are tried pass."""
    native = engine("native")
    for scenario in near(mutant, on.base, on.scenarios)[: on.tries]:
        try:
            if not evaluate(replace(scenario, base=changed), [native]).passed:
                return scenario.name
        except (PetrAdvisorError, KeyError, ValueError):
            return scenario.name
    return ""


_BENCH: list[Bench] = []


def _work(mutant: Mutant) -> Verdict:
    return judged(mutant, _BENCH[0])


def verdicts(drawn: list[Mutant], jobs: int) -> Iterator[Verdict]:
    """Judge changes in processes forked from this one."""
    with multiprocessing.get_context("fork").Pool(jobs, maxtasksperchild=8) as pool:
        yield from pool.imap_unordered(_work, drawn)


def drawn(
    base: KnowledgeBase, places: Places, sample: int, seed: int, only: Iterable[str] | None = None
) -> list[Mutant]:
    """Draw changes: as many of each operator as there are places for, in turn."""
    draw = random.Random(seed)  # noqa: S311 - nothing to keep secret
    by_operator: dict[str, list[Mutant]] = {}
    for mutant in mutants(base, places):
        if not only or mutant.operator in only:
            by_operator.setdefault(mutant.operator, []).append(mutant)
    for found in by_operator.values():
        draw.shuffle(found)
    chosen: list[Mutant] = []
    while len(chosen) < sample and any(by_operator.values()):
        chosen += [found.pop() for found in by_operator.values() if found]
    return chosen[:sample]


def main() -> int:
    """Judge a sample, print who noticed what, and fail when fewer than 95 in 100 were noticed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sample", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--tries", type=int, default=150, help="scenarios tried on a change, the nearest first")
    parser.add_argument("--only", nargs="*", help="these operators only")
    parser.add_argument("--report", type=Path)
    chosen = parser.parse_args()
    on = bench(chosen.tries)
    _BENCH.append(on)
    found = drawn(on.base, on.places, chosen.sample, chosen.seed, chosen.only)
    judged_: list[Verdict] = []
    for verdict in verdicts(found, chosen.jobs):
        judged_.append(verdict)
        if not verdict.caught_by:
            print(f"survives: {verdict.mutant}", flush=True)
        if chosen.report:
            with chosen.report.open("a", encoding="utf-8") as kept:
                kept.write(json.dumps(asdict(verdict), ensure_ascii=False) + "\n")
    return _told(judged_, chosen.seed)


def _told(found: list[Verdict], seed: int) -> int:
    caught = [verdict for verdict in found if verdict.caught_by]
    of = Counter(verdict.operator for verdict in found)
    noticed = Counter(verdict.operator for verdict in caught)
    for operator, number in sorted(of.items()):
        print(f"{operator:<14} {noticed[operator]:>4} of {number}")
    by_check = sum(verdict.caught_by == "check" for verdict in caught)
    print(f"seed {seed}: {len(caught)} of {len(found)} noticed, {by_check} by check")
    return 0 if len(caught) >= 0.95 * len(found) else 1


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        sys.exit(main())
