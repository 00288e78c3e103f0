"""Maps: what is drawn, named and told of real territories, an island, Corsica, overseas, and members nobody knows."""

import io
import json
import zipfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdf
import pytest

from petr_advisor.commands.map import draw, read_scheme
from petr_advisor.commands.settings import Settings
from petr_advisor.documents.blocks import PictureBlock, Table
from petr_advisor.documents.blocks import words as words_of
from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.ground import low_map, map_part
from petr_advisor.documents.drawing import WIDTH, wide
from petr_advisor.documents.layout.document import lay_out
from petr_advisor.documents.maps.drawing import MOST_NAMED
from petr_advisor.documents.maps.land import Scheme
from petr_advisor.documents.model_map import MapPart, NoteMap
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.writing import render
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.territory.measures import outlines, register
from petr_advisor.words.texts import Language
from tests.documents.conftest import real_case, real_report, started
from tests.documents.test_formats import squeezed

SVG = "{http://www.w3.org/2000/svg}"
SAVERNE = ("200068112", "200067783", "200067841")
OLERON, MARENNES = "241700624", "241700699"


def of_departement(code: str) -> list[str]:
    return [epci.siren for epci in register().epcis if epci.departements[0] == code]


def mapped(sirens: Iterable[str], language: Language = "fr", schemes: Iterable[Scheme] = ()) -> MapPart | None:
    """Give the map of a case with these members."""
    members = {
        siren: {"member.population": found.population_municipal} if (found := register().get(siren)) else {}
        for siren in sirens
    }
    case = started().list_entities("member", members)
    return map_part(Desk(language, consultation=case), "#1f4e79", schemes)


def drawn(sirens: Iterable[str], language: Language = "fr", schemes: Iterable[Scheme] = ()) -> MapPart:
    found = mapped(sirens, language, schemes)
    assert found is not None
    return found


def words(part: MapPart) -> list[str]:
    root = ET.fromstring(part.picture.svg)  # noqa: S314 - our own drawing
    return [text.text or "" for text in root.iter(f"{SVG}text")]


def test_a_real_territory_is_named_and_counted() -> None:
    part = drawn(SAVERNE)
    said = " ".join(words(part))
    assert "CC du Pays de Saverne" in said
    assert "35 675 hab." in said.replace("\u202f", " ")
    assert "CC du Pays de Bitche" in said  # a neighbour
    assert "limite de département" in said
    assert "Le périmètre est d’un seul tenant." in part.remarks
    assert [member.departements for member in part.members] == [("67",)] * 3
    assert "Saverne" in part.picture.alt
    assert "Autour" in part.picture.alt


def test_a_map_alone_names_the_members_that_bear_a_number() -> None:
    """Of the valley of the Drôme two names are too long for their ground: the key under the map has them."""
    part = drawn(("242600534", "242600252", "200040509"))
    assert part.numbered
    said = words(part)
    for member in part.members:
        if member.number in part.numbered:
            assert any(text.startswith(member.name) for text in said)


def test_the_table_beside_it_says_the_same() -> None:
    report = real_report("saverne", "fr")
    assert report.map is not None
    blocks = lay_out(report).blocks
    place = next(n for n, block in enumerate(blocks) if isinstance(block, PictureBlock) and block.picture.id == "map")
    table = blocks[place + 1]
    assert isinstance(table, Table)
    assert len(table.rows) == len(report.map.members) == 3
    said = [words_of(line) for cell in table.rows[0] for line in cell]
    assert said == ["1", "CC du Pays de Saverne", "36\u202f559", "67"]  # as the case says, not the register of 2026


def test_an_island_is_seen_as_a_piece_apart() -> None:
    part = drawn((OLERON, MARENNES), "en")
    told = " ".join(part.remarks)
    assert "in 2 pieces" in told
    assert "Without a land border with another EPCI: CC de l" in told
    assert "Oléron" in told


def test_what_a_perimeter_cuts_off_is_hatched_and_named() -> None:
    part = drawn(siren for siren in of_departement("2B") if siren not in {"242000354", "200036499"})
    assert part.picture.svg.count("url(#map-hatch)") >= 1
    assert any("enclaver" in text for text in part.remarks) == ("peut-être enclavé" in words(part))


def test_a_ring_of_members_encloses_the_one_within() -> None:
    inside = SAVERNE[0]
    part = drawn(sorted(outlines().neighbours(frozenset({inside}))))
    assert any("CC du Pays de Saverne" in text and "enclaver" in text for text in part.remarks)
    assert "peut-être enclavé" in words(part)


@pytest.mark.parametrize("code", ["2A", "971", "972", "973", "974", "976"])
def test_corsica_and_overseas_are_drawn_on_their_own(code: str) -> None:
    """Each by its own projection: the scale is that of a territory, not of an ocean."""
    part = drawn(of_departement(code))
    assert len(part.members) == len(of_departement(code))
    km = next(text for text in words(part) if text.endswith("km"))
    assert int(km.split()[0]) <= (100 if code == "973" else 50)


def test_members_of_two_lands_are_not_drawn_on_one_sheet() -> None:
    """The map shows the land that holds most of them, and says who is not on it."""
    part = drawn((*SAVERNE, *of_departement("974")[:1]))
    assert len(part.members) == 3
    assert any("sur une autre terre" in text and of_departement("974")[0] in text for text in part.remarks)


def test_a_member_that_nobody_knows_is_told_beside_the_map() -> None:
    part = drawn((SAVERNE[0], "123456789", "new-body"))
    assert len(part.members) == 1
    assert any("Hors de la carte" in text and "new-body" in text for text in part.remarks)


def test_no_map_without_any_known_member() -> None:
    assert mapped(("a", "b")) is None
    assert map_part(Desk("fr", consultation=started()), "#1f4e79") is None


def test_no_map_before_the_outlines_fit() -> None:
    """Today's perimeters say nothing of those of 2016."""
    before = real_case("saverne").on(date(2016, 6, 1))
    assert map_part(Desk("fr", consultation=before), "#1f4e79") is None


def test_outlines_of_another_time_say_nothing_of_the_perimeter() -> None:
    """Between the schemes of 2017 and the first year that the borders fit, the map warns and measures nothing."""
    then = map_part(Desk("fr", consultation=real_case("saverne").on(date(2019, 6, 1))), "#1f4e79")
    now = map_part(Desk("fr", consultation=real_case("saverne").on(date(2025, 6, 1))), "#1f4e79")
    assert then is not None
    assert now is not None
    assert "Contours d’aujourd’hui" in then.remarks[0]
    assert not any("d’un seul tenant" in text or "morceaux" in text for text in then.remarks)
    assert not any("Contours d’aujourd’hui" in text for text in now.remarks)


def test_a_scot_is_drawn_by_its_members() -> None:
    part = drawn(SAVERNE, "fr", [Scheme("SCoT de Saverne", SAVERNE[:2])])
    assert "SCoT de Saverne" in words(part)
    assert part.picture.svg.count('class="scheme"') == 2  # on the land, and in the key


@pytest.mark.parametrize(
    "sirens", [SAVERNE, (OLERON, MARENNES), tuple(of_departement("24")), tuple(of_departement("2B"))]
)
def test_names_stay_on_the_sheet_and_off_each_other(sirens: tuple[str, ...]) -> None:
    root = ET.fromstring(drawn(sirens).picture.svg)  # noqa: S314 - our own drawing
    boxes = []
    for text in root.iter(f"{SVG}text"):
        x, y, length = float(text.get("x", 0)), float(text.get("y", 0)), wide(text.text or "")
        left = x - {"start": 0.0, "middle": length / 2, "end": length}[text.get("text-anchor", "start")]
        assert -1 <= left <= left + length <= WIDTH + 1
        boxes.append((left, y - 9, left + length, y, text.text))
    clashes = [
        (one[4], other[4])
        for place, one in enumerate(boxes)
        for other in boxes[place + 1 :]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]
    assert clashes == []


def test_names_that_are_no_markup() -> None:
    case = started().list_entities("member", {SAVERNE[0]: {"member.name": "<script>&\u202e" * 20}, SAVERNE[1]: {}})
    part = map_part(Desk("fr", consultation=case), "#1f4e79")
    assert part is not None
    assert "<script" not in part.picture.svg


def test_sixty_members_fit(tmp_path: Path) -> None:
    everybody = [*of_departement("24"), *of_departement("33"), *of_departement("47"), *of_departement("19")][:60]
    part = drawn(everybody)
    assert len(part.members) == 60
    assert any(text.isdigit() for text in words(part))


def test_geojson_is_that_of_the_standard(tmp_path: Path) -> None:
    path = tmp_path / "s.geojson"
    draw("saverne", path, scots=["SCoT : 200068112 200067783"])
    found = json.loads(path.read_text(encoding="utf-8"))
    assert found["type"] == "FeatureCollection"
    kinds = [feature["properties"]["kind"] for feature in found["features"]]
    assert kinds.count("member") == 3
    assert kinds.count("scot") == 1
    assert "neighbour" in kinds
    ring = found["features"][0]["geometry"]["coordinates"][0][0]
    assert ring[0] == ring[-1]
    assert all(7 < x < 8 and 48 < y < 50 for x, y in ring)


def test_the_command_writes_a_drawing_and_a_picture(tmp_path: Path) -> None:
    told = draw("saverne", tmp_path / "s.svg", Settings("en"))
    assert "in one piece" in told
    ET.fromstring((tmp_path / "s.svg").read_bytes())  # noqa: S314 - our own drawing
    draw("saverne", tmp_path / "s.png")
    assert (tmp_path / "s.png").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(PetrAdvisorError, match="overwrite"):
        draw("saverne", tmp_path / "s.svg")


@pytest.mark.parametrize(
    ("name", "told"),
    [("s.gif", r"\.svg"), ("nowhere/s.svg", "nowhere")],
)
def test_a_file_that_cannot_be_written(tmp_path: Path, name: str, told: str) -> None:
    with pytest.raises(PetrAdvisorError, match=told):
        draw("saverne", tmp_path / name)


@pytest.mark.parametrize("text", ["SCoT 200068112", ": 200068112", "SCoT: 12", "SCoT: 999999999", "SCoT:"])
def test_a_scot_that_cannot_be_read(text: str) -> None:
    with pytest.raises(PetrAdvisorError):
        read_scheme(text)


def test_the_command_says_why_there_is_no_map(tmp_path: Path) -> None:
    with pytest.raises(PetrAdvisorError, match="2017"):
        draw("saverne", tmp_path / "s.svg", Settings("en", as_of=date(2016, 1, 1)))


def low(sirens: Iterable[str]) -> NoteMap:
    """Give the map of a note of a case with these members."""
    members = {siren: {"member.population": 1000 * number} for number, siren in enumerate(sirens, 1)}
    found = low_map(Desk("fr", consultation=started().list_entities("member", members)), "#1f4e79")
    assert found is not None
    return found


def test_the_map_of_a_note_names_every_member_in_a_key_beside_it() -> None:
    """Low enough for two pages: numbers stand on the ground, names and populations beside, inside the drawing."""
    found = low(SAVERNE)
    root = ET.fromstring(found.picture.svg)  # noqa: S314 - our own drawing
    said = {text.text or "": float(text.get("x", 0)) for text in root.iter(f"{SVG}text")}
    assert {"1", "2", "3"} <= set(said)
    assert any("CC du Pays de Saverne (1\u202f000" in text for text in said)
    assert all(x + wide(text) <= WIDTH + 1 for text, x in said.items() if text.startswith(("CC", "limite")) and x > 320)
    assert float(root.get("height", 999)) < 250
    assert any("d’un seul tenant" in text for text in found.said)


def test_many_members_are_named_beside_it_as_far_as_there_is_room() -> None:
    members = of_departement("67")
    assert len(members) > MOST_NAMED
    found = low(members)
    assert f"et {len(members) - MOST_NAMED} autres, dans le rapport" in found.picture.svg.replace("\u00a0", " ")


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".html"])
def test_a_note_shows_the_map(suffix: str) -> None:
    report = build(
        real_case("saverne"), "fr", Adviser(), date(2026, 11, 25), territory="Saverne", extent=extent_of("note")
    )
    assert report.note is not None
    assert report.note.map is not None
    content = render(report, suffix)
    if suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            assert "Alsace Bossue" in file.read("word/document.xml").decode()
            assert [name for name in file.namelist() if name.endswith(".png")]
    elif suffix == ".html":
        assert 'id="map-t"' in content.decode()
    else:
        (page, *_) = pypdf.PdfReader(io.BytesIO(content)).pages
        assert "CC de l’Alsace Bossue" in page.extract_text()


@pytest.mark.parametrize("said", [True, False])
def test_pieces_on_the_map_of_a_perimeter_said_in_one_piece_are_told_to_contradict(*, said: bool) -> None:
    """What follows rests on the answer: a report says so beside its map, a note among what is to be found out."""
    apart: dict[str, dict[str, object]] = {siren: {} for siren in (SAVERNE[0], SAVERNE[2])}
    case = started().list_entities("member", apart).answer("perimeter.one_piece", said)
    part = map_part(Desk("fr", consultation=case), "#1f4e79")
    assert part is not None
    assert ("dit pourtant d’un seul tenant" in " ".join(part.remarks)) is said
    note = build(case, "fr", Adviser(), date(2026, 11, 25), territory="Saverne", extent=extent_of("note"))
    text = render(note, ".txt").decode()  # which shows no map: nothing of it was said there
    assert (squeezed("vraiment d’un seul tenant, comme il est répondu") in squeezed(text)) is said


def test_a_long_name_keeps_its_population_in_short() -> None:
    members = {siren: {"member.population": 14645} for siren in ("200023737", "244600433")}
    part = low_map(Desk("fr", consultation=started().list_entities("member", members)), "#1f4e79")
    assert part is not None
    assert "14\u202f645" in part.picture.svg


def test_a_map_alone_says_what_it_is_of_what_day_and_where_its_outlines_come_from(tmp_path: Path) -> None:
    """The licence of the outlines asks for their source; who finds the file years later asks for its day."""
    draw("saverne", tmp_path / "s.svg")
    root = ET.fromstring((tmp_path / "s.svg").read_bytes())  # noqa: S314 - our own drawing
    said = " ".join(text.text or "" for text in root.iter(f"{SVG}text"))
    assert all(each in said for each in ("IGN", "Insee", "Licence Ouverte", "droit au", "carte"))
    assert max(float(text.get("y", 0)) for text in root.iter(f"{SVG}text")) < float(root.get("height", 0))


def test_where_one_member_bears_its_number_the_others_say_theirs() -> None:
    """A lone 3 would make a reader look for 1 and 2."""
    part = drawn(("242600534", "242600252", "200040509"))
    assert part.numbered
    assert {word[:2] for word in words(part)} >= {f"{each.number}." for each in part.members} - {
        f"{number}." for number in part.numbered
    }


def test_the_ground_is_told_by_the_names_of_its_departements() -> None:
    assert "Bas-Rhin" in " ".join(drawn(SAVERNE).remarks)
