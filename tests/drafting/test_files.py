"""The files of acts: opened by an independent reader, never written over, named so that any system takes them."""

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest

from petr_advisor.commands.acts import acts
from petr_advisor.commands.settings import Settings
from petr_advisor.documents.settings import Adviser
from petr_advisor.drafting import folder, to_odt
from petr_advisor.drafting.model import Line
from petr_advisor.drafting.names import LONGEST, file_name
from petr_advisor.drafting.to_docx import render, words_of
from petr_advisor.files.locations import examples_folder
from petr_advisor.files.writing import WritingError
from tests.drafting.conftest import TRANSFORMATION, WITHDRAWAL, draft, drafts

SCENARIO = str(examples_folder() / f"{TRANSFORMATION}.yaml")
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
NATIVE = Settings("fr", engine="native")


@pytest.mark.parametrize("name", [TRANSFORMATION, WITHDRAWAL])
def test_each_act_of_two_courses_opens_in_word(name: str) -> None:
    for found in drafts(name).made:
        document = docx.Document(io.BytesIO(render(found, "fr", Adviser(name="Cabinet Martin"))))
        said = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
        assert "À FAIRE RELIRE" in said[0]
        assert document.core_properties.title == found.title
        headings = [
            p for p in document.paragraphs if p.style is not None and (p.style.name or "").startswith("Heading")
        ]
        assert any("Fiche de travail" in heading.text for heading in headings)


def test_brackets_are_highlighted_and_remarks_are_comments() -> None:
    found = draft(TRANSFORMATION, "transformation-proposal")
    document = docx.Document(io.BytesIO(render(found, "fr", Adviser())))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    marked = [run.text for run in runs if run.font.highlight_color is not None]
    assert "[à compléter\u00a0: nom du syndicat]" in marked
    assert all(text.startswith("[") for text in marked)
    assert any("silence n’est plus sûr" in comment.text for comment in document.comments)


def test_the_same_act_gives_the_same_words_again() -> None:
    found = draft(TRANSFORMATION, "statutes")
    first, second = (words_of(render(found, "fr", Adviser())) for _ in range(2))
    assert first == second


def test_an_act_opens_as_an_open_document_with_the_same_words_and_remarks() -> None:
    found = draft(TRANSFORMATION, "statutes")
    odt, word = to_odt.render(found, "fr", Adviser()), render(found, "fr", Adviser())
    with zipfile.ZipFile(io.BytesIO(odt)) as file:
        assert file.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        content = ET.fromstring(file.read("content.xml"))  # noqa: S314 - written just above
    remarks = [remark for part in found.parts if isinstance(part, Line) for remark in part.remarks]
    assert len(list(content.iter(f"{{{OFFICE}}}annotation"))) == len(remarks)
    said = to_odt.words_of(odt)
    assert said is not None
    assert sorted(said) == sorted(words_of(word) or ())
    assert to_odt.words_of(b"not a file") is None


def test_acts_are_written_as_open_documents(tmp_path: Path) -> None:
    acts(SCENARIO, tmp_path, NATIVE, act="statutes", form="odt")
    assert [path.name for path in tmp_path.iterdir()] == ["Projet de statuts du PETR.odt"]
    assert "inchangé" in acts(SCENARIO, tmp_path, NATIVE, act="statutes", form="odt")


def test_a_folder_is_made_and_told(tmp_path: Path) -> None:
    said = acts(SCENARIO, tmp_path / "actes", NATIVE)
    files = sorted(path.name for path in (tmp_path / "actes").iterdir())
    assert "Vote du comité - Transformation.docx" in files
    assert files[0] == "00-sommaire.docx"
    assert f"{len(files) - 1} projets d’actes" in said
    assert not [name for name in files if not name.endswith(".docx")]


def test_the_widest_column_of_the_contents_is_that_of_the_acts(tmp_path: Path) -> None:
    """A day needs little room, the title of an act a line or two: in Word and in an open document."""
    acts(SCENARIO, tmp_path / "word", NATIVE)
    (table,) = docx.Document(str(tmp_path / "word" / "00-sommaire.docx")).tables
    day, act, file = (int(column.width or 0) for column in table.columns)
    assert day < file < act
    acts(SCENARIO, tmp_path / "open", NATIVE, form="odt")
    with zipfile.ZipFile(tmp_path / "open" / "00-sommaire.odt") as written:
        content = written.read("content.xml").decode()
    first, widest, last = (float(width) for width in re.findall(r'style:column-width="([\d.]+)cm"', content))
    assert first < last < widest


def test_the_end_of_an_act_keeps_together(tmp_path: Path) -> None:
    """A signature, or what is joined, never stands alone on a page."""
    acts(SCENARIO, tmp_path, NATIVE, act="transformation-proposal")
    lines = docx.Document(str(tmp_path / "Vote du comité - Transformation.docx")).paragraphs
    sheet = next(place for place, line in enumerate(lines) if line.paragraph_format.page_break_before)
    assert all(line.paragraph_format.keep_with_next for line in lines[sheet - 4 : sheet - 1])


def test_what_was_edited_by_hand_stays_and_the_new_version_stands_beside(tmp_path: Path) -> None:
    acts(SCENARIO, tmp_path, NATIVE, act="transformation-proposal")
    edited = tmp_path / "Vote du comité - Transformation.docx"
    document = docx.Document(str(edited))
    document.add_paragraph("Ajouté à la main.")
    document.save(str(edited))
    before = edited.read_bytes()
    said = acts(SCENARIO, tmp_path, NATIVE, act="transformation-proposal")
    assert edited.read_bytes() == before
    assert (tmp_path / f"{edited.stem} (2).docx").is_file()
    assert "- Ajouté à la main." in said
    again = acts(SCENARIO, tmp_path, NATIVE, act="transformation-proposal")
    assert "inchangé" in again
    assert not (tmp_path / f"{edited.stem} (3).docx").exists()


def test_a_file_that_is_no_word_file_stays_too(tmp_path: Path) -> None:
    other = tmp_path / "Projet de statuts du PETR.docx"
    other.write_bytes(b"not a Word file")
    said = acts(SCENARIO, tmp_path, NATIVE, act="statutes")
    assert other.read_bytes() == b"not a Word file"
    assert (tmp_path / "Projet de statuts du PETR (2).docx").is_file()
    assert "n’a pas pu être lu" in said


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    taken = tmp_path / "actes"
    taken.write_text("")
    with pytest.raises(WritingError, match="is not a folder"):
        acts(SCENARIO, taken, NATIVE)
    with pytest.raises(WritingError):
        acts(SCENARIO, tmp_path / "none" / "actes", NATIVE)


def test_what_changed_is_told_paragraph_by_paragraph(tmp_path: Path) -> None:
    def read(content: bytes) -> tuple[str, ...]:
        return tuple(content.decode().split("\n"))

    folder.place(tmp_path, "a", ".txt", b"one\ntwo", read)
    found = folder.place(tmp_path, "a", ".txt", b"one\nthree", read)
    assert (found.outcome, found.added, found.removed) == ("beside", ("three",), ("two",))
    assert folder.place(tmp_path, "a", ".txt", b"one\ntwo", read).outcome == "same"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Lettre : « au préfet » ?", "Lettre au préfet"),
        ("a/b\\c:d*e|f", "a b c d e f"),
        ("Délibération de l’EPCI", "Délibération de l'EPCI"),
        ("…", "-"),
    ],
)
def test_names_hold_no_letter_that_a_system_refuses(title: str, name: str) -> None:
    assert file_name(title) == name


def test_a_long_title_is_cut_between_words_and_keeps_what_tells_it_apart() -> None:
    found = file_name("mot " * 60, "Créer un PETR")
    assert len(found) <= LONGEST
    assert found.endswith(" - Créer un PETR")
