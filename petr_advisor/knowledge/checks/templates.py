"""Templates of acts: places that can be read, the same in both languages, nothing left unused."""

from collections.abc import Iterator

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.template_names import named, texts
from petr_advisor.knowledge.checks.uses import Place, passages
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.problems import Problem
from petr_advisor.words.notation import places as places_in
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text


def check(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report what a jurist who writes a template would stumble on."""
    for place, text in texts(base):
        yield from _marks(place, text, places)
    yield from _shared(base, places)
    yield from _unused(base, places)


def _marks(place: Place, text: Text, places: Places) -> Iterator[Problem]:
    try:
        french, english = places_in(text.fr), places_in(text.en)
    except ValueError:
        yield place.problem(places, told("check.mark-unread"))
        return
    if french != english:
        yield place.problem(places, told("check.places-differ", names=sorted(french ^ english)))


def _shared(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report a shared passage that only names another."""
    for key, passage in base.passages.items():
        if passage.use is not None:
            yield Place("passages", key, ("use",)).problem(places, told("check.passage-of-passage"))


def _unused(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    used = {passage.use for _, passage in passages(base)}
    filled = {name for _, text in texts(base) for name in named(text)}
    for _, each in passages(base):
        filled |= {*each.columns, *each.known, *each.unknown, *each.aside}
    for kind, names in (("passages", used), ("blanks", filled)):
        for key in getattr(base, kind):
            if key not in names and not places.spoken_of(key):
                yield Place(kind, key).problem(places, told(f"check.unused.{kind}"))
