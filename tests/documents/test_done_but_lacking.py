"""What is done and lacks what the law wants says so where it is told as done, whatever the plan does of it."""

from pathlib import Path

import pytest

from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.settings import Adviser
from petr_advisor.scenarios.loading import load_scenarios

from .conftest import MADE_ON, real_base

CASE = """
title: {fr: "Une convention signée", en: "A signed agreement"}
origin: {kind: made, reference: "A jurist's reading"}
as_of: 2026-09-14
key_questions: [ASKED]
answers:
  structure.legal_form: petr
  petr.project_approved: yes
  petr.agreement_signed: yes
  agreement.clauses: CLAUSES
  project.revision: current
expect: {}
"""
SIGNED = "signer la convention territoriale"


@pytest.mark.parametrize("asked", ["project, contracts", "contracts"])
@pytest.mark.parametrize(
    ("clauses", "lacks"), [("missions", True), ("neither", True), ("all", False), ("unknown", False)]
)
def test_an_agreement_that_is_signed_is_told_as_complete_only_where_it_is(
    tmp_path: Path, clauses: str, asked: str, *, lacks: bool
) -> None:
    path = tmp_path / "signed.yaml"
    path.write_text(CASE.replace("CLAUSES", clauses).replace("ASKED", asked))
    case = next(iter(load_scenarios(path, real_base()))).consultation()
    report = build(case, "fr", Adviser(), MADE_ON, extent=extent_of("note"))
    (told,) = [line.decision for part in report.questions for line in part.lines if SIGNED in line.decision]
    assert told.startswith("Déjà fait")
    assert ("Il reste à compléter par avenant les clauses qui manquent" in told) is lacks
