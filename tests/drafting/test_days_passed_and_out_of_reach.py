"""A day that the plan has passed or cannot keep is no day of an act: it is told as past, or as out of reach."""

from datetime import date

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.drafting.choosing import Choosing
from petr_advisor.drafting.model import Drafts, Line
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice
from tests.drafting.conftest import COMBES, COURSES, SIONNE, case, drafted, drafts, of
from tests.drafting.test_read_by_the_secretary import signed

Course = tuple[str, Language, str | None]
OUT_OF_REACH = date(2027, 7, 1)


def wishing(held: Consultation, day: date) -> Drafts:
    return Choosing(held, roadmap(held, held.as_of, effect=day), Voice("fr")).drafts()


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course[0])
def test_no_act_decides_that_something_is_done_by_a_duty_day_before_it(course: Course) -> None:
    held = case(course[0])
    voice = Voice(course[1])
    days = {duty.deadline for duty in held.duties if duty.deadline is not None}
    for found in (each for each in drafts(*course).made if each.template != "summary-note"):
        for day in (voice.day(each).replace("\u00a0", " ") for each in days if each < found.day):
            said = signed(found)
            decided = said.partition("\nArticle 1")[2] or said  # what comes before it tells the past
            assert f"le {day} au plus tard" not in decided, found.name


def test_a_review_due_before_the_petr_leads_the_scot_is_cited_as_past_and_its_lapse_as_disputed() -> None:
    (act,) = of(COMBES, "scot-follow-up")
    said = signed(act)
    assert act.day > date(2027, 10, 14)
    assert "ont lieu le 14 octobre 2027" not in said
    assert "due le 14 octobre 2027 au plus tard, [l'a maintenu en vigueur] [en a décidé la révision] ([à" in said
    assert "six ans après celle qui a suivi la dernière analyse" in said
    remarks = [remark for part in act.parts if isinstance(part, Line) for remark in part.remarks]
    assert not any("caduc" in remark for remark in remarks)
    assert any("interroger la DDT" in remark for remark in remarks)


def test_a_review_that_the_plan_holds_before_an_act_is_cited_there_and_is_no_more_due() -> None:
    (act,) = of(SIONNE, "scot-extended")
    said = signed(act)
    assert "17 mars 2028" not in said
    assert "celle qui, après l'analyse de ses résultats, [l'a maintenu en vigueur] [en a décidé la révision]" in said


def test_a_wished_day_out_of_reach_is_written_nowhere_as_the_day_of_effect() -> None:
    """A prefect's order does not reach back: whoever reads one act alone is told."""
    made = wishing(case(COMBES), OUT_OF_REACH)
    told = [each for each in made.made if "1er juillet 2027" in signed(each)]
    assert {each.template for each in told} >= {"statutes", "epci-creation", "prefect-creation", "cdci"}
    for each in told:
        said = signed(each)
        assert said.count("1er juillet 2027") == said.count("le 1er juillet 2027, souhaité, est hors d'atteinte")
    assert made.warned is not None
    assert made.contents is not None
    assert any(isinstance(part, Line) and part.text == made.warned for part in made.contents.parts)
    kept = wishing(case(COMBES), date(2028, 1, 1))
    assert kept.warned is None
    assert "avec effet au 1er janvier 2028" in signed(of(kept, "epci-creation")[0])


def test_what_an_open_way_calls_is_drafted_with_that_way_only() -> None:
    """The winding-up that only a dissolution calls is not drafted while the hand-over is followed."""
    made = drafted(case(COMBES).answer("scot.handover", "not_discussed"))
    assert [each.name for each in made.made if each.act.startswith("petr-liquidation/")] == []
    assert any(each.act.startswith("petr-liquidation/") for each in made.left_out)
