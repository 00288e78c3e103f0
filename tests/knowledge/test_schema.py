"""The JSON Schema accepts the rule base as it is, and refuses what an editor should underline."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from petr_advisor.files.locations import knowledge_folder
from petr_advisor.knowledge.files import knowledge_files
from petr_advisor.knowledge.schema import json_schema
from petr_advisor.knowledge.yaml_reader import parse_yaml, read_yaml

HERE = Path(__file__).parent
FILES = (*knowledge_files(knowledge_folder()), *knowledge_files(HERE / "valid"))


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def as_an_editor_sees_it(value: Any) -> Any:
    """Dates are text in an editor's YAML."""
    if isinstance(value, dict):
        return {key: as_an_editor_sees_it(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_an_editor_sees_it(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(path.parents[1]).as_posix())
def test_every_file_of_the_rule_base_is_accepted(path: Path, validator: Draft202012Validator) -> None:
    content = as_an_editor_sees_it(read_yaml(path).data)
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(content)] == []


@pytest.mark.parametrize(
    "name",
    [
        "boolean-in-a-condition",
        "boolean-as-text",
        "fraction-that-is-not-exact",
        "identifier-with-accents",
        "bad-delay",
        "deadline-in-words",
        "period-badly-written",
        "period-that-is-a-day",
        "source-that-is-no-list",
        "source-without-its-place",
        "text-in-one-language",
        "misspelt-key",
        "missing-translation",
        "not-a-mapping",
        "rule-without-norm",
        "unknown-kind-of-entry",
        "unknown-operator",
    ],
)
def test_a_broken_file_is_refused(name: str, validator: Draft202012Validator) -> None:
    content = as_an_editor_sees_it(read_yaml(HERE / "broken" / f"{name}.yaml").data)
    assert not validator.is_valid(content)


@pytest.mark.parametrize(
    "condition",
    [
        "{}",
        "[]",
        "association",
        "{legal_form: association}",
        "{any: []}",
        "{not: [{a.b: yes}]}",
        "{a.b: []}",
        "{a.b: {}}",
        "{a.b: {ago: {after: 3 months}}}",
    ],
)
def test_a_bad_antecedent_is_refused(condition: str, validator: Draft202012Validator) -> None:
    text = f"conflicts: {{c: {{when: {condition}, message: {{fr: Non., en: No.}}}}}}"
    assert not validator.is_valid(as_an_editor_sees_it(parse_yaml(text, "text").data))


def test_fields_are_described_by_the_sentences_of_the_code() -> None:
    fields = json_schema()["$defs"]["Norm"]["properties"]
    assert fields["succeeds"]["description"] == "The earlier version of the same norm."
    assert all("description" in field for name, field in fields.items())


def test_a_period_is_described_under_the_names_used_in_files() -> None:
    assert json_schema()["$defs"]["InForcePeriod"]["properties"]["from"]["description"] == "First day in force."
