"""The three sizes of a document: pages by size, nothing said twice, one page where nothing can be proposed."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from petr_advisor.commands.report import report as write
from petr_advisor.commands.settings import Settings
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.blocks import Block, Bullets, Callout, Item, Line, Paragraph, Table, cell, words
from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.layout.columns import fitted
from petr_advisor.documents.layout.document import document_of
from petr_advisor.documents.model import Report
from petr_advisor.documents.renderers.to_json import read_json
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.sizes import ANNEXES, SIZES, Size, annexes
from petr_advisor.documents.writing import render
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenarios
from tests.documents.conftest import EXAMPLES, MADE_ON, case_in, real_base, started
from tests.documents.page_checks import Page
from tests.documents.test_bad_input import NAMES, sixty
from tests.documents.test_formats import squeezed

CASES = (
    "evolution/real/saint-brieuc",
    "evolution/real/saverne",
    "evolution/real/combraille",
    "evolution/real/loire-beauce#closed",
    "governance/real/ruffecois",
    "services/real/auch-planning-service",
    "project/real/balagne",
    "scot/real/grand-quercy-2026",
)
"""Real cases of different kinds and years, each on one key question."""
LONG = 12
"""Words of a sentence that may stand in a note once."""
NEARLY_EMPTY = 500
"""Letters on a page, the last apart, that a reader would turn at once."""
PAGES: dict[Size, tuple[int, int]] = {"note": (2, 4), "report": (15, 30)}
"""The most pages for one key question, for all of them."""


@cache
def case(name: str) -> Consultation:
    """The consultation of a case."""
    path = Path(f"{examples_folder() / name.partition('#')[0]}.yaml")
    wanted = name.rpartition("/")[2]
    found = next(each for each in load_scenarios(path, real_base()) if each.name == wanted)
    return found.consultation(engine("native"))


@cache
def sized(name: str, size: Size) -> Report:
    """The report of a case in a size."""
    return of(case(name), size)


def of(found: Consultation, size: Size) -> Report:
    """The report of a consultation in a size."""
    return build(found, "fr", Adviser(name="Cabinet Martin"), MADE_ON, territory="Pays", extent=extent_of(size))


def pages(report: Report) -> list[str]:
    """The text of each page of a report as PDF."""
    file = pypdf.PdfReader(io.BytesIO(render(report, ".pdf")))
    return [page.extract_text() for page in file.pages]


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("size", PAGES)
def test_one_question_keeps_to_its_pages(name: str, size: Size) -> None:
    found = pages(sized(name, size))
    assert len(found) <= PAGES[size][0]
    first = {"note": 0, "report": 1}[size]  # a report has a cover
    assert [len(squeezed(page)) for page in found[first:-1] if len(squeezed(page)) < NEARLY_EMPTY] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_page_of_an_example_is_nearly_empty(name: str) -> None:
    """Of several key questions: a chart that has no room leaves it to what follows; no last page bears a line alone."""
    found = pages(of(case_in(EXAMPLES[name]), "report"))
    assert [
        (number, len(squeezed(page))) for number, page in enumerate(found[1:], 2) if len(squeezed(page)) < NEARLY_EMPTY
    ] == []


@pytest.mark.parametrize("size", PAGES)
def test_all_questions_keep_to_their_pages(size: Size) -> None:
    """The same dossier asked everything."""
    assert len(pages(of(everything(), size))) <= PAGES[size][1]


def everything() -> Consultation:
    """A real case with every key question."""
    return replace(case("evolution/real/loire-beauce#closed"), key_questions=tuple(real_base().key_questions))


@pytest.mark.parametrize("names", [NAMES, ("Communauté d’agglomération " + "de la Très-Longue-Vallée " * 7,)])
@pytest.mark.parametrize("size", PAGES)
def test_sixty_members_with_long_names_keep_to_the_pages(names: tuple[str, ...], size: Size) -> None:
    """In a case that is answered, and under a territory that is named by them."""
    found = case("evolution/real/loire-beauce#closed").list_entities("member", sixty(names))
    report = build(found, "fr", Adviser(), MADE_ON, subtitle=" ".join(names)[:200], extent=extent_of(size))
    assert len(pages(report)) <= PAGES[size][0]


@pytest.mark.parametrize("questions", [("evolution",), ("evolution", "scot", "project", "contracts"), None])
def test_an_unknown_case_is_one_page_that_says_whom_to_ask(questions: tuple[str, ...] | None) -> None:
    report = of(started(*(questions or real_base().key_questions)), "note")
    assert report.note is not None
    assert report.note.kind == "find_out"
    (page,) = pages(report)
    assert "Que chercher, auprès de qui, dans quel ordre" in page.replace("\xa0", " ")
    assert all(squeezed(point.ask or "") in squeezed(page) for point in report.note.points)


def test_answers_that_clash_are_one_page_that_says_what_to_correct() -> None:
    report = sized("conflicts/counts-that-contradict", "note")
    assert report.note is not None
    assert report.note.kind == "correct"
    assert [*report.note.answers, *report.note.ways, *report.note.votes] == []
    (page,) = pages(report)
    assert squeezed(report.conflicts[0].text) in squeezed(page)


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_told_twice(name: str) -> None:
    """No long sentence stands twice in a note."""
    said = Counter(_sentences(document_of(sized(name, "note")).blocks))
    assert [text for text, times in said.items() if times > 1] == []


def _sentences(blocks: tuple[Block, ...]) -> Iterator[str]:
    for text in (words(line) for block in blocks for line in _lines(block)):
        for sentence in re.split(r"(?<=[.?!])\s", text):
            if len(sentence.split()) >= LONG:
                yield sentence


def _lines(block: Block) -> Iterator[Line]:
    match block:
        case Paragraph():
            yield block.line
        case Callout():
            yield from block.lines
        case Bullets():
            yield from (line for item in block.items for line in _of_item(item))
        case Table():
            yield from (line for row in block.rows for cell in row for line in cell)


def _of_item(item: Item) -> Iterator[Line]:
    yield item.line
    yield from (line for child in item.children for line in _of_item(child))


@pytest.mark.parametrize("name", CASES)
def test_every_way_compared_has_something_for_it(name: str) -> None:
    """Where nothing speaks for a way, what it is does, unless said above: only a closed one is left with a dash."""
    for size in PAGES:
        tables = [b for b in document_of(sized(name, size)).blocks if isinstance(b, Table) and "Pour" in b.header]
        rows = [(row, table.header.index("Pour")) for table in tables for row in table.rows]
        cells = [row[place] for row, place in rows if "écartée" not in " ".join(map(words, row[0]))]
        assert "–" not in [words(line) for each in cells for line in each]


@pytest.mark.parametrize("name", [*CASES, "all"])
def test_doing_nothing_is_always_among_the_ways(name: str) -> None:
    """It stands beside each answer, or is the answer, open or closed."""
    report = of(everything(), "note") if name == "all" else sized(name, "note")
    assert report.note is not None
    if report.note.kind != "course":
        assert name in {"evolution/real/saint-brieuc", "evolution/real/combraille"}
        return
    staying = {key for key, option in real_base().options.items() if option.kind == "staying"}
    for answer in report.note.answers:
        if answer.state in {"moot", "to_settle"}:  # nothing is proposed, beside which it would stand
            continue
        nothing = [way for way in report.note.ways if way.question == answer.question and way.kind == "staying"]
        kept = next(set(question.retained) for question in report.questions if question.id == answer.question)
        outcome = next(o for o in everything().outcomes if o.id == answer.question) if name == "all" else None
        there = {option.id for option in outcome.staying if option.status != "not_in_force"} if outcome else staying
        assert not there or nothing or staying & kept, answer.question


def test_the_votes_of_a_procedure_called_are_told_in_the_note() -> None:
    """A council is told of the vote on the seats, although the plan of the departure holds it in one line."""
    report = sized("life/leaving-today#leaves-two-in-one-piece", "note")
    assert report.note is not None
    assert report.roadmap is not None
    called = [vote.does for vote in report.roadmap.called]
    own = [task for task in report.roadmap.tasks if task.majority and not task.milestone]
    assert called
    assert len(report.note.votes) + report.note.more_votes == len(own) + len(called)
    seats = [vote for vote in report.note.votes if "sièges" in vote.does]
    assert any("L. 5211-5" in " ".join(vote.how).replace("\u00a0", " ") for vote in seats)


def test_each_format_opens_in_each_size() -> None:
    for size in SIZES:
        report = sized("evolution/real/loire-beauce#closed", size)
        file = docx.Document(io.BytesIO(render(report, ".docx")))
        text = "\n".join(paragraph.text for paragraph in file.paragraphs)
        assert report.questions[0].decision in text or report.questions[0].decision in _of_tables(file)
        page = Page(render(report, ".html").decode())
        assert page.faults == []
        assert report.questions[0].decision in page.text
        assert read_json(render(report, ".json")) == report
        assert squeezed(report.questions[0].decision) in squeezed(render(report, ".md").decode())


def test_on_a_telephone_each_cell_bears_the_title_of_its_column() -> None:
    """Rows become cards there, the header out of sight; tables stay tables for who hears them."""
    source = render(sized("evolution/real/loire-beauce#closed", "note"), ".html").decode()
    cells = re.findall(r"<(?:td|th) [^>]*>", source.partition("<main")[2])
    inside = [each for each in cells if 'role="columnheader"' not in each]
    assert inside
    assert all(re.search(r'role="(cell|rowheader)" data-title="[^"]+"', each) for each in inside)
    assert source.count('<table role="table"') == source.count("<table") > 0


def test_on_a_telephone_a_drawing_is_moved_rather_than_made_small() -> None:
    """Its letters keep their height, and who has no mouse moves it by the keys."""
    source = render(sized("evolution/real/loire-beauce#closed", "note"), ".html").decode()
    narrow = source.partition("@media screen and (max-width")[2].partition("@media print")[0]
    assert "figure svg" not in narrow
    assert re.search(r"figure svg \{[^}]*min-width: 34rem", source)
    figures = re.findall(r"<figure[^>]*>", source)
    assert figures
    assert all('tabindex="0"' in each and 'aria-label="' in each for each in figures)


def _of_tables(file: "docx.document.Document") -> str:
    return "\n".join(cell.text for table in file.tables for row in table.rows for cell in row.cells)


def test_a_file_goes_without_the_annexes_named() -> None:
    """Neither their headings nor links to them are left, and nothing else is lost."""
    found = case("evolution/real/saverne")
    whole = build(found, "fr", Adviser(), MADE_ON)
    bare = build(found, "fr", Adviser(), MADE_ON, extent=extent_of("file", frozenset(ANNEXES)))
    headings = [{b.text for b in document_of(each).blocks if b.block == "heading"} for each in (whole, bare)]
    assert headings[1] < headings[0]
    assert not any(text.startswith("Annexe") for text in headings[1])
    assert Page(render(bare, ".html").decode()).faults == []


def test_no_engine_nor_hash_stands_on_a_cover() -> None:
    """They are on the last line of the whole file."""
    for size in SIZES:
        report = sized("evolution/real/saverne", size)
        text = render(report, ".md").decode()
        assert (report.cover.rule_base[:16] in text) is (size == "file")
        assert report.cover.rule_base[:16] in (last := text.rstrip().splitlines()[-1]) or size != "file", last


def test_the_banner_stands_first() -> None:
    """The law of 2022 is no law to act on in 2026."""
    report = sized("evolution/real/saverne", "note")
    assert report.cover.banner
    assert squeezed(report.cover.banner) in squeezed(pages(report)[0])[:600]


def test_the_command_writes_a_note_unless_told_otherwise(tmp_path: Path) -> None:
    settings = Settings("fr", None, "native", None)
    write("saverne", tmp_path / "x.json", settings)
    assert read_json((tmp_path / "x.json").read_bytes()).size == "note"
    write("saverne", tmp_path / "y.json", settings, size="file", without="proof, norms")
    kept = read_json((tmp_path / "y.json").read_bytes())
    assert (kept.size, kept.without, kept.norms) == ("file", ("proof", "norms"), ())
    assert not any(question.proofs for question in kept.questions)


def test_an_annex_that_does_not_exist_is_refused_with_the_nearest() -> None:
    assert annexes("proof, norms") == {"proof", "norms"}
    with pytest.raises(PetrAdvisorError, match="sources"):
        annexes("source")
    with pytest.raises(PetrAdvisorError, match="--size file"):
        write("saverne", Path("x.md"), Settings("fr", None, "native", None), size="note", without="proof")


def test_word_numbers_its_captions_and_sets_nothing_small() -> None:
    """A caption moves with its number when a table is put in before it; no style is under 9.5 points."""
    file = docx.Document(io.BytesIO(render(sized("scot/real/grand-quercy-2026", "report"), ".docx")))
    captions = [p for p in file.paragraphs if p.style is not None and p.style.name == "Caption"]
    assert captions
    assert all("SEQ" in "".join(node.text for node in p._p.iter(qn("w:instrText"))) for p in captions)
    sizes = {
        style.name: style.font.size.pt for style in file.styles if getattr(style, "font", None) and style.font.size
    }
    used = {p.style.name for p in file.paragraphs if p.style is not None} | {"Table text", "Reference note"}
    assert {name: size for name, size in sizes.items() if name in used and size < 9.5} == {}


def test_no_column_is_narrower_than_its_longest_word() -> None:
    """Room is taken from the columns that have some; a table that has none is left as it is."""
    rows = ((cell("mise en place"), cell("intercommunalité"), cell("un deux trois")),)
    found = fitted(Table(caption="x", header=("A", "B", "C"), rows=rows, widths=(45, 10, 45)))
    assert sum(found.widths) == pytest.approx(100, abs=0.1)
    assert found.widths[1] > 16
    assert found.widths[0] == found.widths[2]
    crowded = Table(caption="x", header=("intercommunalité",) * 6, rows=(), widths=(1,) * 6)
    assert fitted(crowded) == crowded


def test_a_choice_that_a_text_closes_is_no_proposal_of_a_note() -> None:
    """It is marked and not in the place of an answer; no act is asked, and no command is named to a client."""
    found = case("course/association-that-leads-a-gal").choose("evolution", "l5741-4")
    report = of(found, "note")
    assert report.note is not None
    assert report.note.answers[0].shut
    assert report.note.votes == ()
    text = render(report, ".md").decode()
    assert "⚠" in text
    assert "--why-not" not in text


def test_what_is_broken_comes_before_the_answer() -> None:
    """A PETR with a commune among its members reads that first."""
    text = squeezed(pages(sized("course/power-of-a-petr-with-a-commune", "note"))[0])
    assert 0 < text.index(squeezed("À régler d’abord")) < text.index("Proposition")
