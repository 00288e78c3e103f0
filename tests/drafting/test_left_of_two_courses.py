"""What a jurist still asked of the drafts of two courses: a text joined, a list replaced, a request sent, a Sunday."""

from petr_advisor.drafting.model import Draft, Line
from petr_advisor.procedures.working_days import to_session_day
from tests.drafting.conftest import BEARER_LEFT, COMBES, COURSES, act_of, case, drafted, drafts, of

REPLACED = "La présente délibération remplace celle du"


def is_of_a_meeting(found: Draft) -> bool:
    """Tell whether a body that meets gives an act, a vote or an opinion."""
    template = case(BEARER_LEFT).base.templates[found.template]
    return template.kind in {"resolution", "minutes"} or template.sits


def test_who_follows_a_scheme_is_told_of_the_land_saving_target_that_is_due() -> None:
    held = case(COMBES).answer("scot.land_target_in", value=False)
    (follow_up,) = of(drafted(held), "scot-follow-up")
    assert "l’objectif de sobriété foncière" in act_of(follow_up)
    (settled,) = of(drafted(held.answer("scot.land_target_in", value=True)), "scot-follow-up")
    assert "l’objectif de sobriété foncière" not in act_of(settled)


def test_the_sharing_that_a_transfer_leans_on_is_joined_to_it() -> None:
    (transfer,) = (each for each in of(COMBES, "power-transfer") if each.act.startswith("scot-transfer"))
    assert "selon le partage soumis à leur vote, dont le projet est annexé" in act_of(transfer)
    assert "Projet de partage des biens, droits et obligations du porteur du SCoT" in act_of(transfer)


def test_delegations_may_replace_those_voted_before_where_the_petr_is_in_place() -> None:
    (renewed,) = of(BEARER_LEFT, "delegation-to-bureau")
    assert f"[à garder ou à retirer] {REPLACED}" in act_of(renewed)
    (first,) = of(COMBES, "delegation-to-bureau")
    assert REPLACED not in act_of(first)


def test_who_leaves_sends_on_its_own_request_to_the_prefect() -> None:
    """A vote of the leaving establishment asks for the sharing: its president has a letter for it, after the vote."""
    (letter,) = of(BEARER_LEFT, "withdrawal-shares-request-leaver")
    votes = [
        each for each in of(BEARER_LEFT, "members-consent") if "le président transmet cette demande" in act_of(each)
    ]
    assert votes
    assert all(each.day <= letter.day for each in votes)
    agreed = drafted(case(BEARER_LEFT).answer("exit.terms_agreed", value=True))
    assert "withdrawal-shares-request-leaver" not in {each.template for each in agreed.made}


def test_the_sheet_of_what_a_meeting_gives_tells_the_day_on_which_none_sits() -> None:
    """As the contents tell it: votes and opinions alike, whichever the course."""
    silent = []
    for course, language, option in COURSES:
        if language != "fr":
            continue
        held = case(course)
        for each in drafts(course, language, option).made:
            off = to_session_day(each.day, held.base.holidays, held.departements) != each.day
            lines = [part.text for part in each.parts if isinstance(part, Line)]
            if off and is_of_a_meeting(each) and not any("par usage" in line or "prévue" in line for line in lines):
                silent.append((course, each.name))
    assert silent == []
