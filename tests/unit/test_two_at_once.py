"""Two windows, or two people, on the same consultations: nothing is lost, and each is told."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.saved import SavedError
from petr_advisor.dossiers import (
    HeldElsewhereError,
    begin,
    copy,
    names,
    resume,
    save,
    take_up,
)
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from tests.saved_files import another_hand, kept
from tests.unit.test_cli import SMALL, run

NATIVE = engine("native")


@contextmanager
def at_its_question(*arguments: str, home: Path) -> Iterator[subprocess.Popen[str]]:
    """Start a consultation at plain prompts, and wait until it asks."""
    command = [sys.executable, "-m", "petr_advisor", *arguments, "--knowledge", str(SMALL), "--lang", "en"]
    environment = {**os.environ, "PETR_ADVISOR_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(  # noqa: S603
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        while "to settle" not in (line := process.stdout.readline()):
            assert line, process.communicate()[1]
        yield process
        process.kill()


def test_the_second_window_is_refused_and_told(consultation: Consultation, home: Path) -> None:
    """It says who has the consultation open; a copy may be made; once the first is killed, it is free."""
    save(consultation.dont_know("structure.form"), "Pays")
    before = kept("pays")
    with at_its_question("--plain", "--resume", "pays", home=home) as first:
        second = run("--plain", "--resume", "pays", "--knowledge", str(SMALL), home=home, stdin="1\n")
        assert second.returncode == 2
        assert "déjà ouverte ailleurs depuis le" in second.stderr
        assert f"processus {first.pid}" in second.stderr
        copied = run(
            "--plain", "--resume", "pays", "--name", "Autre", "--knowledge", str(SMALL), home=home, stdin="1\n"
        )
        assert (copied.returncode, "--resume autre" in copied.stderr) == (0, True)
        assert kept("pays") == before
        first.send_signal(signal.SIGKILL)
        first.wait()
        third = run("--plain", "--resume", "pays", "--knowledge", str(SMALL), home=home, stdin="1\n")
        assert (third.returncode, "--resume pays" in third.stderr) == (0, True)
    assert set(names()) == {"pays", "autre"}


def test_two_begun_together_take_two_names(home: Path) -> None:
    """Neither has saved anything when the other begins, and yet both are kept."""
    with at_its_question("--plain", home=home) as first, at_its_question("--plain", home=home) as second:
        told = [process.communicate("closed\nq\n")[1] for process in (first, second)]
    assert len({line for text in told for line in text.splitlines() if "Saved under" in line}) == 2
    assert len(names()) == 2


def test_a_name_is_given_to_one_only() -> None:
    """Held, though nothing is saved under it yet; left without an answer, it is free again."""
    first, second, long = begin("Pays"), begin("Pays"), [begin("x" * 200) for _ in range(2)]
    assert (first.slug, second.slug) == ("pays", "pays-2")
    assert long[0].slug != long[1].slug
    first.release()
    again = begin("Pays")
    assert again.slug == first.slug
    for held in (second, again, *long):
        held.release()


def test_what_another_hand_wrote_is_not_written_over(consultation: Consultation, small: KnowledgeBase) -> None:
    """Whoever does not know of locks, such as a program that brings files up to date, loses nothing either."""
    save(consultation, "Pays")
    held, found = take_up("pays", small, NATIVE)
    other = another_hand("pays")
    told = held.keep(found.consultation.dont_know("structure.form"))
    assert told is not None
    assert "« Pays (2) »" in told.fr
    assert held.keep(found.consultation.answer("structure.form", "closed")) is None
    assert kept("pays") == other
    assert len(resume("Pays (2)", small, NATIVE).consultation.events) == 1
    held.release()


def test_without_locks_nothing_is_lost(consultation: Consultation, small: KnowledgeBase, home: Path) -> None:
    """Where the system has no lock to give, what is saved is compared: the second goes apart, and is told."""
    (home / "open").write_text("no folder for locks", encoding="utf-8")
    first, second = begin("Pays"), begin("Pays")
    assert first.slug == second.slug
    assert first.keep(consultation.answer("structure.form", "closed")) is None
    assert second.keep(consultation.dont_know("structure.form")) is not None
    assert (first.slug, second.slug) == ("pays", "pays-2")
    one, two = take_up("pays", small, NATIVE)[0], take_up("pays", small, NATIVE)[0]
    assert one.keep(consultation.answer("structure.form", "association")) is None
    assert two.keep(consultation.answer("structure.form", "open")) is not None
    assert sorted(names()) == ["pays", "pays-2", "pays-3"]


def test_held_in_the_same_program(consultation: Consultation, small: KnowledgeBase) -> None:
    """A consultation is taken up once; a copy of it has a name of its own; saving over it is refused."""
    save(consultation, "Pays")
    held, _ = take_up("pays", small, NATIVE)
    with pytest.raises(HeldElsewhereError) as raised:
        take_up("pays", small, NATIVE)
    assert raised.value.told("fr") != raised.value.told("en")
    with pytest.raises(HeldElsewhereError):
        save(consultation, "Pays")
    apart, found = copy("pays", small, NATIVE)
    assert (apart.name, found.name) == ("Pays (2)", "Pays")
    with pytest.raises(SavedError, match="already saved"):
        copy("pays", small, NATIVE, under="Pays")
    apart.release()
    held.release()
    take_up("pays", small, NATIVE)[0].release()


def test_a_lock_that_nobody_signed(consultation: Consultation, small: KnowledgeBase, home: Path) -> None:
    """Who holds it is not known, and the rest is said."""
    save(consultation, "Pays")
    held, _ = take_up("pays", small, NATIVE)
    (home / "open" / "pays.lock").write_text("?", encoding="utf-8")
    with pytest.raises(HeldElsewhereError, match=r"open elsewhere\. Leave"):
        take_up("pays", small, NATIVE)
    held.release()


def test_never_half_read(consultation: Consultation, small: KnowledgeBase) -> None:
    """Whoever reads while another writes has the file as it was before or after."""
    short = consultation.dont_know("structure.form")
    long = consultation.list_entities("member", {f"m{n}": {"member.kind": "cc"} for n in range(150)})
    held, stop = begin("Pays"), threading.Event()
    held.keep(short)

    def write() -> None:
        while not stop.is_set():
            held.keep(long)
            held.keep(short)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        reads = (len(resume("Pays", small, NATIVE).consultation.state.lists) for _ in range(2_000))
        seen = set[int]()
        for number, found in enumerate(reads):
            seen.add(found)
            if number > 150 and len(seen) == 2:
                break
    finally:
        stop.set()
        writer.join()
        held.release()
    assert seen == {0, 1}


def test_the_lock_says_who(consultation: Consultation, small: KnowledgeBase, home: Path) -> None:
    """As long as it is held, and no longer."""
    save(consultation, "Pays")
    held, _ = take_up("pays", small, NATIVE)
    signature = home / "open" / "pays.lock"
    assert json.loads(signature.read_text(encoding="utf-8"))["process"] == os.getpid()
    held.release()
    assert signature.read_bytes() == b""
