"""Answers that exclude each other: named, said to be corrected, and nothing concluded meanwhile."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from petr_advisor.checking import load
from petr_advisor.commands.explain import proof_text, why_not_text
from petr_advisor.commands.settings import Settings
from petr_advisor.consulting.answers import Answered
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.texts import conclusions_text
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.diagram_manager import Manager, Node
from petr_advisor.inference.diagrams import Diagrams
from petr_advisor.inference.engines import engine
from petr_advisor.inference.facts import FactKey
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import facts_of
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.prompts.plain import Plain
from petr_advisor.scenarios.batch import Batch, as_json, evaluate_all

Cell = tuple[FactKey, int]

MIXED = examples_folder() / "conflicts" / "commune-syndicate-with-epcis.yaml"


@pytest.fixture(scope="module")
def real() -> KnowledgeBase:
    return load()


@pytest.fixture
def gip(real: KnowledgeBase) -> Consultation:
    """A pays GIP that would have been created in 1990."""
    begun = Consultation.start(real, date(2026, 11, 24), ["evolution"], engine("native"))
    return begun.answer("structure.legal_form", "gip").answer("structure.gip_created_on", "1990-03-01")


def test_the_answers_of_a_clash_are_named(gip: Consultation) -> None:
    (clash,) = gip.clashes
    assert clash.id == "gip-older-than-pays"
    assert ("structure.gip_created_on", None) in clash.answers
    assert not clash.on_date


def test_a_list_is_one_of_the_answers_and_the_date_of_law_is_said(real: KnowledgeBase) -> None:
    begun = Consultation.start(real, date(2014, 6, 1), ["evolution"], engine("native"))
    listed = begun.answer("structure.legal_form", "closed_syndicate").list_entities(
        "member", {"a": {"member.kind": "cc"}, "b": {"member.kind": "departement"}}
    )
    assert ("members.list", None) in listed.clashes[0].answers
    late = begun.answer("structure.legal_form", "closed_syndicate").answer("procedure.under_way", "maptam_79_ii")
    (clash,) = late.answer("auto.notified_on", "2014-07-27").clashes
    assert clash.on_date


def test_no_conclusion_in_the_text(gip: Consultation) -> None:
    text = conclusions_text(gip, "fr")
    assert "aucune conclusion n’est donnée" in text
    assert "- date de création du GIP : 1er mars 1990" in text
    assert "Créer un PETR" not in text
    assert "Créer un PETR" in conclusions_text(gip.answer("structure.gip_created_on", "2001-03-01"), "fr")


def test_no_roadmap(gip: Consultation) -> None:
    with pytest.raises(PetrAdvisorError, match="exclude each other"):
        roadmap(gip, date(2026, 11, 24))


def test_no_proof_from_the_command_line() -> None:
    native = Settings(engine="native")
    assert "aucune conclusion" in proof_text(str(MIXED), "option:creation", native)
    assert "aucune conclusion" in why_not_text(str(MIXED), "creation", native)


def test_no_option_in_the_results() -> None:
    rows = evaluate_all([MIXED], Batch(("native",)))
    first, corrected = json.loads(as_json(rows))["results"][:2]
    assert first["conflicts"] == ["commune-syndicate-with-epcis"]
    assert first["options"] == []
    assert corrected["conflicts"] == []
    assert corrected["options"]


def test_plain_prompts_tell_at_once_and_offer_to_correct(real: KnowledgeBase) -> None:
    typed: Iterator[str] = iter(
        [
            "5",
            "1",
            "CC Alpha ; cc ; 60 000",
            "Bourg ; commune ; 2 000",
            "",
            "1",
            "3",
            "q",
        ]  # a SIVOM, for a shared project, then a closed syndicate
    )
    said: list[str] = []
    begun = Consultation.start(real, date(2026, 11, 24), ["evolution"], engine("native"))
    found = Plain(begun, "fr", lambda: next(typed), said.append, lambda _: None).hold()
    text = "\n".join(said)
    assert "Un SIVU ou un SIVOM n’a que des communes pour membres" in text
    assert "1. forme juridique de la structure existante : Syndicat de communes (SIVU ou SIVOM)" in text
    assert found.state.answers["structure.legal_form", None].value == "closed_syndicate"
    assert found.clashes == ()


def large_but_not_small(real: KnowledgeBase) -> Consultation:
    """An EPCI above 100,000 inhabitants but none above 20,000."""
    begun = Consultation.start(real, date(2026, 11, 24), ["governance"], engine("native"))
    return begun.answer("members.some_above_100000", "yes").answer("members.some_above_20000", "no")


def excluded_together(real: KnowledgeBase) -> Consultation:
    """Answers that only several constraints together exclude, so that no words of the rule base fit."""
    begun = Consultation.start(real, date(2026, 11, 24), None, engine("native"))
    return begun.answer("territory.location", "alsace_moselle").answer("context.former_region", "picardie")


def test_what_no_conflict_says_alone_is_told_by_the_names_of_the_facts(real: KnowledgeBase) -> None:
    found = excluded_together(real)
    (clash,) = found.clashes
    assert clash.id == "context.former_region+territory.location"
    assert set(clash.answers) == {("context.former_region", None), ("territory.location", None)}
    assert "ne peuvent pas aller ensemble : situation du territoire" in clash.message.fr
    text = conclusions_text(found, "en")
    assert "These answers cannot go together" in text
    assert "Picardie" in text
    assert found.withdraw("context.former_region").clashes == ()


def test_words_of_the_rule_base_are_preferred(real: KnowledgeBase) -> None:
    assert [clash.id for clash in large_but_not_small(real).clashes] == ["epcis-above-20000"]


def test_statuses_do_not_grow_when_answers_exclude_each_other(real: KnowledgeBase) -> None:
    """Only what makes everything impossible is left out of the reasoning, not every conflict of the base."""
    begun = Consultation.start(real, date(2026, 11, 24), ["governance"], engine("native"))
    before = begun.answer("members.some_above_50000", "no")
    after = before.answer("territory.location", "alsace_moselle").answer("context.region", "bretagne")
    assert after.clashes
    for option in after.rules.options:
        if after.rules.options[option].answers == "governance":
            assert after.situation.statuses(option) <= before.situation.statuses(option)


def test_an_answer_against_the_list_is_told(real: KnowledgeBase) -> None:
    """Three EPCIs are named, others are to come, and one in all is said to be there."""
    begun = Consultation.start(real, date(2026, 11, 24), ["evolution"], engine("native"))
    listed = begun.list_entities("member", {of: {"member.kind": "cc"} for of in "abc"}, complete=False)
    found = listed.answer("members.epci", 1)
    (clash,) = found.clashes
    assert set(clash.answers) == {("members.list", None), ("members.epci", None)}
    assert "la réponse (1) ne va pas avec la liste des membres, qui donne au moins 3" in clash.message.fr
    assert listed.answer("members.epci", 4).clashes == ()


@pytest.mark.parametrize("as_of", [date(2014, 6, 15), date(2026, 11, 24)])
def test_a_count_against_the_list_is_told_by_no_rule_about_something_else(real: KnowledgeBase, as_of: date) -> None:
    """Every rule held of a case that could not be: a syndicate of 2014 read of a pact of another region."""
    begun = Consultation.start(real, as_of, ["evolution"], engine("native"))
    begun = begun.answer("structure.legal_form", "closed_syndicate")
    listed = begun.list_entities("member", {of: {"member.kind": "cc"} for of in "abcdefghi"}, complete=False)
    (clash,) = listed.answer("members.epci", 4).clashes
    assert clash.id not in real.conflicts
    assert "(4)" in clash.message.fr
    assert "au moins 9." in clash.message.fr


@pytest.mark.parametrize(
    "answers",
    [
        {"territory.location": "alsace_moselle", "context.former_region": "picardie"},
        {"members.some_above_100000": "yes", "members.some_above_20000": "no"},
        {"territory.location": "alsace_moselle", "context.region": "bretagne", "contract.crte_scale": "epci"},
    ],
)
def test_a_clash_told_by_a_rule_speaks_of_facts_of_the_case(real: KnowledgeBase, answers: dict[str, str]) -> None:
    found = Consultation.start(real, date(2026, 11, 24), None, engine("native"))
    for fact, value in answers.items():
        found = found.answer(fact, value)
    assert found.clashes
    for clash in found.clashes:
        conflict = real.conflicts.get(clash.id)
        spoken_of = set(facts_of(conflict.when)) if conflict else {fact for fact, _ in clash.answers}
        assert spoken_of & set(answers), clash.id
        assert {fact for fact, _ in clash.answers} <= set(answers)


def test_a_scenario_is_held_back_as_well(tmp_path: Path) -> None:
    path = tmp_path / "latent.yaml"
    path.write_text(
        "title: {fr: x, en: x}\norigin: {kind: made, reference: x}\nas_of: 2026-11-24\nkey_questions: [governance]\n"
        "answers: {territory.location: alsace_moselle, context.former_region: picardie}\n"
        "expect: {conflicts: [context.former_region+territory.location]}\n"
    )
    (found,) = json.loads(as_json(evaluate_all([path], Batch(("native",)))))["results"]
    assert found["conflicts"] == ["context.former_region+territory.location"]
    assert found["options"] == []
    assert not found["differences"]


class Exclusions:
    """The smallest sets of answers that the constraints exclude, whatever else is answered."""

    def __init__(self, diagrams: Diagrams) -> None:
        self.diagrams, self.bdd = diagrams, Manager().bdd
        self.sound = self._in_short(diagrams.sound())
        self.values = [(key, number) for key in sorted(self._tied(self.sound)) for number in self._cells(key)]
        self.place = {value: number for number, value in enumerate(self.values)}

    def _in_short(self, sound: Node) -> Node:
        """Give the diagram in a manager of its own, in an order that makes it ten times smaller."""
        facts = {self.diagrams.fact_of_bit[bit] for bit in self.diagrams.bdd.support(sound)}
        self.bdd.declare(*(bit for key in sorted(facts) for bit in self.diagrams.cell_bits(key, 0)))
        found = self.diagrams.bdd.copy(sound, self.bdd)
        self.bdd.reorder()
        self.bdd.reorder()
        return found

    def smallest(self, most: int) -> list[tuple[Cell, ...]]:
        """Give the sets of so many answers at most, those that hold no smaller one."""
        found: dict[frozenset[Cell], tuple[Cell, ...]] = {}
        for size in range(1, most + 1):
            for values in self._of_size(size, self.sound, ()):
                parts = (frozenset(part) for fewer in range(1, size) for part in combinations(values, fewer))
                if not any(part in found for part in parts):
                    found[frozenset(values)] = values
        return list(found.values())

    def _of_size(self, size: int, node: Node, taken: tuple[Cell, ...]) -> Iterator[tuple[Cell, ...]]:
        """Give the sets that go on from those taken; a value that excludes nothing more belongs to none."""
        tied = self._tied(node)
        for value in self.values[self.place[taken[-1]] + 1 if taken else 0 :]:
            if value[0] not in tied:
                continue
            bits = self.diagrams.cell_bits(*value)
            rest = self.bdd.let(bits, node)
            if rest == self.bdd.false and len(taken) + 1 == size:
                yield (*taken, value)
            elif rest != self.bdd.false and len(taken) + 1 < size and rest != self.bdd.exist(set(bits), node):
                yield from self._of_size(size, rest, (*taken, value))

    def _tied(self, node: Node) -> set[FactKey]:
        return {self.diagrams.fact_of_bit[bit] for bit in self.bdd.support(node)}

    def _cells(self, key: FactKey) -> range:
        return range(len(self.diagrams.cells(key[0])))

    def events(self, values: tuple[Cell, ...]) -> tuple[Answered, ...]:
        """Give the answers that put facts in their cells."""
        cells = ((key, self.diagrams.cells(key[0])[number]) for key, number in values)
        return tuple(Answered(key, cell.representatives[0]) for key, cell in cells)


def test_every_pair_and_triple_of_answers_that_no_case_can_have_is_told(real: KnowledgeBase) -> None:
    begun = Consultation.start(real, date(2026, 11, 24), None, engine("native"))
    exclusions = Exclusions(begun.situation.diagrams)
    found = exclusions.smallest(3)
    assert {len(values) for values in found} == {1, 2, 3}
    for values in found:
        told = replace(begun, events=exclusions.events(values)).clashes
        assert told, values
        assert any({key for key, _ in values} >= set(clash.answers) for clash in told), values
