"""What a draft holds: the case, brackets where it is silent, the law of the day, remarks where there is a choice."""

from dataclasses import replace
from datetime import date

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.drafting.choosing import Choosing
from petr_advisor.drafting.model import Grid, Line
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.law import InForcePeriod
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice
from tests.documents.conftest import real_base
from tests.drafting.conftest import COURSES, TRANSFORMATION, WITHDRAWAL, act_of, case, draft, drafted, drafts, words


def test_a_proposal_names_the_members_and_their_population() -> None:
    said = act_of(draft(TRANSFORMATION, "transformation-proposal"))
    names = (f"la communauté de communes {name}" for name in ("du Haut Val", "des Deux Rivières", "du Plateau"))
    assert " ; ".join(names) in said.replace("\u202f", " ").replace("\u00a0", " ")
    assert "35\u202f000 habitants" in said


def test_what_the_case_does_not_say_is_left_between_brackets() -> None:
    said = act_of(draft(TRANSFORMATION, "transformation-proposal"))
    assert "[à compléter\u00a0: nom du syndicat]" in said
    assert "[à compléter\u00a0: date d’effet souhaitée]" in said


def test_a_wished_day_of_effect_fills_its_place() -> None:
    held = case(TRANSFORMATION)
    plan = roadmap(held, held.as_of, effect=date(2018, 7, 1))
    found = Choosing(held, plan, Voice("fr")).drafts("transformation-proposal").made[0]
    assert "avec effet au 1er juillet 2018" in act_of(found)


def test_the_letter_that_starts_the_time_says_what_silence_does_from_the_procedure() -> None:
    favourable = act_of(draft(TRANSFORMATION, "transformation-notification"))
    assert "dispose de trois mois" in favourable
    assert "le silence vaut accord" in favourable
    unfavourable = act_of(draft(WITHDRAWAL, "members-notification"))
    assert "le silence vaut refus" in unfavourable


def test_a_vote_is_signed_as_the_law_of_its_day_wants() -> None:
    before = act_of(draft(TRANSFORMATION, "transformation-proposal"))
    since = act_of(draft(WITHDRAWAL, "withdrawal-request"))
    assert "Ont signé au registre tous les membres présents" in before
    assert "secrétaire de séance, [" not in before.rpartition("Article")[2]
    assert "Le président, [à compléter" in since
    assert "Ont signé au registre" not in since


def test_a_member_table_has_a_row_for_each_member() -> None:
    found = draft(TRANSFORMATION, "statutes")
    grid = next(part for part in found.parts if isinstance(part, Grid))
    assert [row[0] for row in grid.rows] == ["CC du Haut Val", "CC des Deux Rivières", "CC du Plateau"]
    assert grid.rows[0][1:] == ("Communauté de communes".lower(), "14\u202f000") or grid.rows[0][2] == "14\u202f000"


def test_seats_kept_in_the_consultation_stand_in_the_statutes() -> None:
    held = case(TRANSFORMATION)
    ids = held.lists["member"].ids
    found = drafted(held.seat(dict(zip(ids, (8, 7, 6), strict=True))))
    statutes = next(each for each in found.made if each.template == "statutes")
    assert "compte 21 délégués titulaires" in words(statutes)
    seats = next(part for part in statutes.parts if isinstance(part, Grid) and part.header[-1] == "Sièges")
    assert [row[-1] for row in seats.rows] == ["8", "7", "6"]


def test_each_choice_is_a_remark_in_the_margin() -> None:
    found = draft(TRANSFORMATION, "transformation-proposal")
    remarks = [remark for part in found.parts if isinstance(part, Line) for remark in part.remarks]
    assert any("le silence n’est plus sûr" in remark for remark in remarks)
    assert any(remark.startswith("À garder ou à retirer") for remark in remarks)


def test_every_draft_says_first_that_it_is_to_be_read_over() -> None:
    for found in (*drafts(TRANSFORMATION).made, *drafts(WITHDRAWAL).made):
        first = found.parts[0]
        assert isinstance(first, Line)
        assert first.style == "notice"
        assert "FAIRE RELIRE" in first.text


def test_every_template_drafts_an_act_of_some_course() -> None:
    made = {each.template for course in COURSES for each in drafts(*course).made}
    assert real_base().templates.keys() - made == set()


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course[0])
def test_every_norm_cited_is_in_force_on_the_day_of_the_act(course: tuple[str, Language, str | None]) -> None:
    base = real_base()
    for found in drafts(*course).made:
        assert [norm for norm in found.norms if not base.norms[norm].in_force.covers(found.day)] == []


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course[0])
def test_the_files_of_a_course_have_names_of_their_own(course: tuple[str, Language, str | None]) -> None:
    names = [found.name.casefold() for found in drafts(*course).made]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", ["reading/petr-deux-2015", "reading/petr-entree-2015", TRANSFORMATION])
def test_no_act_of_the_past_speaks_of_what_came_later(name: str) -> None:
    for found in drafts(name).made:
        later = {str(year) for year in range(found.day.year + 2, 2030)}
        assert [year for year in later if year in act_of(found)] == []


def test_a_note_goes_with_each_vote_and_tells_what_is_voted() -> None:
    made = drafts(TRANSFORMATION).made
    votes = [each for each in made if real_base().templates[each.template].kind == "resolution"]
    noted = {each.act for each in made if each.template == "summary-note"}
    assert noted == {each.act for each in votes if real_base().templates[each.template].noted}
    note = next(each for each in made if each.template == "summary-note" and "proposal" in each.act)
    assert "est proposée à ses membres" in act_of(note)
    assert "Vu la note explicative" not in act_of(note)


def test_a_template_that_cannot_be_used_on_the_day_is_left_out_with_the_reason() -> None:
    held = case(TRANSFORMATION)
    base = held.base
    narrow = base.templates["statutes"].model_copy(update={"usable": InForcePeriod.model_validate("2020-01-01..")})
    changed = base.model_copy(update={"templates": {**base.templates, "statutes": narrow}})
    plan = roadmap(held, held.as_of)
    found = Choosing(replace(held, base=changed), plan, Voice("fr")).drafts()
    assert "statutes" not in {each.template for each in found.made}
    before = {each.template for each in Choosing(held, plan, Voice("fr")).drafts().left_out}
    (left,) = (each for each in found.left_out if each.template not in before)
    assert left.template == "statutes"
    assert "depuis le 1er janvier 2020" in left.said


def test_an_act_that_the_course_does_not_have_is_refused_with_those_it_has() -> None:
    held = case(TRANSFORMATION)
    choosing = Choosing(held, roadmap(held, held.as_of), Voice("fr"))
    with pytest.raises(PetrAdvisorError, match="xyz") as refused:
        choosing.drafts("xyz")
    assert "transformation-proposal" in refused.value.fr
    with pytest.raises(PetrAdvisorError) as near:
        choosing.drafts("transformation-propsal")
    assert "vouliez-vous dire « transformation-proposal »" in near.value.fr
    assert {each.act for each in choosing.drafts("petr-transformation/notify").made} == {"petr-transformation/notify"}


def test_english_drafts_hold_no_french_bracket() -> None:
    for found in drafts(TRANSFORMATION, "en").made:
        assert "à compléter" not in words(found)
        assert "[to be filled in:" in words(found)


def test_sixty_members_with_hostile_names() -> None:
    names = [
        "=1+1",
        "<b>CC</b>",
        "CC \u202eevil\u202c",
        "CC \x07 bell",
        "😀 CC",
        "N" * 200,
        "[à compléter : x]",
        "a/b\\c",
    ]
    rows = {
        f"m{n}": {"member.name": f"{names[n % len(names)]} {n}", "member.kind": "cc", "member.population": 1000 + n}
        for n in range(60)
    }
    held = Consultation.start(real_base(), date(2026, 11, 24), ("evolution",), engine("native"))
    held = held.answer("structure.legal_form", "closed_syndicate").list_entities("member", rows)
    for fact, value in (
        ("perimeter.one_piece", "yes"), ("perimeter.no_enclave", "yes"), ("members.any_in_other_petr", "no"),
        ("members.any_partly_in", "no"),
    ):  # fmt: skip
        held = held.answer(fact, value)
    found = drafted(held, option="l5741-4")
    proposal = next(each for each in found.made if each.template == "transformation-proposal")
    statutes = next(each for each in found.made if each.template == "statutes")
    assert len(next(part for part in statutes.parts if isinstance(part, Grid)).rows) == 60
    said = words(proposal)
    assert "<b>CC</b> 1" in said
    assert "\u202e" not in said
    assert "\x07" not in said


def test_what_nobody_said_is_needed_is_drafted_when_asked_for_only() -> None:
    """A folder with the acts of a revision that may not be due hides those that a council has to vote."""
    held = case("life/joining-2014#joining")
    choosing = Choosing(held, roadmap(held, held.as_of), Voice("fr"))
    found = choosing.drafts()
    assert [each.act for each in found.made if each.act.startswith("territorial-project-revision/")] == []
    (said,) = [each.said for each in found.left_out if each.act.startswith("territorial-project-revision/")]
    assert "territorial-project-revision/launch" in said
    assert [each.act for each in choosing.drafts("territorial-project-revision/launch").made]
