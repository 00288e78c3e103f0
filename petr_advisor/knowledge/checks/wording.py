"""Texts: a copy taken for a translation, French typography, length."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.uses import Place
from petr_advisor.knowledge.loader import KINDS, Places
from petr_advisor.knowledge.problems import Problem
from petr_advisor.knowledge.walking import parts
from petr_advisor.knowledge.yaml_reader import Path_
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text, Texts

MAX_LENGTH = 600
_LONG = 40
"""A sentence from this length on is not the same in both languages; a name may be."""

_ADDRESS = re.compile(r"\S+://\S+|\bwww\.\S+")
_MARK = re.compile(r"<[^<>]*>")
"""A place in the text of an act, in the notation of the phrases."""
_CLOSE_UP = re.compile(r"[^\s (\[?!;:«]([;?!]|:(?!\d))")
"""A sign that French sets apart with a space; times (14:30) and what stands in brackets (?) are not concerned."""


def check(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report texts that a reader of either language would stumble on."""
    for kind in KINDS:
        for key, entry in getattr(base, kind).items():
            for pair in _pairs(kind, key, entry):
                if not isinstance(places.raw(kind, key, pair.path), str):  # a check by its name, read where it stands
                    yield from _pair(pair, places)


@dataclass(frozen=True)
class _Pair:
    french: str
    english: str
    french_place: Place
    english_place: Place

    @property
    def path(self) -> Path_:
        """The path inside the entry of the text in both languages."""
        return self.french_place.path[:-1]


def _pairs(kind: str, key: str, entry: object) -> Iterator[_Pair]:
    """Give every text of an entry in both languages."""
    for path, value in parts(entry):
        place = Place(kind, key, path)
        if isinstance(value, Text):
            yield _Pair(value.fr, value.en, place / "fr", place / "en")
        elif isinstance(value, Texts):
            for number, (french, english) in enumerate(zip_longest(value.fr, value.en, fillvalue="")):
                yield _Pair(french, english, place / "fr" / number, place / "en" / number)


def _pair(pair: _Pair, places: Places) -> Iterator[Problem]:
    french, english = pair.french, pair.english
    if french == english and len(french) >= _LONG and " " in french:
        yield pair.english_place.problem(places, told("check.not-translated", text=french[:40]))
    for place, text, language in ((pair.french_place, french, "fr"), (pair.english_place, english, "en")):
        if not text.strip():
            yield place.problem(places, told(f"check.text-missing.{language}"))
        if len(text) > MAX_LENGTH:
            message = told("check.text-too-long", length=len(text), most=MAX_LENGTH)
            yield place.problem(places, message)
    yield from _typography(pair.french_place, _MARK.sub("…", _ADDRESS.sub("", french)), places)


def _typography(place: Place, french: str, places: Places) -> Iterator[Problem]:
    if '"' in french:
        found = french[max(0, french.index('"') - 10) :][:30]
        yield place.problem(places, told("check.straight-quotes", text=found))
    if match := _CLOSE_UP.search(french):
        found = french[max(0, match.start() - 12) : match.end()]
        yield place.problem(places, told("check.close-up", sign=match[1], text=found))
