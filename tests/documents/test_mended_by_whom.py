"""What mends a condition of a way under way is told with who votes it, by which majority, and before which day.

« Mise des statuts au régime des syndicats mixtes fermés » was to be done beforehand, by nobody, on no day.
"""

import pytest

from petr_advisor.documents.building.breaking import cure_by_whom
from petr_advisor.documents.building.desk import Desk
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.words.texts import Language
from tests.documents.conftest import READING, case_in, real_base, report_of

OPEN_SYNDICATE = READING / "syndicat-ouvert-transformation-2026.yaml"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_remedy_is_told_with_who_votes_it_and_how(language: Language) -> None:
    desk = Desk(language, consultation=case_in(OPEN_SYNDICATE))
    for key, cure in real_base().cures.items():
        said = cure_by_whom(desk, cure)
        assert desk.actor(cure.who) in said, key
        assert desk.majority(cure.majority) is None or str(desk.majority(cure.majority)) in said, key


@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_is_to_be_voted_before_the_first_day_of_the_effect(language: Language) -> None:
    case = case_in(OPEN_SYNDICATE)
    (day,) = (each.day for each in roadmap(case, case.as_of).key_dates if each.id.startswith("check-"))
    mended = report_of(case, language).breaches[0].mended or ""
    desk = Desk(language, consultation=case)
    assert desk.phrase("unsound-in-time", day=day) in mended
    assert desk.actor("committee") in mended
