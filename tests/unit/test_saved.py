"""A consultation saved and taken up again, and files that are cut, foreign or hostile."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from petr_advisor.consulting.consultation import AnswerError, Consultation
from petr_advisor.consulting.saved import SavedError, to_json
from petr_advisor.dossiers import names, resume, save, take_up
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.scenarios.evaluation import digest
from tests.saved_files import as_file, rewrite


def full(consultation: Consultation) -> Consultation:
    found = consultation.answer("structure.form", "closed").answer("procedure.begun", "yes")
    found = found.list_entities("member", {"a": {"member.kind": "cc", "member.population": 5}}, by="register")
    return found.answer("member.vote", "for", "a").dont_know("communes.pointless").skip("members.against")


def test_saved_and_resumed(consultation: Consultation, small: KnowledgeBase) -> None:
    """Everything said comes back, and with it everything concluded."""
    held = full(consultation)
    save(held, "Pays d’Été – n° 1")
    assert names() == ("pays-d-ete-n-1",)
    again = resume("Pays d’Été – n° 1", small, engine("native"))
    assert again.set_apart == ()
    assert again.same_base
    assert again.consultation.events == held.events
    assert digest(again.consultation) == digest(held)


def test_another_version_of_the_rule_base(consultation: Consultation, small: KnowledgeBase) -> None:
    """What the rule base no longer knows is set apart and told; the rest is taken up."""
    path = as_file(full(consultation), "x")

    def change(data: dict[str, Any]) -> None:
        data["rule_base"] = "other"
        data["events"].insert(0, {"answer": ["structure.gone", None], "value": "yes", "by": "user"})

    rewrite(path, change)
    again = resume("x", small, engine("native"))
    assert not again.same_base
    assert len(again.set_apart) == 1
    assert "structure.gone" in again.set_apart[0].fr
    assert again.set_apart[0].fr != again.set_apart[0].en
    assert digest(again.consultation) == digest(full(consultation))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"format": 99}',
        '{"format": 1}',
        "[" * 100_000,
        '{"format": 1, "as_of": "x", "key_questions": [], "events": []}',
        '{"format": 1, "name": {}, "as_of": "2026-11-24", "key_questions": [], "events": []}',
        '{"format": 1, "name": "\\ud800", "as_of": "2026-11-24", "key_questions": [], "events": []}',
    ],
)
def test_a_damaged_file(consultation: Consultation, small: KnowledgeBase, text: str) -> None:
    """It is said, and the file is left as it was."""
    path = as_file(consultation, "x")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SavedError):
        resume("x", small)
    assert path.read_text(encoding="utf-8") == text


def test_a_file_cut_in_half(consultation: Consultation, small: KnowledgeBase) -> None:
    path = as_file(full(consultation), "x")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(SavedError, match="damaged"):
        resume("x", small)


def test_no_such_name(small: KnowledgeBase) -> None:
    with pytest.raises(SavedError, match="no saved consultation"):
        resume("nowhere", small)


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b", "..", "💥", ""])
def test_a_name_never_leaves_the_folder(consultation: Consultation, home: Path, name: str) -> None:
    """Whatever the name, nothing is written but the database and its lock, or the name is refused."""
    with suppress(SavedError):
        save(consultation, name)
    there = {str(path.relative_to(home)).split(".")[0] for path in home.rglob("*") if path.is_file()}
    assert {name for name in there if not name.startswith("cache")} <= {"dossiers", "open/a-b", "open/etc-passwd"}


def test_json_is_plain(consultation: Consultation) -> None:
    """A saved consultation holds nothing but plain values."""
    assert json.loads(json.dumps(to_json(full(consultation)))) == to_json(full(consultation))


MEMBERS = {"a": {"member.kind": "cc", "member.population": 5}, "b": {"member.kind": "cc", "member.population": 9}}


def test_seats_are_kept_until_the_members_change(consultation: Consultation, small: KnowledgeBase) -> None:
    """A distribution is saved with the answers, gives nothing new to conclude, and falls with the members."""
    held = consultation.list_entities("member", MEMBERS)
    seated = held.seat({"a": 3, "b": 3})
    save(seated, "x")
    assert resume("x", small, engine("native")).consultation.state.seats == {"a": 3, "b": 3}
    assert digest(seated) == digest(held)
    assert seated.list_entities("member", MEMBERS).state.seats == {"a": 3, "b": 3}
    assert seated.list_entities("member", {**MEMBERS, "c": {}}).state.seats == {}
    assert seated.seat({}).state.seats == {}


@pytest.mark.parametrize("seats", [{"z": 1}, {"a": -1}, {"a": 1.5}, {"a": True}, {"a": 100_000}])
def test_seats_that_cannot_be_kept(consultation: Consultation, seats: dict[str, int]) -> None:
    held = consultation.list_entities("member", MEMBERS)
    with pytest.raises(AnswerError) as raised:
        held.seat(seats)
    assert raised.value.told("fr") != raised.value.told("en")


def test_only_what_can_be_taken_up_is_named(consultation: Consultation, home: Path) -> None:
    """A folder, a link that leads nowhere and a file no name leads to are not offered."""
    as_file(consultation, "Pays")
    folder = home / "consultations"
    (folder / "folder.json").mkdir()
    (folder / "gone.json").symlink_to(folder / "nowhere")
    (folder / "Copie de Pays.json").write_text("{}", encoding="utf-8")
    assert names() == ("pays",)


def test_the_name_to_go_on_under(consultation: Consultation, small: KnowledgeBase, home: Path) -> None:
    """A file taken over keeps the name it was given, and a copy of it is not saved over the first."""
    path = as_file(consultation, "Pays d’Été")
    (home / "consultations" / "copy.json").write_bytes(path.read_bytes())
    for slug, name in (("pays-d-ete", "Pays d’Été"), ("copy", "copy")):
        held, found = take_up(slug, small)
        assert (held.name, found.name) == (name, name)
        held.release()
