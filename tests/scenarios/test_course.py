"""The course of action holds together, over cases drawn by a seed from the scenarios."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest

from petr_advisor.consulting.answers import Answered, Event
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.files.locations import examples_folder, knowledge_folder
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.loader import read_folder
from petr_advisor.scenarios.loading import load_scenarios, scenario_files
from petr_advisor.scenarios.scenario import Scenario
from tests.scenarios.course_rules import broken
from tests.scenarios.dossiers import DAYS, values

CASES, SHARE = 600, 6
"""How many cases are drawn, in shares that may run side by side."""


@cache
def real_base() -> KnowledgeBase:
    """Give the rule base, unchecked: other tests check it."""
    return read_folder(knowledge_folder())[0]


@cache
def files() -> tuple[Path, ...]:
    """Give the files of the scenarios."""
    return scenario_files([examples_folder()])


@cache
def scenarios(path: Path) -> tuple[Scenario, ...]:
    """Give the cases of a file."""
    return tuple(load_scenarios(path, real_base()))


def drawn(seed: int) -> Consultation:
    """Draw a case: a scenario put to several key questions, some answers of which are dropped and others changed."""
    base, random = real_base(), Random(seed)  # noqa: S311 - a case is to be had again
    scenario = random.choice(scenarios(random.choice(files())))
    found = scenario.consultation(engine("native"))
    asked = random.choice((("evolution", "scot", "project"), ("evolution", "governance"), tuple(base.key_questions)))
    as_of = random.choice((found.as_of, *DAYS))
    events = tuple(_varied(base, found, random))
    case = replace(Consultation.start(base, as_of, asked, found.engine), events=events)
    if random.random() < 0.3:
        question = random.choice(asked)
        case = case.choose(question, random.choice([key for key, o in base.options.items() if o.answers == question]))
    return case


def _varied(base: KnowledgeBase, found: Consultation, random: Random) -> Iterator[Event]:
    often = random.choice((0, 0.1, 0.3))
    for event in found.events:
        if isinstance(event, Answered) and event.key[1] is None and random.random() < often:
            if random.random() < 0.5:
                yield replace(event, value=random.choice(values(base, event.key[0], found.as_of)))
        else:
            yield event


@pytest.mark.parametrize("share", range(SHARE))
def test_the_answers_of_a_case_hold_together(share: int) -> None:
    """No rule is broken, and most cases have something to say: seeds are printed with what they break."""
    said, held_back = [], 0
    for seed in range(share, CASES, SHARE):
        case = drawn(seed)
        held_back += bool(case.clashes)
        said += [f"seed {seed}: {each}" for each in broken(case)]
    assert said == []
    assert held_back < CASES / SHARE / 2


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_asking_changes_nothing(seed: int) -> None:
    """The course is the same whatever the order of the key questions; choosing what is proposed takes nothing back."""
    case = drawn(seed)
    again = replace(case, key_questions=tuple(reversed(case.key_questions)))

    def lines(found: Consultation) -> list[object]:
        return [(line.question, line.theme, [option.id for option in line.options]) for line in found.course.lines]

    assert lines(again) == lines(case)
    proposed = next((line for line in case.course.lines if line.state == "proposed" and line.theme is None), None)
    if proposed is not None and proposed.question not in case.state.chosen:
        assert lines(case.choose(proposed.question, proposed.options[0].id)) == lines(case)
