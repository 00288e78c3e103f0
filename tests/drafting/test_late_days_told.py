"""Whoever votes is told the days that the plan does not keep, or may not, in what is read before the vote."""

import re

from petr_advisor.drafting.model import Draft
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.words.voice import Voice
from tests.documents.conftest import EXAMPLES, case_in
from tests.drafting.conftest import act_of, drafted, words

LATE = ("project-updated/expressly-approves-updated", "project-updated/approve-text-they")


def plain(found: Draft) -> str:
    return words(found).replace("\u00a0", " ").replace("’", "'")


def of_example(name: str, template: str) -> list[Draft]:
    return [each for each in drafted(case_in(EXAMPLES[name])).made if each.template == template]


def test_whoever_votes_late_is_told_the_day_on_which_all_have_approved() -> None:
    """The partners complete what the EPCIs approve: what the prefect is told is no earlier than the note says."""
    found = case_in(EXAMPLES["midi-quercy"])
    day = Voice("fr").day(roadmap(found, found.as_of).task(LATE[1]).soonest).replace("\u00a0", " ")
    told = [plain(each) for each in drafted(found).made]
    late = [said for said in told if "Au plus court, le calendrier mène" in said or "au plus court, le plan" in said]
    assert late
    assert [said for said in late if f"mène au {day}" not in said] == []


def test_what_is_adopted_after_the_day_of_the_law_says_that_it_is_past() -> None:
    for template in ("project-launch", "project-sent"):
        found = of_example("midi-quercy", template)
        assert found
        for said in map(plain, found):
            assert re.search("le 15 mars 2021 au plus tard|délai a pris fin le 15 mars 2021", said)
            assert "est révisé dans les douze mois" not in said
            assert "La révision est due dans les douze mois" not in said


def test_the_prefect_is_told_of_the_delay_by_an_act_that_is_drafted() -> None:
    (late,), (in_time,) = (of_example(name, "project-launch") for name in ("midi-quercy", "loire-beauce"))
    said = "est ainsi informé du retard que celui-ci laisse prévoir"
    assert said in act_of(late).replace("\u00a0", " ").replace("’", "'")
    assert said not in act_of(in_time).replace("\u00a0", " ").replace("’", "'")


def test_a_note_before_the_vote_tells_a_day_at_risk_and_one_that_the_state_aims_at() -> None:
    notes = [plain(each) for each in of_example("loire-beauce", "summary-note")]
    at_risk = [said for said in notes if "Le calendrier ne la tient qu'au plus court" in said]
    assert at_risk
    span = "entre le 23 juillet 2018 et, avec les durées les plus longues, le 30 novembre 2018"
    assert [said for said in at_risk if span not in said] == []
    (aimed,) = [said for said in notes if "L'État vise le 30 juin 2017" in said]
    assert "le calendrier mène au 23 novembre 2017" in aimed
