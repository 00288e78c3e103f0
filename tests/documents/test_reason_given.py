"""The reason that the members give for a dissolution: told in the note, and opening the reasons of their vote."""

import pytest

from tests.drafting.conftest import act_of, case, drafted, of

from .conftest import report_of
from .test_formats import squeezed

CASE = "reading/petr-dissolution-scot-leader-2026"
UNKNOWN = squeezed("dont le dossier ne donne pas la raison")
REASONS = {
    "duplicate": ("mettre fin à un double emploi", "le PETR fait double emploi avec ses membres"),
    "cost": ("qu’il leur coûte plus qu’il ne leur apporte", "le PETR coûte à ses membres plus qu’il ne leur apporte"),
    "scale": ("que son périmètre ne répond plus", "le périmètre du PETR ne répond plus aux besoins"),
    "no_project": ("n’ont plus de projet commun", "les membres du PETR n’ont plus de projet commun"),
}


@pytest.mark.parametrize(("reason", "told"), REASONS.items())
def test_a_reason_given_is_told_where_one_votes(reason: str, told: tuple[str, str]) -> None:
    held = case(CASE).answer("dissolution.reason", reason)
    note = report_of(held).note
    assert note is not None
    assert squeezed(told[0]) in squeezed(note.reasons[0].text)
    assert UNKNOWN not in squeezed(note.model_dump_json())
    for each in of(drafted(held), "dissolution"):
        assert squeezed(told[1]) in squeezed(act_of(each))


def test_no_reason_is_lent_to_the_members() -> None:
    held = case(CASE).answer("dissolution.reason", "other")
    note = report_of(held).note
    assert note is not None
    assert UNKNOWN in squeezed(note.reasons[0].text)
    for each in of(drafted(held), "dissolution"):
        assert squeezed("Considérant les motifs de la dissolution : [à compléter : motifs]") in squeezed(act_of(each))
