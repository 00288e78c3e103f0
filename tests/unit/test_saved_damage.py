"""Saved files that are damaged, of another version, or no files: told apart in words, and left as they were."""

import contextlib
import json
import os
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from petr_advisor.cli import main
from petr_advisor.consulting.answers import Answered, Listed
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.saved import SavedError
from petr_advisor.dossiers import begin, begin_as, names, on_sqlite, resume, save, take_up
from petr_advisor.files.locations import database_file
from petr_advisor.files.writing import ABANDONED, keep
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from tests.saved_files import as_file, kept, rewrite
from tests.unit.test_cli import SMALL
from tests.unit.test_saved import full

NATIVE = engine("native")
NOBODY = 65534


def test_no_flip_and_no_cut_goes_unseen(consultation: Consultation, small: KnowledgeBase) -> None:
    """One bit turned, or the end lost: the file is never taken for a consultation."""
    path = as_file(full(consultation), "x")
    whole, draw, seen = path.read_bytes(), random.Random(8), 0  # noqa: S311 - damage, not secrets
    for number in range(300):
        damaged = bytearray(whole)
        if number % 5:
            damaged[draw.randrange(len(whole))] ^= 1 << draw.randrange(8)
        else:
            del damaged[draw.randrange(len(whole)) :]
        path.write_bytes(damaged)
        with pytest.raises(SavedError) as raised:
            resume("x", small, NATIVE)
        seen += "abîmé" in raised.value.fr
    assert seen == 300


def test_another_version_is_not_damage(consultation: Consultation, small: KnowledgeBase) -> None:
    """A file of a later version is left to it; one of the first, without a checksum, is read."""
    path = as_file(full(consultation), "x")
    rewrite(path, lambda data: None)
    assert resume("x", small, NATIVE).consultation.events == full(consultation).events
    rewrite_as_later(path)
    with pytest.raises(SavedError, match="another version"):
        resume("x", small, NATIVE)


def rewrite_as_later(path: Path) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**data, "format": 3}), encoding="utf-8")


def test_events_are_read_one_by_one_as_they_were_said(consultation: Consultation, small: KnowledgeBase) -> None:
    """Members that come and go: what was said of those gone is kept, and what does not fit is set apart."""
    said = consultation.list_entities("member", {"a": {}, "b": {}}).answer("member.vote", "for", "b")
    said = said.list_entities("member", {"a": {}}).answer("member.vote", "against", "a").cannot_list("member")
    path = as_file(said, "x")
    assert resume("x", small, NATIVE).consultation.events == said.events
    late = {"answer": ["member.vote", "a"], "value": "for", "by": "user"}
    rewrite(path, lambda data: data["events"].append(late))
    again = resume("x", small, NATIVE)
    assert again.consultation.state == said.state
    assert len(again.set_apart) == 1


def test_a_very_long_consultation_is_resumed_in_seconds(consultation: Consultation, small: KnowledgeBase) -> None:
    """Forty thousand events about members: the state is not made again for each of them."""
    listed = consultation.list_entities("member", {f"m{n}": {} for n in range(60)})
    votes = tuple(Answered(("member.vote", f"m{n % 60}"), "for") for n in range(40_000))
    long = type(consultation)(small, listed.as_of, listed.key_questions, NATIVE, listed.events + votes)
    save(long, "x")
    before = time.process_time()
    again = resume("x", small, NATIVE).consultation
    assert time.process_time() - before < 15
    assert isinstance(again.events[0], Listed)
    assert again.events == long.events


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home open to any account; whoever runs the tests is an ordinary one in it: root is refused nothing."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        Path(name).chmod(0o777)
        monkeypatch.setenv("PETR_ADVISOR_HOME", str(Path(name, "home")))
        root = os.geteuid() == 0
        if root:
            os.seteuid(NOBODY)
        try:
            Path(name, "home").mkdir()
            yield Path(name, "home")
        finally:
            if root:
                os.seteuid(0)


def test_a_folder_that_may_not_be_entered(consultation: Consultation, small: KnowledgeBase, place: Path) -> None:
    """Nothing is listed, taken up or begun, and it is said why; what is held goes on once the folder is open again."""
    save(consultation, "Pays")
    held, found = take_up("Pays", small, NATIVE)
    place.chmod(0)
    assert names() == ()
    for refused in (
        lambda: resume("Pays", small),
        lambda: take_up("Pays", small),
        lambda: begin("Autre"),
        lambda: begin_as("Autre"),
        lambda: held.keep(found.consultation.dont_know("structure.form")),
    ):
        with pytest.raises(SavedError) as raised:
            refused()
        assert "accès refusé" in raised.value.fr
    place.chmod(0o700)
    assert held.keep(found.consultation.dont_know("structure.form")) is None
    held.release()
    assert len(kept("pays")) == 1


def test_a_database_that_can_only_be_read(consultation: Consultation, small: KnowledgeBase, place: Path) -> None:
    """Dossiers are listed and read; an answer that cannot be saved is told, and kept for when it can be."""
    save(consultation.dont_know("structure.form"), "Pays")
    held, found = take_up("Pays", small, NATIVE)
    (place / "dossiers.db").chmod(0o400)
    place.chmod(0o555)
    assert names() == ("pays",)
    assert len(resume("Pays", small, NATIVE).consultation.events) == 1
    more = found.consultation.answer("structure.form", "closed")
    with pytest.raises(SavedError, match="access denied"):
        held.keep(more)
    (place / "dossiers.db").chmod(0o600)
    place.chmod(0o700)
    assert held.keep(more) is None
    held.release()
    assert len(kept("pays")) == 2


def test_a_database_that_may_not_be_read(consultation: Consultation, small: KnowledgeBase, place: Path) -> None:
    """It is not called damaged."""
    save(consultation, "Pays")
    (place / "dossiers.db").chmod(0)
    with pytest.raises(SavedError, match="access denied") as raised:
        resume("Pays", small)
    assert "abîmé" not in raised.value.fr


@pytest.mark.parametrize("kind", ["folder", "link", "pipe", "device"])
@pytest.mark.parametrize(
    "command",
    [["--plain", "--resume", "pays"], ["--plain", "--name", "pays"], ["explain", "pays"]],
    ids=["resume", "new", "explain"],
)
def test_what_is_no_file_is_refused(
    home: Path, kind: str, command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Words and code 2, without waiting for a pipe to speak."""
    path = home / "consultations" / "pays.json"
    path.parent.mkdir()
    match kind:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "link" | "device":
            path.symlink_to("/dev/zero" if kind == "device" else home / "nowhere")
    monkeypatch.setattr(sys, "argv", ["petr-advisor", *command, "--knowledge", str(SMALL)])
    with pytest.raises(SystemExit) as left:
        main()
    told = capsys.readouterr().err
    assert (left.value.code, told.count("\n")) == (2, 1)
    assert "pays" in told
    assert path.is_symlink() or path.exists()


def test_a_name_taken_by_a_folder_meanwhile(consultation: Consultation, home: Path) -> None:
    """The answers go apart, and it is told."""
    held = begin("Pays")
    (home / "consultations" / "pays.json").mkdir(parents=True)
    assert held.keep(consultation) is not None
    assert held.slug == "pays-2"
    held.release()


def test_a_full_disk(home: Path) -> None:
    """Each answer is taken, the failure is told in words, and the end is a failure."""
    command = f"ulimit -f 0; exec {sys.executable} -B -m petr_advisor --plain --knowledge {SMALL}"
    environment = {**os.environ, "PETR_ADVISOR_HOME": str(home)}
    found = subprocess.run(  # noqa: S602
        command, shell=True, input="closed\n", capture_output=True, text=True, check=False, env=environment
    )
    assert "! impossible d’enregistrer" in found.stdout
    assert (found.returncode, "n’ont pas pu être enregistrées" in found.stderr) == (2, True)
    assert names() == ()


def test_a_disk_that_fills_up(consultation: Consultation, small: KnowledgeBase, home: Path) -> None:
    """What was acknowledged stays, what comes then is told, and is saved once there is room again."""
    held = begin("Pays")
    held.keep(consultation.answer("structure.form", "closed"))
    said = consultation.answer("structure.form", "closed").list_entities(
        "member", {"m" * 900 + str(n): {} for n in range(100)}
    )
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, before[1]))
    try:
        with pytest.raises(SavedError, match="the disk"):
            held.keep(said)
        assert len(kept("pays")) == 1
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert held.keep(said) is None
    held.release()
    assert resume("Pays", small, NATIVE).consultation.events == said.events


def test_what_a_killed_program_left_is_swept(consultation: Consultation, home: Path) -> None:
    """What has stood beside for long goes when the program next keeps a file; what may be in use stays."""
    folder = home / "there"
    folder.mkdir()
    old, young, other = (folder / name for name in (".petr-old.tmp", ".petr-young.tmp", ".other.tmp"))
    for path in (old, young, other):
        path.write_text("half", encoding="utf-8")
    for path in (old, other):
        os.utime(path, (time.time() - ABANDONED - 1,) * 2)
    keep(folder / "pays.json", b"{}")
    assert sorted(path.name for path in folder.iterdir()) == [".other.tmp", ".petr-young.tmp", "pays.json"]


# -- the database --------------------------------------------------------------------------------------------------


def test_no_flip_in_the_database_gives_other_answers(consultation: Consultation, small: KnowledgeBase) -> None:
    """One bit turned, or the end lost: it is said, or the answers are those that were given."""
    save(full(consultation), "x")
    path, draw, seen = database_file(), random.Random(8), 0  # noqa: S311 - damage, not secrets
    whole = path.read_bytes()
    for number in range(300):
        damaged = bytearray(whole)
        if number % 5:
            damaged[draw.randrange(len(whole))] ^= 1 << draw.randrange(8)
        else:
            del damaged[draw.randrange(1, len(whole)) :]
        path.write_bytes(damaged)
        try:
            assert resume("x", small, NATIVE).consultation.events == full(consultation).events
        except SavedError:
            seen += 1
    assert seen > 60


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE entries SET content = replace(content, 'closed', 'open')",
        "UPDATE entries SET position = 0 WHERE number = 3",
        "UPDATE entries SET at = '2020-01-01T00:00:00+00:00' WHERE number = 1",
        "DELETE FROM entries WHERE number = 2",
        "DELETE FROM entries WHERE number = (SELECT max(number) FROM entries)",
        "UPDATE dossiers SET as_of = '2014-06-15'",
        "UPDATE dossiers SET name = 'y'",
    ],
)
def test_no_row_changes_unseen(consultation: Consultation, small: KnowledgeBase, change: str) -> None:
    """Each row is signed with those before it: a dossier that was tampered with is told as damaged."""
    save(full(consultation), "x")
    with contextlib.closing(sqlite3.connect(database_file())) as found, found:
        assert found.execute(change).rowcount > 0
    with pytest.raises(SavedError, match="damaged"):
        resume("x", small, NATIVE)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", "later version"),
        ("DROP TABLE alembic_version", "another program"),
    ],
)
def test_a_database_that_is_not_of_this_version(consultation: Consultation, change: str, said: str) -> None:
    """A later version's, or another program's: it is told as such, neither read nor written."""
    save(consultation, "Pays")
    with contextlib.closing(sqlite3.connect(database_file())) as found, found:
        found.execute(change)
    before = database_file().read_bytes()
    for refused in (lambda: begin("Autre"), lambda: save(consultation, "Pays")):
        with pytest.raises(SavedError, match=said) as raised:
            refused()
        assert raised.value.fr != str(raised.value)
    assert names() == ()
    assert database_file().read_bytes() == before


def test_a_file_that_is_no_database(consultation: Consultation) -> None:
    database_file().write_text("Cher journal, " * 100, encoding="utf-8")
    with pytest.raises(SavedError, match="damaged") as raised:
        begin("Pays")
    assert "copie de sauvegarde" in raised.value.fr
    assert database_file().read_text(encoding="utf-8").startswith("Cher journal")


def test_a_database_that_stays_locked(
    consultation: Consultation, small: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer is not lost: it is saved with the next one, when the other program has left."""
    monkeypatch.setattr("petr_advisor.dossiers.on_sqlite.PATIENCE", 0.1)
    on_sqlite._engine.cache_clear()
    held = begin("Pays")
    held.keep(consultation)
    said = consultation.answer("structure.form", "closed")
    with contextlib.closing(sqlite3.connect(database_file(), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(SavedError, match="another program"):
            held.keep(said)
        assert names() == ("pays",)
    assert held.keep(said) is None
    held.release()
    on_sqlite._engine.cache_clear()
    assert resume("Pays", small, NATIVE).consultation.events == said.events
