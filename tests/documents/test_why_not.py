"""« Why not another way » and the answer in short: nothing is said twice, and the answer comes first."""

import pytest

from petr_advisor.commands.dossiers import find_scenario
from petr_advisor.documents.blocks import Bullets, Heading, Item, Paragraph, Table, words
from petr_advisor.documents.build import build
from petr_advisor.documents.layout.document import lay_out
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.texts import conclusions_text
from petr_advisor.documents.writing import render
from petr_advisor.explaining.why_not import why_not as explain_why_not
from petr_advisor.inference.engines import engine
from petr_advisor.words.texts import Language
from petr_advisor.words.typography import KEYBOARD_SPACES
from tests.documents.conftest import CASES, EXAMPLES, MADE_ON, case_in, real_base, real_case, real_report


def why_not(name: str) -> tuple[Item, ...]:
    """Give the options that are not open, with what is said of each."""
    blocks = lay_out(real_report(name, "fr")).blocks
    at = next(n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.id.startswith("why-not-"))
    found = blocks[at + 1]
    assert isinstance(found, Bullets)
    return found.items


@pytest.mark.parametrize("name", [name for name, language in CASES if language == "fr"])
def test_each_option_is_named_once(name: str) -> None:
    """An option heads what it lacks; a way that is itself closed is not offered instead."""
    report, items = real_report(name, "fr"), why_not(name)
    titles = [item.line[0].text for item in items]
    assert len(titles) == len(set(titles))
    closed = {option.title for option in report.questions[0].options if option.status == "closed"}
    offered = [words(child.line) for item in items for child in item.children if "la place" in words(child.line)]
    assert not [line for line in offered for title in closed if title in line]


def test_keeping_a_bearer_is_not_offered_where_there_is_none() -> None:
    """Staying as today, closed itself, is no way to turn to: neither in the report nor in the proof."""
    case = find_scenario("disjoint-or-none", real_base()).consultation(engine("native"))
    report = build(case, "fr", Adviser(name="Cabinet Martin"), MADE_ON)
    offered = {
        title for q in report.questions for o in q.options for found in o.requirements for title in found.instead
    }
    assert "Confier le SCoT au PETR" in offered
    assert "Garder le porteur actuel du SCoT" not in offered
    proof = [node.text.fr for node in explain_why_not(case, "scot-coordination").walk()]
    assert any("Confier le SCoT au PETR" in text for text in proof)
    assert not any("Garder le porteur actuel" in text for text in proof)


def test_only_what_closes_a_closed_option_is_told() -> None:
    """A condition still unknown does not matter to an option that another condition closes."""
    report = real_report("saverne", "fr")
    closed = {option.title for option in report.questions[0].options if option.status == "closed"}
    marks = [
        child.line[0].text for item in why_not("saverne") if item.line[0].text in closed for child in item.children
    ]
    assert marks
    assert not [mark for mark in marks if mark.startswith("?")]


@pytest.mark.parametrize("name", [name for name, language in CASES if language == "fr"])
def test_a_condition_is_explained_once(name: str) -> None:
    """The second option that lacks it only names it; the answers and the cures stand with the first."""
    conditions = [
        (child.line[0].text, child.line[1].text)
        for item in why_not(name)
        for child in item.children
        if child.line[0].style == "mark"
    ]
    assert conditions
    assert len(conditions) == len(set(conditions))


def test_conditions_that_do_not_apply_take_one_line() -> None:
    """The table of the way retained holds those that apply; the others are named under it."""
    report = real_report("loire-beauce#closed", "en")
    blocks = lay_out(report).blocks
    table = next(
        block for block in blocks if isinstance(block, Table) and block.caption == "Conditions of the option selected"
    )
    retained = next(o for o in report.questions[0].options if o.id in report.questions[0].retained)
    applied = [found for found in retained.requirements if found.state != "not_applicable"]
    assert len(table.rows) == len(applied) < len(retained.requirements)
    notes = [words(block.line) for block in blocks if isinstance(block, Paragraph)]
    assert any(note.startswith("Not applicable in this case") for note in notes)


def test_markdown_does_not_tell_the_table_again() -> None:
    """The picture that compares options has no words of its own beside the table."""
    assert "Comparaison des voies." not in render(real_report("saverne", "fr"), ".md").decode()


@pytest.mark.parametrize(("name", "language"), CASES)
def test_the_plain_text_begins_with_the_answer_of_the_document(name: str, language: Language) -> None:
    text = conclusions_text(real_case(name), language)
    decision = real_report(name, language).questions[0].decision
    assert f"\n→ {decision.translate(KEYBOARD_SPACES)}\n" in text


def test_a_condition_still_open_names_what_is_not_known() -> None:
    """The pays is recognised, by the answers, and nobody said on what day: that is what the condition turns on."""
    nodes = list(explain_why_not(case_in(EXAMPLES["loire-beauce"]), "maptam-79-ii").walk())
    (open_one,) = [node for node in nodes if "18 décembre 2010" in node.text.fr and "à trancher" in node.text.fr]
    assert open_one.children[0].text.fr == "Reste à connaître : date de la reconnaissance comme pays"
    assert open_one.children[0].about == ("structure.pays_recognised_on", None)
