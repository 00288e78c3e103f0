"""The course of action holds together, over cases drawn by a seed from the scenarios."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import product
from pathlib import Path
from random import Random

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.answers import Answered, Event
from petr_advisor.consulting.consultation import EARLIEST, Consultation
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.inference.facts import Value
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.scenarios.loading import load_scenarios, scenario_files
from petr_advisor.scenarios.scenario import Scenario
from tests.scenarios.course_rules import broken
from tests.scenarios.dossiers import DAYS, values

CASES, SHARES = 100, 30
"""How many cases are drawn in a share, and how many shares; those of a share have their date and their questions in
common, so that what was built for one serves the others."""
LAST = date(2026, 11, 24)
"""No case is put to the law of a later day."""


@cache
def real_base() -> KnowledgeBase:
    """Give the rule base."""
    return load()


@cache
def files() -> tuple[Path, ...]:
    """Give the files of the scenarios."""
    return scenario_files([examples_folder()])


@cache
def scenarios(path: Path) -> tuple[Scenario, ...]:
    """Give the cases of a file."""
    return tuple(load_scenarios(path, real_base()))


def drawn(share: int, number: int) -> Consultation:
    """Draw a case of a share: a scenario put to several key questions, some answers of which are changed."""
    base, random = real_base(), Random(share * CASES + number)  # noqa: S311 - a case is to be had again
    scenario = random.choice(scenarios(random.choice(files())))
    found = scenario.consultation(engine("native"))
    as_of, asked = of_share(share)
    events = tuple(_varied(base, found, as_of, random))
    case = replace(Consultation.start(base, as_of, asked, found.engine), events=events)
    if random.random() < 0.3:
        question = random.choice(asked)
        case = case.choose(question, random.choice([key for key, o in base.options.items() if o.answers == question]))
    return case


def of_share(share: int) -> tuple[date, tuple[str, ...]]:
    """Draw the date and the key questions of a share: every other date is any day since the first of the law."""
    random = Random(f"share {share}")  # noqa: S311 - a case is to be had again
    any_day = EARLIEST + timedelta(days=random.randrange((LAST - EARLIEST).days))
    few = (("evolution", "scot", "project"), ("evolution", "governance"), ("life", "evolution", "governance", "scot"))
    return any_day if share % 2 else random.choice(DAYS), random.choice((*few, tuple(real_base().key_questions)))


def _varied(base: KnowledgeBase, found: Consultation, as_of: date, random: Random) -> Iterator[Event]:
    often = random.choice((0, 0.1, 0.3))
    for event in found.events:
        if isinstance(event, Answered) and event.key[1] is None and random.random() < often:
            if random.random() < 0.5:
                yield replace(event, value=random.choice(values(base, event.key[0], as_of)))
        else:
            yield event


@pytest.mark.parametrize("share", range(SHARES))
def test_the_answers_of_a_case_hold_together(share: int) -> None:
    """No rule is broken, and most cases have something to say: what breaks one is printed with where it was drawn."""
    said, held_back = [], 0
    for number in range(CASES):
        case = drawn(share, number)
        held_back += bool(case.clashes)
        said += [f"drawn({share}, {number}): {each}" for each in broken(case)]
    assert said == []
    assert held_back < CASES / 2


@pytest.mark.parametrize("share", range(10))
def test_the_order_of_asking_changes_nothing(share: int) -> None:
    """The course is the same whatever the order of the key questions; choosing what is proposed takes nothing back."""
    case = drawn(share, CASES)
    again = replace(case, key_questions=tuple(reversed(case.key_questions)))

    def lines(found: Consultation) -> list[object]:
        return [(line.question, line.theme, [option.id for option in line.options]) for line in found.course.lines]

    assert lines(again) == lines(case)
    proposed = next((line for line in case.course.lines if line.state == "proposed" and line.theme is None), None)
    if proposed is not None and proposed.question not in case.state.chosen:
        assert lines(case.choose(proposed.question, proposed.options[0].id)) == lines(case)


@pytest.mark.parametrize("shares", [(5, 12), (9, 13), (11, 14)], ids=str)
def test_no_answer_that_was_not_given_changes_what_is_established(shares: tuple[int, ...]) -> None:
    """What is left unsaid, once said, turns no answer that was told as established."""
    changed, told = [], 0
    for share, number in product(shares, range(12)):
        case = drawn(share, number)
        established = {line for line, sure in case.sureness.items() if sure and sure.label == "established"}
        if not case.clashes and established:
            before = _answers(case)
            for fact, value, after in _one_more(case, Random(f"{share} {number}")):  # noqa: S311 - to be had again
                told += len(established)
                found = _answers(after)
                turned = [line for line in established if found.get(line) != before[line]]
                changed += [f"drawn({share}, {number}), {fact} = {value}: {line}" for line in turned]
    assert changed == []
    assert told


def _answers(case: Consultation) -> dict[tuple[str, str | None], tuple[str, list[str]]]:
    return {
        (line.question, line.theme): (line.state, [found.id for found in line.options]) for line in case.course.lines
    }


def _one_more(case: Consultation, random: Random) -> Iterator[tuple[str, Value, Consultation]]:
    """Give the case with one answer more, for some questions that apply and of which nothing is known."""
    known = case.memory.facts.known
    facts = [fact for fact, kind in case.base.facts.items() if kind.askable and kind.of is None]
    unsaid = [fact for fact in facts if (fact, None) not in known and case.memory.applies(fact) is True]
    for fact in random.sample(unsaid, min(len(unsaid), 8)):
        value = random.choice(values(case.base, fact, case.as_of))
        after = case.answer(fact, value)
        if not after.clashes:
            yield fact, value, after
