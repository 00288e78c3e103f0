"""Find what the rule base says of some words: norms, options, facts asked, unsettled points, key questions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from petr_advisor.documents.places import place_name
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.enacted import enact
from petr_advisor.knowledge.law import Norm
from petr_advisor.serving.asked import SearchRequest
from petr_advisor.serving.replies import SearchReply
from petr_advisor.serving.taking import today
from petr_advisor.serving.teller import norm_told
from petr_advisor.serving.told import FoundTold
from petr_advisor.territory.names import fold
from petr_advisor.words.texts import Text
from petr_advisor.words.voice import Voice

TITLE, TEXT = 3, 1
"""How much a word counts that is found in what names a thing, and in what is said of it."""


@dataclass(frozen=True)
class Entry:
    """Something that can be found, with its words."""

    told: FoundTold
    titles: frozenset[str]
    """The words that name it, folded: no accents, no capitals."""
    words: frozenset[str]
    """The words of what is said of it."""


def search(base: KnowledgeBase, asked: SearchRequest) -> SearchReply:
    """Give what holds all the words looked for, else most of them; what bears them as its name comes first."""
    voice = Voice(asked.lang, in_print=False)
    wanted = tuple(dict.fromkeys(fold(asked.words)))
    ranked = []
    for place, entry in enumerate(_entries(base, voice, asked.as_of)):
        held = [_weight(word, entry) for word in wanted]
        matched = sum(1 for weight in held if weight)
        if matched and matched * 2 >= len(wanted):
            named = entry.told.id.lower() == asked.words.strip().lower()
            ranked.append((not named, -matched, -sum(held), place, entry.told))
    found = tuple(told for *_, told in sorted(ranked, key=lambda each: each[:4])[: asked.most])
    day = asked.as_of or today()
    norms = dict.fromkeys(norm for each in found for norm in each.norms)
    return SearchReply(
        found=found,
        norms={key: norm_told(base, key, day, asked.lang) for key in norms},
        notices=(voice.phrase("notice"),),
    )


def _weight(word: str, entry: Entry) -> int:
    if word in entry.titles:
        return TITLE + 1
    if any(known.startswith(word) for known in entry.titles):
        return TITLE
    if word in entry.words:
        return TEXT + 1
    return TEXT if any(known.startswith(word) for known in entry.words) else 0


def _entries(base: KnowledgeBase, voice: Voice, day: date | None) -> Iterator[Entry]:
    """Give everything that can be found, with its norms: those in force on a day, where one is given."""

    def live(norms: Iterable[str]) -> tuple[str, ...]:
        return tuple(norm for norm in norms if day is None or base.norms[norm].in_force.covers(day))

    for key, norm in base.norms.items():
        if day is None or norm.in_force.covers(day):
            yield _of_norm(base, voice, key, norm)
    enacted = enact(base, day) if day else base
    for key, option in enacted.options.items():
        told = FoundTold(kind="option", id=key, title=voice.say(option.title), norms=live(option.norms))
        yield _entry(told, voice, option.summary)
    for key, question in base.key_questions.items():
        told = FoundTold(kind="question", id=key, title=voice.say(question.title), norms=())
        yield _entry(told, voice, question.text)
    for key, point in base.disputed.items():
        told = FoundTold(kind="disputed", id=key, title=voice.say(point.question), norms=live(point.norms))
        yield _entry(told, voice, point.prudent_course, point.ask)
    for key, kind in base.facts.items():
        if kind.ask is not None:
            told = FoundTold(kind="fact", id=key, title=voice.say(kind.ask.text), norms=live(kind.norms))
            yield _entry(told, voice, kind.label, kind.ask.help)


def _of_norm(base: KnowledgeBase, voice: Voice, key: str, norm: Norm) -> Entry:
    places = " ".join(place_name(base, reference, voice) for reference in norm.sources)
    told = FoundTold(kind="norm", id=key, title=voice.say(norm.statement), norms=(key,))
    topic = base.topics.get(norm.topic)
    said = [norm.statement, *([topic] if topic else []), *([norm.note] if norm.note else [])]
    titles = fold(" ".join((places, key, *norm.aliases)))
    return Entry(told, frozenset(titles), frozenset(word for text in said for word in fold(voice.say(text))))


def _entry(told: FoundTold, voice: Voice, *said: Text) -> Entry:
    words = frozenset(word for text in said for word in fold(voice.say(text)))
    return Entry(told, frozenset(fold(f"{told.title} {told.id}")), words)
