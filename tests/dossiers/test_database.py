"""The database of dossiers: made, brought up to date, written by several at once, fed with files of before."""

import json
import os
import subprocess
import sys
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.dossiers import begin, listing, migrations, names, resume, save, take_all_over, take_up
from petr_advisor.dossiers.model import metadata
from petr_advisor.dossiers.place import place
from petr_advisor.dossiers.rows import find
from petr_advisor.dossiers.store import reading
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from tests.saved_files import as_file, kept, rewrite

NATIVE = engine("native")
SECONDS = os.environ.get("PETR_ADVISOR_WRITING", "3")
"""How long two processes write: 60 by hand."""


def test_the_steps_lead_to_the_tables(consultation: Consultation) -> None:
    """The last step is the one the program asks for, and what the steps make is what the program reads."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(migrations.__file__).parent))
    settings.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(settings).get_heads() == [migrations.LATEST]
    save(consultation, "Pays")
    with reading(place()) as connection:
        assert connection is not None
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_two_processes_lose_nothing(consultation: Consultation, small: KnowledgeBase, home: Path) -> None:
    """Each on a dossier of its own, and both on a third, one at a time: all that was acknowledged is there."""
    save(consultation, "Shared")
    command = [sys.executable, "-m", "tests.dossiers.writers"]
    environment = {**os.environ, "PETR_ADVISOR_HOME": str(home)}
    writers = [
        subprocess.Popen(  # noqa: S603
            [*command, name, SECONDS], stdout=subprocess.PIPE, text=True, env=environment
        )
        for name in ("One", "Two")
    ]
    told = [json.loads(writer.communicate()[0]) for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0]
    for name, said in zip(("one", "two"), told, strict=True):
        assert said["written"] >= 10
        assert len(kept(name)) == said["written"]
    assert len(kept("shared")) == sum(said["shared"] for said in told)
    assert set(names()) == {"one", "two", "shared"}
    assert len(resume("Shared", small, NATIVE).consultation.events) == len(kept("shared"))


def test_an_answer_is_one_entry(consultation: Consultation) -> None:
    """What was said before is not written again; what is taken back stays in the entries."""
    held = begin("Pays")
    said = consultation
    for form in ("closed", "open", "closed"):
        said = said.answer("structure.form", form)
        held.keep(said)
    held.keep(said.undo())
    held.keep(said)
    held.keep(said)
    held.release()
    found = find(place(), "pays")
    assert found is not None
    contents = [(entry.position, entry.content and entry.content.get("value")) for entry in found.entries[1:]]
    assert contents == [(0, "closed"), (1, "open"), (2, "closed"), (2, None), (2, "closed")]
    assert [event["value"] for event in found.events] == ["closed", "open", "closed"]


def test_opening_changes_nothing(consultation: Consultation, small: KnowledgeBase) -> None:
    """A dossier that is only looked at keeps the day on which it was last worked on."""
    save(consultation.answer("structure.form", "closed"), "Pays")
    before = listing()
    held, found = take_up("Pays", small, NATIVE)
    assert held.keep(found.consultation) is None
    held.release()
    assert listing() == before


def test_what_was_just_closed_can_be_opened_at_once(consultation: Consultation, small: KnowledgeBase) -> None:
    """A server ends a closed connection in its own time: the lock is given back before."""
    save(consultation.answer("structure.form", "closed"), "Pays")
    for _ in range(40):
        held, _found = take_up("Pays", small, NATIVE)
        held.release()
    assert set(names()) == {"pays"}


def test_files_of_before_are_taken_over(consultation: Consultation, small: KnowledgeBase, home: Path) -> None:
    """Each becomes a dossier with its name and its last day, and is kept aside; a bad one waits where it is."""
    said = consultation.answer("structure.form", "closed")
    path = as_file(said, "Pays d’Été")
    os.utime(path, (1_700_000_000,) * 2)
    bad = path.with_name("bad.json")
    bad.write_text("{", encoding="utf-8")
    assert set(names()) == {"pays-d-ete", "bad"}
    take_all_over(small, NATIVE)
    take_all_over(small, NATIVE)
    assert bad.read_text(encoding="utf-8") == "{"
    assert not path.exists()
    assert (path.parent / "imported" / path.name).exists()
    assert {each.slug: each.name for each in listing()} == {"pays-d-ete": "Pays d’Été", "bad": "bad"}
    assert {each.changed_at[:10] for each in listing() if each.slug != "bad"} == {"2023-11-14"}
    assert resume("Pays d’Été", small, NATIVE).consultation.events == said.events


def test_what_no_longer_fits_is_not_lost(consultation: Consultation, small: KnowledgeBase) -> None:
    """An answer that this rule base does not know stays in the dossier until something is said in it."""
    path = as_file(consultation.answer("structure.form", "closed"), "Pays")
    gone = {"answer": ["structure.gone", None], "value": "yes", "by": "user"}
    rewrite(path, lambda data: data["events"].insert(0, gone))
    held, found = take_up("Pays", small, NATIVE)
    assert len(found.set_apart) == 1
    held.keep(found.consultation)
    assert kept("pays")[0] == gone
    held.keep(found.consultation.answer("structure.form", "open"))
    held.release()
    assert [event["value"] for event in kept("pays")] == ["closed", "open"]
    whole = find(place(), "pays")
    assert whole is not None
    assert gone in [entry.content for entry in whole.entries]
