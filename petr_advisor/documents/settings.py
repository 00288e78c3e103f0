"""The adviser's own settings: name, contact, logo, colour and site of the law, from a small TOML file."""

import re
import tomllib
from pathlib import Path
from typing import Any, Literal

from petr_advisor.documents.parts import Part, Words
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.locations import adviser_settings
from petr_advisor.files.reading import ReadingError, read_file, what_is
from petr_advisor.knowledge.problems import nearest

ACCENT = "#1f4e79"
MAX_LOGO = 500_000
MAX_SETTINGS = 50_000
MAX_LENGTH = 200
MIN_CONTRAST = 4.5
"""The contrast that WCAG 2 asks of a text (level AA)."""

_KINDS: dict[bytes, Literal["png", "jpeg"]] = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}
_KEYS = ("name", "contact", "logo", "accent", "site")
_EXAMPLE = (
    'name = "Cabinet Martin"\ncontact = ["12 rue du Marché, 67000 Strasbourg"]\nlogo = "logo.png"\naccent = "#1f4e79"'
)


class SettingsError(PetrAdvisorError):
    """A settings file that cannot be used; the text says which line to change, and how."""


class Logo(Part):
    """A picture of the adviser."""

    kind: Literal["png", "jpeg"]
    """How it is coded."""
    data: bytes
    """Its bytes."""


class Adviser(Part):
    """Who gives the advice, and in what colour."""

    name: Words | None = None
    """The adviser's name."""
    contact: tuple[Words, ...] = ()
    """How to reach the adviser, one line each."""
    logo: Logo | None = None
    """The logo on the cover."""
    accent: str = ACCENT
    """The colour of headings, dark enough to be read on white."""
    site: str | None = None
    """Where the site of the law is published: norms cited lead to their page there."""


def read_settings(path: Path | None) -> Adviser:
    """Read the settings of an adviser; none at all without a file. SettingsError says what is wrong."""
    if path is None:
        return Adviser()
    try:
        data = tomllib.loads(_read(path, MAX_SETTINGS).decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SettingsError.of("settings.not-toml", path=path, error=str(error), example=_EXAMPLE) from error
    problems = [_unknown(key) for key in data if key not in _KEYS]
    values: dict[str, Any] = {}
    for key, read in (("name", _name), ("contact", _contact), ("accent", _accent), ("site", _site)):
        if key in data:
            try:
                values[key] = read(data[key])
            except SettingsError as error:
                problems.append(_about(key, error))
    if "logo" in data:
        try:
            values["logo"] = _logo(path.parent, data["logo"])
        except SettingsError as error:
            problems.append(_about("logo", error))
    if problems:
        raise SettingsError(
            "\n".join(f"{path}: {problem}" for problem in problems),
            fr="\n".join(f"{path} : {problem.fr}" for problem in problems),
        )
    return Adviser(**values)


def _read(path: Path, limit: int) -> bytes:
    try:
        return read_file(path, limit)
    except ReadingError as error:
        raise SettingsError(str(error), fr=error.fr) from error


def usual_settings() -> Adviser:
    """Read the settings beside the saved consultations; none at all when there is no such file."""
    path = adviser_settings()
    return read_settings(None if what_is(path) == "nothing" else path)


def contrast(first: str, second: str) -> float:
    """Give the contrast of two colours, from 1 to 21, as WCAG 2 counts it."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def lightened(colour: str, background: str) -> str:
    """Give a colour mixed with white until it can be read on a dark background."""
    for part in range(0, 101, 5):
        mixed = "#" + "".join(f"{round(c + (255 - c) * part / 100):02x}" for c in _channels(colour))
        if contrast(mixed, background) >= MIN_CONTRAST + 1:
            return mixed
    return "#ffffff"


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _channels(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _about(key: str, error: SettingsError) -> SettingsError:
    return SettingsError(f"{key}: {error}", fr=f"{key} : {error.fr}")


def _unknown(key: str) -> SettingsError:
    near, known = nearest(key, _KEYS), ", ".join(_KEYS)
    return SettingsError(
        f"unknown key `{key}` (expected {known})" + (f"; did you mean `{near}`?" if near else ""),
        fr=f"clé inconnue « {key} » (attendu : {known})" + (f" ; vouliez-vous dire « {near} » ?" if near else ""),
    )


def _name(value: Any) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > MAX_LENGTH:
        raise SettingsError(
            f'write it as name = "Cabinet Martin" ({MAX_LENGTH} characters at most)',
            fr=f'à écrire name = "Cabinet Martin" ({MAX_LENGTH} caractères au plus)',
        )
    return value


def _contact(value: Any) -> tuple[str, ...]:
    lines = value if isinstance(value, list) else [value]
    if not all(isinstance(line, str) and len(line) <= MAX_LENGTH for line in lines) or len(lines) > 6:
        raise SettingsError(
            'write it as contact = ["12 rue du Marché", "03 88 00 00 00"] (six lines at most)',
            fr='à écrire contact = ["12 rue du Marché", "03 88 00 00 00"] (six lignes au plus)',
        )
    return tuple(lines)


def _accent(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise SettingsError(
            f'{value!r} is not a colour: write it as accent = "{ACCENT}"',
            fr=f'{value!r} n\'est pas une couleur : à écrire accent = "{ACCENT}"',
        )
    if (found := contrast(value, "#ffffff")) < MIN_CONTRAST:
        raise SettingsError.of("settings.too-light", value=value, found=f"{found:.1f}", least=str(MIN_CONTRAST))
    return value.lower()


def _site(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"https?://[^\s\"'<>\\?#]+", value) or len(value) > MAX_LENGTH:
        raise SettingsError.of("settings.site")
    return value.removesuffix("index.html").rstrip("/")


def _logo(folder: Path, value: Any) -> Logo:
    if not isinstance(value, str):
        raise SettingsError(
            'write it as logo = "logo.png", beside the settings file',
            fr='à écrire logo = "logo.png", à côté du fichier de réglages',
        )
    path = folder / value
    data = _read(path, MAX_LOGO)
    kind = next((kind for mark, kind in _KINDS.items() if data.startswith(mark)), None)
    if kind is None:
        raise SettingsError.of("settings.no-picture", path=path)
    from petr_advisor.documents.typesetting import TypesettingError, typeset  # noqa: PLC0415 - only a logo needs it

    logo = Logo(kind=kind, data=data)
    try:
        typeset({"drawings": [], "logo": as_data(logo)}, "png", source="drawings.typ", ppi=20)
    except TypesettingError as error:
        raise SettingsError.of("settings.picture-not-shown", path=path) from error
    return logo


def as_data(logo: Logo) -> dict[str, Any]:
    """Give a logo as the data that pages are set with."""
    return {"kind": {"png": "png", "jpeg": "jpg"}[logo.kind], "bytes": list(logo.data)}
