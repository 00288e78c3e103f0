"""JSON Schema of a file of the rule base, so that an editor completes and checks it as it is typed."""

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import ANTECEDENT_TITLE, COMPARISONS
from petr_advisor.words.texts import Entry

IDENTIFIER = "^[a-z0-9][a-z0-9._-]*$"
_FACT = r"^[a-z0-9][a-z0-9_-]*(\.[a-z0-9_-]+)+$"
_SCALAR = {"type": ["string", "integer"]}
_DAY = r"\d{4}-\d{2}-\d{2}"
_SHORT: dict[str, dict[str, Any]] = {
    "InForcePeriod": {
        "type": "string",
        "pattern": rf"^({_DAY}\.\.({_DAY})?|\.\.{_DAY})$",
        "examples": ["2018-05-25..", "2014-01-29..2015-08-08"],
    },
    "SourceReference": {
        "type": "string",
        "pattern": r"^[^,\s][^,]*(,.*\S.*)?$",
        "examples": ["cgct-l5741-1, II, al. 2"],
    },
    "Refusal": {"enum": ["ends", "goes_on"]},
    "Passage": {"type": "string", "pattern": IDENTIFIER},
}
"""What may be written in short instead of a mapping."""
_DELAY = {"type": "string", "pattern": r"^\d+ (day|month|year)s?$", "examples": ["3 months"]}


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema of a file: entries by kind and identifier."""
    schema = KnowledgeBase.model_json_schema(by_alias=True)
    kinds = {kind: node for kind, node in schema["properties"].items() if kind != "hash"}
    definitions = schema["$defs"]
    for name, texts in _docstrings().items():
        _describe(definitions.get(name, {}), texts)
    for kind, text in _field_docstrings(KnowledgeBase).items():
        if kind in kinds:
            kinds[kind]["description"] = text
    _put_other_names(definitions)
    for node in kinds.values():
        node["propertyNames"] = {"pattern": IDENTIFIER}
        node.pop("default", None)
    found: dict[str, Any] = _with_short_forms(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Rule base of petr_advisor",
            "type": "object",
            "minProperties": 1,
            "properties": kinds,
            "additionalProperties": False,
            "$defs": definitions,
        }
    )
    found["$defs"][ANTECEDENT_TITLE] = _antecedent()
    return found


def _put_other_names(definitions: dict[str, Any]) -> None:
    """Allow the event of a deadline under `from`, the name of a check in place of its text, one act instead of some."""
    limit = definitions["Limit"]["properties"]
    limit["after"] = limit["from"]
    act = definitions["Requirement"]["properties"]["act"]
    act["anyOf"] = [{"type": "string"}, {"type": act.pop("type"), "items": act.pop("items")}]
    definitions["Norm"]["properties"]["check"]["anyOf"].insert(0, {"type": "string", "pattern": IDENTIFIER})


def _with_short_forms(node: Any) -> Any:
    """Put references to the form of antecedents where they are marked, and short forms beside the full ones."""
    if isinstance(node, dict):
        short = _SHORT.get(str(node.get("$ref", "")).rpartition("/")[2])
        if short is not None:
            kept = {key: inner for key, inner in node.items() if key != "$ref"}
            return {**kept, "anyOf": [short, {"$ref": node["$ref"]}]}
        if node.get("title") == ANTECEDENT_TITLE:
            kept = {key: node[key] for key in ("description",) if key in node}
            return {**kept, "$ref": f"#/$defs/{ANTECEDENT_TITLE}"}
        return {key: _with_short_forms(inner) for key, inner in node.items()}
    return [_with_short_forms(inner) for inner in node] if isinstance(node, list) else node


def _antecedent() -> dict[str, Any]:
    """Give the form of an antecedent: facts with their tests, all, any, not."""
    inner = {"$ref": f"#/$defs/{ANTECEDENT_TITLE}"}
    several = {"type": "array", "items": inner, "minItems": 1}
    ages = {"at_least": _DELAY, "less_than": _DELAY}
    operators: dict[str, Any] = dict.fromkeys(COMPARISONS, _SCALAR)
    operators["ago"] = {"type": "object", "properties": ages, "additionalProperties": False, "minProperties": 1}
    test = {
        "anyOf": [
            _SCALAR,
            {"type": "array", "items": _SCALAR, "minItems": 1},
            {"type": "object", "properties": operators, "additionalProperties": False, "minProperties": 1},
        ]
    }
    return {
        "title": ANTECEDENT_TITLE,
        "description": "A condition: facts with their tests, such as {structure.legal_form: association}; several keys"
        " mean all.",
        "type": "object",
        "minProperties": 1,
        "properties": {
            "all": {**several, "description": "Every part must hold."},
            "any": {**several, "description": "One part at least must hold."},
            "not": {**inner, "description": "The part must be denied."},
        },
        "patternProperties": {_FACT: test},
        "additionalProperties": False,
    }


def _describe(definition: dict[str, Any], texts: dict[str, str]) -> None:
    """Put the sentences that stand under a model's fields where an editor shows them."""
    for name, node in definition.get("properties", {}).items():
        if name in texts:
            node["description"] = texts[name]


@cache
def _docstrings() -> dict[str, dict[str, str]]:
    """Give the sentences that stand under the fields of each model, by the name used in files."""
    return {model.__name__: _field_docstrings(model) for model in _models(Entry)}


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for inner in model.__subclasses__():
        yield inner
        yield from _models(inner)


def _field_docstrings(model: type[BaseModel]) -> dict[str, str]:
    try:
        (found,) = ast.parse(inspect.getsource(model)).body
    except OSError:  # an installation without sources: the schema goes without descriptions
        return {}
    assert isinstance(found, ast.ClassDef)  # noqa: S101 - the source of a class
    texts: dict[str, str] = {}
    for field, sentence in zip(found.body, found.body[1:], strict=False):
        match field, sentence:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                alias = model.model_fields[name].alias if name in model.model_fields else None
                texts[alias or name] = " ".join(text.split())
    return texts
