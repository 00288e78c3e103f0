"""What is amiss in a body that sits says what to beware of until it is mended; a late day stands on the first page."""

import pytest

from petr_advisor.documents.building.missed_first import MOST, ROWS
from petr_advisor.words.texts import Language
from tests.documents.conftest import READING, case_in, reading_note, real_base, report_of
from tests.documents.test_formats import squeezed

SEATS, GIP = "sieges-illegaux-et-retrait-2026", "gip-terme-proche-2026"
UNLAWFUL = (SEATS, "petr-sieges-hors-bornes-2026", "petr-sieges-muet-2026", "petr-entree-hors-delai-2026")
TOLD: dict[Language, tuple[str, str]] = {
    "fr": ("le comité peut être irrégulier", "demander à la préfecture s’il peut siéger"),
    "en": ("the council may be irregular", "ask the prefecture whether it may sit"),
}


def test_a_loss_that_bears_on_who_sits_says_what_to_beware_of() -> None:
    """A committee with unlawful seats was made to vote with not a word on what its votes are worth."""
    base = real_base()
    bound = [
        condition
        for regime in base.regimes.values()
        for condition in regime.conditions.values()
        if condition.bears_on("to_remain") and any(base.norms[norm].topic == "seats" for norm in condition.norms)
    ]
    assert bound
    assert [condition.title.fr for condition in bound if condition.meanwhile is None] == []


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", UNLAWFUL)
def test_unlawful_seats_say_to_ask_whether_the_body_may_sit(name: str, language: Language) -> None:
    report = report_of(case_in(READING / f"{name}.yaml"), language)
    (seats,) = (part for part in report.breaches if part.key == "petr/seats-in-bounds")
    assert [said for said in TOLD[language] if squeezed(said) not in squeezed(seats.said)] == []


def test_a_day_missed_by_a_vote_further_down_stands_first() -> None:
    """A president who read the first page alone knew of neither day out of reach: both stood on the second."""
    note = reading_note(SEATS)
    assert [vote.due for vote in note.votes[:ROWS] if vote.first and vote.due] == []
    told = squeezed(" ".join(note.pressing))
    missed = ("échéance du 22 février 2027", "échéance du 15 mars 2027")
    assert [day for day in missed if squeezed(day) not in told] == []
    assert len(note.pressing) == MOST


@pytest.mark.parametrize("name", [SEATS, "petr-transfert-scot-2026"])
def test_no_act_is_told_first_for_two_of_its_days(name: str) -> None:
    acts = [said.rpartition(", échéance du")[0] for said in reading_note(name).pressing]
    assert acts == list(dict.fromkeys(acts))


def test_an_answer_left_open_says_what_is_voted_first_all_the_same() -> None:
    """« Rester comme aujourd'hui » stood alone, while the table below asked for the renewal."""
    told = [part.words for answer in reading_note(GIP).answers for part in answer.parts if part.state == "to_settle"]
    assert len(told) == 1
    assert squeezed("À voter d’abord : « Prolonger un GIP »") in squeezed(told[0])


def test_no_vote_that_starts_an_update_leaves_out_of_what() -> None:
    bare = ("la mise à jour", "la révision")
    does = [act.does.fr for procedure in real_base().procedures.values() for act in procedure.acts.values() if act.vote]
    assert [said for said in does if said.startswith("lance ") and said.endswith(bare)] == []
