"""What scenarios reach of the key questions: statuses, periods, readings, norms, interviews."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.case import compiled
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.native_engine import NativeEngine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.scenarios.batch import over_files
from petr_advisor.scenarios.coverage import citations, coverage, expected_duties
from petr_advisor.scenarios.form import Expectations
from petr_advisor.scenarios.law_days import different_days
from petr_advisor.scenarios.loading import load_scenarios, scenario_files
from petr_advisor.scenarios.reach import Reach, joined, reach, without_condition
from petr_advisor.scenarios.scenario import Scenario
from tests.scenarios.notes import out_of_reach

FOLDER = Path(__file__).parents[2] / "scenarios"
FOLDERS = {
    "scot": ("scot",),
    "services": ("services",),
    "life": ("life",),
    **dict.fromkeys(("contracts", "cper", "funding", "europe", "cofunding"), ("contracts", "regions")),
}
"""Where the scenarios of each key question are; the notes are in the first folder."""
QUESTIONS = tuple(FOLDERS)
STATUSES = ("open", "conditional", "closed")
THEN, NOW = date(2014, 6, 1), date(2026, 11, 24)
SHARE_SEEN_BOTH_WAYS = 0.95
"""Of the conditions of the rule base, at least this many are seen both true and false."""
SHARE_TESTED = 0.95
"""Of the norms encoded, and of the duties, at least this many bear on what a scenario expects."""
MOST_QUESTIONS = 18
INTERVIEWED = (
    "scot/real/grand-quercy-2026",
    "scot/relations/equal",
    "scot/traps/s-15-single-epci",
    "services/table/c04-engineering-of-the-petr",
    "services/traps/state-help-the-day-before",
    "contracts/ariege-leader-floor",
    "contracts/detr-large-member",
    "contracts/region-to-be-asked",
    "contracts/s-27-greenway-in-the-cper",
    "regions/cper-by-region",
)


@cache
def the_base() -> KnowledgeBase:
    return load()


@cache
def scenarios_of(question: str) -> tuple[Scenario, ...]:
    files = scenario_files([FOLDER / folder for folder in FOLDERS[question]])
    return tuple(s for path in files for s in load_scenarios(path, the_base()) if question in s.key_questions)


def statuses(expect: Expectations) -> Iterator[tuple[str, str]]:
    yield from ((key, status) for key, status in expect.options.items() if isinstance(status, str))


def under_readings(expect: Expectations) -> Iterator[tuple[str, str]]:
    for found in expect.readings.values():
        yield from ((key, status) for key, status in found.items() if isinstance(status, str))


def never_reached(question: str) -> set[tuple[str, str]]:
    expectations = [scenario.expect for scenario in scenarios_of(question)]
    reached = {found for expect in expectations for found in (*statuses(expect), *under_readings(expect))}
    options = [key for key, option in the_base().options.items() if option.answers == question]
    return {(key, status) for key in options for status in STATUSES} - reached


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_option_is_reached_in_each_status_or_a_note_says_why_not(question: str) -> None:
    noted = out_of_reach([FOLDER / FOLDERS[question][0]])
    assert {found for found in noted if the_base().options[found[0]].answers == question} == never_reached(question)


def test_what_the_notes_hold_out_of_reach_is_so_at_every_date_whatever_is_answered() -> None:
    """With no answer given, the statuses of an option are all those that some answers could give it."""
    base = the_base()
    noted: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for option, status in out_of_reach([FOLDER]):
        noted[base.options[option].answers].add((option, status))
    for question, found in noted.items():
        nothing_said = Consultation.start(base, NOW, (question,), NativeEngine())
        for held in map(nothing_said.on, different_days(nothing_said)):
            in_force = [(key, status) for key, status in found if key in held.rules.options]
            assert [(key, status) for key, status in in_force if status in held.situation.statuses(key)] == [], (
                held.as_of
            )


@pytest.fixture(scope="module")
def reached() -> Reach:
    return joined(over_files([FOLDER], reach, jobs=1))


@pytest.mark.xdist_group("reach")
def test_nearly_every_condition_is_seen_both_true_and_false(reached: Reach) -> None:
    every = set(compiled(the_base(), tuple(the_base().key_questions)).atoms.values())
    missed = {atom for atom in every if len(reached.conditions.get(atom, ())) < 2}
    assert len(missed) <= (1 - SHARE_SEEN_BOTH_WAYS) * len(every), missed


@pytest.mark.xdist_group("reach")
def test_every_option_is_reached_open_conditional_and_closed_unless_it_is_impossible(reached: Reach) -> None:
    base, noted = the_base(), out_of_reach([FOLDER])
    missing = {(key, status) for key, found in reached.missing_statuses(base).items() for status in found}
    assert {
        (key, status)
        for key, status in missing
        if (key, status) not in noted and status not in without_condition(base, key)
    } == set()


def test_nearly_every_norm_that_is_encoded_is_tested() -> None:
    scenarios = [scenario for path in scenario_files([FOLDER]) for scenario in load_scenarios(path, the_base())]
    encoded = [entry for entry in coverage(the_base(), scenarios) if entry.encoded_by]
    untested = [entry.norm for entry in encoded if not entry.tested_by]
    assert len(untested) <= (1 - SHARE_TESTED) * len(encoded), untested


def test_nearly_every_duty_is_expected_to_follow_somewhere() -> None:
    scenarios = (scenario for path in scenario_files([FOLDER]) for scenario in load_scenarios(path, the_base()))
    follow, _ = expected_duties(scenarios)
    duties = {key for key, rule in the_base().rules.items() if rule.duty}
    assert len(duties - follow) <= (1 - SHARE_TESTED) * len(duties), sorted(duties - follow)


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_option_is_judged_in_2014_and_today_when_it_exists(question: str) -> None:
    base = the_base()
    judged: dict[str, set[str]] = defaultdict(set)
    for scenario in scenarios_of(question):
        for key, status in statuses(scenario.expect):
            if status != "not_in_force":
                judged[key].add("then" if scenario.as_of.year < 2016 else "now" if scenario.as_of.year > 2024 else "")
    wanted = {
        (key, period)
        for key, option in base.options.items()
        if option.answers == question and (found := base.option_period(option))
        for period, day in (("then", THEN), ("now", NOW))
        if found.covers(day)
    }
    assert {(key, period) for key, period in wanted if period not in judged[key]} == set()


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_disputed_point_that_a_case_meets_has_its_readings_in_a_scenario(question: str) -> None:
    """A point is met when a rule or an option of the key question turns on it."""
    base, read = the_base(), set()
    for scenario in scenarios_of(question):
        read |= {key.partition("=")[0] for key in scenario.expect.readings}
    turned_on = {
        point
        for point in base.disputed
        if any(f"reading.{point}" in str(found) for found in _antecedents(base, question))
    }
    assert turned_on - read == set()


def _antecedents(base: KnowledgeBase, question: str) -> Iterator[object]:
    yield from ((rule.when, rule.unless) for rule in base.rules.values() if question in rule.about)
    for option in base.options.values():
        if option.answers == question:
            yield from (requirement.standing for requirement in option.requires.values())


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_norm_that_only_rules_of_the_question_cite_is_tested(question: str) -> None:
    base = the_base()
    rules = {key for key, rule in base.rules.items() if rule.about == (question,)}
    cited = citations(base)
    elsewhere = {norm for (kind, key), norms in cited.items() if kind != "rule" or key not in rules for norm in norms}
    expected: set[str] = set()
    for scenario in scenarios_of(question):
        expected |= {key.partition("@")[0] for key in (*scenario.expect.duties, *scenario.expect.deadlines)}
        expected |= {key for key, rule in base.rules.items() if set(rule.then) & set(scenario.expect.facts)}
    tested = {norm for key in rules & expected for norm in base.rules[key].norms}
    wanted = {norm for key in rules for norm in base.rules[key].norms} - elsewhere
    assert wanted - tested == set()


@pytest.mark.parametrize("name", INTERVIEWED)
def test_an_interview_is_short_and_ends_as_all_answers_at_once(name: str) -> None:
    engine = NativeEngine()
    for scenario in load_scenarios(FOLDER / f"{name}.yaml", the_base()):
        held, asked = scenario.interview(engine)
        assert ends(held) == ends(scenario.consultation(engine)), scenario.name
        assert len(asked) <= MOST_QUESTIONS, f"{scenario.name}: {len(asked)} questions"


def ends(consultation: Consultation) -> tuple[dict[str, frozenset[str]], set[tuple[str, str | None, bool]]]:
    """Give the statuses and the duties; a legal day told whatever is asked has no question of its own to wait for."""
    rules, asked = consultation.rules.rules, set(consultation.key_questions)
    duties = (duty for duty in consultation.duties if not rules[duty.id].about or asked & set(rules[duty.id].about))
    outcomes = consultation.outcomes
    statuses_of = {o.id: o.statuses for found in outcomes for o in (*found.routes, *found.staying)}
    return statuses_of, {(duty.id, duty.of, duty.presumed) for duty in duties}
