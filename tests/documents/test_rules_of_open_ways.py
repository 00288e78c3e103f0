"""Where no way is retained, what only one of them would bring is told under « should one of them be selected »."""

from pathlib import Path

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.blocks import Heading, Table
from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.layout.document import CONCLUSIONS, PARTS, REPORT, LaidOut, lay_out
from petr_advisor.documents.settings import Adviser
from petr_advisor.scenarios.loading import load_scenarios

from .conftest import MADE_ON, real_base

SYNDICATE = """
title: {fr: "Un syndicat de 2014", en: "A syndicate of 2014"}
origin: {kind: made, reference: "A newcomer's reading"}
as_of: 2014-06-15
key_questions: [evolution]
answers: {structure.legal_form: closed_syndicate}
expect: {}
"""


@pytest.fixture
def syndicate(tmp_path: Path) -> Consultation:
    path = tmp_path / "syndicate.yaml"
    path.write_text(SYNDICATE)
    return next(iter(load_scenarios(path, real_base()))).consultation()


def told_as_if_there(found: Consultation, parts: tuple[LaidOut, ...]) -> tuple[int, list[str]]:
    """Give how many duties of ways still possible are told, and those told under a heading that does not say so."""
    report = build(found, "fr", Adviser(), MADE_ON, extent=extent_of("file"))
    assert not any(question.retained for question in report.questions)
    of_ways = {f"duty:{duty.rule}" for duty in report.duties if duty.options}
    under, told, wrong = "", 0, list[str]()
    for block in lay_out(report, parts).blocks:
        under = block.id if isinstance(block, Heading) else under
        rows = block.rows if isinstance(block, Table) and not under.startswith("risks") else ()
        about = {run.about for row in rows for cell in row for line in cell for run in line} & of_ways
        told += len(about)
        wrong += [f"{under}: {each}" for each in sorted(filter(None, about)) if not under.endswith("-of-open-ways")]
    return told, wrong


@pytest.mark.parametrize("parts", [PARTS, REPORT, CONCLUSIONS], ids=["file", "report", "explain"])
def test_no_duty_of_a_body_that_is_not_there_is_told_as_if_it_were(
    syndicate: Consultation, parts: tuple[LaidOut, ...]
) -> None:
    told, wrong = told_as_if_there(syndicate, parts)
    assert told
    assert wrong == []
