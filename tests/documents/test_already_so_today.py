"""A condition that today's answers meet already is not told as met by what earlier answers of the course leave."""

from tests.documents.conftest import EXAMPLES, case_in, report_of


def test_a_project_already_written_is_what_shows_that_there_is_one() -> None:
    """The charter is written; the project that takes it up is approved long after the contract is signed."""
    report = report_of(case_in(EXAMPLES["loire-beauce"]), "fr")
    options = {option.id: option for question in report.questions for option in question.options}
    behind = {part.key: part.behind for part in options["rurality-contract-petr"].requirements}
    assert behind["rurality-contract-petr/project"] == ("Charte de pays ou projet partagé déjà écrit\u00a0: oui",)
    (body,) = behind["rurality-contract-petr/petr"]
    assert "une fois menées les réponses qui précèdent" in body  # no PETR is there today
