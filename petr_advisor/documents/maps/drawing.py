"""The map of a territory as a picture: tints with borders and names, so that nothing is said by colour alone."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from petr_advisor.documents.drawing import WIDTH, drawn, wide, wrap
from petr_advisor.documents.maps.labels import LINE, Label, label, middle
from petr_advisor.documents.maps.land import Land, name_of
from petr_advisor.documents.maps.sheet import LOW, Place, Sheet, sheet_for
from petr_advisor.documents.parts import Picture
from petr_advisor.territory.measures import MAP_YEAR, departements, outlines
from petr_advisor.territory.outlines import Point, Ring, Stretch
from petr_advisor.words.typography import full_stop
from petr_advisor.words.voice import Voice

KEY_ROW = 24.0
"""Height of a row of the key below the map."""
SWATCH = 34.0
"""Width of a sample of the key, with the space after it."""
MOST_NAMED = 16
"""How many members the key beside a low map names."""
FOOT_LINES = 3
"""Lines that each thing said at the foot of a map alone may take."""
DASHES = ("9 5", "2 4", "14 4 2 4", "5 9")
"""The borders of SCoTs: each its own."""


class Member(NamedTuple):
    """A member as the map names it."""

    number: int
    name: str
    population: int | None


class KeyEntry(NamedTuple):
    """An entry of the key: what is drawn, where, and its words."""

    sample: str
    x: float
    y: float
    words: str
    dash: str = ""
    mark: str = ""
    """The number of a member."""


class Drawn(NamedTuple):
    """A map that was drawn."""

    picture: Picture
    numbered: tuple[int, ...]
    """The members that had no room for their name, and bear their number only."""


def draw(
    land: Land,
    members: Mapping[str, Member],
    voice: Voice,
    accent: str,
    *,
    low: bool = False,
    foot: Sequence[str] = (),
) -> Drawn:
    """Draw a territory; `members` names those of the land, by SIREN. A low map has its names in a key beside it.

    A map that stands alone says at its foot what it is and where its outlines come from, as their licence asks.
    """
    kept = [ring for siren in sorted(land.shown) for ring in outlines().rings(frozenset({siren}))]
    sheet = sheet_for(kept, land.departements, _low_height(members) if low else None)
    around = [siren for siren in land.around if _is_seen(sheet, siren)]
    cut_off = land.measure.possible_enclaves if land.of_its_time else ()
    enclaves = [siren for siren in cut_off if siren in around]
    named = [Named(siren, 0.0, 0.0, []) for siren in members] if low else _names(sheet, land, members, voice)
    everything = frozenset({*around, *land.members})
    departements = _on_sheet(sheet, outlines().departement_lines(everything))
    shown = {
        "enclave": bool(enclaves),
        "departement": bool(departements),
    }
    bare = [members[entry.siren] for entry in named if not entry.lines]
    key, key_height = (_beside(sheet, members, voice, shown), 0.0) if low else _key(sheet, land, bare, voice, shown)
    below = [part for said in foot for part in wrap(said, WIDTH, most=FOOT_LINES)]
    lowest = sheet.height + key_height
    km, length = sheet.bar()
    picture = drawn(
        "map",
        "map",
        voice.phrase("map.title"),
        map_alt(land, members, voice),
        accent,
        height=lowest + (LINE * (len(below) + 0.5) if below else 0),
        tall=sheet.height,
        across=sheet.width,
        ground=sheet.area(outlines().rings(everything)),
        borders=sheet.path(_seen(sheet, everything)),
        territory=sheet.area(outlines().rings(frozenset(land.members))),
        inner=sheet.path(_between(land.members)),
        outer=sheet.path(_around(land.members)),
        enclaves=[sheet.area(outlines().rings(frozenset({siren}))) for siren in enclaves],
        departements=sheet.path(departements),
        schemes=[
            (sheet.area(outlines().rings(frozenset(scheme.sirens))), _dash(place))
            for place, scheme in enumerate(land.schemes)
        ],
        names=[entry for entry in named if entry.lines],
        numbers=_numbers(sheet, members, named),
        neighbours=_neighbours(sheet, [siren for siren in around if siren not in enclaves], length),
        key=key,
        foot=[(lowest + LINE * (place + 1), said) for place, said in enumerate(below)],
        bar=(km, length),
        bar_words=voice.phrase("map.km", n=km),
    )
    return Drawn(picture, tuple(member.number for member in bare))


def map_alt(land: Land, members: Mapping[str, Member], voice: Voice) -> str:
    """Say in words what the map shows."""
    named = [members[siren] for siren in land.members]
    said = [voice.phrase("map.alt", members=[_said(member, voice) for member in named], n=len(named))]
    around = sorted(name_of(siren) for siren in outlines().neighbours(frozenset(land.members)))
    said += [voice.phrase("map.alt-neighbours", names=around)] if around else []
    return " ".join((*said, *ground_said(land, members, voice)))


def ground_said(land: Land, members: Mapping[str, Member], voice: Voice) -> tuple[str, ...]:
    """Say what the ground shows of the perimeter: its pieces, what it cuts off, the départements it lies in."""
    names = departements().names
    codes = [names.get(code, code) for code in sorted(land.departements)]
    within = voice.phrase("map.departements", n=len(codes), codes=codes)
    said = _perimeter_said(land, members, voice) if land.of_its_time else [voice.phrase("map.other-time")]
    return tuple(map(full_stop, (*said, within)))


def _perimeter_said(land: Land, members: Mapping[str, Member], voice: Voice) -> list[str]:
    found, said = land.measure, []
    if len(found.components) > 1:
        pieces = [voice.listed([members[siren].name for siren in sorted(piece)], "comma") for piece in found.components]
        said.append(voice.phrase("map.pieces", n=len(pieces), pieces=pieces))
    elif len(land.members) > 1:
        said.append(voice.phrase("map.one-piece"))
    if found.possible_enclaves:
        said.append(voice.phrase("map.enclaves-said", names=[name_of(siren) for siren in found.possible_enclaves]))
    if land.measure.missing:
        said.append(voice.phrase("map.islands", names=[members[siren].name for siren in land.measure.missing]))
    return said


def foot_said(voice: Voice, day: date, territory: str) -> tuple[str, ...]:
    """Say what a map that stands alone is, of what day, and where its outlines come from."""
    return voice.phrase("map.of", territory=territory, day=day), source_said(voice)


def source_said(voice: Voice) -> str:
    """Say where the outlines come from."""
    return voice.phrase("map.source", year=str(MAP_YEAR))


def _said(member: Member, voice: Voice) -> str:
    if member.population is None:
        return member.name
    return voice.phrase("map.member", name=member.name, n=member.population)


def _is_seen(sheet: Sheet, siren: str) -> bool:
    return any(_on(sheet, place) for ring in outlines().rings(frozenset({siren})) for place in sheet.line(ring))


def _on(sheet: Sheet, place: Place) -> bool:
    return 0 <= place[0] <= sheet.width and 0 <= place[1] <= sheet.height


def _seen(sheet: Sheet, sirens: frozenset[str]) -> list[Sequence[Point]]:
    """Give the borders between EPCIs that are on the sheet."""
    return _on_sheet(sheet, (s.points for s in _stretches(sirens) if s.sirens[0] != s.sirens[1]))


def _on_sheet(sheet: Sheet, lines: Iterable[Sequence[Point]]) -> list[Sequence[Point]]:
    return [points for points in lines if any(_on(sheet, place) for place in sheet.line(points))]


def _between(members: Iterable[str]) -> list[Sequence[Point]]:
    """Give the borders between members."""
    kept = frozenset(members)
    return [s.points for s in _stretches(kept) if kept.issuperset(s.sirens) and s.sirens[0] != s.sirens[1]]


def _around(members: Iterable[str]) -> list[Ring]:
    return list(outlines().rings(frozenset(members)))


def _stretches(sirens: frozenset[str]) -> Iterable[Stretch]:
    return (stretch for stretch in outlines().stretches if not sirens.isdisjoint(stretch.sirens))


class Named(NamedTuple):
    """A member with its name where there is room for it, else no line."""

    siren: str
    x: float
    y: float
    lines: list[str]


def _names(sheet: Sheet, land: Land, members: Mapping[str, Member], voice: Voice) -> list[Named]:
    """Name the members where there is room; where one bears its number only, the others say theirs too."""
    found = [_named(sheet, siren, members[siren], voice) for siren in land.members]
    if all(entry.lines for entry in found):
        return found
    numbered = (_named(sheet, siren, members[siren], voice, f"{members[siren].number}. ") for siren in land.members)
    return [each if each.lines else entry for each, entry in zip(numbered, found, strict=True)]


def _named(sheet: Sheet, siren: str, member: Member, voice: Voice, before: str = "") -> Named:
    """Name a member with its population; without a line where there is no room."""
    people = voice.phrase("map.people", n=member.population) if member.population is not None else ""
    name = f"{before}{member.name}"
    put = _label(sheet, siren, name, people)
    return Named(siren, *put) if put else Named(siren, 0.0, 0.0, [])


def _numbers(sheet: Sheet, members: Mapping[str, Member], named: Sequence[Named]) -> list[tuple[float, float, str]]:
    """Give the numbers of the members whose name has no room."""
    found = []
    for entry in named:
        place = None if entry.lines else middle(_rings(sheet, entry.siren), sheet)
        if place is not None:
            found.append((*place, str(members[entry.siren].number)))
    return found


def _neighbours(sheet: Sheet, sirens: Iterable[str], bar: float) -> list[Label]:
    """Name what lies around where there is room, the corner of the scale left free."""
    found = (_label(sheet, siren, name_of(siren)) for siren in sirens)
    return [put for put in found if put and not _in_corner(sheet, put, bar)]


def _in_corner(sheet: Sheet, put: Label, bar: float) -> bool:
    right = put.x + max(map(wide, put.lines)) / 2
    return right > sheet.width - bar - 26 and put.y + len(put.lines) * LINE > sheet.height - 36


def _label(sheet: Sheet, siren: str, name: str, below: str = "") -> Label | None:
    return label(_rings(sheet, siren), sheet, name, below)


def _rings(sheet: Sheet, siren: str) -> list[list[Place]]:
    return [sheet.line(ring) for ring in outlines().rings(frozenset({siren}))]


def _key(
    sheet: Sheet, land: Land, bare: Sequence[Member], voice: Voice, shown: Mapping[str, bool]
) -> tuple[list[KeyEntry], float]:
    """Lay out the key under the map, in as many rows as it takes; gives its height too.

    It names the members that bear a number on the map.
    """
    words = {
        "member": voice.phrase("map.key-member"),
        "neighbour": voice.phrase("map.key-neighbour"),
        "enclave": voice.phrase("map.key-enclave"),
        "departement": voice.phrase("map.key-departement"),
    }
    wanted = [(sample, said, "", "") for sample, said in words.items() if shown.get(sample, True)]
    wanted += [("scheme", scheme.name, _dash(place), "") for place, scheme in enumerate(land.schemes)]
    wanted += [("number", _said(member, voice), "", str(member.number)) for member in bare[:MOST_NAMED]]
    if (more := len(bare) - MOST_NAMED) > 0:
        wanted.append(("number", voice.phrase("map.more", n=more), "", "…"))
    entries, x, y = [], 0.0, sheet.height + KEY_ROW
    for sample, said, dash, mark in wanted:
        short = wrap(said, WIDTH - SWATCH, most=1)[0]
        if x and x + SWATCH + wide(short) > WIDTH:
            x, y = 0.0, y + KEY_ROW
        entries.append(KeyEntry(sample, x, y, short, dash, mark))
        x += SWATCH + wide(short) + 22
    return entries, y - sheet.height + LINE / 2 + 4


def _low_height(members: Mapping[str, Member]) -> float:
    """Give the height of a low map: that of its key where many members are named in it."""
    return max(LOW, (min(len(members), MOST_NAMED) + 3) * LINE)


def _beside(sheet: Sheet, members: Mapping[str, Member], voice: Voice, shown: Mapping[str, bool]) -> list[KeyEntry]:
    """Lay out the key beside a low map: a line for each member that it has room for, then how borders are drawn."""
    x, named = sheet.width + 10, list(members.values())
    room = WIDTH - x - SWATCH
    told = [(str(member.number), _fitting(member, voice, room)) for member in named[:MOST_NAMED]]
    told += [("…", voice.phrase("map.more", n=len(named) - MOST_NAMED))] if len(named) > MOST_NAMED else []
    entries = [KeyEntry("number", x, LINE * place, said, "", mark) for place, (mark, said) in enumerate(told, 1)]
    signs = [sample for sample in ("departement", "enclave") if shown[sample]]
    foot = sheet.height - 4 - LINE * (len(signs) - 1)
    return entries + [
        KeyEntry(sample, x, foot + LINE * place, voice.phrase(f"map.key-{sample}"))
        for place, sample in enumerate(signs)
    ]


def _fitting(member: Member, voice: Voice, room: float) -> str:
    """Name a member in a line, with its population where there is room: in full, else in short."""
    whole = _said(member, voice)
    if member.population is None or wide(whole) <= room:
        return whole if wide(whole) <= room else wrap(member.name, room, most=1)[0]
    short = voice.phrase("map.member-short", name=member.name, n=member.population)
    return short if wide(short) <= room else wrap(member.name, room, most=1)[0]


def _dash(place: int) -> str:
    return DASHES[place % len(DASHES)]
