"""A line of a checklist that tells a wish has the words of its question: none reads as a fact of today."""

from petr_advisor.checking import load


def test_who_must_have_a_vote_is_asked_as_such_in_the_list_too() -> None:
    """« Voix réservées aux EPCI seuls : est-ce le cas ? » asked what the structure is, not what it is to be."""
    base = load()
    label, ask = base.line_of["project.voters"].label, base.facts["project.voters"].ask
    assert label is not None
    assert ask is not None
    for words, said, asked in (("avoir une voix", label.fr, ask.text.fr), ("must have a vote", label.en, ask.text.en)):
        assert words in said
        assert words in asked
