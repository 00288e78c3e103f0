"""Make every output of the two dossiers under `examples/`: `make examples` after a change of the rule base.

The day the documents bear is fixed, so that the same rule base gives the same texts.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from petr_advisor.checking import load
from petr_advisor.commands.acts import acts
from petr_advisor.commands.compare import compare_text
from petr_advisor.commands.dossiers import find_dossier
from petr_advisor.commands.explain import conclusions_text, what_would_it_take_text, why_not_text
from petr_advisor.commands.map import draw
from petr_advisor.commands.roadmap import roadmap_text, write_calendar
from petr_advisor.commands.settings import Settings
from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.model import Report
from petr_advisor.documents.settings import read_settings
from petr_advisor.documents.sizes import Size
from petr_advisor.documents.writing import render, write_report
from petr_advisor.inference.engines import engine
from petr_advisor.words.texts import Language

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
MADE_ON = date(2026, 11, 25)
FORMATS = (".docx", ".pdf", ".html", ".md", ".json", ".pptx", ".xlsx")
"""Those of the note."""
LONGER: dict[Size, tuple[str, ...]] = {"report": (".pdf",), "file": (".md",)}
"""The formats of the longer sizes: what an adviser hands over, and a text in which a change of the law is read."""


@dataclass(frozen=True)
class Example:
    """A dossier, the language of its outputs and what is explained in them."""

    folder: str
    language: Language
    why_not: str
    """An option that is not open."""
    takes: str
    """The option of which it is told what it would take."""
    then: date
    now: date

    @property
    def dossier(self) -> Path:
        """The scenario's file."""
        return EXAMPLES / self.folder / "dossier.yaml"


EXAMPLES_MADE = (
    Example("loire-beauce", "fr", "maptam-79-ii", "project-updated", date(2014, 6, 15), MADE_ON),
    Example("midi-quercy", "en", "project-kept", "project-updated", date(2014, 6, 15), MADE_ON),
)
NAMES: dict[Language, dict[str, str]] = {
    "fr": {
        "note": "note-aux-elus", "report": "rapport", "file": "dossier-complet",
        "calendar": "echeances.ics", "roadmap": "feuille-de-route.txt",
        "explain": "conclusions.txt", "why_not": "pourquoi-pas.txt", "takes": "ce-qu-il-faudrait.txt",
        "compare": "hier-et-aujourd-hui.txt", "map": "carte.svg", "acts": "actes",
    },
    "en": {
        "note": "note-to-members", "report": "report", "file": "whole-file",
        "calendar": "deadlines.ics", "roadmap": "roadmap.txt",
        "explain": "conclusions.txt", "why_not": "why-not.txt", "takes": "what-it-would-take.txt",
        "compare": "then-and-now.txt", "map": "map.svg", "acts": "acts",
    },
}  # fmt: skip


def texts(example: Example) -> dict[str, str]:
    """Give the outputs that are plain text, by file name."""
    case, names = str(example.dossier), NAMES[example.language]
    settings = Settings(example.language)
    return {
        names["roadmap"]: roadmap_text(case, settings),
        names["explain"]: conclusions_text(case, settings),
        names["why_not"]: why_not_text(case, example.why_not, settings),
        names["takes"]: what_would_it_take_text(case, example.takes, settings),
        names["compare"]: compare_text(case, (), [example.then, example.now], settings),
        f"{names['note']}.md": render(report_of(example), ".md").decode(),
        f"{names['file']}.md": render(report_of(example, "file"), ".md").decode(),
    }


def report_of(example: Example, size: Size = "note") -> Report:
    """Build the document of a dossier in a size."""
    found = find_dossier(str(example.dossier), load())
    return build(
        found.consultation(engine("native"), None),
        example.language,
        read_settings(EXAMPLES / "adviser.toml"),
        MADE_ON,
        territory=found.territory.in_(example.language) if found.territory else None,
        subtitle=found.title.in_(example.language),
        extent=extent_of(size),
    )


def drafts(example: Example, folder: Path) -> str:
    """Draft the acts of a dossier, those drafted before taken away: they are no work of anybody."""
    for old in folder.glob("*.docx"):
        old.unlink()
    return acts(str(example.dossier), folder, Settings(example.language), adviser=EXAMPLES / "adviser.toml")


def main() -> None:
    """Write everything."""
    for example in EXAMPLES_MADE:
        folder, names = EXAMPLES / example.folder, NAMES[example.language]
        for name, text in texts(example).items():
            (folder / name).write_text(text.rstrip("\n") + "\n", encoding="utf-8")
        sizes: dict[Size, tuple[str, ...]] = {"note": FORMATS, **LONGER}
        for size, suffixes in sizes.items():
            report = report_of(example, size)
            for suffix in suffixes:
                write_report(report, folder / f"{names[size]}{suffix}", overwrite=True)
        stamp = datetime(MADE_ON.year, MADE_ON.month, MADE_ON.day, tzinfo=UTC)
        settings = Settings(example.language)
        print(draw(str(example.dossier), folder / names["map"], settings, overwrite=True))
        print(drafts(example, folder / names["acts"]))
        print(write_calendar(str(example.dossier), folder / names["calendar"], settings, overwrite=True, stamp=stamp))


if __name__ == "__main__":
    main()
