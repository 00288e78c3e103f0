"""Faults found by reading two whole courses as the prefecture's jurist: nothing to correct by hand is left of them."""

import pytest

from petr_advisor.drafting.model import Draft, Line
from petr_advisor.words.texts import Language
from tests.documents.conftest import real_base
from tests.drafting.conftest import (
    COURSES,
    ENTERING,
    LATE_ENTRY,
    LEAVING_OF_THREE,
    SIONNE,
    TAKEN_IN,
    VALLEY,
    WITHDRAWAL,
    act_of,
    draft,
    drafts,
    of,
    words,
)

FRENCH = tuple(course for course in COURSES if course[1] == "fr")
BLANK = "[à compléter"


def made(course: tuple[str, Language, str | None]) -> tuple[Draft, ...]:
    return drafts(*course).made


def lines(found: Draft) -> list[str]:
    return [part.text for part in found.parts if isinstance(part, Line)]


@pytest.mark.parametrize("course", FRENCH, ids=lambda course: f"{course[0]}:{course[2]}")
def test_a_commune_is_consulted_by_the_resolution_that_its_vote_cites(course: tuple[str, Language, str | None]) -> None:
    found = made(course)
    asking = [each for each in found if each.template in {"epci-creation", "joining-request"}]
    for vote in (each for each in found if each.template == "commune-consent"):
        assert "qui consulte la commune" in act_of(vote)
        for each in asking:
            if each.called is None or each.called == vote.called:
                assert "consulte les communes membres" in act_of(each)


def test_a_member_in_place_delegates_what_the_agreement_says_and_who_joins_says_what() -> None:
    """A rider has three positions: members in place, who joins, who leaves."""
    votes = of(ENTERING, "territorial-agreement-member")
    joining = [each for each in votes if "sont les suivantes" in act_of(each)]
    assert len(votes) > len(joining)
    assert len(joining) == 1
    assert "l’établissement est devenu membre du PETR" in act_of(joining[0])
    for each in votes:
        assert each is joining[0] or "restent celles de la convention" in act_of(each)
    for each in of(LEAVING_OF_THREE, "territorial-agreement-member"):
        assert "sont les suivantes" not in act_of(each)
    (note,) = (each for each in of(ENTERING, "summary-note") if "restent celles de la convention" in words(each))
    assert "délègue celles que l’avenant énumère" in words(note)


def test_a_referral_names_the_rider_that_it_is_about() -> None:
    referrals = (*of(WITHDRAWAL, "staff-committee"), *of(SIONNE, "staff-committee"))
    found = [each for each in referrals if each.act.startswith("territorial-agreement/")]
    assert len(found) == 2
    for each in found:
        assert "Avenant à la convention territoriale" in act_of(each)
        assert "Projet d’avenant" in act_of(each)


@pytest.mark.parametrize("course", FRENCH, ids=lambda course: f"{course[0]}:{course[2]}")
def test_the_letter_after_the_votes_asks_what_was_disputed_in_them(course: tuple[str, Language, str | None]) -> None:
    """The vote's sheet tells disputed points: the prefect, who makes the order, is asked about them."""
    base = real_base()
    for letter in (each for each in made(course) if each.template == "prefect-members-agreed"):
        procedure = letter.act.partition("/")[0]
        act = base.act(letter.act)
        for name in act.after:
            vote = base.act(f"{procedure}/{name}")
            if vote.period is not None and not vote.period.covers(letter.day):
                continue
            if vote.vote is None or vote.vote.body != "every-member-epci" or "election" in (vote.majority or ""):
                continue
            for point in vote.disputed:
                if sum(each.in_force.covers(letter.day) for each in base.disputed[point].readings.values()) > 1:
                    question = base.disputed[point].question.fr.split(" ?")[0].replace("'", "’")
                    assert question in act_of(letter).replace("\u00a0", " ")


def test_the_first_notice_announces_what_is_voted_and_no_president_signs_it() -> None:
    said = act_of(draft(VALLEY, "first-notice"))
    for wanted in ("délégation d’attributions", "publicité des actes", "référent déontologue"):
        assert wanted in said
    for each in drafts(VALLEY).made:
        if each.act == "petr-creation/install":
            assert not any("Convocation signée du président" in line for line in lines(each))


def test_posts_are_created_by_one_resolution() -> None:
    """Where a resolution of their own creates the posts taken over, the first budget enters their credits."""
    for course in FRENCH:
        found = made(course)
        if any(each.template == "take-over-posts" for each in found):
            assert not any("Les emplois suivants sont créés" in words(each) for each in found)


@pytest.mark.parametrize("course", FRENCH, ids=lambda course: f"{course[0]}:{course[2]}")
def test_a_note_tells_all_the_law_that_its_act_has_in_view(course: tuple[str, Language, str | None]) -> None:
    found = made(course)
    notes = [each for each in found if each.template == "summary-note"]
    for each in (each for each in found if each.template != "summary-note"):
        mine = [note for note in notes if note.act == each.act and note.title.endswith(each.title)]
        for line in lines(each):
            if line.startswith("Vu ") and "[" not in line and "note explicative" not in line:
                assert all(line in lines(note) for note in mine), (each.name, line)


@pytest.mark.parametrize("course", FRENCH, ids=lambda course: f"{course[0]}:{course[2]}")
def test_no_act_says_of_a_step_that_it_is_to_be_confirmed(course: tuple[str, Language, str | None]) -> None:
    for each in made(course):
        assert "(à confirmer)" not in act_of(each)


def test_what_the_compared_statutes_change_after_a_withdrawal_is_voted() -> None:
    compared = draft(LEAVING_OF_THREE, "statutes-compared")
    assert "Contributions des membres" in words(compared)
    votes = [*of(LEAVING_OF_THREE, "seats-change"), *of(LEAVING_OF_THREE, "members-consent")]
    for each in (each for each in votes if each.act.startswith("seats-change/")):
        assert "L. 5211-20" in act_of(each).replace("\u00a0", " ")
        assert "La clé de contribution" in act_of(each)
        assert "sont approuvés" in act_of(each)


def test_what_one_body_decides_alone_is_not_said_agreed_by_parties() -> None:
    base = real_base()
    for key, template in base.templates.items():
        alone = template.kind == "order" or template.by.fr.startswith(("Comité syndical", "Président"))
        for passage in (*template.opening, *template.reasons, *template.articles):
            if alone and template.kind in {"order", "resolution"} and passage.text is not None:
                assert "<clauses>" not in passage.text.fr, key


def test_who_asks_to_leave_tells_the_petr() -> None:
    for each in of(WITHDRAWAL, "withdrawal-request"):
        assert "notifie la délibération au président du PETR" in act_of(each)


def test_one_departement_is_not_each_departement() -> None:
    for each in of(ENTERING, "prefect-members-agreed"):
        assert "chaque département" not in act_of(each)


def test_who_joins_a_petr_that_revises_its_project_approves_it() -> None:
    """The rider says that the project is first extended to who joins: the vote that extends it is drafted."""
    for each in of(LATE_ENTRY, "project-extension"):
        assert act_of(each).splitlines()[1].startswith("Conseil communautaire de")
        assert "est approuvé" in act_of(each)
        assert "LEADER" not in "\n".join(line for line in lines(each) if not line.startswith("Acte du parcours"))
    assert of(LATE_ENTRY, "project-extension")


@pytest.mark.parametrize("entry", [ENTERING, TAKEN_IN])
def test_who_votes_the_project_with_the_others_does_not_vote_it_twice(entry: str) -> None:
    """Its own vote has the text sent to it as to the others, and the other vote is said to be for later only."""
    found = drafts(entry)
    voting = {each.called for each in found.made if each.template == "project-approval"}
    assert {each.called for each in found.made if each.template == "project-sent"} == voting
    assert [each.name for each in found.made if each.template == "project-extension"] == []
    assert [left.template for left in found.left_out if left.template == "project-extension"] != []


def test_who_cannot_be_done_without_is_named_in_full() -> None:
    """A letter and a note are running text: no abbreviation stands in them for what a member is."""
    for each in (*of(ENTERING, "members-notification"), *of(ENTERING, "summary-note")):
        for line in lines(each):
            if "ne peut se passer de l’accord" in line:
                assert "la communauté d’agglomération du Grand Cahors" in line
