"""Every command works on a consultation held in the terminal as it does on a scenario's file."""

from datetime import date
from pathlib import Path

import pytest

from petr_advisor.commands.dossiers import find_dossier
from petr_advisor.commands.report import report
from petr_advisor.commands.settings import Settings
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.scenarios.evaluation import digest
from tests.saved_files import as_file, rewrite
from tests.unit.test_cli import SMALL

NAME = "Pays d’Été <script>{{ 7*7 }}</script>"


@pytest.fixture
def saved(consultation: Consultation) -> Path:
    return as_file(consultation.answer("structure.form", "closed").answer("procedure.begun", "yes"), NAME)


def test_by_name_and_by_file(saved: Path, small: KnowledgeBase, consultation: Consultation) -> None:
    """The name given to it and its file find the same case, with everything said in it."""
    by_name, by_file = find_dossier(NAME, small), find_dossier(str(saved), small)
    assert by_name.title.fr == by_file.title.en == NAME
    held = by_name.consultation(engine("native"), None)
    assert held.as_of == consultation.as_of
    assert digest(held) == digest(by_file.consultation(engine("native"), None))


def test_at_another_date(saved: Path, small: KnowledgeBase) -> None:
    """The same answers, read by the law of another day."""
    held = find_dossier(str(saved), small).consultation(engine("native"), date(2014, 6, 15))
    assert held.as_of == date(2014, 6, 15)
    assert {key[0] for key in held.state.answers} == {"structure.form", "procedure.begun"}


def test_reported_under_its_name(saved: Path, tmp_path: Path) -> None:
    """The document bears the name that was typed, and takes it for nothing but a name."""
    assert saved.exists()
    output = tmp_path / "note.html"
    assert str(output) in report(NAME, output, Settings(knowledge=SMALL))
    page = output.read_text(encoding="utf-8")
    assert "<script>{{" not in page
    assert "49" not in page.partition("</h1>")[0].rpartition("<h1")[2]
    assert "Pays d’Été" in page


def test_none_of_that_name(saved: Path, small: KnowledgeBase) -> None:
    """The nearest name is given; a damaged file is told as one."""
    with pytest.raises(PetrAdvisorError, match="did you mean « pays-d-ete"):
        find_dossier("pays-d-ete-script-7-7-scrip", small)
    saved.write_text("{", encoding="utf-8")
    with pytest.raises(PetrAdvisorError, match="damaged"):
        find_dossier(NAME, small)


def test_saved_without_a_name(saved: Path, small: KnowledgeBase) -> None:
    """A file that lost its name goes by the file's."""
    rewrite(saved, lambda data: data.pop("name"))
    assert find_dossier(str(saved), small).title.fr == saved.stem
