"""Rebuild `knowledge/territories/` from two releases of the npm package @etalab/decoupage-administratif.

Usage: python scripts/build_register.py --borders FILE [--tarballs DIR] [--folder DIR]

`--borders` is the CSV of shared borders of 2026 (siren_a, siren_b, shared_border_km). Without `--tarballs` the
two releases are fetched with `npm pack`; their SHA-512 is checked either way.
"""

import argparse
import base64
import csv
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

PACKAGE = "@etalab/decoupage-administratif"
RELEASES = {
    2026: ("6.0.0", "XavYsFlbcM/prKr8hNHPKER94IHw/dsxNM4nxjWMYk6PLFACpEedvn/7wK8Baozm0dCYhWWcf+7bcWpA5pmCaQ=="),
    2022: ("2.3.1", "52zR447e9Csr/HkzmLJIrOTCAuwJNd4O9fay8BRgOQUSbqaKOP6vFpsrj5lKlrH9vA+ii07h1TnChdMFZNgcwg=="),
}
"""Year of the register: version of the package and the SHA-512 (base64) that the npm registry gives for it."""

REGISTER_COLUMNS = (
    "siren",
    "nom",
    "nature",
    "population_municipale",
    "population_totale",
    "communes",
    "departements",
    "region",
)
BORDER_COLUMNS = ("siren_a", "siren_b", "shared_border_km")

Row = tuple[str, ...]
Json = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the three CSV files and print one line for each; give the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--borders", type=Path, required=True, help="CSV of the shared borders of 2026")
    parser.add_argument("--tarballs", type=Path, help="folder that already holds the two packages (.tgz)")
    parser.add_argument("--folder", type=Path, default=Path(__file__).parents[1] / "knowledge" / "territories")
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    known: set[str] = set()
    with tempfile.TemporaryDirectory() as scratch:
        for year, (version, digest) in RELEASES.items():
            tarball = find_tarball(version, options.tarballs, Path(scratch))
            check_digest(tarball, digest)
            rows = register_rows(*read_package(tarball))
            write_csv(options.folder / f"epci-{year}.csv", REGISTER_COLUMNS, rows)
            if year == 2026:
                known = {row[0] for row in rows}
    write_csv(options.folder / "borders-2026.csv", BORDER_COLUMNS, border_rows(options.borders, known))
    return 0


def find_tarball(version: str, tarballs: Path | None, scratch: Path) -> Path:
    """Give the path of one release, fetched with `npm pack` into `scratch` when no folder holds it."""
    name = f"etalab-decoupage-administratif-{version}.tgz"
    if tarballs is not None:
        return tarballs / name
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is not installed: fetch the packages elsewhere and give their folder with --tarballs")
    command = [npm, "pack", "--silent", f"{PACKAGE}@{version}", "--pack-destination", str(scratch)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return scratch / name


def check_digest(tarball: Path, expected: str) -> None:
    """Stop (SystemExit) unless the SHA-512 of a file, in base64, is the expected one."""
    found = base64.b64encode(hashlib.sha512(tarball.read_bytes()).digest()).decode("ascii")
    if found != expected:
        raise SystemExit(f"{tarball.name}: SHA-512 is {found}, expected {expected}")


def read_package(tarball: Path) -> tuple[list[Json], list[Json], list[Json], list[Json]]:
    """Give the EPCIs, communes, départements and régions of one release, as in its `data/` folder."""
    with tarfile.open(tarball) as archive:

        def read(name: str) -> list[Json]:
            member = archive.extractfile(f"package/data/{name}.json")
            if member is None:
                raise SystemExit(f"{tarball.name}: data/{name}.json is not a file")
            content: list[Json] = json.load(member)
            return content

        return read("epci"), read("communes"), read("departements"), read("regions")


def register_rows(
    epcis: Iterable[Json], communes: Iterable[Json], departements: Iterable[Json], regions: Iterable[Json]
) -> list[Row]:
    """Give one row per EPCI in the order of REGISTER_COLUMNS, sorted by SIREN.

    Départements come with the most populous part first, then by code; the région is that of the first.
    """
    departement_of = {
        c["code"]: c["departement"] for c in communes if c["type"] == "commune-actuelle" and "departement" in c
    }
    region_names = {region["code"]: region["nom"] for region in regions}
    region_of = {departement["code"]: region_names[departement["region"]] for departement in departements}
    rows = []
    for epci in epcis:
        codes = ordered_departements(epci["membres"], departement_of)
        rows.append(
            (
                epci["code"],
                " ".join(epci["nom"].split()),
                epci["type"],
                str(epci["populationMunicipale"]),
                str(epci["populationTotale"]),
                str(len(epci["membres"])),
                " ".join(codes),
                region_of[codes[0]],
            )
        )
    return sorted(rows)


def ordered_departements(members: Iterable[Json], departement_of: dict[str, str]) -> list[str]:
    """Give the département codes of member communes: the one with most inhabitants first, the others by code."""
    inhabitants: Counter[str] = Counter()
    for member in members:
        inhabitants[departement_of[member["code"]]] += member["populationMunicipale"]
    main_code = min(inhabitants, key=lambda code: (-inhabitants[code], code))
    return [main_code, *sorted(code for code in inhabitants if code != main_code)]


def border_rows(source: Path, known: set[str]) -> list[Row]:
    """Give the borders of a CSV file, in kilometres, sorted; stop (SystemExit) on a row that is not well formed."""
    with source.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        if tuple(next(reader, ())) != BORDER_COLUMNS:
            raise SystemExit(f"{source.name}: the first line must be {','.join(BORDER_COLUMNS)}")
        rows = [tuple(row) for row in reader]
    for number, row in enumerate(rows, start=2):
        if len(row) != 3 or not row[0] < row[1] or not known.issuperset(row[:2]) or float(row[2]) < 0:
            raise SystemExit(f"{source.name}, line {number}: {','.join(row)} is not a border between two known EPCIs")
    return sorted(rows)


def write_csv(path: Path, header: Row, rows: Sequence[Row]) -> None:
    """Write one CSV file (UTF-8, Unix line ends) and print its name, number of rows and size."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    print(f"{path.name}: {len(rows)} rows, {path.stat().st_size} bytes")


if __name__ == "__main__":
    sys.exit(main())
