"""`answer`: what a questionnaire brings back is saved whole or not at all, and what it changes is told."""

from pathlib import Path

import docx
import pytest

from petr_advisor.dossiers import begin_as, names
from tests.saved_files import kept
from tests.unit.test_cli import SMALL, run

CASE = """
title: {fr: "Un syndicat", en: "A syndicate"}
origin: {kind: made, reference: "test"}
territory: "Pays de la Bruche"
as_of: 2026-11-24
members: [{kind: cc, population: 60000, name: "CC"}]
answers: {structure.form: closed, communes.pointless: yes}
"""
BACK = "[procedure.begun] (oui / non) = {said}\n"


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PETR_ADVISOR_HOME", str(tmp_path / "home"))
    (tmp_path / "back.txt").write_text(BACK.format(said="non"), encoding="utf-8")
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    return tmp_path / "case.yaml"


def answer(case: Path, *arguments: str) -> tuple[int, str]:
    done = run("answer", *arguments, "--knowledge", str(SMALL), home=case.parent / "home")
    return done.returncode, done.stdout + done.stderr


def test_a_scenario_becomes_a_consultation_and_then_goes_on_under_its_name(case: Path) -> None:
    back = case.parent / "back.txt"
    code, said = answer(case, str(case), str(back))
    assert (code, "1 réponse prise" in said, "Pays de la Bruche" in said) == (0, True, True), said
    assert answer(case, "Pays de la Bruche", str(back)) == (0, "0 réponse prise, 1 inchangée.\n")
    back.write_text(BACK.format(said="oui"), encoding="utf-8")
    code, said = answer(case, "Pays de la Bruche", str(back))
    assert (code, "non → oui" in said) == (0, True), said
    assert "back.txt" in str(kept("pays-de-la-bruche"))


def test_nothing_is_saved_of_a_form_with_one_bad_answer(case: Path) -> None:
    back = case.parent / "back.txt"
    back.write_text(BACK.format(said="non") + "[no.such] = oui\n", encoding="utf-8")
    code, said = answer(case, str(case), str(back))
    assert (code, "no.such" in said) == (2, True), said
    assert names() == ()


def test_a_consultation_open_elsewhere_is_left_as_it_is(case: Path) -> None:
    back = case.parent / "back.txt"
    answer(case, str(case), str(back))
    before = kept("pays-de-la-bruche")
    back.write_text(BACK.format(said="oui"), encoding="utf-8")
    held = begin_as("Pays de la Bruche 2")
    taken = answer(case, "Pays de la Bruche", str(back), "--name", "Pays de la Bruche 2")
    held.release()
    assert taken[0] == 2
    assert answer(case, "Pays de la Bruche", str(back), "--as-of", "2014-06-15")[0] == 2
    assert kept("pays-de-la-bruche") == before


def test_two_cases_are_compared_in_a_document(case: Path) -> None:
    other = case.parent / "other.yaml"
    other.write_text(CASE.replace("form: closed", "form: open"), encoding="utf-8")
    place = case.parent / "compared.docx"
    done = run("compare", str(case), str(other), "-o", str(place), "--knowledge", str(SMALL), home=case.parent)
    assert done.returncode == 0, done.stderr
    text = [paragraph.text for paragraph in docx.Document(str(place)).paragraphs]
    verdict = next(place for place, said in enumerate(text) if said.startswith("La proposition change-t-elle"))
    assert verdict < text.index("Réponses changées")


def test_three_cases_are_compared_in_a_document(case: Path) -> None:
    """A column for each case, in every table."""
    for form in ("open", "association"):
        (case.parent / f"{form}.yaml").write_text(CASE.replace("form: closed", f"form: {form}"), encoding="utf-8")
    place, cases = (
        case.parent / "compared.docx",
        [str(case), *(str(case.parent / f"{f}.yaml") for f in ("open", "association"))],
    )
    done = run("compare", *cases, "-o", str(place), "--knowledge", str(SMALL), home=case.parent)
    assert done.returncode == 0, done.stderr
    tables = docx.Document(str(place)).tables
    assert tables
    assert {len(table.columns) for table in tables} == {4}
