"""The catalogue holds what the program says: nothing missing, nothing unused, the same fields in both languages."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import jinja2
import pytest

import petr_advisor
from petr_advisor.inference.relevance import STATUSES
from petr_advisor.knowledge.acts import Silence
from petr_advisor.knowledge.law import Confidence
from petr_advisor.knowledge.procedures import ActOrigin
from petr_advisor.knowledge.rules import DutyKind
from petr_advisor.words.catalogue import FOLDER, CatalogueError, catalogue, read
from petr_advisor.words.speech import Speech
from petr_advisor.words.texts import Language

SAYING = {"phrase", "label", "told", "tell", "of", "say", "_say", "_phrase"}
"""The calls whose first argument is a key, or begins like the keys of a family."""
SAYING_IN_TEMPLATES = {"phrase", "fact", "intro", "notice"}
"""The same in the templates of pages, macros that say their first argument among them."""
LINES = 350


@cache
def sources() -> tuple[ast.Module, ...]:
    folder = Path(petr_advisor.__file__).parent
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.py")))


def nodes(kind: type[ast.AST]) -> Iterator[ast.AST]:
    return (node for tree in sources() for node in ast.walk(tree) if isinstance(node, kind))


def family(node: ast.AST) -> str | None:
    """Give how the keys begin that an f-string makes."""
    if not isinstance(node, ast.JoinedStr) or not isinstance(node.values[0], ast.Constant):
        return None
    begins = str(node.values[0].value)
    return begins if re.fullmatch(r"[a-z][a-z.-]*[.-]", begins) else None


def said() -> Iterator[ast.expr]:
    """Give every key asked for, as it is written; both keys of a choice between two."""
    for call in nodes(ast.Call):
        assert isinstance(call, ast.Call)
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name in SAYING and call.args:
            first = call.args[0]
            yield from (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)


@cache
def templates() -> tuple[jinja2.nodes.Template, ...]:
    folder = Path(petr_advisor.__file__).parent
    reader = jinja2.Environment(autoescape=True, extensions=["jinja2.ext.do"])
    return tuple(reader.parse(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.html")))


def said_in_templates() -> Iterator[jinja2.nodes.Expr]:
    """Give every key asked for in the template of a page, as it is written."""
    for call in (call for template in templates() for call in template.find_all(jinja2.nodes.Call)):
        name = getattr(call.node, "attr", getattr(call.node, "name", ""))
        if name in SAYING_IN_TEMPLATES:
            yield call.args[0]


def asked() -> set[str]:
    """Give every key written out where it is asked for."""
    found = [node.value for node in said() if isinstance(node, ast.Constant)]
    found += [node.value for node in said_in_templates() if isinstance(node, jinja2.nodes.Const)]
    return {key for key in found if isinstance(key, str) and key}


def families() -> set[str]:
    """Give how the keys begin that are made of a code."""
    joined = [node.nodes[0] for node in said_in_templates() if isinstance(node, jinja2.nodes.Concat)]
    in_templates = {str(first.value) for first in joined if isinstance(first, jinja2.nodes.Const)}
    return {prefix for node in said() if (prefix := family(node))} | in_templates


def test_no_phrase_is_missing() -> None:
    """Every key asked for is in the catalogue; a key made of a code has a family there."""
    assert asked() - set(catalogue()) == set()
    assert [prefix for prefix in families() if not any(key.startswith(prefix) for key in catalogue())] == []


def test_no_phrase_is_unused() -> None:
    """A phrase that nobody says is one too many."""
    written = {node.value for node in nodes(ast.Constant) if isinstance(node, ast.Constant)}
    written |= {const.value for template in templates() for const in template.find_all(jinja2.nodes.Const)}
    begun = tuple(families())
    assert [key for key in catalogue() if key not in written and not key.startswith(begun)] == []


@pytest.mark.parametrize(
    ("family_", "codes"),
    [
        ("status", STATUSES),
        ("silence", get_args(Silence)),
        ("confidence", get_args(Confidence)),
        ("duty", get_args(DutyKind)),
        ("duty-holds", get_args(DutyKind)),
        ("duty-falls", get_args(DutyKind)),
        ("duty-may-hold", get_args(DutyKind)),
        ("effect-step", get_args(ActOrigin)),
        ("holds", ("True", "False", "None")),
        ("available", ("True", "False", "None")),
    ],
)
def test_every_code_has_its_words(family_: str, codes: tuple[str, ...]) -> None:
    assert [code for code in codes if f"{family_}.{code}" not in catalogue()] == []


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("a: {fr: un}\nb: {fr: deux, en: two}\n", "`a` must have a text in each of fr, en"),
        ("a: {fr: un, en: ''}\n", "`a` must have a text"),
        ("a: {fr: <n> jours, en: days}\n", "`a` has a field in one language that the other lacks: n"),
        ("a: {fr: <n> <jour|jours>, en: <n> <d|e|f>}\n", "`a`: the mark `<d|e|f>` is neither"),
        ("a: {fr: <n> jours, en: <n days}\n", "`a`: a mark `<` or `>` stands alone"),
        ("a: {fr: <names:et>, en: <names:and>}\n", "`a`: the mark `<names:et>` is neither"),
        ("a: {fr: un, en: one}\na: {fr: un, en: one}\n", "`a` is written twice"),
    ],
)
def test_a_wrong_phrase_stops_the_load(wrong: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "some.yaml").write_text(wrong, encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"some\.yaml") as error:
        read(tmp_path)
    assert told in str(error.value)


def test_files_are_short() -> None:
    assert [path.name for path in FOLDER.glob("*.yaml") if path.read_text(encoding="utf-8").count("\n") >= LINES] == []


def test_only_the_voice_looks_at_the_language() -> None:
    """What depends on the language is in the catalogue, or in the package that reads it."""
    folder = Path(petr_advisor.__file__).parent
    found = [
        f"{path.relative_to(folder)}: {line.strip()}"
        for path in sorted(folder.rglob("*.py"))
        if path.parent.name != "words"
        for line in path.read_text(encoding="utf-8").splitlines()
        if "language ==" in line or "language !=" in line
    ]
    assert found == []


def test_numbers_choose_and_fields_are_never_read_again() -> None:
    french, english = Speech("fr"), Speech("en")
    assert [french.phrase("days", n=n) for n in (0, 1, 2)] == ["0 jour", "1 jour", "2 jours"]
    assert [english.phrase("days", n=n) for n in (0, 1, 2)] == ["0 days", "1 day", "2 days"]
    assert english.phrase("after-tasks", tasks=["3"]) == "after task 3"
    assert english.phrase("after-tasks", tasks=["3", "4"]) == "after tasks 3, 4"
    assert english.phrase("reason-of-option", option="<reason>", reason="<b>") == "“<reason>”: <b>"


@pytest.mark.parametrize("language", get_args(Language))
def test_what_is_said_of_things_counted_agrees_with_their_number(language: Language) -> None:
    """A pronoun outside a choice by number would be plural of one thing as well (« 1 question : elles peuvent »)."""
    counted = re.compile(r"<(?:counted|count|n)>")
    chosen = re.compile(r"<[^<>]*\|[^<>]*>")
    plural = re.compile(r"\b(?:elles|ils|they)\b", re.IGNORECASE)
    phrases = {key: text.in_(language) for key, text in catalogue().items()}
    assert [key for key, said in phrases.items() if counted.search(said) and plural.search(chosen.sub("", said))] == []


@pytest.mark.parametrize(
    ("language", "one", "several"), [("fr", "elle peut encore", "elles peuvent encore"), ("en", "it can", "they can")]
)
def test_one_question_left_is_spoken_of_in_the_singular(language: Language, one: str, several: str) -> None:
    speech = Speech(language)
    assert one in speech.phrase("find-out.to-check", counted="1 question", count=1, what="x")
    assert several in speech.phrase("find-out.to-check", counted="2 questions", count=2, what="x")


@pytest.mark.parametrize("kind", ["settle", "to-check", "optional"])
@pytest.mark.parametrize("language", get_args(Language))
def test_the_help_of_a_question_explains_what_the_header_counts(language: Language, kind: str) -> None:
    """« 4 à trancher · 1 à vérifier · 8 facultatives » is on the screen all along."""
    counted = Speech(language).phrase(f"header.{kind}", count=1).removeprefix("1").strip()
    assert counted[:9].casefold() in Speech(language).phrase("help.question").casefold()


@pytest.mark.parametrize("familiar", [r"\btraîne", r"\bça\b"])
def test_no_phrase_speaks_familiarly(familiar: str) -> None:
    """What is said goes into notes to elected members: « avec les durées les plus longues », not « si tout traîne »."""
    assert [key for key, text in catalogue().items() if re.search(familiar, str(text.fr))] == []
