"""Who is meant by an act, who still votes and on which day: what the case records and whose call the act answers."""

from datetime import date

from petr_advisor.drafting.choosing import Choosing
from petr_advisor.drafting.model import Draft, Grid
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.words.voice import Voice
from tests.drafting.conftest import LEAVING_OF_THREE, VALLEY, act_of, case, drafts, of, words


def rows(found: Draft) -> list[tuple[str, ...]]:
    return [row for part in found.parts if isinstance(part, Grid) for row in part.rows]


def asked_for(template: str) -> tuple[Draft, ...]:
    """Give the drafts of a template that are made only when asked for."""
    held = case(VALLEY)
    return of(Choosing(held, roadmap(held, held.as_of), Voice("fr")).drafts(template), template)


def test_the_syndicate_that_loses_the_scot_is_wound_up_through_the_procedures_that_call_one_another() -> None:
    """The way that winds it up is not the one followed: its acts are drafted when asked for by name."""
    assert "liquidation" not in {each.template for each in drafts(VALLEY).made}
    (found,) = asked_for("liquidation")
    said = act_of(found)
    assert "Comité syndical du syndicat mixte [à compléter\u00a0: nom du syndicat porteur du SCoT]" in said
    assert "liquidation du PETR" not in said
    assert "contributions de clôture" in said
    assert rows(found) == []


def test_its_members_end_it_on_the_day_on_which_the_petr_receives_the_scot() -> None:
    for found in asked_for("dissolution"):
        said = act_of(found)
        assert "dont les compétences prennent fin le jour où le PETR" in said
        assert "reçoit le SCoT, et non avant" in said
        assert "accueillis par l’établissement" not in said


def test_a_member_that_has_voted_has_nothing_left_to_vote_and_a_planned_vote_is_on_its_day() -> None:
    found = {each.name.rpartition(" - ")[2]: each.day for each in of(VALLEY, "epci-creation")}
    assert "CC du Diois" not in found
    assert found["CC du Crestois et de Pays de Saillans Coeur de Drôme"] == date(2026, 12, 17)
    assert found["CC du Val de Drôme en Biovallée"] > date(2026, 12, 17)
    notes = [each for each in of(VALLEY, "summary-note") if each.act == "petr-creation/epci-votes"]
    assert [each.day for each in notes] == [date(2026, 12, 17)]


def test_the_prefect_is_told_the_day_of_each_vote_recorded_and_no_vote_is_asserted_that_is_to_come() -> None:
    (found,) = of(VALLEY, "prefect-creation")
    days = {row[0]: row[2] for row in rows(found)}
    assert days["CC du Diois"] == "15 octobre 2026\u00a0: pour"
    assert days["CC du Val de Drôme en Biovallée"] == "[…]"
    assert days["CC du Crestois et de Pays de Saillans Coeur de Drôme"] == "[17 décembre 2026, à confirmer]"
    assert "ont été consultées" not in act_of(found)
    assert "je vous demande de consulter" not in act_of(found)


def test_each_community_writes_to_its_own_mayors_and_says_when_it_voted() -> None:
    letters = of(VALLEY, "communes-letter")
    assert len(letters) == 3
    assert not any("nom de l’EPCI" in words(each) for each in letters)
    (diois,) = (each for each in letters if each.name.endswith("Diois"))
    assert "(n°\u00a0[…] du 15 octobre 2026)" in act_of(diois)
    assert "[Les statuts de la communauté ne la dispensent pas" in act_of(diois)


def test_who_leaves_speaks_for_itself_and_signs_the_end_of_what_it_had_signed() -> None:
    votes = [each for each in of(LEAVING_OF_THREE, "members-consent") if each.act.startswith("petr-member-withdraws")]
    (own,) = (each for each in votes if each.name.endswith("Savoir-Faire"))
    assert "Vu sa délibération demandant le retrait (n°\u00a0[…] du 24 septembre 2026)" in act_of(own)
    assert "consent au retrait de la communauté de communes des Savoir-Faire" not in act_of(own)
    parties = of(LEAVING_OF_THREE, "territorial-agreement-member")
    assert len(parties) == 3
    assert any(each.name.endswith("Savoir-Faire") and "prennent fin le jour où" in act_of(each) for each in parties)
    for found in (*parties, *of(LEAVING_OF_THREE, "territorial-agreement-vote")):
        assert "Vu la convention territoriale signée le" in act_of(found)
        assert "Vu l’arrêté portant retrait de la communauté de communes des Savoir-Faire" in act_of(found)
        assert "la convention territoriale en fixe les moyens" not in act_of(found)


def test_what_the_case_does_not_settle_is_between_brackets_and_says_on_what_it_depends() -> None:
    (committee,) = of(LEAVING_OF_THREE, "withdrawal-committee")
    # Who leaves is said, and the land borders tell what stays in one piece: that is no choice any more.
    assert "[à garder ou à retirer] Considérant que ce qui resterait" not in act_of(committee)
    assert "Considérant que ce qui resterait" in act_of(committee)
    (seats,) = of(LEAVING_OF_THREE, "seats-change")
    assert "ne disent pas encore si cet acte" not in words(seats)
    (plan,) = of(VALLEY, "plan-stands")
    # What the law wants is no choice: the project fits the charter of the park, which is checked before the vote.
    assert "[à garder ou à retirer] Considérant que le projet est compatible avec la charte" not in act_of(plan)
    assert "Considérant que le projet est compatible avec la charte du parc" in act_of(plan)
    (handed_over,) = of(VALLEY, "services-handed-over")
    assert "n’est nécessaire que si cette voie est choisie" in words(handed_over)
    (transfer,) = of(VALLEY, "power-transfer")
    assert "[lui remet tous ses services ; le PETR reprend" in act_of(transfer).replace("\u202f", " ")
    assert "[cesse d’exercer cette compétence, par l’arrêté que ses membres demandent" in act_of(transfer)
    assert "chaque membre détient la compétence" not in act_of(transfer)


def test_no_act_has_an_opinion_in_view_that_comes_after_it() -> None:
    opinion = next(each for each in of(VALLEY, "staff-committee") if each.act == "staff-private-to-public/cst")
    (posts,) = of(VALLEY, "take-over-posts")
    assert opinion.day < posts.day
    assert "Vu l’avis du comité social territorial" in act_of(posts)
    (agreement,) = of(VALLEY, "take-over")
    assert "Vu l’avis" not in act_of(agreement)


def test_a_note_tells_all_that_is_still_needed_after_the_vote() -> None:
    notes = {each.act: act_of(each) for each in of(VALLEY, "summary-note")}
    (after,) = (line for line in notes["petr-creation/epci-votes"].splitlines() if line.startswith("Étapes suivantes"))
    assert "(CDCI) est consultée" in after
    assert "les communes de chaque communauté de communes" in after
    leaving = [each for each in of(LEAVING_OF_THREE, "summary-note") if each.act == "petr-member-withdraws/committee"]
    assert "se prononce sur le retrait" in act_of(leaving[0])


def test_the_same_act_has_the_same_name_for_all_members() -> None:
    for name in (VALLEY, LEAVING_OF_THREE):
        heads: dict[tuple[str, str], set[str]] = {}
        for each in drafts(name).made:
            if " - CC " in each.name:
                heads.setdefault((each.template, each.act), set()).add(each.name.partition(" - CC ")[0])
        assert all(len(found) == 1 for found in heads.values())


def test_the_request_recorded_is_dated_wherever_it_is_in_view() -> None:
    for template in ("withdrawal-committee", "members-consent"):
        found = next(each for each in of(LEAVING_OF_THREE, template) if each.act.startswith("petr-member-withdraws"))
        assert "(n°\u00a0[…] du 24 septembre 2026)" in act_of(found)


def test_only_those_who_stay_elect_delegates_to_the_seats_that_they_will_have() -> None:
    elections = of(LEAVING_OF_THREE, "delegates")
    assert len(elections) == 2
    assert not any(each.name.endswith("Savoir-Faire") for each in elections)
    assert all("à l’établissement [4] sièges" in act_of(each) for each in elections)
    note = next(each for each in of(LEAVING_OF_THREE, "summary-note") if each.act == "seats-change/delegates")
    seats = [row for row in rows(note) if len(row) == 3]
    assert [row[2] for row in seats] == ["[4]", "[4]"]


def test_statutes_hold_no_power_that_the_case_leaves_to_the_members() -> None:
    (found,) = of(VALLEY, "statutes")
    said = act_of(found)
    assert "en lieu et place de ses membres" not in said
    assert "à la carte" not in said
    assert "Sont transférées au PETR" not in "\n".join(act_of(each) for each in of(VALLEY, "epci-creation"))


def test_what_the_law_says_at_a_place_is_told_in_one_order_in_all_acts() -> None:
    orders: dict[tuple[str, frozenset[str]], set[str]] = {}
    for found in drafts(VALLEY).made:
        for line in words(found).splitlines():
            place, _, text = line.partition(" (depuis")
            if text:
                orders.setdefault((place, frozenset(text.rstrip(".").split(". "))), set()).add(text)
    assert len(orders) > 1
    assert all(len(texts) == 1 for texts in orders.values())


def test_an_election_by_list_is_told_as_one_in_its_note() -> None:
    (election,) = of(VALLEY, "tender-committee")
    (note,) = (each for each in of(VALLEY, "summary-note") if each.name.endswith(election.name))
    said = act_of(note)
    assert "Scrutin de liste, secret sauf renonciation unanime" in said
    assert "siège par siège" not in said
    assert "Sont proclamés élus" not in said
    assert "voix pour" not in act_of(election)


def test_a_vote_is_by_the_majority_that_what_calls_it_asks_for() -> None:
    """Entrusting the SCoT to a PETR is disputed: the prudent reading wants each EPCI, whatever a transfer wants."""
    for template in ("members-notification", "members-consent"):
        for found in of(VALLEY, template):
            assert "deux tiers des membres" not in act_of(found)
            assert "Quelle majorité des EPCI faut-il pour confier le SCoT" in words(found)
    letters = of(VALLEY, "members-notification")
    assert all("délibérations concordantes de tous" in act_of(each) for each in letters)
    assert all("par prudence, l’accord de chacun des trois membres est recherché" in act_of(each) for each in letters)


def test_each_departement_that_the_register_gives_the_members_is_written_to() -> None:
    """Each member has its seat in one département; the communes of one lie in another too."""
    letters = of(LEAVING_OF_THREE, "prefect-members-agreed")
    assert letters
    assert all("Haute-Marne\u202f; Haute-Saône" in act_of(each) for each in letters)
