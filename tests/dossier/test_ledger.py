"""The ledger: each thing the dossier held is encoded, tested, or left out for a reason."""

from collections.abc import Collection, Mapping
from pathlib import Path

import pytest

from petr_advisor.scenarios.coverage import citations
from petr_advisor.scenarios.loading import scenario_files
from tests.dossier.book import NO_POINTS, ledger, names_of_norms, names_of_points, not_encoded, references, the_base

SCENARIOS = Path(__file__).parents[2] / "scenarios"
FILES = tuple(ledger())
SHARE_TO_ENCODE = 0.9
"""At least this much of each file's norms is encoded."""


def encoded() -> set[str]:
    return {norm for norms in citations(the_base()).values() for norm in norms}


def test_every_norm_is_encoded_or_left_out_for_a_reason() -> None:
    assert set(the_base().norms) - encoded() == set(not_encoded())


def test_every_norm_comes_from_the_dossier_or_is_named_in_it_or_was_added_to_it() -> None:
    named = {name for file in ledger().values() for name in file.norms}
    assert named <= set(names_of_norms())
    assert {name for file in ledger().values() for name in file.points} <= {*names_of_points(), *NO_POINTS}


@pytest.mark.parametrize("name", FILES)
def test_nine_tenths_of_each_file_are_encoded(name: str) -> None:
    norms = ledger()[name].norms
    done = [norm for norm in norms if names_of_norms()[norm] in encoded()]
    assert len(done) >= SHARE_TO_ENCODE * len(norms)


def test_another_identifier_leads_to_the_norm_that_carries_it() -> None:
    assert "evo.none.verdict" in ledger()["evolution"].norms
    assert names_of_norms()["evo.none.verdict"] == "petr.creation.concordant-deliberations"


def places() -> Mapping[str, Collection[str]]:
    """Give the names to which a reference may lead, by kind."""
    base = the_base()
    return {
        "norm": names_of_norms(),
        "disputed": names_of_points(),
        "option": base.options,
        "rule": base.rules,
        "cure": base.cures,
        "procedure": base.procedures,
        "fact": base.facts,
        "source": base.sources,
        "row": {f"{name}/{key}" for name, table in base.tables.items() for key in table.rows},
        "scenario": {
            path.relative_to(SCENARIOS).with_suffix("").as_posix() for path in scenario_files([SCENARIOS])
        },
    }  # fmt: skip


def test_each_reference_leads_somewhere() -> None:
    known = places()
    assert [(kind, name) for kind, name in references() if name not in known.get(kind, ())] == []


@pytest.mark.parametrize("name", FILES)
def test_each_row_says_what_encodes_it_or_why_nothing_does(name: str) -> None:
    tables = ledger()[name].tables
    assert [key for rows in tables.values() for key, account in rows.items() if not account] == []


@pytest.mark.parametrize("name", FILES)
def test_an_open_question_told_by_a_check_is_told_to_the_reader_of_some_conclusion(name: str) -> None:
    base = the_base()
    checks = [norm for question in ledger()[name].open_questions.values() for norm in question.check]
    assert [norm for norm in checks if norm not in base.norms or not base.norms[norm].check] == []
    assert [norm for norm in checks if norm in not_encoded()] == []
