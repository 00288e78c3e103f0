"""What becomes of a body at the end of a course, and what is to be asked at once, are told in the note."""

import pytest

from petr_advisor.documents.leads import NOTHING_YET
from tests.documents.conftest import reading_note, reading_report
from tests.documents.test_formats import squeezed

ASSOCIATIONS = ("association-votes-prevus-2026", "association-porteuse-qui-finit-2026", "permis-avant-le-petr-2015")


@pytest.mark.parametrize("name", ASSOCIATIONS)
def test_the_end_of_an_association_has_its_votes(name: str) -> None:
    """Four years of plan ended with « règle ce qu'elle devient »: neither dissolution nor liquidator was named."""
    said = squeezed(reading_note(name).span or "")
    for vote in ("crée les emplois et les crédits", "vote la dissolution de l’association, nomme le liquidateur"):
        assert squeezed(vote) in said


def test_a_step_about_a_question_is_told_though_no_way_is_open_for_it() -> None:
    """« Rien n'est proposé à ce titre » was said of contracts, and the plan began by asking the region about one."""
    report = reading_report("petr-dissolution-scot-leader-2026")
    assert report.note is not None
    (contracts,) = (answer for answer in report.note.answers if answer.question == "contracts")
    assert contracts.state not in NOTHING_YET
    assert squeezed("À faire toutefois : le président du PETR demande à la région à qui passe le contrat") in squeezed(
        contracts.decision
    )
