"""The walk over dates: `evaluate --every-date` finds gaps and overlaps, and agrees with the ordinary run day by day."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from petr_advisor.checking import load
from petr_advisor.commands.evaluate import walk_paths
from petr_advisor.commands.settings import Settings
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.inference.over_days import Day, run_over_days
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.loader import read_folder
from petr_advisor.scenarios.law_days import boundary_dates
from petr_advisor.scenarios.loading import load_scenarios
from petr_advisor.scenarios.scenario import Scenario
from petr_advisor.scenarios.walk import Fault, walk

VALID = Path(__file__).parents[1] / "knowledge" / "valid"
CASE = """
title: {fr: "Un cas", en: "A case"}
origin: {kind: made, reference: "exemple"}
as_of: 2016-01-01
members: [{name: "A", kind: cc, population: 30000}, {name: "B", kind: commune, population: 900}]
answers: {structure.legal_form: FORM, structure.founded_on: 1980-05-01}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of a clean base, to be spoilt."""
    return Path(shutil.copytree(VALID, tmp_path / "base"))


def faults(folder: Path, form: str = "association") -> tuple[Fault, ...]:
    """Walk a case over the dates of a base that was not checked."""
    path = folder.parent / "case.yaml"
    path.write_text(CASE.replace("FORM", form), encoding="utf-8")
    base, _ = read_folder(folder)
    return walk(tuple(load_scenarios(path, base))).faults


def spoil(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_clean_base_has_no_fault(folder: Path) -> None:
    assert faults(folder) == ()


def test_a_question_left_without_an_option_is_a_gap_from_that_day(folder: Path) -> None:
    stay = "  stay:\n    answers: evolution\n    kind: staying"
    spoil(folder, "options.yaml", stay, f"{stay}\n    period: {{to: 2019-12-28}}")
    found = faults(folder)
    assert {fault.text for fault in found} == {"gap: no option of evolution is left"}
    assert min(fault.day for fault in found) == date(2019, 12, 29)
    assert faults(folder, "syndicat") == (), "another route is open to a syndicate"


def test_a_question_that_no_option_answers_on_a_day_is_a_gap(folder: Path) -> None:
    text = (folder / "options.yaml").read_text(encoding="utf-8")
    ended = text.replace("    answers: evolution\n", "    answers: evolution\n    period: {to: 2019-12-28}\n")
    (folder / "options.yaml").write_text(ended, encoding="utf-8")
    found = faults(folder)
    assert "gap: no option of evolution exists" in {fault.text for fault in found}
    assert min(fault.day for fault in found) == date(2019, 12, 29)


def test_a_case_shut_by_its_facts_on_every_day_is_no_gap(folder: Path) -> None:
    text = (folder / "options.yaml").read_text(encoding="utf-8")
    staying, _, rest = text.partition("  stay:\n")
    (folder / "options.yaml").write_text(staying + "\ncures:" + rest.partition("\ncures:")[2], encoding="utf-8")
    assert faults(folder) == ()


def test_two_values_of_a_derived_fact_are_an_overlap_from_that_day(folder: Path) -> None:
    (folder / "more.yaml").write_text(
        """
rules:
  light:
    title: {fr: "Depuis 2015, elle est légère.", en: "Since 2015 it is light."}
    when: {structure.founded_on: {before: 1990-01-01}}
    then: {structure.heavy: no}
    norms: [law.cure]
""",
        encoding="utf-8",
    )
    found = faults(folder, "syndicat")
    assert "overlap: fact:structure.heavy:no and fact:structure.heavy:yes" in {fault.text for fault in found}
    assert min(fault.day for fault in found) == date(2015, 8, 9)
    assert not [fault for fault in faults(folder) if "fact:" in fault.text], "an association is not heavy"


SMALL = """rules:
  small:
    title: {fr: "Petit", en: "Small"}
    for_each: member
    when: {member.population: {more_than: 20000}}
    then: {member.large: no}
    norms: [law.size]
"""


def test_an_overlap_about_a_member_names_it(folder: Path) -> None:
    (folder / "more.yaml").write_text(SMALL, encoding="utf-8")
    assert any(fault.text.endswith(" of a") for fault in faults(folder))


def test_the_command_fails_on_a_fault(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(folder, "options.yaml", "    kind: staying", "    kind: staying\n    period: {to: 2019-12-28}")
    monkeypatch.setattr("petr_advisor.scenarios.batch.load", lambda _: read_folder(folder)[0])
    path = folder.parent / "case.yaml"
    path.write_text(CASE.replace("FORM", "association"), encoding="utf-8")
    text, passed = walk_paths([path], Settings(), 1)
    assert not passed
    assert "case on 2019-12-29: gap: no option of evolution is left" in text


# -- the real rule base --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load()


def test_the_dates_are_those_of_the_law_and_the_days_before(base: KnowledgeBase) -> None:
    days = set(boundary_dates(base))
    assert {date(2015, 8, 8), date(2015, 8, 9), date(2020, 3, 31), date(2020, 4, 1)} <= days
    for norm in base.norms.values():
        start = norm.in_force.from_
        if start and start > date(2014, 1, 29):
            assert {start, start - timedelta(days=1)} <= days


CASES = (
    "evolution/real/ariege",
    "evolution/traps/opposition-boundaries",
    "scot/relations/equal",
    "project/real/balagne",
)


@pytest.mark.parametrize("name", CASES)
def test_all_days_at_once_give_what_each_day_gives(base: KnowledgeBase, name: str) -> None:
    scenario: Scenario = next(iter(load_scenarios(examples_folder() / f"{name}.yaml", base)))
    held = scenario.consultation(engine("native"))
    each = [held.on(day) for day in boundary_dates(base)[::6]]
    together = run_over_days(held.compiled, tuple(Day(found.rules, found.facts) for found in each))
    for number, found in enumerate(each):
        assert set(together) == set(found.memory.tokens)
        for scope, tokens in together.items():
            here = {token for token, days in tokens.items() if days >> number & 1}
            whole = here | {token for token, days in together[next(iter(together))].items() if days >> number & 1}
            assert whole == found.memory.tokens[scope], (found.as_of, scope)
