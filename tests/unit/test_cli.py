"""The command line: exit codes, and errors that a person can act on."""

import json
import os
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch

import pytest

from petr_advisor.cli import main
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.dossiers import names
from tests.saved_files import as_file, kept, rewrite

SMALL = Path(__file__).parent / "small"
SCENARIO = """
title: {fr: "Un syndicat fermé", en: "A closed syndicate"}
origin: {kind: made, reference: "test"}
as_of: 2026-11-24
members:
  - {kind: cc, population: 60000, name: "CC"}
  - {kind: commune, population: 20000, name: "Bourg"}
answers: {structure.form: closed, communes.pointless: yes, procedure.begun: no}
expect:
  options: {transform: conditional, create: open}
  cures: {exit: available}
variants:
  early:
    title: {fr: "En 2014", en: "In 2014"}
    as_of: 2014-06-01
    expect:
      options: {transform: closed}
      cures: {exit: unavailable}
"""


def run(*arguments: str, home: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command in this process, quickly; what a process of its own adds is tested in `test_circumstances`."""
    out, err = (TextIOWrapper(BytesIO(), "utf-8") for _ in range(2))
    said = TextIOWrapper(BytesIO(stdin.encode()), "utf-8")
    with (
        patch.dict(os.environ, {"PETR_ADVISOR_HOME": str(home), "COLUMNS": "100"}),
        patch.multiple(sys, argv=["petr-advisor", *arguments], stdin=said, stdout=out, stderr=err),
        pytest.raises(SystemExit) as left,
    ):
        main()
    for stream in (out, err):
        stream.seek(0)
    return subprocess.CompletedProcess(arguments, int(left.value.code or 0), out.read(), err.read())


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(SCENARIO, encoding="utf-8")
    return path


def test_evaluate(scenario: Path, home: Path) -> None:
    """0 when all holds, 1 with the difference and its proof when not, 2 for a bad file."""
    good = run("evaluate", str(scenario), "--knowledge", str(SMALL), "--engine", "all", home=home)
    assert (good.returncode, "2 passed, 0 failed" in good.stdout) == (0, True), good.stdout + good.stderr
    scenario.write_text(SCENARIO.replace("transform: conditional", "transform: open"), encoding="utf-8")
    bad = run("evaluate", str(scenario), "--knowledge", str(SMALL), home=home)
    assert bad.returncode == 1
    assert "options.transform: expected open, found conditional" in bad.stdout
    scenario.write_text(
        SCENARIO.replace("options: {transform: conditional", "options: {transfrm: conditional"), encoding="utf-8"
    )
    wrong = run("evaluate", str(scenario), "--knowledge", str(SMALL), home=home)
    assert wrong.returncode == 2
    assert "case.yaml:10" in wrong.stderr
    assert "« transfrm » n’est pas dans la base de règles. Vouliez-vous dire « transform » ?" in wrong.stderr


@pytest.mark.parametrize("form", ["json", "junit"])
def test_formats(scenario: Path, home: Path, form: str) -> None:
    """Results for machines are well formed."""
    import json  # noqa: PLC0415
    from xml.etree import ElementTree as ET  # noqa: PLC0415

    found = run("evaluate", str(scenario), "--knowledge", str(SMALL), "--format", form, home=home)
    if form == "json":
        assert [row["passed"] for row in json.loads(found.stdout)["results"]] == [True, True]
    else:
        assert ET.fromstring(found.stdout).get("tests") == "2"  # noqa: S314 - our own output


def test_explain(scenario: Path, home: Path) -> None:
    """A conclusion with its proof; why an option is not open, with its cure and what would then remain."""
    found = run("explain", str(scenario), "--why-not", "transform", "--knowledge", str(SMALL), home=home)
    assert "Remède possible : sortie" in found.stdout
    variant = run(
        "explain", f"{scenario}#early", "--why-not", "transform", "--lang", "en", "--knowledge", str(SMALL), home=home
    )
    assert "does not exist on 1 June 2014 (since 9 August 2015)" in variant.stdout
    nothing = run("explain", str(scenario), "option:nothing", "--knowledge", str(SMALL), home=home)
    assert nothing.returncode == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"a: &x [1]\nb: *x\n", "anchors and aliases"),
        (b"a: !!python/object/apply:os.system ['true']\n", "is not allowed"),
        (b"title: 1\n", "title"),
        (b"x" * 2_000_000, "larger than"),
        (b"[" * 500, "nested more than"),
        (b"", "not a scenario"),
    ],
    ids=["encoding", "alias", "tag", "form", "size", "depth", "empty"],
)
def test_a_bad_or_hostile_file(tmp_path: Path, home: Path, content: bytes, words: str) -> None:
    """One clear error, exit code 2, never a traceback."""
    path = tmp_path / "bad.yaml"
    path.write_bytes(content)
    found = run("evaluate", str(path), "--knowledge", str(SMALL), "--lang", "en", home=home)
    assert found.returncode == 2
    assert words in found.stderr
    assert "Traceback" not in found.stderr


def test_plain_through_a_pipe(home: Path) -> None:
    """A consultation held through a pipe is saved, and resumed by name."""
    first = run("--plain", "--knowledge", str(SMALL), "--resume", "nowhere", "--lang", "en", home=home)
    assert first.returncode == 2
    assert "no saved consultation" in first.stderr
    french = run("--plain", "--knowledge", str(SMALL), "--resume", "nowhere", home=home)
    assert "aucune consultation enregistrée" in french.stderr
    held = run("--plain", "--knowledge", str(SMALL), "--lang", "en", home=home, stdin="closed\n?\n")
    assert "Which form?" in held.stdout
    name = held.stderr.split()[-1]
    again = run("--plain", "--knowledge", str(SMALL), "--resume", name, home=home)
    assert "Quelle forme" not in again.stdout


def test_two_consultations_of_a_day_do_not_share_a_file(home: Path) -> None:
    """What was answered for one territory is not written over by the next, named or not."""
    plain = ("--plain", "--knowledge", str(SMALL))
    for said in ("closed\n", "association\n"):
        run(*plain, home=home, stdin=said)
    assert len(names()) == 2
    named = run(*plain, "--name", "Pays d’Été", home=home, stdin="closed\n")
    assert "--resume pays-d-ete" in named.stderr
    before = kept("pays-d-ete")
    again = run(*plain, "--name", "Pays d'été", home=home, stdin="association\n")
    assert (again.returncode, "déjà enregistrée" in again.stderr) == (2, True)
    on = run(*plain, "--resume", "pays-d-ete", home=home, stdin="?\n")
    assert "Enregistrée sous « Pays d’Été »" in on.stderr
    assert kept("pays-d-ete") != before


def test_nothing_said_is_not_said_to_be_saved(home: Path) -> None:
    assert "--resume" not in run("--plain", "--knowledge", str(SMALL), home=home).stderr


def test_a_folder_that_cannot_be_written(home: Path) -> None:
    """Each answer is taken, the failure is told, nothing is said to be saved, and the end is a failure too."""
    taken = home / "taken"
    taken.write_text("not a folder", encoding="utf-8")
    found = run("--plain", "--knowledge", str(SMALL), home=taken, stdin="closed\n")
    assert "! impossible d’enregistrer" in found.stdout
    assert "--resume" not in found.stderr
    assert (found.returncode, "n’ont pas pu être enregistrées" in found.stderr) == (2, True)


@pytest.mark.parametrize(
    ("closed", "code", "said"),
    [("<&-", 0, ""), (">&-", 2, "il n’y a pas de sortie où écrire\n"), ("2>&-", 0, ""), ("<&- >&- 2>&-", 2, "")],
)
def test_closed_streams(home: Path, closed: str, code: int, said: str) -> None:
    """Without an input it ends as at the end of a file; with nowhere to write it says so, where it can."""
    command = f"{sys.executable} -m petr_advisor --plain --knowledge {SMALL} {closed}"
    environment = {**os.environ, "PETR_ADVISOR_HOME": str(home)}
    found = subprocess.run(  # noqa: S602
        command, shell=True, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, env=environment
    )
    assert (found.returncode, found.stderr) == (code, said)


@pytest.mark.parametrize("letters", ["ascii", "latin-1"])
def test_a_terminal_that_lacks_letters(home: Path, letters: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A letter that it lacks, or that cannot be read, is replaced, and nothing stops for it."""
    monkeypatch.setenv("PYTHONIOENCODING", letters)
    found = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "petr_advisor", "--plain", "--knowledge", str(SMALL)],
        input=b"\xe9\xff\nclosed\n", capture_output=True, check=False,
        env={**os.environ, "PETR_ADVISOR_HOME": str(home)},
    )  # fmt: skip
    assert (found.returncode, b"internal error" in found.stderr) == (0, False)
    assert len(names()) == 1


def test_what_a_saved_consultation_lost_is_told(home: Path, consultation: Consultation) -> None:
    """A document made without an answer that the rule base no longer knows says so, in the language."""
    path = as_file(consultation.answer("structure.form", "closed"), "Pays")
    gone = {"answer": ["structure.gone", None], "value": "yes", "by": "user"}
    rewrite(path, lambda data: data["events"].append(gone))
    found = run("explain", "Pays", "--knowledge", str(SMALL), home=home)
    assert (found.returncode, "! réponse non reprise" in found.stderr) == (0, True)


def test_ask_one_key_question(home: Path) -> None:
    """Only the key questions named are asked; one that does not exist is told with its nearest name."""
    held = run("ask", "project", "--lang", "en", home=home, stdin="association\nno\n")
    assert "Do without a territorial project" in held.stdout
    assert "What can the existing body become" not in held.stdout
    wrong = run("ask", "projet", "--lang", "en", home=home)
    assert wrong.returncode == 2
    assert "project" in wrong.stderr
    assert "Traceback" not in wrong.stderr


def test_a_calendar_that_cannot_be_written(home: Path, scenario: Path, tmp_path: Path) -> None:
    """A name too long, a folder that is not there: one sentence, and nothing is left."""
    for name, why in (("x" * 300 + ".ics", "ne peut pas être un nom"), ("nowhere/x.ics", "n’est pas un dossier")):
        found = run("calendar", str(scenario), "-o", str(tmp_path / name), "--knowledge", str(SMALL), home=home)
        assert (found.returncode, why in found.stderr) == (2, True), found.stderr
    assert list(tmp_path.glob("*.ics")) == list(tmp_path.glob(".petr-*")) == []


def test_the_options_of_a_case_are_named(home: Path, scenario: Path) -> None:
    """An option far from any name is answered with those there are, whatever the command."""
    base = ("--knowledge", str(SMALL))
    for command in (("explain", str(scenario), "--why-not", "zzz"), ("roadmap", str(scenario), "--option", "zzz")):
        found = run(*command, *base, home=home)
        assert (found.returncode, "celles de ce cas : transform, create" in found.stderr) == (2, True), found.stderr
    assert "clé inconnue « zzz » : " in run("ask", "zzz", *base, home=home).stderr


def test_a_plan_of_what_is_not_proposed_says_so(home: Path, tmp_path: Path) -> None:
    """While points are to be settled nothing is planned, and no calendar is written: all say the same."""
    name = str(Path(__file__).parents[2] / "scenarios" / "evolution" / "real" / "ariege.yaml")
    waiting = run("explain", name, home=home).stdout
    assert "→ Le dossier ne permet pas encore de proposer une voie" in waiting
    output = tmp_path / "plan.ics"
    for command in (("roadmap", name), ("calendar", name, "-o", str(output))):
        found = run(*command, home=home)
        assert (found.returncode, "des points sont à trancher d’abord" in found.stderr) == (2, True), found.stderr
    assert not output.exists()


def test_bad_arguments(home: Path) -> None:
    assert run("--as-of", "yesterday", "--plain", home=home).returncode == 2
    assert run("evaluate", "/no/such/place", "--knowledge", str(SMALL), home=home).returncode == 2
    assert run("check", "--knowledge", "/no/such/place", home=home).returncode == 2


def test_the_schema_of_a_report_says_its_version(home: Path) -> None:
    """A reader of the JSON form can check a file without the library."""
    found = json.loads(run("schema", "report", home=home).stdout)
    assert found["properties"]["format"]["const"] == 5
    assert "Rule base" in json.loads(run("schema", home=home).stdout)["title"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["explain", "maconnais", "--why-not", "l5741-5"],
        ["explain", "maconnais", "--what-would-it-take", "l5741-5"],
        ["explain", "maconnais", "option:nothing"],
        ["explain", "maconnais", "--as-of", "tomorrow"],
        ["explain", "maconnais", "--as-of", "1999-01-01"],
        ["compare", "maconnais"],
        ["roadmap", "maconnais", "--option", "l5741-5"],
        ["roadmap", "maconnais", "--start", "1999-01-01"],
        ["report", "maconnais", "-o", "x.odt"],
        ["report", "maconnais", "-o", "none/x.docx"],
        ["calendar", "maconnais", "-o", "none/x.ics"],
        ["site", "-o", "none/x"],
    ],
)
def test_a_slip_is_told_in_the_language_asked(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """What a person may type wrong is told in French, or in English with `--lang en`, and never by a traceback."""
    monkeypatch.chdir(tmp_path)
    told = []
    for code in ("fr", "en"):
        monkeypatch.setattr(sys, "argv", ["petr-advisor", *arguments, "--lang", code])
        with pytest.raises(SystemExit) as left:
            main()
        assert left.value.code == 2
        told.append(capsys.readouterr().err)
    assert told[0].strip()
    assert told[0] != told[1]
    assert "internal error" not in "".join(told)
