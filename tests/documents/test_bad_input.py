"""What nobody should type, and what hardly says anything: a correct document, in which nothing is interpreted."""

import io
import json
from collections.abc import Sequence
from functools import cache
from typing import Any

import docx
import jsonschema  # type: ignore[import-untyped]
import pypdf
import pytest
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.build import build
from petr_advisor.documents.model import Report
from petr_advisor.documents.renderers.to_json import schema
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.writing import SUFFIXES, render
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.scenarios.loading import load_scenarios
from petr_advisor.words.typography import set_type
from tests.documents.conftest import MADE_ON, real_base, started
from tests.documents.page_checks import Page
from tests.documents.test_formats import squeezed

NAMES = (
    "A" * 200,
    "Communauté " * 18,
    "מועצה אזורית גליל",
    "جماعة الساحل",
    "🚜 Haut-Jura 🧀",
    "<script>alert(1)</script>",
    "<b onclick=x>gras</b>",
    "{{ 7*7 }} {% raw %} ${7*7}",
    "=cmd()|/C calc!A0",
    "#let x = 1; #panic(1)",
    "$x^2$ \\section{x}",
    "[a](javascript:alert(2))",
    "![p](http://b.example/x.png)",
    "*gras* _ital_ `code` ~~non~~",
    "&amp; &lt; &#65;",
    "| case | <br> |",
    "- tiret",
    "1. chiffre",
    "# titre",
    "http://c.example www.c.example",
)
SHOWN = tuple(set_type(name, "fr") for name in NAMES)


def sixty(names: Sequence[str] = NAMES) -> dict[str, dict[str, Any]]:
    """Sixty members with such names."""
    return {
        f"m{place}": {
            "member.name": names[place % len(names)] + (f" {place}" if place >= len(names) else ""),
            "member.kind": "cc",
            "member.population": 90_000 + 1_000 * (60 - place),
        }
        for place in range(60)
    }


@cache
def hostile() -> Report:
    """The report of 60 members with such names, in a territory named so too."""
    case = started().list_entities("member", sixty()).answer("structure.legal_form", "association")
    adviser = Adviser(name="<i>Moi</i> {{ x }}", contact=("#panic(1)", "=1+1"))
    return build(case, "fr", adviser, MADE_ON, territory="#let {{ x }} <u>T</u> $y$", subtitle="[s](http://s.example)")


def test_page() -> None:
    """Every name is on the page as it was typed, and none has become markup."""
    page = Page(render(hostile(), ".html").decode())
    assert page.faults == []
    assert all(name in page.text for name in SHOWN)
    assert not {"b.example", "c.example", "s.example"} & {link for link in page.links if "example" in link}
    assert not [tag for tag in page.tags if tag in {"script", "u", "i"}]
    assert "49" not in page.text.split("7*7")[1][:3]


def test_word() -> None:
    """Every name is in the file as it was typed; the only fields and links are our own."""
    file = docx.Document(io.BytesIO(render(hostile(), ".docx")))
    cells = {cell.text for table in file.tables for row in table.rows for cell in row.cells}
    assert {name.strip() for name in SHOWN} <= {text.strip() for text in cells}
    body: Any = file.element.body
    assert {(node.text or "").split()[0] for node in body.iter(qn("w:instrText"))} <= {
        "TOC",
        "PAGE",
        "PAGEREF",
        "NUMPAGES",
        "SEQ",
    }
    assert not [rel.target_ref for rel in file.part.rels.values() if rel.is_external and "example" in rel.target_ref]


def test_pdf() -> None:
    """Every name is in the file; what Typst would take for a command is only text."""
    file = pypdf.PdfReader(io.BytesIO(render(hostile(), ".pdf")))
    text = squeezed("".join(page.extract_text() for page in file.pages))
    plain = [name for name in SHOWN if name.isascii()]
    assert len(plain) > 10
    assert [name for name in plain if squeezed(name) not in text] == []
    links = [
        annotation.get_object().get("/A", {}).get("/URI", "")
        for page in file.pages
        for annotation in page.get("/Annots", [])
    ]
    assert not [link for link in links if "example" in link or "javascript" in link]


def test_markdown() -> None:
    """A reader of Markdown gives every name back as it was typed, without link, emphasis or HTML."""
    tokens = MarkdownIt("commonmark", {"linkify": True}).enable(["table", "strikethrough", "linkify"]).parse(
        render(hostile(), ".md").decode()
    )  # fmt: skip
    inlines = [token for token in tokens if token.type == "inline"]
    texts = "\n".join("".join(child.content for child in token.children or ()) for token in inlines)
    assert [name for name in SHOWN if name.strip() not in texts] == []
    children = [child for token in inlines for child in token.children or ()]
    assert {child.content for child in children if child.type == "html_inline"} <= {"<br>"}
    assert not [child for child in children if child.type in {"image", "code_inline", "s_open"}]
    links = [str(child.attrs["href"]) for child in children if child.type == "link_open"]
    assert not [link for link in links if "example" in link or "javascript" in link]


def test_json() -> None:
    """The file follows its schema and holds the names as they are."""
    data = json.loads(render(hostile(), ".json"))
    jsonschema.Draft202012Validator(schema()).validate(data)
    assert set(SHOWN) <= {answer["of"] for answer in data["answers"]}


def test_letters_that_no_document_may_hold() -> None:
    """Control characters and marks that turn the text round are taken out."""
    case = started().list_entities(
        "member", {"a": {"member.name": "a\x00b\x07c\u202ed\ufffe", "member.kind": "cc"}, "b": {"member.name": "B"}}
    )
    report = build(case, "en", Adviser(), MADE_ON)
    assert "abcd" in {answer.of for answer in report.answers}
    assert all(render(report, suffix) for suffix in SUFFIXES)


ON_A_MAP = {"perimeter.one_piece", "perimeter.no_enclave"}
"""What nobody is asked while it is not known how many EPCIs there are: whoever has a map can tell."""


@cache
def blank(kind: str) -> Report:
    """The report of a consultation that says nothing, or only « I do not know »."""
    case = started()
    if kind == "unsettled":
        while (question := case.next_question) is not None:
            case = case.dont_know(question.fact, question.of)
    return build(case, "fr", Adviser(), MADE_ON)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("kind", ["empty", "unsettled"])
def test_nothing_is_known(kind: str, suffix: str) -> None:
    """A document comes out that proposes nothing it cannot, and says what to settle."""
    report = blank(kind)
    assert render(report, suffix)
    assert report.questions[0].verdict in {"to_settle", "none"}
    assert [part for part in report.settle if part.decisive]
    put = [part for part in report.settle if part.fact not in ON_A_MAP]
    assert all(part.asked for part in put) == (kind == "unsettled")
    if suffix == ".html":
        assert Page(render(report, suffix).decode()).faults == []


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_another_rule_base(small: KnowledgeBase, suffix: str) -> None:
    """A rule base without any of the real one's facts gives a report too."""
    case = Consultation.start(small, MADE_ON, engine=engine("native"))
    assert render(build(case, "en", Adviser(), MADE_ON), suffix)


def test_answers_that_contradict_each_other() -> None:
    """No way is proposed, and the document says which answers to correct."""
    path = examples_folder() / "conflicts" / "counts-that-contradict.yaml"
    case = next(
        found
        for scenario in load_scenarios(path, real_base())
        if (found := scenario.consultation(engine("native"))).conflicts
    )
    report = build(case, "fr", Adviser(), MADE_ON)
    assert report.questions[0].verdict == "conflict"
    assert report.conflicts
    text = Page(render(report, ".html").decode()).text
    assert report.conflicts[0].text in text
    assert "Réponses à vérifier" in text
    assert report.conflicts[0].answers
    assert all(answer in text for answer in report.conflicts[0].answers)
    assert report.questions[0].options == () == report.duties
    assert report.roadmap is None
    assert "Aucune obligation particulière" not in text
