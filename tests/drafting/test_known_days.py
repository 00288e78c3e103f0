"""What a course under way already knows stands in its acts: seats voted, days planned, last days, départements."""

from petr_advisor.drafting.model import Grid, Line
from tests.drafting.conftest import SYNDICATE_OF_THREE, TRANSFORMATION, act_of, draft, drafts, of, words

VOTES = {
    "CC de Gémozac et de la Saintonge Viticole": ("15 décembre 2026", "14 janvier 2027"),
    "CC Cœur de Saintonge": ("12 janvier 2027", "16 janvier 2027"),
}
"""The day planned and the last one of those that have not voted."""


def test_seats_voted_in_statutes_are_theirs_and_are_not_proposed_again() -> None:
    made = [each for each in drafts(SYNDICATE_OF_THREE).made if "sièges" in act_of(each).casefold()]
    assert [each.name for each in made if "proposé d’après" in words(each)] == []
    assert "[nombre des statuts adoptés le 6 octobre 2026]" in words(of(SYNDICATE_OF_THREE, "epci-transformation")[0])


def test_each_vote_to_come_has_its_day_and_its_last_day_for_and_against() -> None:
    for template in ("epci-transformation", "epci-transformation-refusal"):
        assert {each.called for each in of(SYNDICATE_OF_THREE, template)} == set(VOTES)
        for found in of(SYNDICATE_OF_THREE, template):
            planned, last = VOTES[found.called or ""]
            assert f"Séance du [{planned}, à confirmer" in act_of(found)
            assert f"Dernier jour pour voter, compris\u00a0: {last}." in words(found)
    assert all(
        f"soit le {VOTES[each.called or ''][1]}" in act_of(each)
        for each in of(SYNDICATE_OF_THREE, "epci-transformation-refusal")
    )


def test_the_note_of_a_vote_tells_what_is_done_and_who_voted() -> None:
    note = next(each for each in of(SYNDICATE_OF_THREE, "summary-note") if each.act == "petr-transformation/epci-votes")
    assert "(fait le 6 octobre 2026)" in act_of(note)
    assert "CA de Saintes | 13 octobre 2026 | 19 novembre 2026\u00a0: pour" in words(note)
    assert "Membres du syndicat (" in act_of(note)
    last = next(line for line in words(note).splitlines() if line.startswith("Dernier jour"))
    assert "CA de Saintes" not in last


def test_the_departement_of_all_the_members_is_written_and_its_clause_left_out() -> None:
    letter = act_of(draft(SYNDICATE_OF_THREE, "prefect-transformation"))
    assert "Préfecture – Charente-Maritime\n" in letter
    assert "s’étend sur les départements" not in letter


def test_the_first_meeting_of_a_transformed_body_has_its_resolutions() -> None:
    wanted = {"delegation-to-bureau", "vice-president-delegation", "allowances", "standing-orders", "publicity-choice"}
    assert wanted <= {each.template for each in drafts(SYNDICATE_OF_THREE).made}


def test_the_letters_that_inform_ask_for_what_they_need_and_leave_land_tax_apart() -> None:
    for template in ("contract-partners", "staff-letter", "leader-new-name"):
        said = words(draft(SYNDICATE_OF_THREE, template))
        assert "date d’effet fixée par l’arrêté" in said
        assert "droits sur les immeubles" not in said
    assert "numéro SIRET" in act_of(draft(SYNDICATE_OF_THREE, "contract-partners"))


def test_a_deadline_that_moves_with_the_plan_is_counted_and_not_chosen_in_a_span() -> None:
    """A time of the law is not set: from when it runs is disputed, and the act does not write its last day."""
    launch = draft(SYNDICATE_OF_THREE, "project-launch")
    said = act_of(launch)
    assert "dans les douze mois de la mise en place du PETR\u202f;" in said
    assert "à arrêter entre" not in said
    remarks = [remark for part in launch.parts if isinstance(part, Line) for remark in part.remarks]
    assert any("compter douze mois moins un jour" in remark for remark in remarks)
    assert "selon la marche du plan" in words(launch)


def test_work_on_a_text_taken_up_again_is_no_drawing_up_from_nothing() -> None:
    launch = act_of(draft(TRANSFORMATION, "project-launch"))
    assert "La mise à jour du texte existant" in launch
    assert "L’élaboration du projet de territoire est engagée" not in launch
    assert "L’élaboration du projet de territoire est engagée" in act_of(draft(SYNDICATE_OF_THREE, "project-launch"))


def test_the_table_of_contents_has_every_act_in_order_of_time() -> None:
    found = drafts(SYNDICATE_OF_THREE)
    assert found.contents is not None
    (table,) = (part for part in found.contents.parts if isinstance(part, Grid))
    assert len(table.rows) == len(found.made) + len(found.without)
    assert {each.name for each in found.made} <= {file for _, _, file in table.rows}
    assert sum(file == "sans modèle" for _, _, file in table.rows) == len(found.without) > 0
    days = [row[0] for row in table.rows]
    assert days.index("15 décembre 2026") < days.index("12 janvier 2027") < days.index("12 avril 2028")


def test_the_first_meeting_after_a_transformation_is_convened_by_notice() -> None:
    """It elects a president as that of a new PETR does; but the body is not new."""
    said = act_of(draft(SYNDICATE_OF_THREE, "first-notice"))
    assert "Le syndicat devenu par arrêté" in said
    assert "créé par arrêté" not in said
    assert "élection du président, au scrutin secret" in said
