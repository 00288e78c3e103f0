"""A note says of a subject what is of that subject, of a prohibition that it is one, and counts a legal day once."""

import re

from petr_advisor.documents.model import Report
from tests.tui.test_checklists import held_to_the_end

from .conftest import reading_note, report_of

SERVICE = "a PETR with its SCoT, contracts and a service to be created"


def _plain(words: str) -> str:
    return words.replace("\xa0", " ").replace("\u202f", " ")


def _report(name: str) -> Report:
    return report_of(held_to_the_end(name))


def test_what_another_subject_leaves_due_is_said_to_be_of_another() -> None:
    """« Ne rien faire – Contre » spoke of the SCoT under the services, as if it came of sharing none."""
    note = _report(SERVICE).note
    assert note is not None
    said = [_plain(each) for way in note.ways if way.question == "services" for each in way.against]
    assert [each for each in said if "au SCoT" in each]
    assert all(each.startswith("Hors de ce sujet, reste dû") for each in said if "au SCoT" in each)


def test_a_theme_with_no_way_says_so_of_itself_beside_one_that_has_one() -> None:
    """« Ne pas contracter à l'échelle du PETR » stood under « il est proposé de passer un contrat »."""
    report = _report("a PETR with its SCoT, contracts and a shared support function")
    contracts = next(each for each in report.questions if each.id == "contracts")
    assert any(line.state == "proposed" for line in contracts.lines)
    (said,) = (_plain(line.decision) for line in contracts.lines if line.state == "stay")
    assert said.startswith("Exercice concerté des compétences : faute d’autre voie ouverte, rien n’est proposé")
    assert "ne pas contracter" not in said


def test_what_the_law_forbids_is_said_to_be_forbidden() -> None:
    """« Faire de l'association elle-même un PETR : ce sont les EPCI qui le créent… » was read as a piece of advice."""
    note = reading_note("petr-a-creer-service-clause-fondatrice-2026")
    (said,) = (_plain(stop.text) for stop in note.stops if "elle-même un PETR" in stop.text)
    assert said.startswith("Interdit (l’association) : faire de")


def test_a_legal_day_that_binds_two_acts_of_a_procedure_is_one_day() -> None:
    """« 4 dates légales en danger » stood on the screen, and three in the note: who votes, then who notes the votes."""
    plan = _report(SERVICE).roadmap
    assert plan is not None
    days = [re.match(r"\d+(er)? \w+ \d{4}", _plain(each)) for each in plan.warnings]
    found = [day.group() for day in days if day]
    assert len(found) > 1
    assert len(found) == len(set(found))
    assert any("approuve le projet révisé" in each and "constate que tous" in each for each in plan.warnings)
