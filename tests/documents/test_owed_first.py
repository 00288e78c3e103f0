"""What the law wants of the body before its first vote stands on the first page, not among the dates alone."""

from tests.documents.conftest import reading_note, reading_report
from tests.documents.test_formats import squeezed

TRANSFER = "petr-transfert-scot-2026"


def test_the_conference_of_mayors_of_january_is_on_the_first_page() -> None:
    """Its legal day came before every other, and stood on the third page alone."""
    said = squeezed(reading_note(TRANSFER).first_act or "")
    assert squeezed("au plus tard le 1er janvier 2027 : le président du PETR réunit la conférence des maires") in said
    assert said.startswith(squeezed("Le président du PETR : notifie la délibération sur le SCoT"))


def test_what_comes_first_is_not_told_twice() -> None:
    report = reading_report("sieges-illegaux-et-retrait-2026")
    assert report.note is not None
    assert squeezed(report.note.first_act or "").count(squeezed("conférence des maires")) == 1
