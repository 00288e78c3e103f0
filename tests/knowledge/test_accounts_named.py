"""The accounts that a duty or an act asks for are those of its day: the single account takes the older one's place."""

import pytest

from petr_advisor.words.texts import Language
from tests.documents.conftest import real_base

OLD: dict[Language, tuple[str, str]] = {
    "fr": ("compte administratif", "compte financier unique"),
    "en": ("administrative account", "single financial account"),
}


@pytest.mark.parametrize("language", OLD)
def test_the_old_accounts_are_not_asked_for_alone(language: Language) -> None:
    """Two lines of one note asked for the single account, then for the one that it replaces."""
    base, (old, new) = real_base(), OLD[language]
    said = {f"rule {name}": rule.to.in_(language) for name, rule in base.rules.items() if rule.to}
    said |= {
        f"act {name}/{key}": act.does.in_(language)
        for name, procedure in base.procedures.items()
        for key, act in procedure.acts.items()
    }
    assert not [place for place, text in said.items() if old in text and new not in text]
    assert any(new in text for text in said.values())
