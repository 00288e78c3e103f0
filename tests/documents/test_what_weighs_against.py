"""Who votes on several questions reads with the first reason what weighs most against what is proposed."""

import pytest

from tests.documents.conftest import reading_note


def _reason(name: str, title: str) -> str:
    found = next(each for each in reading_note(name).reasons if each.about == title)
    return found.text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("petr-retrait-contrats-2026", "Contre : le SCoT que porte le PETR est abrogé sur le territoire de qui part"),
        ("petr-dissolution-scot-leader-2026", "Contre : projet de territoire, convention territoriale et contrats du"),
    ],
)
def test_what_weighs_most_against_one_thing_proposed_is_told(name: str, said: str) -> None:
    assert said in _reason(name, "Vie d’un PETR en place")


def test_of_several_things_proposed_none_has_the_argument_against_another() -> None:
    assert "Contre" not in _reason("petr-retrait-contrats-2026", "Gouvernance")


def test_what_goes_against_a_wish_is_told_beside_the_answer_alone() -> None:
    for name in ("petr-retrait-contrats-2026", "association-votes-prevus-2026"):
        note = reading_note(name)
        beside = " ".join(said for answer in note.answers for said in answer.warnings).casefold()
        against = (reason.text.partition("Contre")[2].strip(" :\u00a0.").casefold() for reason in note.reasons)
        assert not [text for text in against if text and text in beside]
