"""How a limit is told: a sentence, whatever it runs from."""

import re

import pytest

from petr_advisor.checking import load
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.words.languages import LANGUAGES
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_limit_of_the_base_reads_as_a_sentence(base: KnowledgeBase, language: Language) -> None:
    voice = Voice(language)
    duties = [(rule.limit, None) for rule in base.rules.values() if rule.limit]
    acts = [(act.limit, found) for found in base.procedures.values() for act in found.acts.values() if act.limit]
    for limit, procedure in [*duties, *acts]:
        if procedure is not None and limit.from_ in procedure.acts:
            continue  # an act is quoted
        told = voice.limit(base, limit, procedure)
        assert ":" not in told, told
        assert not re.search(r"\bde les? ", told), told


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_comes_of_a_limit_goes_on_with_the_sentence(base: KnowledgeBase, language: Language) -> None:
    """It stands after a colon: « ensuite, il est trop tard : faute de… »."""
    limits = [act.limit for found in base.procedures.values() for act in found.acts.values() if act.limit]
    limits += [rule.limit for rule in base.rules.values() if rule.limit]
    said = [getattr(limit.passed.says, language) for limit in limits if limit.passed and limit.passed.says]
    assert said
    assert [text for text in said if text[0].isupper() and not text.startswith("PETR")] == []
