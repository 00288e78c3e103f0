"""Two consultations side by side, as plain text."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from petr_advisor.comparing.changes import (
    AnswerChange,
    DutyChange,
    EntityChange,
    MeritChange,
    OptionChange,
    RequirementChange,
    StepChange,
)
from petr_advisor.comparing.comparison import Comparison
from petr_advisor.comparing.norms import NormChange
from petr_advisor.explanations import entity_name
from petr_advisor.inference.atoms import Truth
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.texts import Language, Text
from petr_advisor.outcomes import CureOutcome
from petr_advisor.report.altering_text import fact_name
from petr_advisor.report.plain import articles, source_line
from petr_advisor.wording import (
    DUTY,
    REQUIREMENT_SYMBOL,
    REQUIREMENT_WORD,
    STATUS_SYMBOL,
    STATUS_WORD,
    day,
    listed,
    say_value,
)

_PHRASES = {
    "law": Text(fr="droit au", en="law on"),
    "nothing": Text(fr="Rien ne diffère.", en="Nothing differs."),
    "answers": Text(fr="Réponses changées", en="Changed answers"),
    "options": Text(fr="Options qui changent", en="Options that change"),
    "duties": Text(fr="Obligations, facultés et risques", en="Duties, options left and risks"),
    "norms": Text(fr="Ce qui a changé dans le droit", en="What changed in the law"),
    "unanswered": Text(fr="sans réponse", en="no answer"),
    "place": Text(fr="rang", en="rank"),
    "cure": Text(fr="Remède", en="Cure"),
    "needed": Text(fr="nécessaire", en="needed"),
    "needless": Text(fr="inutile", en="not needed"),
    "depends": Text(fr="selon le cas", en="depending on the case"),
    "by": Text(fr="au plus tard le", en="by"),
    "step": Text(fr="Étape", en="Step"),
    "gained": Text(fr="s’ajoute", en="gained"),
    "lost": Text(fr="disparaît", en="lost"),
    "presumed": Text(fr="présumé, exception à vérifier", en="presumed, an exception to check"),
    "established": Text(fr="établi", en="established"),
    "begins": Text(fr="à partir du {}", en="from {}"),
    "ends": Text(fr="jusqu’au {}", en="until {}"),
    "replaces": Text(fr="Auparavant : {}", en="Before that: {}"),
    "act": Text(fr="Texte modificateur : {}", en="Amending act: {}"),
    "bears": Text(fr="En dépend : {}", en="What turns on it: {}"),
}
_TRUTH = {
    True: Text(fr="joue", en="holds"),
    False: Text(fr="ne joue pas", en="does not hold"),
    None: Text(fr="à trancher", en="unknown"),
}
_AVAILABLE = {
    True: Text(fr="possible", en="available"),
    False: Text(fr="impossible", en="not available"),
    None: Text(fr="à vérifier", en="to be checked"),
}
BEHIND = 4
"""How many conclusions are named behind a norm."""


def comparison_text(found: Comparison, language: Language, names: tuple[str, str] | None = None) -> str:
    """Write what differs between two consultations."""
    return "\n".join(_lines(found, language, names))


def _say(phrase: str, language: Language, *values: object) -> str:
    return _PHRASES[phrase].in_(language).format(*values)


def _lines(found: Comparison, language: Language, names: tuple[str, str] | None) -> Iterator[str]:
    for mark, name, consultation in zip("AB", names or ("", ""), (found.before, found.after), strict=True):
        law = f"{_say('law', language)} {day(consultation.as_of, language)}"
        yield f"{mark}  {name} ({law})" if name else f"{mark}  {law}"
    if found.nothing:
        yield ""
        yield _say("nothing", language)
    entities = (_entity(found, each) for each in found.entities)
    answers = (_answer(found, change, language) for change in found.answers)
    yield from _titled("answers", language, (*entities, *answers))
    yield from _titled("options", language, (line for each in found.options for line in _option(found, each, language)))
    yield from _titled("duties", language, (_duty(found, change, language) for change in found.duties))
    yield from _titled("norms", language, (line for each in found.norms for line in _norm(found, each, language)))


def _titled(phrase: str, language: Language, lines: Iterable[str]) -> Iterator[str]:
    kept = list(lines)
    if kept:
        title = _say(phrase, language)
        yield from ("", title, "=" * len(title), *kept)


def _colon(language: Language) -> str:
    return " : " if language == "fr" else ": "


def _entity(found: Comparison, change: EntityChange) -> str:
    mark, case = ("+", found.after) if change.gained else ("−", found.before)
    return f"  {mark} {entity_name(case, change.kind, change.id)}"


def _answer(found: Comparison, change: AnswerChange, language: Language) -> str:
    kind = found.before.base.facts[change.key[0]]
    case = found.after if change.asked[1] else found.before
    before, after = (
        say_value(kind, value, language) if asked else _say("unanswered", language)
        for value, asked in zip((change.before, change.after), change.asked, strict=True)
    )
    return f"  {fact_name(case, change.key, language)}{_colon(language)}{before} → {after}"


def _option(found: Comparison, change: OptionChange, language: Language) -> Iterator[str]:
    base = found.before.base
    statuses = " → ".join(STATUS_WORD[status].in_(language) for status in dict.fromkeys((change.before, change.after)))
    ranks = [str(place) if place else "–" for place in change.places]
    rank = f", {_say('place', language)} {' → '.join(ranks)}" if ranks[0] != ranks[1] else ""
    places = articles(base, change.option.norms, language)
    yield f"  {STATUS_SYMBOL[change.after]} {change.option.title.in_(language)} — {statuses}{rank} [{places}]"
    for requirement in change.requirements:
        yield from _requirement(base, requirement, language)
    yield from (_merit(base, merit, language) for merit in change.merits)
    yield from (_step(base, step, language) for step in change.steps)


def _requirement(base: KnowledgeBase, change: RequirementChange, language: Language) -> Iterator[str]:
    states = [state for state in dict.fromkeys((change.before, change.after)) if state is not None]
    words = " → ".join(REQUIREMENT_WORD[state].in_(language) for state in states)
    symbol, places = REQUIREMENT_SYMBOL[states[-1]], articles(base, change.requirement.norms, language)
    yield f"      {symbol} {change.requirement.title.in_(language)} — {words} [{places}]"
    for before, after in change.cures:
        title, states_of_cure = after.cure.title.in_(language), (_cure(before, language), _cure(after, language))
        cited = articles(base, after.cure.norms, language)
        label = _say("cure", language) + _colon(language)
        yield f"          {label}{title} — {' → '.join(states_of_cure)} [{cited}]"


def _cure(found: CureOutcome, language: Language) -> str:
    return _AVAILABLE[found.available].in_(language) if found.in_force else STATUS_WORD["not_in_force"].in_(language)


def _merit(base: KnowledgeBase, change: MeritChange, language: Language) -> str:
    sides: tuple[Truth, Truth] = (change.before, change.after)
    words = " → ".join(_TRUTH[side].in_(language) for side in sides)
    sign, places = "+" if change.merit.for_ else "−", articles(base, change.merit.norms, language)
    return f"      {sign} {change.merit.text.in_(language)} — {words} [{places}]"


def _step(base: KnowledgeBase, change: StepChange, language: Language) -> str:
    words = []
    for found in (change.before, change.after):
        if found is None:
            words.append(_say("needless", language))
            continue
        word = _say("needed" if found.needed else "depends", language)
        words.append(word + (f", {_say('by', language)} {day(found.deadline, language)}" if found.deadline else ""))
    who, does = base.actors[change.step.who].label.in_(language), change.step.does.in_(language)
    label = _say("step", language) + _colon(language)
    return f"      {label}{who} — {does} — {' → '.join(words)} [{articles(base, change.step.norms, language)}]"


def _duty(found: Comparison, change: DutyChange, language: Language) -> str:
    base, duty = found.before.base, change.duty
    rule = duty.rule
    case = found.after if change.after else found.before
    actor = base.actors[rule.who].label.in_(language) if rule.who else ""
    who = entity_name(case, rule.for_each or "", duty.of) if duty.of else actor
    sides = []
    for each in (change.before, change.after):
        if each is not None:
            by = f", {_say('by', language)} {day(each.deadline, language)}" if each.deadline else ""
            sides.append(_say("presumed" if each.presumed else "established", language) + by)
    mark = "−" if change.after is None else "+" if change.before is None else "±"
    word = {"−": "lost", "+": "gained"}.get(mark)
    state = _say(word, language) if word else " → ".join(sides)
    kind = DUTY[rule.duty or "obligation"].in_(language)
    to, places = rule.to.in_(language) if rule.to else duty.id, articles(base, rule.norms, language)
    return f"  {mark} {kind} · {who} — {to} — {state} [{places}]"


def _norm(found: Comparison, change: NormChange, language: Language) -> Iterator[str]:
    base = found.before.base
    held = change.after or change.before
    if held is None:
        return
    norm = base.norms[held]
    mark = "−" if change.after is None else "±" if change.before else "+"
    last = change.day if change.after else change.day - timedelta(days=1)
    when = _say("begins" if change.after else "ends", language, day(last, language))
    yield f"  {mark} {when} — {norm.statement.in_(language)} [{source_line(base, norm, language)}]"
    if change.after and change.before:
        yield f"      {_say('replaces', language, base.norms[change.before].statement.in_(language))}"
    if change.act:
        yield f"      {_say('act', language, change.act)}"
    yield f"      {_say('bears', language, _behind(base, change.behind, language))}"


def _behind(base: KnowledgeBase, behind: tuple[str, ...], language: Language) -> str:
    """Name what rests on a norm among what differs."""
    names = list(dict.fromkeys(_titles(base, behind, language)))
    more = [f"+{len(names) - BEHIND}"] if len(names) > BEHIND else []
    return listed([*names[:BEHIND], *more], language)


def _titles(base: KnowledgeBase, behind: tuple[str, ...], language: Language) -> Iterator[str]:
    for about in behind:
        kind, _, key = about.partition(":")
        owner, _, name = key.partition("/")
        match kind:
            case "option":
                yield base.options[key].title.in_(language)
            case "requirement":
                group = base.requirement_groups.get(owner)
                yield (group.requires[name] if group else base.options[owner].requires[name]).title.in_(language)
            case "cure":
                yield base.cures[key].title.in_(language)
            case "merit":
                yield base.options[owner].merits[name].text.in_(language)
            case "step":
                yield base.options[owner].steps[int(name)].does.in_(language)
            case "duty":
                rule = base.rules[key]
                yield (rule.to or Text(fr=key, en=key)).in_(language)
