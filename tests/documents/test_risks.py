"""The risk register: in each case, how likely, with what consequence, how to guard against it, where it is written."""

import pytest

from petr_advisor.documents.blocks import Table
from petr_advisor.documents.layout.document import lay_out
from petr_advisor.documents.model import Report
from tests.documents.conftest import real_base, real_report


@pytest.mark.parametrize("rule", [key for key, rule in real_base().rules.items() if rule.duty == "warning"])
def test_every_risk_has_a_consequence_and_a_precaution(rule: str) -> None:
    """A hole in the register would leave the reader without a course."""
    found = real_base().rules[rule]
    assert found.consequence is not None
    assert found.precaution is not None


def test_the_register_is_full(report: Report) -> None:
    """Five columns, none of them empty."""
    assert report.risks
    tables = [block for block in lay_out(report).blocks if isinstance(block, Table)]
    (register,) = [table for table in tables if _first_words(table).endswith(report.risks[0].does[1:])]
    assert len(register.rows) == len(report.risks)
    for row in register.rows:
        assert all(any(run.text.strip(" –") for line in cell for run in line) for cell in row)


def _first_words(table: Table) -> str:
    """Give the first words of a table."""
    return table.rows[0][0][0][0].text if table.rows else ""


def test_likelihood_rests_on_the_answers() -> None:
    """What the answers bring about says which; what goes with any case says so."""
    risks = {risk.rule: risk for risk in real_report("marennes-oleron#confirmed", "fr").risks}
    deadlock = risks["risk.two-epci-deadlock"]
    assert deadlock.likelihood == "established"
    assert "Nombre d’EPCI à fiscalité propre\u00a0: 2" in deadlock.because
    assert (risks["risk.silence.creation"].likelihood, risks["risk.silence.creation"].because) == ("general", ())
