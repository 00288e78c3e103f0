"""What the law ends is no alarm where the answer is to do without it: no page says both to sign and not to sign."""

from datetime import date

import pytest

from .conftest import READING, case_in, report_of
from .test_what_may_stop import report

CASES = [("no", "stay", False), ("yes", "proposed", True)]


@pytest.mark.parametrize(("confirms", "state", "told"), CASES)
def test_a_scheme_that_nobody_proposes_to_sign_is_not_to_be_signed_first(
    confirms: str, state: str, *, told: bool
) -> None:
    found = report(
        as_of=date(2015, 3, 10),
        key_questions=["contracts"],
        members=[
            {"name": "Zorn", "kind": "cc", "population": 15800},
            {"name": "Bruche", "kind": "cc", "population": 18200},
        ],
        answers={
            "structure.legal_form": "petr",
            "petr.project_approved": "yes",
            "context.region": "grand-est",
            "context.former_region": "alsace",
            "territory.location": "alsace_moselle",
            "contract.region_confirms": confirms,
            "contract.epcis_agree": "yes",
        },
    )
    lines = [line for line in found.questions[0].lines if "Région" in line.themes]
    assert [line.state for line in lines] == [state]
    assert bool(found.terms) == told
    plan = found.roadmap
    asked = [each for each in (plan.milestones if plan else ()) if each.unmet_said]
    assert not asked or told


def test_what_the_region_signed_by_its_own_writing_ends_with_its_scheme() -> None:
    """Its scheme as read names EPCIs alone: the reason is its writing, and what is signed is not to be signed again."""
    found = report_of(case_in(READING / "petr-contrat-signe-par-ecrit-de-la-region-2026.yaml"), "fr")
    contracts = found.questions[0]
    region = next(line for line in contracts.lines if "Région" in line.themes)
    assert "31 décembre 2026" in region.decision
    assert "a écrit qu’elle contracte" in contracts.reasons[0].text
    assert not any("signe à cette date avec des PETR" in each.text for each in contracts.reasons)
    assert not any("signer ce jour au plus tard" in term.ask for term in found.terms)
