"""The article cited of a management agreement is that of the category of the EPCIs concerned."""

from pathlib import Path

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.places import norms_in, reference_in
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenarios

from .conftest import real_base

CASES = examples_folder() / "services" / "table" / "management-agreement-by-kind.yaml"
OPTION = "management-agreement"
CC, OTHERS = "L. 5214-16-1", "L. 5215-27, al. 1 ; L. 5216-7-1"


def _cases(path: Path) -> dict[str, Consultation]:
    return {
        each.name.partition("#")[2]: each.consultation(engine("native")) for each in load_scenarios(path, real_base())
    }


def _paragraphs(case: Consultation) -> set[str | None]:
    option = case.outcomes[0].option(OPTION)
    assert option is not None
    cited = norms_in(case, option.rests_on)
    articles = (reference_in(case, case.base.norms[norm]) for norm in cited if case.base.norms[norm].sources)
    return {found.paragraph for found in articles if found.id == "cgct-l5215-27"}


@pytest.mark.parametrize(
    ("variant", "own"), [("", {CC}), ("agglomerations", {OTHERS}), ("both", {CC, OTHERS, f"{CC} ; {OTHERS}"})]
)
def test_the_article_is_that_of_the_category(variant: str, own: set[str]) -> None:
    assert _paragraphs(_cases(CASES)[variant]) == own
