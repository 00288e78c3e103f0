"""The engine's envelope: what durable_rules was found to run safely."""

from collections.abc import Iterator

from petr_advisor.inference.base_checks.epochs import Epoch
from petr_advisor.inference.compiled import Compiled
from petr_advisor.inference.envelope import outside
from petr_advisor.inference.program import Token
from petr_advisor.knowledge.base import PLAN_PREFIX, READING_PREFIX, KnowledgeBase
from petr_advisor.knowledge.checks.uses import Place, of_requirement
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.problems import Problem
from petr_advisor.words.speech import told

_KINDS = {
    "rule": "rules", "rule_waits": "rules", "rule_fails": "rules", "exception": "rules", "fact": "facts",
    "applies": "facts", "cure": "cures", "option": "options", "guard": "options", "merit": "options",
    "act": "procedures", "done": "options", "moot": "key_questions", "row": "tables", "conflict": "conflicts",
}  # fmt: skip


def check(base: KnowledgeBase, places: Places, epochs: tuple[Epoch, ...]) -> Iterator[Problem]:
    """Report what the engine could not run, at a few dates."""
    for epoch in epochs[:3]:
        for program in epoch.compiled.programs.values():
            for token, message in outside(program):
                place = _place(base, epoch.compiled, token)
                yield place.problem(places, told("check.envelope", what=message))


def _fact(name: str) -> Place:
    """Give the entry that declares a fact: disputed points and key questions declare one each."""
    for prefix, kind in ((READING_PREFIX, "disputed"), (PLAN_PREFIX, "key_questions")):
        if name.startswith(prefix):
            return Place(kind, name.removeprefix(prefix))
    return Place("facts", name)


def _place(base: KnowledgeBase, compiled: Compiled, token: Token) -> Place:
    """Give the entry from which a token was compiled."""
    meaning = compiled.meanings.get(token)
    if meaning is None:
        return Place("rules", token)
    if meaning.kind == "atom":
        return _fact(compiled.atoms[meaning.id].fact)
    kind: str = meaning.kind
    says = meaning.id
    if meaning.kind == "enacted":  # named after what is enacted: `rule:…`, `cure:…`, `merit:option/name`
        kind, _, says = meaning.id.partition(":")
    owner, _, name = says.partition("/")
    if meaning.kind == "requirement":
        return of_requirement(base, owner, name)
    return Place(_KINDS.get(kind, "rules"), owner)
