"""A note on a wished day out of reach: no last day before the first possible, acts named, days of the law kept."""

from datetime import date

from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.model_note import Note
from petr_advisor.documents.settings import Adviser
from petr_advisor.planning.settings import BEST_NOW, PlanSettings
from tests.documents.conftest import MADE_ON
from tests.drafting.conftest import COMBES, SIONNE, case

OUT_OF_REACH = PlanSettings(effect=date(2027, 7, 1))


def note(name: str, wanted: PlanSettings = BEST_NOW) -> Note:
    found = build(case(name), "fr", Adviser(), MADE_ON, wanted=wanted, extent=extent_of("note")).note
    assert found is not None
    return found


def test_no_vote_is_to_be_taken_before_the_first_day_on_which_it_can_be() -> None:
    found = note(COMBES, OUT_OF_REACH)
    creation = next(vote for vote in found.votes if "création" in vote.does)
    assert creation.soonest == date(2027, 4, 28)
    assert "avril 2027" in creation.when
    assert "au plus tard" not in creation.when
    kept = next(vote for vote in note(COMBES, PlanSettings(effect=date(2028, 1, 1))).votes if "création" in vote.does)
    assert "au plus tard" in kept.when


def test_what_to_shorten_is_named_where_no_plan_gives_its_numbers() -> None:
    span = note(COMBES, OUT_OF_REACH).span or ""
    assert "Au plus court, il est du 28 juillet 2027" in " ".join(span.split())
    assert "tâche" not in span


def test_the_last_day_that_the_law_fixes_is_told_before_days_that_move() -> None:
    assert date(2028, 3, 17) in {each.day for each in note(SIONNE).dates}


def test_the_proposal_on_the_project_does_not_go_against_the_plan() -> None:
    said = " ".join(str(answer) for answer in note(SIONNE).answers)
    assert "tel qu’il est" not in said
    assert "par une révision" in said
