"""What a document says of the points on which the steps of the way retained turn, before any vote was taken."""

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.build import build
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.texts import conclusions_text
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.law import LAW_READ_UP_TO
from tests.documents.conftest import MADE_ON, real_base, started


def test_points_on_the_way_are_told_and_weigh_only_where_they_change_the_case() -> None:
    """No status hangs on unanimity yet, but the votes are planned by its prudent reading."""
    rows = {key: {"member.name": f"CC {key}", "member.kind": "cc"} for key in "abc"}
    case = started("evolution").list_entities("member", rows)
    case = case.answer("structure.legal_form", "association").choose("evolution", "creation")
    report = build(case, "en", Adviser(), MADE_ON)
    told = {part.id: part for part in report.disputed}
    assert "d-creation-unanimity" in told
    assert "d-later-majority" not in told
    followed = next(reading for reading in told["d-creation-unanimity"].readings if reading.followed)
    assert any(effect.startswith("step taken out of prudence") for effect in followed.effects)
    sure = report.questions[0].lines[0].sure
    assert sure is not None
    missing = {part.kind: part.ids for part in sure.missing}
    assert "d-creation-unanimity" not in missing["points"]  # the other reading asks for no other act here


def test_a_date_after_the_reading_of_the_law_is_said() -> None:
    """Nothing is known of what changed since; up to that day nothing is to be said."""
    later = Consultation.start(real_base(), LAW_READ_UP_TO.replace(year=2028), ["evolution"], engine("native"))
    said = "Law read up to 24 November 2026 only"
    assert said in (build(later, "en", Adviser(), MADE_ON).cover.banner or "")
    assert said in conclusions_text(later, "en")
    now = started("evolution")
    assert build(now, "en", Adviser(), MADE_ON).cover.banner is None
    assert said not in conclusions_text(now, "en")
