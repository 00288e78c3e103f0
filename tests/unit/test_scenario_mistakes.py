"""Mistakes in a scenario's file: all of them at once, each with its line and the nearest name."""

from pathlib import Path

import pytest

from petr_advisor.errors import PetrAdvisorError
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.problems import FileError
from petr_advisor.scenarios.loading import load_scenarios, scenario_files

CASE = """title: {fr: "Un syndicat fermé", en: "A closed syndicate"}
origin: {kind: made, reference: "test"}
as_of: 2026-11-24
key_questions: [evolution]
members:
  - {kind: cc, population: 60000, name: "CC"}
  - {kind: commune, population: 20000, name: "Bourg"}
answers:
  structure.form: closed
  procedure.begun: no
expect:
  options: {transform: conditional}
variants:
  other:
    title: {fr: "Autre", en: "Other"}
    answers:
      procedure.begun: yes
"""


def problems(tmp_path: Path, base: KnowledgeBase, *changes: tuple[str, str]) -> list[str]:
    """Give what is said of the case with some words changed, each without its file."""
    text = CASE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "case.yaml"
    path.write_text(text, encoding="utf-8")
    try:
        for scenario in load_scenarios(path, base):
            scenario.consultation()
    except FileError as error:
        return [str(problem).removeprefix(f"{path}:") for problem in error.problems]
    return []


def test_none(tmp_path: Path, small: KnowledgeBase) -> None:
    assert problems(tmp_path, small) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("structure.form: closed", "structure.from: closed", "9: answers.structure.from: unknown fact"),
        ("structure.form: closed", "structure.form: close", "9: answers.structure.form: `close` is not one of"),
        ("kind: commune", "kind: comune", "7: members.1.kind: `comune` is not one of"),
        ("population: 60000", "population: many", "6: members.0.population: `many` is not a whole number"),
        ("population: 60000", "populaton: 3", "6: members.0.populaton: unknown fact"),
        ("procedure.begun: yes", "procedure.begun: maybe", "17: variants.other.answers.procedure.begun: `maybe`"),
        ("[evolution]", "[evolutoin]", "4: key_questions.0: unknown key question `evolutoin`. Did you mean"),
        ("as_of: 2026-11-24", "as_of: 1999-01-01", "3: as_of: 1 January 1999 is outside"),
        ("transform: conditional", "transform: opne", "12: expect.options.transform: `opne` is not one of"),
        ("answers:\n  structure", "answer:\n  structure", "8: answer: unknown key `answer`; expected"),
    ],
)
def test_each_with_its_line(tmp_path: Path, small: KnowledgeBase, old: str, new: str, said: str) -> None:
    found = problems(tmp_path, small, (old, new))
    assert len(found) == 1
    assert found[0].startswith(said)


def test_all_at_once(tmp_path: Path, small: KnowledgeBase) -> None:
    """A mistake among the members and two among the answers come together."""
    found = problems(
        tmp_path, small, ("kind: cc", "kind: xx"), ("form: closed", "form: x"), ("begun: no", "begun: never")
    )
    assert [line.split(":")[0] for line in found] == ["6", "9", "10"]


def test_all_kinds_at_once(tmp_path: Path, small: KnowledgeBase) -> None:
    """A wrong form, an unknown key question, an unknown option and an answer that no fact takes come together."""
    found = problems(
        tmp_path,
        small,
        ('title: {fr: "Autre", en: "Other"}', "title: Autre"),
        ("[evolution]", "[evolutoin]"),
        ("{transform: conditional}", "{transfrom: conditional}"),
        ("form: closed", "form: x"),
    )
    assert [line.split(":")[0] for line in found] == ["4", "9", "12", "15"]


def test_each_mistake_is_told_in_french(tmp_path: Path, small: KnowledgeBase) -> None:
    """With what was expected in the author's terms."""
    path = tmp_path / "case.yaml"
    path.write_text(CASE.replace("as_of: 2026-11-24", "as_of: 24/11/2026"), encoding="utf-8")
    with pytest.raises(FileError) as told:
        list(load_scenarios(path, small))
    assert told.value.told("fr").endswith(
        'as_of: « as_of » : attendu un jour, par exemple 2014-07-27 ; trouvé "24/11/2026"'
    )


def test_what_a_variant_takes_over_is_told_where_it_stands(tmp_path: Path, small: KnowledgeBase) -> None:
    """An answer of the case that the variant keeps has the line of the case."""
    path = tmp_path / "case.yaml"
    path.write_text(CASE.replace("form: closed", "form: x"), encoding="utf-8")
    *_, variant = load_scenarios(path, small)
    with pytest.raises(FileError, match=r"case\.yaml:9: answers\.structure\.form"):
        variant.consultation()


def test_an_empty_file(tmp_path: Path, small: KnowledgeBase) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("", encoding="utf-8")
    with pytest.raises(FileError, match="not a scenario: write title, origin"):
        list(load_scenarios(path, small))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """The person who names it reads the reason in their language."""
    with pytest.raises(PetrAdvisorError) as told:
        scenario_files([tmp_path / "none.yaml"])
    assert told.value.told("fr").endswith("ni fichier ni dossier de ce nom")
    assert told.value.told("en").endswith("no such file or folder")
