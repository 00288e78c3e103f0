"""A wait that runs from a day of the calendar is told by the day on which it ends, not by counting from it."""

from collections.abc import Iterator

import pytest

from petr_advisor.knowledge.procedures import Act
from petr_advisor.words.act_speech import ActSpeech
from petr_advisor.words.texts import Language
from tests.documents.conftest import real_base

LANGUAGES: tuple[Language, ...] = ("fr", "en")


def waits() -> Iterator[tuple[str, Act]]:
    """Give the acts that wait for a day of the calendar."""
    base = real_base()
    for name, procedure in base.procedures.items():
        for key, act in procedure.acts.items():
            event = (
                base.events.get(act.limit.from_ or "") if act.limit is not None and act.limit.kind == "wait" else None
            )
            if event is not None and len(event.days) == 1:
                yield f"{name}/{key}", act


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_day_is_told(language: Language) -> None:
    found = dict(waits())
    assert found
    for key, act in found.items():
        said = ActSpeech(language).by_when(real_base(), act)
        assert said is not None
        assert "2017" in said, key
        assert "jour à compter" not in said
        assert "1 day from" not in said
        assert "l’attente est finie" not in said
        assert "wait is over" not in said


def test_the_order_sets_the_day_of_the_merger() -> None:
    act = real_base().procedures["members-merge-some"].acts["succession-by-scheme"]
    said = ActSpeech("fr").by_when(real_base(), act)
    assert said is not None
    assert "pas avant le 1er janvier 2017" in said.replace("\xa0", " ")
    assert said.endswith("le nouvel EPCI naît au jour que fixe l’arrêté")


def test_a_wait_from_a_day_not_known_is_counted() -> None:
    act = real_base().procedures["association-winding-up-alsace-moselle"]
    told = [
        ActSpeech("fr").by_when(real_base(), each)
        for each in act.acts.values()
        if each.limit and each.limit.kind == "wait"
    ]
    assert told
    assert all(said is not None and "pas avant" in said and "à compter" in said for said in told)
