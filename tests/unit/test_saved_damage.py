"""Saved files that are damaged, of another version, or no files: told apart in words, and left as they were."""

import json
import os
import random
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
from petr_advisor.consulting.saved import SavedError, begin, begin_as, names, resume, save, take_up
from petr_advisor.files.writing import ABANDONED
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from tests.saved_files import rewrite
from tests.unit.test_cli import SMALL
from tests.unit.test_saved import full

NATIVE = engine("native")
NOBODY = 65534


def test_no_flip_and_no_cut_goes_unseen(consultation: Consultation, small: KnowledgeBase) -> None:
    """One bit turned, or the end lost: the file is never taken for a consultation."""
    path = save(full(consultation), "x")
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
    path = save(full(consultation), "x")
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
    path = save(said, "x")
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
        monkeypatch.setenv("PETR_ADVISOR_HOME", name)
        root = os.geteuid() == 0
        if root:
            os.seteuid(NOBODY)
        try:
            yield Path(name)
        finally:
            if root:
                os.seteuid(0)


def test_a_folder_that_may_not_be_entered(consultation: Consultation, small: KnowledgeBase, place: Path) -> None:
    """Nothing is listed, taken up or begun, and it is said why."""
    path = save(consultation, "Pays")
    held, found = take_up("Pays", small, NATIVE)
    path.parent.chmod(0)
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
    path.parent.chmod(0o700)
    assert held.keep(found.consultation) is None
    held.release()


def test_a_file_that_may_not_be_read(consultation: Consultation, small: KnowledgeBase, place: Path) -> None:
    """It is not called damaged."""
    path = save(consultation, "Pays")
    path.chmod(0)
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
    held.path.mkdir(parents=True)
    assert held.keep(consultation) is not None
    assert held.path.stem == "pays-2"
    held.release()


def test_a_full_disk(home: Path) -> None:
    """Each answer is taken, the failure is told in words, and the end is a failure; nothing is left beside."""
    command = f"ulimit -f 0; exec {sys.executable} -m petr_advisor --plain --knowledge {SMALL}"
    environment = {**os.environ, "PETR_ADVISOR_HOME": str(home)}
    found = subprocess.run(  # noqa: S602
        command, shell=True, input="closed\n", capture_output=True, text=True, check=False, env=environment
    )
    assert "le fichier serait trop gros" in found.stdout
    assert (found.returncode, "n’ont pas pu être enregistrées" in found.stderr) == (2, True)
    assert list((home / "consultations").iterdir()) == []


def test_what_a_killed_program_left_is_swept(consultation: Consultation, home: Path) -> None:
    """What has stood beside for long goes at the next saving; what may be in use stays, and so does all else."""
    folder = home / "consultations"
    folder.mkdir()
    old, young, other = (folder / name for name in (".petr-old.tmp", ".petr-young.tmp", ".other.tmp"))
    for path in (old, young, other):
        path.write_text("half", encoding="utf-8")
    for path in (old, other):
        os.utime(path, (time.time() - ABANDONED - 1,) * 2)
    save(consultation, "Pays")
    assert sorted(path.name for path in folder.iterdir()) == [".other.tmp", ".petr-young.tmp", "pays.json"]
