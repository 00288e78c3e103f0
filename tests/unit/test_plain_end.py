"""Plain prompts of a consultation in which nothing is left to ask: one is still asked what to do, never shown out."""

import re
from collections.abc import Iterator

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.prompts.plain import Plain


def finished(held: Consultation) -> Consultation:
    while (question := held.agenda.next() or next(iter(held.agenda.questions), None)) is not None:
        held = held.cannot_list("member") if question.kind.entity else held.dont_know(*question.key)
    return held


def hold(held: Consultation, *lines: str) -> tuple[Consultation, list[str], int]:
    """Give what is held, what was told, and how many lines were left unread."""
    typed: Iterator[str] = iter(lines)
    said: list[str] = []
    found = Plain(held, "fr", lambda: next(typed), said.append, lambda _: None).hold()
    return found, [line.replace("\u00a0", " ") for line in said], len([*typed])


def test_a_finished_dossier_taken_up_is_not_left_without_a_word(consultation: Consultation) -> None:
    """« q » typed next went to the shell: the conclusions come when they are asked for, and the prompt before them."""
    held = finished(consultation)
    found, said, unread = hold(held, "q")
    assert found is held
    assert unread == 0
    asked = next(place for place, line in enumerate(said) if line.startswith("a : une réponse à changer"))
    assert asked == len(said) - 2
    assert max(len(line.splitlines()) for line in said[:-1]) < 24


def test_an_answer_is_changed_there(consultation: Consultation) -> None:
    held = finished(consultation)
    found, _, unread = hold(held, "a", "1", "2", "q")
    assert unread == 0
    assert len(found.events) == len(held.events) + 1


@pytest.mark.parametrize("command", ["c", "f", "zz"])
def test_what_is_looked_at_there_comes_back_to_the_prompt(consultation: Consultation, command: str) -> None:
    """And Enter reads the conclusions, as it does after the details."""
    lines = (command, "", "") if command == "f" else (command, "")
    found, said, unread = hold(finished(consultation), *lines)
    assert unread == 0
    assert sum(line.startswith("a : une réponse à changer") for line in said) == 2
    assert "Voici ce qui en résulte." in said
    assert not any("Plus aucune question" in line for line in said[said.index("Voici ce qui en résulte.") :])
    assert found.next_question is None


def test_each_letter_told_there_is_one_that_may_be_typed_and_a_number_is_refused_with_them(
    consultation: Consultation,
) -> None:
    """« 1 : pas un numéro de la liste » was said where there was no list."""
    _, said, _ = hold(finished(consultation), "q")
    letters = re.findall(r"(?:^|· |\n)(\S) :", next(line for line in said if line.startswith("a : une réponse")))
    assert set(letters) >= set("af=vclr+q")
    for typed in letters:
        _, said, _ = hold(finished(consultation), typed, "", "", "q")
        assert not any("une des lettres ci-dessus" in line for line in said), typed
    assert "! « 1 » : une des lettres ci-dessus, ou Entrée pour finir" in hold(finished(consultation), "1", "q")[1]
