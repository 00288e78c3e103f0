"""Many members at once: a département, a file as a workbook writes it, SIREN numbers on a line."""

from pathlib import Path

import pytest

from petr_advisor.files.reading import ReadingError
from petr_advisor.territory.measures import departements, register
from petr_advisor.typed.groups import departement, file_named, lines_of, lines_of_file


@pytest.mark.parametrize(
    ("typed", "code"),
    [("23", "23"), ("2a", "2A"), ("Creuse", "23"), ("dép. 23", "23"), ("département de", None), ("Creus", None)],
)
def test_departement(typed: str, code: str | None) -> None:
    """A code or a whole name gives the EPCIs whose first département it is; anything else gives nothing."""
    found = departement(typed, register(), departements())
    assert (found.code if found else None) == code
    assert all(epci.departements[0] == code for epci in (found.epcis if found else ()))


def test_a_bare_name_may_be_that_of_an_epci() -> None:
    """Where the name is looked for among the EPCIs, only the code or the word « département » means all of them."""
    assert departement("Creuse", register(), departements(), by_name=False) is None
    assert departement("département Creuse", register(), departements(), by_name=False) is not None


def test_numbers_on_a_line() -> None:
    """Several SIREN numbers on a line are as many members; a name with a number in it is one."""
    assert lines_of("246700843, 246701098\nCC de la Vallée\n\n") == ["246700843", "246701098", "CC de la Vallée"]
    assert lines_of("CC X ; cc ; 12345") == ["CC X ; cc ; 12345"]


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ("nom;siren\nBruche;246 700 843\n", ["246700843"]),
        ("Nom,Nature,Population municipale\nCC X,CC,1200\nY,,\n", ["CC X ; CC ; 1200", "Y"]),
        ("CC X;CC;1200\n", ["CC X ; CC ; 1200"]),
        ("Bruche\nMolsheim\n", ["Bruche", "Molsheim"]),
        ("\n", []),
    ],
)
def test_file(content: str, lines: list[str], tmp_path: Path) -> None:
    """A table with or without headings, or a plain list, gives one line a member."""
    file = tmp_path / "membres.csv"
    file.write_text(content, encoding="utf-8")
    assert lines_of_file(file) == lines


def test_file_of_another_alphabet(tmp_path: Path) -> None:
    """A table saved by a workbook with the system's own letters keeps its accents."""
    file = tmp_path / "membres.csv"
    file.write_bytes("nom;nature\nCC Vallée;CC\n".encode("cp1252"))
    assert lines_of_file(file) == ["CC Vallée ; CC"]


def test_what_is_no_file(tmp_path: Path) -> None:
    """A name that leads to no file is none; one that cannot be read is told."""
    assert file_named(str(tmp_path / "absent.csv")) is None
    assert file_named("CC de la Vallée") is None
    big = tmp_path / "big.csv"
    big.write_bytes(b"x" * 1_000_001)
    with pytest.raises(ReadingError):
        lines_of_file(big)
