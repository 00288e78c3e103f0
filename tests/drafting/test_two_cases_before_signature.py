"""What two cases read before signature taught: a creation out of an association, an entry in a PETR with a SCoT."""

from petr_advisor.drafting.model import Draft, Line
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
        "Note - Vote du comité - Débat d'orientation budgétaire",
        "Note - Vote du comité - Premier budget et contributions",
        "Note - Élection des délégués",
    ]
    own = told.pop("Note - Vote du comité - Premier budget et contributions")
    step = "Cette étape mène à un acte que la loi enferme dans un délai : le comité syndical vote le premier budget."
    assert step not in own
    assert [name for name, text in told.items() if step not in text] == []


def test_what_follows_the_project_is_not_told_its_day() -> None:
    assert "La loi fixe une échéance" in said(CREATION, "Note - Vote du comité - Projet de territoire")
    assert "La loi fixe une échéance" not in said(CREATION, "Note - Vote du comité - Convention avec le parc")


def test_no_meeting_is_put_off_past_the_end_of_the_time_that_the_law_gives() -> None:
    """Whit Monday, first day of the vote of the budget, is also the last one: the day after is one too late."""
    budget = said(CREATION, "Vote du comité - Premier budget et contributions")
    assert "séance le 18 mai 2027" not in budget
    assert "séance avant, le 15 mai 2027 au plus tard" in budget
    allowances = said(CREATION, "Vote du comité - Indemnités de fonction")
    assert "Le 17 mai 2027 est un jour férié : par usage, séance le 18 mai 2027 au plus tôt" in allowances


def test_the_project_is_launched_once_the_enlarged_committee_sits() -> None:
    """The members elect their delegates on 7 July: the launch was put to the vote on that same day."""
    launch = named(ENTRY, "Vote du comité - Lancement du projet de territoire")
    (minutes,) = [each for each in drafts(ENTRY).made if each.template == "enlarged-committee"]
    assert launch.day >= minutes.day > named(ENTRY, "Convocation du comité agrandi").day
    assert "avant que les délégués du nouveau membre soient élus et convoqués" in plain(words(launch))


def test_the_agreement_has_its_parties_whether_or_not_others_are_associated() -> None:
    """Only who is associated hangs on the answer: the clause of the parties and the tasks were said removable."""
    agreement = said(ENTRY, "Projet de convention territoriale")
    assert "[à garder ou à retirer] Entre le PETR" not in agreement
    assert "\nEntre le PETR" in agreement
    assert "\nChaque membre [, et chaque collectivité associée,] délègue au PETR" in agreement


def test_a_scheme_is_not_just_kept_once_its_perimeter_has_grown() -> None:
    review = said(ENTRY, "Vote du comité - Analyse du SCoT")
    assert "l'article L. 143-10, II, du même code" in review
    assert "s'est étendu de plein droit au territoire de la communauté de communes de la Vallée" in review
    assert "Pour couvrir tout le périmètre étendu," in review


def test_an_opinion_on_a_strategic_plan_comes_before_the_votes_that_there_are() -> None:
    letter = said(CREATION, "Saisine de la conférence des maires - Projet")
    assert "le comité syndical arrête le texte" not in letter
    assert "puis celle par laquelle le comité syndical constate qu'il en tient lieu" in letter
    assert "PAS du SCoT et document qui le complète" in letter


def test_what_completes_the_plan_is_approved_with_it() -> None:
    member = said(CREATION, "Vote d'un membre - Projet de territoire - CC du Diois")
    assert "que son PAS, complété par le document annexé, définit les conditions" in member
    assert "annexé, complété par le document annexé, est approuvé comme projet de territoire" in member
    committee = said(CREATION, "Vote du comité - Projet de territoire")
    assert "annexé, complété par le document annexé, tient lieu de projet de territoire" in committee


def test_a_scheme_with_a_strategic_plan_is_approved_and_has_one_key() -> None:
    transfer = said(CREATION, "Vote du comité - Transfert du SCoT")
    assert "en cours, approuvé" not in transfer
    assert ": approuvé le [" in transfer
    assert "sa propre clé" not in transfer


def test_who_hands_all_its_services_over_is_told_that_it_ends_by_law() -> None:
    (vote,) = [each for each in drafts(CREATION).made if each.template == "services-handed-over"]
    by_law = "quand tous ses services passent à un EPCI à fiscalité propre ou à un syndicat mixte (a)"
    assert by_law in plain(words(vote))


def test_the_staff_of_a_syndicate_that_ends_are_not_those_of_a_member() -> None:
    asked = said(CREATION, "Saisine du comité social territorial - Transfert du SCoT")
    assert "passe au PETR avec la fin de ce syndicat (CGCT, art. L. 5212-33)" in asked
    assert "suit la compétence (CGCT, art. L. 5211-4-1)" not in asked


def test_a_decision_that_was_not_read_is_to_be_checked() -> None:
    lines = (part for each in drafts(CREATION).made for part in each.parts if isinstance(part, Line))
    told = [plain(remark) for line in lines for remark in line.remarks if "465716" in remark]
    assert told
    assert [remark for remark in told if "décision à vérifier" not in remark] == []
