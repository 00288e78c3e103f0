"""What is to be found out, handed out with the notes; notes by plain prompts."""

import csv
from pathlib import Path

import pytest

from petr_advisor.consulting.answers import Remark
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.finding_out import write_list
from petr_advisor.files.writing import WritingError
from petr_advisor.typed.returned import written_in
from tests.unit.test_plain import hold

FORM = "structure.form"


def test_what_is_to_be_found_out(consultation: Consultation, tmp_path: Path) -> None:
    """The list tells what was not known, where to look, with room to fill in; notes stand beside."""
    said = consultation.dont_know(FORM, remark=Remark("=demandé au DGS"))
    file = write_list(said, "Pays", "fr", tmp_path / "liste.csv", overwrite=False)
    header, *rows = list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert {"Point", "Où chercher", "À demander à", "Pour le"} < set(header)
    asked = [dict(zip(header, row, strict=True)) for row in rows]
    unknown = next(row for row in asked if row["Notes"])
    assert unknown["Déjà demandé : « je ne sais pas »"] == "oui"
    listed = write_list(said, "Pays *x*", "en", tmp_path / "list.md", overwrite=False)
    page = listed.read_text(encoding="utf-8")
    assert page.startswith("# Pays \\*x\\*\n")
    assert len(written_in(listed)) == len(rows)
    with pytest.raises(WritingError):
        write_list(said, "Pays", "fr", file, overwrite=False)
    with pytest.raises(WritingError):
        write_list(said, "Pays", "fr", tmp_path / "liste.xyz", overwrite=False)


def test_by_plain_prompts(consultation: Consultation, tmp_path: Path) -> None:
    """`n` notes, `a` changes an answer, `f` lists, writes and fills in."""
    file = tmp_path / "liste.md"
    lines = ("n", "voir statuts", "le DGS", "?", "f", str(file), "a", "1", "2", "q")
    found, said = hold(consultation, *lines)
    assert "Note gardée avec la réponse à venir." in said
    assert "Points à éclaircir" in file.read_text(encoding="utf-8")
    answer = found.state.answers[FORM, None]
    assert (answer.value, answer.remark) == ("closed", Remark("voir statuts", "le DGS"))
    filled, _ = hold(consultation, "?", "f", "1", "1", "q")
    assert filled.state.answers[FORM, None].value is not None
