"""A note asks for no vote that would be needed only on a way that the course does not take."""

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.outcomes import named_in
from petr_advisor.documents.model import Report

from .conftest import READING, case_in, report_of

REFUSED = case_in(READING / "transformation-refusee-pays-2015.yaml")
WAITING = case_in(READING / "association-limousin-2014.yaml")
VOTED = case_in(READING / "transformation-votee-sieges-inconnus-2026.yaml")


def _ways(report: Report) -> set[str]:
    assert report.roadmap is not None
    return {vote.way for vote in report.roadmap.called}


def _title(case: Consultation, procedure: str) -> str:
    return case.base.title_of(procedure).fr


def _named(case: Consultation, option: str) -> str:
    return named_in(case, case.base.options[option]).title.fr


def test_no_vote_on_a_scheme_that_nobody_asked_about() -> None:
    ways = _ways(report_of(REFUSED))
    assert ways  # votes of procedures called are told
    assert not [way for way in ways if "SCoT" in way]


def test_the_leader_group_changes_bearer_only_with_the_end_of_the_association() -> None:
    changed = _title(WAITING, "leader-bearer-change").replace("'", "’")
    assert changed in _ways(report_of(WAITING))  # the association is not kept
    assert changed not in _ways(report_of(WAITING.answer("association.kept", "yes")))
    assert changed not in _ways(report_of(WAITING.dont_know("association.kept")))


def test_the_rest_of_a_change_is_not_named_from_its_mandate() -> None:
    assert "mandat" in _named(WAITING, "change-in-eight-phases")
    assert "mandat" not in _named(VOTED, "change-in-eight-phases")


def test_who_does_not_bear_the_scheme_asks_for_a_new_one() -> None:
    asked = VOTED.answer("territory.scot_cover", "wider").answer("scot.bearer", "syndicate")
    assert _named(asked, "scot-drawn-up-again").startswith("Demander au porteur")
    assert _named(VOTED, "scot-drawn-up-again").startswith("Prescrire")
