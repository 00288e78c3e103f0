"""Every key is named in both languages."""

import pytest

from petr_advisor.tui.actions import ACTIONS


@pytest.mark.parametrize("name", sorted(ACTIONS))
def test_actions_in_both_languages(name: str) -> None:
    """Every key is named in both languages."""
    assert ACTIONS[name].label("fr").strip()
    assert ACTIONS[name].label("en").strip()
