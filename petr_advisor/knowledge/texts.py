"""Texts of the rule base: see `petr_advisor.words.texts`."""

from petr_advisor.words.texts import Entry, Language, Text, Texts, curled

__all__ = ["Entry", "Language", "Text", "Texts", "curled"]
