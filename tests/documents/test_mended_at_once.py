"""What is against the law today is mended today, by who is there: not only by the answer for those of after."""

from collections.abc import Mapping
from datetime import date

import pytest

from petr_advisor.documents.model_note import Note

from .conftest import READING, case_in, report_of
from .test_what_may_stop import report

MEMBERS: list[dict[str, object]] = [
    {"name": "Ville", "kind": "ca", "population": 74200, "leaves": True},
    {"name": "Fave", "kind": "cc", "population": 8300, "leaves": False},
    {"name": "Collines", "kind": "cc", "population": 21900, "leaves": False},
]


def out_of_bounds(members: list[dict[str, object]], answers: Mapping[str, object]) -> tuple[str, Note]:
    """Give what mends the seats of a PETR out of the bounds of the law, and its note."""
    found = report(
        as_of=date(2026, 11, 24),
        key_questions=["life", "governance"],
        members=members,
        answers={
            "structure.legal_form": "petr",
            "perimeter.one_piece": "yes",
            "perimeter.no_enclave": "yes",
            "governance.seats_in_bounds": "no",
            **answers,
        },
    )
    (seats,) = [part for part in found.breaches if part.key == "petr/seats-in-bounds"]
    assert seats.mended
    assert found.note
    return " ".join(filter(None, (seats.mended, seats.seats))).replace("\xa0", " "), found.note


def seats_of(note: Note) -> str:
    """Give what a note says of the seats."""
    assert note.seats
    return note.seats.replace("\xa0", " ")


@pytest.mark.parametrize(("planned", "later"), [("withdrawal", True), ("none", False)])
def test_the_seats_of_today_do_not_wait_for_the_members_of_after(planned: str, *, later: bool) -> None:
    leaving = {"petr.change_planned": planned, "exit.route": "ordinary", "perimeter.remainder_sound": "yes"}
    said, note = out_of_bounds(MEMBERS, leaving)
    assert ("dès maintenant" in said) == later
    assert ("12 sièges, soit Ville 6" in said) == later
    assert ("sans Ville" in seats_of(note)) == later


@pytest.mark.parametrize(("entry", "initiative"), [(True, "committee"), (True, "candidate"), (False, "committee")])
def test_the_seats_of_today_are_mended_though_somebody_enters(*, entry: bool, initiative: str) -> None:
    """The answer is the same for both days: only the figures are not, and an entry may fail."""
    joining = {
        "petr.change_planned": "joining", "joining.initiative": initiative, "joiner.kind": "own_tax_epci",
        "joiner.name": "CC du Haut", "joiner.population": 61000, "joiner.in_other_petr": "no",
        "joiner.in_other_scot": "no", "joiner.whole": "yes", "joiner.perimeter_sound": "yes", "joiner.community": "no",
    }  # fmt: skip
    staying = [each | {"leaves": False} for each in MEMBERS]
    said, note = out_of_bounds(staying, joining if entry else {"petr.change_planned": "none"})
    assert ("sans attendre l’opération" in said) == entry
    assert ("12 sièges, soit Ville 6" in said) == entry
    assert ("avec CC du Haut" in seats_of(note)) == entry
    pleas = [reason.text.replace("\xa0", " ") for reason in note.reasons if "plus de la moitié" in reason.text]
    assert pleas
    assert all(("entre les membres d’aujourd’hui" in plea) == entry for plea in pleas)


def test_what_mends_a_breach_is_named_though_its_answer_is_not_settled() -> None:
    """Else one table says which remedy there is and, beside it, that the same subject is to be settled."""
    case = case_in(READING / "petr-fusion-avec-le-dehors-2016.yaml").answer("governance.seats_in_bounds", "no")
    found = report_of(case.about(["life", "governance"]))
    assert found.note
    (governance,) = [each for each in found.note.answers if each.question == "governance"]
    said = governance.decision.replace("\xa0", " ")
    assert "une fois connu ce qui est à éclaircir : partager les sièges" in said
    assert "Sièges ;" not in said


def test_a_text_put_to_the_vote_is_checked() -> None:
    found = report_of(case_in(READING / "association-sieges-en-vote-2026.yaml"))
    assert found.note
    said = " ".join(each.decision for each in found.note.answers).replace("\xa0", " ")
    assert "qui fait foi, et où c’est à vérifier : partager les sièges" in said


def _mending_the_lapse(*, wanted: bool) -> str:
    found = report_of(case_in(READING / "scot-caduc-commun-2026.yaml").answer("scot.perimeter_wanted", wanted))
    (lapsed,) = [part for part in found.breaches if part.key == "scot-bearer/in-force"]
    return lapsed.mended or ""


def test_nobody_is_told_to_redo_a_lapsed_scheme_alone_where_a_joint_one_is_wanted() -> None:
    assert "Prescrire" in _mending_the_lapse(wanted=False)
    assert "Prescrire" not in _mending_the_lapse(wanted=True)
