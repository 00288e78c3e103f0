"""Every phrase exists in both languages, with the same blanks; every phrase asked for exists."""

import re
from pathlib import Path
from string import Formatter

import pytest

import petr_advisor.tui
from petr_advisor.tui.actions import ACTIONS
from petr_advisor.tui.phrases import PHRASES, say

SOURCE = Path(petr_advisor.tui.__file__).parent
ASKED = re.compile(r"""(?:say|tell|phrase)\(\s*(?:\w+,\s*)?"([a-z_]+\.[a-z_]+)\"""")


@pytest.mark.parametrize("key", sorted(PHRASES))
def test_phrase_in_both_languages(key: str) -> None:
    """A phrase has two texts with the same blanks."""
    fr, en = PHRASES[key]
    assert fr.strip()
    assert en.strip()
    assert _blanks(fr) == _blanks(en)


def _blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_phrases_asked_for_exist() -> None:
    """The source asks for no phrase that is not in the catalogue."""
    for path in SOURCE.rglob("*.py"):
        for key in ASKED.findall(path.read_text(encoding="utf-8")):
            assert key in PHRASES, f"{path.name}: {key}"


def test_braces_typed_by_a_person_are_no_blanks() -> None:
    """What fills a blank is taken as it is."""
    assert "{name}" in say("members.twice", "fr", name="{name}")


@pytest.mark.parametrize("name", sorted(ACTIONS))
def test_actions_in_both_languages(name: str) -> None:
    """Every key is named in both languages."""
    assert ACTIONS[name].label("fr").strip()
    assert ACTIONS[name].label("en").strip()
