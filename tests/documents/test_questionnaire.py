"""The questionnaire of a case: who is asked what, and what comes back is what was written in it."""

import csv
import io
import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.building.questionnaire import questionnaire
from petr_advisor.documents.finding_out import write_form
from petr_advisor.documents.layout.questionnaire import document_of
from petr_advisor.documents.model_questionnaire import Inquiry, Questionnaire
from petr_advisor.documents.renderers.docx_fields import LONGEST_TAG, tag_of
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.writing import OF_DOCUMENTS, write_document
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.writing import WritingError
from petr_advisor.knowledge.conditions import facts_of
from petr_advisor.typed.returned import take, written_in
from tests.documents.conftest import CASES, MADE_ON, real_base, real_case, started
from tests.documents.page_checks import Page

TYPED = {"lines": "Communauté A ; CC ; 12 000 | Communauté B ; CC ; 8 000", "day": "27/07/2014"}
BY_HINT = {"un nombre entier": "12", "un montant en euros": "1 200", "une part, par exemple 57/100": "3/5"}


def everything() -> Consultation:
    """A case of which nothing is known, with every key question."""
    return started(*real_base().key_questions)


def case(name: str) -> Consultation:
    """A real case asked everything."""
    return replace(real_case(name), key_questions=tuple(real_base().key_questions))


def form(consultation: Consultation) -> Questionnaire:
    """Its questionnaire in French."""
    return questionnaire(consultation, "fr", Adviser(name="Cabinet Martin"), MADE_ON, territory="Pays")


def inquiries(found: Questionnaire) -> list[Inquiry]:
    """Everything that it asks."""
    return [inquiry for addressee in found.addressees for inquiry in addressee.inquiries]


@pytest.mark.parametrize("name", [name for name, _ in CASES])
def test_all_that_can_still_change_an_answer_is_asked_of_somebody_once(name: str) -> None:
    """But what a way that is proposed means by itself: beside it nobody is asked whether a PETR is planned."""
    held = case(name)
    found = form(held)
    keys = [inquiry.key for inquiry in inquiries(found)]
    assert len(keys) == len(set(keys))
    wanted = {f if of is None else f"{f}@{of}" for q in held.agenda.questions for f, of in [q.key]}
    proposed = (option for line in held.course.lines for option in line.options if line.state == "proposed")
    meant = {fact for option in proposed for fact in facts_of(option.option.wanted)}
    assert wanted - set(keys) <= meant
    whom = [addressee.who for addressee in found.addressees]
    assert len(whom) == len(set(whom))
    assert "À demander à qui le sait" not in whom


@pytest.mark.parametrize("suffix", OF_DOCUMENTS)
def test_each_format_holds_each_question_and_can_be_opened(suffix: str, tmp_path: Path) -> None:
    found = form(everything())
    path = write_document(document_of(found), tmp_path / f"form{suffix}")
    match suffix:
        case ".docx":
            text = "\n".join(p.text for p in docx.Document(io.BytesIO(path.read_bytes())).paragraphs)
        case ".pdf":
            text = "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
        case ".html":
            page = Page(path.read_text("utf-8"))
            assert page.faults == []
            text = page.text
        case _:
            text = path.read_text("utf-8").replace("\\", "")
    squeezed = "".join(text.split())
    assert [q.question for q in inquiries(found) if "".join(q.question.split())[:40] not in squeezed] == []


@pytest.mark.parametrize("suffix", [".docx", ".md", ".txt", ".csv"])
@pytest.mark.parametrize("name", ["nothing known", *[name for name, _ in CASES]])
def test_what_is_written_in_it_comes_back(name: str, suffix: str, tmp_path: Path) -> None:
    """Every answer, drawn by lot, is taken as it was written; asked again, it changes nothing."""
    lot = random.Random(f"{name} {suffix}")  # noqa: S311 - dice
    before = everything() if name == "nothing known" else case(name)
    found = form(before)
    said = {inquiry.key: written(inquiry, lot) for inquiry in inquiries(found) if inquiry.takes != "lines"}
    path = write_form(found, tmp_path / f"form{suffix}")
    FILL[suffix](path, said)
    came = take(before, written_in(path), "fr", None, path.name)
    assert came.taken == len(said)
    given = {fact if of is None else f"{fact}@{of}" for fact, of in came.consultation.state.answers}
    assert set(said) <= given
    assert take(came.consultation, written_in(path), "fr", None, path.name).taken == 0
    answers = came.consultation.state.answers.items()
    unknown = {fact if of is None else f"{fact}@{of}" for (fact, of), answer in answers if answer.value is None}
    assert {key for key, text in said.items() if text == "?"} <= unknown


def written(inquiry: Inquiry, lot: random.Random) -> str:
    """What somebody may write."""
    if lot.random() < 0.15:
        return "?"
    if inquiry.choices:
        return lot.choice(inquiry.choices)
    return TYPED.get(inquiry.takes) or BY_HINT[inquiry.hint]


def fill_word(path: Path, said: Mapping[str, str]) -> None:
    """Write answers in the fields of a Word file, as Word does."""
    document = docx.Document(str(path))
    tags = {tag_of(key): text for key, text in said.items()}
    for control in document.element.body.iter(qn("w:sdt")):
        properties = control.find(qn("w:sdtPr"))
        if (text := tags.get(properties.find(qn("w:tag")).get(qn("w:val")))) is not None:
            properties.remove(properties.find(qn("w:showingPlcHdr")))
            next(control.iter(qn("w:t"))).text = text
    document.save(str(path))


def fill_text(path: Path, said: Mapping[str, str]) -> None:
    """Write answers at the end of their lines."""
    lines = path.read_text("utf-8").splitlines()
    for place, line in enumerate(lines):
        plain = line.replace("\\", "")
        key = plain[1 : plain.index("]")] if plain.startswith("[") and "]" in plain else ""
        lines[place] = line + said.get(key, "")
    path.write_text("\n".join(lines), "utf-8")


def fill_table(path: Path, said: Mapping[str, str]) -> None:
    """Write answers in their column, as a workbook that saves commas does."""
    heads, *rows = csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";")
    out = io.StringIO()
    cells = [{**dict(zip(heads, row, strict=True)), "Réponse": said.get(row[-1], "")} for row in rows]
    csv.writer(out).writerows([heads, *(row.values() for row in cells)])
    path.write_text(out.getvalue(), "utf-8")


FILL: Mapping[str, Callable[[Path, Mapping[str, str]], None]] = {
    ".docx": fill_word, ".md": fill_text, ".txt": fill_text, ".csv": fill_table,
}  # fmt: skip


def test_members_are_listed_with_a_bar_between_them(tmp_path: Path) -> None:
    path = tmp_path / "form.txt"
    path.write_text(
        f"[members.list] (des noms) = {TYPED['lines']}\n[structure.public_staff] (oui / non) = non\n", "utf-8"
    )
    came = take(started(), written_in(path), "fr", None, "form.txt").consultation
    listed = came.state.lists["member"]
    assert listed is not None
    assert len(listed.ids) == 2
    assert came.state.answers["structure.public_staff", None].value is False


def test_one_bad_answer_is_named_and_none_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "form.txt"
    path.write_text("[structure.public_staff] = peut-être\n[no.such] = oui\n[structure.employees] = douze\n", "utf-8")
    with pytest.raises(PetrAdvisorError) as told:
        take(started(), written_in(path), "fr", None, "form.txt")
    assert len(told.value.fr.splitlines()) == 3
    assert "peut-être" in told.value.fr


@pytest.mark.parametrize(
    ("name", "content"), [("a.docx", b"PK\x03\x04 no zip"), ("a.txt", b"\xff\xfe\x00\xe9"), ("a.docx", b"")]
)
def test_what_cannot_be_read_is_told_in_words(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(PetrAdvisorError, match=r"\.docx|text|Word"):
        written_in(tmp_path / name)
    with pytest.raises(PetrAdvisorError):
        written_in(tmp_path)


def test_no_tag_is_longer_than_word_takes() -> None:
    key = f"member.vote@{'x' * 60}"
    assert len(tag_of(key)) <= LONGEST_TAG
    assert tag_of(key) != tag_of(f"{key}y")


def test_formats_that_are_no_form_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WritingError, match=r"\.xlsx"):
        write_document(document_of(form(started())), tmp_path / "form.xlsx")


def test_where_nothing_is_left_the_form_says_so(tmp_path: Path) -> None:
    found = form(started()).model_copy(update={"addressees": ()})
    text = write_document(document_of(found), tmp_path / "form.txt").read_text("utf-8")
    assert "Rien n’est à éclaircir" in text
