"""`petr-advisor perimeter`: told on the screen, written in each form, refused in words."""

import csv
import json
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from petr_advisor.cli import main
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.perimeters import exploring
from petr_advisor.perimeters.exploring import Explored
from petr_advisor.perimeters.wanted import Wanted
from petr_advisor.progress import Progress

AROUND = ("--around", "246700306", "--max-members", "3", "--as-of", "2026-11-24")


@pytest.fixture(scope="module")
def explored() -> dict[object, Explored]:
    """Hold what was explored: the same question is explored once for all the forms in which it is told."""
    return {}


@pytest.fixture(autouse=True)
def once(monkeypatch: pytest.MonkeyPatch, explored: dict[object, Explored]) -> None:
    explore = exploring.explore

    def remembered(case: Consultation, wanted: Wanted, progress: Progress) -> Explored:
        question = (wanted, case.as_of, case.key_questions, case.events)
        if question not in explored:
            explored[question] = explore(case, wanted, progress)
        return explored[question]

    monkeypatch.setattr(exploring, "explore", remembered)


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr("sys.argv", ["petr-advisor", "perimeter", *arguments])
    with pytest.raises(SystemExit) as left:
        main()
    return int(str(left.value.code or 0))


def test_told_in_both_languages(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, *AROUND, "--first", "2", "--answer", "structure.legal_form=association") == 0
    french = capsys.readouterr().out
    assert "1. CC" in french
    assert "3. CC" not in french
    assert "Garder l" in french
    assert run(monkeypatch, *AROUND, "--lang", "en", "--rank", "population=50000") == 0
    english = capsys.readouterr().out
    assert "inhabitants nearest to 50,000" in english
    assert "undetermined" in english


def test_every_form(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    files = {form: tmp_path / f"g.{form}" for form in ("csv", "json", "xlsx", "md", "html", "svg", "geojson")}
    scot = ("--scot", "SCoT: 246700306 246701080")
    for path in files.values():
        assert run(monkeypatch, *AROUND, "--question", "contracts", *scot, "-o", str(path)) == 0
    with files["csv"].open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    told = json.loads(files["json"].read_text(encoding="utf-8"))
    assert [row["sirens"] for row in rows] == [line["sirens"] for line in told["groupings"]]
    assert told["found"] == len(rows) > 10
    assert {row["region-contract-petr"] for row in rows} == {"undetermined"}
    sheet = load_workbook(files["xlsx"]).worksheets[0]
    assert sheet.max_row == len(rows) + 1
    assert files["md"].read_text(encoding="utf-8").count("\n| ") > len(rows) / 2
    page = files["html"].read_text(encoding="utf-8")
    assert page.count("<svg") == 6
    assert page.count("<tr><td>") == len(rows)
    assert not re.search(r"(?:src|href)=|url\(\s*[\"']?https?:", page)
    identifiers = re.findall(r'\bid="([^"]+)"', page)
    assert len(identifiers) == len(set(identifiers))
    assert files["svg"].read_text(encoding="utf-8").startswith("<svg")
    shapes = json.loads(files["geojson"].read_text(encoding="utf-8"))["features"]
    assert [shape["properties"]["rank"] for shape in shapes] == [1, 2, 3, 4, 5, 6]
    capsys.readouterr()
    assert run(monkeypatch, *AROUND, "-o", str(files["csv"])) == 2
    assert "existe" in capsys.readouterr().err


def test_around_the_members_of_a_case(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "g.csv"
    arguments = (
        "--case",
        "examples/loire-beauce/dossier.yaml",
        "--max-members",
        "3",
        "--as-of",
        "2026-11-24",
        "-o",
        str(path),
    )
    assert run(monkeypatch, *arguments) == 0, capsys.readouterr().err
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert all({"200035764", "200070183"} <= {*row["sirens"].split(" | ")} for row in rows)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--around", "Atlantide"), "registre des EPCI"),
        ((*AROUND, "--answer", "structure.legal_form"), "FAIT=VALEUR"),
        ((*AROUND, "--answer", "structure.legal_from=petr"), "structure.legal_form"),
        ((*AROUND, "--answer", "perimeter.one_piece=yes"), "se mesure"),
        ((*AROUND, "--rank", "beauty"), "critère"),
        ((*AROUND, "-o", "groupings.txt"), ".csv"),
        ((), "--around"),
    ],
)
def test_refused_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert run(monkeypatch, *arguments) == 2
    told = capsys.readouterr().err
    assert said in told
    assert "Traceback" not in told
