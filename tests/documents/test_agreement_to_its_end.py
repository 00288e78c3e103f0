"""A territorial agreement that is signed is carried out until the PETR ends: not making one is no answer to it."""

import pytest

from petr_advisor.words.texts import Language
from tests.documents.conftest import READING, case_in, report_of

CASE = READING / "petr-dissolution-convention-signee-2026.yaml"
SIGNED = {
    "fr": "Déjà fait : signer la convention territoriale avec les EPCI membres. Elle s’exécute jusqu’au jour où",
    "en": "Already done: sign the territorial agreement with the member EPCIs. It is carried out until",
}
NONE = {"fr": "rien n’est proposé à ce titre", "en": "nothing is proposed in this respect"}


def told(language: Language, variant: str | None = None) -> str:
    note = report_of(case_in(CASE, variant), language).note
    assert note is not None
    (said,) = [answer.decision for answer in note.answers if answer.question == "contracts"]
    return said.replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_agreement_that_is_signed_is_told_as_such_until_the_end(language: Language) -> None:
    assert SIGNED[language] in told(language)
    assert NONE[language] not in told(language)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_where_none_is_signed_none_is_told_as_running(language: Language) -> None:
    assert SIGNED[language] not in told(language, "not-signed")
    assert NONE[language] in told(language, "not-signed")
