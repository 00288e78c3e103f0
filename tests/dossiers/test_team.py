"""A team's server: two people on one dossier, a server that goes away, what it refuses; never a password in words."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.saved import SavedError
from petr_advisor.dossiers import (
    begin,
    begin_as,
    listing,
    migrations,
    names,
    on_postgres,
    resume,
    save,
    take_up,
)
from petr_advisor.dossiers.place import place
from petr_advisor.files.faults import fault
from petr_advisor.files.locations import logs_folder, unsent_folder
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.serving.answering import Apart
from petr_advisor.serving.asked import Request
from tests import postgres
from tests.conftest import SMALL
from tests.saved_files import another_hand, kept
from tests.unit.test_cli import run

NATIVE = engine("native")


@pytest.fixture(autouse=True)
def database(server: postgres.Server, monkeypatch: pytest.MonkeyPatch) -> str:
    """Keep dossiers in a database of the test's own, and give its name."""
    name = server.database()
    monkeypatch.setenv("PETR_ADVISOR_DATABASE", server.address(name))
    return name


@pytest.fixture(autouse=True)
def kind() -> str:
    """Nothing here is about a file."""
    return "server"


def refused(act: Any) -> str:
    """Give what a person reads of a refusal, in both languages; it holds no password."""
    with pytest.raises(SavedError) as raised:
        act()
    told = f"{raised.value.fr}\n{raised.value}"
    assert postgres.PASSWORD not in told
    return told.replace("’", "'")


def test_the_second_is_told_who(consultation: Consultation, small: KnowledgeBase) -> None:
    """Who has it open, on which machine, since when; it is free once they leave, or are killed."""
    save(consultation, "Pays")
    writer = (
        "import sys, time; from petr_advisor.dossiers import begin_as; h = begin_as('Autre'); print(); time.sleep(99)"
    )
    with subprocess.Popen([sys.executable, "-c", writer], stdout=subprocess.PIPE) as other:  # noqa: S603
        assert other.stdout is not None
        other.stdout.readline()
        held, _ = take_up("Pays", small, NATIVE)
        assert f"process {os.getpid()}" in refused(lambda: take_up("pays", small, NATIVE))
        with pytest.raises(SavedError, match="already saved"):
            begin_as("Autre")
        other.kill()
    held.release()
    for name in ("Pays", "Autre"):
        begin(name).release()
    take_up("pays", small, NATIVE)[0].release()


def test_a_server_that_goes_away_loses_nothing(
    server: postgres.Server, consultation: Consultation, small: KnowledgeBase
) -> None:
    """What is said meanwhile is kept aside and told at once; with the next answer all of it is in the database."""
    held = begin("Pays")
    said = consultation.answer("structure.form", "closed")
    assert held.keep_somewhere(said) is None
    server.stop()
    try:
        said = said.answer("structure.form", "open")
        told = held.keep_somewhere(said)
        assert told is not None
        assert "sont gardées sur cette machine" in told.fr
        assert "connexion refusée" in told.fr
        assert postgres.PASSWORD not in told.fr + told.en
        assert [file.name for file in unsent_folder().rglob("*.json")] == ["pays.json"]
        assert "nothing answers" in refused(lambda: held.keep(said))
        assert "rien ne répond" in refused(listing)
        assert names() == ()
    finally:
        server.start()
    assert held.keep_somewhere(said.dont_know("structure.form")) is None
    assert list(unsent_folder().rglob("*.json")) == []
    assert len(kept("pays")) == 3
    refused(lambda: take_up("pays", small, NATIVE))  # the lock was taken again
    held.release()


def left_behind(server: postgres.Server, name: str, said: Consultation) -> None:
    """Say something while the server is away, and leave, as a program that is killed does."""
    held = begin(name)
    held.keep(said)
    server.stop()
    try:
        assert held.keep_somewhere(said.answer("structure.form", "open")) is not None
    finally:
        held.release()
        server.start()


def test_what_waits_here_is_taken_up(server: postgres.Server, consultation: Consultation, small: KnowledgeBase) -> None:
    """By whoever opens the dossier here again; a report of it knows it before."""
    left_behind(server, "Pays", consultation.answer("structure.form", "closed"))
    assert len(kept("pays")) == 1
    assert len(resume("pays", small, NATIVE).consultation.events) == 2
    held, found = take_up("Pays", small, NATIVE)
    assert held.news is not None
    assert len(found.consultation.events) == len(kept("pays")) == 2
    held.release()
    assert take_up_again(small) is None


def take_up_again(base: KnowledgeBase) -> object:
    held, _ = take_up("Pays", base, NATIVE)
    held.release()
    return held.news


def test_what_waits_here_writes_over_nobody(
    server: postgres.Server, consultation: Consultation, small: KnowledgeBase
) -> None:
    """Another hand has said something else since: both are kept, and it is told."""
    left_behind(server, "Pays", consultation.answer("structure.form", "closed"))
    other = another_hand("pays")
    held, _ = take_up("Pays", small, NATIVE)
    assert held.news is not None
    assert "« Pays (2) »" in held.news.fr
    held.release()
    assert kept("pays") == other
    assert len(kept("pays-2")) == 2
    assert take_up_again(small) is None


def test_an_account_that_may_only_read(
    server: postgres.Server, database: str, consultation: Consultation, small: KnowledgeBase,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """It reads every dossier; what it says is refused in words, and kept aside."""
    save(consultation.answer("structure.form", "closed"), "Pays")
    server.sql("postgres", "DROP ROLE IF EXISTS reader", f"CREATE ROLE reader LOGIN PASSWORD '{postgres.PASSWORD}'")
    server.sql(database, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")
    monkeypatch.setenv("PETR_ADVISOR_DATABASE", server.address(database, "reader"))
    assert names() == ("pays",)
    held, found = take_up("Pays", small, NATIVE)
    assert held.keep(found.consultation) is None
    said = found.consultation.answer("structure.form", "open")
    assert "demander à son administrateur" in refused(lambda: held.keep(said))
    assert held.keep_somewhere(said) is not None
    held.release()
    assert len(kept("pays")) == 1
    server.sql(database, "DROP OWNED BY reader")


def test_what_is_not_ours_is_left(server: postgres.Server, database: str, consultation: Consultation) -> None:
    """Another program's database, and one of a later version, are not touched."""
    server.sql(database, "CREATE TABLE theirs (x integer)")
    assert "base d'un autre programme" in refused(listing)
    server.sql(database, "DROP TABLE theirs")
    save(consultation, "Pays")
    server.sql(database, "UPDATE alembic_version SET version_num = '9999'")
    for act in (listing, lambda: save(consultation, "Pays")):
        assert "version plus récente" in refused(act)
    assert server.sql(database, "SELECT version_num FROM alembic_version") == [("9999",)]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("mysql://team:s3cret-of-the-team@127.0.0.1/x", "n'est pas l'adresse d'une base PostgreSQL"),
        ("postgresql://team:s3cret-of-the-team@127.0.0.1:port/x", "n'est pas l'adresse"),
        ("postgresql://team:s3cret-of-the-team@127.0.0.1", "n'est pas l'adresse"),
        ("postgresql://team:s3cret-of-the-team@/x?host=/nowhere", "/nowhere"),
        ("postgresql://team:s3cret-of-the-team@127.0.0.1:1/x", "rien ne répond à cette adresse"),
        ("postgresql://team:s3cret-of-the-team@no-such-host.invalid/x", "aucune machine"),
    ],
)
def test_wrong_addresses(address: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PETR_ADVISOR_DATABASE", address)
    assert words in refused(listing)


def test_wrong_accounts(server: postgres.Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server's own words say which of account, password and name is wrong."""
    wrong = {"nowhere": server.address("nowhere"), "password": server.address("postgres", password="guessed-it")}  # noqa: S106
    for word, address in wrong.items():
        monkeypatch.setenv("PETR_ADVISOR_DATABASE", address)
        told = refused(listing)
        assert "n'ouvre pas la base" in told
        assert word in told
        assert "guessed-it" not in told


def test_without_the_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(on_postgres, "find_spec", lambda name: None)
    on_postgres._engine.cache_clear()
    assert 'pip install "petr-advisor[team]"' in refused(listing)
    on_postgres._engine.cache_clear()


def test_no_password_is_written(server: postgres.Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in the details of a fault nor where a place is shown."""
    address = server.address("postgres")
    monkeypatch.setattr(sys, "argv", ["petr-advisor", "--database", address])
    fault(ValueError(f"could not connect to {address}?password={postgres.PASSWORD}"))
    written = "".join(file.read_text(encoding="utf-8") for file in logs_folder().iterdir())
    assert "--database" in written
    assert postgres.PASSWORD not in written + repr(place()) + place().shown


def test_many_begin_at_once_on_an_empty_database(consultation: Consultation) -> None:
    """The tables are made once, and everybody's dossier is there."""
    troubles: list[Exception] = []

    def write(number: int) -> None:
        try:
            save(consultation.answer("structure.form", "closed"), f"Pays {number}")
        except Exception as error:  # noqa: BLE001 - any of them is one too many
            troubles.append(error)

    writers = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert troubles == []
    assert len(names()) == 6


def test_one_name_given_twice_at_the_same_moment(consultation: Consultation, small: KnowledgeBase) -> None:
    """Without locks, as a proxy of connections may be: what is saved is compared, and both are kept."""
    first, second = begin("Pays"), begin("Autre")
    second.name, second.slug = "Pays", "pays"
    assert first.keep(consultation.answer("structure.form", "closed")) is None
    assert second.keep(consultation.dont_know("structure.form")) is not None
    assert set(names()) == {"pays", "pays-2"}
    for held in (first, second):
        held.release()


def test_killed_programs_lose_no_acknowledged_answer(home: Path) -> None:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "tests.killing", os.environ.get("PETR_ADVISOR_KILLS", "12"), "7"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["lost"], told["acknowledged"] > 0) == (0, True)


def test_from_the_line_of_command(server: postgres.Server, database: str, home: Path, monkeypatch: Any) -> None:
    """The option, before a command or after it, and the processes that answer other programs."""
    address = server.address(database)
    monkeypatch.delenv("PETR_ADVISOR_DATABASE")
    wanted = ("--knowledge", str(SMALL), "--lang", "en")
    told = run("--plain", "--name", "Pays", "--database", address, *wanted, home=home, stdin="1\nq\n")
    assert (told.returncode, "Saved under" in told.stderr) == (0, True), told.stderr
    assert not (home / "dossiers.db").exists()
    for line in (("--database", address, "explain", "Pays"), ("explain", "Pays", "--database", address)):
        assert run(*line, *wanted, home=home).returncode == 0
    wrong = run("api", "--database", "nonsense:secret@x", "--lang", "en", home=home)
    assert (wrong.returncode, "is not the address" in wrong.stderr) == (2, True)
    assert "secret" not in wrong.stderr
    monkeypatch.setenv("PETR_ADVISOR_DATABASE", address)
    answerer = Apart(SMALL, "native")
    try:
        assert answerer.answer("dossiers", Request()).dossiers == ("pays",)
    finally:
        answerer.close()
    assert server.sql(database, "SELECT version_num FROM alembic_version") == [(migrations.LATEST,)]
