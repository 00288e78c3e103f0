"""Why a question is asked: what its answer can change."""

from petr_advisor.asking import Question
from petr_advisor.asking import agenda as agenda_of
from petr_advisor.case import Case
from petr_advisor.explaining.tree import Explanation, requirement_text
from petr_advisor.knowledge.texts import Text


def why(case: Case, question: Question) -> Explanation:
    """Explain why a question is worth asking: what its answer can change."""
    ask = question.kind.ask
    goals = agenda_of(case).goals_of(question)
    children = tuple(dict.fromkeys(_served(case, goal.kind, goal.id, question) for goal in goals))
    text = (
        ask.why
        if ask
        else Text(
            fr="Plusieurs conclusions en dépendent : donner la liste évite d’autres questions.",
            en="Several conclusions depend on it: giving the list saves other questions.",
        )
    )
    return Explanation(text, question.kind.norms, children)


def _served(case: Case, kind: str, key: str, question: Question) -> Explanation:
    """Say what one goal waits for."""
    match kind:
        case "option":
            return _status_served(case, key, question)
        case "requirement":
            title, norms = requirement_text(case, key)
            return Explanation(
                Text(fr=f"Condition à vérifier : {title.fr}", en=f"Requirement to check: {title.en}"), norms
            )
        case "cure":
            cure = case.base.cures[key]
            return Explanation(
                Text(fr=f"Remède possible : {cure.title.fr}", en=f"Possible cure: {cure.title.en}"), cure.norms
            )
        case "row":
            row = case.rules.rows[key]
            return Explanation(
                Text(fr=f"Cas à reconnaître : {row.title.fr}", en=f"Case to tell: {row.title.en}"), row.norms
            )
        case "merit":
            owner, _, name = key.partition("/")
            merit = case.base.options[owner].merits[name]
            return Explanation(Text(fr=f"Argument : {merit.text.fr}", en=f"Argument: {merit.text.en}"), merit.norms)
        case "step":
            owner, _, number = key.partition("/")
            step = case.base.options[owner].steps[int(number)]
            return Explanation(Text(fr=f"Étape : {step.does.fr}", en=f"Step: {step.does.en}"), step.norms)
    rule = case.base.rules[key.partition("@")[0]]
    text = rule.to or Text(fr=key, en=key)
    return Explanation(text, rule.norms)


def _status_served(case: Case, key: str, question: Question) -> Explanation:
    """Say that an option hangs on the question, and by which requirements."""
    option = case.base.options[key]
    diagrams = case.situation.diagrams
    asked = case.base.facts[question.fact]
    waiting = []
    for requirement in diagrams.requirements(key).values():
        nodes = (diagrams.unmet(requirement), *map(diagrams.cure, requirement.cures))
        facts = {fact for node in nodes for fact, _ in case.situation.relevant(node)}
        summed = {name for name in facts if (found := case.base.facts.get(name)) and found.summary}
        if question.fact in facts or (summed and (asked.of or asked.entity)):
            waiting.append(Explanation(requirement.title, requirement.norms))
    text = Text(fr=f"« {option.title.fr} » en dépend.", en=f"“{option.title.en}” depends on it.")
    return Explanation(text, option.norms, tuple(waiting))
