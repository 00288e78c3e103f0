"""Two consultations side by side: what differs, and which norms make the difference."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Literal

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.requirements import CureOutcome
from petr_advisor.documents.blocks import Block, Bullets, Callout, Heading, Item, Line, Paragraph, plain
from petr_advisor.documents.layout.altering import fact_name
from petr_advisor.documents.model_cover import Cover
from petr_advisor.documents.model_document import Document
from petr_advisor.documents.roadmap_words import plan_in_short
from petr_advisor.documents.sheets import articles, source_line
from petr_advisor.explaining.comparing.changes import (
    ActChange,
    ActSide,
    AnswerChange,
    DutyChange,
    EntityChange,
    MeritChange,
    OptionChange,
    Place,
    ProposalChange,
    RequirementChange,
    Told,
)
from petr_advisor.explaining.comparing.comparison import Comparison
from petr_advisor.explaining.comparing.norms import NormChange
from petr_advisor.explaining.explanations import entity_name
from petr_advisor.inference.atoms import Truth
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.words.typography import no_capital
from petr_advisor.words.voice import REQUIREMENT_SYMBOL, STATUS_SYMBOL, Voice

BEHIND = 4
"""How many conclusions are named behind a norm."""


def document_of(blocks: Iterable[Block], cover: Cover, voice: Voice) -> Document:
    """Lay out a comparison as a document."""
    kind = voice.phrase("compare.kind")
    return Document(language=voice.language, kind=kind, brief=True, cover=cover, blocks=tuple(blocks))


def compared(found: Comparison, voice: Voice, names: tuple[str, str] | None = None) -> Iterator[Block]:
    """Lay out what differs between two consultations: whether the proposal does and why, then everything else."""
    for mark, name, consultation in zip("AB", names or ("", ""), (found.before, found.after), strict=True):
        law = voice.phrase("compare.law", day=consultation.as_of)
        yield Paragraph(line=plain(f"{mark}  {name} ({law})" if name else f"{mark}  {law}"))
    yield _verdict(found, voice)
    entities = (_entity(found, each) for each in found.entities)
    answers = (_answer(found, change, voice) for change in found.answers)
    yield from _titled("compare.answers", voice, (*entities, *answers))
    yield from _titled("compare.proposals", voice, (_proposal(found, each, voice) for each in found.proposals))
    yield from _titled("compare.options", voice, (_option(found, each, voice) for each in found.options))
    yield from _titled("explain.duties", voice, (_duty(found, change, voice) for change in found.duties))
    yield from _titled("compare.plans", voice, _plans(found, voice))
    yield from _titled("compare.norms", voice, (_norm(found, each, voice) for each in found.norms))


def _verdict(found: Comparison, voice: Voice) -> Callout:
    """Say whether the proposal changes and, where it does, what makes the difference."""
    tone: Literal["decision", "notice"] = "decision" if found.proposals else "notice"
    return Callout(title=voice.phrase("compare.verdict"), lines=tuple(_verdict_lines(found, voice)), tone=tone)


def _verdict_lines(found: Comparison, voice: Voice) -> Iterator[Line]:
    if found.nothing:
        yield plain(voice.phrase("compare.nothing"))
        return
    if not found.proposals:
        yield plain(voice.phrase("compare.same-proposals"))
        return
    yield plain(voice.phrase("compare.other-proposals", n=len(found.proposals)))
    said = [fact_name(found.after, change.key, voice) for change in found.answers]
    said += [entity_name(found.after if each.gained else found.before, each.kind, each.id) for each in found.entities]
    if said:
        more = len(said) - BEHIND
        others = [voice.phrase("and-others", n=more)] if more > 0 else []
        yield plain(voice.phrase("compare.because-answers", names=[*said[:BEHIND], *others]))
    begun = [found.after.base.norms[each.after or each.before or ""] for each in found.norms]
    for norm in begun[:BEHIND]:
        yield plain(voice.phrase("compare.because-norm", norm=norm.statement))


def _plans(found: Comparison, voice: Voice) -> Iterator[Item]:
    """Say in short what each plan comes to, or why there is none; nothing while answers exclude each other."""
    for mark, case in zip("AB", (found.before, found.after), strict=True):
        if not case.clashes:
            yield _item(voice.labelled(mark, plan_in_short(case, voice)))


def _titled(key: str, voice: Voice, items: Iterable[Item]) -> Iterator[Block]:
    if kept := tuple(items):
        yield Heading(level=1, text=voice.phrase(key), id=key)
        yield Bullets(items=kept)


def _item(text: str, children: Iterable[Item] = ()) -> Item:
    return Item(line=plain(text), children=tuple(children))


def _entity(found: Comparison, change: EntityChange) -> Item:
    mark, case = ("+", found.after) if change.gained else ("−", found.before)
    return _item(f"{mark} {entity_name(case, change.kind, change.id)}")


def _answer(found: Comparison, change: AnswerChange, voice: Voice) -> Item:
    kind = found.after.base.facts[change.key[0]]
    case = found.after if change.asked[1] else found.before
    before, after = (
        voice.value(kind, value) if asked else voice.phrase("compare.unanswered")
        for value, asked in zip((change.before, change.after), change.asked, strict=True)
    )
    return _item(voice.labelled(fact_name(case, change.key, voice), f"{before} → {after}"))


def _proposal(found: Comparison, change: ProposalChange, voice: Voice) -> Item:
    """Say what the course answers on each side."""
    question = found.after.base.key_questions[change.question]
    name = voice.say(question.title)
    if change.theme is not None:
        name = f"{name} – {voice.say(question.themes[change.theme])}"
    sides = zip((change.before, change.after), change.told, strict=True)
    said = (headline(line, voice, told) for line, told in sides)
    return _item(voice.labelled(name, " → ".join(said)))


def headline(line: CourseLine[Consultation] | None, voice: Voice, told: Told) -> str:
    """Say in a line what the course answers to a key question, as it is told; None where there is no answer."""
    if line is None or told == "stay_beside":
        return voice.phrase(f"compare.{told.replace('_', '-')}")
    return voice.phrase(f"course.{told}", options=voice.listed(voice.say(o.option.title) for o in line.options))


def _option(found: Comparison, change: OptionChange, voice: Voice) -> Item:
    base = found.after.base
    statuses = " → ".join(voice.status(status) for status in dict.fromkeys((change.before, change.after)))
    ranks = [_place(place, voice) for place in change.places]
    rank = f", {voice.phrase('compare.place')} {' → '.join(ranks)}" if ranks[0] != ranks[1] else ""
    places = articles(base, change.option.norms, voice)
    children = (
        *(_requirement(base, requirement, voice) for requirement in change.requirements),
        *(_merit(base, merit, voice) for merit in change.merits),
        *(_act(base, act, voice) for act in change.acts),
    )
    title = voice.say(change.option.title)
    return _item(f"{STATUS_SYMBOL[change.after]} {title} — {statuses}{rank} [{places}]", children)


def _place(place: Place | None, voice: Voice) -> str:
    if place is None:
        return "–"
    return voice.phrase("compare.shared", place=place.number) if place.shared else str(place.number)


def _requirement(base: KnowledgeBase, change: RequirementChange, voice: Voice) -> Item:
    states = [state for state in dict.fromkeys((change.before, change.after)) if state is not None]
    words = " → ".join(voice.requirement(state, act=bool(change.requirement.act)) for state in states)
    symbol, places = REQUIREMENT_SYMBOL[states[-1]], articles(base, change.requirement.norms, voice)
    cures = (_cure_change(base, before, after, voice) for before, after in change.cures)
    return _item(f"{symbol} {voice.say(change.requirement.title)} — {words} [{places}]", cures)


def _cure_change(base: KnowledgeBase, before: CureOutcome, after: CureOutcome, voice: Voice) -> Item:
    title, states = voice.say(after.cure.title), (_cure(before, voice), _cure(after, voice))
    cited = articles(base, after.cure.norms, voice)
    return _item(f"{voice.label('compare.cure')} {title} — {' → '.join(states)} [{cited}]")


def _cure(found: CureOutcome, voice: Voice) -> str:
    return voice.phrase(f"available.{found.available}") if found.in_force else voice.status("not_in_force")


def _merit(base: KnowledgeBase, change: MeritChange, voice: Voice) -> Item:
    sides: tuple[Truth, Truth] = (change.before, change.after)
    words = " → ".join(voice.phrase(f"holds.{side}") for side in sides)
    sign, places = "+" if change.merit.for_ else "−", articles(base, change.merit.norms, voice)
    return _item(f"{sign} {voice.say(change.merit.text)} — {words} [{places}]")


def _act(base: KnowledgeBase, change: ActChange, voice: Voice) -> Item:
    before, after = change.sides
    words = (_act_side(base, each, other, voice) for each, other in ((before, after), (after, before)))
    who, does = voice.say(base.actors[change.act.who].label), voice.say(change.act.does)
    label = voice.label("compare.step")
    return _item(f"{label} {who} — {does} — {' → '.join(words)} [{articles(base, change.act.norms, voice)}]")


def _act_side(base: KnowledgeBase, side: ActSide | None, other: ActSide | None, voice: Voice) -> str:
    """Say what an act is on one side; of its majority and of silence, only what is not so on the other."""
    if side is None:
        return voice.phrase("compare.needless")
    said = [voice.phrase("compare.needed" if side.needed else "depends")]
    if side.deadline:
        said.append(voice.phrase("by-day", day=side.deadline))
    if side.majority and other and side.majority != other.majority:
        said.append(no_capital(voice.say(base.majorities[side.majority].label)))
    if side.silence and other and side.silence != other.silence:
        said.append(voice.phrase(f"silence.{side.silence}"))
    return ", ".join(said)


def _duty(found: Comparison, change: DutyChange, voice: Voice) -> Item:
    base, duty = found.after.base, change.duty
    rule = duty.rule
    case = found.after if change.after else found.before
    actor = voice.say(base.actors[rule.who].label) if rule.who else ""
    who = entity_name(case, rule.for_each or "", duty.of) if duty.of else actor
    sides = []
    for each in (change.before, change.after):
        if each is not None:
            by = f", {voice.phrase('by-day', day=each.deadline)}" if each.deadline else ""
            sides.append(voice.phrase("presumed" if each.presumed else "compare.established") + by)
    mark = "−" if change.after is None else "+" if change.before is None else "±"
    word = {"−": "compare.lost", "+": "compare.gained"}.get(mark)
    state = voice.phrase(word) if word else " → ".join(sides)
    kind = voice.duty(rule.duty or "obligation")
    to, places = voice.say(rule.to) if rule.to else duty.id, articles(base, rule.norms, voice)
    return _item(f"{mark} {kind} · {who} — {to} — {state} [{places}]")


def _norm(found: Comparison, change: NormChange, voice: Voice) -> Item:
    base = found.after.base
    held = change.after or change.before or ""
    norm = base.norms[held]
    mark = "−" if change.after is None else "±" if change.before else "+"
    last = change.day if change.after else change.day - timedelta(days=1)
    when = voice.phrase("compare.begins" if change.after else "compare.ends", day=last)
    children = []
    if change.after and change.before:
        children.append(_item(voice.phrase("compare.replaces", norm=base.norms[change.before].statement)))
    if change.act:
        children.append(_item(voice.phrase("compare.act", act=change.act)))
    children.append(_item(voice.phrase("compare.bears", behind=_behind(base, change.behind, voice))))
    return _item(f"{mark} {when} — {voice.say(norm.statement)} [{source_line(base, norm, voice)}]", children)


def _behind(base: KnowledgeBase, behind: tuple[str, ...], voice: Voice) -> str:
    """Name what rests on a norm among what differs."""
    names = list(dict.fromkeys(_titles(base, behind, voice)))
    more = [f"+{len(names) - BEHIND}"] if len(names) > BEHIND else []
    return voice.listed([*names[:BEHIND], *more])


def _titles(base: KnowledgeBase, behind: tuple[str, ...], voice: Voice) -> Iterator[str]:
    for about in behind:
        kind, _, key = about.partition(":")
        owner, _, name = key.partition("/")
        match kind:
            case "option":
                yield voice.say(base.options[key].title)
            case "requirement":
                yield voice.say(base.requirement(key).title)
            case "cure":
                yield voice.say(base.cures[key].title)
            case "merit":
                yield voice.say(base.options[owner].merits[name].text)
            case "act":
                yield voice.say(base.act(key).does)
            case "duty":
                rule = base.rules[key]
                yield voice.say(rule.to) if rule.to else key
