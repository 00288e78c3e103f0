"""The register of EPCIs: reading, looking up, searching as people type."""

import csv
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from pydantic import ValidationError

from petr_advisor.territory import Epci, Register, RegisterError
from petr_advisor.territory.names import fold, spellings

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "knowledge" / "territories"
SHARED = ROOT / ".." / "shared" / "data"
HEADER = "siren,nom,nature,population_municipale,population_totale,communes,departements,region"


@pytest.fixture(scope="module")
def register() -> Register:
    return Register.load(FOLDER, 2026)


@pytest.mark.parametrize("year", [2022, 2026])
def test_every_epci_is_there_once_sorted_by_siren(year: int) -> None:
    sirens = [epci.siren for epci in Register.load(FOLDER, year).epcis]
    assert len(sirens) == 1255
    assert sirens == sorted(set(sirens))


def test_one_epci_is_read_whole(register: Register) -> None:
    assert register.get("200054807") == Epci(
        siren="200054807",
        name="Métropole d'Aix-Marseille-Provence",
        kind="metropole",
        population_municipal=1_922_626,
        population_total=1_944_405,
        communes=92,
        departements=("13", "83", "84"),
        region="Provence-Alpes-Côte d'Azur",
    )


def test_the_departement_with_most_inhabitants_comes_first(register: Register) -> None:
    gap = register.search("Gap-Tallard")[0]
    assert gap.departements == ("05", "04")


def test_an_epci_cannot_be_changed(register: Register) -> None:
    with pytest.raises(ValidationError):
        register.epcis[0].name = "other"  # type: ignore[misc]


def test_an_unknown_siren_gives_nothing(register: Register) -> None:
    assert register.get("000000000") is None


def test_lyon_alone_is_not_an_own_tax_epci_and_paris_has_no_ept(register: Register) -> None:
    assert [epci.name for epci in register.epcis if not epci.own_tax_epci] == ["Métropole de Lyon"]
    assert register.search("Métropole du Grand Paris")[0].own_tax_epci
    assert register.search("Plaine Commune") == ()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("anc", "CC du Pays d'Ancenis"),
        ("figeac", "CC Grand-Figeac"),
        ("st malo", "CA du Pays de Saint Malo Agglomération"),
        ("Saint-Malo", "CA du Pays de Saint Malo Agglomération"),
        ("pontchateau saint gildas", "CC du Pays de Pontchâteau St-Gildas-des-Bois"),
        ("HAUT bug", "CA Haut-Bugey Agglomération"),
        ("cœur d’ostr", "CA Coeur d'Ostrevent"),
        ("communauté de communes du pays sabolien", "CC du Pays Sabolien"),
        ("ré", "CC de l'Ile de Ré"),
        ("eloron", ""),
        ("leron", "CC de l'Ile d'Oléron"),
        ("200042935", "CA Haut-Bugey Agglomération"),
        ("2000429", "CA Haut-Bugey Agglomération"),
        ("communauté de communes du pays de p", "CC du Pays de Pontchâteau St-Gildas-des-Bois"),
    ],
)
def test_search_finds_what_people_type(register: Register, typed: str, first: str) -> None:
    assert next((epci.name for epci in register.search(typed)), "") == first


def test_beginnings_of_words_come_before_letters_inside_and_each_goes_by_population(register: Register) -> None:
    found = register.search("lan", limit=2000)
    begins = [any(word.startswith("lan") for word in spellings(fold(epci.name))) for epci in found]
    assert begins == sorted(begins, reverse=True)
    assert any(begins)
    assert not all(begins)
    for group in (True, False):
        people = [epci.population_municipal for epci, first in zip(found, begins, strict=True) if first is group]
        assert people == sorted(people, reverse=True)


def test_what_is_near_the_members_there_are_comes_first(register: Register) -> None:
    """Then the words next to each other: a community of the Meuse has both words of « pays dunois » too."""
    first = register.search("pays dunois")[0]
    assert first.name == "CC du Pays Dunois"
    assert register.search("dronne")[0].departements == ("16",)
    assert register.search("dronne", around={"24"})[0].departements == ("24",)


def test_search_keeps_to_its_limit(register: Register) -> None:
    assert len(register.search("bou")) == 12
    assert len(register.search("bou", limit=3)) == 3
    assert register.search("bou", limit=0) == ()


@pytest.mark.parametrize("typed", ["", "   ", "-'’", "zzz", "xx", "\x00", "%_*[", "é" * 100_000])
def test_odd_input_finds_nothing_and_breaks_nothing(register: Register, typed: str) -> None:
    assert register.search(typed) == ()


def test_three_letters_of_any_name_find_it(register: Register) -> None:
    for epci in register.epcis:
        longest = max(fold(epci.name), key=len)
        assert epci in register.search(longest[:3], limit=2000)


def test_a_year_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(RegisterError, match=r"epci-2019\.csv.*2022, 2026"):
        Register.load(FOLDER, 2019)


GOOD = "200000172,CC Faucigny,CC,28363,29204,7,74,Auvergne-Rhône-Alpes"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", "line 1"),
        ("siren,nom\n", "line 1"),
        (f"{HEADER}\n{GOOD}\n{GOOD}\n", "line 3.*twice"),
        (f"{HEADER}\n{GOOD.replace(',CC,', ',SIVOM,')}\n", "line 2.*SIVOM"),
        (f"{HEADER}\n{GOOD.replace('28363', '-3')}\n", "line 2"),
        (f"{HEADER}\n{GOOD.replace('28363', 'many')}\n", "line 2.*many"),
        (f"{HEADER}\n{GOOD.replace('200000172', '2000')}\n", "line 2"),
        (f"{HEADER}\n{GOOD.replace(',74,', ',,')}\n", "line 2"),
        (f"{HEADER}\n{GOOD},more\n", "line 2"),
    ],
)
def test_a_malformed_file_is_refused_with_its_line(tmp_path: Path, content: str, complaint: str) -> None:
    (tmp_path / "epci-2026.csv").write_text(content, encoding="utf-8")
    with pytest.raises(RegisterError, match=f"(?s){complaint}"):
        Register.load(tmp_path, 2026)


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "epci-2026.csv").write_bytes(f"{HEADER}\n{GOOD}\n".encode("latin-1"))
    with pytest.raises(RegisterError, match="UTF-8"):
        Register.load(tmp_path, 2026)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the data shared beside the project are not there")
@pytest.mark.parametrize("year", [2022, 2026])
def test_the_rebuilt_register_is_the_same_as_an_independent_extraction(year: int) -> None:
    kinds = {"METRO": "metropole", "MET69": "metropole", "CC": "cc", "CA": "ca", "CU": "cu"}
    with (SHARED / f"epci-{year}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    register = Register.load(FOLDER, year)
    assert len(rows) == len(register.epcis)
    for row in rows:
        epci = register.get(row["siren"])
        assert epci is not None
        assert epci.name == " ".join(row["nom"].split())
        assert epci.kind == kinds[row["nature"]]
        assert epci.population_municipal == int(row["population_municipale"])
        assert epci.population_total == int(row["population_totale"])
        assert epci.communes == int(row["nb_communes"])
        assert epci.departements[0] == row["departement_principal"]
        assert sorted(epci.departements) == row["departements"].split()
        assert epci.region == row.get("region", epci.region)


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_register", ROOT / "scripts" / "build_register.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_script_makes_one_row_per_epci(build: ModuleType) -> None:
    members = [{"code": "01001", "populationMunicipale": 10}, {"code": "69001", "populationMunicipale": 90}]
    epci = {"code": "200000001", "nom": "CC  A", "type": "CC", "populationMunicipale": 100, "populationTotale": 101}
    communes = [{"code": code, "type": "commune-actuelle", "departement": code[:2]} for code in ("01001", "69001")]
    departements = [{"code": code, "region": "84"} for code in ("01", "69")]
    rows = build.register_rows([{**epci, "membres": members}], communes, departements, [{"code": "84", "nom": "R"}])
    assert rows == [("200000001", "CC A", "CC", "100", "101", "2", "69 01", "R")]


@pytest.mark.parametrize("row", ["1,9,2.0", "2,1,2.0", "1,2,-1", "1,2"])
def test_the_script_refuses_a_bad_border(build: ModuleType, tmp_path: Path, row: str) -> None:
    source = tmp_path / "borders.csv"
    source.write_text(f"siren_a,siren_b,shared_border_km\n{row}\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="line 2"):
        build.border_rows(source, {"1", "2"})


def test_the_script_refuses_a_package_that_is_not_the_released_one(build: ModuleType, tmp_path: Path) -> None:
    tarball = tmp_path / "package.tgz"
    tarball.write_bytes(b"something else")
    with pytest.raises(SystemExit, match="SHA-512"):
        build.check_digest(tarball, build.RELEASES[2026][1])


@pytest.mark.parametrize(
    ("typed", "first"),
    [("lalbenke", "Lalbenque"), ("cc molsheym", "Molsheim"), ("xqzwk", ""), ("", "")],
)
def test_a_name_mistyped_is_near_one(register: Register, typed: str, first: str) -> None:
    """Each word that no name has is taken for the one most like it; what is like none gives nothing."""
    found = register.near(typed)
    assert not register.search(typed)
    assert (first in found[0].name) if first else not found
    assert len(found) <= 3
