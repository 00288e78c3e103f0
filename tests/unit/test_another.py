"""A question that takes one service, one operation at a time sends to a copy, where only that one is said again."""

from collections.abc import Iterator
from datetime import date

import pytest

from petr_advisor.checking import load
from petr_advisor.commands.consult import consult_plain
from petr_advisor.commands.settings import Settings
from petr_advisor.consulting.another import another_at, for_another, others
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.dossiers import listing, resume
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.subjects import names_of
from petr_advisor.procedures.record import Done

AS_OF = date(2026, 11, 24)


def in_hand() -> Consultation:
    """A PETR that lets a member leave, and shares a service for permissions."""
    held = Consultation.start(load(), AS_OF, ["life", "services"], engine("native"))
    held = held.answer("structure.legal_form", "petr").answer("petr.change_planned", "withdrawal")
    held = held.list_entities(
        "member",
        {"a": {"member.name": "A", "member.leaves": "yes"}, "b": {"member.name": "B", "member.leaves": "no"}},
    )
    return held.answer("service.kind", "planning").choose("services", "service-accord").record(Done("entente", "votes"))


def test_what_is_said_of_the_one_in_hand_alone_is_left_out() -> None:
    held = in_hand()
    copy = for_another(held, "services")
    assert ("service.kind", None) not in copy.state.answers
    assert ("petr.change_planned", None) in copy.state.answers
    assert "services" not in copy.state.chosen
    assert not copy.state.acts
    copy = for_another(held, "life")
    assert {("petr.change_planned", None), ("member.leaves", "a")}.isdisjoint(copy.state.answers)
    assert {("service.kind", None), ("member.name", "a")} <= copy.state.answers.keys()
    assert copy.state.chosen == held.state.chosen
    assert copy.next_question is not None


def test_what_may_be_taken_again_is_what_was_said_whatever_is_asked() -> None:
    held = in_hand()
    assert set(others(held)) == {"life", "services"}
    assert set(others(for_another(held, "services"))) == {"life"}
    assert set(others(held.about(["evolution"]))) == {"life", "services"}
    assert set(others(Consultation.start(load(), AS_OF, ["life"], engine("native")))) == set()


def test_every_question_that_takes_one_at_a_time_says_how_to_take_another() -> None:
    """Its help speaks of a copy of the dossier, and the key is told below it: one never without the other."""
    base = load()
    told = {fact for question in base.key_questions.values() if question.another for fact in question.another.told_at}
    spoken = {key for key, kind in base.facts.items() if kind.ask and "copie du dossier" in kind.ask.help.fr}
    assert spoken == told
    assert not [key for key, kind in base.facts.items() if kind.ask and "recommencer pour" in kind.ask.help.fr]
    for another in (question.another for question in base.key_questions.values() if question.another):
        assert all(set(names_of(fact)) & set(another.holds) for fact in another.told_at)
    assert another_at(in_hand(), "service.kind") == base.key_questions["services"].another


@pytest.mark.usefixtures("home")
def test_plain_prompts_go_on_in_a_copy(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    typed: Iterator[str] = iter(["1", "+", "q"])
    monkeypatch.setattr("builtins.input", lambda: next(typed))
    consult_plain(Settings(engine="native", as_of=AS_OF, language="fr"), about=["services"], name="Pays")
    said = capsys.readouterr().out
    assert "+ ouvre cette copie (autre service)" in " ".join(said.split())
    found = {each.slug: each for each in listing()}
    assert found["pays-autre-service"].variant_of == "pays"
    assert resume("pays", load(), engine("native")).consultation.state.answers
