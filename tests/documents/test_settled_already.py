"""What a text put to the vote has settled is not proposed again: the text is what counts."""

from datetime import date

from petr_advisor.consulting.to_check import all_to_check
from petr_advisor.documents.building.council import settled_on
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenarios

from .conftest import EXAMPLES, READING, case_in, reading, real_base, report_of
from .test_formats import squeezed

NAME = "syndicat-sieges-deja-votes-2026"


def test_seats_of_statutes_voted_are_those_of_the_statutes() -> None:
    report = reading(NAME)
    assert report.note is not None
    assert report.note.seats is not None
    assert squeezed(report.note.seats) == squeezed("Sièges au comité : ceux du texte voté le 14 septembre 2026.")
    assert report.governance is not None
    assert report.governance.total is None
    assert squeezed("du texte voté le 14 septembre 2026") in squeezed(" ".join(report.governance.remarks))
    told = [line.decision for question in report.questions for line in question.lines]
    assert any(
        each.startswith("Se règle dans le texte déjà soumis au vote") and "partager les sièges" in each for each in told
    )


def test_a_text_that_some_have_voted_settles_the_seats_even_where_the_evolution_is_open() -> None:
    report = reading("association-sieges-en-vote-2026")
    assert report.note is not None
    assert report.note.seats is not None
    assert squeezed("ceux du texte voté le 30 juin 2026") in squeezed(report.note.seats)
    told = [squeezed(line.decision) for question in report.questions for line in question.lines]
    (seats,) = [each for each in told if squeezed("partager les sièges") in each]
    assert seats.startswith(squeezed("Si le PETR naît, se règle dans le texte déjà soumis au vote"))


def test_before_anything_is_voted_seats_are_proposed() -> None:
    found = case_in(READING / "syndicat-2014.yaml")
    assert settled_on(Desk("fr", consultation=found)) is None
    report = report_of(found)
    assert report.governance is not None
    assert report.governance.total


def test_what_was_voted_is_checked_before_the_first_vote_that_is_left() -> None:
    """Once all have voted it is too late to have another text voted: the day is that of the next meeting planned."""
    found = load_scenarios(READING / f"{NAME}.yaml", real_base())
    unknown = next(each for each in found if each.name.endswith("bounds-not-known"))
    (check,) = all_to_check(unknown.consultation(engine("native")))
    assert check.by == date(2026, 12, 15)


def test_seats_that_are_shared_already_are_not_for_the_statutes_to_adopt() -> None:
    report = reading("petr-scot-silence-echu-2026")
    told = [line.decision for question in report.questions for line in question.lines]
    assert any("Déjà fait" in each and "partager les sièges" in each for each in told)
    assert report.note is not None
    assert report.note.seats is None


def test_what_is_to_come_is_not_told_done() -> None:
    """What the answers before it will have done stands, in every list, as it does today."""
    report = report_of(case_in(EXAMPLES["loire-beauce"]))
    coming = {
        option
        for question in report.questions
        for line in question.lines
        if line.decision.startswith("À venir, au cours de la démarche ci-dessus")
        for option in line.options
    }
    assert coming
    pen = Pen(language="fr", report=report)
    listed = [option for question in report.questions for option in question.options if option.id in coming]
    assert listed
    assert pen.phrase("line.done") not in {pen.standing(option) for option in listed}
