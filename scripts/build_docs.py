"""Rebuild `docs/commands.md`: every command with what it really prints.

Usage: python scripts/build_docs.py

Outputs are cut after a few lines; those that depend on the day are given one.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "commands.md"
CASE = "examples/loire-beauce/dossier.yaml"
LINES, WIDTH = 14, 150

COMMANDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "explain": ("Ce qui découle d'un dossier.", (CASE, "--engine", "native")),
    "explain --short": ("La réponse à chaque question et ce qui la décide.", (CASE, "--engine", "native")),
    "explain --why-not maptam-79-ii": ("Pourquoi une voie est fermée.", (CASE, "--engine", "native")),
    "explain --what-would-it-take project-updated": ("Ce qui l'ouvrirait.", (CASE, "--engine", "native")),
    "compare": (
        "Deux dossiers, ou le même hier et aujourd'hui.",
        (CASE, "--as-of", "2014-06-15", "--as-of", "2026-11-24", "--engine", "native"),
    ),
    "roadmap": ("Qui fait quoi, et quand.", (CASE, "--engine", "native")),
    "calendar": ("Les échéances, pour un agenda.", (CASE, "-o", "{out}/echeances.ics", "--engine", "native")),
    "map": ("Les membres sur leur terrain.", ("marennes-oleron", "-o", "{out}/carte.svg", "--engine", "native")),
    "acts": ("Les projets d'actes du parcours, à faire relire.", (CASE, "-o", "{out}/actes", "--engine", "native")),
    "questionnaire": (
        "Ce qu'il reste à éclaircir, par personne à interroger.",
        (CASE, "-o", "{out}/a-eclaircir.docx", "--engine", "native"),
    ),
    "answer": (
        "Les réponses qui reviennent, et ce qu'elles changent.",
        (CASE, "docs/reponses.txt", "--engine", "native"),
    ),
    "report": ("La note à remettre.", (CASE, "-o", "{out}/note.pdf", "--engine", "native")),
    "evaluate": ("Des cas rejoués contre ce qui est attendu.", ("scenarios/conflicts", "--engine", "all")),
    "batch": (
        "Beaucoup de dossiers d'un coup : une ligne par voie, une ligne par obligation.",
        ("scenarios/services/answers", "-o", "{out}/voies.csv"),
    ),
    "perimeter": (
        "Quels voisins pourraient former un PETR avec nous.",
        ("--around", "Vallée de la Bruche", "--as-of", "2026-11-24"),
    ),
    "check": ("Toute la base relue.", ()),
    "coverage": ("Ce que les cas montrent de la base.", ("scenarios/conflicts",)),
    "schema": ("La forme d'un fichier de règles, pour un éditeur.", ()),
    "site": ("Le droit, en pages.", ("scenarios/conflicts", "-o", "{out}/site")),
    "mcp --tools": ("Les outils d'un assistant (Model Context Protocol).", ()),
    "api --openapi": ("L'interface HTTP pour d'autres programmes, décrite (OpenAPI).", ()),
    "serve": ("La consultation dans un navigateur, à plusieurs, chacun son dossier.", ("--help",)),
    "ask": ("Les questions en texte simple (ici, l'entrée s'arrête aussitôt).", ("change", "--engine", "native")),
}
"""By command line: what it is for, and the arguments that come after."""


def main() -> None:
    """Run everything and write the page."""
    parts = ["# Les commandes, et ce qu'elles impriment\n", "Page faite par `make docs` ; sorties coupées.\n"]
    with tempfile.TemporaryDirectory() as out:
        for line, (purpose, arguments) in COMMANDS.items():
            given = [*line.split(), *(argument.replace("{out}", out) for argument in arguments)]
            parts.append(_section(line, purpose, given, out))
    PAGE.write_text("\n".join(parts), encoding="utf-8")
    print(PAGE)


def _section(line: str, purpose: str, given: list[str], out: str) -> str:
    found = subprocess.run(
        [sys.executable, "-m", "petr_advisor", *given],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        input="",
        env={**os.environ, "PETR_ADVISOR_HOME": f"{out}/home"},
    )
    said = [*found.stdout.replace(out, "/dossier").splitlines()]
    if found.returncode or not said:
        raise SystemExit(f"{line}: {found.stderr}")
    shown = [text if len(text) <= WIDTH else f"{text[: WIDTH - 1]}…" for text in said[:LINES]]
    more = ["…"] if len(said) > LINES else []
    typed = " ".join(given).replace(out, "/dossier")
    return "\n".join([f"## `{line}`\n", f"{purpose}\n", "```", f"$ petr-advisor {typed}", *shown, *more, "```\n"])


if __name__ == "__main__":
    main()
