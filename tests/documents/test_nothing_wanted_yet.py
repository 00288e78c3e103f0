"""Where nobody has said what is wanted, no way is told to come first: what says so is named."""

import pytest

from petr_advisor.words.texts import Language
from tests.documents.conftest import report_of, started

SAID = {"fr": ("tant que n’est pas dit ce qui est voulu", "opération envisagée par le PETR"),
        "en": ("until what is wanted is given", "operation the PETR plans")}  # fmt: skip
ROUTE = {"fr": "voie du retrait", "en": "route of the withdrawal"}
FIRST = {"fr": "viendrait en tête", "en": "would come first"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_derogatory_exit_does_not_come_first_in_a_petr_that_plans_nothing_known(language: Language) -> None:
    case = started("life", "scot").answer("structure.legal_form", "petr").answer("territory.scot_cover", "same")
    (life,) = (
        part for part in report_of(case.answer("scot.bearer", "structure"), language).questions if part.id == "life"
    )
    said = life.explanation.replace("\u00a0", " ")
    assert all(part in said for part in SAID[language])
    assert FIRST[language] not in said
    known = report_of(case.answer("scot.bearer", "structure").answer("petr.change_planned", "withdrawal"), language)
    (life,) = (part for part in known.questions if part.id == "life")
    said = life.explanation.replace("\u00a0", " ")
    assert SAID[language][1] not in said
    assert ROUTE[language] in said
