"""Words of the knowledge that read rightly in a case of the past, and where what they name is there already."""

from petr_advisor.checking import load
from petr_advisor.words.abbreviations import to_spell


def test_the_form_is_asked_of_no_day() -> None:
    """« Quelle forme a aujourd'hui la structure » stood in a case of June 2014."""
    question = load().facts["structure.legal_form"].ask
    assert question is not None
    assert "aujourd" not in question.text.fr
    assert "today" not in question.text.en


def test_the_conference_is_named_in_full_where_it_is_asked_of() -> None:
    """« La conférence territoriale (CTAP) » counts as spelled out, so its words are to be there."""
    checklists = load().checklists.values()
    helps = [fact.ask.help for fact in load().facts.values() if fact.ask and fact.ask.help]
    helps += [each.help for each in checklists if each.help]
    named = [each for each in helps if "CTAP" in each.fr]
    assert named
    assert all("territoriale de l’action publique" in each.fr.replace("'", "’") for each in named)
    assert not any(short == "CTAP" for each in named for short, _ in to_spell(each.fr, "fr"))
