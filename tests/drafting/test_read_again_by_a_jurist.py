"""What a jurist, reading drafts a second time, wanted of every act of a kind: who pays, who votes how, which steps."""

import re

import pytest

from petr_advisor.drafting.model import Draft
from tests.drafting.conftest import ASSOCIATION, COMBES, SIONNE, TAKEN_IN, case, drafted, of
from tests.drafting.test_read_by_the_prefecture import remarks
from tests.drafting.test_read_by_the_secretary import signed


def told(found: Draft) -> str:
    """Give all that a draft says, its working sheet too, with plain spaces."""
    said = "\n".join(getattr(part, "text", "") for part in found.parts)
    return said.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def test_employees_taken_over_are_paid_from_that_day_whatever_is_left_to_vote() -> None:
    (agreement,) = of(ASSOCIATION, "transfer-agreement")
    assert "À compter de la date de reprise" in signed(agreement)
    assert "chaque salarié est rémunéré par le PETR" in signed(agreement)
    (vote,) = of(ASSOCIATION, "take-over")
    assert "ne prennent effet qu'après" not in signed(vote)
    assert "avant la date de reprise" in signed(vote)
    assert "la création des emplois" in remarks(agreement)


def test_a_dissolution_checks_all_that_has_to_follow_first() -> None:
    (vote,) = of(ASSOCIATION, "association-dissolution")
    assert "les salariés de l'association sont passés au PETR" in signed(vote)
    assert "l'accord écrit de chaque cocontractant ou financeur" in signed(vote)


def test_staff_lent_by_a_member_are_referred_by_that_member_to_its_own_committee() -> None:
    found = [
        each
        for each in drafted(case(ASSOCIATION).answer("change.staff_affected", "yes")).made
        if each.template == "staff-committee" and each.act == "territorial-agreement/cst"
    ]
    assert found != []
    for each in found:
        assert "[membre dont un service est mis à disposition]" in signed(each)
        assert "[de l'employeur] [du centre de gestion]" in signed(each)
        assert "[Le comité syndical] [Le conseil communautaire] délibère" in signed(each)


def test_a_referral_is_not_told_to_be_made() -> None:
    for each in of(ASSOCIATION, "staff-committee"):
        assert "si des agents sont concernés" not in told(each), each.name


def test_while_the_initiative_is_open_so_is_the_consent_of_who_enters() -> None:
    made = drafted(case(SIONNE).withdraw("joining.initiative"))
    (letter,) = of(made, "prefect-members-agreed")
    assert re.search(r"\[à garder ou à retirer\].* a demandé son adhésion", signed(letter))
    assert re.search(r"\[à garder ou à retirer\].* a consenti à son adhésion", signed(letter))
    (vote,) = of(made, "joining-committee")
    assert re.search(r"\[à garder ou à retirer\].* dispose du même délai", signed(vote))
    assert "si ce délai court" in told(vote)


def test_the_vote_that_opens_the_time_of_who_enters_says_so() -> None:
    for initiative, opens in (("candidate", False), ("prefect", True)):
        (vote,) = of(drafted(case(SIONNE).answer("joining.initiative", initiative)), "joining-committee")
        assert ("pour consentir à l'adhésion et approuver les statuts" in signed(vote)) == opens


def test_a_paper_that_several_acts_annex_goes_with_one_that_is_sure() -> None:
    made = drafted(case(SIONNE).withdraw("joining.initiative"))
    papers = [each for each in made.made if each.template == "statutes-compared" and "member-joins" in each.act]
    assert [(each.act, each.certain) for each in papers] == [("petr-member-joins/committee", True)]


def notes_of_joining() -> dict[str, str]:
    made = drafted(case(SIONNE).withdraw("joining.initiative"))
    after = {}
    for each in made.made:
        if each.template == "summary-note":
            line = next((line for line in told(each).splitlines() if line.startswith("Étapes suivantes")), "")
            after[each.act] = line
    return after


def test_notes_tell_the_decisive_steps_that_may_not_take_place() -> None:
    after = notes_of_joining()
    asked = after["petr-member-joins/request"]
    steps = ("le comité syndical vote l'entrée", "chaque EPCI membre se prononce", "prennent l'arrêté")
    assert [asked.index(step) for step in steps] == sorted(asked.index(step) for step in steps)
    assert "dont l'entrée est proposée consent" not in asked
    assert "vote avec l'entrée les sièges" not in asked
    assert (
        "le cas échéant, le conseil de l'EPCI dont l'entrée est proposée consent"
        in after["petr-member-joins/committee"]
    )


def test_a_review_done_leaves_open_what_the_day_told_was() -> None:
    (vote,) = of(SIONNE, "scot-extended")
    assert "[approuvant] [révisant complètement] [maintenant en vigueur]" in signed(vote)
    assert "et L. 143-28 ;" in signed(vote)
    assert "une révision partielle" not in signed(vote)


APPOINTING = ("development-council-members", "ethics-adviser", "tender-committee")
"""What appoints persons: secret unless that is given up, an election by list too."""


@pytest.mark.parametrize("template", ["development-council-members", "ethics-adviser"])
def test_an_appointment_is_secret_unless_that_is_given_up(template: str) -> None:
    (vote,) = of(ASSOCIATION, template)
    assert signed(vote).index("ne pas voter au scrutin secret") < signed(vote).index("Après en avoir délibéré")
    assert "Nomination au scrutin secret" in told(vote)
    rules = ("Nomination au scrutin secret, sauf si le comité y renonce", "Scrutin de liste, secret sauf renonciation")
    notes = [each for each in of(ASSOCIATION, "summary-note") if any(rule in told(each) for rule in rules)]
    assert {each.name.partition(" - ")[2] for each in notes} == {each.name for each in of(ASSOCIATION, *APPOINTING)}


def test_the_five_days_against_a_president_start_a_day_after_the_election() -> None:
    (minutes,) = of(ASSOCIATION, "installation")
    assert told(minutes).count("comptés vingt-quatre heures après l'élection") == 2
    assert "par affichage dans les vingt-quatre heures" in told(minutes)
    for each in of(ASSOCIATION, "delegates"):
        assert "vingt-quatre heures" not in signed(each)


def test_a_request_for_the_creation_tells_of_the_communes() -> None:
    (letter,) = of(drafted(case(ASSOCIATION).withdraw("consent.state")), "prefect-creation")
    assert "sont consultées : leurs délibérations" in signed(letter)


def test_mayors_are_asked_no_opinion_on_a_text_that_is_not_written() -> None:
    letters = [signed(each) for name in (ASSOCIATION, COMBES) for each in of(name, "mayors-conference")]
    early = [each for each in letters if "sur laquelle la conférence est consultée" in each]
    assert early != []
    assert not any("sur lequel l'avis" in each for each in early)


def test_who_enters_is_not_taken_out_of_an_act_that_rests_on_its_entry() -> None:
    for each in of(TAKEN_IN, "scot-extended"):
        assert "l'en retirer" not in told(each)
        assert "À ne voter qu'une fois l'adhésion de" in told(each)
