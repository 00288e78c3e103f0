"""`petr-advisor perimeter --all`: every grouping of the country, once, as exploring around each EPCI finds it."""

import re
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from petr_advisor.checking import load
from petr_advisor.cli import main
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.inference.engines import engine
from petr_advisor.perimeters import atlas
from petr_advisor.perimeters.atlas import Atlas
from petr_advisor.perimeters.atlas_pages import MARK, write_atlas
from petr_advisor.perimeters.criteria import read_criteria
from petr_advisor.perimeters.exploring import explore, ground
from petr_advisor.perimeters.lines import lines
from petr_advisor.perimeters.wanted import Wanted
from petr_advisor.territory.groupings import Bounds
from petr_advisor.words.voice import screen_voice

DAY = date(2026, 11, 24)
BRUCHE = "246700306"
BOUNDS = Bounds(3, most_people=60_000)
Made = tuple[Atlas, Path, Consultation]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Make an atlas of small groupings, in several parts."""
    folder = tmp_path_factory.mktemp("atlas") / "country"
    case = Consultation.start(load(), DAY, ("evolution",), engine("native"))
    case = case.answer("structure.legal_form", "association")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(atlas, "ROWS", 2_000)
        found = write_atlas(case, BOUNDS, read_criteria(["compactness"]), folder, screen_voice("fr"), lambda *_: None)
    return found, folder, case


def test_each_grouping_is_there_once_as_it_is_found_around_an_epci(made: Made) -> None:
    found, folder, case = made
    table = pl.read_parquet(folder / "groupings.parquet")
    assert len(table) == found.found == table["sirens"].n_unique()
    told = list(lines(explore(case, Wanted((BRUCHE,), bounds=BOUNDS, rank=found.rank)), None))
    ours = {line["sirens"]: line for line in table.filter(pl.col("sirens").str.contains(BRUCHE)).to_dicts()}
    assert ours.keys() == {line["sirens"] for line in told}
    assert len(told) > 5
    for line in told:
        mine = ours[line["sirens"]]
        for name in ("members", "population", "departements", "seats_total", "seats", "enclave", "creation", "stay"):
            assert mine[name] == line[name], name
        assert mine["compactness"] == pytest.approx(line["compactness"], abs=0.001)


def test_summaries_count_what_the_table_holds(made: Made) -> None:
    found, folder, case = made
    table = pl.read_parquet(folder / "groupings.parquet")
    epcis = pl.read_parquet(folder / "epcis.parquet")
    of_bruche = table.filter(pl.col("sirens").str.contains(BRUCHE))
    row = epcis.row(by_predicate=pl.col("siren") == BRUCHE, named=True)
    assert row["groupings"] == len(of_bruche)
    assert row["in_one_departement"] == len(of_bruche.filter(~pl.col("departements").str.contains("|", literal=True)))
    first = next(iter(lines(explore(case, Wanted((BRUCHE,), bounds=BOUNDS, rank=found.rank)), 1)))
    assert row["best"].split(", ") == first["names"].split(" | ")
    assert epcis["groupings"].sum() == table["members"].cast(pl.Int64).sum()
    alone = pl.read_parquet(folder / "departements.parquet")["only_in_it"].sum()
    assert alone == len(table.filter(~pl.col("departements").str.contains("|", literal=True)))
    assert sum(found.statuses["creation"].values()) == len(table)


def test_the_page_stands_alone_and_is_small(made: Made) -> None:
    _, folder, _ = made
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert len(page) < 5_000_000
    assert page.count('<tr id="s') == int(ground().members.sum())
    assert page.count('class="area') > 1_200
    assert not re.search(r"(?:src|href)=\"https?:|url\(\s*[\"']?https?:", page)
    identifiers = re.findall(r'\bid="([^"]+)"', page)
    assert len(identifiers) == len(set(identifiers))
    assert {each.name for each in folder.iterdir()} == {
        "index.html", "groupings.parquet", "epcis.parquet", "departements.parquet", MARK,
    }  # fmt: skip


def test_a_disk_that_fails_leaves_what_was_there(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    found, folder, case = made
    before = (folder / "index.html").read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atlas, "_sum_up", full)
    with pytest.raises(PetrAdvisorError):
        write_atlas(case, Bounds(2), found.rank, folder, screen_voice("fr"), lambda *_: None)
    assert (folder / "index.html").read_bytes() == before
    assert [each.name for each in folder.parent.iterdir()] == [folder.name]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--all",), "-o"),
        (("--all", "--around", BRUCHE, "-o", "{new}"), "--around"),
        (("--all", "--first", "3", "-o", "{new}"), "--first"),
        (("--all", "--rank", "centre", "-o", "{new}"), "centre"),
        (("--all", "--max-members", "1", "-o", "{new}"), "membres"),
        (("--all", "-o", "{full}"), "autres fichiers"),
    ],
)
def test_refused_in_words(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine", encoding="utf-8")
    given = [each.format(new=tmp_path / "new", full=tmp_path / "full") for each in arguments]
    monkeypatch.setattr("sys.argv", ["petr-advisor", "perimeter", *given, "--as-of", "2026-11-24"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "new").exists()
