"""The engines agree with each other and with the oracles, on generated rule bases."""

from dataclasses import replace
from itertools import permutations, product
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import available, engine
from petr_advisor.inference.facts import FactKey
from petr_advisor.inference.native_engine import NativeEngine
from petr_advisor.inference.program import Clause, Program, Token
from petr_advisor.inference.working_memory import THE_TERRITORY
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.scenarios.evaluation import digest
from tests.properties.bases import AS_OF, VALUES, answers, knowledge_bases

thorough = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
brief = settings(thorough, max_examples=30)


def consult(base: KnowledgeBase, given_answers: dict[str, Any], name: str = "native") -> Consultation:
    consultation = Consultation.start(base, AS_OF, engine=engine("durable" if name == "durable" else "native"))
    for fact, value in given_answers.items():
        consultation = consultation.dont_know(fact) if value is None else consultation.answer(fact, value)
    return consultation


def fixpoint(program: Program, tokens: frozenset[Token]) -> set[Token]:
    """The oracle: add what follows until nothing does."""
    known = set(tokens)
    while new := {c.head for c in program.clauses if set(c.body) <= known} - known:
        known |= new
    return known


def completions(consultation: Consultation) -> list[Consultation]:
    """Every way to complete the unknown facts, one value for each cell."""
    unknown = [fact for fact in VALUES if consultation.facts.get(fact) is None]
    return [
        replace(
            consultation, supposed={(fact, None): _typed(value) for fact, value in zip(unknown, values, strict=True)}
        )
        for values in product(*(VALUES[fact] for fact in unknown))
    ]


def _typed(value: Any) -> Any:
    return {"yes": True, "no": False}.get(value, value)


def status(consultation: Consultation, option: str) -> str:
    found = [s for s in ("open", "conditional", "closed") if consultation.memory.has(f"option:{option}:{s}")]
    assert len(found) == 1, found
    return found[0]


@thorough
@given(knowledge_bases(), answers())
def test_engines_and_fixpoint_agree(base: KnowledgeBase, given_answers: dict[str, Any]) -> None:
    """Both engines conclude what the naive fixpoint concludes, by the same clauses."""
    native = consult(base, given_answers)
    program = native.compiled.programs[""]
    oracle = fixpoint(program, native.memory.given[THE_TERRITORY])
    assert native.memory.tokens[THE_TERRITORY] == oracle
    for name in available():
        assert digest(consult(base, given_answers, name)) == digest(native)


NAMES = st.sampled_from("abcdefg")
CLAUSES = st.lists(st.builds(Clause, NAMES, st.lists(NAMES, min_size=1, max_size=3, unique=True).map(tuple)))


@thorough
@given(CLAUSES, st.lists(st.frozensets(NAMES), min_size=2, max_size=12))
def test_a_run_concludes_the_same_whatever_ran_before(clauses: list[Clause], runs: list[frozenset[Token]]) -> None:
    """The native engine goes on from earlier runs: what fires is what fires when nothing ran before, each once."""
    program, used = Program("", tuple(clauses)), NativeEngine()
    for tokens in runs:
        fired = used.run(program, tokens)
        assert sorted(fired) == sorted(NativeEngine().run(program, tokens))
        assert tokens.union(clauses[number].head for number in fired) == fixpoint(program, tokens)


@brief
@given(knowledge_bases(), answers())
def test_statuses_are_those_of_the_completions(base: KnowledgeBase, given_answers: dict[str, Any]) -> None:
    """The statuses still possible are exactly those found in some completion; three values are never bolder."""
    consultation = consult(base, given_answers)
    complete = completions(consultation)
    for option in base.options:
        expected = {status(found, option) for found in complete}
        assert consultation.situation.statuses(option) == expected
        for word in ("open", "conditional", "closed"):
            if consultation.memory.has(f"option:{option}:{word}"):
                assert expected == {word}


@brief
@given(knowledge_bases(), answers())
def test_relevance_is_exact(base: KnowledgeBase, given_answers: dict[str, Any]) -> None:
    """A fact matters exactly when two completions that differ only in it differ in a status, under some reading.

    It is asked first, but where « I do not know » leaves nothing to propose whatever it is answered: it comes second.
    """
    consultation = consult(base, given_answers)
    matters: set[FactKey] = set()
    for reading in ("strict", "wide"):
        complete = completions(consultation.under({"d-x": reading}))
        table = {
            tuple(sorted((key[0], value) for key, value in found.supposed.items())): tuple(
                status(found, option) for option in base.options
            )
            for found in complete
        }
        for row, statuses in table.items():
            for fact, value in row:
                for other in VALUES[fact]:
                    changed = tuple(sorted((dict(row) | {fact: _typed(other)}).items()))
                    if _typed(other) != value and table[changed] != statuses:
                        matters.add((fact, None))
    found = {
        key
        for option in base.options
        for node in consultation.situation.diagrams.option(option).values()
        for key in consultation.situation.relevant(node)
    }
    assert {key for key in found if key[0] in VALUES} == matters
    tier1 = {question.key for question in consultation.agenda.questions if question.tier == 1}
    unanswered = {key for key in matters if key[0] not in given_answers}
    applying = {key for key in unanswered if consultation.memory.applies(key[0]) is True}
    assert tier1 <= applying
    put_off = applying - tier1
    assert put_off <= {question.key for question in consultation.agenda.questions}
    assert not put_off or None in given_answers.values()
    for fact, _ in put_off:
        answered = (consultation.answer(fact, value) for value in VALUES[fact])
        assert all(line.state == "to_settle" for case in answered for line in case.course.lines)


@brief
@given(knowledge_bases(), answers())
def test_order_of_answers_does_not_matter(base: KnowledgeBase, given_answers: dict[str, Any]) -> None:
    """Same answers, same result, byte for byte, in whatever order they were given."""
    told = digest(consult(base, given_answers))
    for order in list(permutations(given_answers))[:4]:
        assert digest(consult(base, {fact: given_answers[fact] for fact in order})) == told


@thorough
@given(knowledge_bases(), answers(), st.sampled_from(sorted(VALUES)), st.data())
def test_an_added_answer_removes_nothing_established(
    base: KnowledgeBase, given_answers: dict[str, Any], fact: str, data: st.DataObject
) -> None:
    """Established conclusions stay; only what was presumed may go, when its exception turns out to apply."""
    given_answers.pop(fact, None)
    before = consult(base, given_answers)
    after = before.answer(fact, data.draw(st.sampled_from(VALUES[fact])))
    assert before.memory.tokens[THE_TERRITORY] <= after.memory.tokens[THE_TERRITORY]
    for option in base.options:
        assert after.situation.statuses(option) <= before.situation.statuses(option)
    gone = {d.id for d in before.duties} - {d.id for d in after.duties}
    assert all(d.presumed for d in before.duties if d.id in gone)


@thorough
@given(knowledge_bases(), answers())
def test_every_proof_ends_in_facts(base: KnowledgeBase, given_answers: dict[str, Any]) -> None:
    """Every leaf of every proof is an answer, a measure, the register, the calendar or a reading."""
    consultation = consult(base, given_answers)
    for token in consultation.memory.tokens[THE_TERRITORY] - consultation.memory.given[THE_TERRITORY]:
        proof = consultation.justifications.proof(token)
        assert proof is not None
        for node in proof.walk():
            assert (
                node.premises
                or node.leaf
                or node.token not in consultation.compiled.meanings
                or _axiom(consultation, node.token)
            )


def _axiom(consultation: Consultation, token: Token) -> bool:
    """Whether a token follows from nothing but what always holds."""
    clauses = consultation.compiled.programs[""].clauses
    return any(clause.head == token and clause.body == ("true",) for clause in clauses)


@brief
@given(knowledge_bases(), answers())
def test_undo_and_return(base: KnowledgeBase, given_answers: dict[str, Any]) -> None:
    """Undoing each answer leads back to the start; changing an answer and changing it back changes nothing."""
    consultation = consult(base, given_answers)
    back = consultation
    for _ in given_answers:
        back = back.undo()
    assert digest(back) == digest(consult(base, {}))
    for fact, value in given_answers.items():
        if value is not None:
            assert digest(consultation.answer(fact, VALUES[fact][0]).answer(fact, value)) == digest(consultation)
