"""What two cases read before signature taught: a creation out of an association, an entry in a PETR with a SCoT."""

from petr_advisor.drafting.model import Draft
from tests.drafting.conftest import drafts, words

CREATION = "reading/association-votes-prevus-2026"
ENTRY = "reading/petr-entree-projet-2026"
BUDGET = "entre le 17 mai 2027 et, avec les durées les plus longues, le 17 juillet 2027"


def plain(said: str) -> str:
    return said.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def named(case: str, name: str) -> Draft:
    """Give the draft whose file has a name, of one of the two cases."""
    (found,) = [each for each in drafts(case).made if plain(each.name) == name]
    return found


def said(case: str, name: str) -> str:
    return plain(words(named(case, name)))


def test_a_note_tells_the_day_of_its_own_act_or_names_the_act_that_it_is_a_step_of() -> None:
    """The allowances, the standing orders and the vote on creation were told the day of the first budget."""
    notes = [each for each in drafts(CREATION).made if each.template == "summary-note"]
    told = {plain(each.name): plain(words(each)) for each in notes if BUDGET in plain(words(each))}
    assert sorted(told) == [
        "Note - Délibération votant le premier budget et les contributions",
        "Note - Vote du comité - Débat d'orientation budgétaire",
        "Note - Élection des délégués",
    ]
    own = told.pop("Note - Délibération votant le premier budget et les contributions")
    step = "Cette étape mène à un acte que la loi enferme dans un délai : le comité syndical vote le premier budget."
    assert step not in own
    assert [name for name, text in told.items() if step not in text] == []


def test_what_follows_the_project_is_not_told_its_day() -> None:
    assert "La loi fixe une échéance" in said(CREATION, "Note - Vote du comité - Projet de territoire")
    assert "La loi fixe une échéance" not in said(CREATION, "Note - Vote du comité - Convention avec le parc")


def test_no_meeting_is_put_off_past_the_end_of_the_time_that_the_law_gives() -> None:
    """Whit Monday, first day of the vote of the budget, is also the last one: the day after is one too late."""
    budget = said(CREATION, "Délibération votant le premier budget et les contributions")
    assert "séance le 18 mai 2027" not in budget
    assert "séance avant, le 15 mai 2027 au plus tard" in budget
    allowances = said(CREATION, "Délibération fixant les indemnités de fonction")
    assert "Le 17 mai 2027 est un jour férié : par usage, séance le 18 mai 2027 au plus tôt" in allowances


def test_the_project_is_launched_once_the_enlarged_committee_sits() -> None:
    """The members elect their delegates on 7 July: the launch was put to the vote on that same day."""
    launch = named(ENTRY, "Lancement du projet de territoire")
    (minutes,) = [each for each in drafts(ENTRY).made if each.template == "enlarged-committee"]
    assert launch.day >= minutes.day > named(ENTRY, "Convocation du comité agrandi").day
    assert "avant que les délégués du nouveau membre soient élus et convoqués" in plain(words(launch))
