"""What nobody foresaw is recorded in a file of its own and told in words."""

import stat
from pathlib import Path

import pytest

from petr_advisor.files.faults import KEPT, fault, record
from petr_advisor.files.locations import logs_folder


def failed(error: Exception) -> Exception:
    """Raise an error where a value is at hand."""
    try:
        territory = "Bruche".upper()
        assert territory
        raise error
    except type(error) as found:
        return found


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PETR_ADVISOR_HOME", str(tmp_path))


def test_the_details_say_where_but_not_with_which_values() -> None:
    place = record(failed(KeyError("x")))
    assert place is not None
    content = place.read_text(encoding="utf-8")
    assert "raise error" in content
    assert "BRUCHE" not in content
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_the_last_faults_are_kept_each_in_its_file() -> None:
    places = [record(failed(ValueError(str(n)))) for n in range(KEPT + 3)]
    assert sorted(logs_folder().iterdir()) == sorted(place for place in places[3:] if place)


def test_words_tell_where_the_details_are_without_the_name_of_a_class() -> None:
    found = fault(failed(ZeroDivisionError("Fraction(1, 0)")))
    for said in (str(found), found.fr):
        assert str(logs_folder()) in said
        assert "Zero" not in said
        assert "Fraction" not in said


def test_what_the_machine_refuses_is_told_and_need_not_be_reported() -> None:
    for error, why in ((OSError(28, "No space left on device"), "plus de place"), (MemoryError(), "plus de mémoire")):
        found = fault(failed(error))
        assert why in found.fr
        assert str(logs_folder()) not in found.fr
        assert any(logs_folder().iterdir())


def test_without_a_folder_for_it_the_details_go_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = tmp_path / "file"
    taken.write_bytes(b"")
    monkeypatch.setenv("PETR_ADVISOR_HOME", str(taken))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    place = record(failed(KeyError("x")))
    assert place is not None
    assert place.parent == tmp_path
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    assert record(failed(KeyError("x"))) is None
    assert "Imprévu" in fault(failed(KeyError("x"))).fr


def test_half_a_letter_in_an_error_is_recorded() -> None:
    assert record(failed(ValueError("\ud800"))) is not None
