"""The form of every explanation: a tree of sentences, and how a proof is put into them."""

from collections.abc import Iterator
from dataclasses import dataclass

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.requirements import may_be_refused
from petr_advisor.inference.facts import FactKey, Known
from petr_advisor.inference.justification import Proof
from petr_advisor.inference.meanings import Meaning
from petr_advisor.inference.working_memory import Scope
from petr_advisor.knowledge.base import READING_PREFIX
from petr_advisor.words.speech import told, verbatim
from petr_advisor.words.texts import Text
from petr_advisor.words.voice import value_text


@dataclass(frozen=True)
class Explanation:
    """A node of an explanation: a sentence, the norms it rests on, and what it follows from."""

    text: Text
    norms: tuple[str, ...] = ()
    children: tuple["Explanation", ...] = ()
    origin: str | None = None
    """For a leaf: who gave the fact (user, register, measure, calendar, reading, supposed, unknown)."""
    about: FactKey | None = None
    """For a leaf: the fact that it says."""

    def walk(self) -> Iterator["Explanation"]:
        """Give the node and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


def prove(case: Case, token: str, scope: Scope) -> Explanation | None:
    """Put the proof of a token into sentences; None when it does not hold."""
    proof = case.justifications.proof(token, scope)
    if proof is None:
        return None
    found = tuple(_sentences(case, proof))
    return found[0] if len(found) == 1 else Explanation(_conclusion_text(case, proof), (), found)


def _sentences(case: Case, proof: Proof) -> Iterator[Explanation]:
    """Give the sentences of a proof; nodes that only join others give theirs."""
    if proof.leaf and proof.atom is not None:
        yield leaf(case, proof.atom.fact, proof.scope.entity, proof.known)
        return
    meaning = proof.meaning
    if (
        meaning is None
        or meaning.kind in {"part", "atom", "rule_waits", "guard"}
        or meaning.says in {"fine", "spares", "blocks", "not_open", "not_closed"}
    ):
        yield from _children(case, proof)
    elif meaning.kind in {"applies", "enacted"} and meaning.says == "true":
        return
    elif meaning.kind == "enacted":
        yield Explanation(told("proof.not-in-force"))
    else:
        found = Explanation(_conclusion_text(case, proof), _norms(case, proof), tuple(_children(case, proof)))
        yield from found.children if _out_of_place(meaning, found) else (found,)


def _out_of_place(meaning: Meaning, found: Explanation) -> bool:
    """Tell whether a rule has no bearing because of one fact: the fact says it all, and the rule is not spoken of.

    A policy of another region does not fail one by one in this one.
    """
    return meaning.kind == "rule_fails" and len(found.children) == 1 and found.children[0].origin is not None


def _children(case: Case, proof: Proof) -> Iterator[Explanation]:
    seen: set[Text] = set()
    for premise in proof.premises:
        for found in _sentences(case, premise):
            if found.text not in seen:
                seen.add(found.text)
                yield found


def _norms(case: Case, proof: Proof) -> tuple[str, ...]:
    meaning = proof.meaning
    if meaning is None:
        return ()
    match meaning.kind:
        case "option":
            return case.base.options[meaning.id].norms
        case "requirement":
            return requirement_text(case, meaning.id)[1]
        case "rule" | "rule_fails" | "exception":
            return case.base.rules[meaning.id].norms
        case "cure":
            return case.base.cures[meaning.id].norms
        case "conflict":
            return case.base.conflicts[meaning.id].norms
        case "merit":
            owner, _, name = meaning.id.partition("/")
            return case.base.options[owner].merits[name].norms
        case "fact":
            return case.base.facts[meaning.id].norms
    return ()


def _conclusion_text(case: Case, proof: Proof) -> Text:
    """Say what a node concludes."""
    meaning = proof.meaning
    if meaning is None:
        return verbatim(proof.token)
    match meaning.kind:
        case "option":
            return quoted(case.base.options[meaning.id].title, told(f"status.{meaning.says}"))
        case "requirement":
            return said(requirement_text(case, meaning.id)[0], _requirement_word(case, meaning.id, meaning.says))
        case "rule" | "rule_waits":
            rule = case.base.rules[meaning.id]
            return rule.title or rule.to or verbatim(meaning.id)
        case "rule_fails":
            rule = case.base.rules[meaning.id]
            return said(rule.title or verbatim(meaning.id), told("proof.not-established"))
        case "exception":
            return told("proof.exception" if meaning.says == "true" else "proof.no-exception")
        case "cure":
            word = told("site-cure-available" if meaning.says == "available" else "site-cure-unavailable")
            return said(case.base.cures[meaning.id].title, word)
        case "applies":
            return said(case.base.all_facts[meaning.id].label, told("requirement.not_applicable"))
        case "fact":
            kind = case.base.facts[meaning.id]
            value = {"yes": True, "no": False}.get(meaning.says, meaning.says)
            return said(kind.label, value_text(kind, value))
        case "merit":
            owner, _, name = meaning.id.partition("/")
            return case.base.options[owner].merits[name].text
        case "conflict":
            return case.base.conflicts[meaning.id].message
    return verbatim(meaning.id)


def _requirement_word(case: Case, key: str, says: str) -> Text:
    """Say what a node concludes of a requirement; of an act to come, that nothing opposes it, not that it is done."""
    requirement = case.base.requirement(key)
    if not requirement.act:
        return told(f"requirement.{says}")
    if not may_be_refused(case.base, requirement):
        words = {"obtained": "requirement.act.met", "unmet": "requirement.unmet"}
        return told(words.get(says, "requirement.act.not-unmet"))
    words = {"obtained": "met", "met": "not-refused", "not_applicable": "not-refused"}
    return told(f"requirement.act.{words.get(says, says)}")


def requirement_text(case: Case, key: str) -> tuple[Text, tuple[str, ...]]:
    """Give the title and the norms of a requirement, by its key."""
    requirement = case.base.requirement(key)
    return requirement.title, requirement.norms


def leaf(case: Case, fact: str, of: str | None, known: Known | None) -> Explanation:
    """Say a fact: its name, its value, and who gave it."""
    kind = case.base.all_facts[fact]
    if fact.startswith(READING_PREFIX) and known is not None:
        statement = kind.choices[str(known.value)].label
        text = told("proof.reading", statement=statement)
        return Explanation(text, kind.norms, (), "reading")
    text = said(kind.label, value_text(kind, known.value if known else None))
    if of is not None:
        name = entity_name(case, kind.of or "", of)
        text = told("of-entity", entity=name, what=text)
    return Explanation(text, kind.norms, (), _origin(case, (fact, of), known), (fact, of))


def _origin(case: Case, key: FactKey, known: Known | None) -> str:
    """Tell who gave a fact; what was gathered from a source, and nobody gave as an answer, is supposed."""
    if known is None:
        return "unknown"
    answer = case.state.answers.get(key)
    return "supposed" if known.by == "user" and answer and answer.remark.supposed else known.by


def entity_name(case: Case, kind: str, of: str) -> str:
    """Give the name of an entity, or its identifier when it has none."""
    known = case.facts.get(f"{kind}.name", of)
    return str(known.value) if known else of


def said(name: Text, value: Text) -> Text:
    """Join a name and its value: « nom : valeur »."""
    return told("mark.labelled", label=name, value=value)


def quoted(name: Text, value: Text) -> Text:
    """Join a quoted title and its value."""
    return told("mark.labelled", label=told("mark.quoted", what=name), value=value)
