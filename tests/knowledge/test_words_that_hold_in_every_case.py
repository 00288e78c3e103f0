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


def test_an_argument_names_a_local_law_only_where_it_is_that_of_the_place() -> None:
    """« (un an de plus en droit local) » was told of an association of Lozère, in its conclusions and its note."""
    base = load()
    found = [merit for option in base.options.values() for merit in option.merits.values()]
    merits = [(side.fr, str(each.when)) for each in found for side in (each.for_, each.against) if side]
    assert len(merits) > 100
    named = [(words, when) for words, when in merits if "droit local" in words or "Alsace" in words]
    assert all("alsace" in when for _, when in named), named


def test_a_choice_is_named_without_the_place_it_may_not_be_of() -> None:
    """« Association (loi de 1901, ou droit local en Alsace-Moselle) » stood on every page of Lozère."""
    facts = load().facts.items()
    labels = [(fact, key, each.label.fr) for fact, kind in facts for key, each in (kind.choices or {}).items()]
    assert labels
    assert not [each for each in labels if "Alsace-Moselle" in each[2] and "alsace" not in each[1]]
