"""Only the statuses, in columns: each row says what a consultation of it says, whichever way it was concluded."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from petr_advisor.batch.cases import Taken, cases_of
from petr_advisor.batch.form import COMPLETE, DAY, ID, MEMBERS, QUESTIONS, Line, Order, Raw
from petr_advisor.batch.pools import Workers
from petr_advisor.batch.running import Files, run_batch
from petr_advisor.batch.statuses import statuses_of
from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.scenarios.loading import load_scenarios, scenario_files
from tests.conftest import SMALL

SCENARIOS = Path(__file__).parents[2] / "scenarios"
TODAY = date(2026, 11, 24)
ORDER = Order(None, "native", (TODAY,), TODAY, ("project",), "en", only_statuses=True)


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load(None)


def rows(base: KnowledgeBase, *folders: str) -> Iterator[Raw]:
    """Give the answers and members of scenarios as rows, each once whole and once with an answer left out."""
    files = scenario_files([SCENARIOS / folder for folder in folders])
    scenarios = [each for file in files for each in load_scenarios(file, base)]
    for number, scenario in enumerate(each for each in scenarios if not each.states_the_law and not each.acts):
        fields = {**scenario.answers, DAY: scenario.as_of, QUESTIONS: list(scenario.key_questions)}
        if scenario.members is not None:
            fields |= {MEMBERS: list(scenario.members), COMPLETE: scenario.members_complete}
        yield Raw(2 * number + 1, {**fields, ID: f"{number}"})
        left_out = next(iter(scenario.answers), None)
        yield Raw(2 * number + 2, {**{k: v for k, v in fields.items() if k != left_out}, ID: f"{number}-less"})


def by_consultation(case: Consultation) -> tuple[dict[str, str], list[tuple[str, str | None, str]], list[str]]:
    """Give the statuses, the duties and the breaches that the public face of a consultation tells."""
    options = {
        each.id: " | ".join(sorted(each.statuses))
        for found in case.outcomes
        for each in (*found.routes, *found.staying)
    }
    options |= {key: "not_in_force" for found in case.outcomes for key, _ in found.absent}
    duties = [(duty.id, duty.of, "no" if duty.presumed else "yes") for duty in case.duties]
    return options, duties, [breach.key for breach in case.breaches]


def told(options: list[Line], duties: list[Line]) -> tuple[object, object, object]:
    return (
        {line["option"]: line["possible"] for line in options},
        [(line["duty"], line["of"], line["established"]) for line in duties if line["kind"] != "breach"],
        [line["duty"] for line in duties if line["kind"] == "breach"],
    )


def test_rows_together_and_a_consultation_of_each_agree(base: KnowledgeBase) -> None:
    given = tuple(rows(base, "project"))
    found = statuses_of(ORDER, given, base)
    ways: dict[int, str] = {line["row"]: line["by"] for line in found["options"]}
    refused = {line["row"] for line in found["rejects"]}
    assert list(ways.values()).count("columns") > 100
    assert not refused & ways.keys()
    for raw in given:
        (taken,) = cases_of(raw, base, ORDER)
        assert isinstance(taken, Taken)
        if taken.case.clashes:
            assert raw.row in refused
            continue
        mine = ([line for line in found[table] if line["row"] == raw.row] for table in ("options", "duties"))
        assert told(*mine) == by_consultation(taken.case), (raw, ways[raw.row])


def test_a_row_that_columns_cannot_tell_goes_to_the_engine_and_says_so(tmp_path: Path) -> None:
    """The list of members is not complete: what it sums up to is only known between bounds."""
    table = tmp_path / "in.jsonl"
    members = '[{"name": "One", "kind": "commune", "population": 5}, {"name": "Two", "population": 5}]'
    closed = '"structure.form": "closed"'
    table.write_text(
        f'{{"id": "a", {closed}, "members": {members}, "members_complete": "no"}}\n'
        f'{{"id": "b", {closed}, "members.communes": 0}}\n'
        f'{{"id": "c", {closed}, "members.communes": "few"}}\n',
        encoding="utf-8",
    )
    order = replace(ORDER, knowledge=SMALL, questions=(), days=(date(2015, 1, 1), date(2016, 1, 1)))
    done = run_batch(Files(table, None, tmp_path / "out.csv"), order, Workers(), lambda *_: None)
    found = pl.read_csv(tmp_path / "out.csv", infer_schema=False)
    assert set(found.select("id", "by").rows()) == {("a", "engine"), ("b", "columns")}
    assert done.lines["rejects"] == 1
    assert set(found["as_of"]) == {"2015-01-01", "2016-01-01"}
    assert done.by_engine == 1


def test_what_changes_between_two_days_is_the_same_both_ways(tmp_path: Path) -> None:
    table = tmp_path / "in.csv"
    head = "id,structure.form,members.communes,communes.pointless,members.against\n"
    table.write_text(f"{head}a,closed,1,yes,no\nb,association,,,\nc,open,0,,no\n", encoding="utf-8")
    order = replace(ORDER, knowledge=SMALL, questions=(), days=(date(2015, 1, 1), date(2016, 1, 1)))
    changes = {}
    for fast in (True, False):
        output = tmp_path / f"{fast}.csv"
        run_batch(Files(table, None, output), replace(order, only_statuses=fast), Workers(), lambda *_: None)
        found = pl.read_csv(tmp_path / f"{fast}-changes.csv", infer_schema=False)
        changes[fast] = found.filter(pl.col("what") != "answer").rows()
    assert changes[True] == changes[False] != []
