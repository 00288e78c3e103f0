"""Why a question is asked: what its answer can change."""

from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.case import Case
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.explaining.tree import Explanation, requirement_text
from petr_advisor.words.speech import told, verbatim


def why(case: Consultation, question: Question) -> Explanation:
    """Explain why a question is worth asking: what its answer can change."""
    ask = question.kind.ask
    goals = case.agenda.goals_of(question)
    children = tuple(dict.fromkeys(_served(case, goal.kind, goal.id, question) for goal in goals))
    text = ask.why if ask else told("why-list")
    return Explanation(text, question.kind.norms, children)


def _served(case: Case, kind: str, key: str, question: Question) -> Explanation:
    """Say what one goal waits for."""
    match kind:
        case "option":
            return _status_served(case, key, question)
        case "requirement":
            title, norms = requirement_text(case, key)
            return Explanation(told("why.requirement", title=title), norms)
        case "cure":
            cure = case.base.cures[key]
            return Explanation(told("why.cure", title=cure.title), cure.norms)
        case "row":
            row = case.rules.rows[key]
            return Explanation(told("why.row", title=row.title), row.norms)
        case "merit":
            owner, _, name = key.partition("/")
            merit = case.base.options[owner].merits[name]
            return Explanation(told("why.merit", text=merit.text), merit.norms)
        case "act":
            act = case.base.act(key)
            return Explanation(told("why.step", does=act.does), act.norms)
    rule = case.base.rules[key.partition("@")[0]]
    text = rule.to or verbatim(key)
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
    text = told("why.option", title=option.title)
    return Explanation(text, option.norms, tuple(waiting))
