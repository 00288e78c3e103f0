"""What must hold of every dossier of the real base, whatever is answered: on dossiers drawn at random."""

from dataclasses import replace
from random import Random

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.answers import Answered
from petr_advisor.consulting.case import Case
from petr_advisor.consulting.clashes import clashes
from petr_advisor.inference.engines import engine
from petr_advisor.inference.relevance import STATUSES
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.scenarios.walk import EXCLUSIVE
from tests.scenarios.dossiers import dossier

DOSSIERS = range(100_000, 100_150)


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load()


def drawn(base: KnowledgeBase, seed: int) -> Case:
    return dossier(base, seed, engine("native"))


def of_the_questions(case: Case) -> list[str]:
    return [key for key, option in case.rules.options.items() if option.answers in case.key_questions]


def test_nothing_is_said_to_be_two_things_at_once(base: KnowledgeBase) -> None:
    for seed in DOSSIERS:
        for tokens in drawn(base, seed).memory.tokens.values():
            said: dict[tuple[str, str], str] = {}
            for token in tokens:
                kind, _, rest = token.partition(":")
                name, _, word = rest.rpartition(":")
                if kind in EXCLUSIVE and (EXCLUSIVE[kind] is None or word in (EXCLUSIVE[kind] or ())):
                    assert said.setdefault((kind, name), word) == word, (seed, token)


def test_the_order_of_answers_does_not_matter(base: KnowledgeBase) -> None:
    for seed in DOSSIERS:
        case = drawn(base, seed)
        answered = [event for event in case.events if isinstance(event, Answered)]
        others = [event for event in case.events if not isinstance(event, Answered)]
        Random(seed).shuffle(answered)  # noqa: S311 - to be had again
        assert replace(case, events=(*others, *answered)).memory.tokens == case.memory.tokens, seed


def test_an_added_answer_takes_nothing_back(base: KnowledgeBase) -> None:
    """Unless answers exclude each other, what was established stays and no status becomes possible again."""
    for seed in DOSSIERS:
        after = drawn(base, seed)
        answered = [event for event in after.events if isinstance(event, Answered)]
        if not answered or clashes(after):
            continue
        added = Random(seed).choice(answered)  # noqa: S311 - to be had again
        before = replace(after, events=tuple(event for event in after.events if event is not added))
        for scope, tokens in before.memory.tokens.items():
            assert tokens <= after.memory.tokens[scope], (seed, added.key)
        for option in of_the_questions(after):
            assert after.situation.statuses(option) <= before.situation.statuses(option), (seed, added.key, option)


def test_the_engine_is_never_bolder_than_the_diagrams(base: KnowledgeBase) -> None:
    for seed in DOSSIERS:
        case = drawn(base, seed)
        for option in of_the_questions(case) if not clashes(case) else ():
            said = {status for status in STATUSES if case.memory.has(f"option:{option}:{status}")}
            assert not said or case.situation.statuses(option) == said, (seed, option)
