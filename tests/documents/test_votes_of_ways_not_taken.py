"""A note asks for no vote that would be needed only on a way that the course does not take."""

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.naming import named_in
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


def _changes_bearer(case: Consultation) -> bool:
    """Tell whether the change of bearer is voted, by itself or within the end of the association."""
    found = report_of(case)
    assert found.roadmap is not None
    itself = any(task.id.startswith("leader-bearer-change/") for task in found.roadmap.tasks)
    return itself or _title(case, "leader-bearer-change").replace("'", "’") in _ways(found)


def test_the_leader_group_changes_bearer_only_with_the_end_of_the_association() -> None:
    running = WAITING.answer("leader.programme", "from_2014")
    assert _changes_bearer(running)  # the association is not kept
    assert not _changes_bearer(running.answer("association.kept", "yes"))
    assert not _changes_bearer(running.dont_know("association.kept"))
    assert not _changes_bearer(WAITING)  # a programme of 2007 to 2013 is brought to its end before


def test_the_rest_of_a_change_is_not_named_from_its_mandate() -> None:
    assert "mandat" in _named(WAITING, "change-in-eight-phases")
    assert "mandat" not in _named(VOTED, "change-in-eight-phases")


def test_who_does_not_bear_the_scheme_asks_for_a_new_one() -> None:
    asked = VOTED.answer("territory.scot_cover", "wider").answer("scot.bearer", "syndicate")
    assert _named(asked, "scot-drawn-up-again").startswith("Demander au porteur")
    assert _named(VOTED, "scot-drawn-up-again").startswith("Prescrire")
